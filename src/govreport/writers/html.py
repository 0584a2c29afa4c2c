"""A report as one web page, drawn by ``stylesheets/report.xsl``: it needs no script and no other file, and carries the report it shows."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from govreport.model import Report
from govreport.standard import Standard
from govreport.stylesheet import stylesheet
from govreport.writers import xml

STYLESHEET = "report.xsl"


def write(report: Report, standard: Standard) -> bytes:
    """Return the page of a report; raises ``UnwritableError``."""
    return page(xml.write(report, standard), standard)


def page(data: bytes, standard: Standard, lang: str = "zh", downloads: Sequence[str] = ()) -> bytes:
    """Return the page of a report that is canonical XML; ``downloads`` are names of files beside the page, ``lang`` (zh, en) is that of fixed words."""
    return bytes(drawn(data, standard, lang, downloads))


def drawn(data: bytes, standard: Standard, lang: str = "zh", downloads: Sequence[str] = ()) -> etree._XSLTResultTree:
    """Return the page of a report that is canonical XML, as a tree."""
    document = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    text = data.decode("utf-8")
    source = text.partition("?>\n")[2] if text.startswith("<?xml") else text
    string = etree.XSLT.strparam
    names = "".join(f"{name}|" for name in downloads)
    return stylesheet(STYLESHEET, standard.root)(document, lang=string(lang), source=string(source), downloads=string(names))
