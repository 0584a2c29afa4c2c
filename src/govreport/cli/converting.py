"""``convert``: documents in, products out, in order; on several processes where it pays."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from govreport.cli import batch
from govreport.cli.errors import ACCEPTED, REJECTED, UNDETERMINED, USAGE, CommandError, flat, line
from govreport.cli.outputs import STDOUT, whole
from govreport.cli.plan import TABLE, Names, Plan, plan
from govreport.cli.progress import watched
from govreport.cli.settings import Settings
from govreport.cli.single import expanded, format_name, suffixes
from govreport.cli.worker import Converter, Product, Task
from govreport.sources import Document, Sources, documents


@dataclass(frozen=True)
class Wish:
    """What ``convert`` is asked for, as its options say it."""

    sources: tuple[str, ...]
    to: str
    source_format: str | None
    output: str
    jobs: int
    diagnostics: str | None
    evidence: str | None
    proof: bool
    limits: tuple[str, ...] = ()


class _NothingError(Exception):
    """Ends the writing of a common target that no report came to, so that nothing is left of it."""


def convert(settings: Settings, wish: Wish) -> int:
    """Convert what a wish names; exits 3 if a document could not be read, else 1 if one was no report, else 0."""
    standard = settings.standard()
    format_name(wish.source_format)
    jobs = jobs_of(wish.jobs)
    limits = limits_of(wish.limits)
    _apart(wish)
    sources = expanded(wish.sources)
    planned = plan(sources, wish.to, wish.output)
    converter = Converter(
        settings, planned, wish.source_format, wish.proof, sources.several, bool(wish.diagnostics), bool(wish.evidence), limits
    )
    tasks = _tasks(sources, planned, limits.get("size"))
    stream = watched(batch.each(converter, tasks, jobs, converter.broken), sources, settings.say("progress.convert"))
    head = standard_head(planned, standard)
    return _collect(stream, planned, wish, head)
