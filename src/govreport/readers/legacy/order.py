"""Whether heads, and rows printed side by side, stand in the order of the form: where they do not, nobody can tell which of the two the cells follow."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby, pairwise

from govreport.forms import Column, TableForm
from govreport.readers.legacy.columns import column_key
from govreport.readers.legacy.tokens import Token

Numbers = Sequence[int | None]
"""What the cells of a row say, in order; None where one says no number."""
EXACT = 100
"""How much of a label is as printed where all of it is."""
FAILING = 2
"""So many rows must add up to another column and not to their last before that is taken for the total."""


def heads_in_order(heads: Sequence[Token], columns: Sequence[Column]) -> bool:
    """Return whether the heads of every level follow each other as in the form; where markup draws them, those of a line do too."""
    keys = [column.key for column in columns]
    level = {column.key: len(column.groups) for column in columns}
    named = [(head, key) for head in heads if (key := column_key(head, keys))]
    by_level = [[keys.index(key) for _, key in named if level[key] == each] for each in set(level.values())]
    drawn = [(head.line, keys.index(key)) for head, key in named if head.cell is not None]
    by_line = [[place for _, place in group] for _, group in groupby(drawn, key=lambda item: item[0])]
    return all(map(_rises, (*by_level, *by_line)))


def places_by_heads(heads: Sequence[Token], columns: Sequence[Column]) -> list[int] | None:
    """Return which cell of a row each column has, where heads on one line of a grid name every column once and in another order; None where they do not."""
    keys = [column.key for column in columns]
    named = [column_key(head, keys) for head in heads]
    sure = all(head.grid and head.cell is None and head.line == heads[0].line and head.match and head.match.score == EXACT for head in heads)
    return [named.index(key) for key in keys] if sure and named != keys and sorted(named) == sorted(keys) else None


def rows_in_order(labels: Iterable[Token], shape: TableForm) -> bool:
    """Return whether rows printed side by side follow each other on every line as in the form."""
    order = list(shape.rows)
    keys = [(token.line, use.key) for token in labels if token.match for use in token.match.uses[:1] if use.kind in ("row", "group") and use.table == shape.key]
    places = [(line, order.index(key)) for line, key in keys if key in shape.rows]
    return all(_rises([place for _, place in group]) for _, group in groupby(places, key=lambda item: item[0]))


def totals_elsewhere(rows: Sequence[Numbers]) -> bool:
    """Return whether full rows show that their total stands in another column than the last: more of them add up to it there than only to the last."""
    full = [[number for number in row if number is not None] for row in rows if row and None not in row]
    sums = [[2 * number == sum(row) for number in row] for row in full]
    width = len(full[0]) if full else 0
    return any(
        sum(found[column] and not found[-1] for found in sums) >= max(FAILING, 1 + sum(found[-1] and not found[column] for found in sums))
        for column in range(width - 1)
    )


def _rises(places: Sequence[int]) -> bool:
    """Return whether places rise, from the first of them again where all begins anew."""
    least = places[0] if places else 0
    return all(one <= other or other == least for one, other in pairwise(places)) and least == min(places, default=0)
