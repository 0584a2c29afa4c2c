"""What is asked of the log, as the catalogue has it."""

from __future__ import annotations

import json
from collections.abc import Iterator

import sqlalchemy as sa
from sqlalchemy.engine import Connection, RowMapping

from govreport.archive.audit import Event
from govreport.archive.catalogue import tables
from govreport.archive.failures import BrokenError

PAGE = 1000


def log(connection: Connection, behind: int = 0, until: int | None = None) -> Iterator[Event]:
    """Yield the entries of the log behind a number, up to another."""
    columns = tables.events.c
    query = sa.select(tables.events).where(columns.sequence > behind).order_by(columns.sequence)
    if until is not None:
        query = query.where(columns.sequence <= until)
    for page in connection.execution_options(yield_per=PAGE).execute(query).mappings().partitions():
        yield from map(_event, page)


def entry(connection: Connection, sequence: int) -> Event | None:
    """Return the entry of a number, None where there is none."""
    row = connection.execute(sa.select(tables.events).where(tables.events.c.sequence == sequence)).mappings().first()
    return None if row is None else _event(row)


def history(connection: Connection, subject: str) -> tuple[Event, ...]:
    """Return the entries of the log about a subject."""
    query = sa.select(tables.events).where(tables.events.c.subject == subject).order_by(tables.events.c.sequence)
    return tuple(map(_event, connection.execute(query).mappings()))


def _event(row: RowMapping) -> Event:
    try:
        return Event(**{**row, "data": json.loads(row["data"])})
    except (RecursionError, ValueError) as error:
        raise BrokenError("catalogue", name="", detail=f"events {row['sequence']}: {error}") from error


def accepted(connection: Connection) -> Iterator[tuple[str, str]]:
    """Yield the subject and the time of every acceptance, also of those that another archive gave, in their order."""
    events = tables.events.c
    query = sa.select(events.subject, events.time).where(events.action.in_(("accept", "import"))).order_by(events.sequence)
    yield from ((row.subject, row.time) for row in connection.execution_options(yield_per=PAGE).execute(query))
