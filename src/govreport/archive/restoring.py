"""A backup made an archive again, in a new folder, and looked at whether it is whole."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from govreport.archive import configuration, durable, manifest
from govreport.archive.archive import LOCK, STORE, Archive, catalogue_url
from govreport.archive.backup import copied
from govreport.archive.catalogue import database, rebuilding, revisions, tables
from govreport.archive.catalogue.database import Database
from govreport.archive.digests import lines
from govreport.archive.failures import BrokenError, RefusedError
from govreport.archive.fixity import CODES, Verification
from govreport.archive.indexing import silent
from govreport.archive.localstore import LocalStore
from govreport.archive.manifest import TABLES, Copy
from govreport.archive.objects import ALTERED, EXTRA, UNREADABLE
from govreport.archive.problems import Problem
from govreport.archive.spool import FOLDER as SPOOL
from govreport.archive.store import LOG
from govreport.archive.strays import begun, of_log
from govreport.standard import Standard, load


@dataclass(frozen=True, slots=True)
class Restored:
    """What was restored: the copy, and all that is wrong with the archive that was made of it."""

    copy: Copy
    problems: tuple[Problem, ...]


def restore(source: Path, target: Path, catalogue: str | None = None, standard: Standard | None = None) -> Restored:
    """Return what was restored from a backup into a new folder, its catalogue made anew from the store and compared with that of the backup.

    What is damaged in the backup is restored as it is, and told: the files of the new archive are hashed, all of them.
    ``catalogue`` is the URL of another, empty, catalogue. Raises ``UnknownError`` where the source is no backup, ``RefusedError``,
    ``BrokenError`` for a backup of which no archive can be made.
    """
    known = manifest.read(source)
    for name in manifest.BESIDE:
        if not (source / name).is_file():
            raise BrokenError("backup-altered", name=source / name)
    found = configuration.read(source)
    altered = known.altered(source)
    chosen = catalogue if catalogue is not None else found.catalogue
    url = catalogue_url(target, chosen)
    with durable.anew(target, durable.PRIVATE):
        new = Database(url, target / LOCK)
        try:
            _need_empty(new)
            store = LocalStore(target / STORE)
            store.create()
            # a later backup that was cut short has brought more than the manifest speaks of
            copied(LocalStore(source / STORE), store, known.copy.sequence, silent)
            (target / SPOOL).mkdir()
            _filled(new, store, source, target, known.copy)
        finally:
            new.close()
        text = (source / configuration.FILE).read_text("utf-8")
        durable.replace(target / configuration.FILE, configuration.with_catalogue(text, chosen).encode("utf-8"))
    with Archive(target, configuration.read(target), standard or load()) as archive:
        beside = (Problem(CODES[ALTERED], name) for name in altered)
        return Restored(known.copy, (*beside, *_strays(LocalStore(source / STORE)), *Verification(archive, grace=0).problems()))


def _strays(store: LocalStore) -> Iterator[Problem]:
    """Yield what stands in the store of a backup and is not brought over: it belongs to nothing."""
    unread = list[str]()
    yield from (Problem(CODES[EXTRA], key) for key in store.foreign(unread.append))
    yield from of_log([*store.list(LOG, unread.append)], begun(store).__contains__)
    yield from (Problem(CODES[UNREADABLE], key) for key in dict.fromkeys(unread))


def _need_empty(new: Database) -> None:
    revisions.prepare(new)
    with new.reading() as connection:
        if database.head(connection).sequence:
            raise RefusedError("catalogue-taken", name=new.url.render_as_string())


def _filled(new: Database, store: LocalStore, source: Path, target: Path, done: Copy) -> None:
    rebuilding.rebuild(new, store)
    with new.writing() as connection:
        try:
            for line in lines((source / TABLES).read_text("utf-8")):
                found = json.loads(line)
                connection.execute(tables.metadata.tables[found["table"]].insert(), found["row"])
        except (AttributeError, KeyError, OSError, TypeError, ValueError) as error:
            raise BrokenError("backup-altered", name=source / TABLES) from error
        connection.execute(tables.place.delete())
        connection.execute(tables.place.insert(), {"name": "folder", "value": str(target.resolve())})
    with new.reading() as connection:
        if rebuilding.digest(connection) != done.catalogue:
            raise BrokenError("not-equal", name=target)
