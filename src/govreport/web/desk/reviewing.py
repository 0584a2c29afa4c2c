"""The reviewer's desk: what waits, and one report judged: findings, the version before and last year beside it, remarks at cells, a decision."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse, Response

from govreport.archive import Archive, Filter, RefusedError
from govreport.archive.remarks import Remarks
from govreport.archive.states import ACCEPTED, PUBLISHED, REASONED, REFUSED, RETURNED, SECOND_PERSON, SUBMITTED, TRANSITIONS, Version, submitters
from govreport.model import Report
from govreport.reading import Reading
from govreport.validation.run import validate_reading
from govreport.web import pages, problems, service
from govreport.web.accounts import account as accounts
from govreport.web.accounts.account import Account
from govreport.web.accounts.signedin import Staffed
from govreport.web.api.addresses import InPath
from govreport.web.desk import carrying, checking, comparing, entries, lastyear, records, versions, working
from govreport.web.desk.home import shown_time
from govreport.web.desk.writing import Posted
from govreport.web.problems import Problem
from govreport.web.rights import Rights
from govreport.web.service import Service

router = APIRouter(prefix="/desk", include_in_schema=False)

QUEUES = (SUBMITTED, ACCEPTED, RETURNED, PUBLISHED)
ACTIONS = ("accept", "return", "publish", "withdraw")


@router.get("/queue")
def queue(request: Request, account: Staffed) -> Response:
    """Return the reports that wait for the office, and those it has dealt with."""
    here = service.of(request)
    below = Rights(here, account).organs(accounts.REVIEWER)
    if not account.has(accounts.REVIEWER):
        raise Problem(403, "not-yours")
    groups: list[dict[str, Any]] = []
    for state in QUEUES:
        found = [each for each in here.archive.versions(Filter(states=(state,), latest=True)) if below is None or each.organ in below]
        rows = [_row(each, _called(here, each)) for each in sorted(found, key=lambda each: each.sequence)]
        groups.append({"name": state, "rows": rows})
    return pages.render(request, "desk/queue.html", groups=groups)


def _called(here: Service, version: Version) -> str:
    organ = here.registry.register().organs.get(version.organ or "")
    naming = organ.at(version.year or 0) if organ else None
    return naming.name if naming else version.organ or ""


def _row(version: Version, organ: str) -> dict[str, Any]:
    return {
        **{"id": version.id, "number": version.version, "year": version.year, "organ": organ, "errors": version.errors, "warnings": version.warnings},
        **{"by": version.submitted_by or version.deposited_by, "time": shown_time(version.time), "sequence": version.sequence},
    }


@router.get("/review/{id}/{number}")
def review_page(request: Request, account: Staffed, id: str, number: InPath) -> Response:
    """Return a report to be judged."""
    return _page(request, _judged(request, account, id, number), account.name)


def _judged(request: Request, account: Account, id: str, number: int) -> Version:
    """Return a version that an account may judge; raises ``Problem`` (403), ``UnknownError``."""
    found = Rights(service.of(request), account)
    version = found.worked_on(id, number)
    if not found.covers(version.organ, accounts.REVIEWER):
        raise Problem(403, "not-yours")
    return version


def _page(request: Request, version: Version, name: str, failed: str | None = None) -> Response:
    archive, say = service.of(request).archive, pages.speech(request)
    report = versions.inside(archive, version)
    last = lastyear.last(archive, records.record(version.id)).report
    findings = validate_reading(Reading(report), version.name, archive.standard, records.profile(archive), records.compared(archive, version, report))
    checked = checking.of_findings(findings, report, say.lang)
    before = _before(archive, version)
    beside = comparing.beside(before[1], report, archive.standard) if before else None
    own = archive.configuration.two_persons and name in submitters(archive.history(version))
    possible = [action for action in ACTIONS if version.state in TRANSITIONS[action][0]]
    return pages.render(
        request,
        "desk/review.html",
        status=422 if failed else 200,
        **versions.about(archive, version),
        formats=versions.OFFERED,
        failed=failed,
        sheets=[sheet for sheets in working.sheets(report, archive.standard).values() for sheet in sheets],
        chapters=[(field, title or field) for field, title in working.titles(report).items()],
        fields=entries.fields(report, archive.standard),
        notes=checked.cells,
        checked=checked,
        remarks=versions.remarks(archive, version, report),
        remarkable=version.state == SUBMITTED,
        compared=None if last is None else list(comparing.cells(last, report, archive.standard)),
        before=before[0].version if before else None,
        beside=beside,
        moved=beside.moved if beside else {},
        same=[text for texts in carrying.taken(report, last).values() for text in texts],
        actions=[action for action in possible if not (own and action in SECOND_PERSON)],
        why_not=say("desk.review.own") if own and possible else None,
    )


def _before(archive: Archive, version: Version) -> tuple[Version, Report] | None:
    """Return the version that a version corrects, the last before it that was not refused, with its report; None where there is none to be had."""
    known = records.versions(archive, records.record(version.id))
    earlier = next((each for each in known if each.version < version.version and each.state != REFUSED), None)
    report = records.report(archive, earlier) if earlier else None
    return (earlier, report) if earlier and report else None


@router.post("/review/{id}/{number}")
def review(request: Request, account: Staffed, id: str, number: InPath, sent: Posted) -> Response:
    """Keep a remark or take one away, or decide; a return says all remarks in its reason, which the log keeps."""
    archive = service.of(request).archive
    version = _judged(request, account, id, number)
    what, _, about = sent.get("do", "").partition("/")
    here = f"/desk/review/{id}/{number}"
    if what in ("remark", "drop"):
        if version.state != SUBMITTED:
            raise Problem(409, "state", action="return", state=version.state, id=id, version=number)
        field = about or sent.get("field", "")
        if field in _fields(archive, version):
            Remarks(archive.database, archive.ledger.clock).put(id, number, {field: sent.get("text", "") if what == "remark" else ""}, account.name)
        return RedirectResponse(here, 303)
    if what not in ACTIONS:
        raise Problem(422, "invalid")
    reason = sent.get("reason", "").strip()
    if what == "return":
        reason = _with_remarks(reason, archive, version)
    try:
        archive.act(what, id, account.name, number, reason or None if what in REASONED else None)
    except RefusedError as error:
        say = pages.speech(request)
        if error.reason == "state" and _done(archive.version(id, number), what, reason):
            return RedirectResponse(here, 303)
        told = say("desk.review.needs-reason") if (error.reason, what) == ("reason", "return") else problems.sentence(say, error.reason, error.params)
        return _page(request, version, account.name, told)
    return RedirectResponse("/desk/queue" if what == "return" else here, 303)


def _done(version: Version, action: str, reason: str) -> bool:
    """Return whether a version is what an action would have made of it, as where a button is pressed twice."""
    return version.state == TRANSITIONS[action][1] and (action not in REASONED or version.remark == reason)


def _fields(archive: Archive, version: Version) -> frozenset[str]:
    return frozenset(entries.names(versions.inside(archive, version), archive.standard))


def _with_remarks(reason: str, archive: Archive, version: Version) -> str:
    """Return the reason of a return with every remark as a line of its own."""
    found = versions.remarks(archive, version, records.report(archive, version)).values()
    return "\n".join([*([reason] if reason else []), *(f"{each['name']}\uff1a{each['text']}" for each in found)])
