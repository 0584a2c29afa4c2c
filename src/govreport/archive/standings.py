"""How far the organs of a year have come: who has handed in, who is late, whose report was returned, who has not begun."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from govreport.archive.archive import Archive
from govreport.archive.catalogue import lineage, queries, tables
from govreport.archive.configuration import usable
from govreport.archive.members import standing
from govreport.archive.organs import AREA, Naming, Organ, Register
from govreport.archive.states import ACCEPTED, FARTHEST, PUBLISHED, SUBMITTED, Version, farthest

NOTHING = "nothing"
"""Where an organ has not begun."""

HANDED_IN = (PUBLISHED, ACCEPTED, SUBMITTED)


@dataclass(frozen=True, slots=True)
class Standing:
    """How far an organ has come: the state of its report, or ``nothing``; ``due`` and the day it was first handed in.

    ``late`` is how many days it was handed in after the deadline or, while it is not, how many have gone by; 0 in time, None where no
    deadline is set. ``parent`` is the organ above it.
    """

    organ: str
    name: str
    kind: str | None
    level: str | None
    parent: str | None
    state: str
    version: Version | None
    due: datetime.date | None
    handed_in: datetime.date | None
    late: int | None

    @property
    def overdue(self) -> bool:
        """Whether the organ has to be reminded: the deadline has gone by and nothing stands handed in."""
        return bool(self.late) and self.state not in HANDED_IN


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the organs of a year have come on a day, each parent before its children."""

    year: int
    day: datetime.date
    standings: tuple[Standing, ...]

    @property
    def counts(self) -> Mapping[str, int]:
        """How many organs there are by state, the farthest first."""
        found = Counter(each.state for each in self.standings)
        return {state: found[state] for state in (*FARTHEST, NOTHING) if found[state]}

    @property
    def overdue(self) -> tuple[Standing, ...]:
        """The organs to be reminded."""
        return tuple(each for each in self.standings if each.overdue)


def progress(archive: Archive, year: int, organ: str | None = None, line: str = AREA, day: datetime.date | None = None) -> Progress:
    """Return how far an organ and all below it have come with the reports for a year, or all organs; today where no day is given.

    An organ that ended within the year with others in its place is not expected to report. Raises ``UnknownError``.
    """
    today = day or archive.ledger.clock().astimezone().date()
    configuration = archive.configuration
    profile = usable(configuration.profile, archive.standard.root).valid_for(year)
    with archive.reading() as connection:
        register = Register(queries.organs(connection)) if organ is None else lineage.below(connection, organ, year, line)
        walk = {each.id: (each, naming) for _, each, naming in register.tree(year, organ, line) if not _gone(each, year)}
        reports = standing(queries.versions(connection, queries.Filter(year=year)) if organ is None else lineage.versions_below(connection, organ, year, line))
        submitted = _submissions(connection, year)
    found = (
        _standing(each, naming, year, reports.get(each.id, {}), submitted, configuration.deadline(profile, naming.kind, naming.level, year), today)
        for each, naming in walk.values()
    )
    return Progress(year, today, tuple(found))


def _gone(organ: Organ, year: int) -> bool:
    return organ.span.end is not None and organ.span.end < datetime.date(year, 12, 31)


def _submissions(connection: Connection, year: int) -> Mapping[str, datetime.date]:
    """Return the day on which each version for a year was first submitted, by its name in the log."""
    event, version = tables.events.c, tables.versions.c
    subject = version.id + "@" + sa.cast(version.version, sa.String)
    query = sa.select(event.subject, sa.func.min(event.time)).join(tables.versions, event.subject == subject)
    query = query.where(version.year == year, event.action == "submit").group_by(event.subject)
    return {name: datetime.datetime.fromisoformat(time).astimezone().date() for name, time in connection.execute(query)}


def _standing(
    organ: Organ,
    naming: Naming,
    year: int,
    reports: Mapping[str, Sequence[Version]],
    submitted: Mapping[str, datetime.date],
    due: datetime.date | None,
    today: datetime.date,
) -> Standing:
    every = [version for versions in reports.values() for version in versions]
    shown = farthest(every)
    state = shown.state if shown else NOTHING
    days = [submitted[each.subject] for each in every if each.subject in submitted]
    handed_in = min(days, default=None)
    until = handed_in if handed_in is not None and state in HANDED_IN else today
    late = max((until - due).days, 0) if due is not None else None
    parent = next(iter(organ.parents_at(year, AREA)), None)
    return Standing(organ.id, naming.name, naming.kind, naming.level, parent, state, shown, due, handed_in, late)
