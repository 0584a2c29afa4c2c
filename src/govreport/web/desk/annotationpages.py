"""What a clerk states about figures beside the form: what differs from last year's report and why, findings that may stand, notes."""

from __future__ import annotations

from collections.abc import Mapping

from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse, Response

from govreport import numerals
from govreport.archive import Archive
from govreport.diagnostics import Severity
from govreport.envelope import envelope
from govreport.web import pages, service
from govreport.web.accounts.account import Account
from govreport.web.accounts.signedin import Staffed
from govreport.web.desk import annotating, fieldnames, records
from govreport.web.desk.fieldnames import AFTER, BEFORE, BY, NOTE, ON, REASON, RESTATEMENT, TEXT, WAIVER
from govreport.web.desk.formpage import stated
from govreport.web.desk.working import Working
from govreport.web.desk.writing import Posted, drafts, opened, revision
from govreport.web.problems import Problem

router = APIRouter(prefix="/desk/drafts/{id}/annotations", include_in_schema=False)

Changes = dict[str, str]


@router.get("")
def annotations_page(request: Request, account: Staffed, id: str, field: str = "", code: str = "") -> Response:
    """Return the page; ``field`` is the cell that a note is for, ``code`` the finding that is to be dismissed."""
    return _page(request, opened(service.of(request), account, id), field=field, code=code)


def _page(request: Request, working: Working, failed: str = "", field: str = "", code: str = "") -> Response:
    archive, say = service.of(request).archive, pages.speech(request)
    profile = records.profile(archive)
    checked = working.checked(profile, say.lang)
    place = fieldnames.place(field)
    remarks = [each for each in checked.remarks if each.severity in (Severity.ERROR.value, Severity.WARNING.value)]
    return pages.render(
        request,
        "desk/annotations.html",
        status=422 if failed else 200,
        failed=failed,
        id=working.draft.id,
        year=working.draft.year,
        revision=working.draft.revision,
        organ=records.called(archive, working.draft.organ, working.draft.year),
        stated=stated(working, say),
        differing=[
            {"place": f"{each.table}/{each.row}/{each.column}", "name": working.placed(each.table, each.row, each.column)}
            | {"before": numerals.written(each.before), "after": numerals.written(each.after)}
            for each in working.restatable(profile)
        ],
        compared=working.last is not None,
        reasons=envelope(working.standard).enumerations.get(annotating.REASONS, ()),
        remarks=remarks,
        must=sum(not each.waivable for each in remarks),
        sheets=[(sheet, _rows(working, sheet.fields)) for sheet in working.drawn],
        chosen="/".join(place) if place else "",
        code=code,
    )


def _rows(working: Working, fields: tuple[str, ...]) -> dict[str, str]:
    """Return the rows of a table by place, with their names."""
    places = [place for field in fields if (place := fieldnames.place(field))]
    return {f"{each.table}/{each.row}/": working.placed(each.table, each.row, "") for each in places}


@router.post("")
def annotate(request: Request, account: Staffed, id: str, sent: Posted) -> Response:
    """Keep what was stated or take it away, and show the page again; what the profile does not allow is said."""
    archive, say = service.of(request).archive, pages.speech(request)
    working = opened(service.of(request), account, id)
    what, _, about = sent.get("do", "").partition("/")
    if what not in _CHANGES:
        raise Problem(422, "invalid")
    changes = _CHANGES[what](working, sent, about, account, archive)
    if isinstance(changes, str):
        return _page(request, working, say(changes), code=about.partition("/")[0] if what == WAIVER else "")
    draft = drafts(archive).save(id, revision(sent), changes, account.name)
    here = f"/desk/drafts/{id}"
    return RedirectResponse(f"{here}/form#clashes" if draft.clashes else f"{here}/annotations", 303)


def _restate(working: Working, sent: Mapping[str, str], _about: str, _account: Account, archive: Archive) -> Changes | str:
    """Return the changes that state why figures differ from last year's; the figures are those that differ, none is typed."""
    reason, text = sent.get(REASON, ""), sent.get(TEXT, "").strip()
    if reason not in envelope(working.standard).enumerations.get(annotating.REASONS, ()):
        return "desk.restatement.no-reason"
    found: Changes = {}
    for each in working.restatable(records.profile(archive)):
        if f"{RESTATEMENT}/{each.table}/{each.row}/{each.column}" in sent:
            parts = {BEFORE: f"{each.before:f}", AFTER: f"{each.after:f}", REASON: reason, TEXT: text}
            found |= {fieldnames.restatement(each.table, each.row, each.column, part): value for part, value in parts.items()}
    return found or "desk.restatement.no-cell"


def _waive(working: Working, sent: Mapping[str, str], about: str, account: Account, archive: Archive) -> Changes | str:
    """Return the changes that dismiss a finding at all of its places, signed; only a finding that is there, and as far as the profile allows."""
    text = sent.get(TEXT, "").strip()
    places = {tuple(each.split("/")) for each in sent.get("places", "").split(" ") if each}
    checked = working.checked(records.profile(archive), "zh")
    meant = [each for each in checked.remarks if each.severity != "waived" and each.code == about and places & set(each.waivers)]
    if not all(each.waivable for each in meant):
        return "desk.waiver.forbidden"
    if not text or not meant:
        return "desk.waiver.no-text" if meant else "desk.waiver.gone"
    signed = {TEXT: text, BY: account.name, ON: archive.ledger.clock().date().isoformat()}
    keys = [key for each in meant for key in each.waivers if key in places]
    return {fieldnames.waiver(*key, part): value for key in keys for part, value in signed.items()}


def _note(working: Working, sent: Mapping[str, str], _about: str, _account: Account, _archive: Archive) -> Changes | str:
    """Return the change that adds a note to a table, row or cell of the form."""
    keys, text = sent.get("place", "").split("/"), " ".join(sent.get(TEXT, "").split())
    known = {fieldnames.place(field) for sheet in working.drawn for field in sheet.fields}
    if len(keys) != 3 or not any(each and all(asked in ("", is_) for asked, is_ in zip(keys, each, strict=True)) for each in known):
        raise Problem(422, "invalid")
    if not text:
        return "desk.note.no-text"
    name = fieldnames.note(*keys)
    return {name: "\n".join(filter(None, (working.draft.fields.get(name), text)))}


def _drop(working: Working, sent: Mapping[str, str], about: str, _account: Account, _archive: Archive) -> Changes | str:
    """Return the changes that take a statement away: a note is one line of its place's."""
    if about.startswith(f"{NOTE}/"):
        lines = working.draft.fields.get(about, "").split("\n")
        gone = sent.get("line", "")
        if gone in lines:
            lines.remove(gone)
        return {about: "\n".join(lines)}
    return {name: "" for name in working.draft.fields if name.startswith((f"{RESTATEMENT}/", f"{WAIVER}/")) and name.startswith(about)}


_CHANGES = {RESTATEMENT: _restate, WAIVER: _waive, NOTE: _note, "drop": _drop}
