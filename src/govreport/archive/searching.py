"""Search over what versions say: any text of one, two and more characters, exactly; with filters by organ, year, level, state, code and cells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from govreport.archive.archive import Archive
from govreport.archive.catalogue import contents, folding, lineage, queries, tables, words
from govreport.archive.catalogue.sight import Sight
from govreport.archive.conditions import conditions, holding
from govreport.archive.organs import AREA
from govreport.archive.states import REFUSED, STATES, Version
from govreport.standard import Standard

AROUND = 30
"""Characters shown before and behind what was found."""

SNIPPETS = 3
NEWEST = 4000
"""So many versions are looked through before all others."""

MANY = 1000
"""So many candidates are taken at a time at most; more than the first page where some of it turned out to be none."""

LAST = 2**43 - 1
"""No version has a higher sequence."""

_TERM = re.compile(r'"([^"]+)"|(\S+)')


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for; all that is given must hold.

    ``text``: words with blanks between, all of which the report has, a phrase with blanks in quotes. ``organ``: it and all below it, by
    area or ``line``, in the year of the report. ``level`` is that of the organ in that year. ``codes``: any of these was found.
    ``where``: conditions on cells (see ``conditions``). ``states``: any but refused where none are given; of every report the last
    version in these states is found, or ``everything``. ``sight`` is what may be seen: nothing else is found or hides what is. ``before`` goes on
    behind the last hit of a page.
    """

    text: str = ""
    organ: str | None = None
    line: str = AREA
    year: int | None = None
    level: str | None = None
    scope: str | None = None
    codes: tuple[str, ...] = ()
    where: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    everything: bool = False
    sight: Sight | None = None
    limit: int = 20
    before: int | None = None


