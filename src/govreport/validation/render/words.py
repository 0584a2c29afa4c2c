"""Findings in one language: messages, advice, places and the words around them, all from ``diagnostics.xml``."""

from __future__ import annotations

from govreport.cellnames import cell_name
from govreport.diagnostics import CellRef
from govreport.model import Waiver
from govreport.validation.findings import Finding, Findings, Stage


class Words:
    """The words for the findings of one source; every rendering takes its texts from here."""

    def __init__(self, findings: Findings, lang: str) -> None:
        self.findings, self.lang, self.catalogue = findings, lang, findings.catalogue

    def word(self, name: str, value: str) -> str:
        """Return how a value of a parameter reads."""
        return self.catalogue.word(name, value, self.lang)

    def frame(self, name: str, **params: str | int) -> str:
        """Return words that stand around findings, by their name."""
        return self.catalogue.word("frame", name, self.lang, **params)

    def dismissal(self, waiver: Waiver) -> str:
        """Return the reason of a waiver, with who gave it and when where it says so."""
        signed = [each for each in (waiver.by, waiver.on.isoformat() if waiver.on else None) if each]
        return self.frame("signed", text=waiver.text, signed=self.frame("between").join(signed)) if signed else waiver.text

    def has_frame(self, name: str) -> bool:
        """Return whether the catalogue has words of that name."""
        return ("frame", name) in self.catalogue.words

    def message(self, finding: Finding) -> str:
        """Return what a finding says."""
        return self.findings.message(finding, self.lang)

    def advice(self, finding: Finding) -> str:
        """Return what to do about a finding."""
        return self.findings.advice(finding, self.lang)

    def clause(self, finding: Finding) -> str:
        """Return the instrument and clause that a finding rests on."""
        return finding.instrument if finding.local else self.catalogue.clause(finding.code, self.lang, finding.instrument)

    def basis(self, finding: Finding) -> str:
        """Return the letter of a finding's basis, with instrument and clause."""
        return f"{finding.basis} {self.clause(finding)}".strip()

    def grounds(self, finding: Finding) -> str:
        """Return what a finding rests on as people say it: the kind of basis, instrument and clause."""
        return self.frame("between").join((self.word("basis", finding.basis), self.clause(finding)))

    def cell(self, cell: CellRef) -> str:
        """Return a cell in the words of the clerk who filled it in."""
        return cell_name(self.findings.standard, cell)

    def place(self, finding: Finding) -> str:
        """Return where a finding stands: its line and its cell, else the document."""
        where = finding.diagnostic.location
        parts = [self.frame("line", line=where.line)] if where.line is not None else []
        if where.cell is not None:
            parts.append(self.cell(where.cell))
        return self.frame("between").join(parts) or self.frame("whole")

    def reason(self, reason: str) -> str:
        """Return why a stage was skipped or failed."""
        return self.word("stage-reason", reason)

    def stage(self, stage: Stage) -> str:
        """Return what became of a stage, with the reason where it did not simply run."""
        state = self.word("state", stage.state)
        return self.frame("at", place=self.word("stage", stage.name), message=self.frame("between").join(filter(None, (state, self._why(stage)))))

    def _why(self, stage: Stage) -> str | None:
        return self.reason(stage.reason) if stage.reason else None
