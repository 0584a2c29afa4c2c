"""Reports handed in, judged without being kept, and moved from state to state."""

from __future__ import annotations

from contextlib import suppress
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Header, Query, Request
from starlette.responses import Response

from govreport import profiles, readers, validation
from govreport.archive import Archive, UnknownError
from govreport.archive import Request as Handed
from govreport.archive.catalogue import keys
from govreport.archive.states import Version
from govreport.formats import FORMATS
from govreport.validation.render import as_object
from govreport.web import pages, service
from govreport.web.accounts.signedin import Caller, Staffed
from govreport.web.answers import answered, expected, tags, version_tag
from govreport.web.api.addresses import Id, Organ, Scope, Year, rights
from govreport.web.api.schemas import Action, Deposited, Record, failing, record
from govreport.web.direct import Direct, body
from govreport.web.handing import hand_in, own_key
from govreport.web.problems import Problem
from govreport.web.rights import Rights

router = APIRouter(prefix="/api/v1", tags=["deposits"])
handing = APIRouter(prefix="/api/v1", tags=["deposits"], route_class=Direct)

READABLE = {each.name: each for each in FORMATS.values() if each.reads}
_BODY: dict[str, Any] = {"requestBody": {"required": True, "content": {each.media_type: {"schema": {"type": "string"}} for each in READABLE.values()}}}
_BODY["requestBody"]["content"]["application/octet-stream"] = {"schema": {"type": "string", "format": "binary"}}
PROFILES = ("submission", "legacy")
EMPTY = b"<report/>"


def prepare(archive: Archive) -> None:
    """Judge something that is no report, so that nobody's report waits until schema and profile are read."""
    with suppress(profiles.ProfileError):  # every deposit says so
        chosen = profiles.load(archive.configuration.profile, archive.standard.root)
        validation.validate(EMPTY, "", archive.standard, chosen, format="xml")


Body = Annotated[bytes, Depends(body)]
Key = Annotated[str | None, Header(alias="Idempotency-Key", pattern=r"^[!-~]{1,150}$", description="the same key gets the same receipt")]
Name = Annotated[str, Query(max_length=200, description="the name of the file, for people")]
Reason = Annotated[str | None, Query(max_length=2000, description="why a report that is there already is corrected")]
Format = Annotated[str | None, Query(max_length=20, description="the format of the body; told by its content if left out", examples=["xml"])]
Profile = Annotated[str | None, Query(pattern="^(submission|legacy)$", description="the profile to judge by")]


@handing.put(
    "/reports/{id}/content",
    status_code=201,
    response_model=Deposited,
    openapi_extra=_BODY,
    responses={200: {"model": Deposited, "description": "The same deposit was made before"}, **failing(403, 404, 409, 412, 413, 415)},
)
def put_content(
    request: Request,
    account: Staffed,
    id: Id,
    data: Body,
    key: Key = None,
    name: Name = "",
    reason: Reason = None,
    format: Format = None,
    profile: Profile = None,
) -> Response:
    """Hand in a version of a report: any format, judged completely, kept with its findings whatever they are.

    201 for a new version, accepted (``draft``) or ``refused``: the receipt says which. ``If-Match`` with the ETag of the last version
    lets nobody's version be corrected unseen; ``If-None-Match: *`` takes a first version only.
    """
    organ, year, scope = _parts(id)
    mine = rights(request, account)
    mine.need_deposit(organ)
    after = _last_known(request, mine, id, key)
    handed = Handed(data, name or id, organ, year, scope, profile, _known(format), reason, key, after=after)
    return _deposited(request, mine, handed)


@handing.post(
    "/reports",
    status_code=201,
    response_model=Deposited,
    openapi_extra=_BODY,
    responses={200: {"model": Deposited, "description": "The same deposit was made before"}, **failing(403, 404, 409, 413, 415)},
)
def post_report(
    request: Request,
    account: Staffed,
    data: Body,
    organ: Organ = None,
    year: Year = None,
    scope: Scope = None,
    key: Key = None,
    name: Name = "",
    reason: Reason = None,
    format: Format = None,
    profile: Profile = None,
) -> Response:
    """Hand in a report that says itself of which year it is; it is of the account's own organ, or of the one named."""
    mine = rights(request, account)
    return _deposited(request, mine, Handed(data, name or "document", organ, year, scope, profile, _known(format), reason, key))


@router.post("/reports/{id}/actions", response_model=Record, responses=failing(403, 404, 409, 412))
def act(request: Request, account: Staffed, id: Id, action: Action) -> Response:
    """Submit, return, accept, publish or withdraw a version: the last one that may be seen where none is named."""
    mine = rights(request, account)
    found = mine.version(id, action.version)
    actor = mine.need_act(action.action, found)
    expected(request, found)
    done = service.of(request).archive.act(action.action, id, actor, found.version, action.reason)
    return answered(request, record(done, mine.works_on(done)), etag=version_tag(done))


@router.post("/validate", responses={200: {"description": "The findings", "content": {"application/json": {}}}, **failing(413, 415)}, openapi_extra=_BODY)
def validate(request: Request, account: Caller, data: Body, name: Name = "", format: Format = None, profile: Profile = None) -> Response:
    """Judge a report and keep nothing of it: the verdict, stages and findings, in the language of the request."""
    if account is None and not service.of(request).settings.public:
        raise Problem(401, "log-in")
    standard = service.of(request).archive.standard
    chosen = _known(format) or (readers.sniff(data, name, standard) if len(data) <= readers.DEFAULT.size else "text")
    found = validation.validate(data, name or "document", standard, profiles.load(profile or PROFILES[0], standard.root), format=chosen)
    return answered(request, as_object(found, pages.speech(request).lang))


def _deposited(request: Request, mine: Rights, handed: Handed) -> Response:
    receipt = hand_in(mine, handed)
    headers = {"Location": f"/api/v1/reports/{receipt.id}?version={receipt.version}"}
    return answered(request, receipt.row(), 201 if receipt.new else 200, headers)


def _parts(id: str) -> tuple[str, int, str]:
    """Return organ, year and scope of a report's id; raises ``UnknownError`` for one that is none."""
    organ, _, rest = id.partition(".")
    year, _, scope = rest.partition(".")
    if not (organ and len(year) == 4 and year.isascii() and year.isdigit() and scope.isascii() and scope.isalpha()):
        raise UnknownError("report", id=id)
    return organ, int(year), scope


def _last_known(request: Request, mine: Rights, id: str, key: str | None) -> int | None:
    """Return the number of the last version that who asks knows of, 0 for none, by the preconditions of the request.

    None without any, and for a request made again, which gets its receipt whatever has come since.
    """
    if not tags(request, "if-match") and not tags(request, "if-none-match"):
        return None
    if key is not None and mine.account is not None:
        with mine.service.archive.reading() as connection:
            if keys.of_key(connection, own_key(mine.account, key) or "") is not None:
                return None
    last: Version | None
    try:
        last = mine.version(id)
    except UnknownError:
        last = None
    expected(request, last)
    return last.version if last else 0


def _known(format: str | None) -> str | None:
    if format is not None and format not in READABLE:
        raise Problem(422, "format", known=", ".join(READABLE))
    return format
