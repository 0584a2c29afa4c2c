"""Tombstones: what is still said of a version that was withdrawn, or whose content the law had destroyed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass

from govreport.archive.audit import Event
from govreport.archive.states import WITHDRAWN, Version

WITHDRAW, REDACT, PROPOSE = "withdraw", "redact", "propose"
"""The actions that leave a tombstone, and the one by which a first person asks for a destruction."""


@dataclass(frozen=True, slots=True)
class Tombstone:
    """Which version stood there, its digests, why it is gone, by whose hand, when, and where in the log that stands.

    ``basis`` is the law that ordered the destruction, None for a withdrawal; ``by`` are those who acted, the first to ask first.
    """

    id: str
    version: int
    sha256: str
    sm3: str
    size: int
    redacted: bool
    reason: str
    basis: str | None
    by: tuple[str, ...]
    time: str
    sequence: int

    def row(self) -> dict[str, object]:
        """Return the tombstone as plain values."""
        return {**asdict(self), "by": list(self.by)}


def tombstone(version: Version, history: Iterable[Event]) -> Tombstone | None:
    """Return the tombstone of a version by the entries of the log about it, None for one that stands."""
    if version.state != WITHDRAWN:
        return None
    event = [each for each in history if each.action in (WITHDRAW, REDACT)][-1]
    asked, basis = event.data.get("proposed_by"), event.data.get("basis")
    return Tombstone(
        id=version.id,
        version=version.version,
        sha256=version.sha256,
        sm3=version.sm3,
        size=version.size,
        redacted=version.redacted,
        reason=version.remark or "",
        basis=str(basis) if basis else None,
        by=tuple(str(each) for each in (asked, event.actor) if each),
        time=event.time,
        sequence=event.sequence,
    )
