"""The relations of any form: each table is judged by its own edition; what the profile adds is judged in the same way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from govreport.forms import Form
from govreport.model import Table
from govreport.relations import Equation, equations, evaluate, value_of
from govreport.rules.context import Context
from govreport.rules.equations import failure
from govreport.rules.registry import Raised, rule

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


@rule("T3-BALANCE", "T3-RESULTS", "T3-ROW", "T4-SUM", "TABLE-SUM", "TABLE-BALANCE", "TABLE-EQUAL")
def relations_hold(context: Context) -> Iterator[Raised]:
    """Give the code of every relation of the form, and of the profile, that fails for certain (form.md section 8)."""
    for edition, tables in context.editions.items():
        yield from _failures(context.standard.forms[edition], tables)
        local = context.profile.local_forms.get(edition)
        if local is not None:
            yield from _failures(local, tables)


def _failures(form: Form, tables: dict[str, Table]) -> Iterator[Raised]:
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


def _failure(equation: Equation, form: Form, tables: dict[str, Table]) -> Iterator[Raised]:
    outcome = evaluate(equation, *value_of(form, tables))
    if outcome.failed:
        yield Raised(failure(form, outcome, tables), equation.relation.basis)
