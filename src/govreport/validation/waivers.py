"""Which waiver dismisses a finding: by its code and, as far as the waiver names them, table, row and column."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

from govreport.diagnostics import Diagnostic
from govreport.model import Waiver

_Keys = tuple[str, str | None, str | None, str | None]


class Waivers:
    """Waivers by what they are about, so that thousands of them cost no more than one."""

    def __init__(self, waivers: Sequence[Waiver]) -> None:
        self._first: dict[_Keys, tuple[int, Waiver]] = {}
        for number, each in enumerate(waivers):
            self._first.setdefault((each.code, each.table, each.row, each.column), (number, each))

    def dismissing(self, found: Diagnostic) -> Waiver | None:
        """Return the first waiver that is about a diagnostic, None where there is none."""
        if not self._first:
            return None
        cell = found.location.cell
        keys = (cell.table, cell.row, cell.column) if cell else (None, None, None)
        known = (self._first.get((found.code, table, row, column)) for table, row, column in product(*({None, key} for key in keys)))
        return min((each for each in known if each), default=(0, None), key=lambda each: each[0])[1]
