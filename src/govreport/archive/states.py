"""The versions of a report and the states they go through; nothing but ``redact`` ever takes content away."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, fields, replace

from govreport.archive.audit import Draft, Event
from govreport.archive.digests import digest
from govreport.archive.failures import RefusedError

DRAFT, SUBMITTED, RETURNED, ACCEPTED, PUBLISHED, WITHDRAWN, REFUSED = "draft", "submitted", "returned", "accepted", "published", "withdrawn", "refused"
STATES = (DRAFT, SUBMITTED, RETURNED, ACCEPTED, PUBLISHED, WITHDRAWN, REFUSED)
DONE = (ACCEPTED, PUBLISHED)
"""The states in which a report counts."""

TRANSITIONS: Mapping[str, tuple[frozenset[str], str]] = {
    "submit": (frozenset({DRAFT, RETURNED}), SUBMITTED),
    "return": (frozenset({SUBMITTED}), RETURNED),
    "accept": (frozenset({SUBMITTED}), ACCEPTED),
    "publish": (frozenset({ACCEPTED}), PUBLISHED),
    "withdraw": (frozenset({ACCEPTED, PUBLISHED}), WITHDRAWN),
}
"""By action: the states it is possible in and the state it leads to. A refused deposit stays so; a correction is a new version."""

SECOND_PERSON = frozenset({"accept", "publish"})
"""What whoever submitted a version cannot do, whatever their roles."""

REASONED = frozenset({"return", "withdraw"})
"""What needs a reason."""


@dataclass(frozen=True, slots=True)
class Version:
    """A version of a report: one deposit. ``id`` is ``<organ>.<year>.<scope>``; ``sequence`` and ``time`` are those of its entry in the log.

    ``bundle`` is the SHA-256 of what the journal keeps, ``sealed`` the key of its OCFL object, ``inventory`` that object's SHA-512;
    ``profile`` and ``judge`` (a digest of tool, schema and rules) say by what it was judged.
    """

    id: str
    version: int
    organ: str | None
    year: int | None
    scope: str | None
    state: str
    verdict: str
    profile: str
    judge: str
    name: str
    format: str
    size: int
    sha256: str
    sm3: str
    bundle: str
    title: str | None
    errors: int
    warnings: int
    reason: str | None
    key: str | None
    deposited_by: str
    submitted_by: str | None = None
    accepted_by: str | None = None
    published_by: str | None = None
    remark: str | None = None
    sealed: str | None = None
    inventory: str | None = None
    redacted: bool = False
    sequence: int = 0
    time: str = ""

    @property
    def subject(self) -> str:
        """The version as it is named in the log."""
        return f"{self.id}@{self.version}"

    def row(self) -> dict[str, object]:
        """Return the version as it stands in the catalogue."""
        return {name: getattr(self, name) for name in COLUMNS}

    def digest(self) -> str:
        """Return the digest of all that the log records of the version."""
        return digest(self.said())

    def said(self) -> dict[str, object]:
        """Return the version as it stands in the log: without its place there."""
        row = self.row()
        del row["sequence"], row["time"]
        return row


COLUMNS = tuple(each.name for each in fields(Version))

FARTHEST = (PUBLISHED, ACCEPTED, SUBMITTED, RETURNED, DRAFT, REFUSED, WITHDRAWN)


def farthest(versions: Iterable[Version]) -> Version | None:
    """Return the version that has come farthest, of several the last, by which people are told how things stand; None where there is none."""
    return min(versions, key=lambda version: (FARTHEST.index(version.state), -version.sequence), default=None)


def submitters(history: Iterable[Event]) -> frozenset[str]:
    """Return who submitted a version, as its entries tell: also who did so before it was returned, here or where it was imported from."""
    found = set[object]()
    for event in history:
        rows = [event.row()]
        if event.action == "import":
            found.add(event.data["submitted_by"])
            rows = event.data["origin"]["history"]  # type: ignore[index]
        found.update(row["actor"] for row in rows if row["action"] == "submit")
    return frozenset(map(str, found - {None}))


def moved(version: Version, action: str, actor: str, reason: str | None, first: Collection[str]) -> Version:
    """Return the version as an action leaves it; raises ``RefusedError`` for a state, a missing reason or a second person that is the first.

    ``first`` are those of whom another has to accept and publish.
    """
    before, after = TRANSITIONS[action]
    if version.state not in before:
        raise RefusedError("state", id=version.id, version=version.version, state=version.state, action=action)
    if action in SECOND_PERSON and actor in first:
        raise RefusedError("two-persons", name=actor, action=action, id=version.id, version=version.version)
    if action in REASONED and not (reason or "").strip():
        raise RefusedError("reason", action=action)
    done = replace(version, state=after, remark=reason)
    if action == "submit":
        return replace(done, submitted_by=actor)
    if action == "accept":
        return replace(done, accepted_by=actor)
    return replace(done, published_by=actor) if action == "publish" else done


def changed(before: Version, after: Version, action: str, actor: str, **more: object) -> Draft:
    """Return the entry that leads from a version to itself changed; ``more`` stands in the log alone."""
    old, new = before.row(), after.row()
    data = {name: value for name, value in new.items() if value != old[name]}
    return Draft(actor, action, before.subject, before.digest(), after.digest(), {"id": before.id, "version": before.version, **data, **more})


def record_id(organ: str, year: int, scope: str) -> str:
    """Return the id of a report: that of its organ, the year and the scope."""
    return f"{organ}.{year}.{scope}"


def key_subject(key: str) -> str:
    """Return a depositor's key as it is named in the log, where a version that was there already was handed in under it."""
    return f"key:{key}"
