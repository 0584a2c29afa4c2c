"""How a report begins: from nothing, from last year's, or from a file; each as the report that a draft has under it and what stands in its fields."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from govreport.annotations import NO_ANNOTATIONS
from govreport.metadata import Agency, Metadata
from govreport.model import Chapter, Report
from govreport.standard import Standard
from govreport.web.desk import entries
from govreport.web.desk.lastyear import without_tables
from govreport.web.desk.skeleton import skeleton


@dataclass(frozen=True, slots=True)
class Subject:
    """Whose report of which year it is to be, with the title that it gets where none is known; ``names`` are all that the organ was ever called."""

    agency: Agency
    year: int
    scope: str
    title: str
    names: tuple[str, ...] = ()


@dataclass(frozen=True)
class Beginning:
    """The report under a draft, what stands in the fields, and last year's report where it is known."""

    base: Report
    fields: dict[str, str]
    last: Report | None = None


def blank(subject: Subject, standard: Standard, last: Report | None = None) -> Beginning:
    """Return a report with every chapter and table of the form in force and nothing in them."""
    metadata = Metadata(subject.agency, subject.year, scope=subject.scope, title=subject.title)
    base = replace(skeleton(standard, subject.year), metadata=metadata)
    return Beginning(base, entries.fields(base, standard), _beside(subject, last))


def from_last(subject: Subject, last: Report, standard: Standard) -> Beginning:
    """Return a report with the prose of last year's and this year's tables, which are blank: no figure stands for two years."""
    bare = without_tables(last)
    old = replace(bare, chapters=tuple(chapter for chapter in bare.chapters if chapter.key or chapter.title or chapter.blocks))
    title = _next(last.metadata.title, last.metadata.year, subject.year) or subject.title
    metadata = Metadata(subject.agency, subject.year, scope=subject.scope, title=title, contact=last.metadata.contact)
    begun = replace(old, schema=standard.claim, metadata=metadata, attachments=(), annotations=NO_ANNOTATIONS, provenance=None)
    base = skeleton(standard, subject.year, replace(begun, chapters=_as_printed(begun.chapters, last, standard, subject.year)))
    return Beginning(base, entries.fields(base, standard), _beside(subject, last))


def _as_printed(chapters: tuple[Chapter, ...], last: Report, standard: Standard, year: int) -> tuple[Chapter, ...]:
    """Return last year's chapters; where this year has another edition, with its numbers and titles, without empty ones that only the old one has."""
    form = standard.in_force(year)
    before = standard.in_force(last.metadata.year, {table.edition for table in last.tables()})
    if form is before:
        return chapters
    kept = [(chapter, form.chapter(chapter.key)) for chapter in chapters if chapter.blocks or form.chapter(chapter.key) or not before.chapter(chapter.key)]
    return tuple(replace(chapter, number=printed.number, title=printed.title) if printed else chapter for chapter, printed in kept)


def from_file(subject: Subject, report: Report, standard: Standard, last: Report | None = None) -> Beginning:
    """Return a report as it was read from a file, its gaps open; it is of the subject's agency, year and scope, a period of another year is left out."""
    said = report.metadata
    period = said.period if said.year in (None, subject.year) else None
    agency = said.agency if said.agency.name == subject.agency.name else subject.agency
    metadata = replace(said, agency=agency, year=subject.year, scope=subject.scope, period=period, title=said.title or subject.title)
    base = skeleton(standard, subject.year, replace(report, metadata=metadata))
    return Beginning(base, entries.fields(base, standard), _beside(subject, last))


def _beside(subject: Subject, last: Report | None) -> Report | None:
    """Return last year's report under the name that the organ has now, so that a new name keeps nothing from being compared."""
    if last is None:
        return None
    return replace(last, metadata=replace(last.metadata, agency=subject.agency, year=subject.year - 1, scope=subject.scope))


def is_last(report: Report, year: int) -> bool:
    """Return whether a report is that of the year before."""
    return report.metadata.year == year - 1


def is_other(report: Report, subject: Subject, merged: Sequence[str] = ()) -> bool:
    """Return whether a report names an agency that is neither the subject nor was merged with it; a name within another, as a short form is, is the same."""
    said = report.metadata.agency
    if not said.name or (said.uscc and said.uscc == subject.agency.uscc):
        return False
    return not any(said.name in name or name in said.name for name in (*subject.names, *merged))


def _next(title: str | None, before: int | None, year: int) -> str | None:
    """Return last year's title with the year put on; None where it does not name its year."""
    return title.replace(str(before), str(year)) if title and before and str(before) in title else None
