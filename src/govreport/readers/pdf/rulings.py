"""The straight lines of a page that may part cells: what a pen drew along an axis, thin filled figures, rows of dots; none under words or through them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from govreport.readers.pdf.extraction import Stroke

Box = tuple[float, float, float, float]
Place = Callable[[Box], Box]
THIN = 3.5
"""A filled figure that is not thicker is a ruling."""
DOTS, NEXT_DOT, IN_LINE = 5, 4.0, 0.4
"""So many dots, each so near to the next and so well in line with it, are a ruling."""
UNDER, ENDS, MEET, BLANK = 3.5, 1.0, 1.5, 0.35
"""A line so near below characters that begins and ends as they do, or that no other comes so near to, is drawn under a word."""
LOWEST, HIGHEST = 0.27, 0.7
"""A line that begins and ends as characters do and runs between these shares of their height strikes them out."""


class Ruling(NamedTuple):
    """A line: where it runs (down for horizontal, across for vertical ones), from, to."""

    at: float
    start: float
    end: float


class Rulings(NamedTuple):
    """The horizontal and the vertical rulings of a page, and the numbers of the characters that lines strike out."""

    across: tuple[Ruling, ...]
    down: tuple[Ruling, ...]
    struck: frozenset[int]


def rulings(strokes: Sequence[Stroke], place: Place, words: Sequence[Box]) -> Rulings:
    """Return the rulings of a page; ``place`` gives a box upright, ``words`` are the boxes of its characters."""
    across, down = [], []
    dots: list[Box] = []
    for box in map(place, _straight(strokes)):
        left, top, right, bottom = box
        wide, high = right - left, bottom - top
        if wide <= THIN and high <= THIN:
            dots.append(box)
        if high <= THIN and wide > high:
            across.append(Ruling((top + bottom) / 2, left, right))
        elif wide <= THIN and high > wide:
            down.append(Ruling((left + right) / 2, top, bottom))
    across += _dotted(dots)
    down += _dotted([(top, left, bottom, right) for left, top, right, bottom in dots])
    by_place = _Words(words)
    whole, struck = _not_through_words(_chained(across), by_place)
    return Rulings(tuple(_not_under_words(whole, down, by_place)), tuple(down), struck)


def figures(strokes: Sequence[Stroke]) -> list[list[Stroke]]:
    """Return the strokes of each figure."""
    found: dict[int, list[Stroke]] = {}
    for stroke in strokes:
        found.setdefault(stroke.figure, []).append(stroke)
    return list(found.values())


def bounds(strokes: Sequence[Stroke]) -> Box:
    """Return the bounds of a figure (left, bottom, right, top)."""
    xs = [x for stroke in strokes for x in (stroke.x0, stroke.x1)]
    ys = [y for stroke in strokes for y in (stroke.y0, stroke.y1)]
    return min(xs), min(ys), max(xs), max(ys)


def _straight(strokes: Sequence[Stroke]) -> list[Box]:
    """Return the bounds of every stroke of a pen and of every thin filled figure."""
    boxes: list[Box] = []
    for figure in figures(strokes):
        if figure[0].pen:
            boxes += [bounds([stroke]) for stroke in figure]
        else:
            box = bounds(figure)
            if min(box[2] - box[0], box[3] - box[1]) <= THIN:
                boxes.append(box)
    return boxes


def _dotted(dots: Iterable[Box]) -> list[Ruling]:
    """Return the rulings that dots in a row make."""
    lines: dict[int, list[Box]] = {}
    for dot in dots:
        lines.setdefault(round((dot[1] + dot[3]) / 2 / IN_LINE), []).append(dot)
    rows: list[list[Box]] = []
    for line in lines.values():
        ordered = sorted(line)
        rows.append(ordered[:1])
        for one, other in pairwise(ordered):
            if other[0] - one[2] > NEXT_DOT:
                rows.append([])
            rows[-1].append(other)
    return [Ruling((row[0][1] + row[0][3]) / 2, row[0][0], max(dot[2] for dot in row)) for row in rows if len(row) >= DOTS]


class _Words:
    """The boxes of the characters of a page, to be asked for by their lower edges."""

    def __init__(self, boxes: Sequence[Box]) -> None:
        self.boxes = boxes
        self._order = sorted(range(len(boxes)), key=lambda number: boxes[number][3])
        self._bottoms = [boxes[number][3] for number in self._order]
        self._highest = max((box[3] - box[1] for box in boxes), default=0.0)

    def near(self, at: float, under: float = 0.0) -> list[int]:
        """Return the numbers of the characters that a line at this height may run through, or so far under."""
        return self._order[bisect_left(self._bottoms, at - under) : bisect_left(self._bottoms, at + self._highest)]


def _not_through_words(across: Sequence[Ruling], words: _Words) -> tuple[list[Ruling], frozenset[int]]:
    """Return the rulings that strike no characters out, and the numbers of those that are struck out."""
    kept: list[Ruling] = []
    struck: set[int] = set()
    for ruling in across:
        through = [number for number in words.near(ruling.at) if _runs_through(ruling, words.boxes[number])]
        if through and _ends_with([words.boxes[number] for number in through], ruling):
            struck.update(through)
        else:
            kept.append(ruling)
    return kept, frozenset(struck)


def _runs_through(ruling: Ruling, box: Box) -> bool:
    height = box[3] - box[1]
    return ruling.start < (box[0] + box[2]) / 2 < ruling.end and LOWEST * height < box[3] - ruling.at < HIGHEST * height


def _not_under_words(across: Sequence[Ruling], down: Sequence[Ruling], words: _Words) -> list[Ruling]:
    """Return the rulings that are not drawn under words: such begin and end with characters, or meet no other ruling."""
    kept = []
    for ruling in across:
        near = [words.boxes[number] for number in words.near(ruling.at, UNDER)]
        over = [box for box in near if box[0] < ruling.end and box[2] > ruling.start and (box[1] + box[3]) / 2 < ruling.at < box[3] + UNDER]
        if not over or (not _ends_with(over, ruling) and _meets(ruling, down)):
            kept.append(ruling)
    return kept


def _ends_with(words: Sequence[Box], ruling: Ruling) -> bool:
    """Return whether a ruling begins and ends as the characters over it do, with a blank on one side at most."""
    before, behind = min(box[0] for box in words) - ruling.start, ruling.end - max(box[2] for box in words)
    blank = BLANK * min(box[3] - box[1] for box in words)
    return min(before, behind) >= -ENDS and min(before, behind) <= ENDS and max(before, behind) <= blank


def _chained(across: Sequence[Ruling]) -> list[Ruling]:
    """Return rulings with those that touch end to end as one."""
    found: list[Ruling] = []
    for ruling in sorted(across, key=lambda each: (round(each.at, 1), each.start)):
        last = found[-1] if found else None
        if last is not None and round(last.at, 1) == round(ruling.at, 1) and ruling.start <= last.end + ENDS / 2:
            found[-1] = last._replace(end=max(last.end, ruling.end))
        else:
            found.append(ruling)
    return found


def _meets(ruling: Ruling, down: Sequence[Ruling]) -> bool:
    return any(ruling.start - MEET <= each.at <= ruling.end + MEET and each.start - MEET <= ruling.at <= each.end + MEET for each in down)
