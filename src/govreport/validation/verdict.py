"""From what was raised to findings and a verdict: severities of the profile, waivers, places."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from lxml import etree

from govreport import diagnostics, rules
from govreport.diagnostics import Diagnostic, Location
from govreport.model import Waiver
from govreport.profiles import Profile
from govreport.rules import Context, Raised
from govreport.standard import Standard
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
    if report is not None:
        if profile is not run.profile:
            years = {"from": run.profile.first_year or "", "to": run.profile.last_year or "", "year": year or ""}
            run.say([Diagnostic("SYS-PROFILE", Location(run.source), {"profile": run.profile.name, "base": profile.name, **years})])
        context = Context(report, run.standard, profile, run.previous, run.members)
        _stage(run, "rules", lambda: rules.judge(context, "rules"))
        if run.previous is not None or run.members:
            _stage(run, "series", lambda: rules.judge(context, "series"))
        else:
            run.set("series", SKIPPED, "no-series")
    stages = tuple(run.states.get(name) or Stage(name, SKIPPED, "earlier") for name in STAGES)
    dismissed = (*(report.annotations.waivers if report else ()), *waivers)
    places = Places(run.source, report, run.reading, run.tree, run.data)
    findings = tuple(_finding(raised, run.standard, profile, dismissed, places, year) for raised in run.raised)
    return Findings(run.source, stages, findings, _verdict(stages, findings), versions(run.standard, profile), run.standard.root, report)


def _stage(run: Run, name: str, judge: Callable[[], Iterable[Raised]]) -> None:
    try:
        run.raised += judge()
        run.set(name, RAN)
    except _ENGINE as error:
        run.engine(name, error)


def _finding(raised: Raised, standard: Standard, profile: Profile, waivers: Sequence[Waiver], places: Places, year: int | None) -> Finding:
    found = raised.diagnostic
    basis = raised.basis or diagnostics.catalogue(standard.root)[found.code].basis
    severity = profile.severity(found.code, basis)
    cell = found.location.cell
    form = standard.forms.get(cell.edition or "") if cell else None
    waiver = next((each for each in waivers if _dismisses(each, found)), None) if waivers else None
    if waiver is not None and (found.code.startswith(_NEVER_WAIVED) or not profile.waivable(found.code, severity)):
        waiver = None
    return Finding(places.complete(found), severity, basis, (form or standard.in_force(year)).instrument, waiver)


def _dismisses(waiver: Waiver, found: Diagnostic) -> bool:
    """Return whether a waiver is about a diagnostic: of its code and, as far as it names them, at its table, row and column."""
    cell = found.location.cell
    keys = (cell.table, cell.row, cell.column) if cell else (None, None, None)
    wanted = (waiver.table, waiver.row, waiver.column)
    return waiver.code == found.code and all(want in (None, key) for want, key in zip(wanted, keys, strict=True))


def _verdict(stages: tuple[Stage, ...], findings: tuple[Finding, ...]) -> Verdict:
    """Return what the stages and findings come to; a stage that had to run and did not is never a pass."""
    rejecting = {finding.code for finding in findings if finding.rejects}
    by_name = {stage.name: stage for stage in stages}
    if by_name["guard"].state == FAILED and by_name["guard"].reason != DOCTYPE:
        return Verdict.UNDETERMINED
    if any(not code.startswith("SYS-") for code in rejecting):
        return Verdict.REJECTED
    unfinished = any(stage.state == FAILED or (stage.state == SKIPPED and stage.reason == "earlier") for stage in stages)
    return Verdict.UNDETERMINED if rejecting or unfinished else Verdict.ACCEPTED
