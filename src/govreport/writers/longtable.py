"""The long table: one row a cell of the form, of any number of reports. CSV and Parquet, and every other exporter, write these rows.

What its columns mean is data, ``longtable.toml``: the dictionary that goes with every export, in Chinese and English.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from govreport.cellnames import column_name, row_name
from govreport.diagnostics import CellRef
from govreport.forms import TableForm
from govreport.model import Report, Table
from govreport.reading import Evidence
from govreport.standard import Standard
from govreport.writers.cells import form_of, row_texts

DICTIONARY = Path(__file__).with_name("longtable.toml")
NUMBER, BLANK, NOT_APPLICABLE = "number", "blank", "na"


class Cell(NamedTuple):
    """What is said of a cell within its report: the short table. ``value`` is the number as written, empty without one."""

    table: str
    edition: str
    row: str
    column: str
    value: str
    state: str
    unit: str


class Row(NamedTuple):
    """A row of the long table; a year or a line that is not known is None, a text that is not known is empty."""

    report: str
    agency: str
    year: int | None
    scope: str
    table: str
    edition: str
    row: str
    column: str
    value: str
    state: str
    unit: str
    how: str
    source: str
    line: int | None


SHORT, LONG = Cell._fields, Row._fields


def cells(table: Table, standard: Standard) -> Iterator[Cell]:
    """Yield the cells of a table in the form's order: value, state, unit in force of a money cell; raises ``UnwritableError``."""
    form = form_of(table, standard)
    for row, texts in row_texts(table, form):
        for key, column in form.columns[row].items():
            text = texts.get(key)
            unit = (table.units.get(row) or column.unit or "") if column.kind == "money" else ""
            if text is None:
                yield Cell(form.key, form.edition, row, key, "", BLANK, unit)
            elif text == "NA":
                yield Cell(form.key, form.edition, row, key, "", NOT_APPLICABLE, unit)
            else:
                yield Cell(form.key, form.edition, row, key, text, NUMBER, unit)


def rows(report: Report, name: str, source: str, standard: Standard, evidence: Sequence[Evidence] = ()) -> Iterator[Row]:
    """Yield the rows of a report, which is called ``name`` in the table and came from ``source``; raises ``UnwritableError``.

    ``how`` and ``line`` come from the evidence, ``direct`` and None for a cell without any.
    """
    said = report.metadata
    agency, scope = said.agency.name or "", said.scope or ""
    found = {each.cell: (each.how, each.line) for each in evidence}
    plain = ("direct", None)
    for table in report.tables():
        for cell in cells(table, standard):
            how, line = found.get(CellRef(cell.table, cell.row, cell.column), plain) if found else plain
            yield Row(name, agency, said.year, scope, *cell, how, source, line)


@dataclass(frozen=True)
class Meaning:
    """What a column holds: its type by the names of Table Schema, whether it is never empty, what it means and its values, by language."""

    name: str
    type: str
    required: bool
    texts: Mapping[str, str]
    values: Mapping[str, Mapping[str, str]]


@lru_cache(maxsize=1)
def dictionary() -> tuple[Meaning, ...]:
    """Return what every column of the long table means, in the table's order."""
    with DICTIONARY.open("rb") as stream:
        found = tomllib.load(stream)
    return tuple(Meaning(name, found[name]["type"], found[name].get("required", False), _texts(found[name]), found[name].get("values", {})) for name in LONG)


def _texts(entry: Mapping[str, str]) -> dict[str, str]:
    return {lang: entry[lang] for lang in ("zh", "en")}


class Code(NamedTuple):
    """A cell of an edition: its keys, the printed names of table, row and column, the kind of its value and the unit the form prints."""

    table: str
    edition: str
    row: str
    column: str
    table_name: str
    row_name: str
    column_name: str
    kind: str
    unit: str


def codes(standard: Standard) -> Iterator[Code]:
    """Yield every cell of every edition in print order, oldest edition first: what the keys of the long table stand for."""
    for form in standard.forms.values():
        for table in form.tables.values():
            for row, column in table.cells:
                yield _code(table, row, column)


def _code(table: TableForm, row: str, column: str) -> Code:
    found = table.columns[row][column]
    names = f"{table.name} {table.label}", row_name(table, row), column_name(table, row, column)
    return Code(table.key, table.edition, row, column, *names, found.kind, found.unit or "")
