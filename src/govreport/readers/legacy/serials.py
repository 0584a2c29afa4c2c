"""Numbers that count the rows of a table, in a column before the labels or behind them: they are none of its figures."""

from __future__ import annotations

from collections.abc import Sequence

from govreport.readers.legacy.records import Record
from govreport.readers.legacy.tokens import Token, What

FEW = 3
"""So many rows at least are counted; a number before fewer may be one of theirs."""


class Serials:
    """The numbers that stand first on a line, before the labels of a table's rows, as they come."""

    def __init__(self, table: str | None = None) -> None:
        self._table, self._last = table, 0

    def of(self, table: str) -> Serials:
        """Return those of a table: the same as long as it goes on."""
        return self if table == self._table else Serials(table)

    def counts(self, before: Sequence[Token], label: Token, opens: bool) -> bool:
        """Return whether all that stands before a label on its line is one more than the number of the row before; the first row ``opens`` a table."""
        alone = [token for token in before if token.line == label.line]
        if len(alone) != 1 or alone[0].what is not What.VALUE or not alone[0].first or not alone[0].text.isdecimal():
            return False
        found = int(alone[0].text) == self._last + 1 and (opens or self._last > 0)
        self._last += found
        return found


def without_serials(records: Sequence[Record]) -> None:
    """Take the numbers away that count the rows, where every row has one more than columns and the first of them counts up from 1."""
    filled = [record for record in records if record.run.solid]
    firsts = [record.run.solid[0].text for record in filled]
    counted = [str(number) for number in range(1, len(filled) + 1)]
    if len(filled) >= FEW and firsts == counted and all(len(record.run.solid) == len(record.cells) + 1 for record in filled):
        for record in filled:
            record.run.slots.remove(record.run.solid[0])
