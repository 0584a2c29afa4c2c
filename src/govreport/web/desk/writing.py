"""The form of a report: saved by itself or by a button, with or without script."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Annotated

from fastapi import APIRouter, Depends, Request
from starlette.datastructures import UploadFile
from starlette.responses import RedirectResponse, Response

from govreport.archive import Archive
from govreport.archive.drafts import Draft, Drafts
from govreport.web import pages, service
from govreport.web.accounts.account import Account
from govreport.web.accounts.signedin import Staffed
from govreport.web.desk import fieldnames, formpage, records
from govreport.web.desk.working import Working
from govreport.web.problems import Problem
from govreport.web.service import Service

router = APIRouter(prefix="/desk/drafts/{id}", include_in_schema=False)

WAS = "was/"
LONGEST = 500_000
"""The characters of a field, at most."""


async def posted(request: Request) -> Mapping[str, str]:
    """Return the texts of a form by name, line breaks as one character; files are left out."""
    found = await pages.form(request)
    texts = {name: value for name, value in found.items() if not isinstance(value, UploadFile)}
    if any(len(text) > LONGEST for text in texts.values()):
        raise Problem(413, "field-long", most=LONGEST)
    return {name: text.replace("\r\n", "\n").replace("\r", "\n") for name, text in texts.items()}


Posted = Annotated[Mapping[str, str], Depends(posted)]


def opened(here: Service, account: Account, id: str) -> Working:
    """Return a draft that an account may write; raises ``Problem``, ``UnknownError``."""
    records.need_writer(here, account, records.record(id))
    return Working(drafts(here.archive).get(id), here.archive.standard)


def drafts(archive: Archive) -> Drafts:
    """Return the drafts of an archive."""
    return Drafts(archive.database, archive.ledger.clock)


@router.get("/form")
def form_page(request: Request, account: Staffed, id: str) -> Response:
    """Return the form."""
    archive = service.of(request).archive
    working = opened(service.of(request), account, id)
    return pages.render(request, "desk/form.html", **formpage.values(working, archive, pages.speech(request)))


@router.post("/form/save")
def save(request: Request, account: Staffed, id: str, sent: Posted) -> Response:
    """Keep what was typed and return the parts of the page that follow from it."""
    archive, say = service.of(request).archive, pages.speech(request)
    before = opened(service.of(request), account, id)
    after = Working(_kept(archive, before, sent, account.name), archive.standard)
    checked = after.checked(records.profile(archive), say.lang)
    changed = drafts(archive).changed(id, revision(sent)) | {clash.field for clash in after.draft.clashes}
    return pages.render(request, "desk/saved.html", **formpage.saved(after, checked, say), answer=formpage.answer(after, checked, frozenset(changed), say))


@router.post("/form")
def act(request: Request, account: Staffed, id: str, sent: Posted) -> Response:
    """Keep what was typed, do what the button says, and go where that leads."""
    archive = service.of(request).archive
    working = opened(service.of(request), account, id)
    draft = _kept(archive, working, sent, account.name)
    what, _, about = sent.get("do", "save").partition("/")
    here = f"/desk/drafts/{id}"
    if what in ("preview", "submit"):
        return RedirectResponse(f"{here}/{what}", 303)
    done = Working(draft, archive.standard)
    anchor = "clashes"
    if what in ("take", "leave"):
        drafts(archive).settle(id, about, what == "take", account.name)
    elif what in ("zero", "nonzero", "carry"):
        changes = _CHANGES[what](done, about, account.name, archive.ledger.clock().date())
        drafts(archive).save(id, draft.revision, changes, account.name)
        anchor = next((f"chapter-{number}" for number, name in enumerate(done.titles, 1) if _has(done, name, about)), "")
    else:
        anchor = ""
    return RedirectResponse(f"{here}/form" + (f"#{anchor}" if anchor else ""), 303)


def _has(working: Working, chapter: str, table: str) -> bool:
    return any(sheet.key == table for sheet in working.sheets.get(chapter, ()))


def _kept(archive: Archive, working: Working, sent: Mapping[str, str], editor: str) -> Draft:
    """Return the draft with the fields that were sent; names that are no field of its form are left out."""
    fields = {name: text for name, text in sent.items() if name in working.names}
    was = {name.removeprefix(WAS): text for name, text in sent.items() if name.startswith(WAS) and name.removeprefix(WAS) in fields}
    return drafts(archive).save(working.draft.id, revision(sent), fields, editor, was)


def revision(sent: Mapping[str, str]) -> int:
    """Return the revision on which a form was written; raises ``Problem`` (422)."""
    text = sent.get("revision", "")
    if not (text.isascii() and text.isdigit() and len(text) < 10):
        raise Problem(422, "invalid")
    return int(text)


def _zero(working: Working, table: str, name: str, day: datetime.date) -> dict[str, str]:
    """Return the changes that declare a table to have nothing to report; none where a figure says otherwise."""
    cells = _cells(working, table)
    if not cells or any(working.draft.fields.get(cell, "").strip() not in ("", "0") for cell in cells):
        return {}
    return {**dict.fromkeys(cells, "0"), fieldnames.zero(table, fieldnames.BY): name, fieldnames.zero(table, fieldnames.ON): day.isoformat()}


def _nonzero(working: Working, table: str, _name: str, _day: datetime.date) -> dict[str, str]:
    """Return the changes that take a declaration back: its zeros are blank again."""
    if not working.draft.fields.get(fieldnames.zero(table, fieldnames.BY)):
        return {}
    cells = (cell for cell in _cells(working, table) if working.draft.fields.get(cell) == "0")
    return dict.fromkeys((*cells, fieldnames.zero(table, fieldnames.BY), fieldnames.zero(table, fieldnames.ON)), "")


def _carry(working: Working, table: str, _name: str, _day: datetime.date) -> dict[str, str]:
    """Return the figures that last year's report gives for the empty cells of a table."""
    cells = set(_cells(working, table))
    return {name: value for name, value in working.carried().items() if name in cells}


def _cells(working: Working, table: str) -> tuple[str, ...]:
    return next((sheet.fields for sheet in working.drawn if sheet.key == table), ())


_CHANGES = {"zero": _zero, "nonzero": _nonzero, "carry": _carry}
