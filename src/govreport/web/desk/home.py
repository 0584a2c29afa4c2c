"""The clerk's first page: what there is to write, and what was handed in."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse, Response

from govreport.archive import Archive, Filter
from govreport.archive.drafts import Draft, Drafts
from govreport.archive.states import RETURNED, Version
from govreport.web import pages, service
from govreport.web.accounts import account as accounts
from govreport.web.accounts.signedin import Staffed
from govreport.web.api.addresses import Year
from govreport.web.desk import records
from govreport.web.desk.records import Record
from govreport.web.desk.working import Working

router = APIRouter(prefix="/desk", include_in_schema=False)

YEARS = 8
"""How many years a clerk may choose from."""


@dataclass(frozen=True, slots=True)
class Action:
    """What can be done next: its address, and the key of its words."""

    address: str
    key: str


@router.get("")
def home(request: Request, account: Staffed, year: Year = None) -> Response:
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
