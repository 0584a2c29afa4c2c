"""Failed relations as linear equations: by how much, which cells they share, and the steps of cells that would mend them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from govreport.forms import Form
from govreport.relations import Equation, Outcome, equations

TOGETHER = 60
"""More relations than this that fail together are no slip of the pen."""

Key = tuple[str, str, str]
Number = int | Decimal


@dataclass(frozen=True, slots=True)
class Failed:
    """A failed relation: by how much its left side is too large, and what each cell adds to that."""

    residual: Number
    cells: dict[Key, int]
    certain: bool = True


def failed(outcome: Outcome) -> Failed:
    """Return the outcome of a failed relation as an equation over the cells of this year."""
    cells: dict[Key, int] = {}
    for sign, side in ((1, outcome.equation.left), (-1, outcome.equation.right)):
        for cell in side:
            if not cell.last_year:
                key = (cell.table, cell.row, cell.column)
                cells[key] = cells.get(key, 0) + sign
    return Failed(outcome.left - outcome.right, cells, not outcome.blanks)


@lru_cache(maxsize=64)
def touching(form: Form) -> dict[Key, tuple[Equation, ...]]:
    """Return the relations of this year that each cell is in."""
    found: dict[Key, list[Equation]] = {}
    for equation in equations(form):
        cells = (*equation.left, *equation.right)
        if not any(cell.last_year for cell in cells):
            for cell in cells:
                found.setdefault((cell.table, cell.row, cell.column), []).append(equation)
    return {key: tuple(each) for key, each in found.items()}


def groups(failed: list[Failed]) -> Iterator[list[Failed]]:
    """Yield the failed relations in groups that hang together by cells that they share."""
    joined: list[tuple[set[Key], list[Failed]]] = []
    for each in failed:
        keys, members = set(each.cells), [each]
        apart = []
        for group in joined:
            if keys.isdisjoint(group[0]):
                apart.append(group)
            else:
                keys |= group[0]
                members = group[1] + members
        joined = [*apart, (keys, members)]
    for _, members in joined:
        yield members


def solved(residual: Number, coefficient: int) -> Number | None:
    """Return the step of a cell that takes a residual away, None where no number does."""
    if abs(coefficient) != 1:
        return None
    return -residual * coefficient


def both(together: list[Failed], one: Key, other: Key) -> tuple[Number, Number] | None:
    """Return the steps of two cells that the relations in which only one of them stands ask for, None where they ask for none."""
    steps: dict[Key, Number] = {}
    for key, not_key in ((one, other), (other, one)):
        alone = next((each for each in together if each.cells.get(key) and not each.cells.get(not_key)), None)
        step = solved(alone.residual, alone.cells[key]) if alone else None
        if step is not None:
            steps[key] = step
    shared = next((each for each in together if each.cells.get(one) and each.cells.get(other)), None)
    for key, known in ((one, other), (other, one)):
        if shared is not None and key not in steps and known in steps:
            step = solved(shared.residual + shared.cells[known] * steps[known], shared.cells[key])
            if step is not None:
                steps[key] = step
    return (steps[one], steps[other]) if len(steps) == 2 and all(steps.values()) else None
