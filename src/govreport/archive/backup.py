"""Backups while the archive is at work, and archives restored from them.

A backup is a folder with all that an archive's folder has but the catalogue, which follows from the store. What does not follow from it
(tables that later steps of the catalogue add for accounts and keys) is kept beside it. A second backup into the same folder takes only what is new.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import chain, groupby
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from govreport.archive import configuration, durable, objects
from govreport.archive.archive import STORE, Archive
from govreport.archive.audit import ORIGIN
from govreport.archive.catalogue import database, entries, queries, rebuilding, tables
from govreport.archive.digests import canonical, sha256
from govreport.archive.failures import BrokenError, RefusedError, UnknownError, of_system
from govreport.archive.indexing import Progress, silent
from govreport.archive.localstore import LocalStore
from govreport.archive.pieces import pieces
from govreport.archive.redaction import remains
from govreport.archive.store import JOURNAL, OBJECTS, log_key
from govreport.replacement import part_of

MANIFEST, TABLES = "backup.json", "tables.jsonl"
BEGUN = "backup.begun"
"""Names the archive, by the first entry of its log, while a first backup of it is not complete: it can be gone on with."""


@dataclass(frozen=True, slots=True)
class Copy:
    """What a backup holds: the end of the log, its time, the digest of the catalogue then, how many files were new and are there in all.

    ``removed`` is how much of an earlier copy was destroyed because the archive has redacted it since.
    """

    sequence: int
    hash: str
    time: str
    catalogue: str
    new: int = 0
    files: int = 0
    removed: int = 0


def backup(archive: Archive, target: Path, progress: Progress = silent) -> Copy:
    """Return what was copied into a folder, new or that of an earlier backup of the same archive; deposits may go on meanwhile.

    One that was cut short is gone on with. Raises ``BrokenError`` where a file of the archive is damaged or the copy cannot be written,
    ``RefusedError`` for a folder of something else or in the archive.
    """
    if target.resolve().is_relative_to(archive.folder.resolve()):
        raise RefusedError("backup-inside", name=target)
    try:
        _need_own(archive, target)
        copy = LocalStore(target / STORE)
        copy.create()
        for key in list(copy.abandoned()):
            copy.remove(key)
        with archive.sealer.kept():
            new = files = 0
            while True:
                with archive.reading() as connection:
                    head, digest = database.head(connection), rebuilding.digest(connection)
                    beside = [line for table in _beside() for line in _lines(connection, table)]
                    redacted = queries.redacted(connection)
                more, files = copied(archive.store, copy, head.sequence, progress)
                new += more
                with archive.reading() as connection:
                    if len(queries.redacted(connection)) == len(redacted):
                        break
                # what the law had destroyed meanwhile is in no copy: it is taken up to there
        removed = [key for version in redacted for key in remains(copy, version)]
        for key in removed:
            copy.remove(key)
        durable.replace(target / configuration.FILE, (archive.folder / configuration.FILE).read_bytes())
        durable.replace(target / TABLES, "".join(beside).encode("utf-8"))
        done = Copy(head.sequence, head.hash, head.time, digest, new, files, len(removed))
        durable.replace(target / MANIFEST, (canonical(asdict(done)) + "\n").encode("utf-8"))
        durable.clear(target / BEGUN)
    except OSError as error:
        raise of_system(error) from error
    return done


def _need_own(archive: Archive, target: Path) -> None:
    """Raise ``RefusedError`` for a folder that has anything but an earlier backup of the same archive: a log that is not the beginning of this one's."""
    begun = target / BEGUN
    if not target.exists() or all(path.name == part_of(begun).name for path in target.iterdir()):
        target.mkdir(parents=True, exist_ok=True)
        durable.replace(begun, _hash(archive, 1).encode("ascii"))
    elif (target / MANIFEST).exists():
        before = manifest(target)
        if before.hash != _hash(archive, before.sequence):
            raise RefusedError("backup-other", name=target)
    elif not begun.exists():
        raise RefusedError("not-empty", name=target)
    elif begun.read_text("ascii") != _hash(archive, 1):
        raise RefusedError("backup-other", name=target)


def _hash(archive: Archive, sequence: int) -> str:
    """Return the hash of an entry of the log, what stands before the first one where there is none."""
    with archive.reading() as connection:
        found = next(entries.log(connection, sequence - 1, sequence), None) if sequence else None
    return found.hash if found else ORIGIN


def manifest(source: Path) -> Copy:
    """Return what a backup says of itself; raises ``UnknownError`` where a folder is none, or one that is not complete."""
    if (source / BEGUN).exists() and not (source / MANIFEST).exists():
        raise UnknownError("backup-begun", name=source)
    try:
        return Copy(**json.loads((source / MANIFEST).read_text("utf-8")))
    except (OSError, ValueError, TypeError) as error:
        raise UnknownError("no-backup", name=source) from error


def copied(source: LocalStore, copy: LocalStore, end: int, progress: Progress, *, as_it_is: bool = False) -> tuple[int, int]:
    """Return how many files were new to a copy that goes up to an entry of the log, and how many it has; a damaged one is copied ``as_it_is``, or fails."""
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
        raise BrokenError("log-gap", sequence=behind + 1, key=log_key(behind + 1))
    later = _Later(source, end)
    # what is deposited from now on is nothing to this copy: those who deposit without a pause could else keep it running
    waiting = [each.key for each in source.list(JOURNAL)]
    sealed = (each.key for each in source.list(OBJECTS))
    for _, keys in groupby(chain(waiting, sealed), lambda key: objects.folder(key) or key):
        found = list(keys)
        folder = objects.folder(found[0])
        if folder is not None and not copy.has(folder) and folder in later:
            continue
        files += len(found)
        new += _taken(source, copy, folder, found, as_it_is)
        progress(files)
    return new, files


def _taken(source: LocalStore, copy: LocalStore, folder: str | None, keys: Sequence[str], as_it_is: bool) -> int:
    """Return how many files were new to the copy: those of an object come together, or none of them; what nobody has any more is left out."""
    missing = {key: source.get(key) for key in keys if not copy.has(key)}
    there = {key: data for key, data in missing.items() if data is not None}
    for key, data in there.items():
        if not as_it_is and key.startswith(f"{JOURNAL}/") and sha256(data) != key.rpartition("/")[2]:
            raise BrokenError("altered-file", key=key)
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


def _beside() -> Iterator[sa.Table]:
    yield from (table for table in tables.metadata.sorted_tables if table not in (*tables.PROJECTED, *tables.INDEXED, tables.place))


def _lines(connection: Connection, table: sa.Table) -> Iterator[str]:
    for row in rebuilding.rows(connection, table):
        yield canonical({"table": table.name, "row": row}) + "\n"
