"""Slips of the pen: what a row of numbers may have been before a clerk wrote it one column off, or one number over two cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

SHIFTED, SPLIT = "shifted", "split"
SWAPPED, DROPPED, ADDED, OTHER = "swapped", "dropped", "added", "cell"

Row = Sequence[int]


def slips(row: Row) -> Iterator[tuple[str, dict[int, int]]]:
    """Yield every other reading of a row as the kind of slip and the numbers by place: cells one column off, a number split or joined."""
    for start in range(len(row)):
        for end in range(start + 2, len(row) + 1):
            yield from _shifts(row, start, end)
    for left in range(len(row) - 1):
        for first, second in _splits(row[left], row[left + 1]):
            yield SPLIT, {left: first, left + 1: second}


def _shifts(row: Row, start: int, end: int) -> Iterator[tuple[str, dict[int, int]]]:
    """Yield a stretch of cells moved by one column; what falls off at its end is 0, or its only neighbour."""
    piece = list(row[start:end])
    moves = []
    if piece[0] == 0 or len(piece) == 2:
        moves.append(piece[1:] + piece[:1])
    if len(piece) > 2 and piece[-1] == 0:
        moves.append(piece[-1:] + piece[:-1])
    for moved in moves:
        if all(before != after for before, after in ((piece[0], moved[0]), (piece[-1], moved[-1]))):
            yield SHIFTED, {start + place: number for place, number in enumerate(moved) if number != piece[place]}


def _splits(left: int, right: int) -> Iterator[tuple[int, int]]:
    """Yield the pairs that two neighbours may stand for: one number whose digits were split over both, or two that were joined."""
    if left > 0 and right >= 0 and (left, right) != (0, 0):
        joined = int(f"{left}{right}")
        if right > 0:
            yield joined, 0
            yield 0, joined
    for number in {left, right} if 0 in (left, right) else ():
        digits = str(number)
        for cut in range(1, len(digits) if number > 9 else 0):
            if digits[cut] != "0":
                yield int(digits[:cut]), int(digits[cut:])


def kind(written: object, likely: object) -> str:
    """Return how one number may have become another: two neighbouring digits swapped, one left out or one too many, else none of these."""
    before, after = str(written), str(likely)
    if len(before) == len(after):
        places = [place for place, (one, other) in enumerate(zip(before, after, strict=True)) if one != other]
        swapped = len(places) == 2 and places[1] == places[0] + 1 and before[places[0]] == after[places[1]] and before[places[1]] == after[places[0]]
        return SWAPPED if swapped else OTHER
    if len(before) + 1 == len(after):
        return DROPPED if _lacks_one(before, after) else OTHER
    if len(before) == len(after) + 1:
        return ADDED if _lacks_one(after, before) else OTHER
    return OTHER


def _lacks_one(short: str, long: str) -> bool:
    return any(long[:place] + long[place + 1 :] == short for place in range(len(long)))
