"""What is told of a copy of a table beside its cells: evidence, diagnostics and notes, each with its place in the source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from govreport.diagnostics import CellRef, Diagnostic, Location
from govreport.forms import Row
from govreport.model import Note, Table
from govreport.readers.legacy.columns import column_key
from govreport.readers.legacy.instances import Run
from govreport.readers.legacy.lines import Line, Source
from govreport.readers.legacy.prose import clean
from govreport.readers.legacy.records import Key, Record
from govreport.readers.legacy.tokens import Token, What
from govreport.readers.legacy.values import Parsed, ValueReader
from govreport.reading import Evidence

QUOTE = 80


@dataclass(slots=True)
class TableReading:
    """What one copy of a table gave; ``rest`` holds the runs that are no row of the form, to be kept as a grid."""

    table: Table
    evidence: list[Evidence] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    rest: list[Run] = field(default_factory=list)

    @property
    def ambiguous(self) -> set[Key]:
        """The cells for which the text holds something that is not read: their numbers are not known, they are not blank."""
        return {(each.cell.row or "", each.cell.column or "") for each in self.evidence if each.how == "ambiguous"}


class Account:
    """The account of one copy under reading; ``reading`` is what it gives, ``name`` what the form calls the table."""

    def __init__(self, reading: TableReading, source: Source, lines: Sequence[Line], values: ValueReader, name: str) -> None:
        self.reading, self._name = reading, name
        self._source, self._lines, self._values = source, lines, values

    def evidence(self, ref: CellRef, parsed: Parsed, token: Token | None, how: str | None = None) -> None:
        """Keep what a cell's value was read from, ``how`` where that is not what its text says."""
        line = column = raw = page = box = None
        if token is not None:
            line, column, raw = self.place_of(token)
            page, box = self._source.area(*self._span(token)) or (None, None)
            if token.what not in (What.VALUE, What.TEXT):
                raw = ""
        self.reading.evidence.append(Evidence(ref, parsed.value, how or parsed.how, line, column, raw, parsed.reason, page, box))

    def place_of(self, token: Token) -> tuple[int, int, str]:
        """Return the line and column, both from 1, on which a piece begins in the source, and its text there."""
        start, end = self._span(token)
        return (*self._source.place(start), self._source.raw(start, end))

    def _span(self, token: Token) -> tuple[int, int]:
        """Return where a piece stood in the source: its first offset and the one behind its last."""
        line = self._lines[token.line]
        start = line.origin(token.start)
        return start, line.origin(token.start + len(token.text) - 1) + 1 if token.text else start

    def whole(self, token: Token) -> bool:
        """Return whether the digits of a value stood next to each other in the source: nothing was taken out between them."""
        line = self._lines[token.line]
        number = self._values.number(token.text)
        places = [token.start + place for place, character in enumerate(number) if character.isdigit()]
        return all(line.origin(other) - line.origin(one) == other - one for one, other in pairwise(places))

    def label(self, record: Record) -> str:
        """Return the label of a row as the form prints it, else as it stands there; without one all cells of the table are meant, by its name."""
        token = record.run.label
        return self._name if token is None else (token.match.label if token.match else "") or token.text

    def quote(self, code: str, record: Record) -> None:
        """Say that a row has numbers without a place, and keep the row as it stood as a note."""
        self.say(code, record, row=self.label(record))
        row = record.cells[0][0] if record.run.label else None
        if words := self._words(record):
            self.reading.notes.append(Note(self.reading.table.key, " | ".join(clean(word) for word in words), row))

    def _words(self, record: Record) -> list[str]:
        return [*([self.label(record)] if record.run.label else ()), *(slot.text for slot in record.run.solid)]

    def remarks(self, records: Sequence[Record]) -> None:
        """Keep what stood in brackets behind labels and heads, where the form does not print it, as notes on the row or column."""
        table = self.reading.table.key
        found: dict[Note, None] = {}
        for record in records:
            label = record.run.label
            if label and label.match and label.match.remark:
                found[Note(table, clean(label.match.remark), record.cells[0][0], kind="label")] = None
            for head in record.run.heads:
                key = column_key(head, record.row.columns)
                if key and head.match and head.match.remark:
                    found[Note(table, clean(head.match.remark), column=key, kind="label")] = None
        self.reading.notes += found

    def say(self, code: str, record: Record, **params: str | int) -> None:
        """Say something of a row, which is quoted."""
        token = record.run.label or (record.run.solid or record.run.slots)[0]
        line, column, _ = self.place_of(token)
        cell = CellRef(self.reading.table.key, record.cells[0][0] if record.run.label else None, edition=self.reading.table.edition)
        quote = " | ".join(self._words(record))[:QUOTE]
        self.reading.diagnostics.append(Diagnostic(code, Location(line=line, column=column, cell=cell), {"quote": quote, **params}))

    def say_absent(self, row: Row, token: Token) -> None:
        """Say that the text does not have a row; the place is that of the copy's first piece."""
        line, column, _ = self.place_of(token)
        table = self.reading.table
        where = Location(line=line, column=column, cell=CellRef(table.key, row.key, edition=table.edition))
        self.reading.diagnostics.append(Diagnostic("TEXT-ABSENT", where, {"row": row.label}))

    def say_value(self, ref: CellRef, token: Token, parsed: Parsed) -> None:
        """Say that the text of a cell is no value for certain, and why."""
        line, column, raw = self.place_of(token)
        params = {"quote": raw[:QUOTE], "reason": parsed.reason or ""}
        self.reading.diagnostics.append(Diagnostic("TEXT-VALUE", Location(line=line, column=column, cell=ref), params))
