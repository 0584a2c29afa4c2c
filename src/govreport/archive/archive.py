"""An archive: a folder with a store and a configuration, and a catalogue. All that is done with it goes through here."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from govreport.archive import configuration, organs, persons, retrieval, states
from govreport.archive.audit import Draft, Event
from govreport.archive.bundle import Bundle
from govreport.archive.catalogue import database, entries, queries
from govreport.archive.catalogue.database import Database
from govreport.archive.catalogue.queries import Filter
from govreport.archive.configuration import Configuration
from govreport.archive.deposit import Depositor
from govreport.archive.digests import digest
from govreport.archive.entry import entered
from govreport.archive.failures import BrokenError, RefusedError, UnknownError, need_text
from govreport.archive.indexing import Progress, silent, take_in
from govreport.archive.ledger import Ledger, now
from govreport.archive.localstore import LocalStore
from govreport.archive.organs import Organ, Register
from govreport.archive.persons import LENT, ROLES, Person
from govreport.archive.receipts import Receipt
from govreport.archive.requests import Request
from govreport.archive.sealing import KEPT, Sealer
from govreport.archive.spool import FOLDER as SPOOL
from govreport.archive.spool import Spool
from govreport.archive.states import ACCEPTED, REFUSED, Version
from govreport.standard import Standard
from govreport.validation import record

STORE = "store"
LOCK = "writer.lock"


class Archive:
    """An open archive; may be used by many threads, and many processes may have it open at once. Close it when done."""

    def __init__(self, folder: Path, found: Configuration, standard: Standard, clock: Callable[[], datetime.datetime] = now) -> None:
        self.folder, self.configuration, self.standard = folder, found, standard
        self.store = LocalStore(folder / STORE)
        self.database = Database(catalogue_url(folder, found.catalogue), folder / LOCK)
        self.ledger = Ledger(self.store, self.database, found, Spool(folder / SPOOL), entered, clock)
        self._depositor = Depositor(self.store, self.database, self.ledger, standard)
        self.sealer = Sealer(self.store, self.database, self.ledger, folder / KEPT)

    def close(self) -> None:
        """Give back what is held open."""
        self.ledger.spool.close()
        self.database.close()

    def __enter__(self) -> Archive:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Open a view of the catalogue that does not change while it lasts; ``catalogue.queries`` says what can be asked of it."""
        with self.database.reading() as connection:
            yield connection

    # --- Persons and organs ---

    def add_person(self, name: str, roles: Sequence[str], actor: str | None) -> Person:
        """Return a person, registered or given other roles; no roles end it, who has to be registered.

        The first of an archive is one who may give any role, and needs no actor; a reviewer may make clerks and reviewers.
        """
        wrong = [role for role in roles if role not in ROLES]
        if wrong or not name.strip() or not name.isprintable():
            raise RefusedError("person-wrong", name=name, roles=" ".join(wrong))

        def change(connection: Connection, _: Configuration) -> Sequence[Draft]:
            known = {each.name: each for each in queries.persons(connection)}
            person = Person(name, tuple(role for role in ROLES if role in roles), bool(roles))
            old = known.get(name)
            if old is None and not roles:
                raise UnknownError("person", name=name)
            if old is None and (name != name.strip() or len(name) > persons.LONGEST):
                raise RefusedError("person-wrong", name=name, roles="")
            alike = next((each for each in known if old is None and persons.folded(each) == persons.folded(name)), None)
            if alike is not None:
                raise RefusedError("person-alike", name=name, other=alike)
            if known:
                asking = queries.person(connection, actor or "")
                asking.need("person" if LENT.issuperset((*roles, *(old.roles if old else ()))) else "role")
            elif not person.may("role"):
                raise RefusedError("first-person", name=name)
            if old == person:
                return ()
            keepers = {each for each in known.values() if each.may("role")} - {old}
            if known and not keepers and not person.may("role"):
                raise RefusedError("last-archivist", name=name)
            before = digest(old.row()) if old else None
            return (Draft(actor or name, "person", f"person:{name}", before, digest(person.row()), person.row()),)

        self.ledger.record(change)
        with self.reading() as connection:
            return queries.person(connection, name)

    def import_organs(self, found: Iterable[Organ], actor: str) -> int:
        """Return how many organs were new or changed; all or none are taken, each with the whole history that is given of it."""
        new = {organ.id: organ for organ in found}

        def change(connection: Connection, _: Configuration) -> Sequence[Draft]:
            queries.person(connection, actor).need("organ")
            known = {organ.id: organ for organ in queries.organs(connection)}
            organs.check(Register({**known, **new}.values()))
            changed = [organ for organ in new.values() if known.get(organ.id) != organ]
            before = {id: organ.digest() for id, organ in known.items() if id in new}
            return [Draft(actor, "organ", f"organ:{each.id}", before.get(each.id), each.digest(), each.row()) for each in changed]

        return sum(event.action == "organ" for event in self.ledger.record(change))

    def register(self) -> Register:
        """Return the register of organs."""
        with self.reading() as connection:
            return Register(queries.organs(connection))

    # --- Deposits ---

    def deposit(self, request: Request, actor: str) -> Receipt:
        """Return the receipt of a deposit (see ``Depositor.deposit``)."""
        return self._depositor.deposit(request, actor)

    def take_in(self, progress: Progress = silent, most: int | None = None) -> int:
        """Return how many versions had contents that were yet to be taken into the catalogue (see ``indexing.take_in``)."""
        return take_in(self.store, self.database, self.standard, progress, most)

    def versions(self, wanted: Filter = Filter()) -> Iterator[Version]:  # noqa: B008 (frozen)
        """Yield versions by id and number."""
        with self.reading() as connection:
            yield from queries.versions(connection, wanted)

    def version(self, id: str, number: int | None = None) -> Version:
        """Return a version, the last where no number is given; raises ``UnknownError``."""
        with self.reading() as connection:
            return queries.version(connection, id, number)

    def history(self, version: Version) -> tuple[Event, ...]:
        """Return the entries of the log about a version."""
        with self.reading() as connection:
            return entries.history(connection, version.subject)

    def content(self, version: Version) -> Bundle:
        """Return what is kept of a version; raises ``UnknownError`` for a redacted one, ``BrokenError`` where it is missing or altered."""
        return retrieval.content(self.store, self.database, version)

    def findings(self, version: Version, lang: str) -> bytes:
        """Return what was found in a version as JSON (see ``validation.record``): as it is kept where that is in this language, else told in it."""
        try:
            return record.told(self.content(version).findings, self.standard, lang)
        except record.RecordError as error:
            raise BrokenError("bundle", detail=error) from error

    def act(self, action: str, id: str, actor: str, number: int | None = None, reason: str | None = None) -> Version:
        """Return a version as ``submit``, ``return``, ``accept``, ``publish`` or ``withdraw`` has left it; what is accepted is sealed at once.

        Raises ``RefusedError`` for a role, a state, a missing reason, or a second person that is the first; ``UnknownError``.
        """

        def change(connection: Connection, found: Configuration) -> Sequence[Draft]:
            need_text(reason)
            queries.person(connection, actor).need(action)
            version = queries.version(connection, id, number)
            first = states.submitters(entries.history(connection, version.subject)) if action in states.SECOND_PERSON else frozenset()
            after = states.moved(version, action, actor, reason, first if found.two_persons else ())
            alone = {"alone": True} if actor in first else {}
            return (states.changed(version, after, action, actor, **alone),)

        events = self.ledger.record(change)
        done = self.version(id, int(str(events[-1].data["version"])))
        return self.sealer.sealed(done, actor) if done.state == ACCEPTED else done

    def seal(self, id: str, actor: str, number: int | None = None) -> Version:
        """Return a version as an OCFL object of the store; one that is sealed already is left as it is."""
        with self.reading() as connection:
            queries.person(connection, actor).need("seal")
            version = queries.version(connection, id, number)
        return self.sealer.sealed(version, actor)

    def seal_waiting(self, actor: str, everything: bool = False) -> Iterator[Version]:
        """Yield the versions that waited to be sealed (see ``unsealed``) once they are, some at one go.

        Raises ``BrokenError`` in the end, all others being sealed, where what is kept of one is missing or altered.
        """
        with self.reading() as connection:
            queries.person(connection, actor).need("seal")
        yield from self.sealer.each_sealed(self.unsealed(everything), actor)

    def unsealed(self, everything: bool = False) -> tuple[Version, ...]:
        """Return the versions that wait to be sealed: those accepted or published, or everything but refusals."""
        with self.reading() as connection:
            chosen = Filter() if everything else Filter(states=(ACCEPTED, states.PUBLISHED, states.WITHDRAWN))
            return tuple(each for each in queries.versions(connection, chosen) if not each.sealed and not each.redacted and each.state != REFUSED)


def catalogue_url(folder: Path, catalogue: str) -> sa.URL:
    """Return the URL of the catalogue that a configuration names, for an archive in a folder; raises ``UnknownError`` for a name that is none."""
    return database.sqlite(folder / database.FILE) if catalogue == configuration.SQLITE else database.url_of(catalogue)
