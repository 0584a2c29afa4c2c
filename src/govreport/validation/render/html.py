"""Findings as one HTML page, drawn by ``stylesheets/findings.xsl`` with the tables of the report beside them; no script, no address outside it."""

from __future__ import annotations

from lxml import etree

from govreport.stylesheet import stylesheet
from govreport.validation.findings import Findings
from govreport.validation.render.document import document

STYLESHEET = "findings.xsl"


def html(findings: Findings, lang: str) -> str:
    """Return the findings as a page in one language: every finding leads to its cell, every marked cell to its finding."""
    page = stylesheet(STYLESHEET, findings.standard.root)(document(findings, lang)).getroot()
    return "<!DOCTYPE html>\n" + etree.tostring(page, method="html", encoding="unicode") + "\n"
