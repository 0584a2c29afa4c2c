"""The relations of a form over the tables of a report: what fails for certain, found fast where everything holds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from operator import itemgetter
from typing import Any

from govreport.forms import Form, TableForm
from govreport.model import NA, Table, Value
from govreport.relations import Cell, Equation, Outcome, equations, evaluate, value_of

_Picker = Callable[[Sequence[Any]], Sequence[Any]]
"""What picks some values out of all values of a table in print order."""

_EMPTY = (None, NA)


@dataclass(frozen=True, slots=True)
class _Sums:
    """The equations of this year within one table; ``lefts`` and ``rights`` pick the values of either side of each."""

    shape: TableForm
    equations: tuple[Equation, ...]
    lefts: tuple[_Picker, ...]
    rights: tuple[_Picker, ...]


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

    def pickers(sides: Iterable[tuple[Cell, ...]]) -> tuple[_Picker, ...]:
        return tuple(_picker([places[cell.row, cell.column] for cell in side]) for side in sides)

    return _Sums(table, tuple(found), pickers(each.left for each in found), pickers(each.right for each in found))


def _picker(numbers: Sequence[int]) -> _Picker:
    """Return what picks the values at some places: a slice where they stand at even distances."""
    step = numbers[1] - numbers[0] if len(numbers) > 1 else 1
    if step > 0 and list(numbers) == list(range(numbers[0], numbers[-1] + 1, step)):
        return itemgetter(slice(numbers[0], numbers[-1] + 1, step))
    return itemgetter(*numbers)


def failures(form: Form, tables: dict[str, Table]) -> Iterator[Outcome]:
    """Yield the outcome of every relation of this year that fails for certain (form.md section 8)."""
    within, spanning = _sums(form)
    for sums in within:
        table = tables.get(sums.shape.key)
        if table is not None:
            yield from _failures(sums, _values(table, sums.shape))
    if spanning:
        look_up = value_of(form, tables)
        outcomes = (evaluate(each, *look_up) for each in spanning if all(cell.table in tables for cell in (*each.left, *each.right)))
        yield from (outcome for outcome in outcomes if outcome.failed)


def _values(table: Table, shape: TableForm) -> tuple[Value | None, ...]:
    """Return the values of a table in print order; a whole one in that order, as readers mostly give it, is not looked up cell by cell."""
    cells, order = table.cells, shape.cells
    return tuple(cells.values()) if len(cells) == len(order) and tuple(cells) == order else tuple(map(cells.get, order))


def _failures(sums: _Sums, values: Sequence[Any]) -> Iterator[Outcome]:
    for number in _doubtful(sums, values):
        outcome = _outcome(sums.equations[number], sums.lefts[number](values), sums.rights[number](values), sums.shape)
        if outcome.failed:
            yield outcome


def _doubtful(sums: _Sums, values: Sequence[Any]) -> list[int]:
    """Return the numbers of the equations whose sides differ; a blank or not-applicable term, which cannot be added, counts nothing in them."""
    try:
        lefts, rights = _added(sums.lefts, values), _added(sums.rights, values)
    except TypeError:
        # sides that are alike without their blank terms do not fail, whatever these may hold
        numbers = [0 if value in _EMPTY else value for value in values]
        lefts, rights = _added(sums.lefts, numbers), _added(sums.rights, numbers)
    return [] if lefts == rights else [number for number, sides in enumerate(zip(lefts, rights, strict=True)) if sides[0] != sides[1]]


def _added(pickers: Iterable[_Picker], values: Sequence[Any]) -> list[int | Decimal]:
    return [sum(pick(values)) for pick in pickers]


def _outcome(equation: Equation, left: Sequence[Any], right: Sequence[Any], shape: TableForm) -> Outcome:
    """Return what ``relations.evaluate`` does, of values that are at hand."""
    left_numbers, right_numbers = ([value for value in side if value not in _EMPTY] for side in (left, right))
    left_sum, right_sum = sum(left_numbers), sum(right_numbers)
    left_blanks, right_blanks = len(left) - len(left_numbers), len(right) - len(right_numbers)
    failed = (left_sum < right_sum and not left_blanks) or (right_sum < left_sum and not right_blanks)
    if failed and (left_blanks or right_blanks):
        cells = zip((*equation.left, *equation.right), (*left, *right), strict=True)
        failed = bool(left_numbers or right_numbers) and not any(value in _EMPTY and _is_signed(cell, shape) for cell, value in cells)
    return Outcome(equation, left_sum, right_sum, left_blanks + right_blanks, failed)


def _is_signed(cell: Cell, shape: TableForm) -> bool:
    column = shape.column(cell.row, cell.column)
    return column is not None and column.kind == "change"
