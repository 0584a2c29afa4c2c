"""``validate``: documents judged by a profile, in order; on several processes where it pays."""

from __future__ import annotations

import sys
from collections import deque
from collections.abc import Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from govreport.cli import batch
from govreport.cli.converting import processes
from govreport.cli.dismissals import Dismissals, dismissals
from govreport.cli.errors import ACCEPTED, REJECTED, UNDETERMINED, USAGE, CommandError
from govreport.cli.findings import Take, rendering, taker, told
from govreport.cli.journal import Journal, digest, key
from govreport.cli.judged import Judged, judged
from govreport.cli.limits import limits, seconds
from govreport.cli.outputs import STDOUT, Originals, keep_apart
from govreport.cli.progress import watched
from govreport.cli.series import Beside, Keeper, beside
from govreport.cli.settings import Settings
from govreport.cli.sheets import sheet, sheet_format
from govreport.cli.single import expanded, format_name, once, report, suffixes
from govreport.cli.summary import Summary
from govreport.cli.texts import Texts
from govreport.cli.unread import ENGINE, broken_off, unread
from govreport.profiles import Profile
from govreport.profiles import load as load_profile
from govreport.readers import Limits
from govreport.sources import Document, File, Sources, Unreadable, opened, unopened
from govreport.standard import Standard, load
from govreport.validation import Findings, Verdict, validate_reading
from govreport.validation import validate as validated
from govreport.validation.versions import versions

_Item = Document | Unreadable | File | Judged
CODES = {Verdict.ACCEPTED: ACCEPTED, Verdict.REJECTED: REJECTED, Verdict.UNDETERMINED: UNDETERMINED}


@dataclass(frozen=True)
class Wish:
    """What ``validate`` is asked for, as its options say it."""

    sources: tuple[str, ...]
    profile: str
    output: str
    previous: str | None
    source_format: str | None
    jobs: str
    brief: bool = False
    limits: tuple[str, ...] = ()
    target: str = STDOUT
    members: str | None = None
    series: bool = False
    waivers: str | None = None
    table: str | None = None
    journal: str | None = None


@dataclass(frozen=True)
class Judge:
    """Judges documents by one wish, in this process or another; what was judged already it gives as it is."""

    settings: Settings
    wish: Wish
    limits: Limits
    beside: Beside

    def __call__(self, document: _Item) -> Judged:
        """Return the verdict on a document and its findings in words."""
        if isinstance(document, Judged):
            return document
        found = opened(document)
        return self._told(found, self._findings(found))

    def broken(self, document: _Item, reason: str) -> Judged:
        """Return the verdict on a document of which a process died or that took too long: undetermined."""
        if isinstance(document, Judged):
            return document
        found = Unreadable(document.relative, document.source, reason)
        return self._told(found, self._findings(found))

    def _findings(self, document: Document | Unreadable) -> Findings:
        name, (standard, profile) = document.source, _judging(self.settings.schema, self.wish.profile)
        if isinstance(document, Unreadable):
            return validate_reading(unread(document, self.limits, self.settings.say), name, standard, profile)
        try:
            companions = self.beside.companions(document)
            return validated(document.data, name, standard, profile, companions=companions, format=self.wish.source_format, limits=self.limits)
        except ENGINE as error:
            return validate_reading(broken_off(name, "read", error), name, standard, profile)

    def _told(self, document: Document | Unreadable, findings: Findings) -> Judged:
        lang = self.settings.say.lang
        said = told(findings, rendering(self.wish.output), lang, self.wish.brief)
        result = judged(document, findings, said, lang, rows=self.wish.table is not None)
        return replace(result, waivers=dismissals(self.beside.waivers, findings, document.source))

    @property
    def key(self) -> str:
        """The name in a journal of all that a judgement depends on but the document."""
        settings, wish = self.settings, self.wish
        shelf = digest(self.beside.shelf.read_bytes()) if self.beside.shelf is not None else None
        form = (wish.output, wish.brief, settings.say.lang, wish.table is not None, wish.source_format)
        judging = versions(load(settings.schema), settings.profile(wish.profile))
        return key(judging, form, repr(self.limits), repr(self.beside.previous), repr(self.beside.waivers), shelf)


@lru_cache(maxsize=1)
def _judging(schema: str | None, profile: str) -> tuple[Standard, Profile]:
    """Return the standard and the profile of a call, once a process: to ask where they lie for every document takes a twentieth of its time."""
    return load(schema), load_profile(profile, schema)


