"""The register of organs."""

from __future__ import annotations

import datetime
from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from govreport.archive import UnknownError
from govreport.web import service
from govreport.web.accounts.signedin import Caller
from govreport.web.answers import answered
from govreport.web.api.addresses import After, Limit, Organ, OrganId, Year, following
from govreport.web.api.schemas import Organization, Organizations, failing, organization
from govreport.web.problems import Problem

router = APIRouter(prefix="/api/v1/organs", tags=["organs"])


@router.get("", response_model=Organizations, responses=failing())
def organs(
    request: Request,
    account: Caller,
    year: Year = None,
    under: Organ = None,
    name: Annotated[str | None, Query(max_length=100, description="a part of the name")] = None,
    after: After = None,
    limit: Limit = 100,
) -> Response:
    """List the organs of a year, this one if left out: all, those below one, or those with a word in their name."""
    _open(request, account is not None)
    registry, chosen = service.of(request).registry, year or datetime.date.today().year
    within = registry.under(under) if under else None
    found = []
    for organ in sorted(registry.register().organs.values(), key=lambda each: each.id):
        naming = organ.at(chosen)
        if naming is None or (after is not None and organ.id <= after) or (within is not None and organ.id not in within):
            continue
        if name is None or name in naming.name:
            found.append(organization(organ, naming, chosen))
        if len(found) > limit:
            break
    shown = found[:limit]
    return answered(request, Organizations(items=shown, next=following(request, found, limit, shown[-1].id if shown else None)))


@router.get("/{organ}", response_model=Organization, responses=failing(404))
def organ(request: Request, account: Caller, organ: OrganId, year: Year = None) -> Response:
    """Give an organ as it was in a year, this one if left out."""
    _open(request, account is not None)
    chosen = year or datetime.date.today().year
    found = service.of(request).registry.register().organs.get(organ)
    naming = found.at(chosen) if found else None
    if found is None or naming is None:
        raise UnknownError("organ", id=organ)
    return answered(request, organization(found, naming, chosen))


def _open(request: Request, signed_in: bool) -> None:
    """Raise ``Problem`` (401) where nothing is shown to those who have not logged in."""
    if not signed_in and not service.of(request).settings.public:
        raise Problem(401, "log-in")
