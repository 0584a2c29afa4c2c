"""A deposit before it has its place: read, judged, and given an organ, a year and a scope; the findings are those of a validation and our own."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from govreport import diagnostics, readers, validation
from govreport.archive import bundle
from govreport.archive.bundle import Bundle
from govreport.archive.digests import digest, sha256, sm3
from govreport.archive.organs import Organ, Register
from govreport.archive.previous import LastYear
from govreport.diagnostics import Diagnostic, Location
from govreport.model import Metadata, Report
from govreport.profiles import Profile
from govreport.standard import Standard
from govreport.validation import Companions, Finding, Findings
from govreport.validation.findings import Verdict
from govreport.validation.render import json_line
from govreport.writers import UnwritableError, write

LANGUAGE = "zh"
"""The language of the findings kept; their codes and parameters let them be told in any."""


@dataclass(frozen=True, slots=True)
class Request:
    """A deposit as it is asked for: the bytes, their base name, and what the depositor says of them; None leaves it to the report.

    ``key`` makes the request known again (idempotency), ``reason`` says why a report that is there already is corrected. ``strict``
    refuses a report that states another year or scope than asked for; ``after`` is the last version that the depositor knows of (0 for
    none): where there is a later one, the deposit is refused.
    """

    data: bytes
    name: str
    organ: str | None = None
    year: int | None = None
    scope: str | None = None
    profile: str | None = None
    format: str | None = None
    reason: str | None = None
    key: str | None = None
    strict: bool = False
    after: int | None = None


@dataclass(frozen=True)
class Judged:
    """What is known of a deposit before it is recorded."""

    findings: Findings
    format: str
    organ: str | None
    year: int | None
    scope: str | None
    sha256: str
    sm3: str
    packed: bytes
    judge: str
    last: LastYear

    @property
    def title(self) -> str | None:
        """The title of the report."""
        return self.findings.metadata.title


@dataclass(frozen=True)
class Placement:
    """Whose a report is, what the archive has to say of that, and what it is judged beside."""

    organ: Organ | None = None
    said: tuple[Diagnostic, ...] = ()
    last: LastYear = field(default=LastYear())
    companions: Companions = field(default=Companions())


def judged(request: Request, standard: Standard, profile: Profile, scope: str, place: Callable[[Report, int | None, str], Placement]) -> Judged:
    """Return the deposit judged under a profile; ``scope`` is that of a report that states none.

    ``place`` is asked once a report could be read, for its organ and its companions, with its year and scope.
    """
    placements: list[Placement] = []

    def companions(report: Report) -> Companions:
        stated = report.metadata
        placements.append(place(report, request.year or stated.year, request.scope or stated.scope or scope))
        return placements[-1].companions

    format = request.format or (readers.sniff(request.data, request.name, standard) if len(request.data) <= readers.DEFAULT.size else "text")
    findings = validation.validate(request.data, request.name, standard, profile, format=format, companions=companions)
    placement = placements[0] if placements else Placement()
    found = _with(findings, placement.said, profile)
    metadata = findings.metadata
    year, chosen = request.year or metadata.year, request.scope or metadata.scope or scope
    digests = (sha256(request.data), sm3(request.data), b"", judge(findings.versions, placement.last))
    return Judged(found, format, placement.organ.id if placement.organ else None, year, chosen, *digests, placement.last)


def misplaced(report: Report | None, request: Request) -> bool:
    """Return whether a report states another year or scope than it was handed in for."""
    stated = (report.metadata.year, report.metadata.scope) if report else (None, None)
    return any(None not in (one, asked) and one != asked for one, asked in zip(stated, (request.year, request.scope), strict=True))


def judge(versions: Mapping[str, object], last: LastYear) -> str:
    """Return the digest of the versions that judged, and of those that the report was compared with."""
    return digest({**versions, "compared": last.identity} if last.versions else versions)


def placement(report: Report, request: Request, year: int | None, register: Register) -> Placement:
    """Return whose a report is; ``register`` has the organs that it can be of."""
    if year is None:
        return Placement(said=(_said("ARC-YEAR", "/report/metadata/@year"),))
    said: list[Diagnostic] = []
    return Placement(_organ(report.metadata, request, year, register, said), tuple(said))


def beside(found: Placement, last: LastYear, companions: Companions) -> Placement:
    """Return a placement with what the report is compared with, which is then said."""
    versions = " + ".join(each.subject for each in last.versions)
    said = (*found.said, _said("ARC-COMPARED", "/report/metadata", versions=versions)) if companions else found.said
    return dataclasses.replace(found, said=said, last=last, companions=companions)


def packed(found: Judged, request: Request, profile: Profile) -> Judged:
    """Return a judged deposit with the bundle that is to be kept of it."""
    findings = found.findings
    xml = _xml(findings.report, findings.standard)
    about: dict[str, object] = {
        "name": request.name,
        "format": found.format,
        "profile": profile.name,
        "sha256": found.sha256,
        "sm3": found.sm3,
        "organ": found.organ,
        "year": found.year,
        "scope": found.scope,
        "judge": found.judge,
    }
    if found.last.versions:
        about["last_year"] = found.last.identity
    kept_bundle = Bundle(bundle.stored_name(found.format), request.data, xml, json_line(findings, LANGUAGE).encode("utf-8"), about)
    return dataclasses.replace(found, packed=bundle.pack(kept_bundle))


def _organ(metadata: Metadata, request: Request, year: int, register: Register, said: list[Diagnostic]) -> Organ | None:
    agency = metadata.agency
    name = agency.name or ""
    if request.organ is not None:
        chosen = register.organs.get(request.organ)
        naming = chosen.at(year) if chosen else None
        if chosen is None or naming is None:
            said.append(_said("ARC-ORGAN", "/report/metadata/agency", name=request.organ, year=year, count=0))
            return None
        if name and not any(each.name == name for each in chosen.namings):
            said.append(_said("ARC-NAME", "/report/metadata/agency/@name", name=name, organ=chosen.id, registered=naming.name))
        return chosen
    fitting = register.named(agency.name, agency.uscc, year)
    if len(fitting) == 1:
        return fitting[0]
    said.append(_said("ARC-ORGAN", "/report/metadata/agency", name=name or agency.uscc or "", year=year, count=min(len(fitting), 2)))
    return None


def _said(code: str, path: str, **params: str | int) -> Diagnostic:
    return Diagnostic(code, Location(path=path), params)


def _with(findings: Findings, said: Sequence[Diagnostic], profile: Profile) -> Findings:
    """Return findings with further diagnostics; an error among them rejects."""
    if not said:
        return findings
    known = diagnostics.catalogue_in(findings.standard.root)
    added = []
    for each in said:
        place = dataclasses.replace(each.location, source=findings.source)
        basis = known[each.code].basis
        added.append(Finding(dataclasses.replace(each, location=place), profile.severity(each.code, basis), basis))
    rejects = any(finding.rejects for finding in added) and findings.verdict is Verdict.ACCEPTED
    verdict = Verdict.REJECTED if rejects else findings.verdict
    return dataclasses.replace(findings, findings=(*findings.findings, *added), verdict=verdict)


def _xml(report: Report | None, standard: Standard) -> bytes | None:
    """Return the canonical XML of a report, None where there is none or the standard cannot hold it, which the findings say."""
    if report is None:
        return None
    try:
        return write(report, "xml", standard)
    except UnwritableError:
        return None
