"""Totals as a report: a draft of the organ's aggregate, with its members in an attachment and a remark where a sum is left open."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from govreport.archive.adding import Totals
from govreport.archive.archive import Archive
from govreport.archive.catalogue import queries
from govreport.archive.digests import digest
from govreport.archive.failures import RefusedError
from govreport.archive.organs import Naming
from govreport.archive.receipts import Receipt
from govreport.archive.requests import Request
from govreport.archive.tabulated import member_rows, remark, words
from govreport.forms import ChapterForm
from govreport.metadata import AGGREGATE
from govreport.model import Agency, Annotations, Attachment, Block, Chapter, Grid, Metadata, Note, Paragraph, Period, Provenance, Report
from govreport.standard import Standard
from govreport.writers import write

LANGUAGE = "zh"
"""The language of the reports of the form."""

READER = "archive-totals"
_SHOWN = (0, 1, 4, 5, 6, 7, 8)
"""The columns of members that the attachment has."""


def aggregate(archive: Archive, found: Totals, actor: str, reason: str | None = None) -> Receipt:
    """Return the receipt of totals deposited as a draft of the organ's aggregate.

    Raises ``RefusedError`` where no member counts or members followed several editions, and what a deposit raises.
    """
    if not found.counted:
        raise RefusedError("no-members", id=found.organ, year=found.year)
    editions = sorted({each.edition for each in found.tables})
    if len(editions) > 1:
        raise RefusedError("several-editions", id=found.organ, editions=" ".join(editions))
    with archive.reading() as connection:
        naming = queries.organ(connection, found.organ).at(found.year)
    data = write(report(found, naming, archive.standard), "xml", archive.standard)
    return archive.deposit(Request(data, f"{found.organ}.{found.year}.{AGGREGATE}.xml", found.organ, found.year, AGGREGATE, reason=reason), actor)


def report(found: Totals, naming: Naming | None, standard: Standard) -> Report:
    """Return the report that totals make: sums in its tables, blank where they are open; prose that says whose figures they are."""
    say, year = words(LANGUAGE), found.year
    form = standard.forms[found.tables[0].edition] if found.tables else standard.in_force(year)
    counts = {"count": len(found.counted), "missing": len(found.missing), "excluded": len(found.excluded)}
    agency = Agency(found.name, naming.kind if naming else None, naming.level if naming else None, naming.uscc if naming else None)
    period = Period(datetime.date(year, 1, 1), datetime.date(year, 12, 31))
    metadata = Metadata(agency, year, period, AGGREGATE, say("title", name=found.name, year=year))
    overview = Paragraph(say("overview", year=year, **counts))
    chapters = tuple(Chapter(each.key, each.number, each.title, tuple(_blocks(each, found, overview))) for each in form.chapters if each.title)
    rows = tuple(tuple(str(row[at] or "") for at in _SHOWN) for row in member_rows(found.members, LANGUAGE))
    members = Attachment(say("attachment"), blocks=(Grid((tuple(say("head").split("|")), *rows)),))
    counted = [[each.version.id, each.version.version, each.version.sha256] for each in found.counted if each.version]
    # of nothing else: the same totals made again are the same deposit
    made = digest({"members": counted})
    source = Provenance(f"{found.organ}.{year}.totals", made, READER, standard.release)
    return Report(standard.claim, metadata, chapters, (members,), Annotations(tuple(_notes(found))), source)


def _blocks(chapter: ChapterForm, found: Totals, overview: Paragraph) -> Iterator[Block]:
    if chapter.tables:
        yield from (table for table in found.tables if table.key in chapter.tables)
    else:
        if chapter.role == "overview":
            yield overview
        yield Paragraph(words(LANGUAGE)("chapter"))


def _notes(found: Totals) -> Iterator[Note]:
    for each in found.sums:
        text = remark(each, LANGUAGE)
        if text:
            yield Note(each.table, text, each.row, each.column)
