"""Our own XML as a report: everything that ``report.xsd`` and the editions' tables name is read, everything else is noted and kept."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from govreport.diagnostics import Diagnostic, Location
from govreport.model import Annotations, Attachment, Block, Chapter, Grid, Metadata, Paragraph, Provenance, Report, Section
from govreport.readers import guard, records
from govreport.readers.guard import DEFAULT, Limits
from govreport.readers.notices import Notices, quote
from govreport.readers.records import Record, tidy
from govreport.readers.tables import Tables, grid, plain
from govreport.readers.xmltables import RowEvidence, TableReader, local
from govreport.reading import Reading
from govreport.standard import Standard

INSTANCE = "{http://www.w3.org/2001/XMLSchema-instance}"


def read(data: bytes, name: str, standard: Standard, limits: Limits = DEFAULT) -> Reading:
    """Return the report of an XML document, with what was noticed and the line of every cell."""
    root, diagnostics = parse(data, name, limits)
    return Reading(None, diagnostics) if root is None else read_tree(root, name, standard)


def parse(data: bytes, name: str, limits: Limits = DEFAULT) -> tuple[etree._Element | None, tuple[Diagnostic, ...]]:
    """Return the root of a document within the limits, None with the diagnostics that say why there is none.

    Comments and processing instructions are dropped; nothing is fetched, no entity is resolved.
    """
    guarded = guard.xml(data, name, limits)
    if guarded.diagnostics:
        return None, guarded.diagnostics
    parser = etree.XMLParser(encoding="utf-8", resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True)
    try:
        return etree.fromstring(guarded.data, parser), ()
    except etree.XMLSyntaxError as error:
        line, column = error.position
        return None, (Diagnostic("XSD-MALFORMED", Location(name, max(line, 1), max(column, 1)), {"reason": quote(error.msg or "")}),)


def read_tree(root: etree._Element, name: str, standard: Standard) -> Reading:
    """Return the report of a parsed document; None with XSD-ROOT where the root is not a report."""
    notices = Notices(name)
    if root.tag != f"{{{standard.namespace}}}report":
        notices.add("XSD-ROOT", notices.at(root.sourceline, path="/" + local(root)), name=quote(str(root.tag)))
        return Reading(None, notices.all())
    return _Document(standard, notices).reading(root)


class _Document:
    """One document under reading."""

    def __init__(self, standard: Standard, notices: Notices) -> None:
        self.standard, self.notices = standard, notices
        self.tables = Tables(standard, notices)
        self.table_reader = TableReader(self.tables)
        self.namespace = f"{{{standard.namespace}}}"
        self.foreign = f"{{{standard.namespace}:"

    def reading(self, root: etree._Element) -> Reading:
        """Return the reading of a report element."""
        metadata, provenance, annotations = Metadata(), None, Annotations()
        chapters, attachments, seen = [], [], set()
        for child in self.children(root):
            tag = self.name(child)
            if tag == "chapter":
                chapters.append(self.chapter(child))
            elif tag == "attachment":
                attachments.append(self.attachment(child))
            elif tag in seen:
                self.unknown(child)
            elif tag == "metadata":
                metadata = self.metadata(child)
            elif tag == "annotations":
                annotations = self.annotations(child)
            elif tag == "provenance":
                provenance = self.provenance(child)
            else:
                self.unknown(child)
            seen.add(tag)
        report = Report(self.claim(root), metadata, tuple(chapters), tuple(attachments), annotations, provenance)
        return Reading(report, self.notices.all(), RowEvidence(self.table_reader.rows))

    def claim(self, root: etree._Element) -> str:
        """Return the release that the document claims, the standard's own where it does not say."""
        record = self.record(root)
        claim = record.token("schema", "Claim")
        if claim is None and "schema" not in root.attrib:
            record.missing("schema")
        record.leftover()
        return claim or self.standard.claim

    def metadata(self, element: etree._Element) -> Metadata:
        """Return the metadata; the parts that are texts become fields of one record."""
        fields, lines = self.fields(element, {"agency", "period"})
        agency, period = lines.get("agency"), lines.get("period")
        by = records.agency(*self.agency(agency)) if agency is not None else records.Agency()
        counted = self.closed(period, records.period) if period is not None else None
        return records.metadata(self.record_of(element, fields, lines), by, counted)

    def agency(self, element: etree._Element) -> tuple[Record, str | None, records.Division | None]:
        """Return the record of an agency with its name and division."""
        fields, lines = self.fields(element, {"division"})
        place = lines.get("division")
        division = self.closed(place, records.division) if place is not None else None
        name = self.record_of(element, fields, lines).text("name")
        for key in fields.keys() - {"name"}:
            self.unknown(lines[key])
        return self.record(element), name, division

    def closed[T](self, element: etree._Element, build: object) -> T:  # replaced below
        raise RuntimeError
