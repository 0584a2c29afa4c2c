"""The database under the catalogue: SQLite in a file, or PostgreSQL by URL; one writer at a time, many readers."""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import fields
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.exc import DBAPIError, OperationalError, SQLAlchemyError
from sqlalchemy.pool import QueuePool

from govreport.archive.audit import ORIGIN, Head
from govreport.archive.catalogue import tables
from govreport.archive.catalogue.prepared import Plain, Prepared, Source
from govreport.archive.failures import BrokenError, need_text, of_system
from govreport.archive.locks import locked

REVISION = "0004"
"""The newest step of ``migrations/versions``."""

WAIT = 30
"""Seconds that a writer waits for another."""

CONNECTIONS = 16
"""How many connections a process keeps: as many as a service has threads by default; more are made while they are needed."""

FILE = "catalogue.sqlite"
_STEPS = Path(__file__).with_name("migrations")
DUE = "-due"
"""Behind the name of an SQLite file: what was deleted has yet to be taken out of it."""

PATIENCE = 5
"""Seconds that are waited for those who read what was deleted."""


class Database:
    """A catalogue's database; ``url`` is ``sqlite:///…`` or ``postgresql://…``, ``lock`` a file that writers lock."""

    def __init__(self, url: str, lock: Path) -> None:
        self.url = sa.make_url(url)
        if self.url.drivername == "postgresql":
            self.url = self.url.set(drivername="postgresql+psycopg")
        self.embedded = self.url.get_backend_name() == "sqlite"
        self._lock = lock
        self.read_only = self.embedded and not os.access(Path(str(self.url.database)).parent, os.W_OK)
        self.engine = self._engine()

    def _engine(self) -> Engine:
        if not self.embedded:
            return sa.create_engine(self.url, pool_pre_ping=True, pool_size=CONNECTIONS, connect_args={"connect_timeout": WAIT})
        path = Path(str(self.url.database))
        target = f"sqlite:///file:{path}?mode=ro&immutable=1&uri=true" if self.read_only else self.url
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
        with _told(self.engine), self.engine.connect() as connection:
            if not self.embedded:
                connection = connection.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
            with connection.begin():
                yield connection

    @contextmanager
    def glancing(self) -> Iterator[Source]:
        """Open a transaction as ``reading`` does, for prepared statements alone; SQLite's takes a fifth of the time of one of SQLAlchemy."""
        if not self.embedded:
            with self.reading() as connection:
                yield connection
            return
        with _told(self.engine):
            plain = self.engine.raw_connection()
            try:
                plain.cursor().execute("BEGIN")
                yield Plain(self.engine.dialect, plain)
            finally:
                # the pool ends the transaction
                plain.close()

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
    def transaction(self, *, follows: bool = False) -> Iterator[Connection]:
        """Open the transaction that writes, for whoever has the turn; after a power cut one that ``follows`` from the log may have to be made again."""
        with _told(self.engine), self.engine.connect() as connection:
            writer = connection.execution_options(writes=_FOLLOWING if follows else _DURABLE) if self.embedded else connection
            with writer.begin():
                if not self.embedded:
                    # writers on other machines do not see the file
                    writer.execute(_TURN)
                yield writer

    def revision(self) -> str | None:
        """Return the step that the tables are at, None where there are none."""
        with self.reading() as connection:
            if not sa.inspect(connection).has_table("alembic_version"):
                return None
            return connection.execute(sa.text("SELECT version_num FROM alembic_version")).scalar()

    @staticmethod
    def steps() -> list[str]:
        """Return the steps of the tables, oldest first."""
        return sorted(path.name[1:5] for path in (_STEPS / "versions").glob("v[0-9]*_*.py"))

    def upgrade(self, revision: str = REVISION) -> None:
        """Bring the tables to a step, the newest where none is given; ``base`` takes all away. An older one takes away what came after it."""
        from alembic import command
        from alembic.config import Config

        config = Config()
        config.set_main_option("script_location", str(_STEPS))
        back = revision == "base" or revision < (self.revision() or "")
        with self.writing() as connection:
            config.attributes["connection"] = connection
            (command.downgrade if back else command.upgrade)(config, revision)
            if revision != "base" and connection.execute(sa.select(tables.head.c.id)).first() is None:
                connection.execute(tables.head.insert(), {"id": 1, "sequence": 0, "hash": ORIGIN, "time": "", "settings": None})

    def prepare(self) -> None:
        """Bring the tables to the newest step if they are older; raises ``BrokenError`` where they are of a newer program."""
        found = self.revision()
        if found == REVISION:
            return
        if found is not None and found > REVISION:
            raise BrokenError("newer-catalogue", found=found, known=REVISION)
        self.upgrade()

    def forget(self) -> None:
        """Take what was deleted out of the file: of SQLite its write-ahead log; a PostgreSQL does so by its own VACUUM.

        Whoever reads what was there before has some seconds to end; what he then keeps from going is due, until ``forgotten``.
        """
        if not self.embedded:
            return
        try:
            self._due.touch()
        except OSError as error:
            raise of_system(error) from error
        end = time.monotonic() + PATIENCE
        while not self.forgotten() and time.monotonic() < end:
            time.sleep(0.05)

    def forgotten(self) -> bool:
        """Return whether nothing that was deleted is in the file any more, having taken it out where it was due and nobody reads it."""
        if not self.embedded or not self._due.exists():
            return True
        if self.read_only:
            return False
        with _told(self.engine):
            plain = self.engine.raw_connection()
            cursor = plain.cursor()
            try:
                # nobody is kept waiting for those who read
                cursor.execute("PRAGMA busy_timeout=0")
                busy = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
            finally:
                cursor.execute(f"PRAGMA busy_timeout={WAIT * 1000}")
                plain.close()
        if not busy:
            self._due.unlink(missing_ok=True)
        return not busy

    @property
    def _due(self) -> Path:
        return Path(f"{self.url.database}{DUE}")

    def close(self) -> None:
        """Give back every connection."""
        self.engine.dispose()


