"""An aggregate against the reports of its members."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from govreport import numerals
from govreport.diagnostics import Diagnostic
from govreport.model import NotApplicable, Table
from govreport.rules.context import Context, at, finding, tables_of
from govreport.rules.registry import rule


@rule("ROLL-SUM", "ROLL-MISSING", stage="series")
def members_add_up(context: Context) -> Iterator[Diagnostic]:
    """Give ROLL-SUM for every cell that differs from the sum of the members' cells; members without the table are listed, not failed."""
    if not context.members:
        return
    tables = [(member.metadata.agency.name or "", tables_of(member, context.standard)) for member in context.members]
    for key, table in context.tables.items():
        having = [found[key] for _, found in tables if key in found and found[key].edition == table.edition]
        missing = [name for name, found in tables if key not in found or found[key].edition != table.edition]
        if missing:
            yield finding("ROLL-MISSING", at(table), count=len(missing), names=" / ".join(filter(None, missing)))
        if having:
            yield from _differing(table, having)


def _differing(table: Table, members: list[Table]) -> Iterator[Diagnostic]:
    for (row, column), total in table.cells.items():
        values = [member.get(row, column) for member in members]
        numbers = [value for value in values if value is not None and not isinstance(value, NotApplicable)]
        units = {table.units.get(row), *(member.units.get(row) for member in members)}
        if isinstance(total, NotApplicable) or len(numbers) < len(values) or len(units) > 1:
            continue
        added = sum(numbers, Decimal(0))
        if added != total:
            difference = numerals.written(abs(Decimal(total) - added))
            yield finding("ROLL-SUM", at(table, row, column), total=numerals.written(total), sum=numerals.written(added), difference=difference)
