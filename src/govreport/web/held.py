"""What somebody typed into a form of ours and sent when the session had ended: held by the log-in page, and given back afterwards to be sent again.

It travels in a hidden field, escaped as everything shown, and is kept nowhere. It is sent again by a button alone, with the new page's token,
to the same page of the desks, whose rights count then.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from urllib.parse import quote_plus

from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import Response

from govreport.web import pages

BELOW = "/desk/"
"""The pages whose forms are held: none of them asks for a password."""
LONGEST = 1_000_000
"""Bytes that are held, at most, as a form is sent: a field of one may not be longer. What is longer is refused as if nothing could be held."""
FIELD, NEXT = "held", "next"
HOME = "/"
Pairs = list[tuple[str, str]]
NOTHING: Mapping[str, object] = {}


async def held(request: Request) -> Pairs:
    """Return the texts of a form that a page of ours has sent, as the browser says, by name; none for anything else, and none where they are too long."""
    if request.method != "POST" or not request.url.path.startswith(BELOW) or not pages.is_form(request) or not pages.ours(request):
        return []
    form = await pages.form(request)
    found = [(name, value) for name, value in form.multi_items() if name != pages.TOKEN_FIELD and not isinstance(value, UploadFile)]
    return found if len(quote_plus(packed(found), errors="replace")) <= LONGEST else []


def packed(pairs: Pairs) -> str:
    """Return fields as the text of one; empty where there are none."""
    return json.dumps(pairs, ensure_ascii=False) if pairs else ""


def unpacked(text: str) -> Pairs:
    """Return the fields that a text holds, none for one that was not made here."""
    with suppress(ValueError, TypeError, RecursionError):
        found = [(name, value) for name, value in json.loads(text)]
        if all(isinstance(each, str) for pair in found for each in pair):
            return found
    return []


def log_in(request: Request, next: str, status: int = 200, failed: bool = False, name: str = "", held: str = "") -> Response:
    """Return the form to log in, which leads on to a page of ours and holds what was sent there."""
    permitted = pages.secure(request) or request.app.state.service.settings.plain_login
    return pages.render(request, "login.html", status=status, next=own(next), failed=failed, name=name, permitted=permitted, held=held)


def again(request: Request, to: str, pairs: Pairs, status: int = 200, more: Mapping[str, object] = NOTHING) -> Response:
    """Return the page whose button sends again what was held; ``more`` is what else its template is told."""
    return pages.render(request, "held.html", status, None, to=own(to), pairs=pairs, **more)


def own(path: str) -> str:
    """Return a path of this service, the first page for anything else."""
    return path if path.startswith("/") and not path.startswith(("//", "/\\")) and path.isprintable() else HOME
