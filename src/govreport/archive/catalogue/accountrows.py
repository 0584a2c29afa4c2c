"""Rows of the service's accounts, sessions, API keys and attempts, read and written; what they mean is the service's business."""

from __future__ import annotations

import secrets
import time as clock
from collections.abc import Iterator, Mapping
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from govreport.archive.catalogue.accounttables import accesses, accounts, apikeys, sessions
from govreport.archive.catalogue.prepared import Prepared, Source

Row = Mapping[str, Any]

_KEY_COLUMNS = (apikeys.c.id, apikeys.c.expires, apikeys.c.ended, *accounts.c)
_ACCOUNT = sa.select(accounts).where(accounts.c.name == sa.bindparam("name"))
_SESSION = (
    sa.select(sessions.c.digest, sessions.c.begun, sessions.c.used, *accounts.c)
    .join(accounts, accounts.c.name == sessions.c.account)
    .where(sessions.c.digest == sa.bindparam("digest"))
)
_KEY = Prepared(sa.select(*_KEY_COLUMNS).join(accounts, accounts.c.name == apikeys.c.account).where(apikeys.c.digest == sa.bindparam("digest")))
_ACCESS = accesses.insert()


def _one(result: sa.CursorResult[Any]) -> Row | None:
    row = result.mappings().first()
    return None if row is None else dict(row)


def account(connection: Connection, name: str) -> Row | None:
    """Return the row of an account, None where there is none."""
    return _one(connection.execute(_ACCOUNT, {"name": name}))


def all_accounts(connection: Connection) -> tuple[Row, ...]:
    """Return the row of every account by name."""
    return tuple(dict(row) for row in connection.execute(sa.select(accounts).order_by(accounts.c.name)).mappings())


def add_account(connection: Connection, row: Row) -> None:
    """Write a new account."""
    connection.execute(accounts.insert(), dict(row))


def change_account(connection: Connection, name: str, **values: object) -> None:
    """Write other values into an account."""
    connection.execute(accounts.update().where(accounts.c.name == name), values)


def session(connection: Connection, digest: str) -> Row | None:
    """Return when a session began and was used, with the row of its account; None where there is none."""
    return _one(connection.execute(_SESSION, {"digest": digest}))


def add_session(connection: Connection, digest: str, name: str, time: str) -> None:
    """Write a new session."""
    connection.execute(sessions.insert(), {"digest": digest, "account": name, "begun": time, "used": time})


def use_session(connection: Connection, digest: str, time: str) -> None:
    """Write when a session was used."""
    connection.execute(sessions.update().where(sessions.c.digest == digest), {"used": time})


def end_session(connection: Connection, digest: str) -> None:
    """Take a session away."""
    connection.execute(sessions.delete().where(sessions.c.digest == digest))


def end_sessions(connection: Connection, name: str | None = None, before: str | None = None) -> None:
    """Take away the sessions of an account, or those begun before a time."""
    gone = sessions.delete()
    if name is not None:
        gone = gone.where(sessions.c.account == name)
    if before is not None:
        gone = gone.where(sessions.c.begun < before)
    connection.execute(gone)


def key(connection: Source, digest: str) -> Row | None:
    """Return an API key with the row of its account, None where there is none."""
    found = _KEY.row(connection, {"digest": digest})
    return None if found is None else dict(zip((column.name for column in _KEY_COLUMNS), found, strict=True))


def key_of_id(connection: Connection, id: str) -> Row | None:
    """Return the row of an API key, its digest too; None where there is none."""
    return _one(connection.execute(sa.select(apikeys).where(apikeys.c.id == id)))


def keys(connection: Connection, name: str) -> tuple[Row, ...]:
    """Return the rows of an account's API keys in the order in which they were made."""
    return tuple(dict(row) for row in connection.execute(sa.select(apikeys).where(apikeys.c.account == name).order_by(apikeys.c.made, apikeys.c.id)).mappings())


def add_key(connection: Connection, row: Row) -> None:
    """Write a new API key."""
    connection.execute(apikeys.insert(), dict(row))


def end_keys(connection: Connection, time: str, name: str | None = None, id: str | None = None) -> None:
    """End the API keys of an account, or one of them."""
    ended = apikeys.update().where(apikeys.c.ended.is_(None))
    if name is not None:
        ended = ended.where(apikeys.c.account == name)
    if id is not None:
        ended = ended.where(apikeys.c.id == id)
    connection.execute(ended, {"ended": time})


def note(connection: Connection, time: str, name: str, action: str, subject: str, address: str) -> None:
    """Write down what was tried with an account; the id is later than those before."""
    id = f"{clock.time_ns():016x}{secrets.token_hex(8)}"
    connection.execute(_ACCESS, {"id": id, "time": time, "account": name, "action": action, "subject": subject, "address": address})


def noted(connection: Connection, behind: str, limit: int) -> Iterator[Row]:
    """Yield what was tried behind an id, oldest first."""
    query = sa.select(accesses).where(accesses.c.id > behind).order_by(accesses.c.id).limit(limit)
    yield from (dict(row) for row in connection.execute(query).mappings())
