"""Last year's tables as this year's relations ask for them: each in the edition of this year's table."""

from __future__ import annotations

from collections.abc import Mapping

from govreport.correspondence import load
from govreport.forms import Row, TableForm
from govreport.model import Table
from govreport.standard import Standard
from govreport.transfer import transfer


def carried_over(last: Mapping[str, Table], this: Mapping[str, TableForm], standard: Standard) -> dict[str, Table]:
    """Return last year's tables by key, those of another edition than this year's table carried over to its edition."""
    moved = (_carried(table, this, standard) for table in last.values())
    return {table.key: table for table in moved}


def _carried(table: Table, this: Mapping[str, TableForm], standard: Standard) -> Table:
    """Return a table in the edition of this year's: by the migration, else rows and columns by their keys, and rows of other keys by their roles."""
    target = this.get(table.key)
    if target is not None and target.edition == table.edition:
        return table
    form = standard.forms[table.edition].tables[table.key]
    for other in this.values():
        migration = load(standard, table.edition, other.edition) if other.edition != table.edition else None
        if migration is not None and migration.tables.get(table.key) == other.key:
            return transfer(table, form, other, migration).new
    if target is None:
        return table
    sources = {row.key: source for row in target.leaves if (source := _source(row, form, target))}
    held = ((row, column, table.get(sources[row], column)) for row, column in target.cells if row in sources and form.column(sources[row], column))
    cells = {(row, column): value for row, column, value in held if value is not None}
    return Table(table.key, target.edition, cells, {row: table.units[source] for row, source in sources.items() if source in table.units})


def _source(row: Row, form: TableForm, target: TableForm) -> str | None:
    """Return the key of the row in another form that a row goes back to, None where none or several may be it."""
    if row.key in form.columns:
        return row.key
    alike = [other.key for other in form.leaves if row.role is not None and other.role == row.role and other.key not in target.columns]
    return alike[0] if len(alike) == 1 else None
