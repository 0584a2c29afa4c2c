"""What the catalogue says of contents, compared with what the store holds: it is what a rebuild would write, version by version."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import sqlalchemy as sa

from govreport.archive import objects, retrieval
from govreport.archive.archive import Archive
from govreport.archive.catalogue import contentrows, contents, differences, queries, tables, words, wordsums
from govreport.archive.catalogue.differences import Places
from govreport.archive.failures import BrokenError, UnknownError
from govreport.archive.problems import FOLDER, Problem
from govreport.archive.states import Version

CODE = "ARC-CONTENTS"


@dataclass(slots=True)
class ContentFixity:
    """A check of the contents that an archive's catalogue has; what has yet to be taken in is looked at when it has been."""

    archive: Archive
    places: Places = field(default_factory=dict)

    def version(self, version: Version) -> Iterator[Problem]:
        """Yield where the rows of a version, whose content was found whole, are not those that would be written of it now."""
        archive = self.archive
        with archive.reading() as connection:
            if contents.mark(connection) < version.sequence:
                return
        try:
            kept = retrieval.content(archive.store, archive.database, version)
        except UnknownError:
            return
        except BrokenError as error:
            # what is missing or altered is told already: here all its digests hold, and it is none
            yield Problem("ARC-ALTERED" if error.reason in ("altered", "bundle") else "ARC-UNREADABLE", objects.place(version), version.subject)
            return
        made, broken = (contents.content(version, each, archive.standard) for each in (kept, None))
        if made == broken:  # it is whole, so the standard lacks its edition
            yield Problem("ARC-EDITION", objects.place(version), version.subject)
            return
        with archive.reading() as connection:
            # destroyed meanwhile, or emptied by a rebuild
            if contents.mark(connection) < version.sequence or queries.version(connection, version.id, version.version).redacted:
                return
            found = differences.differences(connection, made, broken, self.places)
            if found:
                # places are added while others deposit
                self.places = contentrows.places(connection)
                found = differences.differences(connection, made, broken, self.places)
        for each in found:
            yield Problem(CODE, subject=version.subject, reason=each.table, detail=f"{each.place}{f' (+{each.number - 1})' if each.number > 1 else ''}")

    def rest(self, chosen: Sequence[Version] | None) -> Iterator[Problem]:
        """Yield rows that belong to no version, and the versions, of some or of all, whose words are not those of their text."""
        with self.archive.reading() as connection:
            names = {version.sequence: version.subject for version in queries.versions(connection)}
            place = connection.execute(sa.select(tables.place.c.value).where(tables.place.c.name == "folder")).scalar()
            if place != (here := str(self.archive.folder.resolve())):
                yield Problem(CODE, subject=here, reason=FOLDER, detail=f"{place or differences.NOTHING} \u2260 {here}")
            lost = [*differences.without(connection, self.archive.standard)]
            for table, number in lost:
                yield Problem(CODE, subject=_name(names, number) if table != tables.places.name else f"{table} {number}", reason=table)
            for number in wordsums.unlike(connection, None if chosen is None else [version.sequence for version in chosen]):
                if (words.TABLE, number) not in lost:
                    yield Problem(CODE, subject=_name(names, number), reason=words.TABLE)


def _name(names: Mapping[int, str], number: int) -> str:
    return names.get(number, f"documents {number}")
