"""Proof that what was kept is there as it was: everything, or a sample, is hashed again; what is wrong is told, and mended from a replica."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy.engine import Connection

from govreport.archive import audit, objects
from govreport.archive.archive import Archive
from govreport.archive.audit import Event, Head
from govreport.archive.catalogue import database, queries
from govreport.archive.digests import digest, sha256
from govreport.archive.failures import BrokenError
from govreport.archive.redaction import remains
from govreport.archive.states import Version
from govreport.archive.store import INCOMING, JOURNAL, LOG, OBJECTS, LocalStore, Store, journal_key, log_key
from govreport.diagnostics import Diagnostic, Location

MISSING, ALTERED, EXTRA = "missing", "altered", "extra"
CODES = {MISSING: "ARC-MISSING", ALTERED: "ARC-ALTERED", EXTRA: "ARC-EXTRA"}
_ROOT = (objects.ROOT, objects.LAYOUT)


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a key of the store, an entry of the log or a row of the catalogue; ``mended`` and ``repairable`` speak of a replica."""

    code: str
    key: str = ""
    subject: str = ""
    sequence: int = 0
    reason: str = ""
    repairable: bool = False
    mended: bool = False

    @property
    def harmless(self) -> bool:
        """Whether nothing that a receipt speaks of is touched."""
        return self.mended or self.code == "ARC-HALF" or (self.code == "ARC-EXTRA" and self.key.startswith(f"{JOURNAL}/"))

    def diagnostic(self) -> Diagnostic:
        """Return the problem as a diagnostic."""
        subject = f" ({self.subject})" if self.subject else ""
        params: dict[str, str | int] = {"key": self.key, "subject": subject, "sequence": self.sequence, "reason": self.reason, "name": self.subject}
        return Diagnostic(self.code, Location(self.key or self.subject or None), params)