def validate(settings: Settings, wish: Wish) -> int:
    """Print the findings on what a wish names; exits 3 if any is undetermined or the work was stopped, else 1 if any is rejected, else 0."""
    settings.standard()
    settings.profile(wish.profile)
    format_name(wish.source_format)
    rendering(wish.output)
    limits(wish.limits)
    if wish.table is not None:
        sheet_format(wish.table)
    keep_apart(wish.target, wish.table, wish.journal)
    sources, summary = _sources(wish, settings.say), Summary()
    try:
        _judge(settings, wish, sources, summary)
    except KeyboardInterrupt:
        print(settings.say("summary.interrupted", count=summary.verdicts.total()), file=sys.stderr)
        return UNDETERMINED
    if sources.several:
        beside_findings = wish.output != "text" and wish.target == STDOUT
        for line in summary.lines(settings.say):
            print(line, file=sys.stderr if beside_findings else sys.stdout)
    return max(CODES[verdict] for verdict in summary.verdicts)


def _sources(wish: Wish, say: Texts) -> Sources:
    """Return what is to be judged: a journal that lies in a folder of reports is none of them."""
    once((*wish.sources, wish.previous, wish.members))
    sources = expanded(wish.sources, say)
    if wish.journal is None:
        return sources
    if wish.journal == STDOUT:
        raise CommandError(USAGE, "error.no-stream", name="--journal", detail=STDOUT)
    journal = Originals([Path(wish.journal)])
    places = tuple(place for place in sources.places if place.path is None or not journal.hold(place.path))
    if not places:
        raise CommandError(USAGE, "error.source.empty", name=wish.journal, detail="")
    return replace(sources, places=places)


def _judge(settings: Settings, wish: Wish, sources: Sources, summary: Summary) -> None:
    """Judge the documents of the sources, hand their findings on as they come, and count them."""
    chosen, jobs, say = limits(wish.limits), processes(wish.jobs), settings.say
    previous = report(wish.previous, None, settings, chosen)[0] if wish.previous else None
    keeper = Keeper(settings, wish.source_format, chosen)
    with ExitStack() as stack:
        enter = stack.enter_context
        found = enter(beside(settings, keeper, jobs, previous, wish.members, sources if wish.series else None, wish.waivers))
        judge = Judge(settings, wish, chosen, found)
        waived = Dismissals(wish.waivers or "", found.waivers)
        originals = Originals((*sources.paths, *_beside(settings, wish)))
        takes: list[Take] = [enter(taker(wish.target, rendering(wish.output), sources.several, originals)), summary.add, waived.add]
        if wish.table is not None:
            originals.spare(wish.table)
            takes.append(enter(sheet(wish.table, say)))
        journal = enter(Journal(wish.journal, judge.key)) if wish.journal is not None else None
        marks = deque[tuple[str, str] | None]()
        items = _items(unopened(sources, suffixes(), chosen.size), journal, marks)
        stream = enter(closing(batch.each(judge, items, jobs, judge.broken, seconds(wish.limits))))
        for each in watched(stream, sources, say("progress.validate")):
            mark = marks.popleft()
            if journal is not None and mark is not None:
                journal.add(*mark, each)
            for take in takes:
                take(each)
    for line in waived.lines(say):
        print(line, file=sys.stderr)


def _beside(settings: Settings, wish: Wish) -> Iterator[Path]:
    """Yield the files that are read beside the sources: other reports, waivers, the profile and those it rests on."""
    yield from expanded([each for each in (wish.previous, wish.members) if each]).paths
    yield from (Path(wish.waivers),) if wish.waivers else ()
    yield from (each.path for each in settings.profile(wish.profile).chain())


def _items(found: Iterator[Document | Unreadable | File], journal: Journal | None, marks: deque[tuple[str, str] | None]) -> Iterator[_Item]:
    """Yield what is to be judged, with what the journal has of it in its place; marks are kept of what is new to the journal."""
    for document in found:
        if journal is None:
            marks.append(None)
            yield document
            continue
        # the journal tells documents by their bytes, so that those that were looked up are those that are judged
        held = opened(document)
        mark = (held.source, digest(held.data)) if isinstance(held, Document) else None
        known = journal.known(*mark) if mark is not None else None
        marks.append(mark if known is None else None)
        yield held if known is None else known
