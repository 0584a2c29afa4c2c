"""What the archive has of a report, for the desks: its versions, the report inside, last year's, whose it is and when it is due."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from govreport import profiles, readers
from govreport.archive import Archive, BrokenError, UnknownError, previous
from govreport.archive.catalogue import queries
from govreport.archive.catalogue.queries import Filter
from govreport.archive.organs import Naming
from govreport.archive.states import DRAFT, REFUSED, Version, record_id
from govreport.diagnostics import Diagnostic, catalogue_in
from govreport.metadata import AGGREGATE, Agency, Division
from govreport.model import Report
from govreport.profiles import Profile
from govreport.standard import Standard
from govreport.web.accounts import account as accounts
from govreport.web.accounts.account import Account
from govreport.web.problems import Problem
from govreport.web.rights import Rights
from govreport.web.service import Service


@dataclass(frozen=True, slots=True)
class Record:
    """A report by its id: organ, year and scope."""

    organ: str
    year: int
    scope: str

    @property
    def id(self) -> str:
        """The id of the report in the archive."""
        return record_id(self.organ, self.year, self.scope)


def record(id: str) -> Record:
    """Return the report that an id stands for; raises ``UnknownError`` where it stands for none."""
    organ, _, rest = id.partition(".")
    year, _, scope = rest.partition(".")
    if not organ or not year.isdigit() or len(year) != 4 or not scope:
        raise UnknownError("report", id=id)
    return Record(organ, int(year), scope)


def naming(archive: Archive, organ: str, year: int) -> Naming:
    """Return what an organ was in a year; raises ``UnknownError`` where it was not there."""
    with archive.reading() as connection:
        found = queries.organ(connection, organ).at(year)
    if found is None:
        raise UnknownError("organ", id=organ)
    return found


def names(archive: Archive, organ: str) -> tuple[str, ...]:
    """Return every name that an organ ever had; raises ``UnknownError``."""
    with archive.reading() as connection:
        return tuple(dict.fromkeys(each.name for each in queries.organ(connection, organ).namings if each.name))


def agency(found: Naming) -> Agency:
    """Return an organ as a report names it."""
    division = Division(found.division) if found.division else None
    return Agency(found.name, found.kind, found.level, found.uscc, division)


def versions(archive: Archive, wanted: Record) -> tuple[Version, ...]:
    """Return every version of a report, the newest first."""
    return tuple(reversed(tuple(archive.versions(Filter(id=wanted.id)))))


def standing(found: Sequence[Version]) -> Version | None:
    """Return the newest version that was not refused, None where there is none."""
    return next((each for each in found if each.state != REFUSED), None)


def needs_reason(found: Sequence[Version]) -> Version | None:
    """Return the newest version that has been handed in, which a further one corrects with a reason; None where there is none."""
    return next((each for each in found if each.state not in (REFUSED, DRAFT)), None)


def report(archive: Archive, version: Version) -> Report | None:
    """Return the report of a version, None where there is none to be had."""
    try:
        xml = archive.content(version).xml
    except (BrokenError, UnknownError):
        return None
    return None if xml is None else readers.read(xml, version.name, archive.standard, "xml").report


def compared(archive: Archive, version: Version, report: Report) -> Report | None:
    """Return last year's figures as a deposit is judged beside them, for a version's report; None where there are none."""
    organ, year, scope = version.organ or "", version.year or 0, version.scope or ""
    with archive.reading() as connection:
        found = previous.last_year(connection, queries.organ(connection, organ), year, scope)
    return previous.companions(found, report.metadata, year, archive.content, archive.standard).previous


def profile(archive: Archive) -> Profile:
    """Return the profile by which the archive judges what is handed in."""
    return _profile(archive.configuration.profile, archive.standard)


@lru_cache(maxsize=8)
def _profile(name: str, standard: Standard) -> Profile:
    return profiles.load(name, standard.root)


def deadline(archive: Archive, wanted: Record) -> datetime.date | None:
    """Return the day by which a report is due, None where there is none."""
    try:
        found = naming(archive, wanted.organ, wanted.year)
    except UnknownError:
        return None
    return archive.configuration.deadline(profile(archive), found.kind, found.level, wanted.year)


def called(archive: Archive, organ: str | None, year: int | None) -> str:
    """Return the name of an organ in a year, its id where it had none then."""
    try:
        return naming(archive, organ or "", year or 0).name
    except UnknownError:
        return organ or ""


def sentence(archive: Archive, found: Sequence[Diagnostic], lang: str) -> str:
    """Return what the first of some diagnostics says; empty where there are none."""
    return catalogue_in(archive.standard.root).message(found[0], lang) if found else ""


def scope(archive: Archive, found: Sequence[Version]) -> str:
    """Return the scope of an organ's next report: that of its last one, else the archive's."""
    placed = [each for each in found if each.scope and each.scope != AGGREGATE]
    return placed[-1].scope or "" if placed else archive.configuration.scope


def reporting_year(today: datetime.date) -> int:
    """Return the year that reports are written for on a day: the one that is ending from October on, before that the one that has ended."""
    return today.year if today.month > 9 else today.year - 1


def need_writer(here: Service, account: Account, wanted: Record) -> None:
    """Raise ``Problem`` (403) unless an account may write a report: a submitter those of its own organ."""
    if not Rights(here, account).covers(wanted.organ, accounts.SUBMITTER):
        raise Problem(403, "not-yours")
