"""What was accepted made an OCFL object, and its bundle then taken out of the journal, where nobody keeps what leaves the store."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy.engine import Connection

from govreport.archive import objects, retrieval
from govreport.archive.audit import Draft
from govreport.archive.catalogue import database, entries, queries
from govreport.archive.catalogue.database import Database
from govreport.archive.failures import BrokenError, RefusedError, UnknownError
from govreport.archive.ledger import Ledger
from govreport.archive.locks import locked
from govreport.archive.states import Version, changed
from govreport.archive.store import Store, journal_key

KEPT = "journal.lock"
"""Locked, shared, while a backup runs, and alone by whoever takes a sealed bundle out of the journal."""


TOGETHER, SIZE = 20, 16_000_000
"""So many versions are sealed at one go: they share what waits for the disk. Of originals so many bytes, for all are held at once."""


@dataclass(frozen=True, slots=True)
class _Object:
    """A version that is to be sealed: the key of its object, the files of it, and the SHA-512 of its inventory."""

    version: Version
    key: str
    files: Mapping[str, bytes]
    inventory: str


@dataclass(frozen=True)
class Sealer:
    """What seals the versions of one archive; ``lock`` is the file that keeps what leaves the store."""

    store: Store
    database: Database
    ledger: Ledger
    lock: Path

    def sealed(self, version: Version, actor: str) -> Version:
        """Return a version as an object of the store, durable by then; one that is sealed already is left as it is.

        Raises ``RefusedError`` for one that is redacted, ``BrokenError`` where what is kept of it is missing or altered.
        """
        (found,), failures = self._together((version,), actor)
        if found.redacted:
            raise RefusedError("redacted", id=found.id, version=found.version)
        if failures:
            raise failures[0]
        return found

    def each_sealed(self, versions: Sequence[Version], actor: str) -> Iterator[Version]:
        """Yield versions as ``sealed`` returns them, some at one go; redacted ones are left out.

        Raises ``BrokenError`` in the end, all others being sealed, where what is kept of one is missing or altered.
        """
        failures: list[BrokenError] = []
        for group in _groups(versions):
            found, failed = self._together(group, actor)
            yield from (version for version in found if version.sealed is not None)
            failures += failed
        if failures:
            raise failures[0]

    def _together(self, versions: Sequence[Version], actor: str) -> tuple[Sequence[Version], Sequence[BrokenError]]:
        """Return versions as they are once their objects are durable and recorded, with one piece of the log, and the failures of those that have none."""
        made, failures = self._made(versions)
        free = self.store.seal({each.key: each.files for each in made})
        for each in [each for each in made if each.key not in free and objects.faults(self.store, each.key, each.inventory)]:
            # the bundle does not go for what somebody else has put in the object's place
            made.remove(each)
            failures.append(BrokenError("object-taken", key=each.key, id=each.version.id, version=each.version.version))
        self.ledger.record(lambda connection, _: [*self._entries(connection, made, actor)])
        with self.database.reading() as connection:
            now = tuple(queries.version(connection, each.id, each.version) for each in versions)
        destroyed = {version.subject for version in now if version.redacted}
        for each in made:
            if each.version.subject in destroyed:
                # what was destroyed meanwhile does not come back as an object
                self.store.remove(each.key)
        self._forget([each for each in now if each.sealed is not None])
        return now, failures

    def _made(self, versions: Sequence[Version]) -> tuple[list[_Object], list[BrokenError]]:
        """Return the objects of versions that have none, and the failures of those of which none can be made."""
        made: list[_Object] = []
        failures: list[BrokenError] = []
        for version in versions:
            if version.sealed is None and not version.redacted:
                try:
                    kept = retrieval.content(self.store, self.database, version)
                    made.append(_Object(version, *objects.sealed(version, kept, version.time, version.deposited_by)))
                except BrokenError as error:
                    failures.append(error)
                except UnknownError:
                    continue
        return made, failures

    def _entries(self, connection: Connection, made: Sequence[_Object], actor: str) -> Iterator[Draft]:
        """Yield the entries of objects whose versions were neither sealed nor destroyed meanwhile."""
        for each in made:
            found = queries.version(connection, each.version.id, each.version.version)
            if found.sealed is None and not found.redacted:
                yield changed(found, replace(found, sealed=each.key, inventory=each.inventory), "seal", actor)

    def _forget(self, versions: Sequence[Version]) -> None:
        """Take the bundles of sealed versions out of the journal, unless another version needs them or a backup runs."""
        with self.locked(fcntl.LOCK_EX | fcntl.LOCK_NB) as free, self.database.reading() as connection:
            for key, bundle in ((journal_key(each.bundle), each.bundle) for each in versions if free):
                if self.store.has(key) and all(each.sealed for each in queries.of_bundle(connection, bundle)):
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
            self._forget(sealed)

    def locked(self, mode: int) -> AbstractContextManager[bool]:
        """Return the lock on what leaves the store, in a mode of ``fcntl.flock``; gives whether it could be had."""
        return locked(self.lock, mode)


def _groups(versions: Iterable[Version]) -> Iterator[Sequence[Version]]:
    """Yield versions as they are sealed at one go."""
    group: list[Version] = []
    for version in versions:
        if group and (len(group) == TOGETHER or sum(each.size for each in group) + version.size > SIZE):
            yield group
            group = []
        group.append(version)
    if group:
        yield group
