"""Files of a folder as the public gets them: ETag and Last-Modified, 304 for who has them, ranges, nothing outside the folder and nothing hidden."""

from __future__ import annotations

import base64
import hashlib
import mimetypes
import os
import re
import stat
from collections import OrderedDict
from dataclasses import dataclass
from email.utils import formatdate, parsedate_to_datetime
from pathlib import Path
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import FileResponse, RedirectResponse, Response
from starlette.types import Receive, Scope, Send

from govreport.web import problems, publishing, service
from govreport.web.accounts.signedin import caller, signed_in
from govreport.web.answers import quoted, tags
from govreport.web.problems import Problem

INDEX = "index.html"
SMALL = 512 * 1024
"""Files up to so many bytes are kept in memory while they do not change, in all up to ``KEPT`` bytes a process."""
KEPT = 64 * 1024 * 1024
FRESH = "public, no-cache"
"""Caches may keep a file and must ask whether it still holds: what is withdrawn is gone at once."""
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'{styles}; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
    "form-action 'self'; frame-ancestors 'self'; base-uri 'none'; object-src 'none'"
)
"""A page that carries its style names the digest of that style; nothing else that stands in a page counts."""
TEXT = ("text/", "application/json", "application/xml", "image/svg+xml")
TYPES = {".xsd": "application/xml", ".sch": "application/xml", ".xsl": "application/xml", ".parquet": "application/vnd.apache.parquet"}
_STYLE = re.compile(rb"<style[^>]*>(.*?)</style>", re.S)


@dataclass(frozen=True, slots=True)
class Kept:
    """A small file in memory, with the headers it goes out with, as it was at a time and size."""

    mark: tuple[int, int]
    data: bytes
    headers: dict[str, str]


class Folder:
    """Serves a folder to everybody; without one a part of the public pages, to those alone who have logged in where the settings say so."""

    def __init__(self, part: str, root: Path | None = None) -> None:
        self.part, self.root, self.shut = part, root or Path(), root is None
        self._kept: OrderedDict[str, Kept] = OrderedDict()
        self._size = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        scope["folder"] = self.part
        request = Request(scope, receive)
        if not self.root.name:
            here = service.of(request)
            self.root = publishing.folder(here.settings, here.archive) / self.part
        try:
            if request.method not in ("GET", "HEAD"):
                raise Problem(405, "http-405", {"Allow": "GET, HEAD"})
            if self.shut and not service.of(request).settings.public:
                await signed_in(await run_in_threadpool(caller, request))
            response = self._answer(request, scope["path"][len(scope["root_path"]) :])
        except Problem as error:
            response = await problems.answer(request, error)
        await response(scope, receive, send)

    def _answer(self, request: Request, path: str) -> Response:
        parts = [part for part in path.split("/") if part]
        if any(part.startswith(".") or "\0" in part or "\\" in part for part in parts):
            raise Problem(404, "http-404")
        found = self._found(self.root.joinpath(*parts))
        if stat.S_ISDIR(found.st_mode):
            if not path.endswith("/"):
                return RedirectResponse(f"{quote(request.url.path)}/", 301)
            parts.append(INDEX)
            found = self._found(self.root.joinpath(*parts))
        if not stat.S_ISREG(found.st_mode):
            raise Problem(404, "http-404")
        name, mark = "/".join(parts), (found.st_mtime_ns, found.st_size)
        if found.st_size > SMALL:
            headers = _headers(name, quoted(f"{mark[0]:x}-{mark[1]:x}"), mark[0], None)
            return _not_modified(request, headers) or FileResponse(self.root / name, headers=headers, stat_result=found)
        kept = self._kept.get(name)
        if kept is None or kept.mark != mark:
            kept = self._keep(name, mark)
        if "range" in request.headers:
            return _not_modified(request, kept.headers) or FileResponse(self.root / name, headers=kept.headers, stat_result=found)
        return _not_modified(request, kept.headers) or Response(kept.data, headers=kept.headers)

    def _found(self, path: Path) -> os.stat_result:
        try:
            return path.stat(follow_symlinks=False)
        except OSError:
            raise Problem(404, "http-404") from None

    def _keep(self, name: str, mark: tuple[int, int]) -> Kept:
        """Return a file read, and keep it in place of those asked for longest ago."""
        try:
            data = (self.root / name).read_bytes()
        except OSError:
            raise Problem(404, "http-404") from None
        kept = Kept(mark, data, _headers(name, quoted(hashlib.sha256(data).hexdigest()[:32]), mark[0], data))
        old = self._kept.pop(name, None)
        self._size += len(data) - (len(old.data) if old else 0)
        self._kept[name] = kept
        while self._size > KEPT:
            self._size -= len(self._kept.popitem(last=False)[1].data)
        return kept


def _headers(name: str, tag: str, changed: int, data: bytes | None) -> dict[str, str]:
    media = TYPES.get(Path(name).suffix) or mimetypes.guess_type(name)[0] or "application/octet-stream"
    kind = f"{media}; charset=utf-8" if media.startswith(TEXT) else media
    found = {"Content-Type": kind, "ETag": tag, "Last-Modified": formatdate(changed // 10**9, usegmt=True), "Cache-Control": FRESH, "Accept-Ranges": "bytes"}
    if media == "text/html":
        digests = (base64.b64encode(hashlib.sha256(style).digest()).decode("ascii") for style in _STYLE.findall(data or b""))
        found["Content-Security-Policy"] = POLICY.format(styles="".join(f" 'sha256-{each}'" for each in digests))
    return found


def _not_modified(request: Request, headers: dict[str, str]) -> Response | None:
    """Return the answer to who has a file already, None for who does not."""
    if "if-none-match" in request.headers:
        same = bool(tags(request, "if-none-match") & {headers["ETag"], "*"})
    else:
        same = _since(request.headers.get("if-modified-since"), headers["Last-Modified"])
    return Response(status_code=304, headers={name: value for name, value in headers.items() if name != "Content-Type"}) if same else None


def _since(asked: str | None, changed: str) -> bool:
    try:
        return asked is not None and parsedate_to_datetime(changed) <= parsedate_to_datetime(asked)
    except (TypeError, ValueError):
        return False
