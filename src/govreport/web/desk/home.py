"""The clerk's first page and the way a report begins."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, File, Form, Request, UploadFile
from starlette.responses import RedirectResponse, Response

from govreport import conversion, readers
from govreport.archive import Archive, Filter
from govreport.archive.drafts import Draft, Drafts
from govreport.archive.states import RETURNED, Version
from govreport.model import Report
from govreport.web import pages, service
from govreport.web.accounts import account as accounts
from govreport.web.accounts.account import Account
from govreport.web.accounts.signedin import Staffed
from govreport.web.desk import beginning, lastyear, records
from govreport.web.desk.beginning import Beginning, Subject
from govreport.web.desk.lastyear import Last
from govreport.web.desk.records import Record
from govreport.web.desk.working import Working
from govreport.web.problems import Problem
from govreport.web.rights import Rights
from govreport.web.service import Service
from govreport.web.texts import Texts

router = APIRouter(prefix="/desk", include_in_schema=False)

BLANK, LAST, FILE, VERSION = "blank", "last", "file", "version"
THIS = "this"
PASTED = "pasted"
OFFICE = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""How the files of word processors and spreadsheets begin: they are read by way of the clipboard."""
Text = Annotated[str, Form(max_length=2_000_000)]
YEARS = 8
"""How many years a clerk may choose from."""


@dataclass(frozen=True, slots=True)
class Action:
    """What can be done next: its address, and the key of its words."""

    address: str
    key: str


@router.get("")
def home(request: Request, account: Staffed, year: int | None = None) -> Response:
    """Return what an account has to write, and what it has handed in."""
    archive = service.of(request).archive
    cards: list[dict[str, object]] = []
    found: list[Version] = []
    if account.has(accounts.SUBMITTER) and account.organ:
        open_ = Drafts(archive.database).of_organs([account.organ])
        found = [each for each in archive.versions(Filter(organ=account.organ)) if each.year is not None]
        chosen = year or records.reporting_year(archive.ledger.clock().date())
        wanted = {Record(draft.organ, draft.year, draft.scope): draft for draft in open_}
        for returned in (each for each in found if each.state == RETURNED and records.standing(records.versions(archive, records.record(each.id))) == each):
            wanted.setdefault(records.record(returned.id), None)  # type: ignore[arg-type]
        wanted.setdefault(Record(account.organ, chosen, records.scope(archive, found)), None)  # type: ignore[arg-type]
        cards = [_card(archive, each, draft) for each, draft in sorted(wanted.items(), key=lambda item: -item[0].year)]
    elif account.has(accounts.REVIEWER):
        return RedirectResponse("/desk/queue", 303)
    names = {each.organ: records.called(archive, each.organ, each.year) for each in found}
    rows = [_row(each, names) for each in sorted(found, key=lambda each: (each.year or 0, each.sequence), reverse=True)]
    now = records.reporting_year(archive.ledger.clock().date())
    return pages.render(request, "desk/home.html", cards=cards, versions=rows, years=[now + 1 - back for back in range(YEARS)], year=year or now)


def _card(archive: Archive, wanted: Record, draft: Draft | None) -> dict[str, object]:
    known = records.versions(archive, wanted)
    version = records.standing(known)
    state = "writing" if draft else version.state if version else "none"
    due = records.deadline(archive, wanted)
    late = due is not None and archive.ledger.clock().date() > due and (version is None or version.state == RETURNED)
    working = Working(draft, archive.standard) if draft else None
    return {
        "organ": records.called(archive, wanted.organ, wanted.year),
        "year": wanted.year,
        "state": RETURNED if version and version.state == RETURNED else state,
        "deadline": due.isoformat() if due and (draft or version is None or version.state == RETURNED) else None,
        "late": late,
        "remark": version.remark if version and version.state == RETURNED else None,
        "undone": working.found.undone if working else None,
        "editor": draft.editor if draft else None,
        "time": shown_time(draft.time) if draft else None,
        "actions": list(_actions(wanted, draft, version)),
    }


def _actions(wanted: Record, draft: Draft | None, version: Version | None) -> list[Action]:
    begin, look = f"/desk/drafts/{wanted.id}/begin", f"/desk/versions/{wanted.id}/{version.version}" if version else ""
    if draft:
        return [Action(f"/desk/drafts/{wanted.id}/form", "desk.go.write"), Action(begin, "desk.go.anew")]
    if version is None:
        return [Action(begin, "desk.go.begin")]
    if version.state == RETURNED:
        return [Action(begin, "desk.go.revise"), Action(look, "desk.go.look")]
    return [Action(look, "desk.go.look")]


def _row(version: Version, names: dict[str | None, str]) -> dict[str, object]:
    return {
        **{"id": version.id, "number": version.version, "year": version.year, "organ": names[version.organ], "state": version.state},
        **{"time": shown_time(version.time), "by": version.submitted_by or version.deposited_by},
    }


def shown_time(time: str) -> str:
    """Return a time of the catalogue as pages show it: to the minute, in the clock of the machine."""
    return datetime.datetime.fromisoformat(time).astimezone().strftime("%Y-%m-%d %H:%M") if time else ""


