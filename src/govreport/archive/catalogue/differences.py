"""What the catalogue says of contents, beside what would be written of them: each difference with its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import count

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from govreport.archive.catalogue import contentrows, tables, words, wordsums
from govreport.archive.catalogue.contentrows import Content, Place, Row, Rows
from govreport.standard import Standard

Named = Mapping[str, object]
"""What the rows of a table say of a version, by the name of the cell, the code or the column that it is said of."""

Places = Mapping[Place, Row]

NOTHING = "-"
"""Stands for what one side does not have."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A table of which the rows of a version are others than would be written: the first of the differing places, and how many there are."""

    table: str
    place: str
    number: int


def differences(connection: Connection, made: Content, broken: Content, places: Places) -> tuple[Difference, ...]:
    """Return, by table, where the rows that the catalogue has of a version are not those that would be written of its content.

    ``broken`` is what is written where the store does not have the content whole, which is no difference: it is made good by itself, once
    the store has it. ``places`` are those of the catalogue.
    """
    found = contentrows.kept(connection, made.document)
    numbers = {place: row["place"] for place, row in places.items()}
    unknown = count(-1, -1)
    numbers.update((figure.place, next(unknown)) for figure in made.figures if figure.place not in numbers)
    written = contentrows.rows(made, numbers)
    decimals = {figure.place: figure.decimals for figure in made.figures}
    counted = {place: places[place]["decimals"] for place in decimals if place in places}
    if (_alike(found, written) and counted == decimals) or _alike(found, contentrows.rows(broken, {})):
        return ()
    return tuple(_all(found, written, {number: place for place, number in numbers.items()}, (counted, decimals)))


def _alike(found: Rows, made: Rows) -> bool:
    return all(len(found[table]) == len(made[table]) and {*_plain(found[table])} == {*_plain(made[table])} for table in contentrows.TABLES)


def _plain(rows: list[Row]) -> Iterator[tuple[object, ...]]:
    return (tuple(row[name] for name in sorted(row)) for row in rows)


def _all(found: Rows, made: Rows, names: Mapping[int, Place], decimals: tuple[Mapping[Place, int], Mapping[Place, int]]) -> Iterator[Difference]:
    for table in contentrows.TABLES:
        is_, should = (_named(table, each[table], names, decimals[1]) for each in (found, made))
        yield from _between(table.name, is_, should)
    is_, should = ({_name(place): number for place, number in each.items()} for each in decimals)
    yield from _between(tables.places.name, is_, should)


def _between(table: str, found: Named, made: Named) -> Iterator[Difference]:
    unlike = [name for name in (*made, *(each for each in found if each not in made)) if found.get(name, NOTHING) != made.get(name, NOTHING)]
    if unlike:
        first = unlike[0]
        # a whole text is not told, nor a list of all counts: the cells are told one by one
        sides = f": {found.get(first, NOTHING)} \u2260 {made.get(first, NOTHING)}" if table != tables.documents.name else ""
        yield Difference(table, f"{first}{sides}", len(unlike))


def _named(table: sa.Table, rows: list[Row], names: Mapping[int, Place], decimals: Mapping[Place, int]) -> Named:
    if table is tables.documents:
        return dict(rows[0]) if rows else {}
    if table is tables.raised:
        return {row["code"]: row["times"] for row in rows}
    found = {}
    for row in rows:
        place = names.get(row["place"])
        found[_name(place) if place else str(row["place"])] = _value(row, decimals.get(place, 0) if place else 0)
    return found


def _value(row: Row, decimals: int) -> str:
    value, unit = row["value"], row["unit"]
    # SQLite keeps whatever somebody puts into a column
    said = "NA" if value is None else f"{Decimal(value).scaleb(-decimals):f}" if isinstance(value, int) else repr(value)
    return said if unit is None else f"{said} {unit}"


def _name(place: Place) -> str:
    edition, table, row, column = place
    return f"{edition}:{table} {row} {column}"


def without(connection: Connection, standard: Standard) -> Iterator[tuple[str, int]]:
    """Yield the table and the document, the place for ``places``, of rows that belong to no version whose content has been taken in."""
    document, version = tables.documents.c, tables.versions.c
    there = sa.exists().where(version.sequence == document.document, ~version.redacted)
    yield from ((tables.documents.name, each) for each in connection.execute(sa.select(document.document).where(~there)).scalars())
    for table in (tables.cells, tables.raised):
        lost = sa.select(table.c.document).where(~sa.exists().where(document.document == table.c.document)).distinct()
        yield from ((table.name, each) for each in connection.execute(lost).scalars())
    yield from ((words.TABLE, each) for each in wordsums.without(connection))
    place, used = tables.places.c, sa.exists().where(tables.cells.c.place == tables.places.c.place)
    for row in connection.execute(sa.select(tables.places).where(~used).order_by(place.place)):
        # those of contents that were destroyed stay
        form = standard.table(row.table, row.edition)
        if form is None or form.column(row.row, row.column) is None:
            yield tables.places.name, row.place
