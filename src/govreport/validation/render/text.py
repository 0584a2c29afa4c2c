"""Findings as lines for a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter

from govreport.diagnostics import Severity
from govreport.validation.findings import Finding, Findings
from govreport.validation.render import folding
from govreport.validation.render.words import Words


def text(findings: Findings, lang: str, details: bool = True) -> str:
    """Return the findings as lines for a terminal: the verdict, stages that did not run or failed, findings with errors first.

    ``details`` adds advice and basis under each line.
    """
    return "\n".join(_lines(Words(findings, lang), details)) + "\n"


def summary(words: Words) -> str:
    """Return the verdict with the numbers of errors, warnings, infos and waived findings."""
    found = words.findings
    counts = {"errors": found.count(Severity.ERROR), "warnings": found.count(Severity.WARNING), "infos": found.count(Severity.INFO)}
    waived = sum(finding.waived for finding in found.findings)
    line = words.frame("summary", source=found.source, verdict=words.word("verdict", found.verdict.value), **counts)
    return line + (words.frame("waived-count", count=waived) if waived else "")


def _lines(words: Words, details: bool) -> Iterator[str]:
    yield summary(words)
    for (state, reason), stages in groupby(words.findings.stages, attrgetter("state", "reason")):
        if reason:
            names = words.frame("stages-between").join(words.word("stage", stage.name) for stage in stages)
            yield words.frame("stage", stage=names, state=words.word("state", state), reason=words.reason(reason))
    for fold in folding.folds(words):
        code = words.frame("signed", text=fold.first.code, signed=words.frame("waived")) if fold.first.waived else fold.first.code
        yield f"{words.word('severity', fold.first.severity.value)} {code}  {folding.line(fold, words)}"
        if len(fold.findings) > 1:
            yield words.frame("fold-cells", cells=folding.cells(fold, words))
        if details:
            yield from _details(fold.first, words)


def _details(finding: Finding, words: Words) -> Iterator[str]:
    yield words.frame("advice", advice=words.advice(finding))
    yield words.frame("basis", basis=words.word("basis", finding.basis), clause=words.clause(finding))
    if finding.waiver is not None:
        yield words.frame("waiver", text=words.dismissal(finding.waiver))
