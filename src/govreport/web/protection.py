"""What stands before every route: ids of requests, headers that keep a page from doing what we did not write, forms of other sites refused."""

from __future__ import annotations

import re
import uuid
from collections.abc import Sequence

from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from govreport.web import pages, problems
from govreport.web.accounts import passwords
from govreport.web.problems import FORM_TOKEN, Problem

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; frame-src 'self'; "
    "form-action 'self'; frame-ancestors 'self'; base-uri 'none'; object-src 'none'"
)
"""The Content-Security-Policy of pages: nothing written into a page runs or dresses it, nothing comes from elsewhere."""
DOCUMENT_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; base-uri 'none'; form-action 'none'; sandbox"
"""That of a report shown as a page of its own: it carries its style, and can do nothing."""
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
STRICT_TRANSPORT = "max-age=31536000"
PLAIN_HEADERS = tuple((name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in HEADERS.items())
TLS_HEADERS = (*PLAIN_HEADERS, (b"strict-transport-security", STRICT_TRANSPORT.encode("latin-1")))
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
TOKEN_HEADER = "X-CSRF-Token"
LOG_IN = ("POST", "/api/v1/session")
"""Whoever asks this is known by what is sent, never by a cookie."""
ID_NAME = b"x-request-id"
_ID = re.compile(r"[A-Za-z0-9._-]{1,64}")


class Headers:
    """Gives every request an id and every answer its headers, those of failures of ours too; an answer that has set one keeps its own."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        given = dict(scope["headers"]).get(ID_NAME, b"").decode("latin-1")
        id = given if _ID.fullmatch(given) else str(uuid.uuid4())
        scope.setdefault("state", {})["id"] = id
        started = False

        async def send_with_headers(message: Message) -> None:
            nonlocal started
            if message["type"] == "http.response.start":
                started = True
                own = {ID_NAME, *(name for name, _ in message["headers"])}
                wanted = TLS_HEADERS if scope["scheme"] == "https" else PLAIN_HEADERS
                kept = [each for each in message["headers"] if each[0] != ID_NAME]
                message["headers"] = [*kept, (ID_NAME, id.encode("latin-1")), *(each for each in wanted if each[0] not in own)]
            await send(message)

        try:
            await self.app(scope, receive, send_with_headers)
        except Exception as error:
            if started:
                raise
            await (await problems.answer(Request(scope, receive), error))(scope, receive, send_with_headers)


class Heads:
    """Answers HEAD as GET would be answered, without the body; what lies below ``folders`` does so itself, and reads no file for it."""

    def __init__(self, app: ASGIApp, folders: Sequence[str]) -> None:
        self.app, self.folders = app, tuple(f"{each}/" for each in folders)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http" or scope["method"] != "HEAD" or scope["path"].startswith(self.folders):
            await self.app(scope, receive, send)
            return

        async def send_empty(message: Message) -> None:
            await send({**message, "body": b""} if message["type"] == "http.response.body" else message)

        asked = {**scope, "method": "GET"}
        try:
            await self.app(asked, receive, send_empty)
        finally:
            scope["route"] = asked.get("route")


class Sizes:
    """Refuses a request that is too long: at once where it says so itself, else as soon as too much of it has come."""

    def __init__(self, app: ASGIApp, longest: int) -> None:
        self.app, self.longest = app, longest

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        said = dict(scope["headers"]).get(b"content-length", b"")
        if said.isdigit() and int(said[:20]) > self.longest:
            answer = await problems.answer(Request(scope, receive), self._too_long())
            await answer(scope, receive, send)
            return
        come = 0

        async def counted() -> Message:
            nonlocal come
            message = await receive()
            come += len(message.get("body", b""))
            if come > self.longest:
                raise self._too_long()
            return message

        await self.app(scope, counted, send)

    def _too_long(self) -> Problem:
        return Problem(413, "http-413", limit=f"{self.longest / (1 << 20):.4g}")


async def own_form(request: Request) -> None:
    """Raise ``Problem`` (403) for a change that a page of another site may have asked for: every route has this before it.

    A change that a browser makes by its cookies carries the token of our own page; one with an API key is nobody else's.
    """
    if request.method in SAFE or "authorization" in request.headers:
        return
    if pages.ours(request) is False:
        raise Problem(403, "other-site")
    form = pages.is_form(request)
    cookie = request.cookies.get(pages.cookie_name(request, pages.SESSION_COOKIE))
    if not form and request.url.path.startswith("/api/") and (cookie is None or (request.method, request.url.path) == LOG_IN):
        return  # no cookie lends this request any right; that of a session that has ended keeps no program from a new one
    cookie = cookie or request.cookies.get(pages.cookie_name(request, pages.VISIT_COOKIE))
    sent = request.headers.get(TOKEN_HEADER)
    if sent is None and form:
        found = (await pages.form(request)).get(pages.TOKEN_FIELD)
        sent = found if isinstance(found, str) else None
    if cookie is None or sent is None or not passwords.same(sent, passwords.form_token(cookie)):
        raise Problem(403, FORM_TOKEN)
