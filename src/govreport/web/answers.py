"""Answers of the API: JSON with an ETag that is made of it, 304 for who has it already, preconditions, and the format that is asked for."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping

from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import Response

from govreport.archive.states import Version
from govreport.formats import FORMATS, Format
from govreport.web.problems import Problem

PRIVATE, PUBLIC = "private, no-cache", "public, no-cache"
"""Whether only who asked may keep an answer, or caches on the way too; either asks again whether it still holds."""


def answered(
    request: Request, value: BaseModel | Mapping[str, object], status: int = 200, headers: Mapping[str, str] | None = None, etag: str | None = None
) -> Response:
    """Return a value as JSON; the ETag is of its bytes where none is given."""
    body = value.model_dump_json(exclude_none=True) if isinstance(value, BaseModel) else json.dumps(value, ensure_ascii=False)
    return kept(request, body.encode("utf-8"), "application/json", etag, status, headers)


def kept(request: Request, data: bytes, media_type: str, etag: str | None, status: int = 200, headers: Mapping[str, str] | None = None) -> Response:
    """Return bytes with an ETag, that of their content where none is given; 304 where who asks has them already."""
    tag = etag or quoted(hashlib.sha256(data).hexdigest())
    account = getattr(request.state, "account", None)
    found = {"ETag": tag, "Cache-Control": PRIVATE if account else PUBLIC, "Vary": "Accept, Accept-Language, Authorization, Cookie", **(headers or {})}
    if status == 200 and request.method in ("GET", "HEAD") and tag in tags(request, "if-none-match"):
        return Response(status_code=304, headers=found)
    return Response(data, status, found, media_type)


def quoted(text: str) -> str:
    """Return a text as the tag of an ETag."""
    return f'"{text[:32]}"'


def version_tag(version: Version) -> str:
    """Return the ETag of a version: it changes with its state too."""
    return quoted(version.digest())


def tags(request: Request, header: str) -> frozenset[str]:
    """Return the tags that a header of preconditions lists, weak ones as strong ones."""
    return frozenset(each.strip().removeprefix("W/") for each in request.headers.get(header, "").split(",") if each.strip())


def expected(request: Request, version: Version | None) -> None:
    """Raise ``Problem`` (412) where ``If-Match`` or ``If-None-Match`` says that the report should stand otherwise; None is no report yet."""
    wanted, unwanted = tags(request, "if-match"), tags(request, "if-none-match")
    current = version_tag(version) if version else ""
    if wanted and not (current and (current in wanted or "*" in wanted)):
        raise Problem(412, "precondition")
    if unwanted and current and (current in unwanted or "*" in unwanted):
        raise Problem(412, "precondition")


def preferred(request: Request, names: Iterable[str], asked: str | None) -> Format:
    """Return the format asked for by name, or the one that ``Accept`` likes best, the first where it likes several; raises ``Problem`` (406)."""
    choice = [FORMATS[name] for name in names]
    if asked is not None:
        found = next((each for each in choice if each.name == asked), None)
        if found is None:
            raise Problem(406, "format", known=", ".join(each.name for each in choice))
        return found
    liked = media_types(request.headers.get("accept") or "*/*")
    best = max(choice, key=lambda each: quality(each.media_type, liked))
    if not quality(best.media_type, liked):
        raise Problem(406, "format", known=", ".join(each.media_type for each in choice))
    return best


def media_types(accept: str) -> dict[str, float]:
    """Return how much each media type of an ``Accept`` is liked, 0 to 1."""
    found: dict[str, float] = {}
    for part in accept.split(","):
        name, *parameters = (each.strip().lower() for each in part.split(";"))
        weight = next((each[2:] for each in parameters if each.startswith("q=")), "1")
        found[name] = float(weight) if weight.replace(".", "", 1).isdigit() else 0.0
    return found


def quality(media_type: str, liked: Mapping[str, float]) -> float:
    """Return how much a media type is liked; the most exact of what was said of it counts."""
    names = (media_type, f"{media_type.partition('/')[0]}/*", "*/*")
    return next((liked[name] for name in names if name in liked), 0.0)
