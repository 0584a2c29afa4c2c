"""The compiled Schematron of a schema tree, run by libxml2's XSLT, and what its SVRL says as diagnostics: codes at places, without parameters.

The rules in Python are the authority; this is the same judgement as an outsider gets who has nothing but the schema tree.
It is for documents that are valid against ``report.xsd``.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from lxml import etree

from govreport import schemafile
from govreport.diagnostics import Catalogue, CellRef, Diagnostic, Location
from govreport.envelope import envelope
from govreport.readers.notices import Notices
from govreport.readers.xmlnodes import Nodes
from govreport.standard import Standard

SVRL = "http://purl.oclc.org/dsdl/svrl"
REPORT, TABLES = "report.sch.xsl", "tables.sch.xsl"


class UnusableSchematronError(Exception):
    """Raised where a compiled Schematron is missing or cannot be run: its text says why."""


def stylesheets(standard: Standard) -> tuple[Path, ...]:
    """Return the compiled stylesheets of a schema tree: that of the report as a whole, then one an edition."""
    return (standard.root / REPORT, *(standard.root / edition / TABLES for edition in standard.forms))


def covered(catalogue: Catalogue) -> frozenset[str]:
    """Return the codes that the Schematron gives."""
    return frozenset(code for code, entry in catalogue.entries.items() if entry.schematron)


def check(document: etree._Element, name: str, standard: Standard) -> tuple[Diagnostic, ...]:
    """Return what the Schematron says of a document, in the order of its stylesheets; raises ``UnusableSchematronError``."""
    found: list[Diagnostic] = []
    for path in stylesheets(standard):
        try:
            svrl = _compiled(path)(document).getroot()
        except etree.XSLTApplyError as error:
            raise UnusableSchematronError(f"{path}: {error}") from error
        found += diagnostics(svrl, document, name, standard)
    return tuple(found)


@lru_cache(maxsize=16)
def _compiled(path: Path) -> etree.XSLT:
    try:
        return transform(path.read_bytes())
    except (OSError, etree.LxmlError) as error:
        raise UnusableSchematronError(f"{path}: {error}") from error


def transform(stylesheet: bytes) -> etree.XSLT:
    """Return a stylesheet of these bytes ready to run; raises ``etree.LxmlError``."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    return schemafile.transform(etree.fromstring(stylesheet, parser))


def diagnostics(svrl: etree._Element, document: etree._Element, name: str, standard: Standard) -> Iterator[Diagnostic]:
    """Yield the failed assertions of an SVRL document about a document: code, path, line and cell; the parameter ``text`` is what they say."""
    nodes = Nodes(Notices(name), envelope(standard), standard.namespace)
    for failed in svrl.iter(f"{{{SVRL}}}failed-assert"):
        element, attribute = _context(document, failed.get("location", ""))
        path = nodes.path(element) + (f"/@{attribute}" if attribute else "")
        cell = _cell(failed, standard.edition_of(etree.QName(element).namespace))
        text = (failed.findtext(f"{{{SVRL}}}text") or "").strip()
        yield Diagnostic(failed.get("flag", ""), Location(name, schemafile.line_of(element), None, None if cell else path, cell), {"text": text})


def _context(document: etree._Element, location: str) -> tuple[etree._Element, str | None]:
    """Return the element at a location of SVRL and, where it is an attribute, the attribute's name."""
    path, _, attribute = location.partition("/@")
    found = document.getroottree().xpath(path)
    node = found[0] if isinstance(found, list) and found else document
    return (node if isinstance(node, etree._Element) else document), attribute or None


def _cell(failed: etree._Element, edition: str | None) -> CellRef | None:
    """Return the cell, row or table that the diagnostics of an assertion name by their keys."""
    keys: dict[str, str] = {}
    for reference in failed.iterfind(f"{{{SVRL}}}diagnostic-reference"):
        kind = reference.get("diagnostic", "").replace("-", ".").partition(".")[0]
        keys[kind] = "".join(map(str, reference.itertext())).strip()
    return CellRef(keys["table"], keys.get("row"), keys.get("column"), edition) if "table" in keys else None
