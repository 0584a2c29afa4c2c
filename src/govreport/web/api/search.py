"""What is found in reports: search over what may be seen."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from pydantic import BaseModel
from starlette.responses import Response

from govreport.archive import searching
from govreport.web import service
from govreport.web.accounts.signedin import Caller
from govreport.web.answers import answered
from govreport.web.api.addresses import Limit, Organ, Scope, Year, rights
from govreport.web.api.reports import State
from govreport.web.api.schemas import Record, failing, record

router = APIRouter(prefix="/api/v1", tags=["figures"])


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
