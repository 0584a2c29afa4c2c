"""The cells of several reports on the same lines, of whatever editions: joined only as ``schema/migrations`` says, else not comparable."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from govreport.correspondence import load
from govreport.forms import TableForm
from govreport.model import Table, Value
from govreport.standard import Standard
from govreport.transfer import combined, key_of

Place = tuple[str, str]
"""A cell by row and column."""


class State(Enum):
    """Why a line has no value in a report: its edition has nothing that compares, or the report has no such table."""

    INCOMPARABLE = "incomparable"
    ABSENT = "absent"


Shown = Value | State | None
"""What a line shows for a report: a value, None for a blank cell, or why there is none."""


class Line(NamedTuple):
    """A line: cells of one form, several where only their sum compares, and what each report has there."""

    cells: tuple[Place, ...]
    values: tuple[Shown, ...]


Joined = Mapping[tuple[Place, ...], tuple[Place, ...]]
"""For cells of a form, alone or as a sum, those of another edition that say the same."""


def lines(form: TableForm, tables: Sequence[Table | None], standard: Standard) -> Iterator[Line]:
    """Yield a line for every cell of a form in print order, and one behind the parts of every sum that alone compares with another edition."""
    sums: dict[Place, list[tuple[Place, ...]]] = defaultdict(list)
    for cells in dict.fromkeys(cells for table in tables if table is not None for cells in _joined(form, table, standard) if len(cells) > 1):
        sums[max(cells, key=form.cells.index)].append(cells)
    for cell in form.cells:
        yield Line((cell,), tuple(value(form, (cell,), table, standard) for table in tables))
        for cells in sums[cell]:
            yield Line(cells, tuple(value(form, cells, table, standard) for table in tables))


def value(form: TableForm, cells: tuple[Place, ...], table: Table | None, standard: Standard) -> Shown:
    """Return what a table has for cells of a form: the value of one, the sum of several, None where one of them is no number."""
    if table is None:
        return State.ABSENT
    if (table.key, table.edition) == (form.key, form.edition):
        return _sum(table, cells)
    joined = _joined(form, table, standard)
    if cells in joined:
        return _sum(table, joined[cells])
    parts = [joined.get((cell,)) for cell in cells]
    if len(cells) > 1 and all(parts):
        return _sum(table, tuple(place for part in parts if part for place in part))
    whole = tuple(sorted(cells))
    found = next((there for here, there in joined.items() if tuple(sorted(here)) == whole), None)
    return State.INCOMPARABLE if found is None else _sum(table, found)


def only(form: TableForm, other: TableForm, standard: Standard) -> tuple[Place, ...]:
    """Return the cells of another edition's table that nothing in a form compares with."""
    met = {place for there in _pairs(form, other, standard).values() for place in there}
    return tuple(cell for cell in other.cells if cell not in met)


def _joined(form: TableForm, table: Table, standard: Standard) -> Joined:
    other = standard.table(table.key, table.edition)
    return {} if other is None or other is form else _pairs(form, other, standard)


@lru_cache(maxsize=256)
def _pairs(form: TableForm, other: TableForm, standard: Standard) -> Joined:
    known = load(standard, form.edition, other.edition) if form.edition != other.edition else None
    if known is None or known.tables.get(form.key) != other.key:
        return {}
    return {tuple(map(key_of, pair.left)): tuple(map(key_of, pair.right)) for pair in known.pairs if pair.left[0].table == form.key}


def _sum(table: Table, cells: tuple[Place, ...]) -> Value | None:
    return combined([table.get(*cell) for cell in cells])
