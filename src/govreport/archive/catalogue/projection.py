"""From an entry of the log to rows of the catalogue. A rebuild does the same with every entry, so both come to the same tables."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from govreport.archive import organs
from govreport.archive.audit import Event, Head
from govreport.archive.catalogue import contents, organtables, tables
from govreport.archive.catalogue.prepared import Prepared, Source
from govreport.archive.states import TRANSITIONS

_NOTE, _DEPOSIT = Prepared(tables.events.insert()), Prepared(tables.versions.insert())
_UNSAID: Mapping[str, object] = dict.fromkeys(tables.versions.c.keys())
_END = Prepared(tables.head.update().where(tables.head.c.id == 1).values({name: sa.bindparam(name) for name in ("sequence", "hash", "time", "settings")}))

Apply = Callable[[Connection, Event], None]


def note(connection: Source, events: Iterable[Event]) -> None:
    """Write entries into the table of the log."""
    rows = [{**event.row(), "data": event.said} for event in events]
    if rows:
        _NOTE.run(connection, *rows)


def apply(connection: Source, event: Event) -> None:
    """Write what follows from an entry into the other tables; of a deposit by prepared statements alone."""
    if event.action in _DEPOSITS:
        _deposit(connection, event)
    elif event.action in _APPLY:
        if not isinstance(connection, Connection):
            raise TypeError(f"what follows from {event.action} is not written by prepared statements")
        _APPLY[event.action](connection, event)


def end(connection: Source, head: Head) -> None:
    """Write the end of the log."""
    values = {"sequence": head.sequence, "hash": head.hash, "time": head.time, "settings": head.settings}
    _END.run(connection, values)


def _person(connection: Connection, event: Event) -> None:
    connection.execute(tables.persons.delete().where(tables.persons.c.name == event.data["name"]))
    connection.execute(tables.persons.insert(), dict(event.data))


def _organ(connection: Connection, event: Event) -> None:
    organtables.write(connection, organs.of_row(event.data))


def _deposit(connection: Source, event: Event) -> None:
    row = {name: value for name, value in event.data.items() if name in tables.versions.c}
    _DEPOSIT.run(connection, {**_UNSAID, **row, "sequence": event.sequence, "time": event.time})


def _change(connection: Connection, event: Event) -> None:
    """Write what an entry changed in a version: ``data`` has its id, its number, the changed columns, and what stands in the log alone."""
    versions = tables.versions.c
    key = (event.data["id"], event.data["version"])
    changed = {name: value for name, value in event.data.items() if name in versions and name not in ("id", "version")}
    connection.execute(tables.versions.update().where(versions.id == key[0], versions.version == key[1]), changed)


def _redact(connection: Connection, event: Event) -> None:
    """Write that a version was redacted; what the catalogue has of its content goes with it."""
    _change(connection, event)
    contents.forget(connection, str(event.data["id"]), int(str(event.data["version"])))


_DEPOSITS = frozenset({"deposit", "import"})

_APPLY: Mapping[str, Apply] = {
    "person": _person,
    "organ": _organ,
    "seal": _change,
    "redact": _redact,
    **dict.fromkeys(TRANSITIONS, _change),
}
