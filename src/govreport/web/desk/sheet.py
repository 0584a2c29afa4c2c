"""A table of any edition drawn for editing: the printed grid, each cell of data a field with a name, a label to be spoken and its place."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from govreport.cellnames import column_name, row_name
from govreport.forms import TableForm
from govreport.layout import LayoutCell, layout
from govreport.web.desk import fieldnames

COMMA = "\uff0c"


@dataclass(frozen=True, slots=True)
class Square:
    """A cell of the drawn grid; ``field`` and ``label`` are given for data. ``line`` and ``place`` count lines and grid columns from 0."""

    kind: str
    text: str
    colspan: int
    rowspan: int
    line: int
    place: int
    id: str | None = None
    headers: tuple[str, ...] = ()
    scope: str | None = None
    field: str | None = None
    label: str | None = None
    number: str | None = None

    @property
    def heading(self) -> bool:
        """Whether the cell is a heading of columns or rows."""
        return self.scope is not None


@dataclass(frozen=True, slots=True)
class UnitField:
    """The field for the unit of a row's money; ``printed`` is the unit that the form prints, None where it prints none."""

    field: str
    label: str
    printed: str | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table drawn for editing: its lines, those repeated as a head first, and the fields for units of money."""

    key: str
    edition: str
    name: str
    label: str
    chapter: str
    width: int
    head: tuple[tuple[Square, ...], ...]
    body: tuple[tuple[Square, ...], ...]
    units: tuple[UnitField, ...]

    @property
    def fields(self) -> tuple[str, ...]:
        """The names of the fields of all cells, in print order."""
        return tuple(square.field for line in (*self.head, *self.body) for square in line if square.field)


@lru_cache(maxsize=64)
def sheet(table: TableForm) -> Sheet:
    """Return a table of the form drawn for editing."""
    grid = layout(table)
    lines: list[list[Square]] = [[] for _ in grid.lines]
    for line, place, cell in grid.placed():
        lines[line].append(_square(table, cell, line, place))
    drawn = tuple(map(tuple, lines))
    rows = dict.fromkeys(row for row, _ in table.money)
    units = tuple(UnitField(fieldnames.unit(table.key, row), row_name(table, row), printed_unit(table, row)) for row in rows)
    heads = len(grid.head)
    return Sheet(table.key, table.edition, table.name, table.label, table.chapter, grid.width, drawn[:heads], drawn[heads:], units)


def printed_unit(table: TableForm, row: str) -> str | None:
    """Return the unit that the form prints for all money of a row, None where it prints none for some of it."""
    units = {column.unit for of, column in table.money if of == row}
    return units.pop() if len(units) == 1 else None


def label(table: TableForm, row: str, column: str) -> str:
    """Return the name of a cell as it is spoken: the row with the ordinals around it, then the column."""
    return f"{row_name(table, row)}{COMMA}{column_name(table, row, column)}"


def _square(table: TableForm, cell: LayoutCell, line: int, place: int) -> Square:
    shape = (cell.kind, cell.text, cell.colspan, cell.rowspan, line, place, cell.id, cell.headers, cell.scope)
    if cell.kind != "data" or cell.row is None or cell.column is None:
        return Square(*shape)
    column = table.column(cell.row, cell.column)
    return Square(*shape, fieldnames.cell(table.key, cell.row, cell.column), label(table, cell.row, cell.column), column.kind if column else None)
