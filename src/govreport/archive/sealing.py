"""What was accepted made an OCFL object, and its bundle then taken out of the journal, where nobody keeps what leaves the store."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy.engine import Connection

from govreport.archive import objects, retrieval
from govreport.archive.audit import Draft
from govreport.archive.catalogue import database, entries, queries
from govreport.archive.catalogue.database import Database
from govreport.archive.failures import RefusedError
from govreport.archive.ledger import Ledger
from govreport.archive.locks import locked
from govreport.archive.states import Version, changed
from govreport.archive.store import Store, journal_key

KEPT = "journal.lock"
"""Locked, shared, while a backup runs, and alone by whoever takes a sealed bundle out of the journal."""


@dataclass(frozen=True)
class Sealer:
    """What seals the versions of one archive; ``lock`` is the file that keeps what leaves the store."""

    store: Store
    database: Database
    ledger: Ledger
    lock: Path

    def sealed(self, version: Version, actor: str) -> Version:
        """Return a version as an object of the store, durable by then; one that is sealed already, or redacted, is left as it is."""
        if version.sealed is None and not version.redacted:
            key, files, inventory = objects.sealed(version, retrieval.content(self.store, self.database, version), version.time, version.deposited_by)
            self.store.seal(key, files)
            try:
                self.ledger.record(lambda connection, _: self._seal(connection, version, key, inventory, actor))
            except RefusedError:
                # what was destroyed meanwhile does not come back as an object
                self.store.remove(key)
                raise
            with self.database.reading() as connection:
                version = queries.version(connection, version.id, version.version)
        if version.sealed is not None:
            self._forget(version)
        return version

    def _seal(self, connection: Connection, version: Version, key: str, inventory: str, actor: str) -> Sequence[Draft]:
        found = queries.version(connection, version.id, version.version)
        if found.sealed is not None:
            return ()
        if found.redacted:
            raise RefusedError("redacted", id=version.id, version=version.version)
        return (changed(found, replace(found, sealed=key, inventory=inventory), "seal", actor),)

    def _forget(self, version: Version) -> None:
        """Take the bundle of a sealed version out of the journal, unless another version needs it or a backup runs."""
        key = journal_key(version.bundle)
        with self.locked(fcntl.LOCK_EX | fcntl.LOCK_NB) as free:
            if free and self.store.has(key):
                with self.database.reading() as connection:
                    needed = any(not each.sealed for each in queries.of_bundle(connection, version.bundle))
                if not needed:
                    self.store.remove(key)

    @contextmanager
    def kept(self) -> Iterator[None]:
        """Keep what is sealed or destroyed from leaving the store while the block runs; what was sealed then leaves the journal behind it."""
        writable = os.access(self.lock.parent, os.W_OK)
        with self.database.reading() as connection:
            behind = database.head(connection).sequence
        # from a medium that is read-only nothing leaves
        with self.locked(fcntl.LOCK_SH) if writable or self.lock.exists() else nullcontext():
            yield
        if writable:
            with self.database.reading() as connection:
                seals = (event.data for event in entries.log(connection, behind) if event.action == "seal")
                sealed = [queries.version(connection, str(data["id"]), int(str(data["version"]))) for data in seals]
            for version in sealed:
                self._forget(version)

    def locked(self, mode: int) -> AbstractContextManager[bool]:
        """Return the lock on what leaves the store, in a mode of ``fcntl.flock``; gives whether it could be had."""
        return locked(self.lock, mode)
