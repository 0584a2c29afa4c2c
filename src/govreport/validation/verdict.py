"""From what was raised to findings and a verdict: severities of the profile, waivers, places."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from lxml import etree

from govreport import diagnostics, rules
from govreport.diagnostics import Diagnostic, Location
from govreport.model import Waiver
from govreport.profiles import LOCAL_BASIS, Profile
from govreport.rules import Context, Raised
from govreport.validation.findings import FAILED, RAN, SKIPPED, STAGES, Finding, Findings, Stage, Verdict
from govreport.validation.places import Places
from govreport.validation.stages import DOCTYPE, NO_REPORT, Run
from govreport.validation.versions import versions

_ENGINE = (ArithmeticError, LookupError, ValueError, RecursionError, re.error, etree.LxmlError)
"""What a rule could raise if it had a fault: the stage then failed and the verdict is undetermined."""

_NEVER_WAIVED = ("XSD-", "SYS-", *NO_REPORT)
"""What no waiver can dismiss: a document that is invalid, could not be judged or is no report."""


def judged(run: Run, waivers: Sequence[Waiver]) -> Findings:
    """Run the rules where there is a report, and come to a verdict."""
    report, year = run.report, run.report.metadata.year if run.report else None
    profile = run.profile.valid_for(year)
    beside = run.beside()
    if report is not None:
        if profile is not run.profile:
            years = {"from": run.profile.first_year or "", "to": run.profile.last_year or "", "year": year or ""}
            run.say([Diagnostic("SYS-PROFILE", Location(run.source), {"profile": run.profile.name, "base": profile.name, **years})])
        context = Context(report, run.standard, profile, beside.previous, beside.members, beside.fellows, beside.common, beside.in_series)
        _stage(run, "rules", lambda: rules.judge(context, "rules"))
        if beside:
            _stage(run, "series", lambda: rules.judge(context, "series"))
        else:
            run.set("series", SKIPPED, "no-series")
    stages = tuple(run.states.get(name) or Stage(name, SKIPPED, "earlier") for name in STAGES)
    judge = _Judge(run, profile, report.annotations.waivers if report else (), (*beside.waivers, *waivers))
    findings = [judge.finding(raised) for raised in run.raised]
    findings += [judge.finding(Raised(refused)) for refused in judge.refused()]
    return Findings(run.source, stages, tuple(findings), _verdict(stages, findings), versions(run.standard, profile), run.standard, report)


def _stage(run: Run, name: str, judge: Callable[[], Iterable[Raised]]) -> None:
    try:
        run.raised += judge()
        run.set(name, RAN)
    except _ENGINE as error:
        run.engine(name, error)


class _Judge:
    """What turns diagnostics of one run into findings."""

    def __init__(self, run: Run, profile: Profile, carried: Sequence[Waiver], beside: Sequence[Waiver]) -> None:
        self.profile, self.waivers, self.standard = profile, (*carried, *beside), run.standard
        self._carried = carried
        self.catalogue = diagnostics.catalogue(run.standard.root)
        self.places = Places(run.source, run.report, run.reading, run.tree, run.data)
        self.instrument = run.standard.in_force(run.report.metadata.year if run.report else None).instrument
        self._refused: dict[Waiver, None] = {}

    def finding(self, raised: Raised) -> Finding:
        """Return what was raised as a finding."""
        found = raised.diagnostic
        basis = raised.basis or self.catalogue[found.code].basis
        severity = self.profile.severity(found.code, basis)
        waiver = next((each for each in self.waivers if _dismisses(each, found)), None) if self.waivers else None
        if waiver is not None and (found.code.startswith(_NEVER_WAIVED) or not self.profile.waivable(found.code, severity)):
            self._refused[waiver] = None
            waiver = None
        return Finding(self.places.complete(found), severity, basis, self._instrument(found, basis), waiver)

    def _instrument(self, found: Diagnostic, basis: str) -> str:
        """Return the instrument that a finding rests on: the profile's for what is asked for locally, else that of the edition."""
        if basis == LOCAL_BASIS and self.profile.instrument:
            return self.profile.instrument
        form = self.standard.forms.get(found.location.cell.edition or "") if found.location.cell else None
        return form.instrument if form else self.instrument

    def refused(self) -> list[Diagnostic]:
        """Return a diagnostic for every waiver that the profile does not allow; one that stands beside the report has no place in it."""
        inside = Location(path="/report/annotations")
        return [
            Diagnostic("DOC-WAIVER", inside if waiver in self._carried else Location(), {"code": waiver.code, "text": waiver.text})
            for waiver in self._refused
        ]


def _dismisses(waiver: Waiver, found: Diagnostic) -> bool:
    """Return whether a waiver is about a diagnostic: of its code and, as far as it names them, at its table, row and column."""
    cell = found.location.cell
    keys = (cell.table, cell.row, cell.column) if cell else (None, None, None)
    wanted = (waiver.table, waiver.row, waiver.column)
    return waiver.code == found.code and all(want in (None, key) for want, key in zip(wanted, keys, strict=True))


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
