"""The area of a reviewer: how far its organs have come, by deadline, and what they add up to; both as pages and as workbooks."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import Response

from govreport import diagnostics, numerals
from govreport.archive.adding import Comparison, Totals, totals
from govreport.archive.catalogue.figures import Sum
from govreport.archive.organs import AREA
from govreport.archive.standings import HANDED_IN, NOTHING, Progress, Standing, progress
from govreport.archive.tabulated import place, remark, why
from govreport.cli import adding, awaiting
from govreport.cli.errors import CommandError
from govreport.cli.sheets import Page, save
from govreport.rules.equations import REST
from govreport.standard import Standard
from govreport.web import pages, service
from govreport.web.accounts import account as accounts
from govreport.web.accounts.account import Account
from govreport.web.accounts.signedin import Staffed
from govreport.web.api.addresses import NeededYear, Year
from govreport.web.desk import fieldnames, records, sheet
from govreport.web.problems import Problem
from govreport.web.rights import Rights
from govreport.web.service import Service
from govreport.web.texts import Texts

router = APIRouter(prefix="/desk", include_in_schema=False)

SEERS = (accounts.REVIEWER, accounts.ARCHIVIST, accounts.READER)
WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
YEARS = 6
"""How many years back pages offer."""


@router.get("/progress")
def progress_page(request: Request, account: Staffed, year: Year = None) -> Response:
    """Return how far the organs of an area have come."""
    found = _progress(request, account, year)
    groups: dict[str, list[Standing]] = {}
    for each in found.standings:
        groups.setdefault("late" if each.overdue else "done" if each.state in HANDED_IN else "open", []).append(each)
    counts = {name: len(groups.get(name, ())) for name in ("done", "open", "late")}
    rows = [_standing(each) for each in sorted(found.standings, key=lambda each: -(each.late or 0) if each.overdue else 1)]
    return pages.render(
        request, "desk/progress.html", year=found.year, years=_years(request), day=found.day.isoformat(), rows=rows, counts=counts, all=len(rows)
    )


def _standing(each: Standing) -> dict[str, Any]:
    state = "none" if each.state == NOTHING else each.state
    kept = {"address": f"/desk/versions/{each.version.id}/{each.version.version}"} if each.version else {"address": None}
    days = {"due": each.due.isoformat() if each.due else "", "handed_in": each.handed_in.isoformat() if each.handed_in else ""}
    return {**kept, **days, "name": each.name, "state": state, "late": each.late or 0, "overdue": each.overdue}


@router.get("/progress.xlsx")
def progress_workbook(request: Request, account: Staffed, year: Year = None) -> Response:
    """Return how far the organs of an area have come as a workbook."""
    found = _progress(request, account, year)
    return _workbook([awaiting.page(found.standings, pages.speech(request))], f"progress-{found.year}")


def _progress(request: Request, account: Account, year: int | None) -> Progress:
    _need(account)
    here = service.of(request)
    return progress(here.archive, year or _years(request)[0], account.organ)


@router.get("/totals")
def totals_page(request: Request, account: Staffed, year: Year = None, organ: str | None = None) -> Response:
    """Return what the members of an organ add up to, who is not in the sums, and what is otherwise than it should be."""
    _need(account)
    here, say, chosen = service.of(request), pages.speech(request), year or _years(request)[0]
    roots = _roots(here, account, chosen)
    if not roots:
        return pages.render(request, "desk/totals.html", found=None, year=chosen, years=_years(request), roots=roots, organ=None)
    found = _totals(here, account, organ or next(iter(roots)), chosen)
    standard = here.archive.standard
    tables = [_table(found, key, edition, standard) for edition, key in dict.fromkeys((each.edition, each.table) for each in found.sums)]
    absent = [{"name": each.name, "status": each.status, "why": why(each, say.lang)} for each in (*found.missing, *found.excluded)]
    return pages.render(
        request,
        "desk/totals.html",
        found=found,
        year=chosen,
        years=_years(request),
        roots=roots,
        organ=found.organ,
        tables=tables,
        absent=absent,
        remarks=[said for each in found.sums if (said := _remark(each, standard, say.lang))],
        beside=[_beside(name, each, standard, say) for name, each in (("own", found.own), ("last_year", found.last_year))],
    )


@router.get("/totals.xlsx")
def totals_workbook(request: Request, account: Staffed, organ: str, year: NeededYear) -> Response:
    """Return the same as a workbook."""
    _need(account)
    here = service.of(request)
    found = _totals(here, account, organ, year)
    return _workbook(adding.pages(pages.speech(request), found, here.archive.standard), f"totals-{found.organ}-{year}")


def _totals(here: Service, account: Account, organ: str, year: int) -> Totals:
    if not Rights(here, account).covers(organ, *SEERS):
        raise Problem(403, "not-yours")
    return totals(here.archive, organ, year)


def _need(account: Account) -> None:
    if not account.has(*SEERS):
        raise Problem(403, "not-yours")


def _years(request: Request) -> list[int]:
    now = records.reporting_year(service.of(request).archive.ledger.clock().date())
    return list(range(now, now - YEARS, -1))


def _roots(here: Service, account: Account, year: int) -> dict[str, str]:
    """Return the organs of an account's area that others stand under, by id, with their names; its own first."""
    tree = list(here.registry.register().tree(year, account.organ, AREA))
    over = {above for _, organ, _ in tree for above in organ.parents_at(year, AREA)}
    return {organ.id: naming.name for _, organ, naming in tree if organ.id in over}


def _table(found: Totals, key: str, edition: str, standard: Standard) -> dict[str, Any]:
    """Return a table with its sums, as fields of the printed grid; a sum that does not stand for all has a mark behind it."""
    form = standard.forms[edition].tables[key]
    sums = {fieldnames.cell(key, each.row, each.column): _figure(each) for each in found.sums if (each.edition, each.table) == (edition, key)}
    return {"sheet": sheet.sheet(form), "fields": sums, "edition": edition}


def _figure(each: Sum) -> str:
    text = "" if each.total is None else numerals.written(each.total) + (each.unit or "")
    return text if each.complete else text + REST


def _remark(each: Sum, standard: Standard, lang: str) -> dict[str, str] | None:
    said = remark(each, lang)
    form = standard.table(each.table, each.edition)
    return {"name": sheet.label(form, each.row, each.column), "text": said} if said and form else None


def _beside(name: str, found: Comparison, standard: Standard, say: Texts) -> dict[str, Any]:
    known = diagnostics.catalogue_in(standard.root)
    title = say(f"totals.{name}")
    told = say("totals.skipped", title=title, why=say(f"totals.skipped.{found.skipped}")) if found.skipped else ""
    if not told and not found.found:
        told = say("totals.agrees", title=title, count=len(found.with_))
    return {"title": title, "told": told, "found": list(_differences(found, known, standard, say.lang)), "left_out": found.left_out}


def _differences(found: Comparison, known: diagnostics.Catalogue, standard: Standard, lang: str) -> Iterator[dict[str, str]]:
    for each in found.found:
        yield {"code": each.code, "cell": place(each, standard), "message": known.message(each, lang)}


def _workbook(tables: Sequence[Page], name: str) -> Response:
    """Return tables as a workbook; raises ``Problem`` where the library for it is missing."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"{name}.xlsx"
        try:
            save(str(path), tables)
        except CommandError as error:
            raise Problem(503, "no-workbook") from error
        data = path.read_bytes()
    return Response(data, media_type=WORKBOOK, headers={"Content-Disposition": f'attachment; filename="{name}.xlsx"', "Cache-Control": "no-store"})
