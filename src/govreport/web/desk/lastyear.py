"""Last year's report of an organ for the desks: its own words, and the figures to compare with, which after a merger are those of several organs."""

from __future__ import annotations

from dataclasses import dataclass, replace

from govreport.archive import Archive, previous
from govreport.archive.catalogue import queries
from govreport.archive.states import ACCEPTED, DRAFT, PUBLISHED, SUBMITTED, Version
from govreport.metadata import Metadata
from govreport.model import Block, Report, Section, Table
from govreport.web.desk import records
from govreport.web.desk.records import Record

SETTLED = (PUBLISHED, ACCEPTED, SUBMITTED, DRAFT)
"""The states of last year's report, the best first."""


@dataclass(frozen=True, slots=True)
class Last:
    """Last year's report, None where there is none; ``organs`` are the names of those that the figures are of where these are not of one alone.

    ``skipped`` says why there are no figures of theirs, as a reason of the archive.
    """

    report: Report | None
    organs: tuple[str, ...] = ()
    skipped: str | None = None

    @property
    def worded(self) -> bool:
        """Whether there is anything to be taken over but figures."""
        return self.report is not None and any(chapter.key and any(chapter.paragraphs()) for chapter in self.report.chapters)

    def of_file(self, words: Report) -> Report:
        """Return last year's report as it was read from a file; after a merger its figures give way to those of all."""
        if not self.organs:
            return words
        figures = [chapter for chapter in self.report.chapters if chapter.key is None] if self.report else []
        return replace(without_tables(words), chapters=(*without_tables(words).chapters, *figures))


def last(archive: Archive, wanted: Record) -> Last:
    """Return last year's report of the same organ and scope, the one that got furthest; after a merger with the figures of all, or with none."""
    words = _own(archive, wanted)
    with archive.reading() as connection:
        found = previous.last_year(connection, queries.organ(connection, wanted.organ), wanted.year, wanted.scope)
    if not found.regrouped:
        return Last(words)
    about = Metadata(records.agency(records.naming(archive, wanted.organ, wanted.year)), wanted.year, scope=wanted.scope)
    companions = previous.companions(found, about, wanted.year, archive.content, archive.standard)
    names = tuple(records.called(archive, each, wanted.year - 1) for each in found.organs)
    sums = companions.previous
    if words is None or sums is None:
        return Last(sums if words is None else without_tables(words), names, companions.skipped)
    return Last(replace(words, chapters=(*without_tables(words).chapters, *sums.chapters)), names)


def _own(archive: Archive, wanted: Record) -> Report | None:
    found = records.versions(archive, Record(wanted.organ, wanted.year - 1, wanted.scope))
    best = sorted((each for each in found if each.state in SETTLED), key=_rank)
    return records.report(archive, best[0]) if best else None


def _rank(version: Version) -> int:
    return SETTLED.index(version.state)


def without_tables(report: Report) -> Report:
    """Return a report without the tables of the form."""
    return replace(report, chapters=tuple(replace(chapter, blocks=_words(chapter.blocks)) for chapter in report.chapters))


def _words(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    kept = (replace(block, blocks=_words(block.blocks)) if isinstance(block, Section) else block for block in blocks if not isinstance(block, Table))
    return tuple(kept)
