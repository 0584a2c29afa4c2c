"""Reports: what there is of them, and what may be seen of each."""

from __future__ import annotations

import json
from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from govreport.archive.catalogue import queries
from govreport.archive.digests import sha256
from govreport.archive.receipts import receipt
from govreport.archive.tombstones import tombstone
from govreport.version import __version__
from govreport.web import pages, protection, service
from govreport.web.accounts.signedin import Caller
from govreport.web.answers import answered, kept, preferred, quoted
from govreport.web.api.addresses import After, Id, Limit, Number, Organ, Scope, Year, following, rights
from govreport.web.api.schemas import Deposited, Record, Records, failing, record
from govreport.web.contents import CONTENTS, FINDINGS, content
from govreport.web.problems import Problem

router = APIRouter(prefix="/api/v1/reports", tags=["reports"])

State = Literal["draft", "submitted", "returned", "accepted", "published", "withdrawn", "refused"]


@router.get("", response_model=Records, responses=failing())
def reports(
    request: Request,
    account: Caller,
    organ: Organ = None,
    under: Organ = None,
    year: Year = None,
    scope: Scope = None,
    state: Annotated[list[State] | None, Query(description="may be repeated")] = None,
    after: After = None,
    limit: Limit = 100,
) -> Response:
    """List the last version of every report, of those that may be seen: of an organ, of those below one, of a year, in a state."""
    mine = rights(request, account)
    here = service.of(request)
    within = here.registry.under(under) if under else None
    wanted = queries.Filter(organ, year, scope, tuple(state or ()), None, True, mine.sight, within, after, limit + 1)
    found = list(here.archive.versions(wanted))
    shown = [record(each, mine.works_on(each)) for each in found[:limit]]
    return answered(request, Records(items=shown, next=following(request, found, limit, shown[-1].id if shown else None)))


@router.get("/{id}", response_model=Record, responses=failing(404))
def report(request: Request, account: Caller, id: Id, version: Number = None) -> Response:
    """Give a version of a report, not its content."""
    mine = rights(request, account)
    found = mine.version(id, version)
    shown = record(found, mine.works_on(found))
    return answered(request, shown, etag=shown.etag)


@router.get("/{id}/versions", response_model=Records, responses=failing(404))
def versions(request: Request, account: Caller, id: Id, after: Annotated[int, Query(ge=0, le=1_000_000)] = 0, limit: Limit = 100) -> Response:
    """List the versions of a report that may be seen, the first first."""
    mine = rights(request, account)
    mine.version(id)
    found = [each for each in service.of(request).archive.versions(queries.Filter(id=id, sight=mine.sight)) if each.version > after]
    shown = [record(each, mine.works_on(each)) for each in found[:limit]]
    last = str(shown[-1].version) if shown else None
    return answered(request, Records(items=shown, next=following(request, found, limit, last)))


@router.get(
    "/{id}/content",
    response_class=Response,
    responses={200: {"description": "The report", "content": CONTENTS}, 304: {"description": "Not modified"}, **failing(404, 406, 410)},
)
def report_content(
    request: Request,
    account: Caller,
    id: Id,
    version: Number = None,
    format: Annotated[str | None, Query(max_length=20, description="instead of Accept", examples=["pdf"])] = None,
) -> Response:
    """Give a report as XML, JSON, text, CSV, HTML or PDF, whichever ``Accept`` or ``format`` asks for; 410 where it was withdrawn."""
    mine = rights(request, account)
    found = mine.version(id, version)
    here = service.of(request)
    chosen = preferred(request, FORMATS_OF_CONTENT, format)
    if found.redacted or not mine.content_sight.shows(found):
        stone = tombstone(found, here.archive.history(found))
        raise Problem(410, "withdrawn", id=found.id, version=found.version, why=stone.reason if stone else "")
    tag = quoted(sha256(f"{found.bundle} {chosen.name} {__version__}".encode()))
    headers = {"Content-Disposition": f'inline; filename="{found.id}-{found.version}{chosen.suffixes[0]}"'}
    if chosen.name == "html":
        headers["Content-Security-Policy"] = protection.DOCUMENT_POLICY
    return kept(request, content(here, found, chosen.name), chosen.media_type, tag, headers=headers)


@router.get(
    "/{id}/findings",
    response_class=Response,
    responses={200: {"description": "The findings", "content": FINDINGS}, 304: {"description": "Not modified"}, **failing(403, 404, 410)},
)
def report_findings(request: Request, account: Caller, id: Id, version: Number = None) -> Response:
    """Give what the archive found when a version was handed in, in the language of the request; for those who deal with it."""
    found = rights(request, account).worked_on(id, version)
    lang = pages.speech(request).lang
    return kept(request, service.of(request).archive.findings(found, lang), "application/json", None, headers={"Content-Language": lang})


@router.get("/{id}/receipt", response_model=Deposited, responses=failing(403, 404))
def report_receipt(request: Request, account: Caller, id: Id, version: Number = None) -> Response:
    """Give the receipt of a version again; for those who deal with it."""
    return answered(request, receipt(rights(request, account).worked_on(id, version)).row())


@router.get(
    "/{id}/original",
    response_class=Response,
    responses={
        200: {"description": "The bytes handed in", "content": {"application/octet-stream": {}}},
        304: {"description": "Not modified"},
        **failing(403, 404, 410),
    },
)
def report_original(request: Request, account: Caller, id: Id, version: Number = None) -> Response:
    """Give the bytes of a version as they were handed in, as a file to keep; for those who deal with it."""
    found = rights(request, account).worked_on(id, version)
    bundle = service.of(request).archive.content(found)
    headers = {"Content-Disposition": f'attachment; filename="{found.id}-{found.version}-{bundle.name}"'}
    return kept(request, bundle.original, "application/octet-stream", quoted(found.sha256), headers=headers)


@router.get("/{id}/history", response_class=Response, responses={200: {"description": "Entries", "content": {"application/json": {}}}, **failing(403, 404)})
def report_history(request: Request, account: Caller, id: Id, version: Number = None) -> Response:
    """Give the entries of the audit log about a version; for those who deal with it."""
    found = rights(request, account).worked_on(id, version)
    events = service.of(request).archive.history(found)
    return kept(request, json.dumps([event.row() for event in events], ensure_ascii=False).encode("utf-8"), "application/json", None)


FORMATS_OF_CONTENT = ("json", "xml", "text", "csv", "html", "pdf")
"""The formats of a report's content; the first is what one gets who likes all."""
