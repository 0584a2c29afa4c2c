"""What a depositor gets for a deposit: durable by then, and the same whenever it is asked for again."""

from __future__ import annotations

from dataclasses import dataclass, field, fields

from govreport.archive.states import DRAFT, REFUSED, Version


@dataclass(frozen=True, slots=True)
class Receipt:
    """What a depositor gets: the report's id and version, digests of the bytes handed in, when, the verdict, and the place in the audit log.

    The same deposit made again gets the same receipt, whatever became of the version since; only the first one is ``new``.
    """

    id: str
    version: int
    sha256: str
    sm3: str
    size: int
    time: str
    verdict: str
    state: str
    profile: str
    errors: int
    warnings: int
    sequence: int
    new: bool = field(default=False, compare=False)

    @property
    def accepted(self) -> bool:
        """Whether the deposit became a draft: a refused one is kept too, and goes no further."""
        return self.state == DRAFT

    def row(self) -> dict[str, object]:
        """Return the receipt as plain values: what it says whenever it is given."""
        return {name: getattr(self, name) for name in _SAID}


_SAID = tuple(each.name for each in fields(Receipt) if each.compare)


def receipt(version: Version) -> Receipt:
    """Return the receipt of a version, as it was given."""
    state = DRAFT if version.verdict == "accepted" else REFUSED
    digests = (version.sha256, version.sm3, version.size, version.time)
    return Receipt(version.id, version.version, *digests, version.verdict, state, version.profile, version.errors, version.warnings, version.sequence)