@dataclass(frozen=True, slots=True)
class Snippet:
    """A piece of a report's text with the places (from, to) in it that were looked for."""

    text: str
    marks: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """A version that was found, whose it says it is, and where."""

    version: Version
    agency: str | None
    snippets: tuple[Snippet, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """The hits of a page, newest first, and whether there are more; ``unread`` versions had yet to be taken into a read-only catalogue."""

    hits: tuple[Hit, ...]
    more: bool
    unread: int = 0


def search(archive: Archive, query: Query) -> Found:
    """Return the first hits of a query; raises ``RefusedError`` and ``UnknownError`` for conditions that are none."""
    archive.take_in()
    terms = tuple(folding.folded(quoted or plain) for quoted, plain in _TERM.findall(query.text))
    with archive.reading() as connection:
        words.hint(connection)
        hits: list[Hit] = []
        for version, agency, text in _candidates(connection, query, terms, archive.standard):
            folded = folding.folded(text)
            # what the index takes for a hit may be none
            if all(term in folded for term in terms):
                hits.append(Hit(version, agency, _snippets(text, folded, terms) if terms else ()))
            if len(hits) > query.limit:
                break
        return Found(tuple(hits[: query.limit]), len(hits) > query.limit, contents.behind(connection))


def _candidates(connection: Connection, query: Query, terms: Sequence[str], standard: Standard) -> Iterator[tuple[Version, str | None, str]]:
    """Yield the versions that may be hits with their agency and text, newest first, page after page.

    What is common is found among the newest already; only what is rare is looked for in all.
    """
    version, document = tables.versions.c, tables.documents.c
    kept = sa.select(tables.versions, document.agency, document.text).join(tables.documents, document.document == version.sequence)
    for first, before in _windows(connection, query.before):
        size = query.limit + 1
        while True:
            asked = _sequences(connection, query, terms, standard, first, before).limit(size)
            found = [row.sequence for row in connection.execute(asked)]
            rows = connection.execute(kept.where(version.sequence.in_(found)).order_by(version.sequence.desc())).mappings() if found else ()
            for row in rows:
                values = dict(row)
                agency, text = values.pop("agency"), values.pop("text")
                yield queries.of_row(values), agency, text
            if len(found) < size:
                break
            before, size = found[-1], min(4 * size, MANY)


def _windows(connection: Connection, before: int | None) -> Iterator[tuple[int, int]]:
    """Yield from which sequence to below which is looked: the newest versions, then all others."""
    column = tables.versions.c.sequence
    end = LAST if before is None else min(before, LAST)
    newest = sa.select(column).where(column < end).order_by(column.desc()).offset(NEWEST).limit(1)
    middle = connection.execute(newest).scalar()
    if middle is not None:
        yield middle + 1, end
        end = middle + 1
    yield 0, end


def _sequences(connection: Connection, query: Query, terms: Sequence[str], standard: Standard, first: int, before: int) -> sa.Select[tuple[int]]:
    """Return what selects the sequences of versions from one to below another that pass a query, newest first."""
    version, raised = tables.versions.c, tables.raised.c
    found = sa.select(version.sequence).where(version.sequence >= first, version.sequence < before, *_filters(connection, query))
    if query.codes:
        found = found.where(version.sequence.in_(sa.select(raised.document).where(raised.code.in_(query.codes), raised.document.between(first, before))))
    for each in query.where:
        chosen = holding(connection, conditions(each, standard), standard)
        # among the newest a version is looked at by itself: all that hold the condition may be very many
        document = tables.cells.c.document
        by_itself, by_all = chosen.where(document == version.sequence).exists(), version.sequence.in_(chosen.where(document.between(first, before)))
        found = found.where(by_itself if first else by_all)
    for term in terms:
        found = found.where(version.sequence.in_(words.having(connection, term, first, before)))
    return found.order_by(version.sequence.desc())


def versions(connection: Connection, query: Query) -> tuple[Version, ...]:
    """Return the versions that pass the filters of a query but those of what reports say, by id and number."""
    version = tables.versions.c
    found = sa.select(tables.versions).where(*_filters(connection, query)).order_by(version.id, version.version)
    return tuple(queries.of_row(dict(row)) for row in connection.execute(found).mappings())


def _filters(connection: Connection, query: Query) -> Iterator[sa.ColumnElement[bool]]:
    version = tables.versions.c
    states = query.states or tuple(state for state in STATES if state != REFUSED)
    # joined to nothing, so that SQLite does not go by the index of states: most versions are in those asked for
    yield (version.state + "" if connection.dialect.name == "sqlite" else version.state).in_(states)
    yield ~version.redacted
    if not query.everything:
        other = tables.versions.alias().c
        seen = [query.sight.clause(connection, other)] if query.sight is not None else []
        yield ~sa.exists().where(other.id == version.id, other.version > version.version, other.state.in_(states), ~other.redacted, *seen)
    if query.sight is not None:
        yield query.sight.clause(connection, version)
    if query.year is not None:
        yield version.year == query.year
    if query.scope is not None:
        yield version.scope == query.scope
    if query.organ is not None:
        yield lineage.stood_below(query.organ, query.year, query.line)
    if query.level is not None:
        yield lineage.was_of_level(query.level)


def _snippets(text: str, folded: str, terms: Sequence[str]) -> tuple[Snippet, ...]:
    """Return pieces of a text around the first places of terms, one after the other; none where nothing was looked for."""
    found: list[Snippet] = []
    shown, places = -1, folding.aligned(text)
    for at in sorted(at for term in terms if (at := folded.find(term)) >= 0):
        if at < shown or len(found) == SNIPPETS:
            continue
        start = max(at - AROUND, folded.rfind(folding.BREAK, 0, at) + 1)
        line = folded.find(folding.BREAK, at)
        end = max(min(at + 2 * AROUND, line if line >= 0 else len(folded)), start + 1)
        first, last = places.span(start, end)
        spans = (places.span(start + place, start + place + len(term)) for term in terms for place in _places(folded[start:end], term))
        found.append(Snippet(text[first:last], tuple(sorted((here - first, there - first) for here, there in spans))))
        shown = end
    return tuple(found)


def _places(text: str, term: str) -> Iterator[int]:
    at = text.find(term)
    while at >= 0:
        yield at
        at = text.find(term, at + len(term))
