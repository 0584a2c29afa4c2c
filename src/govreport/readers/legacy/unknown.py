"""Tables of a text that no edition has: lines that stand together, with several cells between bars on each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set

from govreport.model import Grid
from govreport.readers.legacy.fragments import is_drawing
from govreport.readers.legacy.lines import Line
from govreport.readers.legacy.prose import clean

FEWEST = 2
"""Fewer lines with fewer cells are no table: words between bars may be a menu."""


def unknown(lines: Sequence[Line], known: Set[int], told: Set[int]) -> Mapping[int, Grid | None]:
    """Return the tables by their first lines, with None for the others of their lines.

    ``known`` are the lines of tables that were read: what stands right at them belongs to these. ``told`` are those of which something else is said.
    """
    found: dict[int, Grid | None] = {}
    for stretch in _stretches(lines, known, told):
        rows = [_cells(lines[number].text) for number in stretch]
        if sum(sum(map(bool, row)) >= FEWEST for row in rows) >= FEWEST:
            # bars behind the last cell of all rows are padding
            width = max(len(row) for row in rows)
            grid = Grid(tuple(tuple(row + [""] * (width - len(row))) for row in rows))
            found |= {**dict.fromkeys(stretch), stretch[0]: grid}
    return found


def _stretches(lines: Sequence[Line], known: Set[int], told: Set[int]) -> Iterator[list[int]]:
    """Yield the numbers of the lines with cells that stand together, lines that are only drawn left out."""
    stretch: list[int] = []
    beside = False
    for number, line in enumerate(lines):
        if number in known:
            stretch, beside = [], True
        elif number not in told and is_drawing(line.text):
            continue
        elif number not in told and _is_row(line.text):
            stretch.append(number)
        else:
            if stretch and not beside:
                yield stretch
            stretch, beside = [], False
    if stretch and not beside:
        yield stretch


def _is_row(text: str) -> bool:
    stripped = text.strip()
    return stripped[:1] == "|" or stripped[-1:] == "|"


def _cells(text: str) -> list[str]:
    """Return the cells of a line up to the last one with words."""
    cells = [clean(cell) for cell in text.strip().removeprefix("|").split("|")]
    return cells[: max((number for number, cell in enumerate(cells, 1) if cell), default=0)]
