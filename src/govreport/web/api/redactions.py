"""Content that the law orders deleted: asked for by one person, carried out by another, as the archive does it."""

from __future__ import annotations

from typing import Literal

from fastapi import APIRouter, Request
from pydantic import BaseModel, ConfigDict, Field
from pydantic.config import JsonDict
from starlette.responses import Response

from govreport.archive.catalogue import entries, queries
from govreport.archive.redaction import proposal, redact
from govreport.archive.states import Version
from govreport.web import service
from govreport.web.accounts.account import ARCHIVIST, REVIEWER
from govreport.web.accounts.signedin import Staffed
from govreport.web.answers import answered, expected
from govreport.web.api.addresses import Id, rights
from govreport.web.api.schemas import failing
from govreport.web.problems import Problem
from govreport.web.rights import Rights

router = APIRouter(prefix="/api/v1", tags=["deposits"])

EXAMPLE: JsonDict = {"version": 1, "reason": "personal data", "basis": "PIPL, article 47"}


class Order(BaseModel):
    """Which version is to be destroyed, why, and by which law; the second person needs to say neither again."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"example": EXAMPLE})

    version: int = Field(ge=1, le=1_000_000)
    reason: str = Field("", max_length=2000)
    basis: str = Field("", max_length=400)


class Redacted(BaseModel):
    """How far a destruction has come; ``gone`` are all versions whose content went, which had the same bytes."""

    id: str
    version: int
    state: Literal["proposed", "redacted"]
    gone: list[str]


@router.post("/reports/{id}/redaction", response_model=Redacted, responses=failing(403, 404, 409, 412))
def redaction(request: Request, account: Staffed, id: Id, order: Order) -> Response:
    """Ask for the content of a version to be destroyed (a reviewer or archivist), or carry out what another person asked for (an archivist)."""
    mine = rights(request, account)
    found = mine.version(id, order.version)
    expected(request, found)
    _need(mine, found)
    done = redact(service.of(request).archive, id, account.name, found.version, order.reason, order.basis)
    gone = [each.subject for each in done.gone]
    return answered(request, Redacted(id=id, version=found.version, state="redacted" if done.done else "proposed", gone=gone))


def _need(mine: Rights, version: Version) -> None:
    """Raise ``Problem`` (403) unless an account has to do with the version as the step asks for, and with all others that would go with it."""
    with mine.service.archive.reading() as connection:
        asked = proposal(entries.history(connection, version.subject)) is not None
        same = queries.same_bytes(connection, version.sha256)
    roles = (ARCHIVIST,) if asked or version.redacted else (REVIEWER, ARCHIVIST)
    if not all(mine.covers(each.organ, *roles) for each in (version, *same)):
        raise Problem(403, "not-yours")
