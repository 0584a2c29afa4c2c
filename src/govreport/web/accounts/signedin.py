"""Who asks, for routes: declare a parameter of one of the types below and FastAPI fills it in.

``Caller``
    the ``Account`` that has logged in or whose API key came with the request; None for anybody else
``SignedIn``
    the same, but whoever has not logged in is answered 401, or led to the log-in page where a page was asked for
``Staffed``
    the same, but for the roles that deal with reports only; others are answered 403

    @router.get("/desk")
    def desk(request: Request, account: SignedIn) -> Response:
        return pages.render(request, "desk.html", organ=account.organ)

An account with ``changing`` set must change its password first, and is answered 403 (a page: led to ``/password``) until then.
Who may see and do what is asked of ``rights``.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

from fastapi import Depends, Request

from govreport.web import pages, service
from govreport.web.accounts import account as accounts
from govreport.web.accounts.account import Account
from govreport.web.problems import CHANGE_FIRST, Problem

BEARER = "bearer "
CHALLENGE = {"WWW-Authenticate": 'Bearer realm="govreport"'}


def caller(request: Request) -> Account | None:
    """Return who asks, None for anybody; raises ``Problem`` for a key that is none, and for one request too many."""
    here = service.of(request)
    if "authorization" in request.headers:
        given = key_of(request)
        found = here.keys.account(given) if given else None
        if found is None:
            here.limiter.request(address(request))
            raise Problem(401, "key", CHALLENGE)
        found = replace(found, changing=False)  # a key is no password
    else:
        token = session_token(request)
        found = here.sessions.account(token) if token else None
    here.limiter.request(f"account:{found.name}" if found else address(request))
    request.state.account = found
    return found


Caller = Annotated[Account | None, Depends(caller)]
# what follows asks no database: as coroutines they take no thread each


async def signed_in(account: Caller) -> Account:
    """Return who asks; raises ``Problem`` for anybody who has not logged in, or must change the password first."""
    return known(account)


def known(account: Account | None) -> Account:
    """Return an account that has logged in; raises ``Problem`` for none, or one that must change its password first."""
    if account is None:
        raise Problem(401, "log-in", CHALLENGE)
    if account.changing:
        raise Problem(403, CHANGE_FIRST)
    return account


SignedIn = Annotated[Account, Depends(signed_in)]


async def staffed(account: SignedIn) -> Account:
    """Return who asks, one who deals with reports; raises ``Problem``."""
    return staff(account)


def staff(account: Account | None) -> Account:
    """Return an account that deals with reports; raises ``Problem`` for any other."""
    account = known(account)
    if not account.has(*accounts.STAFF):
        raise Problem(403, "not-yours")
    return account


Staffed = Annotated[Account, Depends(staffed)]


def key_of(request: Request) -> str:
    """Return the API key that came with a request, empty where none did."""
    given = request.headers.get("authorization", "")
    return given[len(BEARER) :].strip() if given.lower().startswith(BEARER) else ""


def session_token(request: Request) -> str | None:
    """Return the token of a browser's session, None where there is none."""
    return request.cookies.get(pages.cookie_name(request, pages.SESSION_COOKIE))


def proving(request: Request) -> str:
    """Return the token of the session in which somebody proves who they are by the password; raises ``Problem`` for none, and for one try too many."""
    token = session_token(request)
    if token is None:
        raise Problem(401, "log-in")
    service.of(request).limiter.login(address(request))
    return token


def address(request: Request) -> str:
    """Return the address that a request came from, as told by a proxy that is believed."""
    return request.client.host if request.client else "-"
