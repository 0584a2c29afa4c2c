"""The relations of a form over the tables of a report: what fails for certain, found fast where everything holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from govreport.forms import Form
from govreport.model import Table
from govreport.relations import Equation, Outcome, equations, evaluate, value_of

Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class _Sums:
    """An equation within one table as keys of its cells."""

    equation: Equation
    left: tuple[Key, ...]
    right: tuple[Key, ...]


@lru_cache(maxsize=64)
def _sums(form: Form) -> tuple[tuple[tuple[str, tuple[_Sums, ...]], ...], tuple[Equation, ...]]:
    """Return the equations of this year within one table, by table, and those that span tables."""
    within: dict[str, list[_Sums]] = {}
    spanning = []
    for equation in equations(form):
        cells = (*equation.left, *equation.right)
        if any(cell.last_year for cell in cells):
            continue
        if len({cell.table for cell in cells}) > 1:
            spanning.append(equation)
            continue
        sides = (tuple((cell.row, cell.column) for cell in side) for side in (equation.left, equation.right))
        within.setdefault(cells[0].table, []).append(_Sums(equation, *sides))
    return tuple((table, tuple(found)) for table, found in within.items()), tuple(spanning)


def failures(form: Form, tables: dict[str, Table]) -> Iterator[Outcome]:
    """Yield the outcome of every relation of this year that fails for certain (form.md section 8)."""
    within, spanning = _sums(form)
    for key, found in within:
        table = tables.get(key)
        if table is None:
            continue
        number = table.cells.__getitem__
        for sums in found:
            try:
                # sums of present numbers at the speed of C; what is blank or not applicable is looked at closely
                if sum(map(number, sums.left)) == sum(map(number, sums.right)):  # type: ignore[arg-type]
                    continue
            except (KeyError, TypeError):
                pass
            yield from _failure(sums.equation, form, tables)
    for equation in spanning:
        if all(cell.table in tables for cell in (*equation.left, *equation.right)):
            yield from _failure(equation, form, tables)


def _failure(equation: Equation, form: Form, tables: dict[str, Table]) -> Iterator[Outcome]:
    outcome = evaluate(equation, *value_of(form, tables))
    if outcome.failed:
        yield outcome
