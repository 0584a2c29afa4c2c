"""One document converted, in this process or another: its bytes or lines, what is to be said of it, and its exit code."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path

from govreport.cli import evidence
from govreport.cli.errors import ACCEPTED, REJECTED, UNDETERMINED, USAGE, CommandError, line, unwritten
from govreport.cli.outputs import STDOUT, Originals, folder, write
from govreport.cli.pages import Extras
from govreport.cli.plan import LINES, TABLE, Plan
from govreport.cli.settings import Settings
from govreport.cli.unread import ENGINE, broken_off, unread
from govreport.conversion import ProofError, prove, written
from govreport.model import Report
from govreport.profiles import Profile
from govreport.readers import Limits, read
from govreport.reading import Reading
from govreport.sources import Document, File, Unreadable, opened
from govreport.standard import Standard, load
from govreport.validation import Findings, Verdict, render, validate_reading
from govreport.writers import UnwritableError

PROFILE = "legacy"
"""The profile by which a conversion weighs what it finds: it takes reports as they were."""


@dataclass(frozen=True)
class Task:
    """A document to convert; ``name`` is what its report is called, ``target`` the file of its own, where it has one."""

    document: Document | Unreadable | File
    name: str
    target: Path | None = None

    @property
    def weight(self) -> int:
        """How many bytes its document holds."""
        return self.document.weight


@dataclass(frozen=True)
class Product:
    """What came of a document: ``data`` for the common target, what is said of it, lines of findings and evidence, the exit code.

    ``counts`` counts the findings by (rank of severity, code); ``failures`` are said even where many documents are converted.
    """

    code: int
    data: bytes = b""
    text: str = ""
    failures: tuple[str, ...] = ()
    counts: Counter[tuple[int, str]] | None = None
    findings: str = ""
    evidence: str = ""


@dataclass(frozen=True)
class Converter:
    """Converts documents by one wish; small enough to send to another process, which loads the standard once."""

    settings: Settings
    plan: Plan
    source_format: str | None
    proof: bool
    several: bool
    wants_evidence: bool
    wants_findings: bool
    limits: Limits
    extras: Extras
    originals: Originals

    def __call__(self, task: Task) -> Product:
        """Return the product of a document: a failure is its product, never an exception."""
        document = opened(task.document)
        if isinstance(document, Unreadable):
            return self._unread(document)
        try:
            reading = read(document.data, document.name, self._standard, self.source_format, self.limits)
        except ENGINE as error:
            reading = broken_off(document.source, "read", error)
        findings = validate_reading(reading, document.source, self._standard, self._profile)
        if reading.report is None:
            undetermined = findings.verdict is Verdict.UNDETERMINED
            key = "error.unread" if undetermined else "error.no-report"
            return self._said(document, findings, reading, UNDETERMINED if undetermined else REJECTED, CommandError(USAGE, key, name=document.source))
        try:
            data = self._written(task, document, reading)
        except ProofError as error:
            reading = replace(reading, diagnostics=(*reading.diagnostics, *error.diagnostics))
            findings = validate_reading(reading, document.source, self._standard, self._profile)
            failure = CommandError(UNDETERMINED, "error.unproved", name=document.source, detail=error)
            return self._said(document, findings, reading, UNDETERMINED, failure)
        except CommandError as error:
            return self._said(document, findings, reading, error.code, error)
        return self._said(document, findings, reading, ACCEPTED, data=data)

    def broken(self, task: Task, reason: str) -> Product:
        """Return the product of a document of which a process died or that took too long."""
        return self._unread(Unreadable(task.document.relative, task.document.source, reason))

    def _written(self, task: Task, document: Document, reading: Reading) -> bytes:
        """Return the bytes for the common target, none where the document has a file of its own; raises ``CommandError``, ``ProofError``."""
        report = reading.report
        assert report is not None
        page_at = task.target or (None if self.plan.target == STDOUT else Path(self.plan.target))
        if task.target is not None:
            self.originals.spare(task.target)
        try:
            data = self._page(document, reading, page_at) if self.extras else written(report, self.plan.format.name, self._standard)
            if self.proof:
                prove(report, data, self.plan.format.name, self._standard)
            if self.extras and page_at is not None:
                self._beside(report, page_at)
        except UnwritableError as error:
            raise unwritten(error, document.source) from error
        if task.target is not None:
            folder(str(task.target.parent))
            write(str(task.target), data)
            return b""
        if self.plan.many and self.plan.format.name == TABLE:
            from govreport.writers.csv import LongTable

            return LongTable(self._standard).lines(reading, task.name, document.relative).encode()
        if self.plan.many and self.plan.format.name == LINES:
            return json.dumps(json.loads(data), ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
        return data

    def _page(self, document: Document, reading: Reading, target: Path | None) -> bytes:
        """Return the page with what is asked for beside the report."""
        from govreport.cli.pages import page

        profile = self.settings.profile(self.extras.findings) if self.extras.findings else None
        return page(reading, document.name, self.extras, profile, target, self._standard)

    def _beside(self, report: Report, target: Path) -> None:
        """Write the files to download from the page at a path, all of them or, where one fails, none; raises as writing and proving do."""
        from govreport.cli.pages import files

        made = list(files(report, self.extras, target, self.proof, self._standard))
        for path, _ in made:
            self.originals.spare(path)
        for path, data in made:
            folder(str(path.parent))
            write(str(path), data)

    def _unread(self, found: Unreadable) -> Product:
        reading = unread(found, self.limits, self.settings.say)
        findings = validate_reading(reading, found.source, self._standard, self._profile)
        code = USAGE if found.reason in ("empty", "extra") else UNDETERMINED
        return self._said(found, findings, reading, code, CommandError(code, f"error.source.{found.reason}", name=found.source, detail=found.detail))

    def _said(
        self, document: Document | Unreadable, findings: Findings, reading: Reading, code: int, error: CommandError | None = None, data: bytes = b""
    ) -> Product:
        say = self.settings.say
        return Product(
            code,
            data,
            "" if self.several else render.text(findings, say.lang, details=False),
            (line(error, say),) if error else (),
            Counter((finding.severity.rank, finding.code) for finding in findings.findings) if self.several else None,
            render.json_line(findings, say.lang) if self.wants_findings else "",
            "".join(f"{each}\n" for each in evidence.lines(reading.evidence, document.source if self.several else None)) if self.wants_evidence else "",
        )

    @property
    def _standard(self) -> Standard:
        return load(self.settings.schema)

    @property
    def _profile(self) -> Profile:
        return self.settings.profile(PROFILE)
