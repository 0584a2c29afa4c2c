"""Tables of a page as rows of cells with the grid columns they take up: spans expanded, those that cannot be right cut and counted."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from lxml import etree

from govreport.readers.html.elements import CELLS, gone, hidden, tag_of

WIDEST, HIGHEST = 1000, 65534
"""The most columns and rows that a cell may take up in HTML."""
COVERED = 100_000
"""So many places of a page may be covered by cells that reach down into further rows; then they reach no further."""
_NUMBER = re.compile(r"\s*\+?([0-9]{1,9})")


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell of a row: its element, the columns from ``start`` up to ``end``; ``covered`` where the element stands in a row above."""

    element: etree._Element
    start: int
    end: int
    covered: bool = False
    shared: bool = False


@dataclass(slots=True)
class Grid:
    """The rows of a table by their first cell or their ``tr``; ``width`` is that of most rows.

    ``faults`` counts spans that cannot be right, ``covered`` the places that cells from rows above take up.
    """

    rows: dict[etree._Element, tuple[GridCell, ...]] = field(default_factory=dict)
    width: int = 0
    faults: int = 0
    covered: int = 0


@dataclass(slots=True)
class _Open:
    """A cell that reaches down: the rows it still covers, and the numbers of those it has covered."""

    element: etree._Element
    start: int
    end: int
    left: int
    first: int
    rows: list[int] = field(default_factory=list)


def grid(table: etree._Element, most: int = COVERED) -> Grid:
    """Return the grid of a table, or of whatever else holds rows or cells; tables inside its cells are none of it.

    Cells that reach down cover ``most`` places and those of one row more.
    """
    found = Grid()
    rows = list(_rows(table))
    placed: list[list[tuple[etree._Element, int, int, _Open | None]]] = []
    active: list[_Open] = []
    done: list[_Open] = []
    for number, (_, cells) in enumerate(rows):
        line, opened = _line(cells, active, number, len(rows), found, found.covered < most)
        found.covered += len(active)
        placed.append(line)
        done += opened
        for each in active:
            each.left -= 1
            each.rows.append(number)
        found.faults += found.covered >= most and bool(active)
        active = sorted([each for each in (*active, *opened) if each.left > 0 and found.covered < most], key=lambda each: each.start)
    ends = [max((end for _, _, end, _ in line), default=0) for line in placed]
    found.width = max(Counter(ends).items(), key=lambda item: (item[1], item[0]))[0] if ends else 0
    shared = {id(each) for each in done if each.rows and all(ends[row] <= found.width for row in each.rows)}
    for number, ((key, _), line) in enumerate(zip(rows, placed, strict=True)):
        found.rows[key] = tuple(
            GridCell(element, start, end, opened is not None and opened.first != number, id(opened) in shared) for element, start, end, opened in line
        )
    return found


def is_box(table: etree._Element) -> bool:
    """Return whether a table is a single cell, such as a frame around what the cell that it stands in says."""
    return len(list(islice(table.iter(*CELLS), 2))) < 2


def _line(
    cells: Sequence[etree._Element], active: Sequence[_Open], number: int, count: int, found: Grid, reaching: bool
) -> tuple[list[tuple[etree._Element, int, int, _Open | None]], list[_Open]]:
    """Return the cells of one row from left to right, those that reach down from above among them, and those of its own that reach down."""
    line: list[tuple[etree._Element, int, int, _Open | None]] = []
    opened: list[_Open] = []
    waiting = list(reversed(active))
    column = 0
    for cell in cells:
        while waiting and waiting[-1].start <= column:
            above = waiting.pop()
            line.append((above.element, above.start, above.end, above))
            column = max(column, above.end)
        across, down = _span(cell, "colspan", WIDEST, found), _span(cell, "rowspan", HIGHEST, found)
        found.faults += number + down > count
        down = min(down, count - number) if reaching else 1
        end = column + across
        found.faults += bool(waiting) and waiting[-1].start < end
        reach = _Open(cell, column, end, down - 1, number) if down > 1 else None
        if reach is not None:
            opened.append(reach)
        line.append((cell, column, end, reach))
        column = end
    line += [(above.element, above.start, above.end, above) for above in reversed(waiting)]
    return sorted(line, key=lambda item: item[1]), opened


def _span(cell: etree._Element, name: str, most: int, found: Grid) -> int:
    raw = cell.get(name)
    if raw is None:
        return 1
    number = _NUMBER.match(raw)
    span = int(number[1]) if number else 1
    found.faults += span > most
    return min(max(span, 1), most)


def _rows(table: etree._Element) -> Iterator[tuple[etree._Element, list[etree._Element]]]:
    """Yield each row of a table with its cells; cells without a row make one of their own, named by the first of them."""
    loose: list[etree._Element] = []
    for tag, element in _parts(table):
        if tag in CELLS:
            if not gone(element):
                loose.append(element)
            continue
        if loose and tag:
            yield loose[0], loose
            loose = []
        if tag == "tr" and not hidden(element):
            yield element, list(_cells(element))
    if loose:
        yield loose[0], loose


def _cells(row: etree._Element) -> Iterator[etree._Element]:
    """Yield the cells of a row, also where a form or a formatting element stands between."""
    return (element for tag, element in _parts(row) if tag in CELLS and not gone(element))


def _parts(parent: etree._Element) -> Iterator[tuple[str, etree._Element]]:
    """Yield what stands in a table or a row with its tags, in the order of the source; cells, rows, tables and hidden elements are not looked into."""
    waiting = [iter(parent)]
    while waiting:
        element = next(waiting[-1], None)
        if element is None:
            waiting.pop()
            continue
        tag = tag_of(element)
        yield tag, element
        if tag and tag not in CELLS and tag not in ("table", "tr") and not hidden(element):
            waiting.append(iter(element))
