"""What stands in the fields of a form as a report, and a report as what stands in the fields.

A draft has a report that it began from (``base``): its chapters, attachments and remarks stay, its figures, prose and particulars are
those of the fields. What cannot be taken is a problem at its field, where it stands as it was typed; in the report it is blank.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from govreport.diagnostics import Diagnostic
from govreport.envelope import envelope
from govreport.forms import TableForm
from govreport.metadata import Metadata
from govreport.model import NA, Annotations, Block, Note, Report, Section, Table, TextError, Value, ZeroDeclaration, check_text
from govreport.standard import Standard
from govreport.web.desk import annotating, fieldnames, prose
from govreport.web.desk.figures import shown, typed
from govreport.web.desk.sheet import printed_unit

Fields = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Problem:
    """A text that a field cannot take: what is wanted there (number, unit, date, text), and the text."""

    field: str
    wanted: str
    raw: str


@dataclass(frozen=True)
class Assembled:
    """A report put together from fields; ``noticed`` is what reading the prose had to say, by field, ``blank`` the blank cells by table."""

    report: Report
    problems: tuple[Problem, ...]
    noticed: tuple[tuple[str, Diagnostic], ...]
    blank: Mapping[str, int]

    @property
    def undone(self) -> int:
        """How many cells nobody has filled in yet."""
        return sum(self.blank.values())


def fields(report: Report, standard: Standard) -> dict[str, str]:
    """Return what stands in the fields for a report: figures as written, marks, units, prose and particulars."""
    marks = report.annotations.marks()
    found: dict[str, str] = {}
    for table in report.tables():
        form = standard.table(table.key, table.edition)
        for row, column in form.cells if form else ():
            text = shown(table, row, column, marks.get((table.key, row, column)))
            if text:
                found[fieldnames.cell(table.key, row, column)] = text
        found |= {fieldnames.unit(table.key, row): unit for row, unit in table.units.items()}
    for index, chapter in enumerate(report.chapters):
        text = prose.written(chapter.blocks, standard)
        if text:
            found[fieldnames.prose(chapter.key, index)] = text
    for name in fieldnames.METADATA:
        value = getattr(report.metadata, name)
        if value is not None:
            found[fieldnames.meta(name)] = str(value)
    for zero in report.annotations.zero_declarations:
        found[fieldnames.zero(zero.table, fieldnames.BY)] = zero.by or ""
        found[fieldnames.zero(zero.table, fieldnames.ON)] = zero.on.isoformat() if zero.on else ""
    return found | annotating.fields(report.annotations)


def names(base: Report, standard: Standard) -> Iterator[str]:
    """Yield the names of the fields that can be filled in for a draft."""
    for table in base.tables():
        form = standard.table(table.key, table.edition)
        if form:
            yield from (fieldnames.cell(table.key, row, column) for row, column in form.cells)
            yield from dict.fromkeys(fieldnames.unit(table.key, row) for row, _ in form.money)
    yield from (fieldnames.prose(chapter.key, index) for index, chapter in enumerate(base.chapters))
    yield from map(fieldnames.meta, fieldnames.METADATA)


def assembled(entered: Fields, base: Report, standard: Standard) -> Assembled:
    """Return the report that the fields say."""
    places = [fieldnames.prose(chapter.key, index) for index, chapter in enumerate(base.chapters)]
    chapters, noticed = prose.read(base.chapters, [entered.get(name, "") for name in places], standard)
    desk = _Desk(entered, standard)
    filled = tuple(replace(chapter, blocks=desk.blocks(chapter.blocks)) for chapter in chapters)
    metadata = desk.metadata(base.metadata)
    annotations = desk.annotations(base)
    report = replace(base, metadata=metadata, chapters=filled, annotations=annotations)
    return Assembled(report, tuple(desk.problems), tuple((places[index], each) for index, each in noticed), desk.blank)


class _Desk:
    """Fields on their way into a report: tables first, then what is said of their cells."""

    def __init__(self, entered: Fields, standard: Standard) -> None:
        self.entered, self.standard, self.typed = entered, standard, typed(standard.root)
        self.problems: list[Problem] = []
        self.blank: dict[str, int] = {}
        self.tables: dict[str, Table] = {}
        self.marks: dict[tuple[str, str, str], str] = {}

    def blocks(self, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        """Return blocks with every table filled in."""
        return tuple(self._block(block) for block in blocks)

    def _block(self, block: Block) -> Block:
        if isinstance(block, Section):
            return replace(block, blocks=self.blocks(block.blocks))
        form = self.standard.table(block.key, block.edition) if isinstance(block, Table) else None
        return block if form is None else self._table(form)

    def _table(self, form: TableForm) -> Table:
        cells: dict[tuple[str, str], Value] = {}
        for row, columns in form.columns.items():
            for column in columns.values():
                value = self._value(form.key, row, column.key, column.kind)
                if value is not None:
                    cells[row, column.key] = value
        self.blank[form.key] = len(form.cells) - len(cells)
        self.tables[form.key] = table = Table(form.key, form.edition, cells, dict(self._units(form)))
        return table

    def _value(self, table: str, row: str, column: str, kind: str) -> Value | None:
        name = fieldnames.cell(table, row, column)
        text = self.entered.get(name, "").strip()
        value, taken = self.typed.value(text, kind)
        if not taken:
            self.problems.append(Problem(name, kind, text))
        elif value is NA and text != NA.value:
            self.marks[table, row, column] = text
        return value

    def _units(self, form: TableForm) -> Iterator[tuple[str, str]]:
        for row in dict.fromkeys(row for row, _ in form.money):
            name = fieldnames.unit(form.key, row)
            text = self.entered.get(name, "").strip()
            if not text or text == printed_unit(form, row):
                continue
            if envelope(self.standard).allows("Unit", text):
                yield row, text
            else:
                self.problems.append(Problem(name, "unit", text))

    def metadata(self, base: Metadata) -> Metadata:
        """Return the particulars with those that were entered."""
        published: datetime.date | None = None
        typed_day = self._text("published")
        if typed_day:
            try:
                published = datetime.date.fromisoformat(typed_day)
            except ValueError:
                self.problems.append(Problem(fieldnames.meta("published"), "date", typed_day))
        title, number, contact = self._text("title"), self._text("document_number"), self._text("contact")
        return replace(base, title=title, document_number=number, published=published, contact=contact)

    def _text(self, name: str) -> str | None:
        field = fieldnames.meta(name)
        text = " ".join(self.entered.get(field, "").split())
        try:
            return check_text(text) if text else None
        except TextError:
            self.problems.append(Problem(field, "text", text))
            return None

    def annotations(self, base: Report) -> Annotations:
        """Return what is said about cells: as before, but for marks, and for what a changed figure makes untrue."""
        before = {(table.key, *place): value for table in base.tables() for place, value in table.cells.items()}
        left = dict(self.marks)
        said = annotating.Said(self.entered, base.annotations, self.standard)
        written = list(said.notes())
        kept = [held for note in base.annotations.notes if (held := self._held(note, before, left, written)) is not None]
        marks = [Note(table, text, row, column, "mark") for (table, row, column), text in left.items()]
        statements = (tuple(said.restatements()), tuple(said.waivers()), tuple(self._zeros(base)))
        self.problems += [Problem(*each) for each in said.wrong]
        return Annotations((*kept, *written, *marks), *statements)

    def _held(self, note: Note, before: Mapping[tuple[str, str, str], Value], marks: dict[tuple[str, str, str], str], written: list[Note]) -> Note | None:
        """Return a note as it still holds, None where it does not; a mark is taken from ``marks``, what a clerk wrote from ``written``."""
        if note.kind == annotating.KIND:
            if note not in written:
                return None
            written.remove(note)
            return note
        if note.table not in self.tables:
            return note
        place = (note.table, note.row or "", note.column or "")
        if note.kind == "mark":
            mark = marks.pop(place, None)
            return replace(note, text=mark) if mark else None
        return note if note.kind != "inferred" or before.get(place) == self.tables[note.table].get(*place[1:]) else None

    def _zeros(self, base: Report) -> Iterator[ZeroDeclaration]:
        """Yield the declarations that the figures bear out: one with another figure than 0 stands no longer."""
        for key, table in self.tables.items():
            by, on = (self.entered.get(fieldnames.zero(key, name)) for name in (fieldnames.BY, fieldnames.ON))
            if by is not None and not self.blank[key] and all(value == 0 for value in table.cells.values()):
                yield ZeroDeclaration(key, by or None, datetime.date.fromisoformat(on) if on else None)
        yield from (zero for zero in base.annotations.zero_declarations if zero.table not in self.tables)
