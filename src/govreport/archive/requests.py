"""A deposit as it is asked for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from govreport.archive.digests import sha256


@dataclass(frozen=True)
class Request:
    """A deposit as it is asked for: the bytes, their base name, and what the depositor says of them; None leaves it to the report.

    ``key`` makes the request known again (idempotency), ``reason`` says why a report that is there already is corrected. ``strict``
    refuses a report that states another year or scope than asked for; ``after`` is the last version that the depositor knows of (0 for
    none): where there is a later one, the deposit is refused.
    """

    data: bytes
    name: str
    organ: str | None = None
    year: int | None = None
    scope: str | None = None
    profile: str | None = None
    format: str | None = None
    reason: str | None = None
    key: str | None = None
    strict: bool = False
    after: int | None = None

    @property
    def place(self) -> tuple[str | None, int | None, str | None]:
        """Organ, year and scope as asked for."""
        return self.organ, self.year, self.scope

    @property
    def placed(self) -> bool:
        """Whether it says where the report belongs; else that is known once it is read, for the same bytes may have been deposited elsewhere."""
        return None not in self.place

    @cached_property
    def sha256(self) -> str:
        """The SHA-256 of the bytes."""
        return sha256(self.data)
