"""Backups while the archive is at work, and archives restored from them.

A backup is a folder with all that an archive's folder has but the catalogue, which follows from the store. What does not follow from it
(tables that later steps of the catalogue add for accounts and keys) is kept beside it. A second backup into the same folder takes only what is new.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, groupby
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from govreport.archive import configuration, durable, manifest, objects
from govreport.archive.archive import STORE, Archive
from govreport.archive.audit import ORIGIN
from govreport.archive.catalogue import database, entries, queries, rebuilding, structure
from govreport.archive.digests import canonical
from govreport.archive.failures import BrokenError, RefusedError, of_system
from govreport.archive.indexing import Progress, silent
from govreport.archive.localstore import LocalStore
from govreport.archive.manifest import BEGUN, TABLES, Copy, Manifest
from govreport.archive.pieces import pieces
from govreport.archive.redaction import remains
from govreport.archive.states import Version
from govreport.archive.store import JOURNAL, OBJECTS, log_key
from govreport.replacement import part_of


def backup(archive: Archive, target: Path, progress: Progress = silent) -> Copy:
    """Return what was copied into a folder, new or that of an earlier backup of the same archive; deposits may go on meanwhile.

    One that was cut short is gone on with. What is damaged in the archive is copied as it is, told, and taken again the next time.
    Raises ``BrokenError`` where the log of the archive is damaged or the copy cannot be written, ``RefusedError`` for a folder of something
    else or in the archive.
    """
    if target.resolve().is_relative_to(archive.folder.resolve()):
        raise RefusedError("backup-inside", name=target)
    try:
        before = _own(archive, target)
        copy = LocalStore(target / STORE)
        copy.create()
        for key in (*copy.abandoned(), *(before.copy.damaged if before else ())):
            copy.remove(key)
        with archive.sealer.kept():
            new = files = 0
            while True:
                with archive.reading() as connection:
                    head, digest = database.head(connection), rebuilding.digest(connection)
                    beside = [line for table in structure.beside() for line in _lines(connection, table)]
                    redacted = queries.redacted(connection)
                    unproved = list(_unproved(connection, copy, before))
                more, files = copied(archive.store, copy, head.sequence, progress)
                new += more
                with archive.reading() as connection:
                    if len(queries.redacted(connection)) == len(redacted):
                        break
                # what the law had destroyed meanwhile is in no copy: it is taken up to there
        removed = [key for version in redacted for key in remains(copy, version)]
        for key in removed:
            copy.remove(key)
        damaged = tuple(objects.place(each) for each in unproved if objects.wrong(copy, each))
        done = Copy(head.sequence, head.hash, head.time, digest, new, files, len(removed), damaged)
        kept = {configuration.FILE: (archive.folder / configuration.FILE).read_bytes(), TABLES: "".join(beside).encode("utf-8")}
        manifest.complete(target, before, done, kept)
    except OSError as error:
        raise of_system(error) from error
    return done


def _own(archive: Archive, target: Path) -> Manifest | None:
    """Return what an earlier backup of the same archive in a folder says of itself, None where there is none yet.

    Raises ``RefusedError`` for anything else: also for a log that is not the beginning of this one's.
    """
    begun = target / BEGUN
    if target.exists() and not target.is_dir():
        raise RefusedError("not-empty", name=target)
    if not target.exists() or all(path.name == part_of(begun).name for path in target.iterdir()):
        target.mkdir(durable.PRIVATE, parents=True, exist_ok=True)
        durable.replace(begun, _hash(archive, 1).encode("ascii"))
    elif (target / manifest.FILE).exists():
        before = manifest.read(target)
        if before.copy.hash != _hash(archive, before.copy.sequence):
            raise RefusedError("backup-other", name=target)
        return before
    elif not begun.exists():
        raise RefusedError("not-empty", name=target)
    elif begun.read_text("ascii") != _hash(archive, 1):
        raise RefusedError("backup-other", name=target)
    return None


def _unproved(connection: Connection, copy: LocalStore, before: Manifest | None) -> Iterator[Version]:
    """Yield the versions that no earlier backup had to its end: what one brought that was cut short was not looked at."""
    since = {event.subject for event in entries.log(connection, before.copy.sequence if before else 0)}
    for each in queries.versions(connection):
        if not each.redacted and (each.subject in since or not copy.has(objects.place(each))):
            yield each


def _hash(archive: Archive, sequence: int) -> str:
    """Return the hash of an entry of the log, what stands before the first one where there is none."""
    with archive.reading() as connection:
        found = next(entries.log(connection, sequence - 1, sequence), None) if sequence else None
    return found.hash if found else ORIGIN


def copied(source: LocalStore, copy: LocalStore, end: int, progress: Progress) -> tuple[int, int]:
    """Return how many files were new to a copy that goes up to an entry of the log, and how many it has; what is damaged is copied as it is."""
    new = files = behind = 0
    for piece in pieces(source):
        if piece[0].sequence > end:
            break
        key = log_key(piece[0].sequence)
        data = source.get(key) or b""
        if not (written := copy.put(key, data)) and copy.get(key) != data:
            # a backup that was cut short had the log of another archive, or of this one before it was restored to an earlier time
            raise RefusedError("backup-other", name=copy.root.parent)
        new, files, behind = new + written, files + 1, piece[-1].sequence
    if behind < end:
        raise BrokenError("log-lost", sequence=behind + 1, key=log_key(behind + 1))
    later = _Later(source, end)
    # what is deposited from now on is nothing to this copy: those who deposit without a pause could else keep it running
    # what cannot be read keeps nothing else from the copy: it is looked for there, and told
    waiting = [each.key for each in source.list(JOURNAL, lambda _: None)]
    sealed = (each.key for each in source.list(OBJECTS, lambda _: None))
    for _, keys in groupby(chain(waiting, sealed), lambda key: objects.folder(key) or key):
        found = list(keys)
        folder = objects.folder(found[0])
        if folder is not None and not copy.has(folder) and folder in later:
            continue
        files += len(found)
        new += _taken(source, copy, folder, found)
        progress(files)
    return new, files


def _taken(source: LocalStore, copy: LocalStore, folder: str | None, keys: Sequence[str]) -> int:
    """Return how many files were new to the copy: those of an object come together, or none of them; what nobody has any more is left out.

    What cannot be read is left out alone.
    """
    found = {key: objects.looked_at(source, key) for key in keys if not copy.has(key)}
    missing = {key: data for key, (data, fault) in found.items() if data is not None or fault != objects.UNREADABLE}
    there = {key: data for key, data in missing.items() if data is not None}
    if folder is not None and len(there) < len(missing):
        return 0
    if folder is not None and len(there) == len(keys) and copy.seal({folder: {key[len(folder) + 1 :]: data for key, data in there.items()}}):
        return len(there)
    return sum(copy.put(key, data) for key, data in there.items())


class _Later:
    """The objects that were sealed behind an entry of the log."""

    def __init__(self, store: LocalStore, end: int) -> None:
        self._store, self._end = store, end
        self._folders: set[str] = set()

    def __contains__(self, folder: str) -> bool:
        for piece in pieces(self._store, self._end):
            self._folders.update(str(event.data["sealed"]) for event in piece if event.data.get("sealed"))
            self._end = piece[-1].sequence
        return folder in self._folders


def _lines(connection: Connection, table: sa.Table) -> Iterator[str]:
    for row in rebuilding.rows(connection, table):
        yield canonical({"table": table.name, "row": row}) + "\n"
