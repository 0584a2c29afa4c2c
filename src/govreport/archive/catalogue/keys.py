"""Versions by the key under which they were handed in: their own, or one of a deposit made again, which the log alone has."""

from __future__ import annotations

import json

import sqlalchemy as sa

from govreport.archive.catalogue import tables
from govreport.archive.catalogue.prepared import Prepared, Source
from govreport.archive.catalogue.queries import VERSIONS, of_columns
from govreport.archive.states import Version, key_subject

_KEY = Prepared(VERSIONS.where(tables.versions.c.key == sa.bindparam("key")).order_by(tables.versions.c.sequence.desc()))
_ONE = Prepared(VERSIONS.where(tables.versions.c.id == sa.bindparam("id"), tables.versions.c.version == sa.bindparam("version")))
_NOTED = Prepared(sa.select(tables.events.c.data).where(tables.events.c.subject == sa.bindparam("subject")))


def of_key(connection: Source, key: str) -> Version | None:
    """Return the newest version deposited under a key of the depositor's, or handed in again under it; None where there is none."""
    row = _KEY.row(connection, {"key": key})
    if row is None:
        noted = _NOTED.row(connection, {"subject": key_subject(key)})
        row = _ONE.row(connection, {name: json.loads(noted[0])[name] for name in ("id", "version")}) if noted else None
    return of_columns(row) if row else None


def one(connection: Source, id: str, number: int) -> Version:
    """Return a version that is known to be there."""
    row = _ONE.row(connection, {"id": id, "version": number})
    assert row is not None
    return of_columns(row)
