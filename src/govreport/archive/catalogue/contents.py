"""What versions say, as rows of the catalogue: cells, prose, words and the codes found; made of what the store keeps, in the order of the log.

Deposits do not wait for it. The service takes in what is new when they pause, whoever asks what is left; versions whose content was destroyed have no rows.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from decimal import Decimal
from operator import itemgetter

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from govreport.archive.bundle import Bundle
from govreport.archive.catalogue import contentrows, queries, tables, words
from govreport.archive.catalogue.contentrows import Content, Figure
from govreport.archive.digests import canonical
from govreport.archive.failures import BrokenError
from govreport.archive.reports import report
from govreport.archive.states import Version
from govreport.model import Block, Grid, NotApplicable, Paragraph, Report, Section, Table
from govreport.numerals import MAXIMUM_DECIMALS
from govreport.rules.context import tables_of
from govreport.standard import Standard
from govreport.validation import record

READ, NONE, BROKEN = "read", "none", "broken"
MONEY = "money"


def content(version: Version, kept: Bundle | None, standard: Standard) -> Content:
    """Return what a version says; ``kept`` is None where the store does not have it whole."""
    lacking = Content(version.sequence, BROKEN, None, version.name)
    if kept is None:
        return lacking
    codes = tuple(sorted(Counter(_codes(kept, standard)).items()))
    try:
        found = report(version, kept, standard)
    except BrokenError:  # of an edition that the standard at hand does not have
        return lacking
    if found is None:
        return Content(version.sequence, NONE, None, version.name, codes=codes)
    said = "\n".join(filter(None, (version.name, *_said(found))))
    held = tables_of(found, standard).values()
    forms = tuple(f"{table.edition}:{table.key}" for table in held)
    return Content(version.sequence, READ, found.metadata.agency.name, said, forms, tuple(_figures(held, standard)), codes)


def _codes(kept: Bundle, standard: Standard) -> Iterator[str]:
    """Yield the code of every finding that is kept; a package of somebody else's may have had other things in their place."""
    with suppress(record.RecordError):
        yield from (each.code for each in record.read(kept.findings, standard).findings)


def _said(report: Report) -> Iterator[str | None]:
    """Yield what can be searched of a report: what it says of itself and its prose, remarks on cells included."""
    said = report.metadata
    yield from (said.title, said.agency.name, said.agency.uscc, said.document_number, said.contact)
    for chapter in report.chapters:
        yield chapter.title
        yield from _lines(chapter.blocks)
    for attachment in report.attachments:
        yield from (attachment.title, attachment.file_name)
        yield from _lines(attachment.blocks)
    yield from (note.text for note in report.annotations.notes)
    yield from (stated.text for stated in report.annotations.restatements)


def _lines(blocks: Iterable[Block]) -> Iterator[str | None]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block.text
        elif isinstance(block, Section):
            yield block.title
            yield from _lines(block.blocks)
        elif isinstance(block, Grid):
            yield block.caption
            yield from (cell for row in block.rows for cell in row)


def _figures(found: Iterable[Table], standard: Standard) -> Iterator[Figure]:
    for table in found:
        form = standard.forms[table.edition].tables[table.key]
        for (row, key), value in table.cells.items():
            column = form.column(row, key)
            if column is None:
                continue
            money = column.kind == MONEY
            decimals = MAXIMUM_DECIMALS if money else 0
            unit = (table.units.get(row) or column.unit or "") if money else None
            number = None if isinstance(value, NotApplicable) else int(Decimal(value).scaleb(decimals))
            yield Figure((table.edition, table.key, row, key), decimals, number, unit)


def mark(connection: Connection) -> int:
    """Return the sequence of the last version whose content has been taken in."""
    found = connection.execute(_MARK).scalar() or 0
    if not isinstance(found, int):
        raise BrokenError("catalogue", name="", detail="documents")
    return found


def waiting(connection: Connection, most: int) -> tuple[Version, ...]:
    """Return the first versions whose content has yet to be taken in, at most so many."""
    columns = tables.versions.c
    query = sa.select(tables.versions).where(columns.sequence > mark(connection), ~columns.redacted).order_by(columns.sequence).limit(most)
    found = tuple(queries.of_row(dict(row)) for row in connection.execute(query).mappings())
    if not all(isinstance(version.sequence, int) for version in found):
        raise BrokenError("catalogue", name="", detail="versions")
    return found


def behind(connection: Connection) -> int:
    """Return how many versions have yet to be taken in."""
    columns = tables.versions.c
    query = sa.select(sa.func.count()).select_from(tables.versions).where(columns.sequence > mark(connection), ~columns.redacted)
    return connection.execute(query).scalar() or 0


def broken(connection: Connection) -> tuple[Version, ...]:
    """Return the versions that the store did not have whole when they were taken in."""
    columns, document = tables.versions.c, tables.documents.c
    query = sa.select(tables.versions).join(tables.documents, document.document == columns.sequence).where(document.state == BROKEN)
    return tuple(queries.of_row(dict(row)) for row in connection.execute(query).mappings())


def put(connection: Connection, found: Sequence[Content]) -> None:
    """Write what versions say; versions redacted meanwhile are left out."""
    columns = tables.versions.c
    there = sa.select(columns.sequence).where(columns.sequence.in_([each.document for each in found]), ~columns.redacted)
    kept = set(connection.execute(there).scalars())
    found = [each for each in found if each.document in kept]
    numbers = contentrows.numbered(connection, found)
    rows = [contentrows.rows(each, numbers) for each in found]
    for table in contentrows.TABLES:
        values = [row for each in rows for row in each[table]]
        if values:
            connection.execute(table.insert(), values)
    words.put(connection, ((each.document, each.text) for each in found))


def forget(connection: Connection, id: str, version: int) -> None:
    """Take away what a version says: its content is destroyed."""
    columns = tables.versions.c
    number = connection.execute(sa.select(columns.sequence).where(columns.id == id, columns.version == version)).scalar()
    text = connection.execute(sa.select(tables.documents.c.text).where(tables.documents.c.document == number)).scalar()
    if text is None:
        return
    words.forget(connection, int(number or 0), text)
    for table in contentrows.TABLES:
        connection.execute(table.delete().where(table.c.document == number))


def clear(connection: Connection) -> None:
    """Take away what all versions say, to be taken in again."""
    for table in tables.INDEXED:
        connection.execute(table.delete())
    words.clear(connection)


def dump(connection: Connection) -> Iterator[str]:
    """Yield what all versions say as lines, sorted: equal contents, whatever the database, give equal lines."""
    places = {row.place: [row.edition, row.table, row.row, row.column] for row in connection.execute(sa.select(tables.places))}
    rows = [dict(row) for table in contentrows.TABLES for row in connection.execute(sa.select(table)).mappings()]
    for row in rows:
        # places are numbered as they come, which is not the same in every catalogue
        if "places" in row:
            named = [places[each] for each in json.loads(row.pop("places"))]
            row["counts"] = sorted(zip(named, json.loads(row["counts"]), strict=True), key=itemgetter(0))
        elif "place" in row:
            row["place"] = places[row["place"]]
    yield from sorted(map(canonical, rows))


_MARK = sa.select(sa.func.max(tables.documents.c.document))
