"""What is asked of the catalogue: values, never rows of the database."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from operator import attrgetter
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from govreport.archive import persons as people
from govreport.archive.catalogue import organtables, tables
from govreport.archive.catalogue.prepared import Prepared, Source
from govreport.archive.catalogue.sight import Sight, listed
from govreport.archive.failures import UnknownError
from govreport.archive.organs import Organ, Register
from govreport.archive.persons import Person
from govreport.archive.states import COLUMNS, DONE, DRAFT, REFUSED, STATES, Version

PAGE = 1000

_FEW = 4
"""So many organs are asked for by one prepared statement: mostly it is one."""

_PERSONAL = tuple(each.name for each in fields(Person))
_PERSON = Prepared(sa.select(*(tables.persons.c[name] for name in _PERSONAL)).where(tables.persons.c.name == sa.bindparam("name")))
VERSIONS = sa.select(*(tables.versions.c[name] for name in COLUMNS))
_REDACTED = COLUMNS.index("redacted")
_SAME = Prepared(VERSIONS.where(tables.versions.c.sha256 == sa.bindparam("sha256")).order_by(tables.versions.c.sequence.desc()))
_BUNDLE = Prepared(VERSIONS.where(tables.versions.c.bundle == sa.bindparam("bundle")))
_HIGHEST = Prepared(sa.select(sa.func.max(tables.versions.c.version)).where(tables.versions.c.id == sa.bindparam("id")))
_BEYOND = Prepared(
    VERSIONS.where(tables.versions.c.id == sa.bindparam("id"), tables.versions.c.state != DRAFT, tables.versions.c.state != REFUSED),
)
# of drafts a year may have many. Told by what they are not: SQLite would take the index of states for the better one
_DONE = VERSIONS.where(*(tables.versions.c.state != each for each in STATES if each not in DONE))
_REPORTS_OF_FEW = Prepared(
    _DONE.where(tables.versions.c.year == sa.bindparam("year"), tables.versions.c.organ.in_([sa.bindparam(f"organ{at}") for at in range(_FEW)]))
)
_ORGAN = Prepared(sa.select(tables.organs.c.data).where(tables.organs.c.id == sa.bindparam("id")))
_NAMED = Prepared(
    sa.select(tables.organs.c.id, tables.organs.c.data)
    .join(tables.namings, tables.namings.c.organ == tables.organs.c.id)
    .where(sa.or_(tables.namings.c.name == sa.bindparam("name"), tables.namings.c.uscc == sa.bindparam("uscc")))
)
# made once: a statement takes longer to make than to run. None has an order and a limit together: a PostgreSQL that has no figures yet of a
# table that has grown walks all of it in that order


@dataclass(frozen=True, slots=True)
class Filter:
    """Which versions are wanted; None and empty for any. ``latest`` keeps the highest version of every report only.

    ``sight`` is what whoever asks may see, among which ``latest`` is then the highest; ``after`` the id of the report behind which to
    begin, ``limit`` how many. ``under`` keeps some organs.
    """

    organ: str | None = None
    year: int | None = None
    scope: str | None = None
    states: tuple[str, ...] = ()
    id: str | None = None
    latest: bool = False
    sight: Sight | None = None
    under: frozenset[str] | None = None
    after: str | None = None
    limit: int | None = None


def person(connection: Source, name: str) -> Person:
    """Return the registered person of a name; raises ``UnknownError``."""
    row = _PERSON.row(connection, {"name": name})
    if row is None:
        raise UnknownError("person", name=name)
    return people.of_row(dict(zip(_PERSONAL, row, strict=True)))


def persons(connection: Connection) -> tuple[Person, ...]:
    """Return every registered person by name."""
    rows = connection.execute(sa.select(tables.persons).order_by(tables.persons.c.name)).mappings()
    return tuple(people.of_row(dict(row)) for row in rows)


def version(connection: Connection, id: str, number: int | None = None) -> Version:
    """Return a version of a report, the last one where no number is given; raises ``UnknownError``."""
    columns = tables.versions.c
    wanted = sa.select(tables.versions).where(columns.id == id).order_by(columns.version.desc()).limit(1)
    row = connection.execute(wanted if number is None else wanted.where(columns.version == number)).mappings().first()
    if row is None:
        raise UnknownError("report", id=id if number is None else f"{id}@{number}")
    return of_row(dict(row))


def of_row(row: Mapping[str, object]) -> Version:
    """Return the version of a row."""
    return Version(**row)  # type: ignore[arg-type]


def of_columns(row: Sequence[Any]) -> Version:
    """Return the version of a row of ``VERSIONS``, also as the driver gives it."""
    return Version(*(*row[:_REDACTED], bool(row[_REDACTED]), *row[_REDACTED + 1 :]))


def versions(connection: Connection, wanted: Filter = Filter()) -> Iterator[Version]:
    """Yield the versions that pass a filter, by id and number; memory does not grow with their number."""
    columns = tables.versions.c
    query = sa.select(tables.versions).order_by(columns.id, columns.version)
    for column in ("organ", "year", "scope", "id"):
        value = getattr(wanted, column)
        if value is not None:
            query = query.where(columns[column] == value)
    if wanted.states:
        query = query.where(columns.state.in_(wanted.states))
    if wanted.latest:
        other = tables.versions.alias()
        newer = sa.select(other.c.id).where(other.c.id == columns.id, other.c.version > columns.version)
        if wanted.sight is not None:
            newer = newer.where(wanted.sight.clause(connection, other.c))
        query = query.where(~newer.exists())
    if wanted.sight is not None:
        query = query.where(wanted.sight.clause(connection, columns))
    if wanted.under is not None:
        query = query.where(columns.organ.in_(listed(connection, sorted(wanted.under))))
    if wanted.after is not None:
        query = query.where(columns.id > wanted.after)
    if wanted.limit is not None:
        query = query.limit(wanted.limit)
    for page in connection.execution_options(yield_per=PAGE).execute(query).mappings().partitions():
        yield from (of_row(dict(row)) for row in page)


def same_bytes(connection: Source, sha256: str) -> tuple[Version, ...]:
    """Return the versions whose original has this digest, newest first."""
    return tuple(map(of_columns, _SAME.rows(connection, {"sha256": sha256})))


def of_bundle(connection: Source, bundle: str) -> tuple[Version, ...]:
    """Return the versions that one bundle of the journal belongs to."""
    return tuple(map(of_columns, _BUNDLE.rows(connection, {"bundle": bundle})))


def redacted(connection: Connection) -> tuple[Version, ...]:
    """Return the versions whose content was destroyed by law."""
    return tuple(of_row(dict(row)) for row in connection.execute(VERSIONS.where(tables.versions.c.redacted)).mappings())


def highest(connection: Source, id: str) -> int:
    """Return the number of the last version of a report, 0 where there is none."""
    row = _HIGHEST.row(connection, {"id": id})
    return row[0] or 0 if row else 0


def beyond(connection: Source, id: str) -> bool:
    """Return whether any version of a report is more than a draft or a refusal."""
    return _BEYOND.row(connection, {"id": id}) is not None


def known_organ(connection: Source, id: str) -> Organ | None:
    """Return an organ, None where there is none."""
    row = _ORGAN.row(connection, {"id": id})
    return organtables.of_json(row[0]) if row else None


def organ(connection: Source, id: str) -> Organ:
    """Return an organ; raises ``UnknownError``."""
    found = known_organ(connection, id)
    if found is None:
        raise UnknownError("organ", id=id)
    return found


def organs(connection: Connection, ids: Collection[str] | None = None) -> tuple[Organ, ...]:
    """Return organs by id, every one where no ids are given."""
    query = sa.select(tables.organs.c.id, tables.organs.c.data).order_by(tables.organs.c.id)
    if ids is None:
        return tuple(organtables.of_json(row.data) for row in connection.execute(query))
    return tuple(organtables.of_json(row.data) for row in connection.execute(query.where(tables.organs.c.id.in_(listed(connection, sorted(ids))))).all())


def named(connection: Source, name: str | None, uscc: str | None) -> Register:
    """Return the organs that ever had a name or a 统一社会信用代码."""
    found = dict(_NAMED.rows(connection, {"name": name, "uscc": uscc}))
    return Register(organtables.of_json(data) for data in found.values())


def reports(connection: Connection, organs: Collection[str], year: int) -> Iterator[Version]:
    """Yield the versions of organs for a year that were accepted or published, in the order of the log."""
    if len(organs) <= _FEW:
        yield from reports_of_few(connection, organs, year)
        return
    found = connection.execute(_DONE.where(tables.versions.c.year == year, tables.versions.c.organ.in_(listed(connection, sorted(organs)))))
    yield from sorted(map(of_columns, found.all()), key=attrgetter("sequence"))


def reports_of_few(connection: Source, organs: Collection[str], year: int) -> Iterator[Version]:
    """Yield the same as ``reports``, quicker where the organs are few."""
    names = sorted(organs)
    found: list[Version] = []
    for few in (names[at : at + _FEW] for at in range(0, len(names), _FEW)):
        asked = {f"organ{at}": few[min(at, len(few) - 1)] for at in range(_FEW)}
        found += map(of_columns, _REPORTS_OF_FEW.rows(connection, {"year": year, **asked}))
    yield from sorted(found, key=attrgetter("sequence"))
