"""Findings as SVRL, the report language of ISO Schematron: the rules in Python speak as the shipped Schematron does, in full words."""

from __future__ import annotations

from lxml import etree

from govreport.diagnostics import Location
from govreport.validation.findings import Finding, Findings
from govreport.validation.render.document import printable
from govreport.validation.render.text import summary
from govreport.validation.render.words import Words
from govreport.validation.schematron import SVRL


def svrl(findings: Findings, lang: str) -> str:
    """Return the findings as an SVRL document: ``flag`` is the code, ``role`` the severity, diagnostics name table, row and column by their keys."""
    words = Words(findings, lang)
    names = {"title": str(findings.versions["profile"]), "schemaVersion": str(findings.versions["schema"])}
    output = etree.Element(f"{{{SVRL}}}schematron-output", names, nsmap={"svrl": SVRL})
    output.set("{http://www.w3.org/XML/1998/namespace}lang", lang)
    _add(output, "text", summary(words))
    for stage in findings.stages:
        _add(output, "text", words.stage(stage))
    _add(output, "active-pattern", id=names["title"], document=findings.source)
    _add(output, "fired-rule", context="/")
    for finding in findings.findings:
        _failed(output, finding, words)
    etree.indent(output)
    return etree.tostring(output, encoding="unicode", xml_declaration=False).join(('<?xml version="1.0" encoding="UTF-8"?>\n', "\n"))


def _failed(output: etree._Element, finding: Finding, words: Words) -> None:
    where = finding.diagnostic.location
    failed = _add(output, "failed-assert", flag=finding.code, role=finding.severity.value, location=location(where), test=finding.code)
    _add(failed, "text", words.frame("at", place=words.place(finding), message=words.message(finding)))
    cell = where.cell
    keys = (("table", cell.table), ("row", cell.row), ("column", cell.column)) if cell else ()
    for kind, key in keys:
        if key is not None:
            _add(failed, "diagnostic-reference", key, diagnostic=f"{kind}-{key}")
    _add(failed, "diagnostic-reference", words.advice(finding), diagnostic="advice")
    _add(failed, "diagnostic-reference", words.basis(finding), diagnostic="basis")
    if where.path is not None and not where.path.startswith("/"):
        _add(failed, "diagnostic-reference", where.path, diagnostic="path")
    if where.line is not None:
        _add(failed, "diagnostic-reference", str(where.line), diagnostic="line")
    if finding.waiver is not None:
        _add(failed, "diagnostic-reference", words.dismissal(finding.waiver), diagnostic="waived")


def location(where: Location) -> str:
    """Return a place as an XPath that holds whatever the prefixes of the document are; a place in a JSON source is the report."""
    path = where.path if where.path and where.path.startswith("/") else "/report"
    steps = path.strip("/").split("/")
    return "".join(f"/{step}" if step.startswith("@") else f"/*[local-name()='{step.partition('[')[0]}']{_index(step)}" for step in steps)


def _index(step: str) -> str:
    name, bracket, index = step.partition("[")
    return f"{bracket}{index}" if name and bracket else ""


def _add(parent: etree._Element, name: str, text: str | None = None, **attributes: str) -> etree._Element:
    child = etree.SubElement(parent, f"{{{SVRL}}}{name}")
    for key, value in attributes.items():
        child.set(key, printable(value))
    if text is not None:
        child.text = printable(text)
    return child
