"""Tables before they have measures: a table of the form by its layout, a plain grid by its rows; every cell with its spans and its tag."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice

from govreport.forms import TableForm
from govreport.layout import LayoutCell, layout
from govreport.model import Grid

HEADING, DATA = "TH", "TD"
_SCOPES = {"col": b"Column", "colgroup": b"Column", "row": b"Row", "rowgroup": b"Row"}
_LONG = 12
"""Characters of a cell from which on its column is set flush left."""


@dataclass(slots=True, eq=False)
class Cell:
    """A cell; ``attributes`` are the entries of its element, ``id`` names a heading for data cells to refer to."""

    row: int
    column: int
    down: int
    across: int
    text: str
    tag: str = DATA
    left: bool = False
    attributes: bytes = b""
    id: bytes | None = None
    key: tuple[str, str] | None = None


@dataclass(frozen=True, eq=False)
class Shape:
    """A table: how many rows and columns, how many rows are repeated on every page, its cells in reading order."""

    rows: int
    columns: int
    head: int
    cells: tuple[Cell, ...]


Part = tuple[int, int]
"""Some columns of data of a form: the first of them, and the first one behind them."""


def label_columns(form: TableForm) -> int:
    """Return how many columns of a form's grid hold labels: none where its rows stand side by side."""
    return 0 if form.across else max((len(row.labels) for row in form.leaves), default=1)


def placed(form: TableForm, part: Part | None = None) -> list[tuple[int, int, LayoutCell]]:
    """Return the cells of a form with their rows and columns, of its columns of data those of a part, as if there were no others.

    A row in which no cell begins then is none.
    """
    found = list(layout(form).placed())
    if part is None:
        return found
    labels, (start, end) = label_columns(form), part
    kept = []
    for row, column, cell in found:
        left, right = (at if at <= labels else labels + min(max(at - labels, start), end) - start for at in (column, column + cell.colspan))
        if left < right:
            kept.append((row, left, right - left, cell))
    rows = sorted({row for row, *_ in kept})
    place = {row: bisect_left(rows, row) for row in range(len(layout(form).lines) + 1)}
    return [(place[row], left, replace(cell, colspan=across, rowspan=place[row + cell.rowspan] - place[row])) for row, left, across, cell in kept]


@lru_cache(maxsize=64)
def form_shape(form: TableForm, number: int, part: Part | None = None) -> Shape:
    """Return the shape of a table of the form, its data cells without text; ``number`` tells its headings from those of other tables."""
    grid = layout(form)
    names = {cell.id: b"T%d-%d" % (number, at) for at, cell in enumerate((cell for line in grid.lines for cell in line if cell.id), 1) if cell.id}
    found = placed(form, part)
    cells = tuple(_form_cell(row, column, cell, names) for row, column, cell in found)
    columns = label_columns(form) + part[1] - part[0] if part else grid.width
    rows = found[-1][0] + 1
    return Shape(rows, columns, max(len(grid.head) - len(grid.lines) + rows, 0), cells)  # where a form has a head its other rows all begin with a label


def _form_cell(row: int, column: int, cell: LayoutCell, names: dict[str, bytes]) -> Cell:
    key = (cell.row, cell.column) if cell.kind == "data" and cell.row is not None and cell.column is not None else None
    scope = b"Column" if cell.kind == "corner" and cell.text else _SCOPES.get(cell.scope or "")
    headers = tuple(names[each] for each in cell.headers if each in names)
    flush = cell.kind == "corner" or (cell.kind == "label" and cell.rowspan == 1)
    return Cell(
        row,
        column,
        cell.rowspan,
        cell.colspan,
        cell.text,
        HEADING if scope else DATA,
        flush,
        attributes(cell.rowspan, cell.colspan, scope, headers),
        names.get(cell.id) if cell.id else None,
        key,
    )


def attributes(down: int, across: int, scope: bytes | None = None, headers: tuple[bytes, ...] = ()) -> bytes:
    """Return the entry that says of a cell how far it spans, what it heads and which cells head it."""
    entries = b"/RowSpan %d" % down if down > 1 else b""
    entries += b"/ColSpan %d" % across if across > 1 else b""
    entries += b"/Scope/%s" % scope if scope else b""
    entries += b"/Headers[%s]" % b"".join([b"(%s)" % each for each in headers]) if headers else b""
    return b"/A<</O/Table%s>>" % entries if entries else b""


def grid_shape(grid: Grid, start: int = 0, end: int | None = None) -> Shape:
    """Return the shape of a plain grid, or of its columns from one to before another."""
    columns = max((max(map(len, grid.rows), default=0) if end is None else end) - start, 1)
    head = int(_is_head(grid))
    texts = [list(islice(row, start, start + columns)) for row in grid.rows]
    long = {column for row in texts[head:] for column, text in enumerate(row) if len(text) > _LONG}
    cells = []
    for row, line in enumerate(texts):
        heading = row < head
        entry = attributes(1, 1, b"Column") if heading else b""
        for column in range(columns):
            text = line[column] if column < len(line) else ""
            cells.append(Cell(row, column, 1, 1, text, HEADING if heading and text else DATA, column in long and not heading, entry if text else b""))
    return Shape(len(texts), columns, head, tuple(cells))


def _is_head(grid: Grid) -> bool:
    """Return whether the first row of a grid heads the others: all its cells are filled, none with a number."""
    if len(grid.rows) < 2 or len(grid.rows[0]) < max(map(len, grid.rows)):
        return False
    return all(text and not text[0].isdigit() for text in grid.rows[0])
