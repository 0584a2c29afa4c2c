"""Last year's tables as this year's relations ask for them: each in the edition of this year's table."""

from __future__ import annotations

from collections.abc import Mapping

from govreport.correspondence import load
from govreport.forms import Row, TableForm
from govreport.model import Table
from govreport.standard import Standard
from govreport.transfer import transfer


def carried_over(last: Mapping[str, Table], this: Mapping[str, Table], standard: Standard) -> dict[str, Table]:
    """Return last year's tables by key, those of another edition than this year's table of the key carried over to its edition."""
    return {key: _carried(table, this.get(key), standard) for key, table in last.items()}


def _carried(table: Table, this: Table | None, standard: Standard) -> Table:
    """Return a table in the edition of another: by the migration, else rows and columns by their keys, and rows of other keys by their roles."""
    if this is None or this.edition == table.edition:
        return table
    form, target = (standard.forms[edition].tables[table.key] for edition in (table.edition, this.edition))
    migration = load(standard, table.edition, this.edition)
    if migration is not None and migration.tables.get(table.key) == table.key:
        return transfer(table, form, target, migration).new
    sources = {row.key: source for row in target.leaves if (source := _source(row, form, target))}
    held = ((row, column, table.get(sources[row], column)) for row, column in target.cells if row in sources and form.column(sources[row], column))
    cells = {(row, column): value for row, column, value in held if value is not None}
    return Table(table.key, this.edition, cells, {row: table.units[source] for row, source in sources.items() if source in table.units})


def _source(row: Row, form: TableForm, target: TableForm) -> str | None:
    """Return the key of the row in another form that a row goes back to, None where none or several may be it."""
    if row.key in form.columns:
        return row.key
    alike = [other.key for other in form.leaves if row.role is not None and other.role == row.role and other.key not in target.columns]
    return alike[0] if len(alike) == 1 else None
