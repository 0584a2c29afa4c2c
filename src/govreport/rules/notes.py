"""Annotations of cells: each is about a table, a row and a column that the report has, and says nothing that its cells contradict."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from govreport import numerals
from govreport.contents import Mention, numbered
from govreport.diagnostics import CellRef, Diagnostic, Location
from govreport.forms import TableForm
from govreport.model import NA, Table
from govreport.rules.context import Context, finding
from govreport.rules.registry import rule

CODE = "DOC-NOTE"
_MARK, _ZERO = "mark", "zeroDeclaration"


@rule(CODE)
def notes_are_of_cells_that_are_there(context: Context) -> Iterator[Diagnostic]:
    """Give DOC-NOTE for a note, a restatement or a declaration of nothing to report whose cell is not there, a table once, or holds something else."""
    mentions, tables, shapes = context.contents.mentions, context.tables, context.shapes
    absent: set[str] = set()
    for number, mention in enumerate(mentions):
        name, key, row, column, kind = mention
        table = tables.get(key)
        if table is None:
            if key not in absent:
                absent.add(key)
                yield finding(CODE, Location(path=_path(mentions, number)), what=name, problem="table", named=key)
            continue
        problem = _missing(shapes[key], row, column)
        if problem is not None:
            named, within = (row, None) if problem == "row" else (column, row)
            place = Location(path=_path(mentions, number), cell=CellRef(key, within, None, table.edition))
            yield finding(CODE, place, what=name, problem=problem, named=named or "")
        elif kind == _MARK or name == _ZERO:
            yield from _contradicted(table, mentions, number)


def _path(mentions: Sequence[Mention], number: int) -> str:
    """Return the path of an annotation in the canonical XML."""
    name = mentions[number].name
    alike = [place for place, each in enumerate(mentions) if each.name == name]
    return f"/report/annotations/{numbered(name, alike.index(number) + 1, len(alike))}"


@lru_cache(maxsize=4096)
def _missing(shape: TableForm, row: str | None, column: str | None) -> str | None:
    """Return which key a table does not have, row or column, None where it has both."""
    if row is not None and row not in shape.rows:
        return "row"
    rows = shape.columns if row is None else shape.under(row)
    return None if column is None or any(column in shape.columns[each] for each in rows) else "column"


def _contradicted(table: Table, mentions: Sequence[Mention], number: int) -> Iterator[Diagnostic]:
    """Yield what a table holds where it is said to hold nothing: a number beside a mark, figures beside a declaration."""
    name, key, row, column, _ = mentions[number]
    cells = table.cells if name == _ZERO else {place: table.cells.get(place) for place in ((row or "", column or ""),)}
    held = [(place, value) for place, value in cells.items() if value is not None and value is not NA and (value or name != _ZERO)]
    if held:
        place, value = held[0]
        where = Location(path=_path(mentions, number), cell=CellRef(key, *place, table.edition))
        problem = "zero" if name == _ZERO else _MARK
        yield finding(CODE, where, what=name, problem=problem, value=numerals.written(value), count=len(held))
