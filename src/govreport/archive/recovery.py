"""An archive whose catalogue is lost or damaged, made whole again from its store; one whose catalogue goes back to what an older program knows."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.engine import Connection

from govreport.archive import audit, configuration
from govreport.archive.archive import LOCK, STORE, catalogue_url
from govreport.archive.audit import Head
from govreport.archive.catalogue import database, entries, rebuilding, revisions, structure, tables
from govreport.archive.catalogue.database import Database
from govreport.archive.failures import BrokenError, RefusedError, UnknownError
from govreport.archive.localstore import LocalStore
from govreport.archive.opening import folder_of


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """What a rebuild came to: the end of the log, whether the catalogue is as it was before, and where a damaged file was moved to.

    ``empty`` are the tables that were missing and that no log can fill: accounts, keys and drafts come from a backup.
    """

    head: Head
    equal: bool
    aside: str | None = None
    empty: tuple[str, ...] = ()


def rebuilt(place: str | Path) -> Rebuilt:
    """Return what the rebuild of an archive's catalogue came to; raises ``UnknownError``, ``BrokenError``."""
    folder = folder_of(place)
    url = catalogue_url(folder, configuration.read(folder).catalogue)
    found = Database(url, folder / LOCK)
    try:
        try:
            revisions.marked(found)
            revisions.prepare(found)
            return _made_anew(found, folder, None)
        except BrokenError as error:
            if not found.embedded or error.reason != "catalogue":
                raise
            found.close()
            aside = rebuilding.set_aside(folder / database.FILE)
            found = Database(url, folder / LOCK)
            revisions.prepare(found)
            return _made_anew(found, folder, aside)
    finally:
        found.close()


def _made_anew(found: Database, folder: Path, aside: Path | None) -> Rebuilt:
    # what is deposited meanwhile waits: it is no difference between before and after
    with found.writing() as connection:
        empty = structure.completed(connection)
        before, last = rebuilding.digest(connection), _last(connection)
        head = rebuilding.made_anew(connection, LocalStore(folder / STORE))
        if head.sequence < last:
            # the catalogue alone still has what the log has lost
            raise BrokenError("log-short", sequence=head.sequence, last=last)
        connection.execute(tables.place.delete())
        connection.execute(tables.place.insert(), {"name": "folder", "value": str(folder.resolve())})
        equal = aside is None and rebuilding.digest(connection) == before
    return Rebuilt(head, equal, str(aside) if aside else None, empty)


def _last(connection: Connection) -> int:
    """Return the number of the last entry that a catalogue has, 0 where that is none or not what its digest says."""
    try:
        end = database.head(connection)
        found = entries.entry(connection, end.sequence)
    except BrokenError:
        return 0
    sound = found is not None and found.hash == end.hash and not any(audit.verify((found,), Head(found.sequence - 1, found.previous)))
    return end.sequence if sound else 0


def taken_back(place: str | Path, step: str, lossy: bool = False) -> str:
    """Return the step at which an archive's catalogue was before it was taken back to an older one; raises ``RefusedError`` for none older.

    The log, the store and what is in tables of that step stay as they are; the tables of later steps are gone. Raises ``RefusedError`` where
    something stands in these that a rebuild does not bring back, unless it may be ``lossy``.
    """
    folder = folder_of(place)
    found = Database(catalogue_url(folder, configuration.read(folder).catalogue), folder / LOCK)
    try:
        old = revisions.revision(found)
        if old is None:
            raise UnknownError("no-archive", name=place)
        if old > revisions.REVISION:
            raise BrokenError("newer-catalogue", found=old, known=revisions.REVISION)
        if step not in revisions.steps() or step >= old:
            raise RefusedError("step", step=step, found=old)
        revisions.upgrade(found, step, lossy)
        return old
    finally:
        found.close()
