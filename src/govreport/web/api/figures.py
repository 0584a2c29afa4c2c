"""What an area adds up to, and what is found in reports: search over what may be seen."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request
from pydantic import BaseModel, Field
from starlette.responses import Response

from govreport.archive import searching
from govreport.archive.adding import Comparison, Totals, totals
from govreport.archive.members import PREFERRED
from govreport.web import service
from govreport.web.accounts.account import ARCHIVIST, READER, REVIEWER
from govreport.web.accounts.signedin import Caller, Staffed
from govreport.web.answers import answered
from govreport.web.api.addresses import Limit, Organ, Scope, Year, rights
from govreport.web.api.reports import State
from govreport.web.api.schemas import ORGAN_PATTERN, Record, failing, record
from govreport.web.problems import Problem

router = APIRouter(prefix="/api/v1", tags=["figures"])

Root = Annotated[str, Query(pattern=ORGAN_PATTERN, description="the organ whose members are added up", examples=["linjiang"])]
NeededYear = Annotated[int, Query(ge=1900, le=2999, examples=[2023])]
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


class SnippetShown(BaseModel):
    """A piece of text, and from where to where in it stands what was looked for."""

    text: str
    marks: list[tuple[int, int]]


class HitShown(BaseModel):
    """A report that was found."""

    report: Record
    agency: str | None = None
    snippets: list[SnippetShown]


class HitsShown(BaseModel):
    """The hits of a page, newest first; ``before`` asks for those behind them, none where there are no more."""

    items: list[HitShown]
    before: int | None = None


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


@router.get("/search", response_model=HitsShown, responses=failing(404))
def search(
    request: Request,
    account: Caller,
    q: Annotated[str, Query(max_length=200, description="words, all of which stand in the report; a phrase in quotes")] = "",
    organ: Organ = None,
    year: Year = None,
    scope: Scope = None,
    level: Annotated[str | None, Query(max_length=16, examples=["township"])] = None,
    state: Annotated[list[State] | None, Query(max_length=7)] = None,
    code: Annotated[list[str] | None, Query(max_length=10, description="a finding's code; among reports one deals with")] = None,
    where: Annotated[list[str] | None, Query(max_length=5, description="a condition", examples=["applications.received.total > 100"])] = None,
    before: Annotated[int | None, Query(ge=1, le=2**53)] = None,
    limit: Limit = 20,
) -> Response:
    """Search the reports that may be seen, by text, organ and all below it, year, level, state, cells and codes."""
    mine = rights(request, account)
    query = searching.Query(
        text=q,
        organ=organ,
        year=year,
        level=level,
        scope=scope,
        codes=tuple(code or ()),
        where=tuple(where or ()),
        states=tuple(state or ()),
        limit=limit,
        before=before,
        sight=mine.inner_sight if code else mine.content_sight,
    )
    found = searching.search(service.of(request).archive, query)
    items = [
        HitShown(
            report=record(hit.version, mine.works_on(hit.version)),
            agency=hit.agency,
            snippets=[SnippetShown(text=each.text, marks=list(each.marks)) for each in hit.snippets],
        )
        for hit in found.hits
    ]
    return answered(request, HitsShown(items=items, before=found.hits[-1].version.sequence if found.more else None))
