"""How a report begins: from nothing, from last year's, or from a file; each as the report that a draft has under it and what stands in its fields."""

from __future__ import annotations

from dataclasses import dataclass, replace

from govreport.annotations import NO_ANNOTATIONS
from govreport.metadata import Agency, Metadata
from govreport.model import Block, Report, Section, Table
from govreport.standard import Standard
from govreport.web.desk import entries


@dataclass(frozen=True, slots=True)
class Subject:
    """Whose report of which year it is to be, with the title that it gets where none is known."""

    agency: Agency
    year: int
    scope: str
    title: str


@dataclass(frozen=True)
class Beginning:
    """The report under a draft, what stands in the fields, and last year's report where it is known."""

    base: Report
    fields: dict[str, str]
    last: Report | None = None


def blank(subject: Subject, standard: Standard, last: Report | None = None) -> Beginning:
    """Return a report with every chapter and table of the form in force and nothing in them."""
    metadata = Metadata(subject.agency, subject.year, scope=subject.scope, title=subject.title)
    base = replace(entries.skeleton(standard, subject.year), metadata=metadata)
    return Beginning(base, entries.fields(base, standard), last)


def from_last(subject: Subject, last: Report, standard: Standard) -> Beginning:
    """Return a report with the prose of last year's and this year's tables, which are blank: no figure stands for two years."""
    old = replace(last, chapters=tuple(replace(chapter, blocks=_prose(chapter.blocks)) for chapter in last.chapters))
    title = _next(last.metadata.title, last.metadata.year, subject.year) or subject.title
    metadata = Metadata(subject.agency, subject.year, scope=subject.scope, title=title, contact=last.metadata.contact)
    bare = replace(old, schema=standard.claim, metadata=metadata, attachments=(), annotations=NO_ANNOTATIONS, provenance=None)
    base = entries.skeleton(standard, subject.year, bare)
    return Beginning(base, entries.fields(base, standard), last)


def from_file(subject: Subject, report: Report, standard: Standard, last: Report | None = None) -> Beginning:
    """Return a report as it was read from a file, its gaps open; what it says of its agency and year stays, else the subject's is taken."""
    said = report.metadata
    metadata = replace(
        said,
        agency=said.agency if said.agency.name else subject.agency,
        year=said.year or subject.year,
        scope=said.scope or subject.scope,
        title=said.title or subject.title,
    )
    base = entries.skeleton(standard, subject.year, replace(report, metadata=metadata))
    return Beginning(base, entries.fields(base, standard), last)


def is_last(report: Report, year: int) -> bool:
    """Return whether a report is that of the year before."""
    return report.metadata.year == year - 1


def _next(title: str | None, before: int | None, year: int) -> str | None:
    """Return last year's title with the year put on; None where it does not name its year."""
    return title.replace(str(before), str(year)) if title and before and str(before) in title else None


def _prose(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return blocks without the tables of the form."""
    kept = (replace(block, blocks=_prose(block.blocks)) if isinstance(block, Section) else block for block in blocks if not isinstance(block, Table))
    return tuple(kept)
