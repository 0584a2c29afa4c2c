"""Findings as SARIF 2.1.0 (OASIS): one log, one run a source, one result a finding; nothing in it leads to a network."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from urllib.parse import quote

from govreport.diagnostics import Severity
from govreport.validation.findings import SKIPPED, Finding, Findings, Verdict
from govreport.validation.render.words import Words

Object = dict[str, object]

VERSION = "2.1.0"
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
NAME = "govreport"
HEAD, BETWEEN, TAIL = f'{{"version":"{VERSION}","runs":[\n', ",\n", "\n]}\n"
"""What stands before, between and behind the runs of a log, so that a log of many sources can be written as they come."""


def sarif(findings: Findings, lang: str) -> str:
    """Return the findings on one source as a SARIF log."""
    return log([run(findings, lang)])


def log(runs: Iterable[str]) -> str:
    """Return runs as a SARIF log."""
    return HEAD + BETWEEN.join(runs) + TAIL


def run(findings: Findings, lang: str) -> str:
    """Return the findings on one source as a run, on one line: the tool, the source, the stages and a result a finding."""
    return json.dumps(as_run(findings, lang), ensure_ascii=False, separators=(",", ":"))


def as_run(findings: Findings, lang: str) -> Object:
    """Return the findings on one source as the object of a run."""
    words = Words(findings, lang)
    first = {finding.code: finding for finding in reversed(findings.findings)}
    codes = sorted(first)
    return {
        "tool": {"driver": {"name": NAME, "version": str(findings.versions["tool"]), "rules": [_rule(first[code], words) for code in codes]}},
        "language": lang,
        "invocations": [_invocation(findings, words)],
        "artifacts": [{"location": {"uri": _uri(findings.source)}, "roles": ["analysisTarget"]}],
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, codes.index(finding.code), words) for finding in findings.findings],
        "properties": {"verdict": findings.verdict.value, "versions": dict(findings.versions)},
    }


def _rule(finding: Finding, words: Words) -> Object:
    """Return the rule of a finding: what it rests on is told by the edition, or the profile, of the first of its findings."""
    entry = words.catalogue[finding.code]
    return {
        "id": finding.code,
        "shortDescription": {"text": words.clause(finding)},
        "help": {"text": entry.advices[words.lang]},
        "properties": {"basis": entry.basis},
    }


def _invocation(findings: Findings, words: Words) -> Object:
    """Return what became of the run; a stage that did not run or failed is a notification of its own, never a silent pass."""
    return {
        "executionSuccessful": findings.verdict is not Verdict.UNDETERMINED,
        "toolExecutionNotifications": [
            {
                "level": "note" if stage.state == SKIPPED else "error",
                "message": {"text": words.stage(stage)},
                "properties": {"stage": stage.name, "state": stage.state},
            }
            for stage in findings.stages
            if stage.reason
        ],
    }


def _result(finding: Finding, index: int, words: Words) -> Object:
    found: Object = {
        "ruleId": finding.code,
        "ruleIndex": index,
        "level": LEVELS[finding.severity],
        "message": {"text": f"{words.message(finding)}\n{words.frame('advice', advice=words.advice(finding)).strip()}"},
        "locations": [_location(finding, words)],
        "properties": dict(_properties(finding, words)),
    }
    if finding.waiver is not None:
        found["suppressions"] = [{"kind": "external", "justification": words.dismissal(finding.waiver)}]
    return found


def _location(finding: Finding, words: Words) -> Object:
    where = finding.diagnostic.location
    physical: Object = {"artifactLocation": {"uri": _uri(words.findings.source), "index": 0}}
    if where.line is not None and where.line > 0:
        physical["region"] = {"startLine": where.line, **({"startColumn": where.column} if where.column else {})}
    location: Object = {"physicalLocation": physical}
    if where.path is not None or where.cell is not None:
        name = words.cell(where.cell) if where.cell else where.path
        location["logicalLocations"] = [{"name": name, "kind": "element", **({"fullyQualifiedName": where.path} if where.path else {})}]
    return location


def _properties(finding: Finding, words: Words) -> Iterator[tuple[str, str]]:
    cell = finding.diagnostic.location.cell
    yield "basis", words.basis(finding)
    if cell is not None:
        for name, key in (("table", cell.table), ("row", cell.row), ("col", cell.column)):
            if key is not None:
                yield name, key


def _uri(source: str) -> str:
    """Return a source as a relative or file reference of RFC 3986."""
    return quote(source.replace("\\", "/").encode("utf-8", "surrogateescape"), safe="/")
