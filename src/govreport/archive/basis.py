"""What the archive has that a deposit is judged beside: last year's reports, and of an aggregate its members'."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from sqlalchemy.engine import Connection

from govreport.archive import previous
from govreport.archive.catalogue.prepared import Source
from govreport.archive.organs import Organ
from govreport.archive.previous import Content, LastYear
from govreport.archive.rollup import Rollup, rollup
from govreport.contents import Contents
from govreport.diagnostics import Diagnostic, Location
from govreport.metadata import AGGREGATE
from govreport.standard import Standard
from govreport.validation import Companions


@dataclass(frozen=True, slots=True)
class Basis:
    """What a report is compared with; ``rollup`` is None where it is no aggregate, or its place is not certain."""

    last: LastYear = field(default=LastYear())
    rollup: Rollup | None = None

    @property
    def identity(self) -> dict[str, list[list[object]]]:
        """Which versions they are, each with the digest of its bytes, and which members have none: only what there is."""
        members = self.rollup.identity if self.rollup else []
        return {name: found for name, found in (("last_year", self.last.identity), ("members", members)) if found}

    def companions(self, read: Contents, year: int, content: Content, standard: Standard) -> Companions:
        """Return what a report of a year is judged beside, or why there is nothing."""
        found = previous.companions(self.last, read.metadata, year, content, standard)
        return replace(found, members=self.rollup.reports(read, year)) if self.rollup else found

    def said(self, read: Contents, companions: Companions) -> Iterator[Diagnostic]:
        """Yield what is to be said of it: the versions of last year, and how many members there are, compared with or not."""
        place = Location(path="/report/metadata")
        if companions.previous is not None:
            yield Diagnostic("ARC-COMPARED", place, {"versions": " + ".join(each.subject for each in self.last.versions)})
        if self.rollup is not None:
            counts: dict[str, str | int] = {"count": len(self.rollup.counted), "missing": len(self.rollup.missing)}
            yield Diagnostic("ARC-MEMBERS", place, {"outcome": self.rollup.outcome(read.tables), **counts})


UNCERTAIN = Basis(LastYear(skipped=previous.UNPLACED))
"""The basis of a report of which the organ, the year or the scope is not certain."""


def basis(connection: Source, organ: Organ, year: int, scope: str, standard: Standard) -> Basis:
    """Return what the archive has to compare a report of an organ, a year and a scope with; of an aggregate it asks SQLAlchemy."""
    last = previous.last_year(connection, organ, year, scope)
    if scope != AGGREGATE:
        return Basis(last)
    if not isinstance(connection, Connection):
        raise TypeError("the members of an aggregate are not found by prepared statements")
    return Basis(last, rollup(connection, organ.id, year, standard))
