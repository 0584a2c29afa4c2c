"""Where changes are made: one writer at a time gives every change its place in the log, durably in the store, then in the catalogue.

A piece of the log is written once under the number of its first entry, so two writers can never both have it; what the store has and the
catalogue has not, after a crash, is applied before the next change. Changes that can be written down wait in the spool, and whoever has the
turn makes all that wait with one piece of the log and one transaction.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy.engine import Connection

from govreport.archive import audit
from govreport.archive.audit import Draft, Event, Head
from govreport.archive.catalogue import database, projection
from govreport.archive.catalogue.database import Database
from govreport.archive.catalogue.prepared import Source
from govreport.archive.configuration import Configuration
from govreport.archive.digests import digest
from govreport.archive.failures import ArchiveError, BrokenError, RefusedError, UnknownError
from govreport.archive.pieces import applied, pieces
from govreport.archive.spool import Spool
from govreport.archive.store import Store, log_key

Change = Callable[[Connection, Configuration], "Sequence[Draft]"]
"""What makes a change: it reads, and returns the entries that stand for it, none where nothing is to be changed.

It may raise ``RefusedError`` or ``UnknownError``, which concern this change alone.
"""

Entered = tuple[Sequence[Draft], Callable[[Sequence[Event]], Mapping[str, object]]]
Enter = Callable[[Source, Configuration, Mapping[str, object]], Entered]
"""What makes a change of what waits in the spool, by prepared statements alone: the entries, and what gives the answer once they have their place."""

SYSTEM = "-"
"""The actor of entries that no person made: changes of the configuration."""

_OWN = ""
"""The ticket of a request whose turn it was at once: it never waited in the spool."""

_REFUSED, _UNKNOWN = "refused", "unknown"
_ALONE: Mapping[str, type[ArchiveError]] = {_REFUSED: RefusedError, _UNKNOWN: UnknownError}


def now() -> datetime.datetime:
    """Return the time of the system's clock."""
    return datetime.datetime.now(datetime.UTC)


@dataclass
class _Made:
    """The entries made in one turn, and the head behind them."""

    head: Head
    events: list[Event]


