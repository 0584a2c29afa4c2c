"""The cells of reports as CSV: the short table of one report, and the long table of many, which every exporter uses."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from govreport.csvtext import inert
from govreport.diagnostics import CellRef
from govreport.model import Report, Table
from govreport.reading import Evidence, Reading
from govreport.standard import Standard
from govreport.writers.cells import form_of, row_texts

SHORT = ("table", "edition", "row", "column", "value", "state", "unit")
LONG = ("report", "agency", "year", "scope", *SHORT, "how", "source", "line")


def write(report: Report, standard: Standard) -> bytes:
    """Return the cells of a report as CSV in UTF-8, a line a cell of the form, tables in document order; raises ``UnwritableError``."""
    return _lines((SHORT, *(line for table in report.tables() for line in cells(table, standard)))).encode("utf-8")


def cells(table: Table, standard: Standard) -> Iterator[tuple[str, str, str, str, str, str, str]]:
    """Yield the short lines of a table in the form's order: value, state (number, blank, na), unit in force of a money cell."""
    form = form_of(table, standard)
    for row, texts in row_texts(table, form):
        for key, column in form.columns[row].items():
            text = texts.get(key)
            unit = (table.units.get(row) or column.unit or "") if column.kind == "money" else ""
            if text is None:
                yield form.key, form.edition, row, key, "", "blank", unit
            elif text == "NA":
                yield form.key, form.edition, row, key, "", "na", unit
            else:
                yield form.key, form.edition, row, key, text, "number", unit


class LongTable:
    """The long table as text, report by report, so that any number of them is written in bounded memory."""

    def __init__(self, standard: Standard) -> None:
        self.standard = standard

    @property
    def head(self) -> str:
        """The line of the columns' names."""
        return _lines([LONG])

    def lines(self, reading: Reading, report: str, source: str) -> str:
        """Return the lines of a report that was read, none where none was.

        ``report`` is its name in the table, ``source`` the source's; ``how`` and ``line`` come from the evidence, ``direct`` and
        empty for a cell without any.
        """
        found = reading.report
        if found is None:
            return ""
        said = found.metadata
        front = (inert(report), inert(said.agency.name or ""), "" if said.year is None else str(said.year), said.scope or "")
        evidence = {each.cell: each for each in reading.evidence}
        return _lines(
            (*front, *line, *_behind(evidence.get(CellRef(line[0], line[2], line[3])), inert(source)))
            for table in found.tables()
            for line in cells(table, self.standard)
        )


def _behind(evidence: Evidence | None, source: str) -> tuple[str, str, str]:
    if evidence is None:
        return "direct", source, ""
    return evidence.how, source, "" if evidence.line is None else str(evidence.line)


def _lines(lines: Iterable[tuple[str, ...]]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(lines)
    return text.getvalue()
