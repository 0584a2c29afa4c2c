"""A version of a report as its people see it: what became of it, its receipt, its page and its files."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Form, Request
from starlette.responses import RedirectResponse, Response

from govreport.archive import Archive
from govreport.archive.remarks import Remark, Remarks
from govreport.archive.states import ACCEPTED, DRAFT, PUBLISHED, RETURNED, WITHDRAWN, Version
from govreport.cellnames import cell_name
from govreport.diagnostics import CellRef
from govreport.model import Report
from govreport.web import pages, service
from govreport.web.accounts.account import SUBMITTER, Account
from govreport.web.accounts.signedin import Staffed
from govreport.web.api.addresses import InPath
from govreport.web.desk import fieldnames, records, working
from govreport.web.desk.documents import MEDIA_TYPES, document
from govreport.web.desk.home import shown_time
from govreport.web.problems import Problem
from govreport.web.rights import Rights

router = APIRouter(prefix="/desk/versions/{id}/{number}", include_in_schema=False)

OFFERED = ("pdf", "html", "xml", "json", "csv")
"""The formats that pages offer, of those in which a report can be had."""

CORRECTABLE = frozenset({RETURNED, ACCEPTED, PUBLISHED, WITHDRAWN})


def seen(request: Request, account: Account, id: str, number: int) -> Version:
    """Return a version whose inner side an account may see; raises ``Problem``, ``UnknownError``."""
    return Rights(service.of(request), account).worked_on(id, number)


def inside(archive: Archive, version: Version) -> Report:
    """Return the report of a version; raises ``Problem`` (404) where it holds none."""
    found = records.report(archive, version)
    if found is None:
        raise Problem(404, "no-report")
    return found


@router.get("")
def version_page(request: Request, account: Staffed, id: str, number: InPath) -> Response:
    """Return what became of a version."""
    archive = service.of(request).archive
    version = seen(request, account, id, number)
    writes = Rights(service.of(request), account).covers(version.organ, SUBMITTER)
    newest = records.standing(records.versions(archive, records.record(id)))
    report = records.report(archive, version)
    return pages.render(
        request,
        "desk/version.html",
        **about(archive, version),
        formats=OFFERED if report else (),
        correctable=writes and version == newest and version.state in CORRECTABLE,
        submittable=writes and version == newest and version.state == DRAFT,
        remarks=list(remarks(archive, version, report).values()),
    )


def about(archive: Archive, version: Version) -> dict[str, Any]:
    """Return what every page about a version shows: what it is, whose, and what was done with it."""
    events = [{"action": each.action, "actor": each.actor, "time": shown_time(each.time)} for each in archive.history(version)]
    organ = records.called(archive, version.organ, version.year)
    return {
        **{"kept": version, "id": version.id, "number": version.version, "year": version.year or 0, "organ": organ},
        **{"title": version.title or version.id, "events": events},
    }


def remarks(archive: Archive, version: Version, report: Report | None) -> dict[str, dict[str, str]]:
    """Return what was remarked at the fields of a version, by field, each by the name that a clerk gives it."""
    editions = {table.key: table.edition for table in report.tables()} if report else {}
    titles = working.titles(report) if report else {}
    found = Remarks(archive.database, archive.ledger.clock).of(version.id, version.version)
    return {each.field: _remark(each, archive, editions, titles) for each in found}


def _remark(remark: Remark, archive: Archive, editions: dict[str, str], titles: dict[str, str]) -> dict[str, str]:
    place = fieldnames.place(remark.field)
    name = cell_name(archive.standard, CellRef(*place, editions.get(place.table))) if place else titles.get(remark.field) or remark.field
    return {"field": remark.field, "name": name, "text": remark.text, "reviewer": remark.reviewer, "time": shown_time(remark.time)}


@router.get("/receipt")
def receipt(request: Request, account: Staffed, id: str, number: InPath) -> Response:
    """Return the receipt of a version, to be printed."""
    archive = service.of(request).archive
    version = seen(request, account, id, number)
    say = pages.speech(request)
    rows = (
        ("id", version.id),
        ("version", version.version),
        ("time", shown_time(version.time)),
        ("by", version.submitted_by or version.deposited_by),
        ("verdict", say(f"desk.verdict.{version.verdict}")),
        ("counts", say("desk.counts", errors=version.errors, warnings=version.warnings)),
        ("sha256", version.sha256),
        ("sm3", version.sm3),
        ("size", version.size),
        ("sequence", version.sequence),
    )
    return pages.render(request, "desk/receipt.html", **about(archive, version), rows=rows, time=shown_time(version.time))


@router.get("/page")
def page(request: Request, account: Staffed, id: str, number: InPath) -> Response:
    """Return the report of a version as a page of its own."""
    archive = service.of(request).archive
    report = inside(archive, seen(request, account, id, number))
    return document(report, "html", f"{id}.{number}", archive.standard, pages.speech(request).lang, shown=True)


@router.get("/file/{format}")
def file(request: Request, account: Staffed, id: str, number: InPath, format: str) -> Response:
    """Return the report of a version as a file."""
    archive = service.of(request).archive
    report = inside(archive, seen(request, account, id, number))
    if format not in MEDIA_TYPES:
        raise Problem(404, "http-404")
    return document(report, format, f"{id}.{number}", archive.standard, pages.speech(request).lang)


@router.post("/act")
def act(request: Request, account: Staffed, id: str, number: InPath, action: Annotated[str, Form()]) -> Response:
    """Hand in a version that is kept and was not handed in yet."""
    here = service.of(request)
    if action != "submit":
        raise Problem(422, "invalid")
    here.archive.act("submit", id, Rights(here, account).need_act("submit", seen(request, account, id, number)), number)
    return RedirectResponse(f"/desk/versions/{id}/{number}/receipt", 303)
