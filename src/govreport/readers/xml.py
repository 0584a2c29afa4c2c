"""Our own XML as a report: everything that ``report.xsd`` and the editions' tables name is read, everything else is noted and kept."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from lxml import etree

from govreport.envelope import envelope
from govreport.model import Annotations, Attachment, Block, Chapter, Grid, Metadata, Paragraph, Report, Section, Table, is_text
from govreport.readers import records, xmlplain, xmlrecords, xmltree
from govreport.readers.guard import DEFAULT, Limits
from govreport.readers.notices import Notices, quote
from govreport.readers.records import tidy
from govreport.readers.tables import Tables, plain
from govreport.readers.xmlnodes import Nodes, local
from govreport.readers.xmltables import TableReader, evidence, kept
from govreport.reading import Reading
from govreport.schemafile import line_of
from govreport.standard import Standard

NO_TABLES: Mapping[etree._Element, Table] = MappingProxyType({})
_CHAPTER, _HEADING = ["key", "number", "title"], ["number", "title"]
_SIDE_BY_SIDE = 10_000
"""So many elements are held at a time to be read at one go; more are read one after the other."""


def read(data: bytes, name: str, standard: Standard, limits: Limits = DEFAULT) -> Reading:
    """Return the report of an XML document, with what was noticed and the line of every cell."""
    root, diagnostics = xmltree.parse(data, name, limits)
    return Reading(None, diagnostics) if root is None else read_tree(root, name, standard)


def read_tree(root: etree._Element, name: str, standard: Standard, tables: Mapping[etree._Element, Table] = NO_TABLES) -> Reading:
    """Return the report of a parsed document; None with XSD-ROOT where the root is not a report.

    ``tables`` are those of its elements that were read already: of their cells nothing is said, and there is no evidence.
    """
    notices = Notices(name)
    nodes = Nodes(notices, envelope(standard), standard.namespace)
    if nodes.name(root) != "report":
        notices.add("XSD-ROOT", notices.at(line_of(root), path="/" + local(root)), name=quote(str(root.tag)))
        return Reading(None, notices.all())
    return _Document(standard, nodes, tables).reading(root)


class _Document:
    """One document under reading."""

    def __init__(self, standard: Standard, nodes: Nodes, known: Mapping[etree._Element, Table]) -> None:
        self.standard, self.nodes, self.notices, self.allows, self.known = standard, nodes, nodes.notices, nodes.envelope.allows, known
        self.tables = TableReader(Tables(standard, nodes.notices), nodes)
        self._paragraph, self._section, self._grid = (nodes.prefix + name for name in ("paragraph", "section", "grid"))

    def reading(self, root: etree._Element) -> Reading:
        """Return the reading of a report element."""
        single: dict[str, etree._Element] = {}
        chapters, attachments = [], []
        for child in self.nodes.children(root):
            name = self.nodes.name(child)
            if name == "chapter":
                chapters.append(self.chapter(child))
            elif name == "attachment":
                attachments.append(self.attachment(child))
            elif name in ("metadata", "annotations", "provenance") and name not in single:
                single[name] = child
            else:
                self.nodes.unknown(child)
        metadata = xmlrecords.metadata(self.nodes, single["metadata"]) if "metadata" in single else Metadata()
        notes = xmlrecords.annotated(self.nodes, single["annotations"]) if "annotations" in single else Annotations()
        provenance = xmlrecords.provenance(self.nodes, single["provenance"]) if "provenance" in single else None
        report = Report(self.claim(root), metadata, tuple(chapters), tuple(attachments), notes, provenance)
        return Reading(report, self.notices.all(), evidence(self.tables.met))

    def claim(self, root: etree._Element) -> str:
        """Return the release that the document claims, the standard's own (noted) where it does not say."""
        record = self.nodes.attributes(root)
        claim = record.token("schema", "Claim")
        if claim is None:
            record.missing("schema")
        record.leftover()
        return claim or self.standard.claim

    def chapter(self, element: etree._Element) -> Chapter:
        """Return a chapter."""
        blocks = self.blocks(element)
        if element.keys() == _CHAPTER:
            key, number, title = map(str, element.values())
            if is_text(number) and is_text(title) and self.allows("Key", key):
                return Chapter(key, number, title, blocks)
        record = self.nodes.attributes(element)
        heading = record.token("key", "Key"), record.text("number"), record.text("title")
        record.leftover()
        return Chapter(*heading, blocks)

    def section(self, element: etree._Element, tables: bool) -> Section:
        """Return a section with what stands under it; nesting is bounded by the guard."""
        blocks = self.blocks(element, tables)
        if element.keys() == _HEADING:
            number, title = map(str, element.values())
            if is_text(number) and is_text(title):
                return Section.of_checked(number, title, blocks)
        record = self.nodes.attributes(element)
        heading = record.text("number"), record.text("title")
        record.leftover()
        return Section(*heading, blocks)

    def attachment(self, element: etree._Element) -> Attachment:
        """Return an attachment; a table of the form in it is kept as a grid."""
        return records.attachment(self.nodes.attributes(element), self.blocks(element, tables=False))

    def blocks(self, element: etree._Element, tables: bool = True) -> tuple[Block, ...]:
        """Return the blocks in an element; text between them is kept as a paragraph, unknown elements as grids, and both are noted."""
        blocks: list[Block] = []
        unplaced: list[etree._Element] = []
        paragraph = self._paragraph
        children = list(element) if len(element) <= _SIDE_BY_SIDE else element
        if element.text:
            self._loose(element, element.text, blocks)
        elif isinstance(children, list) and children and children[-1].tag == paragraph:
            plainly = xmlplain.paragraphs(children, paragraph)
            if plainly is not None:
                return tuple(plainly)
        for child in children:
            tag = child.tag
            if tag == paragraph:
                text = child.text
                # one line of printable text, as nearly all are, is read at one go
                if text and text.isprintable() and text == text.strip() and not child.attrib and not len(child):
                    blocks.append(Paragraph(text))
                else:
                    blocks += self._noted_paragraph(child)
            elif tag == self._section:
                blocks.append(self.section(child, tables))
            elif tag == self._grid:
                blocks.append(self.grid(child))
            elif tables and not tag.startswith(self.nodes.prefix):
                known = self.known.get(child)
                blocks += self.tables.read(child) if known is None else (known,)
            else:
                self.nodes.unknown(child)
                after = child.getnext()
                unplaced.append(child)
                if after is None or after.tag != tag:
                    blocks.append(kept(unplaced))
                    unplaced = []
            if child.tail:
                self._loose(element, child.tail, blocks)
        return tuple(blocks)

    def grid(self, element: etree._Element) -> Grid:
        """Return a grid of text cells."""
        record = self.nodes.attributes(element)
        caption = record.text("caption")
        record.leftover()
        plainly = xmlplain.rows(element)
        if plainly is not None:
            return Grid.of_checked(plainly, caption)
        return Grid(tuple(tuple(self._cells(row)) for row in self._named(element, "tr")), caption)

    def _cells(self, row: etree._Element) -> Iterator[str]:
        self._bare(row)
        for cell in self._named(row, "td"):
            self._bare(cell)
            text = self.nodes.text(cell)
            yield (self._tidy(text, cell) or "") if text else ""

    def _named(self, element: etree._Element, name: str) -> Iterator[etree._Element]:
        """Yield the children of that name; others are noted and read as if they had it, so that their text is kept."""
        for child in self.nodes.children(element):
            if self.nodes.name(child) != name:
                self.nodes.unknown(child)
            yield child

    def _noted_paragraph(self, element: etree._Element) -> list[Paragraph]:
        """Return a paragraph that has to be looked at closely, none where it has no text."""
        self._bare(element)
        text = self._tidy(self.nodes.text(element), element)
        return Paragraph.of_checked([text]) if text else []

    def _bare(self, element: etree._Element) -> None:
        """Note the attributes of an element that may have none."""
        if element.attrib:
            self.nodes.attributes(element).leftover()

    def _tidy(self, raw: str, element: etree._Element) -> str | None:
        """Return a text as the model holds it."""
        return tidy(raw, self.notices, lambda: self.nodes.where(element))

    def _loose(self, element: etree._Element, text: str | None, blocks: list[Block]) -> None:
        if text and not text.isspace():
            self.nodes.stray(element, text)
            kept_text = plain(text)
            if kept_text:
                blocks.append(Paragraph(kept_text))
