"""Both sides of an equation in the clerk's words, with the numbers."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from govreport import numerals
from govreport.cellnames import SEPARATOR, term_names
from govreport.diagnostics import LANGUAGES, CellRef, Diagnostic, Location
from govreport.forms import Form, Relation
from govreport.model import NotApplicable, Table
from govreport.relations import Cell, Equation, Outcome

SHOWN = 8
"""A side with more terms than these is shown without its zeros."""

REST, BLANK = "\u2026", "\u2013"


def failure(form: Form, outcome: Outcome, tables: dict[str, Table], last: dict[str, Table] | None = None, last_year: int | None = None) -> Diagnostic:
    """Return the diagnostic of a failed equation: its code at its cell, with both sides and their difference."""
    equation = outcome.equation
    at = equation.at
    place = Location(cell=CellRef(at.table, at.row, at.column, tables[at.table].edition))
    names = _names(form, equation)

    def side(cells: tuple[Cell, ...], total: int | Decimal) -> str:
        return _side(cells, numerals.written(total), names, tables, last or {}, last_year)

    params = {
        "left": side(equation.left, outcome.left),
        "right": side(equation.right, outcome.right),
        "difference": numerals.written(abs(Decimal(outcome.left) - Decimal(outcome.right))),
    }
    return Diagnostic(equation.relation.code, place, {**params, **stated(equation.relation)})


def stated(relation: Relation) -> dict[str, str]:
    """Return what a relation says of itself, in both languages, where it does."""
    texts = dict(relation.texts)
    words = {lang: texts.get(lang) or next(iter(texts.values())) for lang in LANGUAGES} if texts else {}
    return {"stated": "relation" if texts else "", **words}


@lru_cache(maxsize=1024)
def _names(form: Form, equation: Equation) -> dict[Cell, str]:
    return term_names(form.tables, (*equation.left, *equation.right))


def _side(cells: tuple[Cell, ...], total: str, names: dict[Cell, str], tables: dict[str, Table], last: dict[str, Table], last_year: int | None) -> str:
    terms = []
    for cell in cells:
        table = (last if cell.last_year else tables).get(cell.table)
        value = table.get(cell.row, cell.column) if table else None
        blank = value is None or isinstance(value, NotApplicable)
        if len(cells) > SHOWN and (blank or value == 0):
            continue
        year = f"{REST if last_year is None else last_year}{SEPARATOR}" if cell.last_year else ""
        terms.append(f"{year}{names[cell]} {BLANK if value is None else numerals.written(value)}")
    if len(terms) < len(cells):
        terms.append(REST)
    return terms[0] if len(cells) == 1 else f"{' + '.join(terms)} = {total}"
