"""A deposit before it has its place: read, judged, and given an organ, a year and a scope; the findings are those of a validation and our own."""

from __future__ import annotations

import dataclasses
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from govreport import diagnostics, readers, validation
from govreport.archive import bundle
from govreport.archive.basis import Basis
from govreport.archive.bundle import Bundle
from govreport.archive.digests import digest, sm3
from govreport.archive.organs import Organ, Register
from govreport.archive.requests import Request
from govreport.contents import Contents
from govreport.diagnostics import Diagnostic, Location
from govreport.metadata import Metadata
from govreport.profiles import Profile
from govreport.standard import Standard
from govreport.validation import Companions, Finding, Findings
from govreport.validation.findings import Verdict
from govreport.validation.record import recorded
from govreport.writers import UnwritableError, write
from govreport.writers.xmlform import is_written

_READ = ("guard", "well-formed", "identify", "schema", "read")
_NOTED = ("XSD-", "SYS-")
"""What is noted of a document that is not in the form that it would be written in, or not known to be."""

LANGUAGE = "zh"
"""The language of the findings kept: those of the archives of the country."""


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
    basis: Basis


@dataclass(frozen=True)
class Placement:
    """Whose a report is, what the archive has to say of that, and what it is judged beside."""

    organ: Organ | None = None
    said: tuple[Diagnostic, ...] = ()
    basis: Basis = field(default=Basis())
    companions: Companions = field(default=Companions())


def judged(request: Request, standard: Standard, profile: Profile, scope: str, place: Callable[[Contents | None, int | None, str], Placement]) -> Judged:
    """Return the deposit judged under a profile; ``scope`` is that of a report that states none.

    ``place`` is asked once a report could be read, for its organ and its companions, with its year and scope; where none could be, with None
    for it, if the request says whose it is and of which year.
    """
    placements: list[Placement] = []

    def companions(read: Contents) -> Companions:
        stated = read.metadata
        placements.append(place(read, request.year or stated.year, request.scope or stated.scope or scope))
        return placements[-1].companions

    format = request.format or (readers.sniff(request.data, request.name, standard) if len(request.data) <= readers.DEFAULT.size else "text")
    findings = validation.validate(request.data, request.name, standard, profile, format=format, companions=companions)
    metadata = findings.metadata
    year, chosen = request.year or metadata.year, request.scope or metadata.scope or scope
    if not placements:
        placements.append(place(None, year, chosen) if None not in (request.organ, request.year) else Placement())
    placement = placements[0]
    found = _with(findings, (*placement.said, *_elsewhere(metadata, request)), profile)
    digests = (request.sha256, sm3(request.data), b"", judge(findings.versions, placement.basis))
    return Judged(found, format, placement.organ.id if placement.organ else None, year, chosen, *digests, placement.basis)


def misplaced(stated: Metadata, request: Request) -> bool:
    """Return whether a report states another year or scope than it was handed in for."""
    return any(True for _ in _elsewhere(stated, request))


def _elsewhere(stated: Metadata, request: Request) -> Iterator[Diagnostic]:
    """Yield what a report states otherwise than it was handed in for: year and scope."""
    for name, own, wanted in (("year", stated.year, request.year), ("scope", stated.scope, request.scope)):
        if own is not None and wanted is not None and own != wanted:
            yield _said("ARC-PLACE", f"/report/metadata/{name}", stated=own, wanted=wanted)


def judge(versions: Mapping[str, object], beside: Basis) -> str:
    """Return the digest of the versions that judged, and of those that the report was compared with."""
    return digest({**versions, **beside.identity})


def placement(stated: Metadata, request: Request, year: int | None, register: Register) -> Placement:
    """Return whose a report is; ``register`` has the organs that it can be of."""
    if year is None:
        return Placement(said=(_said("ARC-YEAR", "/report/metadata/year"),))
    said: list[Diagnostic] = []
    return Placement(_organ(stated, request, year, register, said), tuple(said))


def beside(found: Placement, against: Basis, read: Contents, companions: Companions) -> Placement:
    """Return a placement with what the report is compared with, which is then said."""
    return dataclasses.replace(found, said=(*found.said, *against.said(read, companions)), basis=against, companions=companions)


def packed(found: Judged, request: Request, profile: Profile) -> Judged:
    """Return a judged deposit with the bundle that is to be kept of it."""
    findings = found.findings
    xml = canonical(findings, request.data, found.format)
    name = bundle.stored_name(found.format)
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
        **found.basis.identity,
        **({bundle.ORIGINAL: name} if xml == request.data else {}),
    }
    kept_bundle = Bundle(name, request.data, xml, recorded(findings, LANGUAGE), about)
    return dataclasses.replace(found, packed=bundle.pack(kept_bundle))


def _organ(metadata: Metadata, request: Request, year: int, register: Register, said: list[Diagnostic]) -> Organ | None:
    agency, name = metadata.agency, composed(metadata)
    named = register.organs.get(request.organ) if request.organ is not None else None
    fitting = register.named(name, agency.uscc, year) if request.organ is None else tuple(each for each in (named,) if each and each.at(year))
    naming = fitting[0].at(year) if len(fitting) == 1 else None
    if naming is None:
        wanted = request.organ or agency.name or agency.uscc or ""
        said.append(_said("ARC-ORGAN", "/report/metadata/agency", name=wanted, year=year, count=min(len(fitting), 2)))
        return None
    if name and not fitting[0].called(name):
        said.append(_said("ARC-NAME", "/report/metadata/agency/name", name=agency.name or "", organ=fitting[0].id, registered=naming.name))
    return fitting[0]


def composed(stated: Metadata) -> str | None:
    """Return whose a report says that it is, in the form of Unicode in which the register has names."""
    name = stated.agency.name
    return None if name is None else unicodedata.normalize("NFC", name)


def _said(code: str, path: str, **params: str | int) -> Diagnostic:
    return Diagnostic(code, Location(path=path), params)


def _with(findings: Findings, said: Sequence[Diagnostic], profile: Profile) -> Findings:
    """Return findings with further diagnostics; an error among them rejects."""
    if not said:
        return findings
    known = diagnostics.catalogue_in(findings.standard.root)
    added = []
    for each in said:
        place = each.location._replace(source=findings.source)
        basis = known[each.code].basis
        added.append(Finding(dataclasses.replace(each, location=place), profile.severity(each.code, basis), basis))
    rejects = any(finding.rejects for finding in added) and findings.verdict is Verdict.ACCEPTED
    verdict = Verdict.REJECTED if rejects else findings.verdict
    return dataclasses.replace(findings, findings=(*findings.findings, *added), verdict=verdict)


def canonical(findings: Findings, data: bytes, format: str) -> bytes | None:
    """Return the canonical XML of what was read of a document, None where there is none or the standard cannot hold it, which the findings say.

    A document that is this very XML, as most are that come from the desk, is told by its look: the report of it is not made.
    """
    contents, standard = findings.contents, findings.standard
    if contents is None:
        return None
    noted = any(stage.reason for stage in findings.stages if stage.name in _READ) or any(code.startswith(_NOTED) for code in findings.codes)
    if format == "xml" and not noted and is_written(data, contents.tables, standard):
        return data
    try:
        return write(contents.report, "xml", standard)
    except UnwritableError:
        return None
