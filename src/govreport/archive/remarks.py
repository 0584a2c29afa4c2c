"""What a reviewer remarked at the fields of a version."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import sqlalchemy as sa

from govreport.archive.catalogue import drafttables as tables
from govreport.archive.catalogue.database import Database
from govreport.archive.ledger import now


@dataclass(frozen=True, slots=True)
class Remark:
    """A remark at a field: its text, by whom and when."""

    field: str
    text: str
    reviewer: str
    time: str


class Remarks:
    """The remarks of an archive."""

    def __init__(self, database: Database, clock: Callable[[], datetime.datetime] = now) -> None:
        self._database, self._clock = database, clock

    def put(self, id: str, version: int, texts: Mapping[str, str], reviewer: str) -> None:
        """Keep the remarks at the fields of a version; an empty text takes a remark away."""
        columns, time = tables.remarks.c, self._clock().isoformat(timespec="milliseconds")
        rows = [
            {"id": id, "version": version, "field": field, "text": text.strip(), "reviewer": reviewer, "time": time}
            for field, text in texts.items()
            if text.strip()
        ]
        with self._database.writing() as connection:
            for field in texts:
                connection.execute(tables.remarks.delete().where(columns.id == id, columns.version == version, columns.field == field))
            if rows:
                connection.execute(tables.remarks.insert(), rows)

    def of(self, id: str, version: int) -> tuple[Remark, ...]:
        """Return the remarks at a version, by field."""
        columns = tables.remarks.c
        query = sa.select(tables.remarks).where(columns.id == id, columns.version == version).order_by(columns.field)
        with self._database.reading() as connection:
            return tuple(Remark(row.field, row.text, row.reviewer, row.time) for row in connection.execute(query))
