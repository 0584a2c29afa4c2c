"""Archives made and opened."""

from __future__ import annotations

import datetime
import os
from collections.abc import Callable
from pathlib import Path

from govreport.archive import configuration, durable, objects
from govreport.archive.archive import LOCK, STORE, Archive, catalogue_url
from govreport.archive.catalogue import database, deleted, revisions, tables
from govreport.archive.catalogue.database import Database
from govreport.archive.failures import BrokenError, RefusedError, UnknownError
from govreport.archive.ledger import now
from govreport.archive.localstore import LocalStore
from govreport.archive.spool import FOLDER as SPOOL
from govreport.archive.store import INCOMING, log_key
from govreport.standard import Standard, load


def create(folder: Path, catalogue: str = configuration.SQLITE) -> None:
    """Make an empty archive in a folder, which may be there if it is empty and is left as it was where that fails.

    Raises ``RefusedError`` where it is not empty, ``UnknownError`` for a catalogue that is neither of the two kinds, ``BrokenError``.
    """
    url = catalogue_url(folder, catalogue)
    with durable.anew(folder, durable.PRIVATE):
        store = LocalStore(folder / STORE)
        store.create()
        objects.create_root(store)
        (folder / SPOOL).mkdir()
        found = Database(url, folder / LOCK)
        try:
            revisions.prepare(found)
            with found.writing() as connection:
                if database.head(connection).sequence:
                    raise RefusedError("catalogue-taken", name=found.url.render_as_string())
                connection.execute(tables.place.delete())
                connection.execute(tables.place.insert(), {"name": "folder", "value": str(folder.resolve())})
        finally:
            found.close()
        configuration.write(folder, catalogue)


def open_archive(place: str | Path, standard: Standard | None = None, clock: Callable[[], datetime.datetime] = now) -> Archive:
    """Return the archive in a folder, or the one whose catalogue has this URL; raises ``UnknownError`` where there is none, ``BrokenError``.

    What the store has beyond the catalogue, after a crash, is applied, and half-written files of processes that have ended are cleared away.
    """
    folder, chosen = folder_of(place), standard or load()
    found = Archive(folder, configuration.read(folder, chosen), chosen, clock)
    try:
        if not found.database.read_only:
            if revisions.revision(found.database) is None and found.store.has(log_key(1)):
                # what follows from the log could be made again, not who may log in and what is being written
                raise BrokenError("catalogue-lost", name=found.database.url.render_as_string())
            revisions.prepare(found.database)
            found.ledger.catch_up()
            # a backup has none, and many a program that copies leaves empty folders out
            for each in (folder / SPOOL, folder / STORE / INCOMING):
                each.mkdir(exist_ok=True)
            deleted.forgotten(found.database)
            for key in list(found.store.abandoned()):
                found.store.remove(key)
    except BaseException:
        found.close()
        raise
    return found


def folder_of(place: str | Path) -> Path:
    """Return the folder of an archive, itself or the URL of its catalogue; raises ``UnknownError``, ``BrokenError``."""
    if "://" not in str(place):
        return Path(place)
    known = Database(database.url_of(str(place), files=True), Path(os.devnull))
    try:
        if revisions.revision(known) is None:
            raise UnknownError("no-archive", name=known.url.render_as_string())
        with known.reading() as connection:
            row = connection.execute(tables.place.select().where(tables.place.c.name == "folder")).first()
        if row is None:
            raise UnknownError("no-archive", name=known.url.render_as_string())
        return Path(row.value)
    finally:
        known.close()
