"""One's own account as pages: what it is, and one-time codes switched on and off."""

from __future__ import annotations

import re
from typing import Annotated

from fastapi import APIRouter, Form, Request
from starlette.responses import RedirectResponse, Response

from govreport.archive import RefusedError
from govreport.web import pages, problems, service
from govreport.web.accounts import passwords
from govreport.web.accounts.account import Account
from govreport.web.accounts.signedin import SignedIn, address, proving
from govreport.web.problems import Problem
from govreport.web.symbols import qr_image

router = APIRouter(prefix="/account", include_in_schema=False)

ACCOUNT = "/account"
Text = Annotated[str, Form(max_length=400)]
GROUP = 4
"""Characters of a key that stand together where it is to be typed."""


@router.get("")
def account_page(request: Request, asking: SignedIn) -> Response:
    """Return what one's account is."""
    here = service.of(request)
    organ = here.registry.register().organs.get(asking.organ or "")
    naming = organ.at(here.archive.ledger.clock().year) if organ else None
    return pages.render(request, "account.html", organ=naming.name if naming else asking.organ)


@router.get("/codes")
def codes_page(request: Request, asking: SignedIn) -> Response:
    """Return the form to switch one-time codes on, with a new key, or off."""
    return _page(request, asking)


@router.post("/codes")
def use_codes(request: Request, asking: SignedIn, secret: Text = "", password: Text = "", code: Text = "") -> Response:
    """Switch one-time codes on: the key is that of the page, which is shown again where something was wrong."""
    token, known = proving(request), re.fullmatch(passwords.SECRET, secret)
    if known is None:
        raise Problem(422, "invalid")
    try:
        service.of(request).sessions.use_codes(asking, password, secret, code, token, address(request))
    except RefusedError as error:
        return _page(request, asking, error, secret)
    return RedirectResponse(ACCOUNT, 303)


@router.post("/codes/end")
def end_codes(request: Request, asking: SignedIn, password: Text = "", code: Text = "") -> Response:
    """Switch one-time codes off."""
    proving(request)
    try:
        service.of(request).sessions.end_codes(asking, password, code, address(request))
    except RefusedError as error:
        return _page(request, asking, error)
    return RedirectResponse(ACCOUNT, 303)


def _page(request: Request, asking: Account, error: RefusedError | None = None, secret: str = "") -> Response:
    """Return the page of one-time codes; a key that is on the way stays the same, since a telephone has it already."""
    failed = problems.sentence(pages.speech(request), error.reason, error.params) if error else None
    key = "" if asking.one_time else secret or passwords.new_secret()
    groups = [key[at : at + GROUP] for at in range(0, len(key), GROUP)]
    image = qr_image(passwords.secret_address(asking.name, key)) if key else ""
    return pages.render(request, "codes.html", status=422 if failed else 200, failed=failed, secret=key, groups=groups, image=image)
