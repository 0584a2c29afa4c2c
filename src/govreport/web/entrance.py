"""The way in and out by pages: log in, log out, change the password."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Request
from starlette.responses import RedirectResponse, Response

from govreport.archive import RefusedError
from govreport.web import held, pages, problems, service
from govreport.web.accounts import passwords
from govreport.web.accounts.signedin import Caller, address, proving, session_token
from govreport.web.problems import LOGIN, PASSWORD, Problem

router = APIRouter(include_in_schema=False)

HOME = held.HOME
Text = Annotated[str, Form(max_length=400)]


@router.get(HOME)
def home(request: Request, account: Caller) -> Response:
    """Return the first page."""
    return pages.render(request, "home.html")


@router.get(LOGIN)
def login_page(request: Request, account: Caller, next: str = HOME) -> Response:
    """Return the form to log in."""
    return held.log_in(request, next)


@router.post(LOGIN)
def login(
    request: Request,
    name: Text = "",
    password: Text = "",
    code: Text = "",
    next: Annotated[str, Form(max_length=4000)] = HOME,
    typed: Annotated[str, Form(alias=held.FIELD, max_length=held.LONGEST)] = "",
) -> Response:
    """Log in and go on to the page that was asked for, or to what was typed there when the session had ended.

    A wrong name, password or code, and a locked account, all get the same answer.
    """
    here = service.of(request)
    here.limiter.login(address(request))
    if not permitted(request):
        raise Problem(403, "plain-login")
    token = here.sessions.begin(name.strip(), password, code, address(request))
    if token is None:
        return held.log_in(request, next, 401, failed=True, name=name, held=typed)
    pairs = held.unpacked(typed) if next.startswith(held.BELOW) else []
    response: Response = RedirectResponse(held.own(next), 303)
    if pairs:
        more: dict[str, object] = {"form_token": passwords.form_token(token), "account": here.sessions.account(token)}
        response = held.again(request, next, pairs, more=more)
    keep(request, response, token)
    return response


@router.post("/logout")
def logout(request: Request, account: Caller) -> Response:
    """End the session and go to the first page."""
    leave(request)
    response = RedirectResponse(HOME, 303)
    response.delete_cookie(pages.cookie_name(request, pages.SESSION_COOKIE), secure=pages.secure(request), httponly=True, samesite="strict")
    return response


@router.get(PASSWORD)
def password_page(request: Request, account: Caller) -> Response:
    """Return the form to change the password."""
    if account is None:
        raise Problem(401, "log-in")
    return pages.render(request, "password.html", failed=None)


@router.post(PASSWORD)
def password(request: Request, account: Caller, old: Text = "", new: Text = "", again: Text = "") -> Response:
    """Change the password."""
    if account is None:
        raise Problem(401, "log-in")
    here, token = service.of(request), proving(request)
    try:
        if new != again:
            raise RefusedError("password-again")
        here.sessions.change_password(account, old, new, token, address(request))
    except RefusedError as error:
        return pages.render(request, "password.html", status=422, failed=problems.sentence(pages.speech(request), error.reason, error.params))
    return RedirectResponse(HOME, 303)


def permitted(request: Request) -> bool:
    """Return whether one may log in the way the request came: over TLS, or plainly where the settings let it."""
    return pages.secure(request) or service.of(request).settings.plain_login


def keep(request: Request, response: Response, token: str) -> None:
    """Have a browser keep the token of its session, where no script and no other site can read it."""
    name = pages.cookie_name(request, pages.SESSION_COOKIE)
    response.set_cookie(name, token, secure=pages.secure(request), httponly=True, samesite="strict")


def leave(request: Request) -> None:
    """End the session of a request, if it has one."""
    token = session_token(request)
    if token is not None:
        service.of(request).sessions.end(token, request.state.account, address(request))
