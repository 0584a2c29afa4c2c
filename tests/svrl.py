"""What a Schematron run said: findings as (code, table, row, column), from SVRL; and the same from the rules in Python."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from govreport.forms import Form
from govreport.generate.schematron import BLANK, EDITION, MONEY, NOT_APPLICABLE, NOT_APPLICABLE_KINDS, RULES
from govreport.model import NA, Report, Table
from tests.judged import outcomes

SVRL = "{http://purl.oclc.org/dsdl/svrl}"
Finding = tuple[str, str, str, str]
FINDING = "id location test role flag"
GRAMMAR = {
    "schematron-output": (
        r"(text )*(ns-prefix-in-attribute-values )*(active-pattern (fired-rule ((failed-assert|successful-report) )*)*)+",
        "title phase schemaVersion",
    ),
    "ns-prefix-in-attribute-values": ("", "prefix uri"),
    "active-pattern": ("", "id documents name role"),
    "fired-rule": ("", "id name context role flag document"),
    "failed-assert": ("(diagnostic-reference )*(property-reference )*text ", FINDING),
    "successful-report": ("(diagnostic-reference )*(property-reference )*text ", FINDING),
    "diagnostic-reference": ("text ", "diagnostic"),
    "text": ("", "{http://www.w3.org/XML/1998/namespace}space {http://www.w3.org/XML/1998/namespace}lang see icon fpi"),
}
"""What every element of SVRL may hold and which attributes it may have."""
OTHER = (EDITION, MONEY, RULES)
"""Codes that are neither of relations nor of the states of cells: test_schematron compares them, with all others, with the rules in Python."""


def findings(output: etree._Element) -> list[Finding]:
    """Return the failed assertions of an SVRL document about relations and states of cells, sorted."""
    return sorted(_finding(element) for element in output.iter(f"{SVRL}failed-assert") if element.get("flag") not in OTHER)


def _finding(element: etree._Element) -> Finding:
    said = {}
    for reference in element.iterfind(f"{SVRL}diagnostic-reference"):
        kind = reference.get("diagnostic", "").replace("-", ".").partition(".")[0]
        said[kind] = "".join(reference.itertext()).strip()
    return element.get("flag", ""), said["table"], said["row"], said["column"]


def expected(report: Report, form: Form) -> list[Finding]:
    """Return what the relations in Python and the states of cells say of the report's tables of an edition, sorted."""
    tables = {table.key: table for table in report.tables() if table.edition == form.edition}
    found = [finding for table in tables.values() for finding in _cells(table, form)]
    for outcome in outcomes(form, tables):
        if outcome.failed:
            at = outcome.equation.at
            found.append((outcome.equation.relation.code, at.table, at.row, at.column))
    return sorted(found)


def _cells(table: Table, form: Form) -> Iterator[Finding]:
    for row, columns in form.tables[table.key].columns.items():
        for key, column in columns.items():
            value = table.get(row, key)
            if value is None:
                yield BLANK, table.key, row, key
            elif value is NA and column.kind in NOT_APPLICABLE_KINDS:
                yield NOT_APPLICABLE, table.key, row, key


def ill_formed(output: etree._Element) -> list[str]:
    """Return what an SVRL document has that the grammar of ISO/IEC 19757-3:2020, Annex D, does not allow, as element and what it holds."""
    found = []
    for element in output.iter(f"{SVRL}*"):
        name, holds = etree.QName(element).localname, " ".join(etree.QName(child).localname for child in element)
        content, attributes = GRAMMAR[name]
        spoken = name != "text" and bool("".join([element.text or "", *(child.tail or "" for child in element)]).strip())
        if not re.fullmatch(content, f"{holds} " if holds else "") or spoken or not set(element.keys()) <= set(attributes.split()):
            found.append(f"{name}: {holds} {dict(element.attrib)}")
    return found
