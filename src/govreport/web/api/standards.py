"""The standard itself: formats, and the files of the schema in force."""

from __future__ import annotations

import mimetypes
from typing import Annotated

from fastapi import APIRouter, Path, Request
from pydantic import BaseModel
from starlette.responses import Response

from govreport.archive import UnknownError
from govreport.formats import formats
from govreport.web import service
from govreport.web.accounts.signedin import Caller
from govreport.web.answers import answered, kept
from govreport.web.api.schemas import failing

router = APIRouter(prefix="/api/v1", tags=["standard"])

SUFFIXES = (".xsd", ".sch", ".xsl", ".xml", ".json")
mimetypes.add_type("application/xml", ".xsd")
mimetypes.add_type("application/xml", ".sch")
mimetypes.add_type("application/xml", ".xsl")


class FormatShown(BaseModel):
    """A format of reports."""

    name: str
    media_type: str
    suffixes: list[str]
    reads: bool
    writes: bool


class Formats(BaseModel):
    """The formats that are read and written."""

    items: list[FormatShown]


class Files(BaseModel):
    """The files of the schema, by name; each is to be had at this address and its name."""

    items: list[str]


@router.get("/formats", response_model=Formats, responses=failing())
def list_formats(request: Request, account: Caller) -> Response:
    """List the formats of reports."""
    items = [{"name": f.name, "media_type": f.media_type, "suffixes": list(f.suffixes), "reads": f.reads, "writes": f.writes} for f in formats()]
    return answered(request, {"items": items})


@router.get("/schema", response_model=Files, responses=failing())
def schema(request: Request, account: Caller) -> Response:
    """List the files of the schema in force."""
    return answered(request, {"items": sorted(_files(request))})


@router.get(
    "/schema/{name:path}",
    response_class=Response,
    responses={200: {"description": "The file", "content": {"application/xml": {}, "application/json": {}}}, **failing(404)},
)
def schema_file(request: Request, account: Caller, name: Annotated[str, Path(max_length=200, examples=["report.xsd"])]) -> Response:
    """Give a file of the schema in force."""
    if name not in _files(request):
        raise UnknownError("file", name=name)
    data = (service.of(request).archive.standard.root / name).read_bytes()
    return kept(request, data, mimetypes.guess_type(name)[0] or "application/octet-stream", None)


def _files(request: Request) -> frozenset[str]:
    root = service.of(request).archive.standard.root
    return frozenset(path.relative_to(root).as_posix() for path in root.rglob("*") if path.suffix in SUFFIXES and path.is_file())
