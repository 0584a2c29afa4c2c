"""The cells to be found in a copy of a report, by the strict rules on lost cells."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal

from govreport.standard import Standard

from .printed import Place
from .truth import Mark, Number, TrueTable, Truth, row_total

Value = Number | str
"""A number, or the state ``blank`` or ``na``."""


@dataclass(frozen=True)
class Expected:
    """What should come out of a cell: ``edition`` empty where any will do; ``recoverable`` False where the text no longer tells its place."""

    value: Value
    edition: str
    unit: str
    recoverable: bool = True


def cells(truth: Truth, standard: Standard, loss: str, kept: set[Place] | None, unplaced: Iterable[Place] = ()) -> dict[Place, Expected]:
    """Return the expected cell of every place of a report."""
    found: dict[Place, Expected] = {}
    for key, table in truth.tables.items():
        found.update(_table(key, table, standard, loss, kept))
    lost = found.keys() & set(unplaced)
    for place in lost:
        found[place] = replace(found[place], recoverable=found[place].value == "blank")
    untold = {key for key, table in truth.tables.items() if (own := _own(key, table, standard)) and lost.issuperset(own)}
    return {place: replace(want, edition="") if place[0] in untold else want for place, want in found.items()}


def _own(key: str, table: TrueTable, standard: Standard) -> set[Place]:
    """Return the places that no other edition has: without their rows nothing tells the edition."""
    others = {cell for form in standard.forms.values() if form.edition != table.form.edition and key in form.tables for cell in form.tables[key].cells}
    return {(key, *cell) for cell in table.form.cells if cell not in others}


def _table(key: str, table: TrueTable, standard: Standard, loss: str, kept: set[Place] | None) -> dict[Place, Expected]:
    edition = table.form.edition if _telling(key, table, standard) else ""
    found: dict[Place, Expected] = {}
    lines = [list(table.form.cells)] if table.form.across else [[(row, column) for column in table.form.columns[row]] for row in table.form.columns]
    total = row_total(table.form, standard)
    stands = loss == "blanks" and total is not None and not table.form.across and _totals_stand(table, lines, key, kept or set())
    for line in lines:
        here = [place for place in line if place not in table.removed]
        left = [place for place in here if kept is None or (key, *place) in kept]
        complete = loss == "none" or kept is None or (loss != "all" and len(left) == len(here))
        for place in line:
            found[(key, *place)] = _cell(table, place, edition, complete)
        if not complete and left and stands and total:
            place = (line[0][0], total)
            value = table.cells[left[-1]]
            if isinstance(value, (int, Decimal)):
                found[(key, *place)] = Expected(value, edition, "")
    return found


def _cell(table: TrueTable, place: tuple[str, str], edition: str, complete: bool) -> Expected:
    value = table.cells[place]
    column = table.form.columns[place[0]][place[1]]
    unit = (table.units.get(place[0]) or column.unit or "") if column.kind == "money" else ""
    if place in table.removed or value is None:
        return Expected("blank", edition, unit)
    if isinstance(value, Mark):
        return Expected("na", edition, unit, complete)
    return Expected(value, edition, unit, complete)


def _totals_stand(table: TrueTable, lines: list[list[tuple[str, str]]], key: str, kept: set[Place]) -> bool:
    """Return whether every row with two or more numbers ends in the sum of the others."""
    for line in lines:
        numbers = [value for place in line if (key, *place) in kept and isinstance(value := table.cells[place], (int, Decimal))]
        if len(numbers) > 1 and sum(numbers[:-1]) != numbers[-1]:
            return False
    return True


def _telling(key: str, table: TrueTable, standard: Standard) -> bool:
    """Return whether the table's rows and columns tell its edition from every other."""
    same = [form for form in standard.forms.values() if key in form.tables and form.tables[key].cells == table.form.cells]
    return len(same) == 1
