"""Our own JSON as a report: the model's shape; whatever is of another type, unknown or given twice is noted and never guessed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar

from govreport.envelope import envelope
from govreport.model import Agency, Annotations, Attachment, Block, Chapter, Grid, Metadata, Paragraph, Report, Section
from govreport.readers import annotationrecords, records
from govreport.readers.encoding import decode
from govreport.readers.evidence import LazyEvidence
from govreport.readers.guard import DEFAULT, Limits
from govreport.readers.jsonnodes import Members, Nodes, kind, raw_text
from govreport.readers.jsontables import TableReader
from govreport.readers.jsontree import Number, Path, Places, Tree, load
from govreport.readers.notices import Notices
from govreport.readers.records import Record
from govreport.readers.tables import Tables, plain
from govreport.reading import Reading
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
        held = _page(text, tree, data, name, standard, limits) if isinstance(tree, dict) else None
        if held is not None:
            return held
        notices.add("XSD-ROOT", notices.at(1, 1, "$"), name=kind(tree))
        return Reading(None, notices.all())
    return _Document(standard, notices, Places(text)).reading(tree)


def _page(text: str, members: Members, data: bytes, name: str, standard: Standard, limits: Limits) -> Reading | None:
    """Return the report in the text of a page that an object of another program holds, None where there is none."""
    from govreport.readers import jsonpages

    return jsonpages.read(text, members, data, name, standard, limits)


class _Document:
    """One document under reading."""

    def __init__(self, standard: Standard, notices: Notices, places: Places) -> None:
        self.standard, self.notices = standard, notices
        self.nodes = Nodes(notices, envelope(standard), places)
        self.tables = TableReader(Tables(standard, notices), self.nodes)

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
        return Reading(report, self.notices.all(), LazyEvidence(self.tables.evidence))

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
            self.annotated(members, "notes", annotationrecords.note),
            self.annotated(members, "restatements", annotationrecords.restatement),
            self.annotated(members, "waivers", annotationrecords.waiver),
            self.annotated(members, "zeroDeclarations", annotationrecords.zero_declaration),
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
            yield from self.tables.read(members, path, tables)
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
