"""When two reports are equal: their C14N 1.0 is, after whitespace-only text is removed (contract, section 2)."""

from __future__ import annotations

from lxml import etree

from govreport import writers
from govreport.model import Report
from govreport.standard import Standard


def canonical(report: Report, standard: Standard) -> bytes:
    """Return the C14N 1.0 of a report's XML without whitespace-only text; raises ``UnwritableError``."""
    return canonical_xml(writers.write(report, "xml", standard))


def canonical_xml(data: bytes) -> bytes:
    """Return the C14N 1.0 of an XML document without whitespace-only text; raises ``XMLSyntaxError``."""
    root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    for element in root.iter(etree.Element):
        if element.text is not None and not element.text.strip():
            element.text = None
        if element.tail is not None and not element.tail.strip():
            element.tail = None
    return etree.tostring(root, method="c14n")


def equal(one: Report, other: Report, standard: Standard) -> bool:
    """Return whether two reports are equal as documents; raises ``UnwritableError``."""
    return one == other or canonical(one, standard) == canonical(other, standard)
