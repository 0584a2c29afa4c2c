"""A backup made an archive again, in a new folder."""

from __future__ import annotations

import json
from pathlib import Path

from govreport.archive import configuration, durable
from govreport.archive.archive import LOCK, STORE, catalogue_url
from govreport.archive.backup import TABLES, Copy, copied, manifest
from govreport.archive.catalogue import database, rebuilding, revisions, tables
from govreport.archive.catalogue.database import Database
from govreport.archive.digests import lines
from govreport.archive.failures import BrokenError, RefusedError
from govreport.archive.indexing import silent
from govreport.archive.localstore import LocalStore
from govreport.archive.spool import FOLDER as SPOOL


def restore(source: Path, target: Path, catalogue: str | None = None) -> Copy:
    """Return what was restored from a backup into a new folder, its catalogue made anew from the store and compared with that of the backup.

    ``catalogue`` is the URL of another, empty, catalogue. Raises ``UnknownError`` where the source is no backup, ``RefusedError``, ``BrokenError``.
    """
    done = manifest(source)
    chosen = catalogue if catalogue is not None else configuration.read(source).catalogue
    url = catalogue_url(target, chosen)
    with durable.anew(target):
        new = Database(url, target / LOCK)
        try:
            _need_empty(new)
            store = LocalStore(target / STORE)
            store.create()
            # a later backup that was cut short has brought more than the manifest speaks of
            copied(LocalStore(source / STORE), store, done.sequence, silent, as_it_is=True)
            (target / SPOOL).mkdir()
            _filled(new, store, source, target, done)
        finally:
            new.close()
        text = (source / configuration.FILE).read_text("utf-8")
        durable.replace(target / configuration.FILE, configuration.with_catalogue(text, chosen).encode("utf-8"))
    return done


def _need_empty(new: Database) -> None:
    revisions.prepare(new)
    with new.reading() as connection:
        if database.head(connection).sequence:
            raise RefusedError("catalogue-taken", name=new.url.render_as_string())


def _filled(new: Database, store: LocalStore, source: Path, target: Path, done: Copy) -> None:
    rebuilding.rebuild(new, store)
    with new.writing() as connection:
        for line in lines((source / TABLES).read_text("utf-8")):
            found = json.loads(line)
            connection.execute(tables.metadata.tables[found["table"]].insert(), found["row"])
        connection.execute(tables.place.delete())
        connection.execute(tables.place.insert(), {"name": "folder", "value": str(target.resolve())})
    with new.reading() as connection:
        if rebuilding.digest(connection) != done.catalogue:
            raise BrokenError("not-equal", name=target)
