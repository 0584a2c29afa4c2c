"""One document converted, in this process or another: its bytes or lines, what is to be said of it, and its exit code."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path

from govreport.cli import evidence
from govreport.cli.errors import ACCEPTED, UNDETERMINED, CommandError, flat, line
from govreport.cli.findings import findings_line, folded, profile_named
from govreport.cli.outputs import write
from govreport.cli.plan import LINES, TABLE, Plan
from govreport.cli.settings import Settings
from govreport.cli.single import failure_code
from govreport.reading import Reading
from govreport.sources import Document, Unreadable
from govreport.standard import Standard

PROFILE = "legacy"
"""The profile by which a conversion weighs its findings: it takes reports as they were, and judges none away."""


@dataclass(frozen=True)
class Task:
    """A document to convert; ``name`` is what its report is called, ``target`` the file of its own, where it has one."""

    document: Document | Unreadable
    name: str
    target: Path | None = None


@dataclass(frozen=True)
class Product:
    """What came of a document: ``data`` for the common target, lines of findings and evidence, messages and the exit code."""

    code: int
    data: bytes = b""
    written: bool = False
    messages: tuple[str, ...] = ()
    findings: str = ""
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True)
class Converter:
    """Converts documents by one wish; small enough to send to another process, which loads the standard once."""

    settings: Settings
    plan: Plan
    source_format: str | None
    proof: bool
    several: bool
    wants_findings: bool
    wants_evidence: bool
    limits: dict[str, int] = field(default_factory=dict)

    def __call__(self, task: Task) -> Product:
        """Return the product of a document; a failure of one document is its product, never an exception."""
        if isinstance(task.document, Unreadable):
            return self._unreadable(task.document)
        try:
            return self._converted(task, task.document)
        except CommandError as error:
            return Product(error.code, messages=(line(error, self.settings.say),))
