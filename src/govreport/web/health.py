"""Whether the service is there, and whether it can work."""

from __future__ import annotations

from typing import Literal

from fastapi import APIRouter, Request
from pydantic import BaseModel

from govreport.archive.catalogue import database
from govreport.version import __version__
from govreport.web import service

router = APIRouter(prefix="/api/v1/health", tags=["health"])


class Health(BaseModel):
    """That the service is there, and what it is."""

    status: Literal["ok"] = "ok"
    version: str = __version__


class Readiness(Health):
    """That the archive can be read: the number of the last entry of its log."""

    sequence: int


@router.get("")
def alive() -> Health:
    """Tell that the service is there; nothing else is looked at."""
    return Health()


@router.get("/ready")
def ready(request: Request) -> Readiness:
    """Tell that the archive answers; 503 where it does not."""
    with service.of(request).archive.reading() as connection:
        return Readiness(sequence=database.head(connection).sequence)
