"""Metadata, annotations and provenance of an XML document."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from lxml import etree

from govreport.model import Agency, Annotations, Division, Metadata, Note, Period, Provenance, Restatement, Waiver, ZeroDeclaration
from govreport.readers import annotationrecords, records
from govreport.readers.records import Record, parse_date, parse_year
from govreport.readers.xmlnodes import Nodes

_Value = TypeVar("_Value")
_NOTE = ["table", "row", "column", "kind"]


def metadata(nodes: Nodes, element: etree._Element) -> Metadata:
    """Return what a metadata element says."""
    parts, texts = nodes.parts(element, ("agency", "period"))
    agency = _agency(nodes, parts["agency"]) if "agency" in parts else Agency()
    period = _closed(nodes, parts["period"], records.period) if "period" in parts else None
    nodes.attributes(element).leftover()
    return records.metadata(texts, agency, period)


def valid_metadata(nodes: Nodes, element: etree._Element) -> Metadata | None:
    """Return what a metadata element says that is valid against ``report.xsd``; None where a value is not written as the reader takes it."""
    parts = {nodes.name(child): child for child in element}
    said = {name: child.text for name, child in parts.items()}
    get = said.get
    try:
        agency = _valid_agency(nodes, parts["agency"]) if "agency" in parts else Agency()
        period = _valid_period(parts["period"]) if "period" in parts else None
        year, published = _exactly(get("year"), parse_year), _exactly(get("published"), parse_date)
        return Metadata(agency, year, period, get("scope"), get("title"), get("documentNumber"), published, get("contact"))
    except ValueError:
        return None


def _valid_agency(nodes: Nodes, element: etree._Element) -> Agency:
    parts = {nodes.name(child): child for child in element}
    name, division = parts.get("name"), parts.get("division")
    place = None if division is None else Division(division.get("code", ""), division.get("codeSystem"), _exactly(division.get("asOf"), parse_date))
    return Agency(None if name is None else name.text, element.get("kind"), element.get("level"), element.get("uscc"), place)


def _valid_period(element: etree._Element) -> Period | None:
    start, end = (_exactly(element.get(each), parse_date) for each in ("from", "to"))
    return Period(start, end) if start and end else None


def _exactly(raw: str | None, parse: Callable[[str], _Value | None]) -> _Value | None:
    """Return what a text stands for, None where there is none; raises ``ValueError`` for one that stands for nothing."""
    value = None if raw is None else parse(raw)
    if value is None and raw is not None:
        raise ValueError(raw)
    return value


def _agency(nodes: Nodes, element: etree._Element) -> Agency:
    parts, texts = nodes.parts(element, ("division",))
    division = _closed(nodes, parts["division"], records.division) if "division" in parts else None
    name = texts.text("name")
    texts.leftover()
    return records.agency(nodes.attributes(element), name, division)


def annotated(nodes: Nodes, element: etree._Element) -> Annotations:
    """Return what an annotations element holds, in document order within a kind."""
    notes: list[Note] = []
    restatements: list[Restatement] = []
    waivers: list[Waiver] = []
    zeros: list[ZeroDeclaration] = []
    for child in nodes.children(element):
        name = nodes.name(child)
        if name == "note":
            _append(notes, _plain_note(nodes, child) or annotationrecords.note(nodes.record(child, "text")))
        elif name == "restatement":
            _append(restatements, annotationrecords.restatement(nodes.record(child, "text")))
        elif name == "waiver":
            _append(waivers, annotationrecords.waiver(nodes.record(child, "reason")))
        elif name == "zeroDeclaration":
            _append(zeros, annotationrecords.zero_declaration(nodes.record(child)))
        else:
            nodes.unknown(child)
    return Annotations(tuple(notes), tuple(restatements), tuple(waivers), tuple(zeros))


def _plain_note(nodes: Nodes, element: etree._Element) -> Note | None:
    """Return a note on a cell, as most are, at one go; None where it has to be looked at closely."""
    if element.keys() != _NOTE or len(element):
        return None
    table, row, column, kind = map(str, element.values())
    text, allows = element.text, nodes.envelope.allows
    if not text or not text.isprintable() or not allows("Key", table) or not allows("RowKey", row) or not allows("Key", column):
        return None
    return Note(table, text, row, column, kind) if text == text.strip() and allows("Note.kind", kind) else None


def provenance(nodes: Nodes, element: etree._Element) -> Provenance | None:
    """Return where the report was taken from."""
    return records.provenance(nodes.record(element))


def _closed(nodes: Nodes, element: etree._Element, build: Callable[[Record], _Value]) -> _Value:
    record = nodes.record(element)
    value = build(record)
    record.leftover()
    return value


def _append(values: list[_Value], value: _Value | None) -> None:
    if value is not None:
        values.append(value)
