"""Tables for an office to send round: CSV, or a workbook where XlsxWriter is installed; the findings of a batch, a row a finding, among them."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from decimal import Decimal
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from govreport import numerals
from govreport.cli.errors import USAGE, CommandError
from govreport.cli.judged import ROW, Judged
from govreport.cli.outputs import whole
from govreport.cli.texts import Texts
from govreport.csvtext import inert

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

Add = Callable[[Judged], None]
Cell = str | int | Decimal | None
Open = Callable[["Page"], Callable[[Iterable[Sequence[Cell]]], None]]
"""What opens a table and gives what adds rows to it."""

FORMATS = (".csv", ".xlsx")
EXTRA = "xlsx"
FULL = 1_048_575
"""Rows of a sheet below its head; a longer table goes on in the next sheet."""

_WIDTHS = {"name": 28, "report": 28, "why": 28, "remark": 40, "source": 28, "agency": 28, "cell": 40, "message": 60, "advice": 60, "basis": 40}
_WIDTH = 10


def sheet_format(target: str) -> str:
    """Return the format of a table of findings by its suffix; raises ``CommandError`` (exit 2) for another suffix and a missing library."""
    suffix = Path(target).suffix.lower()
    if suffix not in FORMATS:
        raise CommandError(USAGE, "error.report-format", name=target, known=" ".join(FORMATS))
    if suffix == ".xlsx":
        try:
            import xlsxwriter  # noqa: F401
        except ImportError as error:
            raise CommandError(USAGE, "error.extra", name=target, detail=EXTRA) from error
    return suffix


@contextmanager
def sheet(target: str, say: Texts) -> Iterator[Add]:
    """Open a table of findings, which takes its name only when all is in it; raises ``CommandError`` where it cannot be written."""
    suffix = sheet_format(target)
    page = Page(say("report.sheet"), [say(f"report.{name}") for name in ROW], ROW)
    with whole(target) as stream, _text(stream, page.head) if suffix == ".csv" else _workbook(stream) as opened:
        add = opened(page)
        yield lambda judged: add(judged.rows)


@dataclass(frozen=True, eq=False)
class Page:
    """A table under its heads; ``columns`` are the names that its columns have in the program, ``rows`` what is known of it at once."""

    name: str
    head: Sequence[str]
    columns: Sequence[str]
    rows: Iterable[Sequence[Cell]] = ()


def save(target: str, pages: Sequence[Page]) -> None:
    """Write tables: each a sheet of a workbook, or the first of them as CSV; raises ``CommandError``."""
    suffix = sheet_format(target)
    with whole(target) as stream, _text(stream, pages[0].head) if suffix == ".csv" else _workbook(stream) as opened:
        for page in pages[:1] if suffix == ".csv" else pages:
            opened(page)(page.rows)


@contextmanager
def _text(stream: BinaryIO, head: Sequence[str]) -> Iterator[Open]:
    """Write CSV that a spreadsheet opens: with a byte order mark, and nothing in it that it could take for a formula."""
    lines = TextIOWrapper(stream, "utf-8-sig", errors="backslashreplace", newline="")
    writer = csv.writer(lines)
    writer.writerow(head)
    yield lambda _: lambda rows: writer.writerows([_plain(cell) for cell in row] for row in rows)
    lines.flush()
    lines.detach()


def _plain(cell: Cell) -> str | int | None:
    if isinstance(cell, Decimal):
        return numerals.written(cell)
    return inert(cell) if isinstance(cell, str) else cell


@contextmanager
def _workbook(stream: BinaryIO) -> Iterator[Open]:
    """Write a workbook row by row, so that it needs no memory; texts are texts, never formulas or links."""
    import xlsxwriter

    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(stream, options)
    yield lambda page: _Sheets(book, page).add
    book.close()


class _Sheets:
    """The sheets of a table in a workbook: a full one is followed by another."""

    def __init__(self, book: Workbook, page: Page) -> None:
        self._book, self._page = book, page
        self._bold, self._wrapped = book.add_format({"bold": True, "bottom": 1}), book.add_format({"text_wrap": True, "valign": "top"})
        self._sheet, self._count, self._row = self._new(1), 1, 0

    def add(self, rows: Iterable[Sequence[Cell]]) -> None:
        """Add rows."""
        for row in rows:
            if self._row == FULL:
                self._count, self._row = self._count + 1, 0
                self._sheet = self._new(self._count)
            self._row += 1
            self._sheet.write_row(self._row, 0, row)

    def _new(self, number: int) -> Worksheet:
        sheet = self._book.add_worksheet(f"{self._page.name} {number}")
        for place, column in enumerate(self._page.columns):
            sheet.set_column(place, place, _WIDTHS.get(column, _WIDTH), self._wrapped)
        sheet.write_row(0, 0, self._page.head, self._bold)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, FULL, len(self._page.columns) - 1)
        return sheet
