"""Answers to requests that fail: problem+json (RFC 9457) under ``/api``, a page elsewhere."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any
from urllib.parse import quote

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, RedirectResponse, Response

from govreport.archive import ArchiveError, BrokenError, RefusedError
from govreport.web import held, pages
from govreport.web.texts import Texts

MEDIA_TYPE = "application/problem+json"
TYPE = "urn:govreport:problem:"
LOGIN, PASSWORD = "/login", "/password"
CHANGE_FIRST = "password-first"
"""The reason that leads a page to where the password is changed."""
FORM_TOKEN = "form-token"
"""The reason for which a form is refused that a page of ours sent under another session."""

FORBIDDEN = ("role", "two-persons", "two-redact")
CONFLICTS = ("state", "key-taken", "correction", "changed", "last-archivist", "account-taken", "codes-on")
PARAMETERS = ("action", "state")
"""Parameters of failures that have words of their own."""
RETRY_AFTER = "10"
"""Seconds after which it may be asked again whether an archive that could not work can."""
ROLES = "roles"
"""The parameter that names several of them."""


class Problem(HTTPException):
    """Raised to answer with a problem: ``reason`` is the last part of a text's key (``problem.<reason>``), ``params`` are filled into it."""

    def __init__(self, status: int, reason: str, headers: Mapping[str, str] | None = None, **params: object) -> None:
        super().__init__(status, reason, dict(headers) if headers else None)
        self.reason, self.params = reason, params


def install(app: FastAPI) -> None:
    """Have an application answer failures in our words."""
    for kind in (HTTPException, RequestValidationError, ArchiveError, Exception):
        app.add_exception_handler(kind, answer)


async def answer(request: Request, error: Exception) -> Response:
    """Return the answer to a request that has failed."""
    status, reason, params = _told(error)
    headers = dict(getattr(error, "headers", None) or {})
    say = pages.speech(request)
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        _note(request, reason, error)
    if isinstance(error, BrokenError):
        headers.setdefault("Retry-After", RETRY_AFTER)
        # what the system said names its files and servers, which is for the log alone
        detail = say(f"problem.{reason}" if say.has(f"problem.{reason}") else "problem.broken")
    else:
        detail = sentence(say, reason, params)
    title = HTTPStatus(status).phrase
    if request.url.path.startswith("/api/"):
        found: dict[str, Any] = {"type": TYPE + reason, "title": title, "status": int(status), "detail": detail, "reason": reason}
        found["instance"] = f"urn:govreport:request:{request.state.id}"
        if isinstance(error, RequestValidationError):
            found["errors"] = [{"at": ".".join(map(str, each["loc"])), "detail": _wrong(say, each)} for each in error.errors()]
        return JSONResponse(found, status, {**headers, "Content-Language": say.lang}, MEDIA_TYPE)
    if status == HTTPStatus.UNAUTHORIZED and request.method in ("GET", "HEAD"):
        return RedirectResponse(f"{LOGIN}?next={quote(request.url.path)}", HTTPStatus.SEE_OTHER)
    if reason == CHANGE_FIRST and request.method in ("GET", "HEAD"):
        return RedirectResponse(PASSWORD, HTTPStatus.SEE_OTHER)
    if status == HTTPStatus.UNAUTHORIZED or reason == FORM_TOKEN:
        pairs = await held.held(request)
        if pairs:
            there = request.url.path + (f"?{request.url.query}" if request.url.query else "")
            return held.again(request, there, pairs, status) if reason == FORM_TOKEN else held.log_in(request, there, status, held=held.packed(pairs))
    return pages.render(request, "problem.html", status=status, headers=headers, detail=detail, code=status)


def _note(request: Request, reason: str, error: Exception) -> None:
    """Write down a failure of ours: one line where it is known what failed, a traceback where it is not."""
    known = isinstance(error, BrokenError)
    logging.getLogger("govreport.web").error("%s %s: %s", request.method, request.url.path, error if known else reason, exc_info=None if known else error)


def sentence(say: Texts, reason: str, params: Mapping[str, Any]) -> str:
    """Return the words for a reason: ``problem.<reason>``, else what the command line says."""
    words = {name: _in_words(say, name, value) for name, value in params.items()}
    for key in (f"problem.{reason}", f"error.archive.{reason}"):
        if say.has(key):
            return say(key, **words)
    return say("problem.other", reason=reason)


def _wrong(say: Texts, error: Mapping[str, Any]) -> str:
    """Return what is wrong with one item of a request; in the words of the checker where there are none of ours."""
    key = f"invalid.{error['type']}"
    return say(key, **error.get("ctx", {})) if say.has(key) else str(error["msg"])


def _in_words(say: Texts, name: str, value: object) -> object:
    if name == ROLES:
        return say("archive.comma").join(str(_in_words(say, "role", role)) for role in str(value).split())
    key = f"archive.{name}.{value}"
    return say(key) if name in (*PARAMETERS, "role") and say.has(key) else value


def _told(error: Exception) -> tuple[int, str, Mapping[str, Any]]:
    """Return status, reason and parameters of a failure."""
    if isinstance(error, Problem):
        return error.status_code, error.reason, error.params
    if isinstance(error, HTTPException):
        return error.status_code, f"http-{error.status_code}", {}
    if isinstance(error, RequestValidationError):
        return HTTPStatus.UNPROCESSABLE_ENTITY, "invalid", {}
    if isinstance(error, ArchiveError):
        return _archive_status(error), error.reason, error.params
    return HTTPStatus.INTERNAL_SERVER_ERROR, "failed", {}


def _archive_status(error: ArchiveError) -> int:
    if isinstance(error, BrokenError):
        return HTTPStatus.SERVICE_UNAVAILABLE
    if not isinstance(error, RefusedError):
        return HTTPStatus.GONE if error.reason == "redacted" else HTTPStatus.NOT_FOUND
    if error.reason in FORBIDDEN:
        return HTTPStatus.FORBIDDEN
    return HTTPStatus.CONFLICT if error.reason in CONFLICTS else HTTPStatus.UNPROCESSABLE_ENTITY
