"""Findings in words: text for a terminal, in which equal findings of a table fold into one line, and JSON lines, which keep every one."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from itertools import groupby

from govreport.cellnames import cell_name
from govreport.diagnostics import CellRef, Severity
from govreport.validation.findings import Finding, Findings

_Object = dict[str, object]


def text(findings: Findings, lang: str, details: bool = True) -> str:
    """Return the findings as lines for a terminal: the verdict, stages that did not run or failed, findings with errors first.

    ``details`` adds advice and basis under each line.
    """
    return "\n".join(_Text(findings, lang).lines(details)) + "\n"


def json_line(findings: Findings, lang: str) -> str:
    """Return the findings as one JSON object on one line (issue of the core, part 4), a line break at its end."""
    return json.dumps(as_object(findings, lang), ensure_ascii=False, separators=(",", ":")) + "\n"


def as_object(findings: Findings, lang: str) -> _Object:
    """Return the findings as the object of their JSON line; ``waived`` stands only in diagnostics that are waived."""
    words = findings.catalogue
    return {
        "source": findings.source,
        "verdict": findings.verdict.value,
        "stages": [
            {"name": stage.name, "state": stage.state, "reason": words.word("stage-reason", stage.reason, lang) if stage.reason else None}
            for stage in findings.stages
        ],
        "diagnostics": [diagnostic_object(finding, findings, lang) for finding in findings.findings],
        "versions": dict(findings.versions),
    }


def diagnostic_object(finding: Finding, findings: Findings, lang: str) -> _Object:
    """Return one finding as an object; ``basis`` is its letter, a space, and instrument and clause."""
    words, where = findings.catalogue, finding.diagnostic.location
    cell = where.cell
    clause = words.clause(finding.code, lang, finding.instrument)
    found: _Object = {
        "code": finding.code,
        "severity": finding.severity.value,
        "message": words.message(finding.diagnostic, lang),
        "advice": words.advice(finding.diagnostic, lang),
        "basis": f"{finding.basis} {clause}".strip(),
        "line": where.line,
        "column": where.column,
        "path": where.path,
        "cell": cell_name(findings.standard, cell) if cell else None,
        "table": cell.table if cell else None,
        "row": cell.row if cell else None,
        "col": cell.column if cell else None,
    }
    if finding.waiver is not None:
        found["waived"] = finding.waiver.text
    return found


class _Text:
    """One rendering for a terminal."""

    def __init__(self, findings: Findings, lang: str) -> None:
        self.findings, self.lang, self.words = findings, lang, findings.catalogue
        self.standard = findings.standard

    def lines(self, details: bool) -> Iterator[str]:
        """Yield the lines."""
        yield self._summary()
        for stage in self.findings.stages:
            if stage.reason:
                names = {"stage": self._word("stage", stage.name), "state": self._word("state", stage.state)}
                yield self._frame("stage", **names, reason=self._word("stage-reason", stage.reason))
        for group in self._groups():
            yield self._line(group)
            if details:
                yield from self._details(group[0])

    def _summary(self) -> str:
        found = self.findings
        counts = {"errors": found.count(Severity.ERROR), "warnings": found.count(Severity.WARNING), "infos": found.count(Severity.INFO)}
        waived = sum(finding.waived for finding in found.findings)
        line = self._frame("summary", source=found.source, verdict=self._word("verdict", found.verdict.value), **counts)
        return line + (self._frame("waived-count", count=waived) if waived else "")

    def _groups(self) -> Iterator[Sequence[Finding]]:
        """Yield the findings with errors first, those that say the same of one table together."""
        order: dict[tuple[object, ...], int] = {}
        for finding in self.findings.ranked:
            order.setdefault(self._same(finding), len(order))
        ranked = sorted(self.findings.ranked, key=lambda finding: order[self._same(finding)])
        for _, group in groupby(ranked, key=self._same):
            yield tuple(group)

    def _same(self, finding: Finding) -> tuple[object, ...]:
        cell = finding.diagnostic.location.cell
        if cell is None or cell.row is None:
            return (id(finding),)
        params = () if self._fold(finding.code) else finding.diagnostic.params.items()
        message = tuple(sorted((name, str(value)) for name, value in params))
        return finding.code, finding.severity, finding.waived, cell.table, cell.edition, message

    def _line(self, group: Sequence[Finding]) -> str:
        first = group[0]
        head = f"{self._word('severity', first.severity.value)} {first.code}"
        if first.waived:
            head += f" ({self._frame('waived')})"
        message = self.words.message(first.diagnostic, self.lang)
        if len(group) == 1:
            return f"{head}  {self._frame('at', place=self._place(first), message=message)}"
        cell = first.diagnostic.location.cell
        place = cell_name(self.standard, CellRef(cell.table, edition=cell.edition)) if cell else ""
        return f"{head}  {self._frame(self._fold(first.code) or 'fold', place=place, count=len(group), message=message)}"

    def _fold(self, code: str) -> str | None:
        """Return the frame for folded findings of a code, None where they fold only if they say the very same."""
        name = f"fold-{code}"
        return name if ("frame", name) in self.words.words else None

    def _place(self, finding: Finding) -> str:
        where = finding.diagnostic.location
        parts = [self._frame("line", line=where.line)] if where.line is not None else []
        if where.cell is not None:
            parts.append(cell_name(self.standard, where.cell))
        return self._frame("between").join(parts) or self._frame("whole")

    def _details(self, finding: Finding) -> Iterator[str]:
        clause = self.words.clause(finding.code, self.lang, finding.instrument)
        yield self._frame("advice", advice=self.words.advice(finding.diagnostic, self.lang))
        yield self._frame("basis", basis=self._word("basis", finding.basis), clause=clause)
        if finding.waiver is not None:
            yield self._frame("waiver", text=finding.waiver.text)

    def _word(self, name: str, value: str) -> str:
        return self.words.word(name, value, self.lang)

    def _frame(self, name: str, **params: str | int) -> str:
        return self.words.word("frame", name, self.lang, **params)
