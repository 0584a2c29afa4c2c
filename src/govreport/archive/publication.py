"""What the public may see of an archive, as the builder of public pages takes it: the latest standing version of every report, else its tombstone.

Drafts, returned and accepted versions, and the names of persons are never in it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping
from functools import partial
from itertools import groupby

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from govreport.archive import regions
from govreport.archive.archive import Archive
from govreport.archive.catalogue import queries, tables
from govreport.archive.catalogue.queries import Filter
from govreport.archive.catalogue.sight import listed
from govreport.archive.failures import ArchiveError
from govreport.archive.states import PUBLISHED, SECOND_PERSON, WITHDRAWN, Version
from govreport.archive.tombstones import REDACT, WITHDRAW
from govreport.site import holding
from govreport.site.desk import words
from govreport.site.holding import Holding, Organ, digest_of
from govreport.texts import LANGUAGES

TOLD = ("publish", WITHDRAW, REDACT, "import", "organ")
"""The actions after which public pages may be others."""
FORMAT = ".xml"


def organs(archive: Archive) -> tuple[Organ, ...]:
    """Return every organ of the register as it was by years."""
    return regions.expected(archive.register())


def last_change(archive: Archive, behind: int = 0) -> int:
    """Return the number of the last entry of the log behind another that public pages may depend on, that other number where there is none."""
    events = tables.events.c
    with archive.reading() as connection:
        found = connection.execute(sa.select(sa.func.max(events.sequence)).where(events.sequence > behind, events.action.in_(TOLD))).scalar()
    return behind if found is None else int(found)


def holdings(archive: Archive, known: Iterable[Organ]) -> Iterator[Holding]:
    """Yield every report that was ever public, by id, with its public versions; ``known`` are the organs of the register."""
    places: dict[str, list[Organ]] = defaultdict(list)
    for organ in known:
        places[organ.id].append(organ)
    after: str | None = None
    while True:
        # pages take long to make: no view of the catalogue is kept open for them
        with archive.reading() as connection:
            reports = _reports(connection, after)
            subjects = [each.subject for versions in reports for each in versions]
            days, alone = _days(connection, subjects), _alone(connection, subjects)
        for versions in reports:
            after = versions[0].id
            public = [each for each in versions if each.state == PUBLISHED or each.published_by is not None]
            if public:
                yield _holding(archive, public, days, alone, places)
        if not reports:
            return


def _reports(connection: Connection, after: str | None) -> list[list[Version]]:
    """Return the next reports behind an id, each with all its versions that were published or withdrawn, none at the end."""
    shown = Filter(states=(PUBLISHED, WITHDRAWN), after=after, limit=queries.PAGE)
    found = list(queries.versions(connection, shown))
    reports = [list(versions) for _, versions in groupby(found, lambda each: each.id)]
    if len(found) == queries.PAGE:
        last = reports.pop()[0].id
        if not reports:
            reports = [list(queries.versions(connection, Filter(states=shown.states, id=last)))]
    return reports


def _days(connection: Connection, subjects: list[str]) -> Mapping[tuple[str, str], str]:
    """Return the day of the last entry of each action about each version, by subject and action."""
    events = tables.events.c
    query = sa.select(events.subject, events.action, events.time).where(events.subject.in_(listed(connection, subjects)), events.action.in_(TOLD))
    return {(row.subject, row.action): row.time[:10] for row in connection.execute(query.order_by(events.sequence))}


def _alone(connection: Connection, subjects: list[str]) -> frozenset[str]:
    """Return the subjects of versions that one person both submitted and accepted or published, here or before they were imported, as the log says."""
    events = tables.events.c
    query = sa.select(events.subject).where(events.subject.in_(listed(connection, subjects)), events.action.in_((*SECOND_PERSON, "import")))
    return frozenset(connection.execute(query.where(events.data.contains('"alone":true', autoescape=True))).scalars())


def _holding(
    archive: Archive, versions: list[Version], days: Mapping[tuple[str, str], str], alone: Container[str], places: Mapping[str, list[Organ]]
) -> Holding:
    standing = [each for each in versions if each.state == PUBLISHED and not each.redacted]
    shown = standing[-1] if standing else versions[-1]
    place = next((each for each in places.get(shown.organ or "", ()) if shown.year is None or each.in_year(shown.year)), None)
    region, head = (place.region, place.head) if place else ((), False)
    said = tuple(_version(each, days) for each in versions)
    notice = _notice() if shown.subject in alone else None
    state = holding.PUBLISHED if standing else holding.WITHDRAWN
    about = (place.name if place else None, shown.year, shown.title)
    return Holding(
        shown.id,
        digest_of(shown.bundle, said, notice, region, head, state, about),
        partial(_content, archive, shown) if standing else None,
        shown.id + FORMAT,
        shown.organ,
        region,
        head,
        state,
        said,
        notice,
        (),
        *about,
        tuple(holding.Earlier(each.version, each.id + FORMAT, partial(_content, archive, each)) for each in standing[:-1]),
    )


def _version(version: Version, days: Mapping[tuple[str, str], str]) -> holding.Version:
    stands = version.state == PUBLISHED and not version.redacted
    actions = ("publish", "import") if stands else (REDACT, WITHDRAW, "import")
    day = next((days[version.subject, action] for action in actions if (version.subject, action) in days), None)
    reason = version.reason if stands else version.remark
    return holding.Version(version.version, holding.PUBLISHED if stands else holding.WITHDRAWN, day, reason, version.sha256)


def _notice() -> str:
    return " \N{MIDDLE DOT} ".join(words(lang)("notice.one-person") for lang in LANGUAGES)


def _content(archive: Archive, version: Version) -> bytes:
    """Return the canonical XML of a version, the original where that was never read as a report; nothing, which is no report, where it is damaged."""
    try:
        found = archive.content(version)
    except ArchiveError:  # one damaged object keeps no other report from the public; the builder tells of it
        return b""
    return found.original if found.xml is None else found.xml
