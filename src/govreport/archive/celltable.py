"""The cells of all reports of an archive as rows of the long table; a report is called by its id there."""

from __future__ import annotations

from collections.abc import Iterator

from govreport.archive.archive import Archive
from govreport.archive.failures import UnknownError
from govreport.archive.reports import report
from govreport.archive.searching import Query, versions
from govreport.writers.longtable import Row, rows


def cell_rows(archive: Archive, query: Query) -> Iterator[Row]:
    """Yield the rows of the versions that pass a query's filters, by id; its text is not looked for.

    Those without a report have none. Raises ``BrokenError`` where the store does not have a version whole, or the standard lacks its edition,
    so that no table lacks it unsaid.
    """
    with archive.reading() as connection:
        chosen = versions(connection, query)
    for version in chosen:
        try:
            kept = archive.content(version)
        except UnknownError:  # redacted since it was listed
            continue
        found = report(version, kept, archive.standard)
        if found is not None:
            name = version.subject if query.everything else version.id
            yield from rows(found, name, version.name, archive.standard)
