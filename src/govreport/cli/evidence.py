"""Evidence as JSON lines: for every cell what was read, where it stood in the source and how it was read."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from decimal import Decimal

from govreport.model import NotApplicable, Value
from govreport.numerals import written
from govreport.reading import Evidence


def lines(evidence: Iterable[Evidence], source: str | None) -> Iterator[str]:
    """Yield a JSON object a cell: ``{table,row,column,state,value,how,line,col,page,box,raw,reason}``, with ``source`` first where given.

    ``value`` is as in the JSON of a report: counts are integers, money is a string; null where ``state`` is ``blank`` or ``na``.
    """
    for each in evidence:
        record = {
            **({} if source is None else {"source": source}),
            "table": each.cell.table,
            "row": each.cell.row,
            "column": each.cell.column,
            "state": state(each.value),
            "value": plain(each.value),
            "how": each.how,
            "line": each.line,
            "col": each.column,
            "page": each.page,
            "box": each.box,
            "raw": each.raw,
            "reason": each.reason,
        }
        yield json.dumps(record, ensure_ascii=False, separators=(",", ":"))


def state(value: Value | None) -> str:
    """Return the state of a cell: number, blank or na."""
    if value is None:
        return "blank"
    return "na" if isinstance(value, NotApplicable) else "number"


def plain(value: Value | None) -> int | str | None:
    """Return a value as JSON holds it: an integer, exact money as a string, None for a cell without a number."""
    if isinstance(value, Decimal):
        return written(value)
    return value if isinstance(value, int) else None
