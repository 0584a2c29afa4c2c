"""One table carried over to another edition: what went along, and what had no place there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from govreport.correspondence import Correspondence, Pair, Reasons
from govreport.diagnostics import CellRef
from govreport.forms import Column, TableForm
from govreport.model import NotApplicable, Table, Value


@dataclass
class Transfer:
    """A table before and after, and the cells whose values were lost on the way: each with a reason of DOC-MIGRATION and its words."""

    old: Table
    new: Table
    form: TableForm
    correspondence: Correspondence
    lost: dict[CellRef, tuple[str, Reasons]] = field(default_factory=dict)

    def place(self, cell: CellRef) -> CellRef | None:
        """Return where a table, row, column or cell is now, None where it has no one counterpart."""
        if cell.row is None and cell.column is None:
            return CellRef(self.new.key)
        own = [
            (here, there)
            for here, there in self.correspondence.single.items()
            if here.table == cell.table and cell.column in (None, here.column) and (cell.row is None or here.row in self.form.under(cell.row))
        ]
        columns = {there.column for _, there in own}
        rows = {there.row for _, there in own}
        if cell.row and cell.row not in self.form.columns and all(here.row == there.row for here, there in own):
            # a group of rows that went along as it is
            rows = {cell.row}
        if not own or (cell.row and len(rows) > 1) or (cell.column and len(columns) > 1):
            return None
        return CellRef(self.new.key, rows.pop() if cell.row else None, columns.pop() if cell.column else None)


def transfer(table: Table, form: TableForm, target: TableForm, found: Correspondence) -> Transfer:
    """Return a table carried over to its form in another edition; cells without a counterpart there are blank."""
    cells: dict[tuple[str, str], Value] = {}
    units: dict[str, str] = {}
    moved = Transfer(table, Table(target.key, target.edition, cells, units), form, found)
    for pair in found.pairs:
        if pair.left[0].table == table.key:
            _carry(pair, table, form, target, moved, cells, units)
    for cell, reasons in found.left_only.items():
        if cell.table == table.key and table.get(*key_of(cell)) is not None:
            moved.lost[cell] = ("stated" if reasons else "unstated", reasons)
    return moved


def _carry(pair: Pair, table: Table, form: TableForm, target: TableForm, moved: Transfer, cells: dict[tuple[str, str], Value], units: dict[str, str]) -> None:
    values = {cell: value for cell in pair.left if (value := table.get(*key_of(cell))) is not None}
    if not values:
        return
    there = key_of(pair.right[0])
    column = target.columns[there[0]][there[1]]
    value = combined(list(values.values()))
    in_force = {unit_of(cell, table, form) for cell in values}
    if len(pair.right) > 1:
        reason = "sum"
    elif len(values) < len(pair.left) or value is None or len(in_force) > 1:
        reason = "blank"
    elif (fitting := _fitting(value, column)) is None:
        reason = "number"
    else:
        cells[there] = fitting
        unit = in_force.pop()
        if column.kind == "money" and unit and unit != column.unit:
            units[there[0]] = unit
        return
    for cell in values:
        moved.lost[cell] = (reason, pair.reasons)


def combined(values: Sequence[Value | None]) -> Value | None:
    """Return the one value, or the sum of several numbers; None where not all are numbers."""
    if len(values) == 1:
        return values[0]
    numbers = [value for value in values if isinstance(value, int | Decimal)]
    return sum(numbers) if len(numbers) == len(values) else None


def _fitting(value: Value, column: Column) -> Value | None:
    """Return the value as a column of that kind holds it, None where it cannot."""
    if isinstance(value, NotApplicable):
        return value
    if column.kind == "money":
        return Decimal(value) if value >= 0 else None
    if value != int(value) or (value < 0 and column.kind == "count"):
        return None
    return int(value)


def key_of(cell: CellRef) -> tuple[str, str]:
    """Return the row and column keys of a cell."""
    return cell.row or "", cell.column or ""


def unit_of(cell: CellRef, table: Table, form: TableForm) -> str | None:
    """Return the unit in force for a cell: the one written, else the one that the form prints; None where it is no money."""
    column = form.column(*key_of(cell))
    return None if column is None or column.kind != "money" else table.units.get(cell.row or "", column.unit)