def need_writer(here: Service, account: Account, wanted: Record) -> None:
    """Raise ``Problem`` (403) unless an account may write a report: a submitter those of its own organ."""
    if not Rights(here, account).covers(wanted.organ, accounts.SUBMITTER):
        raise Problem(403, "not-yours")


@router.get("/drafts/{id}/begin")
def begin_page(request: Request, account: Staffed, id: str) -> Response:
    """Return the ways in which a report can begin."""
    wanted = records.record(id)
    need_writer(service.of(request), account, wanted)
    return _begin_page(request, wanted)


def _begin_page(request: Request, wanted: Record, failed: str | None = None, pasted: str = "") -> Response:
    archive = service.of(request).archive
    handed_in = records.needs_reason(records.versions(archive, wanted))
    last = lastyear.last(archive, wanted)
    return pages.render(
        request,
        "desk/begin.html",
        status=422 if failed else 200,
        organ=records.called(archive, wanted.organ, wanted.year),
        year=wanted.year,
        last=last,
        correcting=handed_in.version if handed_in else None,
        begun=any(each.id == wanted.id for each in Drafts(archive.database).of_organs([wanted.organ])),
        failed=failed,
        pasted=pasted,
    )


@router.post("/drafts/{id}/begin")
def begin(
    request: Request,
    account: Staffed,
    id: str,
    source: Annotated[str, Form(alias="from")] = BLANK,
    whose: Text = "told",
    pasted: Text = "",
    file: Annotated[UploadFile | None, File()] = None,
) -> Response:
    """Begin a report, in place of the draft that there may be, and go to its form."""
    wanted, archive, say = records.record(id), service.of(request).archive, pages.speech(request)
    need_writer(service.of(request), account, wanted)
    found, names = records.naming(archive, wanted.organ, wanted.year), records.names(archive, wanted.organ)
    subject = Subject(records.agency(found), wanted.year, wanted.scope, say("desk.default-title", agency=found.name, year=wanted.year), names)
    last = lastyear.last(archive, wanted)
    begun: Beginning | str
    if source == FILE:
        begun = _from_file(subject, archive, last, whose, pasted, file, say)
    elif source == VERSION:
        begun = _from_version(subject, archive, wanted, last.report)
    elif source == LAST and last.report is not None:
        begun = beginning.from_last(subject, last.report, archive.standard)
    else:
        begun = beginning.blank(subject, archive.standard, last.report)
    if isinstance(begun, str):
        return _begin_page(request, wanted, begun, pasted)
    _keep(archive, wanted, begun, account.name)
    return RedirectResponse(f"/desk/drafts/{wanted.id}/form", 303)


def _keep(archive: Archive, wanted: Record, begun: Beginning, editor: str) -> None:
    base, last = (None if each is None else _xml(each, archive) for each in (begun.base, begun.last))
    draft = Draft(wanted.id, wanted.organ, wanted.year, wanted.scope, base or "", last, None, begun.fields, (), 0, editor, "")
    Drafts(archive.database, archive.ledger.clock).begin(draft)


def _xml(report: Report, archive: Archive) -> str:
    return conversion.proved(report, "xml", archive.standard).decode("utf-8")


def _from_version(subject: Subject, archive: Archive, wanted: Record, last: Report | None) -> Beginning:
    version = records.needs_reason(records.versions(archive, wanted))
    report = records.report(archive, version) if version else None
    return beginning.from_file(subject, report, archive.standard, last) if report else beginning.blank(subject, archive.standard, last)


def _from_file(
    subject: Subject, archive: Archive, last: Last, whose: str, pasted: str, file: UploadFile | None, say: Texts
) -> Beginning | str:
    """Return the beginning that a file or pasted content gives, or why there is none."""
    data = file.file.read() if file and file.filename else pasted.encode("utf-8", "replace")
    if not data.strip():
        return say("desk.begin.nothing")
    if data.startswith(OFFICE):
        return say("desk.begin.office")
    name = PASTED if not file or not file.filename else "upload" + _suffix(file.filename)
    reading = readers.read(data, name, archive.standard)
    if reading.report is None:
        return say("desk.begin.unread", detail=records.sentence(archive, reading.diagnostics, say.lang))
    year = reading.report.metadata.year
    if whose == "told" and beginning.is_other(reading.report, subject, last.organs):
        return say("desk.begin.other-organ", found=reading.report.metadata.agency.name, organ=subject.agency.name)
    if whose == LAST or (whose == "told" and beginning.is_last(reading.report, subject.year)):
        return beginning.from_last(subject, last.of_file(reading.report), archive.standard)
    if whose == "told" and year not in (None, subject.year):
        return say("desk.begin.other-year", found=year, year=subject.year)
    return beginning.from_file(subject, reading.report, archive.standard, last.report)


def _suffix(name: str) -> str:
    """Return the ending of an upload's name where it is one that helps to tell the format, and nothing else of it."""
    ending = name.rpartition(".")[2].lower()
    return f".{ending}" if ending.isalnum() and len(ending) <= 5 and ending.isascii() else ""
