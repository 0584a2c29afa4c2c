"""Who stood below whom, and who became part of whom, as conditions and answers of the database."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from govreport.archive import organs
from govreport.archive.catalogue import queries, tables
from govreport.archive.failures import UnknownError
from govreport.archive.organs import Register
from govreport.archive.states import Version


def _below(root: str, year: int, kind: str) -> sa.Select[tuple[str]]:
    """Return what selects the ids of an organ and of all that stood below it in a year."""
    parents = tables.parents.c
    found = sa.select(sa.literal(root).label("organ")).cte(recursive=True)
    step = sa.select(parents.organ).join(found, parents.parent == found.c.organ).where(parents.kind == kind, _meets(parents, year))
    return sa.select(found.union(step).c.organ)


def stood_below(root: str, year: int | None, kind: str) -> sa.ColumnElement[bool]:
    """Return the condition that a version is of an organ or of one that stood below it in the year of the report."""
    columns, parents = tables.versions.c, tables.parents.c
    if year is not None:
        return columns.organ.in_(_below(root, year, kind))
    years = sa.select(columns.year).where(columns.year.is_not(None)).distinct().subquery()
    found = sa.select(sa.literal(root).label("organ"), years.c.year).cte(recursive=True)
    step = sa.select(parents.organ, found.c.year).join(found, parents.parent == found.c.organ)
    reached = found.union(step.where(parents.kind == kind, _meets(parents, found.c.year)))
    return sa.tuple_(columns.organ, columns.year).in_(sa.select(reached.c.organ, reached.c.year))


def was_of_level(level: str) -> sa.ColumnElement[bool]:
    """Return the condition that a version is of an organ that was of a level in the year of the report."""
    columns, namings = tables.versions.c, tables.namings.c
    return sa.exists().where(namings.organ == columns.organ, namings.level == level, _meets(namings, columns.year))


def _meets(spans: Any, year: sa.ColumnElement[int | None] | int) -> sa.ColumnElement[bool]:
    """Return the condition that the span of a row has a day of a year."""
    text = sa.cast(year, sa.String)
    return sa.and_(sa.or_(spans.start.is_(None), spans.start <= text + "-12-31"), sa.or_(spans.end.is_(None), spans.end >= text + "-01-01"))


def below(connection: Connection, root: str, year: int, kind: str) -> Register:
    """Return the register of an organ and of all that stood below it in a year, by area or by line; raises ``UnknownError``."""
    rows = connection.execute(sa.select(tables.organs.c.data).where(tables.organs.c.id.in_(_below(root, year, kind))))
    found = Register(organs.of_row(json.loads(row.data)) for row in rows)
    if root not in found.organs:
        raise UnknownError("organ", id=root)
    return found


def versions_below(connection: Connection, root: str, year: int, kind: str) -> Iterator[Version]:
    """Yield the versions for a year of an organ and of all that stood below it then, in the order of the log."""
    columns = tables.versions.c
    query = sa.select(tables.versions).where(columns.year == year, columns.organ.in_(_below(root, year, kind))).order_by(columns.sequence)
    yield from (queries.of_row(dict(row)) for row in connection.execute(query).mappings())


def successions(connection: Connection, year: int) -> tuple[tuple[str, str], ...]:
    """Return (organ, successor) for every organ that became part of others within a year."""
    columns = tables.successors.c
    query = sa.select(columns.organ, columns.successor).where(columns.day.startswith(f"{year:04}-"), columns.organ != columns.successor)
    return tuple((row.organ, row.successor) for row in connection.execute(query.order_by(columns.organ, columns.successor)))
