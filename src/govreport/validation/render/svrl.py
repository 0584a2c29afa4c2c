"""Findings as SVRL, the report language of ISO Schematron: the rules in Python speak as the shipped Schematron does, in full words."""

from __future__ import annotations

from lxml import etree

from govreport.diagnostics import Location
from govreport.validation.findings import Finding, Findings
from govreport.validation.render.document import printable
from govreport.validation.render.text import summary
from govreport.validation.render.words import Words
from govreport.validation.schematron import SVRL

XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def svrl(findings: Findings, lang: str) -> str:
    """Return the findings as an SVRL document: ``flag`` is the code, ``role`` the severity, diagnostics name table, row and column by their keys.

    It holds to the grammar of ISO/IEC 19757-3, where what a finding refers to stands before its text.
    """
    words = Words(findings, lang)
    names = {"title": str(findings.versions["profile"]), "schemaVersion": str(findings.versions["schema"])}
    output = etree.Element(f"{{{SVRL}}}schematron-output", names, nsmap={"svrl": SVRL})
    for text in (summary(words), *map(words.stage, findings.stages)):
        _add(output, "text", text, **{XML_LANG: lang})
    _add(output, "active-pattern", id=names["title"], documents=findings.source)
    _add(output, "fired-rule", context="/")
    for finding in findings.findings:
        _failed(output, finding, words)
    etree.indent(output)
    return etree.tostring(output, encoding="unicode", xml_declaration=False).join(('<?xml version="1.0" encoding="UTF-8"?>\n', "\n"))


def _failed(output: etree._Element, finding: Finding, words: Words) -> None:
    where = finding.diagnostic.location
    failed = _add(output, "failed-assert", flag=finding.code, role=finding.severity.value, location=location(where), test=finding.code)
    cell = where.cell
    keys = (("table", cell.table), ("row", cell.row), ("column", cell.column)) if cell else ()
    for kind, key in keys:
        if key is not None:
            _reference(failed, f"{kind}-{key}", key)
    _reference(failed, "advice", words.advice(finding))
    _reference(failed, "basis", words.basis(finding))
    if where.path is not None and not where.path.startswith("/"):
        _reference(failed, "path", where.path)
    if where.line is not None:
        _reference(failed, "line", str(where.line))
    if finding.waiver is not None:
        _reference(failed, "waived", words.dismissal(finding.waiver))
    _add(failed, "text", words.frame("at", place=words.place(finding), message=words.message(finding)), **{XML_LANG: words.lang})


def _reference(failed: etree._Element, name: str, text: str) -> None:
    _add(_add(failed, "diagnostic-reference", diagnostic=name), "text", text)


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
