"""The relations of a form evaluated one by one, without what the rules do to be quick: what they are compared with."""

from __future__ import annotations

from collections.abc import Iterator

from govreport.forms import Form
from govreport.model import Table
from govreport.relations import Outcome, equations, evaluate, value_of


def outcomes(form: Form, tables: dict[str, Table]) -> Iterator[Outcome]:
    """Yield the outcome of every equation of this year whose tables are at hand."""
    value, signed = value_of(form, tables)
    for equation in equations(form):
        cells = (*equation.left, *equation.right)
        if all(cell.table in tables and not cell.last_year for cell in cells):
            yield evaluate(equation, value, signed)
