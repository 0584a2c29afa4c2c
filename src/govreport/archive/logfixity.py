"""The log of a store in itself and beside the catalogue: what is wrong with it, mended from a replica that the catalogue agrees with."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from sqlalchemy.engine import Connection

from govreport.archive import audit, objects
from govreport.archive.audit import Event, Head
from govreport.archive.catalogue import database, entries
from govreport.archive.problems import Problem
from govreport.archive.store import Store, log_key

Said = tuple[str | None, tuple[int, str]]
"""What the log says of a subject: its last digest, and number and time of its first entry."""

Mend = Callable[[Problem, Mapping[str, bytes]], Problem]
"""What returns a problem as it is once the files of a replica that mend it have been told, or put in their places."""


FAR = 2**62
"""Before every number of an entry, with a minus."""


@dataclass(slots=True)
class LogFixity:
    """A check of the log of a store, beside the replica that it may be mended from.

    ``starts`` gets the numbers under which pieces were found, ``sound`` is whether all were and follow one another.
    """

    store: Store
    replica: Store | None
    mend: Mend
    starts: set[int] = field(default_factory=set)
    sound: bool = True

    def problems(self, connection: Connection, said: dict[str, Said]) -> Iterator[Problem]:
        """Yield what is wrong with the log, in itself and beside the catalogue; ``said`` gets what it says of every subject."""
        end, head = database.head(connection), Head()
        known = entries.log(connection)
        while head.sequence < end.sequence:
            key = log_key(head.sequence + 1)
            data, fault = objects.looked_at(self.store, key)
            events = _piece(data)
            broken = [Problem("ARC-CHAIN", key, sequence=each.sequence, reason=each.reason) for each in audit.verify(events, head)]
            if events and not broken and audit.written(events) != data:
                broken = [Problem("ARC-CHAIN", key, sequence=head.sequence + 1, reason="bytes")]
            if not events:
                reason = "missing" if data is None and fault == objects.MISSING else "unreadable"
                broken = [Problem("ARC-CHAIN", key, sequence=head.sequence + 1, reason=reason)]
            copy = self._copy(key, head, connection) if broken else None
            if copy is not None:
                events = _piece(copy)
                broken = [self.mend(each, {key: copy}) for each in broken]
            self.sound = self.sound and (not broken or copy is not None)
            yield from broken
            if not events:
                # what follows cannot be found without this piece: the catalogue's own copy is checked in its place
                yield from _catalogue(known, head, said)
                return
            self.starts.add(head.sequence + 1)
            for event in events:
                if event.sequence <= end.sequence and next(known, None) != event:
                    yield Problem("ARC-CATALOGUE", subject=f"events {event.sequence}", sequence=event.sequence)
                head = audit.after(event, head)
                _note(event, said)
        for event in (*entries.log(connection, -FAR, 0), *known):
            yield Problem("ARC-CATALOGUE", subject=f"events {event.sequence}", sequence=event.sequence)
        if head.sequence == end.sequence and head != end:
            yield Problem("ARC-CATALOGUE", subject="head", sequence=end.sequence)

    def _copy(self, key: str, head: Head, connection: Connection) -> bytes | None:
        """Return the replica's piece under a key, None where it does not hold behind a head or the catalogue does not agree with it."""
        data = objects.looked_at(self.replica, key)[0] if self.replica else None
        events = _piece(data)
        if not events or audit.written(events) != data or any(audit.verify(events, head)):
            return None
        return data if tuple(entries.log(connection, events[0].sequence - 1, events[-1].sequence)) == events else None


def _note(event: Event, said: dict[str, Said]) -> None:
    first = said[event.subject][1] if event.subject in said else (event.sequence, event.time)
    said[event.subject] = (event.new, first)


def _catalogue(known: Iterator[Event], head: Head, said: dict[str, Said]) -> Iterator[Problem]:
    for event in known:
        yield from (Problem("ARC-CATALOGUE", subject=f"events {each.sequence}", sequence=each.sequence) for each in audit.verify((event,), head))
        head = audit.after(event, head)
        _note(event, said)


def _piece(data: bytes | None) -> tuple[Event, ...]:
    try:
        return audit.read(data) if data else ()
    except ValueError:
        return ()
