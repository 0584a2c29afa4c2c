"""A copy of a table as cells of an edition: every value with its evidence, every doubt as a blank with a diagnostic."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from govreport.diagnostics import CellRef
from govreport.forms import Column, Form, TableForm
from govreport.model import NA, NotApplicable, Note, Table, Value
from govreport.readers.legacy.account import Account, TableReading
from govreport.readers.legacy.doubts import (
    among_words,
    displaced,
    going_on,
    has_rest,
    is_apart,
    is_cut,
    is_near,
    is_torn,
    leads,
    mostly_bare,
    overfull,
    piled,
    signs_between,
    unsure,
)
from govreport.readers.legacy.drawn import is_drawn
from govreport.readers.legacy.fitting import Fitting
from govreport.readers.legacy.instances import Instance
from govreport.readers.legacy.labels import normal
from govreport.readers.legacy.lines import Line, Source
from govreport.readers.legacy.pagination import possible_numbers
from govreport.readers.legacy.parts import in_parts
from govreport.readers.legacy.placement import LostRow, place
from govreport.readers.legacy.prose import clean
from govreport.readers.legacy.records import Key, Record, copies_of, records_of
from govreport.readers.legacy.serials import without_serials
from govreport.readers.legacy.tokens import Token, What
from govreport.readers.legacy.units import UNSURE, Units
from govreport.readers.legacy.values import Parsed, ValueReader
from govreport.reading import Evidence


class TableReader:
    """Reads copies of tables of one text."""

    def __init__(self, source: Source, lines: Sequence[Line], values: ValueReader, repeats_dropped: bool) -> None:
        self._source, self._lines, self._values, self._repeats_dropped = source, lines, values, repeats_dropped
        self._pages = possible_numbers([line.text for line in lines])

    def read(self, found: Instance, form: Form) -> TableReading:
        """Return the table as far as the text tells it; nothing is placed by luck."""
        shape = form.tables[found.table]
        self._reading = TableReading(Table(shape.key, shape.edition, {}))
        self._account = Account(self._reading, self._source, self._lines, self._values, shape.name)
        self._cells: dict[Key, Value] = {}
        self._units: dict[str, str] = {}
        self._seen: set[Key] = set()
        self._unit_of = Units(found, self._lines, self._values)
        records = list(records_of(found, shape, self._reading.rest))
        without_serials(records)
        fitting = Fitting(found, form, records, self._lines, self._values, self._repeats_dropped)
        self._account.remarks(records)
        parted = in_parts(records, found, form, self._values)
        if parted is not None:
            self._cells_of(parted, parted.run.solid)
            records = []
        if leads(found, records):
            for record in records:
                self._give_up(record)
            records = []
        self._displaced, self._bare = displaced(found, records), mostly_bare(records)
        spoken = [token for token in found.strays if token.what is not What.VALUE and any(map(str.isdigit, token.text))]
        self._spoken = self._displaced or any(any(map(str.isdigit, normal(token.text)[1:])) for token in found.strays)
        self._going_on = going_on(found)
        self._unsure, self._overfull, self._signs = unsure(records, self._lines), overfull(records), signs_between(found, records)
        torn = bool(self._going_on) or any(map(has_rest, records))
        loose = [*found.strays, *(slot for run in self._reading.rest for slot in run.solid)] if torn else []
        cut = [token for token in (*found.strays, *found.tokens) if is_cut(token)]
        self._cut = sorted(token.line for token in (*cut, *loose) if token.cell is None)
        self._broken = sorted(token.line for token in spoken if token.cell is None)
        lost = [left for record in self._conflicts(records) if (left := self._fill(record, fitting)) is not None]
        elsewhere = self._displaced or self._overfull or piled(records) or found.glued or self._repeats_dropped or self._source.spaced
        told = not elsewhere and all(map(fitting.in_order, lost))
        self._place(lost, shape, form, told)
        self._leave_blank(shape, found)
        order = {key: number for number, key in enumerate(shape.cells)}
        cells = dict(sorted(self._cells.items(), key=lambda item: order[item[0]]))
        self._reading.table = Table(shape.key, shape.edition, cells, dict(sorted(self._units.items(), key=lambda item: list(shape.columns).index(item[0]))))
        self._reading.evidence.sort(key=lambda evidence: order[evidence.cell.row or "", evidence.cell.column or ""])
        return self._reading

    def _conflicts(self, records: Sequence[Record]) -> Iterator[Record]:
        """Yield the records to read: of equal copies of a row the first; rows that differ are left blank and quoted."""
        for copies in copies_of(records):
            if len({tuple(slot.text for slot in copy.run.solid) for copy in copies}) == 1:
                yield copies[0]
                continue
            for copy in copies:
                self._account.quote("TEXT-LOST", copy)
            self._blank(copies[0].cells, copies[0], "ambiguous", "several different rows of this name")

    def _fill(self, record: Record, fitting: Fitting) -> Record | None:
        """Read a record whose cells all have a place; return it where cells were lost, with the columns that its heads name."""
        values = sum(slot.what is What.VALUE for slot in record.run.slots)
        doubtful = is_torn(record, self._lines) or among_words(record, self._broken) or has_rest(record) or is_near(record, self._cut)
        doubtful = doubtful or any(slot.line in self._unsure or slot.text in self._signs for slot in record.run.solid)
        if doubtful or id(record.run) in self._going_on or (self._bare and is_apart(record)) or (record.run.cut and values < len(record.cells)):
            self._give_up(record)
            return None
        if (self._displaced and len(record.cells) == 1) or (self._spoken and record.run.label is not None and not record.run.slots):
            self._give_up(record)
            return None
        record, fitted = fitting.fit(record)
        pages = any(slot.line in self._pages for slot in record.run.solid)
        others = pages or (fitted is not None and self._overfull and len(record.cells) > 1)
        if others and (fitted is None or not fitting.adds_up(record, fitted)):
            self._give_up(record)
            return None
        if fitted is None:
            if not record.run.solid:
                if record.run.label is not None:
                    self._account.say("TEXT-LOST", record, row=self._account.label(record))
                self._blank(record.cells, record, "lost", "no cell of the row is left in the text")
                return None
            return record
        self._cells_of(record, fitted)
        return None

    def _cells_of(self, record: Record, fitted: Sequence[Token | None]) -> None:
        for key, column, token in zip(record.cells, record.columns, fitted, strict=True):
            self._cell(key, column, token, record)

    def _cell(self, key: Key, column: Column, token: Token | None, record: Record, inferred: bool = False) -> None:
        self._seen.add(key)
        ref = CellRef(self._reading.table.key, *key, edition=self._reading.table.edition)
        if token is None or (token.what not in (What.VALUE, What.TEXT) and not (token.cell and token.cell.doubt)):
            self._account.evidence(ref, Parsed(None), token or record.run.label)
            return
        doubt = token.cell.doubt if token.cell else None
        parsed = Parsed(None, "ambiguous", reason=doubt) if doubt else self._values.read(token.text, column.kind)
        if parsed.value is not None and not self._account.whole(token):
            parsed = Parsed(None, "ambiguous", reason="broken")
        unit = parsed.unit or (self._unit_of.of(record, column) if column.kind == "money" and parsed.value not in (None, NA) else None)
        if unit == UNSURE:
            unit = None
            parsed = parsed if parsed.value == 0 else Parsed(None, "ambiguous", reason="unit")
        if unit and unit != column.unit:
            self._units[key[0]] = unit
        if parsed.value is not None:
            self._cells[key] = parsed.value
        if parsed.note:
            kind = "mark" if isinstance(parsed.value, NotApplicable) else "note"
            self._reading.notes.append(Note(ref.table, parsed.note, *key, kind=kind))
        if parsed.value is None:
            self._account.say_value(ref, token, parsed)
            if token.text.strip():
                self._reading.notes.append(Note(ref.table, clean(" ".join(token.text.split())), *key))
        if inferred and parsed.value is not None:
            self._reading.notes.append(Note(ref.table, token.text, *key, kind="inferred"))
        self._account.evidence(ref, parsed, token, "inferred" if inferred else None)

    def _place(self, lost: Sequence[Record], shape: TableForm, form: Form, sure: bool) -> None:
        """Place the numbers of rows that lost cells, as far as the relations allow, and leave the others blank and quoted."""
        rows, kept = [], []
        for record in lost:
            kinds = {column.kind for column in record.columns}
            parsed = [self._values.read(slot.text, "count") for slot in record.run.solid]
            numbers = [item.value for item in parsed if isinstance(item.value, int)]
            if sure and not record.run.cut and not is_drawn(record) and len(numbers) == len(parsed) and kinds == {"count"} and len(numbers) < len(record.cells):
                rows.append(LostRow(record.cells, tuple(numbers)))
                kept.append(record)
            else:
                self._give_up(record)
        known = {key: self._cells.get(key) for key in self._seen - self._reading.ambiguous}
        placed = place(shape, form, known, rows)
        for record, cells in zip(kept, placed.rows, strict=True):
            self._lost_row(record, cells, placed.exhausted)

    def _lost_row(self, record: Record, cells: Sequence[Key | None], exhausted: bool) -> None:
        columns = dict(zip(record.cells, record.columns, strict=True))
        for key, token in zip(cells, record.run.solid, strict=True):
            if key is not None:
                self._cell(key, columns[key], token, record, inferred=True)
        if None in cells:
            self._account.quote("TEXT-SEARCH" if exhausted else "TEXT-LOST", record)
        else:
            self._account.say("TEXT-INFERRED", record, row=self._account.label(record))
        self._blank([key for key in record.cells if key not in self._seen], record, "lost", "cells of the row were lost in copying")

    def _give_up(self, record: Record) -> None:
        self._account.quote("TEXT-LOST", record)
        self._blank(record.cells, record, "ambiguous", "the pieces of the row do not fit its columns")

    def _leave_blank(self, shape: TableForm, found: Instance) -> None:
        """Give every cell that no run speaks of its evidence, and say which rows the text does not have."""
        absent: dict[str, None] = {}
        for row, column in shape.cells:
            if (row, column) not in self._seen:
                absent[row] = None
                ref = CellRef(shape.key, row, column, edition=shape.edition)
                self._reading.evidence.append(Evidence(ref, None, "lost", reason="not in the text"))
        for row in absent:
            self._account.say_absent(shape.rows[row], found.tokens[0])

    def _blank(self, keys: Iterable[Key], record: Record, how: str, reason: str) -> None:
        for key in keys:
            self._seen.add(key)
            ref = CellRef(self._reading.table.key, *key, edition=self._reading.table.edition)
            self._account.evidence(ref, Parsed(None, how, reason=reason), record.run.label)
