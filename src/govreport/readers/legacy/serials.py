"""Numbers that count the rows of a table, before their labels or behind them, or its columns: they are none of its figures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from govreport.readers.legacy.records import Record
from govreport.readers.legacy.tokens import Token, What

FEW = 3
"""So many rows at least are counted; a number before fewer may be one of theirs."""
SEVERAL, LARGEST = 6, 4
"""So many rows are counted whatever stands behind; the heads between two of them, which are so few, may be counted too."""
_COUNT = re.compile("[^0-9]{0,3}([0-9]{1,4})[^0-9]{0,2}")


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
    """Take away what counts the columns of a row without a label, and what counts the rows.

    Of the former there are as many as columns, 1 and upwards, before as many figures; of the latter one before the figures of every row.
    """
    for record in records:
        width = len(record.cells)
        if record.run.label is None and width >= FEW and len(solid := record.run.solid) == 2 * width and _upward(solid[:width]):
            record.run.slots[:] = record.run.slots[record.run.slots.index(solid[width]) :]
    filled = [(record, solid) for record in records if (solid := record.run.solid)]
    if _is_counted(filled):
        for record, solid in filled:
            record.run.slots.remove(solid[0])
    ends = [record.run.solid[-1] if record.run.solid else None for record in records[:-1]]
    numbers = [int(end.text) if end is not None and end.text.isdecimal() else -1 for end in ends]
    if len(ends) >= FEW and numbers == list(range(2, len(ends) + 2)):  # those before the labels below, on lines of their own
        for record, end in zip(records, ends, strict=False):
            if end is not None:
                record.run.slots.remove(end)


def _is_counted(filled: Sequence[tuple[Record, Sequence[Token]]]) -> bool:
    """Return whether the first piece of every row counts it: all have one more than cells, or there are so many that no figures count by chance."""
    counts = [int(found[1]) if (found := _COUNT.fullmatch(solid[0].text)) else -1 for _, solid in filled]
    steps = {other - one for one, other in pairwise(counts)}
    more = all(len(solid) == len(record.cells) + 1 for record, solid in filled)
    whole = all(len(solid) == len(record.cells) for record, solid in filled)
    if -1 in counts or len(counts) < (FEW if more and steps == {1} else SEVERAL):
        return False
    return not whole and all(0 < step <= LARGEST for step in steps)


def _upward(tokens: Sequence[Token]) -> bool:
    return [token.text for token in tokens] == [str(number) for number in range(1, len(tokens) + 1)]
