"""``convert``: documents in, products out, in order; on several processes where it pays."""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, ExitStack, nullcontext, suppress
from dataclasses import dataclass
from typing import BinaryIO

from govreport.cli import batch
from govreport.cli.errors import ACCEPTED, REJECTED, UNDETERMINED, USAGE, CommandError
from govreport.cli.limits import limits
from govreport.cli.outputs import Originals, keep_apart, whole
from govreport.cli.pages import Extras
from govreport.cli.plan import TABLE, Names, Plan, plan
from govreport.cli.progress import watched
from govreport.cli.settings import Settings
from govreport.cli.single import expanded, format_name, suffixes
from govreport.cli.texts import Texts
from govreport.cli.worker import Converter, Product, Task
from govreport.diagnostics import Severity
from govreport.machine import cores
from govreport.sources import Sources, unopened
from govreport.standard import Standard

PAGED = "pdf"
"""The format that is set in fonts."""


@dataclass(frozen=True)
class Wish:
    """What ``convert`` is asked for, as its options say it."""

    sources: tuple[str, ...]
    to: str
    source_format: str | None
    output: str
    jobs: str
    diagnostics: str | None
    evidence: str | None
    proof: bool
    limits: tuple[str, ...]
    extras: Extras


class _NothingError(Exception):
    """Ends the writing of a common target that no report came to, so that nothing is left of it."""


def convert(settings: Settings, wish: Wish) -> int:
    """Convert what a wish names; exits 3 if any document could not be read or written, else 1 if any was no report, else 0."""
    standard = settings.standard()
    format_name(wish.source_format)
    chosen = limits(wish.limits)
    jobs = processes(wish.jobs)
    keep_apart(wish.output, wish.diagnostics, wish.evidence)
    sources = expanded(wish.sources, settings.say)
    planned = plan(sources, wish.to, wish.output)
    wish.extras.check(planned.format.name, wish.output)
    rules = [each.path for each in settings.profile(wish.extras.findings).chain()] if wish.extras.findings else []
    if planned.format.name == PAGED:
        from govreport.cli.fonts import tell_substitutes

        tell_substitutes(settings)
    originals = Originals((*sources.paths, *rules))
    for target in (None if planned.folder else wish.output, wish.diagnostics, wish.evidence):
        if target:
            originals.spare(target)
    asked = (bool(wish.evidence), bool(wish.diagnostics))
    converter = Converter(settings, planned, wish.source_format, wish.proof, sources.several, *asked, chosen, wish.extras, originals)
    products = batch.each(converter, _tasks(sources, planned, chosen.size), jobs, converter.broken)
    return _collect(watched(products, sources, settings.say("progress.convert")), planned, wish, standard, settings.say)


def processes(wish: str) -> int:
    """Return how many processes to use: as many as wished for, by default one a core; raises ``CommandError`` (exit 2)."""
    if not wish:
        return cores()
    if not re.fullmatch("[1-9][0-9]{0,3}", wish):
        raise CommandError(USAGE, "error.jobs")
    return int(wish)


def _tasks(sources: Sources, planned: Plan, size: int) -> Iterator[Task]:
    names = Names()
    for document in unopened(sources, suffixes(), size):
        name = names.give(document.relative)
        target = planned.folder / (name + planned.format.suffixes[0]) if planned.folder is not None else None
        yield Task(document, name, target)
        del document  # while the next one is fetched, this one need not be held


def _collect(products: Iterable[Product], planned: Plan, wish: Wish, standard: Standard, say: Texts) -> int:
    """Write what came of the documents, as it comes, and say what was found; return the exit code."""
    said = Summary(say)
    with ExitStack() as stack:
        findings = stack.enter_context(whole(wish.diagnostics)) if wish.diagnostics else None
        evidence = stack.enter_context(whole(wish.evidence)) if wish.evidence else None
        with suppress(_NothingError), _common(planned) as common:
            for product in products:
                if product.code == ACCEPTED and common is not None:
                    if planned.many and planned.format.name == TABLE and not said.codes[ACCEPTED]:
                        common.write(_head(standard))
                    common.write(product.data)
                said.add(product)
                if findings is not None:
                    findings.write(product.findings.encode("utf-8", "backslashreplace"))
                if evidence is not None:
                    evidence.write(product.evidence.encode("utf-8", "backslashreplace"))
            if common is not None and ACCEPTED not in said.codes:
                raise _NothingError
    said.end()
    return said.code


def _head(standard: Standard) -> bytes:
    from govreport.writers.csv import LongTable

    return LongTable(standard).head.encode()


def _common(planned: Plan) -> AbstractContextManager[BinaryIO | None]:
    return whole(planned.target) if planned.folder is None else nullcontext()


class Summary:
    """What is said on standard error while documents go by: of one all, of several the failures and in the end the counts."""

    def __init__(self, say: Texts) -> None:
        self._say = say
        self.codes: Counter[int] = Counter()
        self._found: Counter[tuple[int, str]] = Counter()
        self._sources: Counter[tuple[int, str]] = Counter()
        self._several = False

    def add(self, product: Product) -> None:
        """Say what is to be said of one document at once."""
        self.codes[product.code] += 1
        sys.stderr.write(product.text)
        for each in product.failures:
            print(each, file=sys.stderr)
        if product.counts is not None:
            self._several = True
            self._found += product.counts
            self._sources.update(product.counts.keys())

    def end(self) -> None:
        """Say what was found in all, errors first; nothing where there was one document."""
        if not self._several:
            return
        for rank, code in sorted(self._found):
            severity = self._say(f"severity.{list(Severity)[rank].value}")
            count, sources = self._found[rank, code], self._sources[rank, code]
            print(self._say("summary.codes", severity=severity, code=code, count=count, sources=sources), file=sys.stderr)
        failed = self.codes[UNDETERMINED] + self.codes[USAGE]
        print(self._say("summary.convert", written=self.codes[ACCEPTED], refused=self.codes[REJECTED], failed=failed), file=sys.stderr)

    @property
    def code(self) -> int:
        """The exit code: 3 if any document gave it, else 1, else 0; 2 where it is all there was to give."""
        if self.codes[UNDETERMINED]:
            return UNDETERMINED
        if self.codes[REJECTED]:
            return REJECTED
        return USAGE if self.codes[USAGE] else ACCEPTED
