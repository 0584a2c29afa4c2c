"""Log-ins by programs that keep cookies, one's own password, one-time codes and API keys."""

from __future__ import annotations

from fastapi import APIRouter, Request
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import Response

from govreport.web import entrance, pages, service
from govreport.web.accounts import passwords
from govreport.web.accounts.signedin import Caller, SignedIn, address, proving, session_token
from govreport.web.answers import answered
from govreport.web.api.schemas import failing
from govreport.web.problems import Problem

router = APIRouter(prefix="/api/v1", tags=["accounts"])


class LogIn(BaseModel):
    """A log-in; ``code`` for accounts with one-time codes."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"example": {"name": "li", "password": "correct-horse-7"}})

    name: str = Field(max_length=64)
    password: str = Field(max_length=passwords.LONGEST)
    code: str = Field("", max_length=16)


class AccountShown(BaseModel):
    """An account; nothing of it is secret."""

    name: str
    roles: list[str]
    organ: str | None = None
    active: bool
    must_change_password: bool
    one_time_codes: bool


class SessionShown(BaseModel):
    """Who asks, and what a browser sends back with every change (``X-CSRF-Token``)."""

    account: AccountShown
    form_token: str | None = None


class NewPassword(BaseModel):
    """A password changed by whoever has it."""

    model_config = ConfigDict(extra="forbid")

    old: str = Field(max_length=passwords.LONGEST)
    new: str = Field(max_length=passwords.LONGEST)


class OwnCode(BaseModel):
    """One's own password, and a one-time code."""

    model_config = ConfigDict(extra="forbid")

    password: str = Field(max_length=passwords.LONGEST)
    code: str = Field(max_length=16)


class Code(OwnCode):
    """A one-time code of a key, which shows that the key has come through."""

    secret: str = Field(pattern=f"^{passwords.SECRET}$")


class Secret(BaseModel):
    """A key for one-time codes, and the same as an address that programs read."""

    secret: str
    address: str


@router.post("/session", response_model=SessionShown, responses=failing(403))
def begin(request: Request, given: LogIn) -> Response:
    """Log in: a cookie comes back. A wrong name, password or code and a locked account all get the same answer."""
    here = service.of(request)
    here.limiter.login(address(request))
    if not entrance.permitted(request):
        raise Problem(403, "plain-login")
    token = here.sessions.begin(given.name, given.password, given.code, address(request))
    if token is None:
        raise Problem(401, "log-in-failed")
    account = here.accounts.get(given.name)
    response = answered(request, {"account": account.public(), "form_token": passwords.form_token(token)}, headers={"Cache-Control": "no-store"})
    entrance.keep(request, response, token)
    return response


@router.get("/session", response_model=SessionShown, responses=failing())
def session(request: Request, account: Caller) -> Response:
    """Tell who asks."""
    if account is None:
        raise Problem(401, "log-in")
    token = session_token(request)
    shown = {"account": account.public(), **({"form_token": passwords.form_token(token)} if token else {})}
    return answered(request, shown, headers={"Cache-Control": "no-store"})


@router.delete("/session", status_code=204, response_class=Response, responses=failing(403))
def end(request: Request, account: Caller) -> Response:
    """Log out."""
    entrance.leave(request)
    response = Response(status_code=204)
    response.delete_cookie(pages.cookie_name(request, pages.SESSION_COOKIE), secure=pages.secure(request), httponly=True, samesite="strict")
    return response


@router.post("/password", status_code=204, response_class=Response, responses=failing(403))
def password(request: Request, account: Caller, given: NewPassword) -> Response:
    """Change the password of the account that has logged in; its other sessions end."""
    if account is None:
        raise Problem(401, "log-in")
    here, token = service.of(request), proving(request)
    here.sessions.change_password(account, given.old, given.new, token, address(request))
    return Response(status_code=204)


@router.get("/codes", response_model=Secret, responses=failing(403))
def new_secret(request: Request, account: SignedIn) -> Response:
    """Give a new key for one-time codes; it counts once it has been sent back with a code of it."""
    secret = passwords.new_secret()
    return answered(request, {"secret": secret, "address": passwords.secret_address(account.name, secret)}, headers={"Cache-Control": "no-store"})


@router.put("/codes", status_code=204, response_class=Response, responses=failing(403, 409))
def use_codes(request: Request, account: SignedIn, given: Code) -> Response:
    """Ask for one-time codes of a key at every log-in from now on; the account's other sessions end."""
    here, token = service.of(request), proving(request)
    here.sessions.use_codes(account, given.password, given.secret, given.code, token, address(request))
    return Response(status_code=204)


@router.post("/codes/end", status_code=204, response_class=Response, responses=failing(403))
def end_codes(request: Request, account: SignedIn, given: OwnCode) -> Response:
    """Ask for one-time codes no more."""
    proving(request)
    service.of(request).sessions.end_codes(account, given.password, given.code, address(request))
    return Response(status_code=204)
