"""The relations of an edition as data for the page, so that sums are checked while one types; on the server the rules do the same."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from govreport import numerals
from govreport.cellnames import term_names
from govreport.diagnostics import Severity
from govreport.forms import Form
from govreport.model import Report, Restatement
from govreport.profiles import Profile
from govreport.relations import Cell, Equation, equations
from govreport.standard import Standard
from govreport.web.desk import fieldnames
from govreport.web.desk.carrying import figures

Place = tuple[str, str, str]
Figures = Mapping[str, Mapping[tuple[str, str], int | Decimal]]


def relations(form: Form, last: Report | None, standard: Standard, restated: Iterable[Restatement] = ()) -> list[dict[str, Any]]:
    """Return every equation of an edition: ``left`` and ``right`` as terms (field, name; ``value`` instead of a field for last year's), ``at``, ``code``.

    Those with figures of last year's are there only where all of these are known; a figure that was stated anew counts as it is stated.
    """
    if last is None:
        return list(_this_year(form))
    known, anew = figures(form, last, standard), {(each.table, each.row, each.column): each for each in restated}
    return [each for equation in equations(form) if (each := _described(form, equation, known, anew)) is not None]


def soft(form: Form, profile: Profile) -> list[str]:
    """Return the codes of the relations whose failure is no error under a profile."""
    return sorted({each.code for each in form.relations if profile.severity(each.code, each.basis) is not Severity.ERROR})


@lru_cache(maxsize=16)
def _this_year(form: Form) -> tuple[dict[str, Any], ...]:
    return tuple(each for equation in equations(form) if (each := _described(form, equation, {})) is not None)


def _described(form: Form, equation: Equation, figures: Figures, anew: Mapping[Place, Restatement] = MappingProxyType({})) -> dict[str, Any] | None:
    stated = [anew[place] for cell in (*equation.left, *equation.right) if (place := (cell.table, cell.row, cell.column)) in anew]
    names = term_names(form.tables, (*equation.left, *equation.right))
    left, right = ([_term(cell, names[cell], figures, stated) for cell in side] for side in (equation.left, equation.right))
    if not all(left) or not all(right):
        return None
    at = equation.at
    return {"code": equation.relation.code, "at": fieldnames.cell(at.table, at.row, at.column), "left": left, "right": right}


def _term(cell: Cell, name: str, figures: Figures, stated: Sequence[Restatement]) -> dict[str, str] | None:
    if not cell.last_year:
        return {"field": fieldnames.cell(cell.table, cell.row, cell.column), "name": name}
    value = figures.get(cell.table, {}).get((cell.row, cell.column))
    value = next((each.after for each in stated if each.before == value), value)
    return None if value is None else {"value": numerals.written(value), "name": name}
