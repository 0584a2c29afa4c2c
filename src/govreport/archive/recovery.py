"""An archive whose catalogue is lost or damaged, made whole again from its store."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from govreport.archive import configuration
from govreport.archive.archive import LOCK, STORE, catalogue_url
from govreport.archive.audit import Head
from govreport.archive.catalogue import database, rebuilding, tables
from govreport.archive.catalogue.database import Database
from govreport.archive.failures import BrokenError
from govreport.archive.opening import folder_of
from govreport.archive.store import LocalStore


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """What a rebuild came to: the end of the log, whether the catalogue is as it was before, and where a damaged file was moved to."""

    head: Head
    equal: bool
    aside: str | None = None


def rebuilt(place: str | Path) -> Rebuilt:
    """Return what the rebuild of an archive's catalogue came to; raises ``UnknownError``, ``BrokenError``."""
    folder = folder_of(place)
    url = catalogue_url(folder, configuration.read(folder))
    aside: Path | None = None
    found = Database(url, folder / LOCK)
    try:
        try:
            found.prepare()
            with found.reading() as connection:
                before = rebuilding.digest(connection)
        except BrokenError as error:
            if not found.embedded or error.reason != "catalogue":
                raise
            found.close()
            aside = rebuilding.set_aside(folder / database.FILE)
            found = Database(url, folder / LOCK)
            found.prepare()
            before = ""
        head = rebuilding.rebuild(found, LocalStore(folder / STORE))
        with found.writing() as connection:
            connection.execute(tables.place.delete())
            connection.execute(tables.place.insert(), {"name": "folder", "value": str(folder.resolve())})
        with found.reading() as connection:
            return Rebuilt(head, rebuilding.digest(connection) == before, str(aside) if aside else None)
    finally:
        found.close()
