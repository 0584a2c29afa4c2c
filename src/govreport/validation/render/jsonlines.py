"""Findings as JSON: one object a source, on one line; every finding is kept."""

from __future__ import annotations

import json

from govreport.validation.findings import Finding, Findings
from govreport.validation.render.words import Words

Object = dict[str, object]

_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def json_line(findings: Findings, lang: str) -> str:
    """Return the findings as one JSON object on one line, a line break at its end."""
    return line(as_object(findings, lang))


def line(found: Object) -> str:
    """Return an object on one line, a line break at its end."""
    return _ENCODER.encode(found) + "\n"


def as_object(findings: Findings, lang: str) -> Object:
    """Return the findings as the object of their JSON line; ``waived`` stands only in diagnostics that are waived."""
    words = Words(findings, lang)
    return {
        "source": findings.source,
        "verdict": findings.verdict.value,
        "stages": [{"name": stage.name, "state": stage.state, "reason": words.reason(stage.reason) if stage.reason else None} for stage in findings.stages],
        "diagnostics": [_object(finding, words) for finding in findings.findings],
        "versions": dict(findings.versions),
    }


def diagnostic_object(finding: Finding, findings: Findings, lang: str) -> Object:
    """Return one finding as an object; ``basis`` is its letter, a space, and instrument and clause."""
    return _object(finding, Words(findings, lang))


def _object(finding: Finding, words: Words) -> Object:
    where = finding.diagnostic.location
    cell = where.cell
    found: Object = {
        "code": finding.code,
        "severity": finding.severity.value,
        "message": words.message(finding),
        "advice": words.advice(finding),
        "basis": words.basis(finding),
        "line": where.line,
        "column": where.column,
        "path": where.path,
        "cell": words.cell(cell) if cell else None,
        "table": cell.table if cell else None,
        "row": cell.row if cell else None,
        "col": cell.column if cell else None,
    }
    if finding.waiver is not None:
        found["waived"] = finding.waiver.text
    return found