@dataclass(eq=False)
class Ledger:
    """The writer of one archive; may be used by many threads, and many processes may have one for the same archive."""

    store: Store
    database: Database
    configuration: Configuration
    spool: Spool
    enter: Enter
    clock: Callable[[], datetime.datetime] = now

    def record(self, change: Change) -> tuple[Event, ...]:
        """Return the entries that a change has made, durable by then in store and catalogue; raises what the change raises, and ``BrokenError``."""
        with self.database.writing() as connection:
            made = self._begun(connection, self._caught_up(connection))
            settings = len(made.events)
            for draft in change(connection, self.configuration):
                self._make(connection, draft, made)
            found = tuple(made.events[settings:])
            if found:
                self._keep(connection, made)
        return found

    def together(self, data: Mapping[str, object]) -> Mapping[str, object]:
        """Return the answer to a request, recorded with all others that wait; raises what ``enter`` raises for it, and ``BrokenError``."""
        with self.database.at_once() as mine:
            answer = self._group(_OWN, data) if mine else None
        if answer is None:
            answer = self._awaited(data)
        for name, kind in _ALONE.items():
            if name in answer:
                raise kind(str(answer[name]), **answer["params"])  # type: ignore[arg-type]
        return answer

    def _awaited(self, data: Mapping[str, object]) -> Mapping[str, object]:
        """Return the answer to a request that waits for the turn, which another has; he may answer it."""
        ticket = self.spool.ask(data)
        try:
            with self.database.alone():
                answer = self.spool.answered(ticket)
                return self._group(ticket, data) if answer is None else answer
        finally:
            self.spool.withdraw(ticket)

    def _group(self, ticket: str, data: Mapping[str, object]) -> Mapping[str, object]:
        """Return the answer to one's own request, the others that wait having been recorded and answered as well."""
        waiting = {asked.ticket: asked.data for asked in self.spool.waiting()} | {ticket: data}
        try:
            answers = self._recorded(waiting)
        except BrokenError:
            if len(waiting) == 1:
                raise
            # what one of the others asked for may be at fault: they ask again
            answers = self._recorded({ticket: data})
        for other, answer in answers.items():
            if other != ticket:
                self.spool.answer(other, answer)
        return answers[ticket]

    def _recorded(self, waiting: Mapping[str, Mapping[str, object]]) -> dict[str, Mapping[str, object]]:
        # all that is written follows from the piece of the log, which is durable before it: the disk is not waited for a second time
        with self.database.following() as connection:
            head = database.head(connection)
            if not self.store.has(log_key(head.sequence + 1)):
                return self._entered(connection, head, waiting)
        with self.database.transaction() as taking_over:
            return self._entered(taking_over, self._caught_up(taking_over), waiting)

    def _entered(self, connection: Source, head: Head, waiting: Mapping[str, Mapping[str, object]]) -> dict[str, Mapping[str, object]]:
        answers: dict[str, Mapping[str, object]] = {}
        entered = []
        made = self._begun(connection, head)
        settings = len(made.events)
        for ticket, data in waiting.items():
            first = len(made.events)
            try:
                drafts, answer = self.enter(connection, self.configuration, data)
                for draft in drafts:
                    self._make(connection, draft, made)
            except (RefusedError, UnknownError) as error:
                answers[ticket] = {_REFUSED if isinstance(error, RefusedError) else _UNKNOWN: error.reason, "params": error.params}
            else:
                entered.append((ticket, answer, first, len(made.events)))
        if len(made.events) > settings:
            self._keep(connection, made)
        return answers | {ticket: answer(made.events[first:last]) for ticket, answer, first, last in entered}

    def _begun(self, connection: Source, head: Head) -> _Made:
        """Return the head, having noted the settings where they are others than before."""
        made = _Made(head, [])
        settings = self.configuration.logged()
        new = digest(settings)
        if new != made.head.settings:
            self._make(connection, Draft(SYSTEM, "configure", "settings", made.head.settings, new, settings), made)
        return made

    def _make(self, connection: Source, draft: Draft, made: _Made) -> None:
        event = audit.chained(draft, made.head, self.time(made.head))
        projection.apply(connection, event)
        made.events.append(event)
        made.head = audit.after(event, made.head)

    def _keep(self, connection: Source, made: _Made) -> None:
        # what a database refuses must not be in the log: no catalogue could be made of it
        projection.note(connection, made.events)
        projection.end(connection, made.head)
        if not self.store.put(log_key(made.events[0].sequence), audit.written(made.events)):
            raise BrokenError("log-taken", sequence=made.events[0].sequence)

    def _caught_up(self, connection: Connection) -> Head:
        head = database.head(connection)
        for piece in pieces(self.store, head.sequence):
            head = applied(connection, piece, head)
        return head

    def catch_up(self) -> int:
        """Return how many entries the store had beyond the catalogue; they are applied."""
        with self.database.reading() as connection:
            head = database.head(connection)
        if not self.store.has(log_key(head.sequence + 1)):
            return 0
        with self.database.writing() as connection:
            return self._caught_up(connection).sequence - head.sequence

    def time(self, head: Head) -> str:
        """Return the time for the entry behind a head: later than it; raises ``BrokenError`` where the clock is behind by more than it may."""
        at = self.clock()
        if head.time:
            last = datetime.datetime.fromisoformat(head.time)
            if (last - at).total_seconds() > self.configuration.clock_tolerance:
                raise BrokenError("clock", now=stamp(at), last=head.time)
            at = max(at, last + datetime.timedelta(microseconds=1))
        return stamp(at)


def stamp(time: datetime.datetime) -> str:
    """Return a time as the log writes it: UTC, microseconds, ``+00:00``."""
    return time.astimezone(datetime.UTC).isoformat(timespec="microseconds")
