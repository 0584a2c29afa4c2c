"""``validate``: documents judged by a profile, in order; on several processes where it pays."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from govreport.cli import batch
from govreport.cli.converting import processes
from govreport.cli.errors import ACCEPTED, REJECTED, UNDETERMINED
from govreport.cli.findings import Judged, rendering, taker, told
from govreport.cli.limits import limits
from govreport.cli.outputs import STDOUT
from govreport.cli.progress import watched
from govreport.cli.series import Beside, Keeper, beside
from govreport.cli.settings import Settings
from govreport.cli.single import expanded, format_name, report, suffixes
from govreport.cli.unread import ENGINE, broken_off, unread
from govreport.readers import Limits
from govreport.sources import Document, Unreadable, documents
from govreport.standard import load
from govreport.validation import Findings, Verdict, validate_reading
from govreport.validation import validate as validated

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


@dataclass(frozen=True)
class Judge:
    """Judges documents by one wish; small enough to send to another process."""

    settings: Settings
    wish: Wish
    limits: Limits
    beside: Beside

    def __call__(self, document: Document | Unreadable) -> Judged:
        """Return the verdict on a document and its findings in words."""
        return self._told(document, self._findings(document))

    def broken(self, document: Document | Unreadable) -> Judged:
        """Return the verdict on a document of which a process died: undetermined."""
        return self._told(document, self._findings(Unreadable(document.relative, document.source, "process")))

    def _findings(self, document: Document | Unreadable) -> Findings:
        settings, name = self.settings, document.source
        standard, profile = load(settings.schema), settings.profile(self.wish.profile)
        if isinstance(document, Unreadable):
            return validate_reading(unread(document, self.limits, settings.say), name, standard, profile)
        try:
            companions = self.beside.companions(document)
            return validated(document.data, name, standard, profile, companions=companions, format=self.wish.source_format, limits=self.limits)
        except ENGINE as error:
            return validate_reading(broken_off(name, "read", error), name, standard, profile)

    def _told(self, document: Document | Unreadable, findings: Findings) -> Judged:
        said = told(findings, rendering(self.wish.output), self.settings.say.lang, self.wish.brief)
        return Judged(document.relative, findings.verdict, said)


def validate(settings: Settings, wish: Wish) -> int:
    """Print the findings on what a wish names; exits 3 if any is undetermined, else 1 if any is rejected, else 0."""
    standard = settings.standard()
    settings.profile(wish.profile)
    format_name(wish.source_format)
    form = rendering(wish.output)
    chosen, jobs = limits(wish.limits), processes(wish.jobs)
    sources = expanded(wish.sources)
    previous = report(wish.previous, None, standard)[0] if wish.previous else None
    keeper = Keeper(settings, wish.source_format, chosen)
    counts: Counter[Verdict] = Counter()
    with (
        beside(settings, keeper, jobs, previous, wish.members, sources if wish.series else None, wish.waivers) as found,
        taker(wish.target, form, sources.several) as take,
    ):
        judge = Judge(settings, wish, chosen, found)
        stream = batch.each(judge, documents(sources, suffixes(), chosen.size), jobs, judge.broken)
        for judged in watched(stream, sources, settings.say("progress.validate")):
            counts[judged.verdict] += 1
            take(judged)
    if sources.several and (wish.output == "text" or wish.target != STDOUT):
        print(settings.say("summary.validate", **{each.value: counts[each] for each in Verdict}))
    return max(CODES[verdict] for verdict in counts)
