"""From what was raised to findings and a verdict: severities of the profile, waivers, places."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from lxml import etree

from govreport import diagnostics, rules
from govreport.contents import numbered
from govreport.diagnostics import Diagnostic, Location, Severity
from govreport.metadata import ORGAN
from govreport.model import Waiver
from govreport.profiles import Profile
from govreport.readers import guard
from govreport.rules import LISTED, Context, Raised
from govreport.validation.findings import FAILED, RAN, SKIPPED, STAGES, Finding, Findings, Stage, Verdict
from govreport.validation.places import Places
from govreport.validation.stages import DOCTYPE, NO_REPORT, OMITTED
from govreport.validation.underway import Run
from govreport.validation.versions import versions
from govreport.validation.waivers import Waivers

_ENGINE = (ArithmeticError, LookupError, ValueError, RecursionError, re.error, etree.LxmlError)
"""What a rule could raise if it had a fault: the stage then failed and the verdict is undetermined."""

_NO_NUMBER, _BLANK = "XSD-CELL", "CELL-BLANK"

_NEVER_WAIVED = ("XSD-", "SYS-", *NO_REPORT)
"""What no waiver can dismiss: a document that is invalid, could not be judged or is no report."""


def waivable(code: str, severity: Severity, profile: Profile) -> bool:
    """Return whether a waiver can dismiss a finding under a profile."""
    return not code.startswith(_NEVER_WAIVED) and profile.waivable(code, severity)


def judged(run: Run, waivers: Sequence[Waiver]) -> Findings:
    """Run the rules where there is a report, and come to a verdict."""
    contents, year = run.contents, run.contents.metadata.year if run.contents else None
    profile = run.profile.valid_for(year)
    beside = run.beside()
    judge = _Judge(run, profile, contents.waivers if contents else (), (*beside.waivers, *waivers))
    judge.take(run.raised)
    if contents is not None:
        if profile is not run.profile:
            years = {"from": run.profile.first_year or "", "to": run.profile.last_year or "", "year": year or ""}
            about = {"problem": "years", "profile": run.profile.name, "base": profile.name, "stated": "", **years}
            judge.take([Raised(Diagnostic("SYS-PROFILE", Location(run.source), about))])
        if beside.members and contents.metadata.scope == ORGAN:
            beside = replace(beside, members=(), skipped="single")
        others = beside.previous, beside.members, beside.fellows, beside.common, beside.in_series
        context = Context(contents, run.standard, profile, *others, run.limits.prose)
        if context.prose.length > context.most:
            judge.take([Raised(guard.over(run.source, "prose", context.most, context.prose.length))])
        _stage(run, "rules", judge, _told_once(rules.judge(context, "rules"), judge.findings))
        if beside:
            _stage(run, "series", judge, rules.judge(context, "series"))
        else:
            run.set("series", SKIPPED, beside.skipped)
    stages = tuple(run.states.get(name) or Stage(name, SKIPPED, "earlier") for name in STAGES)
    findings = judge.end({stage.name for stage in stages if stage.state == RAN})
    verdict = _verdict(stages, findings)
    return Findings(run.source, stages, findings, verdict, versions(run.standard, profile), run.standard, judge.unused_beside(), contents)


def _stage(run: Run, name: str, judge: _Judge, raised: Iterable[Raised]) -> None:
    try:
        judge.take(raised)
        run.set(name, RAN)
    except _ENGINE as error:
        run.raised.clear()
        run.engine(name, error)
        judge.take(run.raised)


def _told_once(raised: Iterable[Raised], findings: Iterable[Finding]) -> Iterable[Raised]:
    """Return what rules raise without blanks where something was written that is no number, which rejects the report already."""
    written = {finding.diagnostic.location.cell for finding in findings if finding.code == _NO_NUMBER and finding.rejects}
    if not written:
        return raised
    return (each for each in raised if each.diagnostic.code != _BLANK or each.diagnostic.location.cell not in written)


class _Weight(NamedTuple):
    """What findings of a code weigh: the letter of their basis, their severity and its name."""

    basis: str
    severity: Severity
    name: str


class _Judge:
    """What turns diagnostics of one run into findings."""

    def __init__(self, run: Run, profile: Profile, carried: Sequence[Waiver], beside: Sequence[Waiver]) -> None:
        self.profile, self.waivers, self.standard = profile, Waivers((*carried, *beside)), run.standard
        self._carried, self._beside = _steps(carried), dict.fromkeys(beside)
        self.catalogue = diagnostics.catalogue_in(run.standard.root)
        self.places = Places(run.source, run.contents, run.reading, run.tree, run.data)
        form = run.standard.in_force(run.contents.metadata.year, run.contents.editions) if run.contents else run.standard.newest
        self.instrument = form.instrument
        self._refused: dict[Waiver, None] = {}
        self._used: set[Waiver] = set()
        self._weights: dict[tuple[str, str | None], _Weight] = {}
        self._met: dict[tuple[str, str, bool], int] = {}
        self.findings: list[Finding] = []

    def take(self, all_raised: Iterable[Raised]) -> None:
        """Judge what was raised, as it comes."""
        for raised in all_raised:
            finding = self._finding(raised)
            if finding is not None:
                self.findings.append(finding)

    def end(self, ran: Collection[str]) -> tuple[Finding, ...]:
        """Return all findings: those taken, waivers of no effect, and how many more there are than are listed; ``ran`` are the stages that did."""
        self.take([Raised(self._without_effect(waiver, "forbidden")) for waiver in self._refused])
        self.take([Raised(self._without_effect(waiver, "unused")) for waiver in self._unused(ran)])
        omitted = sum(met - LISTED for met in self._met.values() if met > LISTED)
        if omitted:
            self.take([Raised(Diagnostic(OMITTED, Location(), {"count": omitted}))])
        return tuple(self.findings)

    def _finding(self, raised: Raised) -> Finding | None:
        """Return what was raised as a finding, None where too many are like it."""
        found = raised.diagnostic
        weight = self._weights.get((found.code, raised.basis)) or self._weight(found.code, raised.basis)
        waiver = self.waivers.dismissing(found)
        if waiver is not None and not waivable(found.code, weight.severity, self.profile):
            self._refused[waiver] = None
            waiver = None
        if waiver is not None:
            self._used.add(waiver)
        alike = (found.code, weight.name, waiver is not None)
        self._met[alike] = met = self._met.get(alike, 0) + 1
        if met > LISTED:
            return None
        instrument = raised.instrument or self._instrument(found)
        return Finding(self.places.complete(found), weight.severity, weight.basis, instrument, waiver, raised.instrument is not None)

    def _weight(self, code: str, of_relation: str | None) -> _Weight:
        """Return what findings of a code weigh, whose basis is that of a relation where there is one."""
        basis = of_relation or self.catalogue[code].basis
        severity = self.profile.severity(code, basis)
        self._weights[code, of_relation] = weight = _Weight(basis, severity, severity.value)
        return weight

    def _instrument(self, found: Diagnostic) -> str:
        """Return the instrument of the edition that a finding is about."""
        form = self.standard.forms.get(found.location.cell.edition or "") if found.location.cell else None
        return form.instrument if form else self.instrument

    def _unused(self, ran: Collection[str]) -> Iterator[Waiver]:
        """Yield the waivers in the report that dismissed nothing, though whatever gives their codes did run; one beside may be for another report."""
        for waiver in self._carried:
            if waiver not in self._used and waiver not in self._refused and rules.stage_of(waiver.code) in ran:
                yield waiver

    def unused_beside(self) -> tuple[Waiver, ...]:
        """Return the waivers beside the report that met nothing, in their order."""
        return tuple(waiver for waiver in self._beside if waiver not in self._used and waiver not in self._refused)

    def _without_effect(self, waiver: Waiver, problem: str) -> Diagnostic:
        """Return the diagnostic for a waiver that dismisses nothing; one that stands beside the report has no place in it."""
        path = f"/report/annotations/{self._carried[waiver]}" if waiver in self._carried else None
        return Diagnostic("DOC-WAIVER", Location(path=path), {"code": waiver.code, "text": waiver.text, "problem": problem})


def _steps(waivers: Sequence[Waiver]) -> dict[Waiver, str]:
    """Return the waivers of a report, each with its step below the annotations."""
    steps: dict[Waiver, str] = {}
    for number, each in enumerate(waivers, 1):
        steps.setdefault(each, numbered("waiver", number, len(waivers)))
    return steps


def _verdict(stages: Sequence[Stage], findings: Sequence[Finding]) -> Verdict:
    """Return what the stages and findings come to; a stage that had to run and did not is never a pass."""
    rejecting = {finding.code for finding in findings if finding.rejects}
    by_name = {stage.name: stage for stage in stages}
    if by_name["guard"].state == FAILED and by_name["guard"].reason != DOCTYPE:
        return Verdict.UNDETERMINED
    if any(not code.startswith("SYS-") for code in rejecting):
        return Verdict.REJECTED
    unfinished = any(stage.state == FAILED or (stage.state == SKIPPED and stage.reason == "earlier") for stage in stages)
    return Verdict.UNDETERMINED if rejecting or unfinished else Verdict.ACCEPTED
