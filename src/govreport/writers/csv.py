"""The cells of reports as CSV: the short table of one report, and the long table of many."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from govreport.csvtext import inert
from govreport.model import Report
from govreport.reading import Reading
from govreport.standard import Standard
from govreport.writers.longtable import LONG, SHORT, Row, cells, rows

__all__ = ["LONG", "SHORT", "LongTable", "cells", "line", "lines", "write"]


def write(report: Report, standard: Standard) -> bytes:
    """Return the cells of a report as CSV in UTF-8, a line a cell of the form, tables in document order; raises ``UnwritableError``."""
    return lines((SHORT, *(cell for table in report.tables() for cell in cells(table, standard)))).encode("utf-8")


class LongTable:
    """The long table as text, report by report, so that any number of them is written in bounded memory."""

    def __init__(self, standard: Standard) -> None:
        self.standard = standard

    @property
    def head(self) -> str:
        """The line of the columns' names."""
        return lines([LONG])

    def lines(self, reading: Reading, report: str, source: str) -> str:
        """Return the lines of a report that was read, none where none was.

        ``report`` is its name in the table, ``source`` the source's; ``how`` and ``line`` come from the evidence.
        """
        if reading.report is None:
            return ""
        return lines(map(line, rows(reading.report, report, source, self.standard, reading.evidence)))


def line(row: Row) -> Sequence[object]:
    """Return a row of the long table as it stands in CSV: no text in it that a spreadsheet would compute."""
    return row._replace(report=inert(row.report), agency=inert(row.agency), source=inert(row.source))


def lines(found: Iterable[Sequence[object]]) -> str:
    """Return rows as lines of CSV; None is an empty cell."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(found)
    return text.getvalue()
