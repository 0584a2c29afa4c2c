"""What an area adds up to, and how far its organs have come."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request
from pydantic import BaseModel, Field
from starlette.responses import Response

from govreport.archive.adding import Comparison, Totals, totals
from govreport.archive.members import PREFERRED
from govreport.archive.standings import progress
from govreport.web import service
from govreport.web.accounts.account import ARCHIVIST, READER, REVIEWER
from govreport.web.accounts.signedin import Staffed
from govreport.web.answers import answered
from govreport.web.api.addresses import NeededYear, Scope, rights
from govreport.web.api.schemas import ORGAN_PATTERN, failing
from govreport.web.problems import Problem

router = APIRouter(prefix="/api/v1", tags=["figures"])

Root = Annotated[str, Query(pattern=ORGAN_PATTERN, description="the organ whose members are added up", examples=["linjiang"])]
Line = Annotated[Literal["area", "line"], Query(description="by area, or by line of business")]


class MemberShown(BaseModel):
    """A member, whether its report is in the sums, and why not."""

    organ: str
    name: str
    status: Literal["counted", "missing", "excluded"]
    why: str = ""
    by: str = ""
    id: str | None = None
    version: int | None = None


class SumShown(BaseModel):
    """A cell of the sums; money is a decimal in ``unit``, and there is no total where units differ."""

    edition: str
    table: str
    row: str
    column: str
    total: int | str | None = None
    unit: str | None = None
    numbers: int
    not_applicable: int
    blank: int


class ComparisonShown(BaseModel):
    """What differs from other figures: ``skipped`` says why nothing was compared."""

    skipped: str | None = None
    compared_with: list[str]
    left_out: list[str]
    codes: list[str] = Field(description="a code for every difference")


class TotalsShown(BaseModel):
    """The sums of an organ's members in a year, with who is in them, who is missing, and what is otherwise than it should be."""

    organ: str
    name: str
    year: int
    line: str
    scopes: list[str]
    members: list[MemberShown]
    sums: list[SumShown]
    own: ComparisonShown
    last_year: ComparisonShown
    sequence: int


class StandingShown(BaseModel):
    """How far an organ has come: ``late`` is in days, none where there is no deadline."""

    organ: str
    name: str
    kind: str | None = None
    level: str | None = None
    parent: str | None = None
    state: str
    id: str | None = None
    version: int | None = None
    due: datetime.date | None = None
    handed_in: datetime.date | None = None
    late: int | None = None
    overdue: bool


class ProgressShown(BaseModel):
    """How far the organs of an area have come with the reports for a year, each parent before its children."""

    year: int
    day: datetime.date
    counts: dict[str, int]
    items: list[StandingShown]


@router.get("/totals", response_model=TotalsShown, responses=failing(403, 404))
def add_up(request: Request, account: Staffed, organ: Root, year: NeededYear, line: Line = "area", scope: Scope = None) -> Response:
    """Add up the latest accepted or published reports of an organ's members, for those who see its area."""
    if not rights(request, account).covers(organ, REVIEWER, ARCHIVIST, READER):
        raise Problem(403, "not-yours")
    found = totals(service.of(request).archive, organ, year, line, (scope,) if scope else PREFERRED)
    return answered(request, shown(found))


def shown(found: Totals) -> TotalsShown:
    """Return totals as the API gives them."""
    members = [
        MemberShown(
            organ=each.organ,
            name=each.name,
            status=each.status,  # type: ignore[arg-type]
            why=each.why,
            by=each.by,
            id=each.version.id if each.version else None,
            version=each.version.version if each.version else None,
        )
        for each in found.members
    ]
    sums = [
        SumShown(
            edition=each.edition,
            table=each.table,
            row=each.row,
            column=each.column,
            total=str(each.total) if isinstance(each.total, Decimal) else each.total,
            unit=each.unit,
            numbers=each.numbers,
            not_applicable=each.not_applicable,
            blank=each.blank,
        )
        for each in found.sums
    ]
    where = {"organ": found.organ, "name": found.name, "year": found.year, "line": found.line, "scopes": list(found.scopes), "sequence": found.sequence}
    return TotalsShown(**where, members=members, sums=sums, own=_compared(found.own), last_year=_compared(found.last_year))  # type: ignore[arg-type]


def _compared(found: Comparison) -> ComparisonShown:
    with_ = [f"{each.id}@{each.version}" for each in found.with_]
    return ComparisonShown(skipped=found.skipped, compared_with=with_, left_out=list(found.left_out), codes=[each.code for each in found.found])


@router.get("/progress", response_model=ProgressShown, responses=failing(403, 404))
def how_far(request: Request, account: Staffed, organ: Root, year: NeededYear, line: Line = "area") -> Response:
    """Tell who of an area has handed in, who is late, whose report was returned and who has not begun, for those who see the area."""
    if not rights(request, account).covers(organ, REVIEWER, ARCHIVIST, READER):
        raise Problem(403, "not-yours")
    found = progress(service.of(request).archive, year, organ, line)
    names = ("organ", "name", "kind", "level", "parent", "state", "due", "handed_in", "late", "overdue")
    items = [
        StandingShown(
            **{name: getattr(each, name) for name in names},
            id=each.version.id if each.version else None,
            version=each.version.version if each.version else None,
        )
        for each in found.standings
    ]
    return answered(request, ProgressShown(year=found.year, day=found.day, counts=dict(found.counts), items=items))
