"""Findings as an XML document with all words in it: what ``stylesheets/findings.xsl`` draws. Equal findings of a table are folded."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lxml import etree

from govreport.diagnostics import CellRef
from govreport.validation.findings import Finding, Findings
from govreport.validation.render import folding
from govreport.validation.render.text import summary
from govreport.validation.render.words import Words
from govreport.writers import UnwritableError, write
from govreport.xmltext import allowed

WORDS = ("findings", "none", "tables", "no-tables", "cells", "advice", "basis", "path", "waived", "stages", "versions", "blank")
"""The words of a page, each a frame ``page-…`` of the catalogue."""


def document(findings: Findings, lang: str) -> etree._Element:
    """Return the findings as ``findings`` with ``word``, ``stage``, ``version``, ``fold`` and, where it can be written, the ``report``."""
    words = Words(findings, lang)
    top = etree.Element("findings", {"lang": lang, "verdict": findings.verdict.value})
    top.set("title", printable(words.frame("page-title", source=findings.source)))
    add(top, "summary", summary(words))
    for name in WORDS:
        add(top, "word", words.frame(f"page-{name}"), name=name)
    for stage in findings.stages:
        add(top, "stage", words.stage(stage), state=stage.state)
    for name, value in _versions(findings.versions):
        add(top, "version", value, name=name)
    for number, fold in enumerate(folding.folds(words), 1):
        _fold(top, fold, number, words)
    _report(top, findings)
    return top


def _fold(top: etree._Element, fold: folding.Fold, number: int, words: Words) -> None:
    first = fold.first
    severity = {"severity": first.severity.value, "said": words.word("severity", first.severity.value)}
    element = add(top, "fold", None, id=f"fold.{number}", code=first.code, line=folding.line(fold, words), **severity)
    if first.waiver is not None:
        element.set("waived", printable(words.dismissal(first.waiver)))
    for index, finding in enumerate(fold.findings, 1):
        _finding(element, finding, f"finding.{number}.{index}", words)


def _finding(fold: etree._Element, finding: Finding, name: str, words: Words) -> None:
    where = finding.diagnostic.location
    element = add(fold, "finding", None, id=name, code=finding.code, place=words.place(finding), path=where.path or "")
    cell = where.cell
    if cell is not None:
        for key, value in _keys(cell, words):
            element.set(key, printable(value))
    if where.line is not None:
        element.set("line", str(where.line))
    add(element, "message", words.message(finding))
    add(element, "advice", words.advice(finding))
    add(element, "basis", words.grounds(finding))


def _keys(cell: CellRef, words: Words) -> Iterator[tuple[str, str]]:
    """Yield the keys of a cell, and as ``shown`` the cell that is drawn for it: itself, else the first of its row."""
    yield "table", cell.table
    if cell.row is not None:
        yield "row", cell.row
    if cell.column is not None:
        yield "column", cell.column
    form = words.findings.standard.table(cell.table, cell.edition or "")
    rows = form.under(cell.row) if form is not None and cell.row is not None else ()
    if form is not None and rows:
        columns = form.columns[rows[0]]
        yield "shown", f"{cell.table}/{rows[0]}/{cell.column if cell.column in columns else next(iter(columns))}"


def _versions(versions: Mapping[str, object], prefix: str = "") -> Iterator[tuple[str, str]]:
    for name, value in versions.items():
        if isinstance(value, Mapping):
            yield from _versions(value, f"{prefix}{name} ")
        else:
            yield f"{prefix}{name}", str(value)


def _report(top: etree._Element, findings: Findings) -> None:
    if findings.report is None:
        return
    try:
        top.append(etree.fromstring(write(findings.report, "xml", findings.standard)))
    except (UnwritableError, etree.XMLSyntaxError):
        # a finding says what the standard cannot hold, or what is over a limit; without the report no tables are drawn
        return


def add(parent: etree._Element, name: str, text: str | None = None, /, **attributes: str) -> etree._Element:
    """Return a new child with attributes and text, both made printable."""
    child = etree.SubElement(parent, name)
    for key, value in attributes.items():
        child.set(key, printable(value))
    child.text = None if text is None else printable(text)
    return child


def printable(text: str) -> str:
    """Return a text in which what XML cannot carry (quotes of a hostile source) is replaced."""
    return allowed(text)
