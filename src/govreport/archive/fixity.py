"""Proof that what was kept is there as it was: everything, or a sample, is hashed again; what is wrong is told, and mended from a replica."""

from __future__ import annotations

import fcntl
import random
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from sqlalchemy.engine import Connection

from govreport.archive import objects
from govreport.archive.archive import Archive
from govreport.archive.audit import Head
from govreport.archive.catalogue import database, deleted, entries, organtables, queries, structure
from govreport.archive.checkpoint import Checkpoint, finish, read, write
from govreport.archive.contentfixity import ContentFixity
from govreport.archive.digests import digest, sha256
from govreport.archive.failures import BrokenError
from govreport.archive.indexing import take_in_again
from govreport.archive.logfixity import LogFixity, Said
from govreport.archive.objects import ALTERED, EXTRA, MISSING, UNREADABLE
from govreport.archive.problems import Problem
from govreport.archive.redaction import remains
from govreport.archive.states import Version
from govreport.archive.store import Store
from govreport.archive.strays import strays

CODES = {MISSING: "ARC-MISSING", ALTERED: "ARC-ALTERED", EXTRA: "ARC-EXTRA", UNREADABLE: "ARC-UNREADABLE"}
GRACE = 3.0
"""Seconds from the file that somebody has put or is about to take away to the entry that it belongs to, at most, on a machine at work."""

OFTEN = 20
"""Every so many versions a run writes down how far it has come."""


