"""The database under the catalogue: SQLite in a file, or PostgreSQL by URL; one writer at a time, many readers."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import fields
from pathlib import Path
from typing import Any
from urllib.parse import quote

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import QueuePool

from govreport.archive.audit import Head
from govreport.archive.catalogue import tables
from govreport.archive.catalogue.prepared import Plain, Prepared, Source
from govreport.archive.catalogue.troubles import told
from govreport.archive.failures import BrokenError, UnknownError
from govreport.archive.locks import locked

WAIT = 30
"""Seconds that a writer waits for another."""

CONNECTIONS = 16
"""How many connections a process keeps: as many as a service has threads by default; more are made while they are needed."""

FILE = "catalogue.sqlite"
_DRIVER = "postgresql+psycopg"


_AS_IT_IS = {"mode": "ro", "immutable": "1", "uri": "true"}
"""A file that nobody can write is not asked whether somebody does."""


def sqlite(path: Path) -> sa.URL:
    """Return the URL of a file of SQLite, whatever its name is."""
    return sa.URL.create("sqlite", database=str(path))


def url_of(text: str, files: bool = False) -> sa.URL:
    """Return the URL of a PostgreSQL, of ``files`` also of SQLite; raises ``UnknownError`` for any other text."""
    try:
        found = sa.make_url(text)
    except (sa.exc.ArgumentError, ValueError) as error:
        raise UnknownError("catalogue-url", name=text) from error
    if files and found.drivername == "sqlite":
        return found
    if found.drivername not in ("postgresql", _DRIVER):
        raise UnknownError("catalogue-url", name=found.render_as_string())
    return found.set(drivername=_DRIVER)


class Database:
    """A catalogue's database; ``url`` is that of ``sqlite`` or ``postgresql``, ``lock`` a file that writers lock."""

    def __init__(self, url: sa.URL, lock: Path) -> None:
        self.url = url
        self.embedded = self.url.get_backend_name() == "sqlite"
        self._lock = lock
        self.read_only = self.embedded and not os.access(Path(str(self.url.database)).parent, os.W_OK)
        self.engine = self._engine()
        self._spare: list[DBAPIConnection] = []

    def _engine(self) -> Engine:
        if not self.embedded:
            return sa.create_engine(self.url, pool_pre_ping=True, pool_size=CONNECTIONS, connect_args={"connect_timeout": WAIT})
        path = Path(str(self.url.database))
        target = sa.URL.create("sqlite", database=f"file:{quote(str(path))}", query=_AS_IT_IS) if self.read_only else self.url
        engine = sa.create_engine(target, poolclass=QueuePool, pool_size=CONNECTIONS, connect_args={"timeout": WAIT, "check_same_thread": False})
        event.listen(engine, "connect", self._prepare)
        event.listen(engine, "begin", _begin)
        return engine

    def _prepare(self, connection: Any, _: object) -> None:
        connection.isolation_level = None
        if not self.read_only:
            connection.execute("PRAGMA journal_mode=WAL")
        # what a redaction takes out must not linger in free pages
        connection.execute("PRAGMA secure_delete=ON")

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Open a transaction that only reads: what it sees does not change while it lasts."""
        with told(self.engine), self.engine.connect() as connection:
            if not self.embedded:
                connection = connection.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
            with connection.begin():
                yield connection

    @contextmanager
    def glancing(self) -> Iterator[Source]:
        """Open a transaction as ``reading`` does, for prepared statements alone; SQLite's takes a tenth of the time of one of SQLAlchemy."""
        with self._plain("BEGIN") if self.embedded else self.reading() as connection:
            yield connection

    @contextmanager
    def following(self) -> Iterator[Source]:
        """Open the transaction that writes what follows from the log, for whoever has the turn and for prepared statements alone.

        After a power cut SQLite may have to make it again.
        """
        if not self.embedded:
            with self.transaction() as connection:
                yield connection
            return
        with self._plain(_FOLLOWING, "BEGIN IMMEDIATE") as plain:
            yield plain
            plain.connection.commit()

    @contextmanager
    def _plain(self, *begun: str) -> Iterator[Plain]:
        """Open a transaction of SQLite on a connection of its driver; what was not committed is undone.

        Such connections are kept beside the pool, which takes longer to give one out than most statements take.
        """
        with told(self.engine):
            try:
                connection = self._spare.pop()
            except IndexError:
                connection = self._detached()
            try:
                for each in begun:
                    connection.cursor().execute(each)
                yield Plain(self.engine.dialect, connection)
            finally:
                connection.rollback()
                self._spare.append(connection)

    def _detached(self) -> DBAPIConnection:
        """Return a connection of the driver, made as those of the pool are and none of them."""
        proxied = self.engine.raw_connection()
        connection = proxied.dbapi_connection
        proxied.detach()
        if connection is None:
            raise BrokenError("catalogue", name="", detail="connection")
        return connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Open the one transaction that writes; others wait. It is durable when the block has ended well, else nothing has changed."""
        with self.alone(), self.transaction() as connection:
            yield connection

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Have the turn to write, which others wait for: SQLite's own lock is waited for by asking again and again."""
        with locked(self._lock, fcntl.LOCK_EX):
            yield

    @contextmanager
    def at_once(self) -> Iterator[bool]:
        """Have the turn to write where nobody has it, and yield whether that is so."""
        with locked(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB) as free:
            yield free

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """Open the transaction that writes, for whoever has the turn."""
        with told(self.engine), self.engine.connect() as connection:
            writer = connection.execution_options(writes=True) if self.embedded else connection
            with writer.begin():
                if not self.embedded:
                    # writers on other machines do not see the file
                    writer.execute(_TURN)
                yield writer

    def close(self) -> None:
        """Give back every connection."""
        self.engine.dispose()
        while self._spare:
            self._spare.pop().close()


_FOLLOWING, _DURABLE = "PRAGMA synchronous=NORMAL", "PRAGMA synchronous=FULL"
"""How far SQLite goes to have a transaction on the disk: in the order of those before and behind it, or when it ends."""

_TURN = sa.text("SELECT pg_advisory_xact_lock(7305)")
_HEAD = Prepared(sa.select(*(tables.head.c[each.name] for each in fields(Head))))


def head(connection: Source) -> Head:
    """Return the end of the log as the catalogue has it."""
    row = _HEAD.row(connection, {})
    if row is None or not isinstance(row[0], int):
        raise BrokenError("catalogue", name="", detail="head")
    return Head(*row)


def _begin(connection: Connection) -> None:
    """Begin a transaction of SQLite; one that writes takes its lock at once."""
    writes = connection.get_execution_options().get("writes", False)
    # every transaction begins so: the way of a statement through SQLAlchemy takes ten times as long as this one itself
    cursor = connection.connection.cursor()
    if writes:
        cursor.execute(_DURABLE)
    cursor.execute("BEGIN IMMEDIATE" if writes else "BEGIN")
