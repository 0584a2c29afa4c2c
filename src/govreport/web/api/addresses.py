"""Parameters that routes share, and pages of long lists."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from fastapi import Path, Query, Request

from govreport.web.accounts.account import Account
from govreport.web.api.schemas import ID_PATTERN, ORGAN_PATTERN
from govreport.web.rights import Rights
from govreport.web.service import of

LONGEST = 200
"""How many things a page holds at most."""

Id = Annotated[str, Path(pattern=ID_PATTERN, description="organ.year.scope", examples=["qingshi.2023.organ"])]
OrganId = Annotated[str, Path(pattern=ORGAN_PATTERN, examples=["qingshi"])]
InPath = Annotated[int, Path(ge=1, le=1_000_000, description="the version")]
Number = Annotated[int | None, Query(ge=1, le=1_000_000, description="the version; the last one that may be seen if left out")]
Organ = Annotated[str | None, Query(pattern=ORGAN_PATTERN, description="an organ's id", examples=["qingshi"])]
Year = Annotated[int | None, Query(ge=1900, le=2999, description="the reporting year", examples=[2023])]
NeededYear = Annotated[int, Query(ge=1900, le=2999, description="the reporting year", examples=[2023])]
Scope = Annotated[str | None, Query(pattern=r"^[a-z]{1,16}$", description="the scope", examples=["organ"])]
After = Annotated[str | None, Query(max_length=128, description="begin behind this id")]
Limit = Annotated[int, Query(ge=1, le=LONGEST, description="how many at most")]


def rights(request: Request, account: Account | None) -> Rights:
    """Return the rights of who asks."""
    return Rights(of(request), account)


def following(request: Request, found: Sequence[object], limit: int, last: str | None) -> str | None:
    """Return the address of the page behind one that is full, None where it is the last."""
    if len(found) <= limit or last is None:
        return None
    return str(request.url.include_query_params(after=last).replace(scheme="", netloc=""))
