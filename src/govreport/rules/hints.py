"""The likely wrong cell, where relations that fail together leave one explanation. It is information: the clerk has the papers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from govreport import numerals
from govreport.cellnames import cell_name, column_name
from govreport.diagnostics import CellRef, Diagnostic
from govreport.model import Value
from govreport.rules import slips
from govreport.rules.context import Context, at, finding
from govreport.rules.explanations import Explanation, Search
from govreport.rules.registry import rule

CODE = "HINT-CELL"


@rule(CODE)
def likely_wrong_cells(context: Context) -> Iterator[Diagnostic]:
    """Give HINT-CELL for the cell, the row or the two cells whose change alone mends relations that fail together."""
    if len(context.failures) < 2 and context.previous is None and not context.members:
        return
    search = Search(context)
    for explanation, count in search.explanations():
        yield from _told(context, explanation, count)


def _told(context: Context, explanation: Explanation, count: int) -> Iterator[Diagnostic]:
    """Yield the findings of an explanation: one of a cell or a row, two of two cells, each naming the other."""
    changes = explanation.changes
    references = {key: CellRef(*key, context.tables[key[0]].edition) for key, _ in changes}
    if explanation.kind in (slips.SHIFTED, slips.SPLIT):
        table, row, _ = changes[0][0]
        shape, order = context.shapes[table], list(context.shapes[table].columns[row])
        places = sorted(order.index(key[2]) for key, _ in changes)
        span = order[places[0] : places[-1] + 1]
        now = {key[2]: number for key, number in changes}
        written = [context.tables[table].get(row, column) for column in span]
        yield finding(
            CODE,
            at(context.tables[table], row),
            problem=explanation.kind,
            first=column_name(shape, row, span[0]),
            last=column_name(shape, row, span[-1]),
            value=_list(written),
            likely=_list([now.get(column, value) for column, value in zip(span, written, strict=True)]),
            count=count,
        )
        return
    for key, number in changes:
        value = context.tables[key[0]].get(key[1], key[2])
        other = next((cell_name(context.standard, reference) for each, reference in references.items() if each != key), "")
        figures = {"value": numerals.written(value or 0), "likely": numerals.written(number)}
        yield finding(CODE, at(context.tables[key[0]], key[1], key[2]), problem=explanation.kind, other=other, count=count, **figures)


def _list(values: Iterable[Value | None]) -> str:
    return " | ".join("" if value is None else numerals.written(value) for value in values)
