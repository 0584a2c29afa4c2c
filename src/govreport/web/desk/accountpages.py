"""The accounts that one may make and change, as a page: a reviewer those of its organs, the security administrator all."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Form, Request
from starlette.responses import Response

from govreport.archive import ArchiveError, RefusedError, UnknownError
from govreport.web import authority, pages, problems, service
from govreport.web.accounts import account as accounts
from govreport.web.accounts.account import Account
from govreport.web.accounts.signedin import SignedIn, address
from govreport.web.problems import Problem

router = APIRouter(prefix="/desk/accounts", include_in_schema=False)

GOVERNORS = (accounts.SECURITY, accounts.REVIEWER)
ROLES = {accounts.SECURITY: accounts.ROLES, accounts.REVIEWER: (accounts.SUBMITTER, accounts.READER, accounts.REVIEWER)}
"""The roles that whoever makes an account can give."""

Text = Annotated[str, Form(max_length=64)]
RESET, END, AGAIN = "reset", "end", "again"


@router.get("")
def accounts_page(request: Request, asking: SignedIn) -> Response:
    """Return the accounts that one may change, and the form for a new one."""
    return _page(request, asking)


@router.post("")
def make(request: Request, asking: SignedIn, name: Text = "", role: Text = "", organ: Text = "") -> Response:
    """Make an account and show its first password, once."""
    here, new = service.of(request), Account(name.strip(), (role,), organ.strip() or None)
    _need(asking)
    try:
        authority.need(here, asking, new)
        password = here.accounts.add(new, asking.name, address=address(request))
    except (RefusedError, UnknownError, Problem) as error:
        return _page(request, asking, failed=_told(request, error), entered=new)
    return _page(request, asking, shown=(new.name, password))


@router.post("/{name}")
def change(request: Request, asking: SignedIn, name: str, do: Text) -> Response:
    """Give an account a new password, shown once, end it, or let it act again."""
    here = service.of(request)
    _need(asking)
    other = here.accounts.find(name)
    if other is None or not authority.sees(here, asking, other):
        raise UnknownError("account", name=name)
    authority.need(here, asking, other)
    if do == RESET:
        return _page(request, asking, shown=(name, here.accounts.reset(name, asking.name, address(request))))
    if do not in (END, AGAIN):
        raise Problem(422, "invalid")
    here.accounts.change(replace(other, active=do == AGAIN), asking.name, address(request))
    return _page(request, asking)


def _need(asking: Account) -> None:
    if not asking.has(*GOVERNORS):
        raise Problem(403, "not-yours")


def _told(request: Request, error: ArchiveError | Problem) -> str:
    return problems.sentence(pages.speech(request), error.reason, error.params)


def _page(request: Request, asking: Account, failed: str | None = None, shown: tuple[str, str] | None = None, entered: Account | None = None) -> Response:
    """Return the page; ``shown`` is a name and its new password, which is nowhere else."""
    _need(asking)
    here = service.of(request)
    register = here.registry.register().organs
    below = None if asking.organ is None else here.registry.under(asking.organ)
    today = here.archive.ledger.clock().year
    organs = ((id, naming.name) for id, organ in register.items() if (below is None or id in below) and (naming := organ.at(today)))
    names = {id: naming.name for id, organ in register.items() if (naming := organ.at(today))}
    found = [each for each in here.accounts.all() if each.name != asking.name and authority.governs(here, asking, each)]
    rows = [{"name": each.name, "roles": each.roles, "organ": names.get(each.organ or "", each.organ or ""), "active": each.active} for each in found]
    roles = ROLES[accounts.SECURITY if asking.has(accounts.SECURITY) else accounts.REVIEWER]
    return pages.render(
        request,
        "desk/accounts.html",
        status=422 if failed else 200,
        rows=rows,
        organs=sorted(organs),
        roles=roles,
        failed=failed,
        shown=shown,
        entered=entered,
    )
