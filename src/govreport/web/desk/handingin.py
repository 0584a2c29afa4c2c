"""A draft looked at as it will be, and handed in."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Request
from starlette.responses import RedirectResponse, Response

from govreport.archive import ArchiveError, Receipt, RefusedError, UnknownError
from govreport.archive import Request as Deposit
from govreport.archive.states import DRAFT, RETURNED, Version
from govreport.web import pages, problems, service
from govreport.web.accounts.signedin import Staffed
from govreport.web.desk import formpage, records
from govreport.web.desk.documents import document
from govreport.web.desk.working import Working
from govreport.web.desk.writing import drafts, opened
from govreport.web.handing import hand_in
from govreport.web.rights import Rights

router = APIRouter(prefix="/desk/drafts/{id}", include_in_schema=False)


@router.get("/preview")
def preview(request: Request, account: Staffed, id: str) -> Response:
    """Return the page that shows the report as it will be."""
    working = opened(service.of(request), account, id)
    return pages.render(request, "desk/preview.html", id=id, year=working.draft.year, problems=working.found.problems)


@router.get("/page")
def page(request: Request, account: Staffed, id: str) -> Response:
    """Return the report of a draft as a page of its own."""
    archive = service.of(request).archive
    return document(opened(service.of(request), account, id).found.report, "html", id, archive.standard, pages.speech(request).lang, shown=True)


@router.get("/pdf")
def pdf(request: Request, account: Staffed, id: str) -> Response:
    """Return the report of a draft as PDF."""
    archive = service.of(request).archive
    return document(opened(service.of(request), account, id).found.report, "pdf", id, archive.standard, pages.speech(request).lang)


@router.get("/submit")
def submit_page(request: Request, account: Staffed, id: str) -> Response:
    """Return what the rules say, and the button that hands in."""
    return _submit_page(request, opened(service.of(request), account, id))


def _submit_page(request: Request, working: Working, failed: str | None = None, reason: str = "") -> Response:
    archive, say = service.of(request).archive, pages.speech(request)
    checked = working.checked(records.profile(archive), say.lang)
    shown = formpage.saved(working, checked, say)
    before = records.needs_reason(records.versions(archive, records.record(working.draft.id)))
    return pages.render(
        request,
        "desk/submit.html",
        status=422 if failed else 200,
        **shown,
        year=working.draft.year,
        organ=records.called(archive, working.draft.organ, working.draft.year),
        ready=checked.accepted and not shown["problems"] and not shown["clashes"],
        correcting=before.version if before else None,
        failed=failed,
        reason=reason,
    )


@router.post("/submit")
def submit(request: Request, account: Staffed, id: str, revision: Annotated[int, Form()], reason: Annotated[str, Form(max_length=4000)] = "") -> Response:
    """Hand a report in: it is deposited, judged by the archive, and submitted if it passes; the draft ends when it has."""
    archive, say = service.of(request).archive, pages.speech(request)
    try:
        working = opened(service.of(request), account, id)
    except UnknownError:
        known = records.needs_reason(records.versions(archive, records.record(id)))
        if known is None:
            raise
        return _receipt(known)  # the button was pressed twice, or in another tab too
    if working.draft.revision != revision:
        return _submit_page(request, working, say("desk.submit.moved"), reason)
    if working.found.problems or working.draft.clashes:
        return _submit_page(request, working, say("desk.submit.not-ready"), reason)
    wanted = records.record(id)
    try:
        data = document(working.found.report, "xml", id, archive.standard, say.lang).body
        asked = Deposit(bytes(data), f"{id}.xml", wanted.organ, wanted.year, wanted.scope, reason=reason.strip() or None)
        receipt = hand_in(Rights(service.of(request), account), asked)
        if not receipt.accepted:
            return _submit_page(request, working, say("desk.submit.not-ready"), reason)
        state = archive.version(receipt.id, receipt.version).state
        if state in (DRAFT, RETURNED):  # a version that comes again as it was has no other place for why
            archive.act("submit", receipt.id, account.name, receipt.version, (reason.strip() or None) if state == RETURNED else None)
    except RefusedError as error:
        return _submit_page(request, working, _told(error, request), reason)
    drafts(archive).end(id)
    return _receipt(receipt)


def _receipt(of: Receipt | Version) -> Response:
    return RedirectResponse(f"/desk/versions/{of.id}/{of.version}/receipt", 303)


def _told(error: ArchiveError, request: Request) -> str:
    return problems.sentence(pages.speech(request), error.reason, error.params)