@dataclass
class Verification:
    """A verification: how large a share of the versions is looked at, where it goes on, and the replica to compare with and mend from.

    A sample is at least one version, and another one each time where no ``seed`` is given. ``resume`` is a file that holds how far an
    interrupted run had come. ``progress`` is called with how many versions are done, and of how many.
    """

    archive: Archive
    share: float = 1
    seed: int | None = None
    resume: Path | None = None
    replica: Store | None = None
    repair: bool = False
    progress: Callable[[int, int], None] = field(default=lambda done, all: None)
    checked: int = 0
    among: int = 0

    def problems(self) -> Iterator[Problem]:
        """Yield every problem, those of the log first; an interrupted run goes on behind the version that it had checked last."""
        store = self.archive.store
        last: dict[str, str | None] = {}
        yield from self._log(last)
        with self.archive.reading() as connection:
            head = database.head(connection)
            versions = list(queries.versions(connection))
            yield from self._rows(last, versions, _others(connection))
        self.among = len(versions)
        start, seed = self._resumed(head)
        chosen = self._sample(versions, seed)
        for number, version in enumerate(chosen):
            if number >= start:
                yield from self._version(version)
                self.checked += 1
                self._remember(head, number + 1, seed)
            self.progress(number + 1, len(chosen))
        yield from self._extras(store, versions, head)
        if self.resume is not None:
            self.resume.unlink(missing_ok=True)

    def log(self) -> Iterator[Problem]:
        """Yield every problem of the log alone."""
        yield from self._log({})

    def _log(self, last: dict[str, str | None]) -> Iterator[Problem]:
        """Yield what is wrong with the log of the store, in itself and beside the catalogue; ``last`` gets the last digest of every subject."""
        with self.archive.reading() as connection:
            end, head = database.head(connection), Head()
            known = queries.log(connection)
            while head.sequence < end.sequence:
                key = log_key(head.sequence + 1)
                data = self.archive.store.get(key)
                events = self._piece(data)
                if not events:
                    reason = "missing" if data is None else "unreadable"
                    yield self._mended_piece(Problem("ARC-CHAIN", key, sequence=head.sequence + 1, reason=reason), connection)
                    # what follows cannot be found without this piece: the catalogue's own copy is checked in its place
                    yield from self._catalogue(known, head, last)
                    return
                yield from (Problem("ARC-CHAIN", key, sequence=each.sequence, reason=each.reason) for each in audit.verify(events, head))
                for event in events:
                    if event.sequence <= end.sequence and next(known, None) != event:
                        yield Problem("ARC-CATALOGUE", subject=f"events {event.sequence}", sequence=event.sequence)
                    head = audit.after(event, head)
                    last[event.subject] = event.new
            if head.sequence == end.sequence and head.hash != end.hash:
                yield Problem("ARC-CATALOGUE", subject="head", sequence=end.sequence)

    @staticmethod
    def _catalogue(known: Iterator[Event], head: Head, last: dict[str, str | None]) -> Iterator[Problem]:
        for event in known:
            yield from (Problem("ARC-CATALOGUE", subject=f"events {each.sequence}", sequence=each.sequence) for each in audit.verify((event,), head))
            head = audit.after(event, head)
            last[event.subject] = event.new

    @staticmethod
    def _piece(data: bytes | None) -> tuple[Event, ...]:
        try:
            return audit.read(data) if data else ()
        except ValueError:
            return ()

    def _mended_piece(self, problem: Problem, connection: Connection) -> Problem:
        """Return the problem of a piece of the log, mended where a replica has one that the catalogue agrees with."""
        data = self.replica.get(problem.key) if self.replica else None
        events = self._piece(data)
        if data is None or not events or tuple(queries.log(connection, events[0].sequence - 1, events[-1].sequence)) != events:
            return problem
        return self._mended(problem, {problem.key: data})

    def _mended(self, problem: Problem, files: dict[str, bytes]) -> Problem:
        if self.repair:
            for key, data in files.items():
                self.archive.store.remove(key)
                self.archive.store.put(key, data)
        return Problem(problem.code, problem.key, problem.subject, problem.sequence, problem.reason, True, self.repair)

    @staticmethod
    def _rows(last: dict[str, str | None], versions: list[Version], others: dict[str, str]) -> Iterator[Problem]:
        """Yield the rows of the catalogue that are not what the log says of them last."""
        found = {version.subject: version.digest() for version in versions} | others
        settled = {subject: new for subject, new in last.items() if subject != "settings"}
        for subject in sorted({*found, *settled}):
            if found.get(subject) != settled.get(subject):
                yield Problem("ARC-CATALOGUE", subject=subject)

    def _version(self, version: Version) -> Iterator[Problem]:
        store = self.archive.store
        if version.redacted:
            yield from (Problem("ARC-REMAINS", key, version.subject) for key in remains(store, version))
            return
        if version.sealed is not None:
            for key, fault in objects.faults(store, version.sealed, version.inventory).items():
                yield self._mended_object(Problem(CODES[fault], key, version.subject), version)
            return
        key = journal_key(version.bundle)
        data = store.get(key)
        if data is None or sha256(data) != version.bundle:
            problem = Problem(CODES[MISSING if data is None else ALTERED], key, version.subject)
            copy = self.replica.get(key) if self.replica else None
            yield self._mended(problem, {key: copy}) if copy is not None and sha256(copy) == version.bundle else problem

    def _mended_object(self, problem: Problem, version: Version) -> Problem:
        key = version.sealed or ""
        if self.replica is None or problem.code == CODES[EXTRA] or any(code != EXTRA for code in objects.faults(self.replica, key, version.inventory).values()):
            return problem
        data = self.replica.get(problem.key)
        return problem if data is None else self._mended(problem, {problem.key: data})

    def _extras(self, store: LocalStore, versions: list[Version], head: Head) -> Iterator[Problem]:
        """Yield what belongs to nothing: deposits that came while this ran are behind the head and belong to it."""
        bundles = {journal_key(version.bundle) for version in versions}
        sealed = {version.sealed for version in versions if version.sealed}
        with self.archive.reading() as connection:
            for event in queries.log(connection, head.sequence):
                if "bundle" in event.data:
                    bundles.add(journal_key(str(event.data["bundle"])))
                if event.data.get("sealed"):
                    sealed.add(str(event.data["sealed"]))
        for each in store.list(JOURNAL):
            if each.key not in bundles:
                yield Problem("ARC-EXTRA", each.key)
        for each in store.list(OBJECTS):
            if each.key not in _ROOT and not each.key.startswith(f"{OBJECTS}/extensions/") and objects.folder(each.key) not in sealed:
                yield Problem("ARC-EXTRA", each.key)
        for each in store.list(LOG):
            name = each.key.rpartition("/")[2]
            if not name.isdigit() or log_key(int(name)) != each.key:
                yield Problem("ARC-EXTRA", each.key)
        half = set(store.abandoned())
        yield from (Problem("ARC-HALF", key) for key in sorted({each.key for each in store.list(INCOMING)} & half))

    def _sample(self, versions: list[Version], seed: int) -> list[Version]:
        if self.share >= 1 or not versions:
            return versions
        size = max(1, round(self.share * len(versions)))
        return [versions[at] for at in sorted(random.Random(seed).sample(range(len(versions)), size))]

    def _resumed(self, head: Head) -> tuple[int, int]:
        """Return how many versions an interrupted run had checked, and the seed of its sample; 0 and ours where there was none like this one."""
        own = random.SystemRandom().getrandbits(32) if self.seed is None else self.seed
        if self.resume is None or not self.resume.exists():
            return 0, own
        try:
            found = json.loads(self.resume.read_text("utf-8"))
            same = (found["share"], found["hash"]) == (self.share, head.hash) and self.seed in (None, found["seed"])
            return (int(found["done"]), int(found["seed"])) if same else (0, own)
        except (ValueError, KeyError, TypeError) as error:
            raise BrokenError("resume", name=self.resume, detail=error) from error

    def _remember(self, head: Head, done: int, seed: int) -> None:
        if self.resume is not None and done % 20 == 0:
            part = self.resume.with_name(f"{self.resume.name}.part")
            part.write_text(json.dumps({"done": done, "share": self.share, "seed": seed, "hash": head.hash}), "utf-8")
            part.replace(self.resume)


def _others(connection: Connection) -> dict[str, str]:
    """Return the digests of persons and organs by their subject in the log."""
    found = {f"person:{person.name}": digest(person.row()) for person in queries.persons(connection)}
    return found | {f"organ:{organ.id}": organ.digest() for organ in queries.organs(connection)}
