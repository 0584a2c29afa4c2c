"""Which figures a chart shows: those cells that the form gives words for, and the parts of its sums. Data of the form, for any edition."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from govreport.cellnames import row_name
from govreport.forms import Form, Relation, TableForm
from govreport.relations import equations
from govreport.site.lineup import Place


class Figure(NamedTuple):
    """A figure: the cells of a table that it is the sum of, and its printed name."""

    form: TableForm
    label: str
    cells: tuple[Place, ...]


class Parts(NamedTuple):
    """A whole and its parts."""

    whole: Figure
    parts: tuple[Figure, ...]


@lru_cache(maxsize=32)
def headlines(form: Form) -> tuple[Figure, ...]:
    """Return the figures of an edition that prose speaks of, in print order: one for every row, or group of rows, that has a phrase of a column."""
    found = []
    for table in form.tables.values():
        for row in table.rows.values():
            column = next((phrase.column for phrase in row.phrases if phrase.column), None)
            cells = tuple((key, column) for key in table.under(row.key) if column and column in table.columns[key])
            if cells:
                found.append(Figure(table, row_name(table, row.key), cells))
    return tuple(found)


@lru_cache(maxsize=32)
def parts(form: Form) -> tuple[Parts, ...]:
    """Return the wholes of an edition that are sums of rows, each in the column that sums up the others where there is one."""
    sums = [relation for relation in form.relations if relation.kind == "sum"]
    totals: set[tuple[str, str | None]] = {(term.table, term.column) for relation in sums for term in relation.right if term.column}
    found = []
    for relation in sums:
        if all(term.row for term in (*relation.left, *relation.right)):
            each = _parts(form, relation, totals)
            if each is not None:
                found.append(each)
    return tuple(found)


def _parts(form: Form, relation: Relation, totals: set[tuple[str, str | None]]) -> Parts | None:
    spelt = [each for each in equations(form) if each.relation is relation]
    chosen = next((each for each in spelt if (each.at.table, each.at.column) in totals), spelt[0] if spelt else None)
    if chosen is None:
        return None
    table = form.tables[chosen.at.table]
    column = chosen.at.column
    figures = (Figure(table, row_name(table, term.row or ""), tuple((row, column) for row in table.under(term.row or ""))) for term in relation.left)
    whole = Figure(table, row_name(table, chosen.at.row), ((chosen.at.row, column),))
    return Parts(whole, tuple(figures))
