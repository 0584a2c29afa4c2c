"""Prose in two columns: where the gutter between them runs, and their lines column by column."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from govreport.readers.pdf.wording import Line, median

COLUMN_LINES, GUTTER = 6, 1.2


def in_columns(text: list[Line]) -> Iterator[Line]:
    """Yield lines column by column where a gutter runs down between them, else as they stand."""
    gutter = _gutter(text)
    if gutter is None:
        yield from text
        return
    left = [Line(own) for line in text if (own := [each for each in line.characters if each.x < gutter])]
    right = [Line(own) for line in text if (own := [each for each in line.characters if each.x >= gutter])]
    yield from left
    yield from right


def _gutter(text: list[Line]) -> float | None:
    """Return where a gutter between two columns of prose is: free in every line, with much text on both sides."""
    if len(text) < COLUMN_LINES:
        return None
    start, end = min(line.x0 for line in text), max(line.x1 for line in text)
    size = median([line.size for line in text])
    middles = [(one.x1, other.x0) for line in text for one, other in pairwise(line.characters) if other.x0 - one.x1 > GUTTER * size]
    for first, last in sorted(middles, key=lambda gap: abs((gap[0] + gap[1]) / 2 - (start + end) / 2)):
        at = (first + last) / 2
        if not start + (end - start) / 4 < at < end - (end - start) / 4:
            continue
        if any(each.x0 < at < each.x1 for line in text for each in line.characters):
            continue
        sides = [[[each for each in line.characters if (each.x < at) == side] for line in text] for side in (True, False)]
        full = [sum(len(own) * size >= 0.7 * ((at - start) if side else (end - at)) for own in sides[not side]) for side in (True, False)]
        if min(full) >= COLUMN_LINES // 2:
            return at
        return None
    return None
