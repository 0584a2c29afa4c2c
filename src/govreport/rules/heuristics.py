"""Figures that look wrong but need not be: none of these ever rejects a report."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from govreport import numerals
from govreport.diagnostics import Diagnostic
from govreport.envelope import BELOW_CITY, envelope
from govreport.model import NotApplicable, Table
from govreport.rules.context import Context, at, finding
from govreport.rules.registry import rule


@rule("T2-RULES")
def only_cities_make_rules(context: Context) -> Iterator[Diagnostic]:
    """Give T2-RULES for a row of role ``city-only`` that counts something in the report of an agency known to be below a city."""
    if context.metadata.agency.level not in BELOW_CITY:
        return
    for key, table in context.tables.items():
        shape = context.shapes[key]
        for row in shape.leaves:
            if row.role == "city-only":
                for column in shape.columns[row.key]:
                    value = _number(table, row.key, column)
                    if value:
                        yield finding("T2-RULES", at(table, row.key, column), value=numerals.written(value))
                        break


@rule("T2-UNIT")
def amounts_are_in_the_printed_unit(context: Context) -> Iterator[Diagnostic]:
    """Give T2-UNIT for a row whose written unit is not the printed one, and for an integer too large for a township or a department.

    An amount in the smallest unit cannot have been meant in a smaller one.
    """
    agency = context.metadata.agency
    limit = context.profile.threshold("fee-amount")
    small = limit is not None and (agency.level == "township" or agency.kind == "department")
    smallest = next(iter(envelope(context.standard).enumerations.get("Unit", ())), None)
    for table, row, column, unit, role in _money(context):
        if unit is None:
            continue
        value, written = _number(table, row, column), table.units.get(row)
        if written is not None and written != unit:
            yield finding("T2-UNIT", at(table, row, column), problem="deviation", unit=written, printed=unit)
        elif small and role == "fee-amount" and unit != smallest and value is not None and limit is not None and value >= limit and value == int(value):
            yield finding("T2-UNIT", at(table, row, column), problem="large", value=numerals.written(value), printed=unit)


@rule("T2-MONEY")
def amounts_have_a_unit(context: Context) -> Iterator[Diagnostic]:
    """Give T2-MONEY for an amount other than 0 whose unit neither the form prints nor the report writes."""
    for table, row, column, unit, _ in _money(context):
        value = _number(table, row, column)
        if unit is None and value and row not in table.units:
            yield finding("T2-MONEY", at(table, row, column), value=numerals.written(value))


def _money(context: Context) -> Iterator[tuple[Table, str, str, str | None, str | None]]:
    """Yield every money cell as table, row, column, printed unit and role."""
    for key, table in context.tables.items():
        for row, column in context.shapes[key].money:
            yield table, row, column.key, column.unit, column.role


def _number(table: Table, row: str, column: str) -> int | Decimal | None:
    value = table.get(row, column)
    return None if isinstance(value, NotApplicable) else value