_FOLLOWING, _DURABLE = "NORMAL", "FULL"
"""How far SQLite goes to have a transaction on the disk: in the order of those before and behind it, or when it ends."""

_TURN = sa.text("SELECT pg_advisory_xact_lock(7305)")
_HEAD = Prepared(sa.select(*(tables.head.c[each.name] for each in fields(Head))))


def head(connection: Source) -> Head:
    """Return the end of the log as the catalogue has it."""
    row = _HEAD.row(connection, {})
    if row is None:
        raise BrokenError("catalogue", name="", detail="head")
    return Head(*row)


def _begin(connection: Connection) -> None:
    """Begin a transaction of SQLite; one that writes takes its lock at once."""
    writes = connection.get_execution_options().get("writes")
    # every transaction begins so: the way of a statement through SQLAlchemy takes ten times as long as this one itself
    cursor = connection.connection.cursor()
    if writes:
        cursor.execute(f"PRAGMA synchronous={writes}")
    cursor.execute("BEGIN IMMEDIATE" if writes else "BEGIN")


@contextmanager
def _told(engine: Engine) -> Iterator[None]:
    """Turn failures of the database and of its driver into ``BrokenError``: the first line of what it says; what it cannot be asked for is refused."""
    try:
        yield
    except UnicodeEncodeError as error:
        need_text(str(error.object))
        raise
    except (SQLAlchemyError, engine.dialect.loaded_dbapi.Error) as error:
        cause = error.orig if isinstance(error, DBAPIError) else error
        said = str(cause).strip().splitlines() or [type(error).__name__]
        raise BrokenError(_reason(error, said[0]), name="", detail=said[0]) from error


def _reason(error: Exception, said: str) -> str:
    """Return the word for a failure of the database: a server that cannot be reached is another matter than tables that cannot be read."""
    state = getattr(getattr(error, "orig", None), "sqlstate", "")
    if isinstance(error, OperationalError) and (state is None or str(state).startswith(_AWAY)):
        return "unreachable"
    return "full" if "full" in said else "read-only" if "readonly" in said or "read-only" in said else "catalogue"


_AWAY = ("08", "57P")
"""The classes of PostgreSQL's codes for connections that failed and servers that end or begin; a connection never made has no code at all."""
