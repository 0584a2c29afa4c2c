"""The page on which a report begins: blank, from last year's, from a file or pasted content, from a version handed in."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, File, Form, Request, UploadFile
from starlette.responses import RedirectResponse, Response

from govreport import conversion, readers
from govreport.archive import Archive
from govreport.archive.drafts import Draft, Drafts
from govreport.model import Report
from govreport.readers import foreign
from govreport.web import pages, service
from govreport.web.accounts.signedin import Staffed
from govreport.web.desk import beginning, lastyear, records
from govreport.web.desk.beginning import Beginning, Subject
from govreport.web.desk.lastyear import Last
from govreport.web.desk.records import Record
from govreport.web.texts import Texts

router = APIRouter(prefix="/desk", include_in_schema=False)

BLANK, LAST, FILE, VERSION = "blank", "last", "file", "version"
PASTED = "pasted"
OFFICE = (foreign.WORD, foreign.SHEET, foreign.OFFICE)
"""Files of word processors and spreadsheets are read by way of the clipboard."""
Text = Annotated[str, Form()]


@router.get("/drafts/{id}/begin")
def begin_page(request: Request, account: Staffed, id: str) -> Response:
    """Return the ways in which a report can begin."""
    wanted = records.record(id)
    records.need_writer(service.of(request), account, wanted)
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
    records.need_writer(service.of(request), account, wanted)
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


def _from_file(subject: Subject, archive: Archive, last: Last, whose: str, pasted: str, file: UploadFile | None, say: Texts) -> Beginning | str:
    """Return the beginning that a file or pasted content gives, or why there is none."""
    data = file.file.read() if file and file.filename else pasted.encode("utf-8", "replace")
    if not data.strip():
        return say("desk.begin.empty" if file and file.filename else "desk.begin.nothing")
    if foreign.kind_of(data) in OFFICE:
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
