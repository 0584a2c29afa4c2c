"""Where numbers stood whose empty neighbours were lost in copying: concluded from the form's own relations, or not at all.

Three conclusions are allowed: a number alone is its row's total; several of which the last is the sum of the others end in
the total; and a placement that is the only one the relations of the whole table leave. Nothing else is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from govreport.forms import Form, TableForm
from govreport.model import NotApplicable, Value
from govreport.relations import Equation, equations

NODES = 10_000
STEPS = 600
Key = tuple[str, str]
Number = int | Decimal


class LostRow(NamedTuple):
    """Numbers in order and the cells, in order, among which they stood."""

    cells: tuple[Key, ...]
    numbers: tuple[Number, ...]


@dataclass(slots=True)
class Placed:
    """The result: for each lost row the cell of each number, None where unknown; ``exhausted`` if the search was cut off."""

    rows: list[list[Key | None]] = field(default_factory=list)
    exhausted: bool = False


def place(table: TableForm, form: Form, known: Mapping[Key, Value | None], lost: Sequence[LostRow]) -> Placed:
    """Return the cells of lost numbers. ``known`` holds the cells that the text places, blank ones as None.

    A relation with a cell that is neither there nor in a lost row says nothing of the others.
    """
    own = sums_of(form, table.key)
    totals = _totals(own)
    result = Placed([[None] * len(row.numbers) for row in lost])
    if _contradicted(totals, known, lost):
        return result
    for row, cells in zip(lost, result.rows, strict=True):
        total = next((totals[cell] for cell in row.cells if cell in totals and _covers(totals[cell], row.cells)), None)
        if total is not None and _ends_in_total(row.numbers):
            cells[-1] = _single(total)
    told = known.keys() | {cell for row in lost for cell in row.cells}
    speaking = [each for each in own if all((cell.row, cell.column) in told for cell in (*each.left, *each.right))]
    search = _Search(speaking, known, lost, result.rows)
    search.run()
    result.exhausted = search.nodes > NODES
    if not result.exhausted:
        for number, options in enumerate(search.options):
            if len(options) == 1:
                result.rows[number] = list(next(iter(options)))
    return result


@lru_cache(maxsize=64)
def row_totals(form: Form, table: str) -> dict[Key, Equation]:
    """Return for each cell of a table the equation that sums up all of its row but one cell, that of the total, where there is one."""
    columns = form.tables[table].columns
    return {cell: equation for cell, equation in _totals(sums_of(form, table)).items() if len(equation.left) + 1 == len(columns.get(cell[0], ()))}


@lru_cache(maxsize=64)
def sums_of(form: Form, table: str) -> tuple[Equation, ...]:
    """Return the equations that speak of this year's cells of one table alone."""
    return tuple(equation for equation in equations(form) if all(cell.table == table and not cell.last_year for cell in (*equation.left, *equation.right)))


def _totals(own: Iterable[Equation]) -> dict[Key, Equation]:
    """Return for each cell the equation that sums its row up to one total, where there is one."""
    found: dict[Key, Equation] = {}
    for equation in own:
        rows = {cell.row for cell in (*equation.left, *equation.right)}
        if equation.relation.kind == "sum" and len(equation.right) == 1 and len(rows) == 1:
            for cell in (*equation.left, *equation.right):
                found[cell.row, cell.column] = equation
    return found


def _covers(equation: Equation, cells: Sequence[Key]) -> bool:
    """Return whether the equation speaks of exactly these cells, its total last."""
    return {(cell.row, cell.column) for cell in (*equation.left, *equation.right)} == set(cells) and cells[-1] == _single(equation)


def _single(equation: Equation) -> Key:
    return equation.right[0].row, equation.right[0].column


def _ends_in_total(numbers: Sequence[Number]) -> bool:
    return len(numbers) == 1 or numbers[-1] == sum(numbers[:-1])


