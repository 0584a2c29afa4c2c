"""``validate``: documents judged by a profile, in order; on several processes where it pays."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from govreport.cli import batch
from govreport.cli.converting import processes
from govreport.cli.errors import ACCEPTED, REJECTED, UNDETERMINED, USAGE, CommandError
from govreport.cli.limits import limits
from govreport.cli.progress import watched
from govreport.cli.settings import Settings
from govreport.cli.single import expanded, format_name, report, suffixes
from govreport.cli.unread import findings_of
from govreport.model import Report
from govreport.readers import Limits
from govreport.sources import Document, Unreadable, documents
from govreport.standard import load
from govreport.validation import Findings, Verdict, render, validate_reading
from govreport.validation import validate as validated

FORMATS = ("text", "json")
CODES = {Verdict.ACCEPTED: ACCEPTED, Verdict.REJECTED: REJECTED, Verdict.UNDETERMINED: UNDETERMINED}


@dataclass(frozen=True)
class Wish:
    """What ``validate`` is asked for, as its options say it."""

    sources: tuple[str, ...]
    profile: str
    output: str
    previous: str | None
    source_format: str | None
    jobs: int
    brief: bool = False
    limits: tuple[str, ...] = ()


@dataclass(frozen=True)
class Judge:
    """Judges documents by one wish; small enough to send to another process."""

    settings: Settings
    wish: Wish
    limits: Limits
    previous: Report | None

    def __call__(self, document: Document | Unreadable) -> tuple[Verdict, str]:
        """Return the verdict on a document and its findings as text or a JSON line."""
        return self._told(self._findings(document))

    def broken(self, document: Document | Unreadable) -> tuple[Verdict, str]:
        """Return the verdict on a document of which a process died: undetermined."""
        return self._told(self._findings(Unreadable(document.relative, document.source, "process")))
