"""Who stood below whom, and who became part of whom, as conditions and answers of the database."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from govreport.archive.catalogue import organtables, queries, tables
from govreport.archive.catalogue.prepared import Prepared, Source
from govreport.archive.failures import UnknownError
from govreport.archive.organs import Organ, Register
from govreport.archive.states import Version

FOREVER = 9999
"""The last year of what has no end."""


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
    first, last = _year(parents.start, 0), _year(parents.end, FOREVER)
    # from which year to which: as long as every step upwards stood
    found = sa.select(sa.literal(root).label("organ"), sa.literal(0).label("first"), sa.literal(FOREVER).label("last")).cte(recursive=True)
    low, high = sa.case((first > found.c.first, first), else_=found.c.first), sa.case((last < found.c.last, last), else_=found.c.last)
    step = sa.select(parents.organ, low, high).join(found, parents.parent == found.c.organ).where(parents.kind == kind, low <= high)
    reached = found.union(step)
    always = sa.and_(reached.c.first == 0, reached.c.last == FOREVER)
    then = sa.select(reached.c.organ).where(~always, reached.c.organ == columns.organ, columns.year.between(reached.c.first, reached.c.last))
    return sa.or_(columns.organ.in_(sa.select(reached.c.organ).where(always)), then.correlate(tables.versions).exists())


def _year(day: sa.Column[str | None], without: int) -> sa.ColumnElement[int]:
    return sa.func.coalesce(sa.cast(sa.func.substr(day, 1, 4), sa.Integer), without)


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
    found = Register(organtables.of_json(row.data) for row in rows)
    if root not in found.organs:
        raise UnknownError("organ", id=root)
    return found


def versions_below(connection: Connection, root: str, year: int, kind: str) -> Iterator[Version]:
    """Yield the versions for a year of an organ and of all that stood below it then, in the order of the log."""
    columns = tables.versions.c
    query = queries.VERSIONS.where(columns.year == year, columns.organ.in_(_below(root, year, kind))).order_by(columns.sequence)
    yield from map(queries.of_columns, connection.execute(query).all())


def successions(connection: Connection, year: int) -> dict[str, tuple[str, ...]]:
    """Return, by organ that became part of others within a year, those that it became part of in the end: they themselves did not end in it."""
    columns = tables.successors.c
    query = sa.select(columns.organ, columns.successor).where(columns.day.startswith(f"{year:04}-"), columns.organ != columns.successor)
    after: dict[str, list[str]] = {}
    for row in connection.execute(query.order_by(columns.organ, columns.successor)):
        after.setdefault(row.organ, []).append(row.successor)
    return {organ: tuple(sorted(_last(organ, after))) for organ in after}


def _last(organ: str, after: Mapping[str, Sequence[str]]) -> set[str]:
    last, seen, asked = set[str](), {organ}, [organ]
    while asked:
        here = asked.pop()
        if here not in after:
            last.add(here)
        asked += [each for each in after.get(here, ()) if each not in seen]
        seen.update(asked)
    return last


def predecessors(connection: Source, organ: str, year: int) -> tuple[Organ, ...]:
    """Return the organs that became part of one within a year, at once or through others that did, by id."""
    found: dict[str, Organ] = {}
    asked = [organ]
    while asked:
        rows = _PREDECESSORS.rows(connection, {"organ": asked.pop(), "first": f"{year:04}-01-01", "last": f"{year:04}-12-31"})
        new = [each for (data,) in rows if (each := organtables.of_json(data)).id not in found and each.id != organ]
        found.update((each.id, each) for each in new)
        asked += [each.id for each in new]
    return tuple(found[id] for id in sorted(found))


_PREDECESSORS = Prepared(
    sa.select(tables.organs.c.data)
    .join(tables.successors, tables.successors.c.organ == tables.organs.c.id)
    .where(tables.successors.c.successor == sa.bindparam("organ"), tables.successors.c.organ != sa.bindparam("organ"))
    .where(tables.successors.c.day.between(sa.bindparam("first"), sa.bindparam("last")))
    .order_by(tables.organs.c.id)
)
