"""A deposit before it has its place: read, judged, and given an organ, a year and a scope; the findings are those of a validation and our own."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass

from govreport import diagnostics, readers, validation
from govreport.archive import bundle
from govreport.archive.bundle import Bundle
from govreport.archive.digests import digest, sha256, sm3
from govreport.archive.organs import Organ, Register
from govreport.diagnostics import Diagnostic, Location
from govreport.model import Metadata, Report
from govreport.profiles import Profile
from govreport.standard import Standard
from govreport.validation import Finding, Findings
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

    @property
    def title(self) -> str | None:
        """The title of the report."""
        return self.findings.metadata.title


def judged(request: Request, standard: Standard, profile: Profile, scope: str) -> Judged:
    """Return the deposit judged under a profile, without its place; ``scope`` is that of a report that states none."""
    format = request.format or (readers.sniff(request.data, request.name, standard) if len(request.data) <= readers.DEFAULT.size else "text")
    findings = validation.validate(request.data, request.name, standard, profile, format=format)
    metadata = findings.metadata
    chosen = request.scope or metadata.scope or scope
    return Judged(findings, format, request.organ, request.year or metadata.year, chosen, sha256(request.data), sm3(request.data), b"", judge(findings))


def misplaced(found: Judged, request: Request) -> bool:
    """Return whether a report states another year or scope than it was handed in for."""
    report = found.findings.report
    stated = (report.metadata.year, report.metadata.scope) if report else (None, None)
    return any(None not in (one, asked) and one != asked for one, asked in zip(stated, (request.year, request.scope), strict=True))


def judge(findings: Findings) -> str:
    """Return the digest of the versions that judged."""
    return digest(findings.versions)


def placed(found: Judged, request: Request, register: Register, profile: Profile) -> Judged:
    """Return a judged deposit with its organ, and what the archive itself has to say; ``register`` has the organs that it can be of."""
    report = found.findings.report
    said: list[Diagnostic] = []
    organ = None
    if report is not None:
        if found.year is None:
            said.append(_said("ARC-YEAR", "/report/metadata/@year"))
        else:
            organ = _organ(report.metadata, request, found.year, register, said)
    findings = _with(found.findings, said, profile)
    xml = _xml(report, findings.standard)
    about = {
        "name": request.name,
        "format": found.format,
        "profile": profile.name,
        "sha256": found.sha256,
        "sm3": found.sm3,
        "organ": organ.id if organ else None,
        "year": found.year,
        "scope": found.scope,
        "judge": found.judge,
    }
    kept_bundle = Bundle(bundle.stored_name(found.format), request.data, xml, json_line(findings, LANGUAGE).encode("utf-8"), about)
    return dataclasses.replace(found, findings=findings, organ=organ.id if organ else None, packed=bundle.pack(kept_bundle))


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

