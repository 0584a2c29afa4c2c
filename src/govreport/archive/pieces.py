"""The pieces of the log as the store has them, and the catalogue that takes them over."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sqlalchemy.engine import Connection

from govreport.archive import audit
from govreport.archive.audit import Event, Head
from govreport.archive.catalogue import projection
from govreport.archive.failures import BrokenError
from govreport.archive.store import Store, log_key


def pieces(store: Store, behind: int = 0) -> Iterator[tuple[Event, ...]]:
    """Yield the pieces of the log behind a number, as the store has them; raises ``BrokenError`` for one that cannot be read."""
    while True:
        data = store.get(log_key(behind + 1))
        if data is None:
            return
        try:
            events = audit.read(data)
        except ValueError as error:
            raise BrokenError("log-piece", sequence=behind + 1, detail=error) from error
        if not events:
            raise BrokenError("log-piece", sequence=behind + 1, detail="empty")
        yield events
        behind = events[-1].sequence


def applied(connection: Connection, events: Sequence[Event], head: Head) -> Head:
    """Return the head behind entries of the store, which the catalogue has taken over; raises ``BrokenError`` where they do not follow."""
    broken = next(audit.verify(events, head), None)
    if broken is not None:
        raise BrokenError("log-broken", sequence=broken.sequence, detail=broken.reason)
    for event in events:
        try:
            projection.apply(connection, event)
        except (AttributeError, LookupError, TypeError, ValueError) as error:
            # its digest holds, and it says nothing that an entry says
            raise BrokenError("log-broken", sequence=event.sequence, detail=f"{event.action}: {error!r}") from error
        head = audit.after(event, head)
    projection.note(connection, events)
    projection.end(connection, head)
    return head
