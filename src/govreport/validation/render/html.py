"""Findings as one HTML page, drawn by ``stylesheets/findings.xsl`` with the tables of the report beside them; no script, no address outside it."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from lxml import etree

from govreport.resources import stylesheets_root
from govreport.validation.findings import Findings
from govreport.validation.render.document import document

STYLESHEET, LAYOUT = "findings.xsl", "layout.xsl"
_INCLUDE = "{http://www.w3.org/1999/XSL/Transform}include"


def html(findings: Findings, lang: str) -> str:
    """Return the findings as a page in one language: every finding leads to its cell, every marked cell to its finding."""
    page = _transform(findings.standard.root)(document(findings, lang)).getroot()
    return "<!DOCTYPE html>\n" + etree.tostring(page, method="html", encoding="unicode") + "\n"


@lru_cache(maxsize=4)
def _transform(root: Path) -> etree.XSLT:
    """Return the stylesheet with the layout of a schema tree, closed to files and network."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    sheet = etree.fromstring((stylesheets_root() / STYLESHEET).read_bytes(), parser)
    for include in sheet.iter(_INCLUDE):
        # the layout is that of the tree that judged, wherever the stylesheet lies
        include.set("href", (root / LAYOUT).as_uri())
    return etree.XSLT(sheet, access_control=etree.XSLTAccessControl.DENY_ALL)  # type: ignore[attr-defined]  # lxml-stubs lacks it