@dataclass
class Verification:
    """A verification: how large a share of the versions is looked at, where it goes on, and the replica to compare with and mend from.

    A sample is at least one version, and another one each time where no ``seed`` is given. ``resume`` is a file that holds how far an
    interrupted run had come. ``progress`` is called with how many versions are done, and of how many. Others may deposit, seal and redact
    meanwhile: what they have not come to the end of is looked at again, ``grace`` seconds later, before it is called a problem.
    """

    archive: Archive
    share: float = 1
    seed: int | None = None
    resume: Path | None = None
    replica: Store | None = None
    repair: bool = False
    progress: Callable[[int, int], None] = field(default=lambda done, all: None)
    grace: float = GRACE
    checked: int = 0
    among: int = 0

    def problems(self) -> Iterator[Problem]:
        """Yield every problem, those of the log first; an interrupted run goes on behind the version that it had checked last."""
        with self.archive.reading() as connection:
            made = [*structure.unlike(connection), *(structure.damage(connection) if self.share >= 1 else ())]
            kinds = [*structure.mistyped(connection)]
        yield from (Problem("ARC-STRUCTURE", subject=name) for name in (*made, *kinds))
        if kinds:
            # nothing can be asked of such rows
            return
        said: dict[str, Said] = {}
        # the log and what follows from it are seen as they are at one time
        with self.archive.reading() as connection:
            head = database.head(connection)
            log = LogFixity(self.archive.store, self.replica, self._mended)
            yield from log.problems(connection, said)
            versions = list(queries.versions(connection))
            yield from self._rows(said, versions, _others(connection))
            place = self._resumed(connection, head)
        self._remember(place)  # where that cannot be written it is told before the work
        self.among = len(versions)
        beside, unread = ContentFixity(self.archive), set[str]()
        chosen, wrong = self._chosen(versions, place), list(place.wrong)
        for number, version in enumerate(chosen):
            if number >= place.done or number in place.wrong:
                found = list(self._version(version))
                if not any(problem.key and problem.code != CODES[EXTRA] for problem in found):
                    found += beside.version(version)
                unread.update(problem.key for problem in found if problem.code == CODES[UNREADABLE])
                yield from found
                self.checked += 1
                if found and number not in place.wrong:
                    wrong.append(number)
            if number >= place.done and version.sequence <= place.sequence:
                self._remember(replace(place, done=number + 1, wrong=tuple(wrong)))
            self.progress(number + 1, len(chosen))
        yield from beside.rest(None if self.share >= 1 else chosen)
        yield from self._root()
        # a folder of an object that cannot be read was told with its version
        yield from (each for each in strays(self.archive, versions, log, head, self.grace) if each.key not in unread)
        if not deleted.forgotten(self.archive.database):
            yield Problem("ARC-REMAINS", database.FILE)
        take_in_again(self.archive.store, self.archive.database, self.archive.standard)
        if self.resume is not None:
            finish(self.resume)

    def log(self) -> Iterator[Problem]:
        """Yield every problem of the log alone."""
        with self.archive.reading() as connection:
            yield from LogFixity(self.archive.store, self.replica, self._mended).problems(connection, {})

    def _root(self) -> Iterator[Problem]:
        """Yield the files of the storage root that are missing or altered: what they hold is known without a replica."""
        for key, data in objects.ROOT_FILES.items():
            found, fault = objects.looked_at(self.archive.store, key)
            if found != data:
                yield self._mended(Problem(CODES[fault if found is None else ALTERED], key), {key: data})

    def _mended(self, problem: Problem, files: Mapping[str, bytes]) -> Problem:
        if self.repair:
            for key, data in files.items():
                self.archive.store.remove(key)
                self.archive.store.put(key, data)
        return Problem(problem.code, problem.key, problem.subject, problem.sequence, problem.reason, True, self.repair)

    @staticmethod
    def _rows(said: dict[str, Said], versions: list[Version], others: dict[str, str]) -> Iterator[Problem]:
        """Yield the rows of the catalogue that are not what the log says of them last, and versions that do not stand at their place in it."""
        found = {version.subject: version.digest() for version in versions} | others
        settled = {subject: new for subject, (new, _) in said.items() if subject != "settings"}
        moved = {each.subject for each in versions if each.subject in said and said[each.subject][1] != (each.sequence, each.time)}
        for subject in sorted({*found, *settled}):
            if found.get(subject) != settled.get(subject) or subject in moved:
                yield Problem("ARC-CATALOGUE", subject=subject)

    def _version(self, version: Version) -> Iterator[Problem]:
        """Yield what is wrong with a version as it is now: it may have been sealed or redacted since it was listed."""
        if not self._faults(version):
            return
        # nothing leaves the store meanwhile, and what is destroyed next is destroyed with what was mended
        with self.archive.sealer.kept():
            now = self.archive.version(version.id, version.version)
            found = self._faults(now)
            if not now.redacted:
                found = [self._mended_version(problem, now) for problem in found]
                if found and found[0].mended and found[0].key == f"{now.sealed}/{objects.INVENTORY}":
                    # what else is in an object is known by its inventory alone
                    found += [self._mended_version(problem, now) for problem in self._faults(now)]
        yield from self._remaining(now) if now.redacted and found else found

    def _faults(self, version: Version) -> list[Problem]:
        store = self.archive.store
        if version.redacted:
            try:
                return [Problem("ARC-REMAINS", key, version.subject) for key in remains(store, version)]
            except BrokenError:
                return [Problem(CODES[UNREADABLE], objects.object_key(objects.object_id(version)), version.subject)]
        return [Problem(CODES[fault], key, version.subject) for key, fault in objects.wrong(store, version).items()]

    def _remaining(self, version: Version) -> list[Problem]:
        """Return what remains of a redacted version when whoever destroys it has had the time to: he waits for a backup that runs."""
        with suppress(BrokenError), self.archive.sealer.locked(fcntl.LOCK_EX):
            pass
        time.sleep(self.grace)
        return self._faults(version)

    def _mended_version(self, problem: Problem, version: Version) -> Problem:
        if self.replica is None or problem.code == CODES[EXTRA]:
            return problem
        if version.sealed is None:
            copy, _ = objects.looked_at(self.replica, problem.key)
            return self._mended(problem, {problem.key: copy}) if copy is not None and sha256(copy) == version.bundle else problem
        if any(code != EXTRA for code in objects.faults(self.replica, version.sealed, version.inventory).values()):
            return problem
        data, _ = objects.looked_at(self.replica, problem.key)
        return problem if data is None else self._mended(problem, {problem.key: data})

    def _chosen(self, versions: list[Version], place: Checkpoint) -> list[Version]:
        """Return the versions to look at: those that were there when this run began as they were then, behind them what came since it was interrupted."""
        there = [version for version in versions if version.sequence <= place.sequence]
        if self.share >= 1:
            return [*there, *(version for version in versions if version.sequence > place.sequence)]
        size = max(1, round(self.share * len(there))) if there else 0
        return [there[at] for at in sorted(random.Random(place.seed).sample(range(len(there)), size))]

    def _resumed(self, connection: Connection, head: Head) -> Checkpoint:
        """Return where an interrupted run had come to, the beginning where there was none like this one, of this log."""
        found = read(self.resume) if self.resume is not None else None
        if found is not None and found.share == self.share and self.seed in (None, found.seed):
            entry = entries.entry(connection, found.sequence)
            if entry is not None and entry.hash == found.hash:
                return found
        own = random.SystemRandom().getrandbits(32) if self.seed is None else self.seed
        return Checkpoint(self.share, own, head.sequence, head.hash)

    def _remember(self, place: Checkpoint) -> None:
        if self.resume is not None and place.done % OFTEN == 0:
            write(self.resume, place)


def _others(connection: Connection) -> dict[str, str]:
    """Return the digests of persons and organs by their subject in the log."""
    found = {f"person:{person.name}": digest(person.row()) for person in queries.persons(connection)}
    found |= {f"organ:{organ.id}": organ.digest() for organ in queries.organs(connection)}
    # what is asked of an organ is asked of its rows
    return found | {f"organ:{id}": "" for id in organtables.unlike(connection)}
