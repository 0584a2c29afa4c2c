"""What the API gives and takes, as OpenAPI describes it, with an example each."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field
from pydantic.config import JsonDict

from govreport.archive.organs import Naming, Organ
from govreport.archive.states import Version
from govreport.web.answers import version_tag
from govreport.web.texts import entries

ID_PATTERN = r"^[A-Za-z0-9][A-Za-z0-9_.-]{0,127}$"
ORGAN_PATTERN = r"^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$"
EXAMPLE: JsonDict = {
    "id": "qingshi.2023.organ",
    "version": 1,
    "organ": "qingshi",
    "year": 2023,
    "scope": "organ",
    "state": "published",
    "time": "2024-01-20T08:30:00.000000+00:00",
    "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
}


class Problems(BaseModel):
    """Why a request failed (RFC 9457); ``reason`` is for programs, ``detail`` for people."""

    model_config = ConfigDict(extra="allow")

    type: str
    title: str
    status: int
    detail: str
    reason: str
    instance: str


def failing(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """Return the answers of a route that fails in these ways, as OpenAPI describes them; each may also say 400, 401, 429 and 503."""
    content = {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problems"}}}
    return {status: {"description": _word(status), "content": content} for status in sorted({400, 401, 422, 429, 503, *statuses})}


def _word(status: int) -> str:
    key = f"problem.http-{status}"
    return entries()[key]["en"] if key in entries() else "Problem"


class Record(BaseModel):
    """A version of a report. What only those see who deal with it is left out for others."""

    model_config = ConfigDict(json_schema_extra={"example": EXAMPLE})

    id: str
    version: int
    organ: str | None = None
    year: int | None = None
    scope: str | None = None
    state: Literal["draft", "submitted", "returned", "accepted", "published", "withdrawn", "refused"]
    title: str | None = None
    time: str
    sha256: str
    sm3: str
    redacted: bool = False
    etag: str
    reason: str | None = Field(None, description="why this version corrects the one before")
    remark: str | None = Field(None, description="why it was returned or withdrawn")
    verdict: str | None = None
    profile: str | None = None
    format: str | None = None
    size: int | None = None
    name: str | None = None
    errors: int | None = None
    warnings: int | None = None
    deposited_by: str | None = None
    submitted_by: str | None = None
    accepted_by: str | None = None
    published_by: str | None = None


INNER = ("verdict", "profile", "format", "size", "name", "errors", "warnings", "deposited_by", "submitted_by", "accepted_by", "published_by")
"""What only those see of a version who deal with it."""


def record(version: Version, inner: bool) -> Record:
    """Return a version as the API gives it."""
    row = {name: value for name, value in version.row().items() if name in Record.model_fields and (inner or name not in INNER)}
    return Record(**row, etag=version_tag(version))  # type: ignore[arg-type]


class Records(BaseModel):
    """A page of versions by id; ``next`` is the address of the page behind it."""

    items: list[Record]
    next: str | None = None


class Deposited(BaseModel):
    """The receipt of a deposit; the same deposit made again gets the same one."""

    id: str
    version: int
    sha256: str
    sm3: str
    size: int
    time: str
    verdict: Literal["accepted", "rejected", "undetermined"]
    state: Literal["draft", "refused"]
    profile: str
    errors: int
    warnings: int
    sequence: int


class Action(BaseModel):
    """What is to be done with a version: the last one where none is named."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"example": {"action": "return", "reason": "the table of applications is blank"}})

    action: Literal["submit", "return", "accept", "publish", "withdraw"]
    version: int | None = Field(None, ge=1, le=1_000_000)
    reason: str | None = Field(None, max_length=2000)


class Organization(BaseModel):
    """An organ as it was in a year."""

    id: str
    name: str
    kind: str | None = None
    level: str | None = None
    uscc: str | None = None
    division: str | None = None
    parents: list[str]


class Organizations(BaseModel):
    """A page of organs by id."""

    items: list[Organization]
    next: str | None = None


def organization(organ: Organ, naming: Naming, year: int) -> Organization:
    """Return an organ of a year as the API gives it."""
    parents = list(organ.parents_at(year))
    kinds = {"kind": naming.kind, "level": naming.level, "uscc": naming.uscc, "division": naming.division}
    return Organization(id=organ.id, name=naming.name, parents=parents, **kinds)
