"""What all editions together say of the tables: which are printed side by side, how many cells a row has, which row stands before which."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from govreport.readers.legacy.instances import Instance, Run
from govreport.readers.legacy.labels import Use
from govreport.readers.legacy.tokens import What
from govreport.standard import Standard


class Shapes:
    """The shapes of the tables of every edition; ``across`` are the keys of those printed side by side."""

    def __init__(self, standard: Standard) -> None:
        tables = [table for form in standard.forms.values() for table in form.tables.values()]
        self.across = frozenset(table.key for table in tables if table.across)
        self._widths: dict[tuple[str, str], int] = {}
        for table in tables:
            for row, columns in table.columns.items():
                self._widths[table.key, row] = max(self._widths.get((table.key, row), 0), len(columns))
        self._order = {(table.key, table.edition, row): place for table in tables for place, row in enumerate(table.rows)}

    def expected(self, uses: Iterable[Use]) -> int:
        """Return how many cells a row has at most that a label may stand for, 0 where it stands for none with cells."""
        return max((self._widths.get((use.table, use.key), 0) for use in uses), default=0)

    def goes_back(self, current: Instance, uses: Iterable[Use]) -> bool:
        """Return whether a row stands in the form before the one that was read last, in every edition that has both."""
        last = next((run for run in reversed(current.runs) if run.uses), None)
        pairs = [(one, other) for one in uses for other in (last.uses if last else ()) if one.edition == other.edition]
        return bool(pairs) and all(self._order[one.table, one.edition, one.key] < self._order[other.table, other.edition, other.key] for one, other in pairs)


class Filling:
    """How full the row is that is being read."""

    def __init__(self, shapes: Shapes) -> None:
        self._shapes = shapes
        self._counted: tuple[Run | None, int, int] = (None, 0, 0)

    def begin(self) -> None:
        """Forget what was counted: cells may have been taken away."""
        self._counted = None, 0, 0

    def full(self, run: Run) -> bool:
        """Return whether a row has as many cells as it may have at most."""
        known, seen, count = self._counted
        if known is not run:
            seen = count = 0
        # only what was added since: a row may be followed by thousands of cells that nobody can place
        count += sum(slot.what is not What.PAD for slot in run.slots[seen:])
        self._counted = run, len(run.slots), count
        return count >= max(self._shapes.expected(run.uses), 1)


@lru_cache(maxsize=8)
def shapes(standard: Standard) -> Shapes:
    """Return the shapes of a standard, built once a process."""
    return Shapes(standard)
