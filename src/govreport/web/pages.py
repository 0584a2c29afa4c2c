"""Pages: a template filled in with the language, who has logged in, and what its forms must send back.

``render(request, "name.html", **values)`` answers with a page. Every template has ``say`` (the texts: ``say("page.home")``), ``lang``,
``account`` (or None), ``form_token`` (the value of the hidden field ``csrf`` of every form that posts; scripts send it as ``X-CSRF-Token``),
``plain`` (whether the page came over plain HTTP) and ``path``. Everything shown is escaped.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import TypedDict
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import HTMLResponse

from govreport.version import __version__
from govreport.web import texts
from govreport.web.accounts import passwords
from govreport.web.texts import Texts


class FormLimits(TypedDict):
    """The limits of a form, as those who take it apart call them."""

    max_files: int
    max_fields: int
    max_part_size: int


TEMPLATES = Path(__file__).with_name("templates")
LANGUAGE_COOKIE, VISIT_COOKIE, SESSION_COOKIE = "lang", "visit", "session"
YEAR = 31_536_000
FORM_TYPES = ("application/x-www-form-urlencoded", "multipart/form-data")
TOKEN_FIELD = "csrf"
FORM_LIMITS: FormLimits = {"max_files": 10, "max_fields": 10_000, "max_part_size": 2**40}
"""What a form may hold: a field, such as a page that was pasted, may be as long as a request may be, which is limited before."""


@lru_cache(maxsize=1)
def environment() -> Environment:
    """Return what fills templates in: every value is escaped, a missing one is an error."""
    found = Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    found.globals["version"] = __version__
    return found


def speech(request: Request) -> Texts:
    """Return the texts in the language of a request."""
    default = request.app.state.service.settings.language if hasattr(request.app.state, "service") else texts.LANGUAGES[0]
    asked, kept = request.query_params.get("lang"), request.cookies.get(LANGUAGE_COOKIE)
    return texts.texts(texts.chosen(asked, kept, request.headers.get("accept-language"), default))


def secure(request: Request) -> bool:
    """Return whether a request came over TLS, to us or to a proxy that is believed."""
    return request.url.scheme == "https"


def is_form(request: Request) -> bool:
    """Return whether a request brings a form, as pages send it."""
    return request.headers.get("content-type", "").partition(";")[0].strip().lower() in FORM_TYPES


def ours(request: Request) -> bool | None:
    """Return whether the browser says that a page of ours sent a request; None where it does not say."""
    site, origin = request.headers.get("sec-fetch-site"), request.headers.get("origin")
    if site:
        return None if site == "none" else site == "same-origin"
    # older browsers, and all over plain HTTP, name the origin alone, which is ours only where a proxy has left the host as it was
    return urlsplit(origin).netloc == request.url.netloc if origin else None


async def form(request: Request) -> FormData:
    """Return the form of a request."""
    return await request.form(**FORM_LIMITS)


def cookie_name(request: Request, name: str) -> str:
    """Return the name of a cookie: over TLS one that browsers keep to this host and to TLS."""
    return f"__Host-{name}" if secure(request) else name


def render(request: Request, template: str, status: int = 200, headers: Mapping[str, str] | None = None, **values: object) -> HTMLResponse:
    """Return the page that a template and values give; one that nobody may keep, for it is of whoever asks."""
    say = speech(request)
    session = request.cookies.get(cookie_name(request, SESSION_COOKIE))
    visit = session or request.cookies.get(cookie_name(request, VISIT_COOKIE))
    token = visit or passwords.new_token()
    common = {
        "say": say,
        "lang": say.lang,
        "account": getattr(request.state, "account", None),
        "form_token": passwords.form_token(token),
        "plain": not secure(request),
        "path": request.url.path,
    }
    html = environment().get_template(template).render({**common, **values})
    response = HTMLResponse(html, status, {"Cache-Control": "no-store", "Content-Language": say.lang, **(headers or {})})
    if visit is None:
        response.set_cookie(cookie_name(request, VISIT_COOKIE), token, secure=secure(request), httponly=True, samesite="strict")
    if request.query_params.get("lang") == say.lang:
        response.set_cookie(LANGUAGE_COOKIE, say.lang, YEAR, secure=secure(request), httponly=True, samesite="lax")
    return response
