"""The cells of one report from CSV, the short table or the long one: tables without metadata, which is said."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass, replace

from govreport import numerals
from govreport.csvtext import NEEDED, meant
from govreport.diagnostics import CellRef, Location
from govreport.envelope import envelope
from govreport.forms import TableForm
from govreport.model import Agency, Chapter, Metadata, Report, Table, Value
from govreport.readers import guard, records
from govreport.readers.encoding import decode
from govreport.readers.guard import DEFAULT, Limits
from govreport.readers.notices import Notices, quote
from govreport.readers.records import Record
from govreport.readers.tables import Tables, grid
from govreport.reading import HOW, Evidence, Reading
from govreport.standard import Standard

KNOWN = {*NEEDED, "state", "unit", "report", "agency", "year", "scope", "how", "source", "line"}


@dataclass(frozen=True, slots=True)
class _Line:
    """One line of the file: its cells by the names of the head, and its number."""

    cells: dict[str, str]
    number: int

    def get(self, name: str) -> str:
        """Return a cell, empty where the file has no such column."""
        return self.cells.get(name, "")


def read(data: bytes, name: str, standard: Standard, limits: Limits = DEFAULT) -> Reading:
    """Return the tables of a CSV file as a report without metadata (XSD-METADATA); of the long table with agency, year and scope.

    A file that holds several reports is none (XSD-SEVERAL).
    """
    notices = Notices(name)
    lines = _lines(decode(data, notices), notices, limits)
    if lines is None:
        return Reading(None, notices.all())
    several = len({line.get("report") for line in lines})
    if several > 1:
        notices.add("XSD-SEVERAL", notices.at(1), count=several)
        return Reading(None, notices.all())
    reader = _Cells(standard, notices)
    for line in lines:
        reader.take(line)
    metadata = _metadata(lines[0], standard, notices) if lines else Metadata()
    notices.add("XSD-METADATA")
    return Reading(Report(standard.claim, metadata, tuple(reader.chapters())), notices.all(), reader.evidence())


def _lines(text: str, notices: Notices, limits: Limits) -> list[_Line] | None:
    """Return the lines under the head, None (noted) where there is no such head, too many cells or a quote that never ends."""
    cells_at_most = text.count(",") + text.count("\n")
    if cells_at_most > limits.elements:
        notices.add_all([guard.over(notices.source, "elements", limits.elements, cells_at_most)])
        return None
    reader = csv.reader(_each(text), strict=True)
    lines: list[_Line] = []
    try:
        head = next((found for cells in reader if any(found := [cell.strip() for cell in cells])), [])
        if not NEEDED.issubset(head) or len(set(head)) != len(head):
            notices.add("XSD-ROOT", notices.at(1), name=quote(",".join(head)))
            return None
        for name in head:
            if name not in KNOWN:
                notices.add("XSD-UNKNOWN", notices.at(1), name=quote(name), raw="")
        for cells in reader:
            if len(cells) == len(head):
                lines.append(_Line(dict(zip(head, cells, strict=True)), reader.line_num))
            elif any(map(str.strip, cells)):
                notices.add("XSD-WIDTH", notices.at(reader.line_num), found=len(cells), expected=len(head), raw=quote(",".join(cells)))
    except csv.Error as error:
        notices.add("XSD-MALFORMED", notices.at(reader.line_num), reason="quoted", quote=quote(str(error)))
        return None
    return lines


def _each(text: str) -> Iterator[str]:
    """Yield the lines of a text with their ends, without a copy of it all."""
    start = 0
    while start < len(text):
        end = text.find("\n", start) + 1 or len(text)
        yield text[start:end]
        start = end


def _metadata(line: _Line, standard: Standard, notices: Notices) -> Metadata:
    """Return what the long table says of its report in every line; the short one says nothing."""
    fields = {name: meant(line.get(name)) for name in ("agency", "year", "scope") if line.get(name)}
    record = Record("metadata", fields, lambda _: notices.at(line.number), notices, envelope(standard))
    return records.metadata(record, Agency(record.text("agency")), None)


class _Cells:
    """The cells of one report, table by table."""

    def __init__(self, standard: Standard, notices: Notices) -> None:
        self.standard, self.notices = standard, notices
        self.tables = Tables(standard, notices)
        self._evidence: list[Evidence] = []
        self._cells: dict[TableForm, dict[tuple[str, str], Value]] = {}
        self._units: dict[TableForm, dict[str, str]] = {}
        self._starts: dict[TableForm, int] = {}
        self._seen: dict[tuple[TableForm, str, str], tuple[str, str]] = {}
        self._torn: set[tuple[TableForm, str, str]] = set()
        self._strays: dict[tuple[str, str], list[tuple[str, dict[str, str]]]] = {}

    def take(self, line: _Line) -> None:
        """Take the cell of a line."""
        table, edition, row, key = (line.get(name) for name in ("table", "edition", "row", "column"))
        form = self.standard.table(table, edition)
        column = form.column(row, key) if form else None
        if form is None or column is None:
            code = "XSD-TABLE" if form is None else "XSD-ROW"
            kept = self._strays.setdefault((table, edition), [])
            if not kept or form is not None:
                self.notices.add(code, self.notices.at(line.number), table=quote(table), edition=quote(edition), row=quote(f"{row} {key}"))
            kept.append((row, {key: line.get("value"), **({"unit": line.get("unit")} if line.get("unit") else {})}))
            return
        cells, units = self._cells.setdefault(form, {}), self._units.setdefault(form, {})
        self._starts.setdefault(form, line.number)
        said = (line.get("value"), line.get("state"))
        first = self._seen.setdefault((form, row, key), said)
        if first != said or (form, row, key) in self._torn:
            both = quote(" | ".join(" ".join(filter(None, each)) for each in (first, said)))
            self.notices.add("XSD-DUPLICATE", self._place(form, row, key, line), name=f"{table} {row} {key}: {both}")
            self._torn.add((form, row, key))
            cells.pop((row, key), None)
            return
        value = self._value(form, row, key, line)
        if value is not None:
            cells[row, key] = value
        unit = line.get("unit")
        if unit and unit != column.unit:
            written = self.tables.unit(form, row, unit, self.notices.at(line.number)) if column.kind == "money" else None
            if written:
                units[row] = written
            elif column.kind != "money":
                self.notices.add("XSD-VALUE", self.notices.at(line.number), name="unit", raw=quote(unit))

    def _place(self, form: TableForm, row: str, key: str, line: _Line) -> Location:
        return self.notices.at(line.number, cell=CellRef(form.key, row, key, form.edition))

    def _value(self, form: TableForm, row: str, key: str, line: _Line) -> Value | None:
        """Return the value of a cell; None, noted, where value and state do not agree or the value is not written as numbers are."""
        raw, state = line.get("value"), line.get("state")
        text = raw or ("NA" if state == "na" else "")
        value = numerals.parse(text, form.columns[row][key].kind) if text else None
        found = "na" if text == "NA" else "number" if text else "blank"
        sure = (value is not None or not text) and state in ("", found)
        if not sure:
            self.notices.add("XSD-CELL", self._place(form, row, key, line), raw=quote(f"{raw} {state}".strip()), kind=form.columns[row][key].kind)
            value = None
        how = line.get("how") if line.get("how") in HOW else "direct"
        cell = CellRef(form.key, row, key, form.edition)
        self._evidence.append(Evidence(cell, value, how if sure else "ambiguous", line.number, None, raw, None if sure else "not-canonical"))
        return value

    def evidence(self) -> tuple[Evidence, ...]:
        """Return where every cell stands; one of which lines say different things is not sure."""
        torn = {CellRef(form.key, row, key, form.edition) for form, row, key in self._torn}
        return tuple(replace(each, value=None, how="ambiguous", reason="not-canonical") if each.cell in torn else each for each in self._evidence)

    def chapters(self) -> Iterator[Chapter]:
        """Yield a chapter for every table, named as its form names it, and one for what no form has."""
        for form, cells in self._cells.items():
            missing = list(dict.fromkeys(row for row, key in form.cells if (form, row, key) not in self._seen))
            for row in missing:
                place = self.notices.at(self._starts[form], cell=CellRef(form.key, row, None, form.edition))
                self.notices.add("XSD-MISSING", place, name=f"{form.key}/{row}")
            edition = self.standard.forms[form.edition]
            chapter = edition.chapter(form.chapter)
            number, title = (chapter.number, chapter.title) if chapter else (None, None)
            block = self.tables.place(Table(form.key, form.edition, cells, self._units[form]), Location)
            if block is not None:
                yield Chapter(form.chapter, number, title, (block,))
        for (table, name), rows in self._strays.items():
            yield Chapter(None, None, None, (grid(rows, f"{table} {name}".strip()),))
