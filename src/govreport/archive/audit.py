"""The audit log: entries that name the one before by its digest, so that none can be changed, taken out or put in unseen."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from govreport.archive.digests import canonical, digest, lines, sha256

ORIGIN = "0" * 64
"""What the first entry names as the one before."""


@dataclass(frozen=True, slots=True)
class Draft:
    """An entry before it has its place in the log: who did what to which subject, the digest of the subject before and after."""

    actor: str
    action: str
    subject: str
    old: str | None
    new: str | None
    data: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Event:
    """An entry of the audit log; ``time`` is UTC in ISO 8601 with microseconds, ``hash`` digests all else, ``previous`` is the hash before."""

    sequence: int
    time: str
    actor: str
    action: str
    subject: str
    old: str | None
    new: str | None
    data: Mapping[str, object]
    previous: str
    hash: str
    encoded: str = field(default="", compare=False, repr=False)
    """The canonical JSON of ``data`` where it is known: it is the most of an entry, and needed three times."""

    def line(self) -> str:
        """Return the entry as a line of JSON."""
        return _composed(self.row(), self.said) + "\n"

    @property
    def said(self) -> str:
        """The canonical JSON of ``data``."""
        return self.encoded or canonical(self.data)

    def row(self) -> dict[str, object]:
        """Return the entry as plain values."""
        return {name: getattr(self, name) for name in COLUMNS}


DRAFTED = tuple(each.name for each in fields(Draft))
COLUMNS = tuple(each.name for each in fields(Event) if each.compare)


@dataclass(frozen=True, slots=True)
class Head:
    """The end of the log: number, hash and time of its last entry; ``settings`` is the digest of the last settings that it records."""

    sequence: int = 0
    hash: str = ORIGIN
    time: str = ""
    settings: str | None = None


@dataclass(frozen=True, slots=True)
class Break:
    """A place where the log does not hold: the number of the entry and why (``sequence``, ``previous``, ``hash``, ``time``)."""

    sequence: int
    reason: str


def chained(draft: Draft, head: Head, time: str) -> Event:
    """Return a draft as the entry that follows a head."""
    said = {name: getattr(draft, name) for name in DRAFTED}
    body: dict[str, object] = {**said, "sequence": head.sequence + 1, "time": time, "previous": head.hash}
    encoded = canonical(draft.data)
    return Event(**body, hash=sha256(_composed(body, encoded).encode("utf-8")), encoded=encoded)  # type: ignore[arg-type]


def _composed(row: Mapping[str, object], data: str) -> str:
    """Return the canonical JSON of an entry of which ``data`` is the JSON of its data."""
    before = canonical({name: value for name, value in row.items() if name < "data"})
    behind = canonical({name: value for name, value in row.items() if name > "data"})
    return f'{before[:-1]},"data":{data},{behind[1:]}'


def after(event: Event, head: Head) -> Head:
    """Return the head that the log has behind an entry."""
    return Head(event.sequence, event.hash, event.time, event.new if event.action == "configure" else head.settings)


def verify(events: Iterable[Event], head: Head = Head()) -> Iterator[Break]:
    """Yield every place where entries, in their order behind a head, do not hold together."""
    for event in events:
        body = {name: getattr(event, name) for name in COLUMNS if name != "hash"}
        if event.sequence != head.sequence + 1:
            yield Break(event.sequence, "sequence")
        if event.previous != head.hash:
            yield Break(event.sequence, "previous")
        if digest(body) != event.hash:
            yield Break(event.sequence, "hash")
        if event.time <= head.time:
            yield Break(event.sequence, "time")
        head = after(event, head)


def written(events: Iterable[Event]) -> bytes:
    """Return entries as the bytes of a piece of the log."""
    return "".join(event.line() for event in events).encode("utf-8")


def read(data: bytes) -> tuple[Event, ...]:
    """Return the entries of a piece of the log; raises ``ValueError`` for bytes that are none."""
    try:
        return tuple(_of_row(json.loads(line)) for line in lines(data.decode("utf-8")))
    except (RecursionError, TypeError) as error:
        raise ValueError(str(error)) from error


_KINDS: Mapping[str, Any] = {**dict.fromkeys(COLUMNS, str), "sequence": int, "old": str | None, "new": str | None, "data": dict}


def _of_row(row: Mapping[str, object]) -> Event:
    """Return the entry of a line, which says nothing but what is digested."""
    if not isinstance(row, dict) or row.keys() != _KINDS.keys() or not all(isinstance(row[name], kind) for name, kind in _KINDS.items()):
        raise ValueError("names")
    return Event(**row)
