"""A report of one filled table in our own formats, to be spoiled and read."""

from __future__ import annotations

from collections import Counter

from govreport import readers, standard
from govreport.diagnostics import Diagnostic
from govreport.model import Chapter, Paragraph, Report, Section, Table
from govreport.readers import Limits
from govreport.reading import Reading
from govreport.writers import write

STANDARD = standard.load()
FORM = STANDARD.newest
EDITION = FORM.edition
KEY = next(key for key, table in FORM.tables.items() if not table.across and len(table.blocks) == 1)
TABLE = FORM.tables[KEY]
ROW, COLUMN = TABLE.cells[0]
MONEY, MONEY_ROW, MONEY_COLUMN = next(
    (key, row, column) for key, table in FORM.tables.items() for row, column in table.cells if table.columns[row][column].kind == "money"
)


def read(data: bytes, format: str, limits: Limits | None = None) -> Reading:
    return readers.read(data, f"source.{format}", STANDARD, format, limits or Limits())


def codes(reading: Reading) -> Counter[str]:
    return Counter(found.code for found in reading.diagnostics)


def only(reading: Reading, code: str) -> Diagnostic:
    (found,) = [each for each in reading.diagnostics if each.code == code]
    return found


def table(reading: Reading, key: str = KEY) -> Table:
    assert reading.report is not None
    table = reading.report.table(key)
    assert table is not None
    return table


def filled(key: str = KEY) -> Report:
    form = FORM.tables[key]
    cells = {cell: at for at, cell in enumerate(form.cells) if form.columns[cell[0]][cell[1]].kind == "count"}
    chapter = Chapter(form.chapter, None, None, (Paragraph("甲"), Table(key, EDITION, cells), Section("（一）", "乙", (Paragraph("丙"),))))
    return Report(STANDARD.claim, chapters=(chapter,))


def xml(body: str) -> bytes:
    return f'<?xml version="1.0"?>\n<report xmlns="{STANDARD.namespace}" schema="{STANDARD.claim}"><metadata/>{body}</report>'.encode()


def edited(format: str, before: str, after: str, key: str = KEY) -> Reading:
    text = write(filled(key), format, STANDARD).decode()
    assert before in text
    return read(text.replace(before, after, 1).encode(), format)
