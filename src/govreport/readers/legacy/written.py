"""Tables that a text itself marks up or draws, written as rows with bars, of which it is known where each cell begins and ends."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from govreport.readers.legacy.cells import Cell
from govreport.readers.legacy.lines import Line

WIDEST = 64
"""A table has so many columns at most."""


class Written(NamedTuple):
    """A cell: its words, an offset in the source that no other cell has, and the columns of the grid from ``start`` up to ``end``."""

    words: Line
    place: int
    start: int
    end: int


Found = tuple[int, int, Sequence[Sequence[Written]]]
"""A table: the number of its first line, that behind its last, and its cells row by row."""


def as_rows(lines: Sequence[Line], tables: Iterable[Found], cells: dict[int, Cell]) -> list[Line]:
    """Return the lines with those of tables replaced by a line a row; ``cells`` takes every cell by the offsets at which it may be asked for."""
    kept: list[Line] = []
    at = 0
    for first, behind, rows in tables:
        kept += lines[at:first]
        kept += [_row(row, cells) for row in rows if row]
        at = behind
    return [*kept, *lines[at:]]


def _row(row: Sequence[Written], cells: dict[int, Cell]) -> Line:
    text, origins = "", array("L")
    for each in row:
        cell = Cell(each.start, each.end)
        cells[each.place] = cell
        if each.words.text:
            cells[each.words.origin(0)] = cell
        words = each.words.text.replace("|", "\uff5c")
        text += f"| {words} "
        origins.extend((each.place, each.place, *each.words.origins, each.place))
    return Line(text + "|", array("L", (*origins, row[-1].place)), row[0].place)