def _contradicted(totals: Mapping[Key, Equation], known: Mapping[Key, Value | None], lost: Sequence[LostRow]) -> bool:
    """Return whether any row speaks against totals being filled in, or numbers seem to have been dropped where they repeat."""
    for equation in {id(equation): equation for equation in totals.values()}.values():
        parts = [known.get((cell.row, cell.column)) for cell in equation.left]
        numbers = [part for part in parts if part is not None and not isinstance(part, NotApplicable)]
        total = known.get(_single(equation))
        if _single(equation) in known and numbers:
            if total is None or isinstance(total, NotApplicable):
                return True
            if len(numbers) + 1 >= 2 and total != sum(numbers):
                return True
    if any(len(row.numbers) > 1 and len(row.cells) == len(_row_of(totals, row)) and not _ends_in_total(row.numbers) for row in lost):
        return True
    seen = [number for row in lost for number in row.numbers]
    seen += [value for value in known.values() if value is not None and not isinstance(value, NotApplicable)]
    return len(seen) >= 4 and len(set(seen)) == len(seen)


def _row_of(totals: Mapping[Key, Equation], row: LostRow) -> tuple[Key, ...]:
    equation = totals.get(row.cells[-1])
    return row.cells if equation is not None and _covers(equation, row.cells) else ()


class _Search:
    """All placements that hold every relation, blanks counted as 0, up to a number of nodes."""

    def __init__(self, own: Sequence[Equation], known: Mapping[Key, Value | None], lost: Sequence[LostRow], fixed: Sequence[Sequence[Key | None]]) -> None:
        self.nodes = 0
        self.options: list[set[tuple[Key, ...]]] = [set() for _ in lost]
        self._lost, self._fixed = lost, fixed
        self._steps = [(number, place) for number, row in enumerate(lost) for place in range(len(row.cells))]
        self._position = {lost[number].cells[place]: step for step, (number, place) in enumerate(self._steps)}
        self._values: dict[Key, Number] = {key: value for key, value in known.items() if value is not None and not isinstance(value, NotApplicable)}
        self._due: dict[int, list[tuple[list[Key], list[Key]]]] = {}
        self._sums: dict[Key, list[tuple[list[Key], list[Key]]]] = {}
        self._chosen: list[list[Key]] = [[] for _ in lost]
        for equation in own:
            sides = ([(cell.row, cell.column) for cell in equation.left], [(cell.row, cell.column) for cell in equation.right])
            steps = [self._position[key] for key in (*sides[0], *sides[1]) if key in self._position]
            if steps:
                self._due.setdefault(max(steps), []).append(sides)
                if not any(key in self._position for key in sides[1]):
                    for key in sides[0]:
                        self._sums.setdefault(key, []).append(sides)

    def run(self) -> None:
        """Fill ``options`` with every placement of every row that some solution has."""
        if len(self._steps) > STEPS:
            self.nodes = NODES + 1
        elif self._steps:
            self._step(0)

    def _step(self, step: int) -> bool:
        """Return whether to go on; stops when the nodes are used up or no row can become certain any more."""
        if step == len(self._steps):
            for options, chosen in zip(self.options, self._chosen, strict=True):
                options.add(tuple(chosen))
            return any(len(options) == 1 for options in self.options)
        self.nodes += 1
        if self.nodes > NODES:
            return False
        number, place = self._steps[step]
        row, chosen = self._lost[number], self._chosen[number]
        key, used = row.cells[place], len(chosen)
        left = len(row.numbers) - used
        if left:
            pinned = self._fixed[number][used]
            if pinned in (None, key):
                chosen.append(key)
                self._values[key] = row.numbers[used]
                if self._holds(step, key) and not self._step(step + 1):
                    return False
                del self._values[key]
                chosen.pop()
            if pinned == key or len(row.cells) - place <= left:
                return True
        return self._step(step + 1) if self._holds(step, None) else True

    def _holds(self, step: int, key: Key | None) -> bool:
        get = self._values.get
        for left, right in self._due.get(step, ()):
            if sum(get(cell, 0) for cell in left) != sum(get(cell, 0) for cell in right):
                return False
        if key is not None:
            for left, right in self._sums.get(key, ()):
                if sum(get(cell, 0) for cell in left) > sum(get(cell, 0) for cell in right):
                    return False
        return True
