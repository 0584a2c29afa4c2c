"""Accounts and their API keys, made and changed by those who may; what was tried with them, and the archive's log, for the audit administrator."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Annotated, Literal

from fastapi import APIRouter, Path, Query, Request
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import Response

from govreport.archive import UnknownError
from govreport.archive.catalogue import entries
from govreport.web import authority, service
from govreport.web.accounts.account import AUDIT, Account
from govreport.web.accounts.signedin import SignedIn, address
from govreport.web.answers import answered, kept
from govreport.web.api.schemas import ORGAN_PATTERN, failing
from govreport.web.api.sessions import AccountShown
from govreport.web.problems import Problem
from govreport.web.service import Service

router = APIRouter(prefix="/api/v1", tags=["accounts"])

Role = Literal["submitter", "reviewer", "archivist", "reader", "system", "security", "audit"]
Name = Annotated[str, Path(max_length=64, examples=["li"])]
SECRET = {"Cache-Control": "no-store"}
JSON_LIST = {"description": "Entries", "content": {"application/json": {}}}


class NewAccount(BaseModel):
    """An account to be made."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"example": {"name": "li", "roles": ["submitter"], "organ": "qingshi"}})

    name: str = Field(min_length=1, max_length=64)
    roles: list[Role] = Field(min_length=1, max_length=7)
    organ: str | None = Field(None, pattern=ORGAN_PATTERN)


class Change(BaseModel):
    """What of an account is to be otherwise; what is left out stays."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"example": {"active": False}})

    roles: list[Role] | None = Field(None, min_length=1, max_length=7)
    organ: str | None = Field(None, pattern=ORGAN_PATTERN)
    active: bool | None = None


class Password(BaseModel):
    """A first password, shown once and changed at the first log-in."""

    name: str
    password: str


class NewKey(BaseModel):
    """An API key to be made: what it is for, and for how many days, for ever if left out."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"example": {"label": "office", "days": 365}})

    label: str = Field("", max_length=200)
    days: int | None = Field(None, ge=1, le=3650)


class KeyShown(BaseModel):
    """An API key; ``key`` is there once, when it is made."""

    id: str
    label: str
    made: str
    expires: str | None = None
    ended: str | None = None
    key: str | None = None


class Accounts(BaseModel):
    """Accounts by name."""

    items: list[AccountShown]


class Keys(BaseModel):
    """The keys of an account in the order in which they were made."""

    items: list[KeyShown]


@router.get("/accounts", response_model=Accounts, responses=failing(403))
def accounts(request: Request, asking: SignedIn) -> Response:
    """List the accounts that may be seen: one's own, and those one may change."""
    here = service.of(request)
    return answered(request, {"items": [each.public() for each in here.accounts.all() if authority.sees(here, asking, each)]})


@router.post("/accounts", status_code=201, response_model=Password, responses=failing(403, 404, 409))
def make_account(request: Request, asking: SignedIn, given: NewAccount) -> Response:
    """Make an account; its first password is in the answer and nowhere else."""
    here = service.of(request)
    new = Account(given.name, tuple(dict.fromkeys(given.roles)), given.organ)
    authority.need(here, asking, new)
    password = here.accounts.add(new, asking.name, address=address(request))
    return answered(request, {"name": new.name, "password": password}, 201, SECRET)


@router.get("/accounts/{name}", response_model=AccountShown, responses=failing(403, 404))
def account(request: Request, asking: SignedIn, name: Name) -> Response:
    """Give an account."""
    return answered(request, _seen(service.of(request), asking, name).public())


@router.patch("/accounts/{name}", response_model=AccountShown, responses=failing(403, 404, 409))
def change_account(request: Request, asking: SignedIn, name: Name, given: Change) -> Response:
    """Give an account other roles or another organ, end it or let it act again; its sessions end."""
    here = service.of(request)
    old = _seen(here, asking, name)
    roles = tuple(dict.fromkeys(given.roles)) if given.roles else old.roles
    organ = given.organ if "organ" in given.model_fields_set else old.organ
    new = replace(old, roles=roles, organ=organ, active=old.active if given.active is None else given.active)
    authority.need(here, asking, old, new)
    return answered(request, here.accounts.change(new, asking.name, address(request)).public())


