"""What is kept of a version, read while others seal and destroy."""

from __future__ import annotations

from govreport.archive import objects
from govreport.archive.bundle import Bundle
from govreport.archive.catalogue import queries
from govreport.archive.catalogue.database import Database
from govreport.archive.failures import BrokenError
from govreport.archive.states import Version
from govreport.archive.store import Store


def content(store: Store, database: Database, version: Version) -> Bundle:
    """Return what is kept of a version; raises ``UnknownError`` for a redacted one, ``BrokenError`` where it is missing or altered.

    It may have been sealed or redacted since it was asked for: the catalogue says so before its content moves.
    """
    while True:
        try:
            return objects.content(store, version)
        except BrokenError:
            with database.reading() as connection:
                now = queries.version(connection, version.id, version.version)
            if (now.sealed, now.redacted) == (version.sealed, version.redacted):
                raise
            version = now
