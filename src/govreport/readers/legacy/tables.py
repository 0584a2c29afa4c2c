"""A copy of a table as cells of an edition: every value with its evidence, every doubt as a blank with a diagnostic."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import pairwise

from govreport.diagnostics import CellRef, Diagnostic, Location
from govreport.forms import Column, Form, TableForm
from govreport.model import NA, NotApplicable, Note, Table, Value
from govreport.readers.legacy.columns import Columns, bars_before, column_key
from govreport.readers.legacy.instances import Instance, Run
from govreport.readers.legacy.lines import Line, Source
from govreport.readers.legacy.placement import LostRow, place
from govreport.readers.legacy.records import Key, Record, drop_opening, labelled_cell, records_of
from govreport.readers.legacy.slots import Anchor, Fitted, anchor, fit, keeps_empty, pieces
from govreport.readers.legacy.tokens import Token, What
from govreport.readers.legacy.values import Parsed, ValueReader, has_digit
from govreport.reading import Evidence
from govreport.relations import equations

QUOTE = 80


@dataclass(slots=True)
class TableReading:
    """What one copy of a table gave; ``rest`` holds the runs that are no row of the form, to be kept as a grid."""

    table: Table
    evidence: list[Evidence] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    rest: list[Run] = field(default_factory=list)


class TableReader:
    """Reads copies of tables of one text."""

    def __init__(self, source: Source, lines: Sequence[Line], values: ValueReader, repeats_dropped: bool) -> None:
        self._source, self._lines, self._values, self._repeats_dropped = source, lines, values, repeats_dropped

    def read(self, found: Instance, form: Form) -> TableReading:
        """Return the table as far as the text tells it; nothing is placed by luck."""
        shape = form.tables[found.table]
        self._form = form
        self._reading = TableReading(Table(shape.key, shape.edition, {}))
        self._cells: dict[Key, Value] = {}
        self._units: dict[str, str] = {}
        self._seen: set[Key] = set()
        records = list(records_of(found, shape, self._reading.rest))
        self._glued, self._repeats = found.glued, found.repeats
        self._first = min((self._bars(record.run.slots[0]) for record in records if record.run.label and labelled_cell(record.run)), default=0)
        for record in records:
            if found.opens:
                drop_opening(record.run)
            while record.run.slots and record.run.slots[0].grid and self._bars(record.run.slots[0]) < self._first:
                del record.run.slots[0]
        where = anchor([(record.run, len(record.cells)) for record in records])
        self._keeps = keeps_empty([record.run for record in records])
        self._widest: dict[tuple[str, ...], int] = {}
        for record in records:
            keys = record.row.columns
            self._widest[keys] = max(self._widest.get(keys, 0), len(record.run.solid))
        self._columns = Columns(self._lines, [record.row for record in records])
        lost = [record for record in self._conflicts(records) if not self._fill(record, where, shape)]
        self._place(lost, shape, form)
        self._leave_blank(shape, found)
        order = {key: number for number, key in enumerate(shape.cells)}
        cells = dict(sorted(self._cells.items(), key=lambda item: order[item[0]]))
        self._reading.table = Table(shape.key, shape.edition, cells, dict(sorted(self._units.items(), key=lambda item: list(shape.columns).index(item[0]))))
        self._reading.evidence.sort(key=lambda evidence: order[evidence.cell.row or "", evidence.cell.column or ""])
        return self._reading

    def _conflicts(self, records: Sequence[Record]) -> Iterator[Record]:
        """Yield the records to read: of equal copies of a row the first; rows that differ are left blank and quoted."""
        by_cells: dict[tuple[Key, ...], list[Record]] = {}
        for record in records:
            by_cells.setdefault(record.cells, []).append(record)
        for cells, copies in by_cells.items():
            filled = [copy for copy in copies if copy.run.solid] or copies[:1]
            if len({tuple(slot.text for slot in copy.run.solid) for copy in filled}) == 1:
                yield filled[0]
                continue
            for copy in filled:
                self._say("TEXT-LOST", copy, row=self._label(copy))
            self._blank(cells, filled[0], "ambiguous", "several different rows of this name")

    def _fill(self, record: Record, where: Anchor, shape: TableForm) -> bool:
        """Read a record whose cells all have a place; return False where cells were lost."""
        whole, record = record, self._present(record)
        if record.run.solid and (self._glued or self._torn_off(record)):
            fitted = None
        elif record is whole:
            spans = [column.data_span for column in record.columns]
            spread = self._repeats and max(spans) > 1
            fitted = (None if spread else self._columns.by_bars(record.row)) or fit(record.run, spans, where, self._keeps)
            fitted = fitted or self._columns.fit(record.row) or self._headed(record)
        else:
            fitted = self._under_heads(record)
        if fitted is None:
            if not record.run.solid:
                self._blank(record.cells, record, "lost", "no cell of the row is left in the text")
                return True
            return False
        for key, column, token in zip(record.cells, record.columns, fitted, strict=True):
            self._cell(key, column, token, record)
        return True

    def _present(self, record: Record) -> Record:
        """Return the record with only the columns that the heads above it name, where the author removed the others."""
        own = [column.key for column in record.columns]
        named: list[str] = []
        for head in record.run.heads:
            key = column_key(head, own)
            if not (named and named[-1] == key and self._repeats):
                named.append(key)
        kept = [key for key in own if key in named]
        grid = bool(record.run.heads) and all(head.grid for head in record.run.heads)
        if self._repeats_dropped or not 0 < len(kept) < len(own) or kept != named or (not grid and self._widest[tuple(own)] > len(kept)):
            return record
        pairs = [(cell, column) for cell, column in zip(record.cells, record.columns, strict=True) if column.key in kept]
        return Record(tuple(cell for cell, _ in pairs), tuple(column for _, column in pairs), record.run)

    def _torn_off(self, record: Record) -> bool:
        """Return whether a row with empty cells stands in bars below its label: whether the first cell is the label's is not known."""
        label, slots = record.run.label, record.run.slots
        return self._first == 0 and label is not None and not label.barred and slots[0].barred and len(record.run.solid) != len(record.cells)

    def _headed(self, record: Record) -> Fitted | None:
        """Return the pieces by the heads they stand under, if the sums of the row hold with them there."""
        fitted = self._columns.by_heads(record.row)
        if fitted is None:
            return None
        values = {key: self._values.read(token.text, "money").value for key, token in zip(record.cells, fitted, strict=True) if token}
        numbers = {key: value for key, value in values.items() if isinstance(value, Decimal)}
        for equation in equations(self._form):
            left, right = [(cell.row, cell.column) for cell in equation.left], [(cell.row, cell.column) for cell in equation.right]
            own = all(key in record.cells for key in (*left, *right)) and all(cell.table == self._reading.table.key for cell in equation.left)
            if own and sum(numbers.get(key, 0) for key in left) != sum(numbers.get(key, 0) for key in right):
                return None
        return fitted

    def _under_heads(self, record: Record) -> Fitted | None:
        """Return the pieces by the columns that are left: as many as heads, or each in the cell of the grid that its head has."""
        run, width = record.run, len(record.columns)
        if len(run.solid) == width and not run.solid[0].grid:
            return list(run.solid)
        if len(pieces(run, self._keeps)) == width and not any(slot.grid for slot in run.solid):
            return list(pieces(run, self._keeps))
        own = [column.key for column in record.columns]
        heads = {self._bars(head): column_key(head, own) for head in run.heads if head.grid}
        found: dict[str, Token] = {}
        for token in run.solid:
            key = heads.get(self._bars(token)) if token.grid else None
            if key is None or found.setdefault(key, token).text != token.text:
                return None
        return [found.get(key) for key in own]

    def _bars(self, token: Token) -> int:
        return bars_before(self._lines[token.line].text, token.start)

    def _cell(self, key: Key, column: Column, token: Token | None, record: Record, inferred: bool = False) -> None:
        self._seen.add(key)
        ref = CellRef(self._reading.table.key, *key, edition=self._reading.table.edition)
        if token is None or token.what not in (What.VALUE, What.TEXT):
            self._evidence(ref, Parsed(None), token or record.run.label)
            return
        parsed = self._values.read(token.text, column.kind)
        if parsed.value is not None and not self._whole(token):
            parsed = Parsed(None, "ambiguous", reason="broken")
        unit = parsed.unit or (self._head_unit(column, record) if column.kind == "money" and parsed.value not in (None, NA) else None)
        if unit and unit != column.unit:
            self._units[key[0]] = unit
        if parsed.value is not None:
            self._cells[key] = parsed.value
        if parsed.note:
            kind = "mark" if isinstance(parsed.value, NotApplicable) else "note"
            self._reading.notes.append(Note(ref.table, parsed.note, *key, kind=kind))
        if parsed.value is None:
            self._say_value(ref, token, parsed)
            if not has_digit(token.text):
                self._reading.notes.append(Note(ref.table, " ".join(token.text.split()), *key))
        self._evidence(ref, parsed, token, "inferred" if inferred else None)

    def _head_unit(self, column: Column, record: Record) -> str | None:
        heads = (head for head in record.run.heads if head.match and any(use.key == column.key for use in head.match.uses))
        return next((unit for head in heads if (unit := self._values.money_unit(head.text))), None)

    def _place(self, lost: Sequence[Record], shape: TableForm, form: Form) -> None:
        """Place the numbers of rows that lost cells, as far as the relations allow, and leave the others blank and quoted."""
        rows, kept = [], []
        for record in lost:
            kinds = {column.kind for column in record.columns}
            parsed = [self._values.read(slot.text, "count") for slot in record.run.solid]
            numbers = [item.value for item in parsed if isinstance(item.value, int)]
            sure = not (self._glued or self._repeats_dropped)
            if sure and len(numbers) == len(parsed) and kinds == {"count"} and len(numbers) < len(record.cells):
                rows.append(LostRow(record.cells, tuple(numbers)))
                kept.append(record)
            else:
                self._give_up(record)
        known = {key: self._cells.get(key) for key in self._seen}
        placed = place(shape, form, known, rows)
        for record, cells in zip(kept, placed.rows, strict=True):
            self._lost_row(record, cells, placed.exhausted)

    def _lost_row(self, record: Record, cells: Sequence[Key | None], exhausted: bool) -> None:
        columns = dict(zip(record.cells, record.columns, strict=True))
        for key, token in zip(cells, record.run.solid, strict=True):
            if key is not None:
                self._cell(key, columns[key], token, record, inferred=True)
        if None in cells:
            self._say("TEXT-SEARCH" if exhausted else "TEXT-LOST", record, row=self._label(record))
        else:
            self._say("TEXT-INFERRED", record, row=self._label(record))
        self._blank([key for key in record.cells if key not in self._seen], record, "lost", "cells of the row were lost in copying")

    def _give_up(self, record: Record) -> None:
        self._say("TEXT-LOST", record, row=self._label(record))
        self._blank(record.cells, record, "ambiguous", "the pieces of the row do not fit its columns")

    def _leave_blank(self, shape: TableForm, found: Instance) -> None:
        """Give every cell that no run speaks of its evidence, and say which rows the text does not have."""
        absent: dict[str, None] = {}
        for row, column in shape.cells:
            if (row, column) not in self._seen:
                absent[row] = None
                ref = CellRef(shape.key, row, column, edition=shape.edition)
                self._reading.evidence.append(Evidence(ref, None, "lost", reason="not in the text"))
        line, start, _ = self._place_of(found.tokens[0])
        for row in absent:
            where = Location(line=line, column=start, cell=CellRef(shape.key, row, edition=shape.edition))
            self._reading.diagnostics.append(Diagnostic("TEXT-ABSENT", where, {"row": shape.rows[row].label}))

    def _blank(self, keys: Iterable[Key], record: Record, how: str, reason: str) -> None:
        for key in keys:
            self._seen.add(key)
            ref = CellRef(self._reading.table.key, *key, edition=self._reading.table.edition)
            self._evidence(ref, Parsed(None, how, reason=reason), record.run.label)

    def _evidence(self, ref: CellRef, parsed: Parsed, token: Token | None, how: str | None = None) -> None:
        line = column = raw = None
        if token is not None:
            line, column, raw = self._place_of(token)
            if token.what not in (What.VALUE, What.TEXT):
                raw = ""
        self._reading.evidence.append(Evidence(ref, parsed.value, how or parsed.how, line, column, raw, parsed.reason))

    def _place_of(self, token: Token) -> tuple[int, int, str]:
        line = self._lines[token.line]
        start = line.origin(token.start)
        end = line.origin(token.start + len(token.text) - 1) + 1 if token.text else start
        return (*self._source.place(start), self._source.raw(start, end))

    def _whole(self, token: Token) -> bool:
        """Return whether the digits of a value stood next to each other in the source: nothing was taken out between them."""
        line = self._lines[token.line]
        places = [token.start + place for place, character in enumerate(token.text) if character.isdigit()]
        return all(line.origin(other) - line.origin(one) == other - one for one, other in pairwise(places))

    def _label(self, record: Record) -> str:
        token = record.run.label
        return token.match.label if token and token.match else ""

    def _say(self, code: str, record: Record, **params: str | int) -> None:
        token = record.run.label or (record.run.solid or record.run.slots)[0]
        line, column, _ = self._place_of(token)
        words = [self._label(record) or token.text, *(slot.text for slot in record.run.solid if slot is not token)]
        cell = CellRef(self._reading.table.key, record.cells[0][0] if record.run.label else None, edition=self._reading.table.edition)
        quote = " | ".join(words)[:QUOTE]
        self._reading.diagnostics.append(Diagnostic(code, Location(line=line, column=column, cell=cell), {"quote": quote, **params}))

    def _say_value(self, ref: CellRef, token: Token, parsed: Parsed) -> None:
        line, column, raw = self._place_of(token)
        params = {"quote": raw[:QUOTE], "reason": parsed.reason or ""}
        self._reading.diagnostics.append(Diagnostic("TEXT-VALUE", Location(line=line, column=column, cell=ref), params))
