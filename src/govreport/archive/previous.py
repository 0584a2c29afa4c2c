"""Last year's figures of an organ: its own report and those of the organs that became part of it, as one to compare with."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from govreport import readers
from govreport.archive.bundle import Bundle
from govreport.archive.catalogue import contents, figures, lineage, queries
from govreport.archive.catalogue.prepared import Source
from govreport.archive.failures import BrokenError, UnknownError
from govreport.archive.members import chosen, standing
from govreport.archive.organs import Organ
from govreport.archive.states import Version
from govreport.model import Chapter, Metadata, Report, Table
from govreport.standard import Standard
from govreport.validation import Companions

UNPLACED, NEW, SPLIT, NONE, UNREADABLE, TABLES = "unplaced", "new-organ", "split", "no-last-year", "last-unreadable", "last-tables"
"""Why there is nothing to compare with, as reasons of the stage."""

Content = Callable[[Version], Bundle]
"""What gives what is kept of a version; raises ``UnknownError`` for a redacted one, ``BrokenError``."""


@dataclass(frozen=True, slots=True)
class LastYear:
    """The versions that together say what an organ of this year said last year; ``skipped`` says why there are none.

    ``organs`` are those whose reports are wanted, by id; ``regrouped`` says that the organ's own report alone is not what to compare with.
    """

    versions: tuple[Version, ...] = ()
    skipped: str | None = None
    organs: tuple[str, ...] = ()
    regrouped: bool = False

    @property
    def identity(self) -> list[list[object]]:
        """Which versions they are, each with the digest of its bytes."""
        return [[each.subject, each.sha256] for each in self.versions]


def last_year(connection: Source, organ: Organ, year: int, scope: str) -> LastYear:
    """Return the last versions for the year before that were accepted or published: of the organ and of all that became part of it in the year."""
    merged = lineage.predecessors(connection, organ.id, year)
    before = [each for each in (organ, *merged) if each.at(year - 1)]
    if not before:
        return LastYear(skipped=NEW)
    wanted = tuple(each.id for each in before)
    fates = [each.succession for each in (organ, *merged) if each.succession and each.succession.day.year == year]
    if any(len(fate.successors) > 1 for fate in fates):
        return LastYear((), SPLIT, wanted, True)
    known = standing(queries.reports_of_few(connection, wanted, year - 1))
    found = [chosen(known.get(each.id, {}), (scope,)) for each in before]
    versions = tuple(each for each in found if each is not None)
    whole = len(versions) == len(found)
    return LastYear(versions if whole else (), None if whole else NONE, wanted, bool(merged))


def companions(found: LastYear, stated: Metadata, year: int, content: Content, standard: Standard) -> Companions:
    """Return what a report of a year is judged beside: one of the year before, by its own name, that has the sums of all figures."""
    if found.skipped is not None:
        return Companions(skipped=found.skipped)
    try:
        kept = [content(each) for each in found.versions]
    except (BrokenError, UnknownError):
        return Companions(skipped=UNREADABLE)
    read = [readers.read(each.xml, about.id, standard, "xml").report if each.xml else None for each, about in zip(kept, found.versions, strict=True)]
    if read[0] is None or None in read:
        return Companions(skipped=UNREADABLE)
    tables = tuple(read[0].tables()) if len(read) == 1 else _sums(found.versions, kept, standard)
    if not tables:
        return Companions(skipped=TABLES)
    metadata = Metadata(stated.agency, year - 1, scope=stated.scope)
    return Companions(Report(standard.claim, metadata, (Chapter(None, None, None, tables),)))


def _sums(versions: Sequence[Version], kept: Sequence[Bundle], standard: Standard) -> tuple[Table, ...]:
    """Return the sums of the figures of versions, none where they have different tables: a sum over those that have one is no sum of all."""
    read = [contents.content(version, each, standard) for version, each in zip(versions, kept, strict=True)]
    return figures.table_sums(figures.added_up(read, standard), standard) if len({frozenset(each.forms) for each in read}) == 1 else ()
