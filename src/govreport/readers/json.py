"""Our own JSON as a report: the model's shape; whatever is of another type, unknown or given twice is noted and never guessed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar

from govreport import numerals
from govreport.diagnostics import CellRef, Location
from govreport.envelope import envelope
from govreport.forms import TableForm
from govreport.model import Agency, Annotations, Attachment, Block, Chapter, Grid, Metadata, Paragraph, Report, Section, Table, Value
from govreport.readers import records
from govreport.readers.encoding import decode
from govreport.readers.evidence import LazyEvidence
from govreport.readers.guard import DEFAULT, Limits
from govreport.readers.jsonnodes import Members, Nodes, kind, raw_text
from govreport.readers.jsontree import Number, Path, Places, Tree, load
from govreport.readers.notices import Notices, quote
from govreport.readers.records import Record
from govreport.readers.tables import Tables, plain
from govreport.reading import Evidence, Reading
from govreport.standard import Standard

_Value = TypeVar("_Value")


def read(data: bytes, name: str, standard: Standard, limits: Limits = DEFAULT) -> Reading:
    """Return the report of a JSON document, with what was noticed and the place of every cell."""
    notices = Notices(name)
    text = decode(data, notices)
    sound, tree = load(text, notices, limits)
    if not sound:
        return Reading(None, notices.all())
    if not isinstance(tree, dict) or not ({"chapters", "metadata", "schema"} & tree.keys()):
        notices.add("XSD-ROOT", notices.at(1, 1, "$"), name=kind(tree))
        return Reading(None, notices.all())
    return _Document(standard, notices, Places(text)).reading(tree)


class _Document:
    """One document under reading."""

    def __init__(self, standard: Standard, notices: Notices, places: Places) -> None:
        self.standard, self.notices = standard, notices
        self.nodes = Nodes(notices, envelope(standard), places)
        self.tables = Tables(standard, notices)
        self.met: list[tuple[TableForm, Path, Members]] = []

    def reading(self, tree: Members) -> Reading:
        """Return the reading of a report."""
        schema = self.nodes.record("report", {"schema": tree.get("schema")}, ())
        claim = schema.token("schema", "Claim")
        if claim is None:
            schema.missing("schema")
        self.nodes.unknown(tree, (), {"schema", "metadata", "chapters", "attachments", "annotations", "provenance"})
        source = self.nodes.object_in(tree, (), "provenance")
        report = Report(
            schema=claim or self.standard.claim,
            metadata=self.metadata(self.nodes.object_in(tree, (), "metadata") or {}),
            chapters=tuple(self.chapter(each, path) for each, path in self.nodes.objects_in(tree, (), "chapters")),
            attachments=tuple(self.attachment(each, path) for each, path in self.nodes.objects_in(tree, (), "attachments")),
            annotations=self.annotations(self.nodes.object_in(tree, (), "annotations") or {}),
            provenance=records.provenance(self.nodes.record("provenance", source, ("provenance",))) if source is not None else None,
        )
        return Reading(report, self.notices.all(), LazyEvidence(self.evidence))

    def metadata(self, members: Members) -> Metadata:
        """Return the metadata."""
        path: Path = ("metadata",)
        by, period = self.nodes.object_in(members, path, "agency"), self.nodes.object_in(members, path, "period")
        counted = self.closed("period", period, (*path, "period"), records.period) if period is not None else None
        record = self.nodes.record("metadata", members, path, besides=("agency", "period"))
        return records.metadata(record, self.agency(by) if by is not None else Agency(), counted)

    def agency(self, members: Members) -> Agency:
        """Return the agency."""
        path: Path = ("metadata", "agency")
        place = self.nodes.object_in(members, path, "division")
        division = self.closed("division", place, (*path, "division"), records.division) if place is not None else None
        record = self.nodes.record("agency", members, path, besides=("division",))
        return records.agency(record, record.text("name"), division)

    def closed(self, name: str, members: Members, path: Path, build: Callable[[Record], _Value]) -> _Value:
        """Return what a record builds; members it did not ask for are noted."""
        record = self.nodes.record(name, members, path)
        value = build(record)
        record.leftover()
        return value

    def annotations(self, members: Members) -> Annotations:
        """Return the annotations."""
        self.nodes.unknown(members, ("annotations",), {"notes", "restatements", "waivers", "zeroDeclarations"})
        return Annotations(
            self.annotated(members, "notes", records.note),
            self.annotated(members, "restatements", records.restatement),
            self.annotated(members, "waivers", records.waiver),
            self.annotated(members, "zeroDeclarations", records.zero_declaration),
        )

    def annotated(self, members: Members, name: str, build: Callable[[Record], _Value | None]) -> tuple[_Value, ...]:
        """Return the annotations of a kind that could be read."""
        built = (build(self.nodes.record(name, each, path)) for each, path in self.nodes.objects_in(members, ("annotations",), name))
        return tuple(each for each in built if each is not None)

    def chapter(self, members: Members, path: Path) -> Chapter:
        """Return a chapter."""
        record = self.nodes.record("chapter", members, path, besides=("blocks",))
        key, number, title = record.token("key", "Key"), record.text("number"), record.text("title")
        record.leftover()
        return Chapter(key, number, title, self.blocks(members, path))

    def attachment(self, members: Members, path: Path) -> Attachment:
        """Return an attachment; a table of the form in it is kept as a grid."""
        return records.attachment(self.nodes.record("attachment", members, path, besides=("blocks",)), self.blocks(members, path, tables=False))

    def blocks(self, members: Members, path: Path, tables: bool = True) -> tuple[Block, ...]:
        """Return the blocks of a chapter, section or attachment; nesting is bounded by the limits."""
        return tuple(block for each, place in self.nodes.objects_in(members, path, "blocks") for block in self.block(each, place, tables))

    def block(self, members: Members, path: Path, tables: bool) -> Iterator[Block]:
        """Yield the block of an object: none where it cannot be told which, several where a table has what its form has not."""
        if "table" in members:
            yield from self.table(members, path, tables)
            return
        self.nodes.unknown(members, path, {"paragraph", "section", "grid"})
        text = members.get("paragraph")
        if isinstance(text, str) and not isinstance(text, Number):
            tidied = self.nodes.text(text, (*path, "paragraph"))
            if tidied:
                yield Paragraph(tidied)
        elif text is not None:
            self.nodes.wrong((*path, "paragraph"), text)
        section, grid = self.nodes.object_in(members, path, "section"), self.nodes.object_in(members, path, "grid")
        if section is not None:
            inner = (*path, "section")
            record = self.nodes.record("section", section, inner, besides=("blocks",))
            number, title = record.text("number"), record.text("title")
            record.leftover()
            yield Section(number, title, self.blocks(section, inner, tables))
        if grid is not None:
            yield self.grid(grid, (*path, "grid"))
        if text is None and section is None and grid is None:
            self.nodes.wrong(path, members)

    def grid(self, members: Members, path: Path) -> Grid:
        """Return a grid; what is no text in it is noted and kept as text."""
        record = self.nodes.record("grid", members, path, besides=("rows",))
        caption = record.text("caption")
        record.leftover()
        rows: list[tuple[str, ...]] = []
        for row, place in self.nodes.items_in(members, path, "rows"):
            if isinstance(row, list):
                rows.append(tuple(self.cell(cell, (*place, at)) for at, cell in enumerate(row)))
            else:
                self.nodes.wrong(place, row)
        return Grid(tuple(rows), caption)

    def cell(self, value: Tree, path: Path) -> str:
        """Return a cell of a grid."""
        if isinstance(value, str) and not isinstance(value, Number):
            return (self.nodes.text(value, path) or "") if value else ""
        self.nodes.wrong(path, value)
        return plain(raw_text(value))

    def table(self, members: Members, path: Path, allowed: bool) -> Iterator[Block]:
        """Yield a table and, as grids, what its form does not have."""
        self.nodes.unknown(members, path, {"table", "edition", "rows", "units"})
        name, edition = members["table"], members.get("edition")
        found = self.nodes.object_in(members, path, "rows") or {}
        rows = [(row, self.nodes.object_in(found, (*path, "rows"), row) or {}) for row in found]
        form = self.standard.table(name, edition) if isinstance(name, str) and isinstance(edition, str) else None
        if form is None or not allowed:
            raw = ((row, {key: raw_text(value) for key, value in cells.items()}) for row, cells in rows)
            yield self.tables.unknown(raw_text(name), raw_text(edition), raw, self.nodes.where(path))
            return
        cells: dict[tuple[str, str], Value] = {}
        strays: list[tuple[str, dict[str, str]]] = []
        for row, texts in rows:
            columns = form.columns.get(row, {})
            stray = {key: raw_text(value) for key, value in texts.items() if key not in columns}
            if stray or not columns:
                strays.append((row, stray))
            for key in columns:
                value = self.value(form, row, key, texts.get(key), (*path, "rows", row, key))
                if value is not None:
                    cells[row, key] = value
            if columns:
                self.met.append((form, (*path, "rows", row), texts))
        given = {row for row, _ in rows}
        for row in [row for row in form.columns if row not in given]:
            self.notices.add("XSD-MISSING", self.nodes.where((*path, "rows")), name=f"{form.key}/{row}")
        block = self.tables.place(Table(form.key, form.edition, cells, self.units(members, path, form)), lambda: self.nodes.where(path))
        if block is not None:
            yield block
        if strays:
            yield self.tables.stray(form, strays, self.nodes.where((*path, "rows", strays[0][0])))

    def value(self, form: TableForm, row: str, key: str, raw: Tree, path: Path) -> Value | None:
        """Return the value of a cell: money and the mark of a cell that is not applicable are strings, counts numbers, blank is null."""
        if raw is None:
            return None
        kind = form.columns[row][key].kind
        text = isinstance(raw, str) and not isinstance(raw, Number)
        if isinstance(raw, str) and text == (kind == "money" or raw == "NA"):
            value = numerals.parse(raw, kind)
            if value is not None:
                return value
        cell = CellRef(form.key, row, key, form.edition)
        place = self.nodes.where(path)
        self.notices.add("XSD-CELL", Location(place.source, place.line, place.column, place.path, cell), raw=quote(raw_text(raw)), kind=kind)
        return None

    def units(self, members: Members, path: Path, form: TableForm) -> dict[str, str]:
        """Return the units written in a table's rows."""
        found = {}
        for row, raw in (self.nodes.object_in(members, path, "units") or {}).items():
            unit = self.tables.unit(form, row, raw_text(raw), self.nodes.where((*path, "units", row)))
            if unit is not None:
                found[row] = unit
        return found

    def evidence(self) -> Iterator[Evidence]:
        """Yield where every cell stands."""
        for form, path, texts in self.met:
            for key, column in form.columns[path[-1]].items():  # type: ignore[index]
                raw = texts.get(key)
                value = numerals.parse(raw, column.kind) if isinstance(raw, str) else None
                line, at = self.nodes.places.at((*path, key))
                how = "ambiguous" if raw is not None and value is None else "direct"
                cell = CellRef(form.key, str(path[-1]), key, form.edition)
                yield Evidence(cell, value, how, line, at, None if raw is None else raw_text(raw), "not-canonical" if how == "ambiguous" else None)
