"""The members of an aggregate as what its deposit is judged beside: the sum of their reports, and the names of those that have none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from sqlalchemy.engine import Connection

from govreport.archive.catalogue import figures
from govreport.archive.members import COUNTED, MISSING, Member, Tally, members, sequences
from govreport.archive.organs import AREA, LINE
from govreport.contents import Contents
from govreport.model import Chapter, Metadata, Report, Table
from govreport.standard import Standard
from govreport.validation.series import named

COMPARED, NONE, TABLES = "compared", "none", "tables"
"""What became of the comparison: made; no member has a report that counts; theirs and the aggregate's are not tables of the same editions."""


@dataclass(frozen=True, slots=True)
class Rollup(Tally):
    """The members of an organ in a year, as far as they are counted or missing, and the sums of those counted."""

    members: tuple[Member, ...] = ()
    tables: tuple[Table, ...] = field(default=(), repr=False)

    @property
    def identity(self) -> list[list[object]]:
        """Which versions are in the sums, each with the digest of its bytes, and which organs have none."""
        counted: list[list[object]] = [[each.version.subject, each.version.sha256] for each in self.counted if each.version is not None]
        missing: list[list[object]] = [[each.organ] for each in self.missing]
        return counted + missing

    def outcome(self, stated: Sequence[Table]) -> str:
        """Return what becomes of the comparison with the tables that an aggregate states."""
        if not self.counted:
            return NONE
        known = [(each.key, each.edition) for each in self.tables]
        alike = {(each.key, each.edition) for each in stated} <= set(known) and len({key for key, _ in known}) == len(known)
        return COMPARED if alike and stated else TABLES

    def reports(self, read: Contents, year: int) -> tuple[Report, ...]:
        """Return what an aggregate is judged beside: the sums as one report, and every missing member by its name; nothing where it does not compare."""
        if self.outcome(read.tables) != COMPARED:
            return ()
        sums = Report("", Metadata(year=year), (Chapter(None, None, None, self.tables),))
        return (sums, *(named(each.name) for each in self.missing))


def rollup(connection: Connection, organ: str, year: int, standard: Standard) -> Rollup:
    """Return the members of an organ in a year, by area, or by line where none counts by area; none where none does."""
    by_line = (members(connection, organ, year, line) for line in (AREA, LINE))
    found = next((each for each in by_line if any(member.status == COUNTED for member in each)), ())
    counted = sequences(found)
    sums = figures.added(connection, counted, standard) if counted else ()
    return Rollup(tuple(each for each in found if each.status in (COUNTED, MISSING)), figures.table_sums(sums, standard))