@router.post("/accounts/{name}/reset", response_model=Password, responses=failing(403, 404))
def reset(request: Request, asking: SignedIn, name: Name) -> Response:
    """Give an account a new password, which is in the answer and nowhere else; a lock and one-time codes are gone."""
    here = service.of(request)
    authority.need(here, asking, _seen(here, asking, name))
    return answered(request, {"name": name, "password": here.accounts.reset(name, asking.name, address(request))}, headers=SECRET)


@router.get("/accounts/{name}/keys", response_model=Keys, responses=failing(403, 404))
def keys(request: Request, asking: SignedIn, name: Name) -> Response:
    """List the keys of an account, one's own or one that one may change."""
    here = service.of(request)
    _seen(here, asking, name)
    return answered(request, {"items": [dict(each) for each in here.keys.list(name)]})


@router.post("/accounts/{name}/keys", status_code=201, response_model=KeyShown, responses=failing(403, 404))
def make_key(request: Request, asking: SignedIn, name: Name, given: NewKey) -> Response:
    """Make a key of one's own account; it is in the answer and nowhere else."""
    here = service.of(request)
    if _seen(here, asking, name).name != asking.name:
        raise Problem(403, "not-yours")
    id, key = here.keys.make(name, given.label, given.days, asking.name, address(request))
    made = next(each for each in here.keys.list(name) if each["id"] == id)
    return answered(request, {**made, "key": key}, 201, SECRET)


@router.delete("/accounts/{name}/keys/{id}", status_code=204, response_class=Response, responses=failing(403, 404))
def end_key(request: Request, asking: SignedIn, name: Name, id: Annotated[str, Path(max_length=16)]) -> Response:
    """End a key of one's own account or of one that one may change."""
    here = service.of(request)
    other = _seen(here, asking, name)
    if other.name != asking.name:
        authority.need(here, asking, other)
    here.keys.end(name, id, asking.name, address(request))
    return Response(status_code=204)


@router.get("/accesses", response_class=Response, responses={200: JSON_LIST, **failing(403)}, tags=["audit"])
def accesses(
    request: Request, asking: SignedIn, behind: Annotated[str, Query(max_length=40)] = "", limit: Annotated[int, Query(ge=1, le=1000)] = 200
) -> Response:
    """List what was tried with accounts behind an id, oldest first; for the audit administrator."""
    _audit(asking)
    found = [dict(each) for each in service.of(request).accounts.noted(behind, limit)]
    return kept(request, json.dumps(found, ensure_ascii=False).encode("utf-8"), "application/json", None)


@router.get("/audit", response_class=Response, responses={200: JSON_LIST, **failing(403)}, tags=["audit"])
def audit(request: Request, asking: SignedIn, behind: Annotated[int, Query(ge=0, le=2**53)] = 0, limit: Annotated[int, Query(ge=1, le=1000)] = 200) -> Response:
    """List the entries of the archive's log behind a number; for the audit administrator."""
    _audit(asking)
    with service.of(request).archive.reading() as connection:
        found = [event.row() for event in entries.log(connection, behind, behind + limit)]
    return kept(request, json.dumps(found, ensure_ascii=False).encode("utf-8"), "application/json", None)


def _seen(here: Service, asking: Account, name: str) -> Account:
    """Return an account that may be seen; raises ``UnknownError`` for another, as if it were not there."""
    found = here.accounts.find(name)
    if found is None or not authority.sees(here, asking, found):
        raise UnknownError("account", name=name)
    return found


def _audit(asking: Account) -> None:
    if not asking.has(AUDIT):
        raise Problem(403, "not-yours")
