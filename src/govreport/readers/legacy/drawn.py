"""The cells that markup draws fitted to a row's columns: as many as columns, or each in the grid columns that others give to one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from govreport.readers.legacy.columns import column_key
from govreport.readers.legacy.instances import Run
from govreport.readers.legacy.records import Record
from govreport.readers.legacy.slots import Fitted
from govreport.readers.legacy.tokens import Token, What

Interval = tuple[int, int]
Order = tuple[Interval, ...]


def is_drawn(record: Record) -> bool:
    """Return whether what a row holds stands in cells that markup draws."""
    return any(token.cell is not None for token in record.run.slots)


class Drawn:
    """The grid of one copy of a table, learnt from its rows with as many cells as columns, else from its heads."""

    def __init__(self, records: Sequence[Record]) -> None:
        self._labels_end = max((_label_end(record.run) for record in records if record.run.solid), default=0)
        orders: dict[tuple[str, ...], Counter[Order]] = {}
        for record in records:
            own = own_cells(record.run) if is_drawn(record) else []
            if len(own) == len(record.cells) and not self._is_label(own[0]):
                orders.setdefault(record.row.columns, Counter())[tuple(map(_interval, own))] += 1
        self._orders = {columns: found for columns, counts in orders.items() if (found := _usual(counts))}

    def fit(self, record: Record, named: Record) -> tuple[Record, Fitted | None]:
        """Return the record and its cells by column, None where they do not fit.

        ``named`` is the record with only the columns that its heads name, where the author removed others. As many cells as
        columns are the columns in order, whatever their spans say: heads and data do not always line up (form.md section 4).
        """
        cells = row_cells(record.run)
        own = _own(cells)
        for each, found in ((record, own), (named, own), (record, cells)):
            if len(found) == len(each.cells) and not self._is_label(found[0]):
                return each, list(found)
        order, strict = self._orders.get(record.row.columns), True
        if order is None:
            order, strict = _headed(record), False
        beside = order is not None and _label_end(record.run) <= order[0][0]
        return record, _by_order(cells, order, strict) if order and beside else None

    def _is_label(self, first: Token) -> bool:
        """Return whether the first cell of a row is empty and stands below or above labels: it may be no cell, but the rest of its label's."""
        return first.what is What.BLANK and first.cell is not None and first.cell.start < self._labels_end


def _label_end(run: Run) -> int:
    """Return the grid column behind the label of a run, 0 where no markup draws it."""
    return run.label.cell.end if run.label is not None and run.label.cell is not None else 0


def row_cells(run: Run) -> list[Token]:
    """Return the cells on the line of a run's label, or on the one line that holds something; none where several do."""
    drawn = [token for token in run.slots if token.cell is not None]
    filled = {token.line for token in drawn if token.what is not What.BLANK}
    lines = {run.label.last_line} if run.label else filled or {token.line for token in drawn[:1]}
    return [token for token in drawn if token.line in lines] if len(lines) == 1 else []


def own_cells(run: Run) -> list[Token]:
    """Return the cells of a row that no row above reaches down into."""
    return _own(row_cells(run))


def _own(cells: Sequence[Token]) -> list[Token]:
    return [token for token in cells if token.cell is not None and not token.cell.covered]


def _interval(token: Token) -> Interval:
    assert token.cell is not None
    return token.cell.start, token.cell.end


def _usual(counts: Counter[Order]) -> Order | None:
    """Return the order that more than half of the rows have."""
    order, count = counts.most_common(1)[0]
    return order if 2 * count > counts.total() else None


def _headed(record: Record) -> Order | None:
    """Return the grid columns of the heads, where every column of the row has just one and cells are as wide as heads."""
    heads = sorted((_interval(head), column_key(head, record.row.columns)) for head in record.run.heads if head.cell is not None)
    named = [(interval, key) for interval, key in heads if key]
    apart = all(one[1] <= other[0] for (one, _), (other, _) in pairwise(named))
    sure = apart and record.row.as_headed and tuple(key for _, key in named) == record.row.columns
    return tuple(interval for interval, _ in named) if sure else None


def _by_order(cells: Sequence[Token], order: Order, strict: bool) -> Fitted | None:
    """Return the cells by column: each in the grid columns of one, or an empty one in those of several; ``strict`` allows no others."""
    fitted: dict[int, Token] = {}
    for token in cells:
        start, end = _interval(token)
        inside = [number for number, (first, last) in enumerate(order) if first < end and start < last]
        if not inside:
            if token.what is not What.BLANK and strict:
                return None
            continue
        exact = order[inside[0]][0] == start and order[inside[-1]][1] == end
        if not exact or (len(inside) > 1 and token.what is not What.BLANK) or any(number in fitted for number in inside):
            return None
        fitted.update(dict.fromkeys(inside, token))
    return [fitted[number] for number in range(len(order))] if len(fitted) == len(order) else None
