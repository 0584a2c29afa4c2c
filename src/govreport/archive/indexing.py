"""Contents of versions taken into the catalogue: what was deposited since is read from the store, page by page, each in one transaction."""

from __future__ import annotations

from collections.abc import Callable

from govreport.archive import retrieval
from govreport.archive.bundle import Bundle
from govreport.archive.catalogue import contents
from govreport.archive.catalogue.database import Database
from govreport.archive.failures import BrokenError, UnknownError
from govreport.archive.states import Version
from govreport.archive.store import Store
from govreport.standard import Standard

PAGE = 100
"""So many versions are taken in at one go, for which deposits wait."""

Progress = Callable[[int], None]


def silent(done: int) -> None:
    """Say nothing of how many are done."""


def take_in(store: Store, database: Database, standard: Standard, progress: Progress = silent, most: int | None = None) -> int:
    """Return how many versions had yet to be taken in, and are now, about ``most`` at one go; raises ``BrokenError`` where the catalogue cannot be written.

    A catalogue that may only be read is left as it is.
    """
    done = 0
    while not database.read_only and (most is None or done < most):
        with database.reading() as connection:
            behind, found = contents.mark(connection), contents.waiting(connection, PAGE)
        if not found:
            break
        read = [contents.content(version, _kept(store, database, version), standard) for version in found]
        with database.writing() as connection:
            # another process may have been faster
            if contents.mark(connection) == behind:
                contents.put(connection, read)
        done += len(found)
        progress(done)
    return done


def take_in_again(store: Store, database: Database, standard: Standard) -> None:
    """Take in what the store did not have whole when its turn came, and has now; raises ``BrokenError`` where the catalogue cannot be written."""
    with database.reading() as connection:
        broken = contents.broken(connection)
    whole = [(version, kept) for version in broken if (kept := _kept(store, database, version)) is not None]
    if whole and not database.read_only:
        with database.writing() as connection:
            for version, _ in whole:
                contents.forget(connection, version.id, version.version)
            contents.put(connection, [contents.content(version, kept, standard) for version, kept in whole])


def _kept(store: Store, database: Database, version: Version) -> Bundle | None:
    """Return what the store keeps of a version, None where it is missing or altered, which ``verify`` tells."""
    try:
        return retrieval.content(store, database, version)
    except (BrokenError, UnknownError):
        return None
