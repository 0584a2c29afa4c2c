"""The walk of a table's elements along the form's own nesting."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

from govreport.forms import TableForm


@dataclass
class Step:
    """An element that a table may have: its inner elements by tag, or its row with the keys of its cells.

    ``names`` and ``places`` are its attributes and cells in print order, where all are whole numbers.
    """

    inner: dict[str, Step] = field(default_factory=dict)
    row: str | None = None
    columns: frozenset[str] = frozenset()
    names: list[str] = field(default_factory=list)
    places: list[tuple[str, str]] = field(default_factory=list)


@lru_cache(maxsize=64)
def steps(form: TableForm, prefix: str) -> Step:
    """Return the walk of a table whose elements have this namespace."""
    top = Step()
    for row, columns in form.columns.items():
        step = top
        for key in row.split("."):
            step = step.inner.setdefault(prefix + key, Step())
        step.row = row
        step.columns = frozenset(columns)
        if form.money_column(row) is None:
            step.names = list(columns)
            step.places = [(row, key) for key in columns]
    return top
