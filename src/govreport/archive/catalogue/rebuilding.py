"""The catalogue made anew from the store, and two catalogues compared."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from govreport.archive.audit import Head
from govreport.archive.catalogue import contents, tables
from govreport.archive.catalogue.database import Database
from govreport.archive.digests import canonical
from govreport.archive.failures import BrokenError
from govreport.archive.pieces import applied, pieces
from govreport.archive.store import LOG, Store

PAGE = 1000
BESIDE = ("-wal", "-shm")


def rebuild(database: Database, store: Store) -> Head:
    """Return the end of the log, from which every table that follows from it has been made anew, in one transaction.

    Contents are emptied and taken in again when they are next asked for.
    Raises ``BrokenError`` where the log of the store does not hold together; then nothing has changed.
    """
    with database.writing() as connection:
        return made_anew(connection, store)


def made_anew(connection: Connection, store: Store) -> Head:
    """Return the same within the transaction of whoever has the turn to write."""
    for table in tables.PROJECTED:
        connection.execute(table.delete())
    connection.execute(tables.head.insert(), {"id": 1, **asdict(Head())})
    contents.clear(connection)
    head = Head()
    for piece in pieces(store):
        head = applied(connection, piece, head)
    beyond = next((each.key for each in store.list(LOG) if _first(each.key) > head.sequence), None)
    if beyond is not None:
        raise BrokenError("log-gap", sequence=head.sequence + 1, key=beyond)
    return head


def _first(key: str) -> int:
    name = key.rpartition("/")[2]
    return int(name) if name.isdigit() else 0


def set_aside(path: Path) -> Path | None:
    """Return where an SQLite file that cannot be used was moved to, None where there is none."""
    if not path.exists():
        return None
    aside = path.with_name(f"{path.name}.damaged-{datetime.now(UTC):%Y%m%dT%H%M%S%f}")
    path.rename(aside)
    for suffix in BESIDE:
        beside = path.with_name(path.name + suffix)
        if beside.exists():
            beside.rename(aside.with_name(aside.name + suffix))
    return aside


def rows(connection: Connection, table: sa.Table) -> Iterator[dict[str, object]]:
    """Yield the rows of a table in the order of its key."""
    query = sa.select(table).order_by(*table.primary_key.columns)
    for page in connection.execute(query, execution_options={"yield_per": PAGE}).mappings().partitions():
        yield from (dict(row) for row in page)


def dump(connection: Connection) -> Iterator[str]:
    """Yield every row that follows from the log as a line; equal catalogues, whatever their database, give equal lines."""
    for table in tables.PROJECTED:
        lines = (f"{table.name} {canonical(row)}\n" for row in rows(connection, table))
        # databases sort texts by rules of their own
        yield from lines if table in (tables.head, tables.events) else sorted(lines)


def digest(connection: Connection) -> str:
    """Return the SHA-256 of ``dump``."""
    found = hashlib.sha256()
    for line in dump(connection):
        found.update(line.encode("utf-8"))
    return found.hexdigest()
