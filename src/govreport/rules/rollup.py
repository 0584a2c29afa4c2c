"""An aggregate against the reports of its members."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from govreport import numerals
from govreport.diagnostics import Diagnostic, Location
from govreport.metadata import ORGAN
from govreport.model import NotApplicable, Report, Table
from govreport.rules.context import Context, at, finding, tables_of
from govreport.rules.registry import rule


@rule("ROLL-SUM", "ROLL-MISSING", stage="series")
def members_add_up(context: Context) -> Iterator[Diagnostic]:
    """Give ROLL-SUM for every cell that differs from the sum of the members' cells; members without the tables are listed, not failed."""
    lacking = {key: [member for member in _members(context) if _table(member, key, table, context) is None] for key, table in context.tables.items()}
    nowhere = [member for member in _members(context) if lacking and all(member in each for each in lacking.values())]
    if nowhere:
        yield _missing(nowhere, Location(path="/report"), context)
    for key, members in lacking.items():
        partly = [member for member in members if member not in nowhere]
        if partly:
            yield _missing(partly, at(context.tables[key]), context)
    for table, row, column, total, summed in added(context):
        if total != summed:
            difference = numerals.written(abs(total - summed))
            yield finding("ROLL-SUM", at(table, row, column), total=numerals.written(total), sum=numerals.written(summed), difference=difference)


def added(context: Context) -> Iterator[tuple[Table, str, str, Decimal, Decimal]]:
    """Yield every cell that compares with the members: table, row, column, its number and the sum of theirs; units must agree."""
    if not context.members:
        return
    for key, table in context.tables.items():
        members = [found for member in _members(context) if (found := _table(member, key, table, context)) is not None]
        for (row, column), total in table.cells.items() if members else ():
            values = [member.get(row, column) for member in members]
            numbers = [value for value in values if value is not None and not isinstance(value, NotApplicable)]
            units = {table.units.get(row), *(member.units.get(row) for member in members)}
            if not isinstance(total, NotApplicable) and len(numbers) == len(values) and len(units) == 1:
                yield table, row, column, Decimal(total), Decimal(sum(numbers))


def _missing(members: list[Report], place: Location, context: Context) -> Diagnostic:
    names = " / ".join(filter(None, (_name(member, context) for member in members)))
    return finding("ROLL-MISSING", place, count=len(members), names=names)


def _members(context: Context) -> tuple[Report, ...]:
    """Return the members of an aggregate, without itself; none where the report counts one agency only."""
    own = context.metadata
    if own.scope == ORGAN:
        return ()
    identity = (own.agency.name, own.scope, own.year)
    return tuple(member for member in context.members if (member.metadata.agency.name, member.metadata.scope, member.metadata.year) != identity)


def _table(member: Report, key: str, table: Table, context: Context) -> Table | None:
    """Return a member's table that compares with one of the aggregate: of the same edition, in a report for the same year."""
    years = {context.year, member.metadata.year} - {None}
    found = tables_of(member, context.standard).get(key) if len(years) < 2 else None
    return found if found is not None and found.edition == table.edition else None


def _name(member: Report, context: Context) -> str:
    """Return the name of a member, with its year where that is not the aggregate's."""
    name, year = member.metadata.agency.name or "", member.metadata.year
    return name if year in (None, context.year) else f"{name} {year}"
