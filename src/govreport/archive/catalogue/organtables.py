"""The tables of organs: what can be asked of an organ as rows, all of which follow from what the log says of it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from govreport.archive import organs
from govreport.archive.catalogue import tables
from govreport.archive.digests import canonical
from govreport.archive.failures import BrokenError
from govreport.archive.organs import Organ, Span

Rows = Mapping[sa.Table, list[dict[str, object]]]


def write(connection: Connection, organ: Organ) -> None:
    """Write the rows of an organ in the place of those that it has."""
    made = _rows(organ)
    for table in made:
        connection.execute(table.delete().where(_id(table) == organ.id))
    for table, rows in made.items():
        if rows:
            connection.execute(table.insert(), rows)


def unlike(connection: Connection) -> list[str]:
    """Return the ids of the organs whose rows are not those that are written of them; raises ``BrokenError`` where one cannot be read."""
    found: set[tuple[str, str, str]] = set()
    wanted: set[tuple[str, str, str]] = set()
    for table in (tables.organs, tables.namings, tables.parents, tables.successors):
        for row in connection.execute(sa.select(table)).mappings():
            found.add((row[_id(table)], table.name, canonical(dict(row))))
    for data in connection.execute(sa.select(tables.organs.c.data)).scalars():
        organ = of_json(data)
        wanted.update((organ.id, table.name, canonical(row)) for table, rows in _rows(organ).items() for row in rows)
    return sorted({id for id, _, _ in found ^ wanted})


@lru_cache(maxsize=4096)
def of_json(text: str) -> Organ:
    """Return the organ of a row as the catalogue keeps it: JSON, of which the same is read once; raises ``BrokenError`` for a text that is none."""
    try:
        return organs.of_row(json.loads(text))
    except (AttributeError, LookupError, RecursionError, TypeError, ValueError) as error:
        raise BrokenError("catalogue", name="", detail=f"organs: {error}") from error


def _id(table: sa.Table) -> sa.Column[str]:
    return table.c.id if table is tables.organs else table.c.organ


def _rows(organ: Organ) -> Rows:
    fates = (organ.succession,) if organ.succession else ()
    return {
        tables.organs: [{"id": organ.id, **_span(organ.span), "data": canonical(organ.row())}],
        tables.namings: [
            {
                "organ": organ.id,
                "ordinal": at,
                "name": each.name,
                "kind": each.kind,
                "level": each.level,
                "uscc": each.uscc,
                "division": each.division,
                **_span(each.span),
            }
            for at, each in enumerate(organ.namings)
        ],
        tables.parents: [
            {"organ": organ.id, "ordinal": at, "parent": each.organ, "kind": each.kind, **_span(each.span)} for at, each in enumerate(organ.parents)
        ],
        tables.successors: [
            {"organ": organ.id, "successor": each, "day": fate.day.isoformat(), "fate": fate.fate} for fate in fates for each in dict.fromkeys(fate.successors)
        ],
    }


def _span(span: Span) -> dict[str, object]:
    start, end = span.row
    return {"start": start, "end": end}
