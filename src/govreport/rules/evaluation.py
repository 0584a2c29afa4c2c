"""The relations of a form over the tables of a report: what fails for certain, found fast where everything holds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter
from typing import Any

from govreport.forms import Form, TableForm
from govreport.model import Table, Value
from govreport.relations import Cell, Equation, Outcome, equations, evaluate, value_of

_Side = Callable[[tuple[Any, ...]], tuple[Any, ...]]
"""What picks the values of one side out of all values of a table in print order."""


@dataclass(frozen=True, slots=True)
class _Sums:
    """The equations of this year within one table."""

    table: TableForm
    sides: tuple[tuple[Equation, _Side, _Side], ...]


@lru_cache(maxsize=64)
def _sums(form: Form) -> tuple[tuple[_Sums, ...], tuple[Equation, ...]]:
    """Return the equations of this year within one table, by table, and those that span tables."""
    within: dict[str, list[Equation]] = {}
    spanning = []
    for equation in equations(form):
        cells = (*equation.left, *equation.right)
        if any(cell.last_year for cell in cells):
            continue
        if len({cell.table for cell in cells}) > 1:
            spanning.append(equation)
        else:
            within.setdefault(cells[0].table, []).append(equation)
    return tuple(_table_sums(form.tables[key], found) for key, found in within.items()), tuple(spanning)


def _table_sums(table: TableForm, found: list[Equation]) -> _Sums:
    places = {cell: number for number, cell in enumerate(table.cells)}
    sides = ((equation, _picker(places, equation.left), _picker(places, equation.right)) for equation in found)
    return _Sums(table, tuple(sides))


def _picker(places: dict[tuple[str, str], int], cells: Iterable[Cell]) -> _Side:
    """Return what picks the values of cells: a slice where they stand at even distances."""
    numbers = [places[cell.row, cell.column] for cell in cells]
    step = numbers[1] - numbers[0] if len(numbers) > 1 else 1
    if step > 0 and numbers == list(range(numbers[0], numbers[-1] + 1, step)):
        return itemgetter(slice(numbers[0], numbers[-1] + 1, step))
    return itemgetter(*numbers)


def failures(form: Form, tables: dict[str, Table]) -> Iterator[Outcome]:
    """Yield the outcome of every relation of this year that fails for certain (form.md section 8)."""
    within, spanning = _sums(form)
    look_up = value_of(form, tables)
    for sums in within:
        table = tables.get(sums.table.key)
        if table is not None:
            for equation in _uncertain(sums, table):
                yield from _failure(equation, look_up)
    for equation in spanning:
        if all(cell.table in tables for cell in (*equation.left, *equation.right)):
            yield from _failure(equation, look_up)


def _uncertain(sums: _Sums, table: Table) -> Iterator[Equation]:
    """Yield the equations that do not hold at a glance; a blank or not-applicable term, which cannot be added, has to be looked at closely."""
    cells, order = table.cells, sums.table.cells
    # a whole table in print order, as readers mostly give it, need not be looked up cell by cell
    values = tuple(cells.values()) if len(cells) == len(order) and tuple(cells) == order else tuple(map(cells.get, order))
    for equation, left, right in sums.sides:
        try:
            if sum(left(values)) == sum(right(values)):
                continue
        except TypeError:
            pass
        yield equation


def _failure(equation: Equation, look_up: tuple[Callable[[Cell], Value | None], Callable[[Cell], bool]]) -> Iterator[Outcome]:
    outcome = evaluate(equation, *look_up)
    if outcome.failed:
        yield outcome
