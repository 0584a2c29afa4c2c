"""Cells in the words of the clerk who filled in the form: table, ordinals of the outer labels with the row's own label, column.

Generic for any form: an ordinal is what stands in front of a label as a number, in any script that Unicode knows numbers of.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from govreport.diagnostics import CellRef
from govreport.forms import Row, TableForm
from govreport.relations import Cell
from govreport.standard import Standard

SEPARATOR, REST = " \u00b7 ", "\u2026"
SHORT = 12
"""The characters by which a row is told from others in an equation where its ordinal does not do."""


@lru_cache(maxsize=1024)
def ordinal(label: str) -> str | None:
    """Return the number in front of a label, its brackets kept and its full stop or comma dropped; None where it has none."""
    opened = bool(label) and unicodedata.category(label[0]) == "Ps"
    start = end = int(opened)
    while end < len(label) and unicodedata.numeric(label[end], None) is not None:
        end += 1
    if end == start or end == len(label):
        return None
    after = unicodedata.category(label[end])
    if opened:
        return label[: end + 1] if after == "Pe" else None
    return label[:end] if after in ("Po", "Pe") else None


def cell_name(standard: Standard, cell: CellRef) -> str:
    """Return the name of a cell, or of a whole table, row or column; keys that no form has stand as they are."""
    form = _table(standard, cell)
    if form is None:
        return SEPARATOR.join(part for part in (cell.table, cell.row, cell.column) if part)
    parts = [form.name]
    if cell.row:
        parts.append(row_name(form, cell.row))
    if cell.column:
        parts.append(column_name(form, cell.row, cell.column))
    return SEPARATOR.join(parts)


@lru_cache(maxsize=4096)
def row_name(table: TableForm, key: str) -> str:
    """Return a row's label with the ordinals of the labels around it, which stand in full where they have none or where another row is named so."""
    row = table.rows.get(key)
    if row is None:
        return key
    name = _numbered(row)
    return SEPARATOR.join(row.labels) if [_numbered(other) for other in table.leaves].count(name) > 1 else name


@lru_cache(maxsize=4096)
def row_short(table: TableForm, key: str) -> str:
    """Return the shortest name of a row: ordinals as far as its labels have them, the whole name where another row is told by the same."""
    row = table.rows.get(key)
    if row is None:
        return key
    name = _short(row)
    return row_name(table, key) if [_short(other) for other in table.leaves].count(name) > 1 else name


@lru_cache(maxsize=4096)
def column_name(table: TableForm, row: str | None, key: str) -> str:
    """Return a column's label, of any row that has the column where none is given; behind the heads above it as far as they tell it from others."""
    rows = table.columns.values() if row is None else (table.columns.get(each, {}) for each in table.under(row))
    columns = next((columns for columns in rows if key in columns), None)
    if columns is None:
        return key
    paths = {each.key: (*each.groups, each.label) for each in columns.values()}
    path = paths[key]
    told = (path[-length:] for length in range(1, len(path)) if [each[-length:] for each in paths.values()].count(path[-length:]) == 1)
    return SEPARATOR.join(next(told, path))


def _numbered(row: Row) -> str:
    return "".join((*(ordinal(label) or label + SEPARATOR for label in row.labels[:-1]), row.label))


def _short(row: Row) -> str:
    """Return ordinals and labels of a row; for a last one that would end in a digit, since a number stands behind it, the beginning of its label."""
    *outer, last = [ordinal(label) or label for label in row.labels]
    if last[-1:].isdecimal():
        last = row.label if len(row.label) <= SHORT else row.label[:SHORT] + REST
    return "".join((*outer, last))


def term_names(form_tables: dict[str, TableForm], cells: Iterable[Cell]) -> dict[Cell, str]:
    """Return the names by which an equation tells its cells apart: of tables, rows and columns only those that differ."""
    listed = list(cells)
    several = [len(set(keys)) > 1 for keys in zip(*((cell.table, cell.row, cell.column) for cell in listed), strict=True)]
    if listed and not any(several):
        several[1] = True
    return {cell: _term_name(form_tables[cell.table], cell, several) for cell in listed}


def _term_name(table: TableForm, cell: Cell, several: list[bool]) -> str:
    parts = (table.name, row_short(table, cell.row), column_name(table, cell.row, cell.column))
    return SEPARATOR.join(part for part, shown in zip(parts, several, strict=True) if shown)


def _table(standard: Standard, cell: CellRef) -> TableForm | None:
    if cell.edition is not None:
        return standard.table(cell.table, cell.edition)
    return next((form.tables[cell.table] for form in reversed(standard.forms.values()) if cell.table in form.tables), None)
