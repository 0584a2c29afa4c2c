"""Columns of figures that no rulings part: where figures stand below one another, or below the heads of their columns."""

from __future__ import annotations

from collections.abc import Sequence

Interval = tuple[float, float]
ALIGNED = 3.0
"""Points by which figures may stand beside the middle or the edge of their head."""


class UnsureError(Exception):
    """Raised where it cannot be told for certain which column a figure stands in."""


def columns(rows: Sequence[Sequence[Interval]], heads: Sequence[Interval], known: Sequence[Interval]) -> list[Interval]:
    """Return where the columns of rows stand, from left to right; ``known`` are those of the rows before. Raises ``UnsureError``.

    Rows with a figure in every column tell them alone, for heads need not stand above their figures; else the heads have to agree.
    """
    figures = joined([interval for row in rows for interval in row])
    most = max(map(len, rows))
    if len(figures) == most and most >= len(heads):
        if not heads and len(known) > most and _within(figures, known):
            return list(known)
        return figures
    if heads:
        both = joined([*figures, *heads])
        if len(both) == len(heads) and _are_below([interval for row in rows for interval in row], heads):
            return both
    elif _within(figures, known):
        return list(known)
    raise UnsureError


def place(figures: Sequence[Interval], among: Sequence[Interval]) -> list[int]:
    """Return the column of each figure; raises ``UnsureError`` where it stands in none or several, or not alone in its own."""
    found = [[number for number, column in enumerate(among) if _meet(figure, column)] for figure in figures]
    own = [each[0] for each in found if len(each) == 1]
    if len(own) < len(figures) or len(set(own)) < len(own):
        raise UnsureError
    return own


def joined(intervals: Sequence[Interval]) -> list[Interval]:
    """Return intervals in order, those that meet as one."""
    found: list[Interval] = []
    for start, end in sorted(intervals):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return found


def _are_below(figures: Sequence[Interval], heads: Sequence[Interval]) -> bool:
    """Return whether figures stand below heads as tables are set: all in the middle, or all at the same edge."""
    pairs = [(figure, head) for figure in figures for head in heads if _meet(figure, head)]
    lefts = [abs(figure[0] - head[0]) for figure, head in pairs]
    rights = [abs(figure[1] - head[1]) for figure, head in pairs]
    middles = [abs(sum(figure) - sum(head)) / 2 for figure, head in pairs]
    return len(pairs) == len(figures) and min(map(max, (lefts, middles, rights))) < ALIGNED


def _meet(one: Interval, other: Interval) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _within(figures: Sequence[Interval], known: Sequence[Interval]) -> bool:
    """Return whether every one of the intervals meets one of those known, none the same."""
    met = [[number for number, column in enumerate(known) if _meet(figure, column)] for figure in figures]
    return bool(known) and all(len(each) == 1 for each in met) and len({each[0] for each in met}) == len(met)
