"""Destruction of content that the law orders deleted: two persons, a reason and a basis; digests, log and tombstone stay.

The first person's call is noted in the log, the second's carries it out: the entry is durable first, then the content goes from journal and
objects, so that a destruction which was cut short is seen by ``verify`` and completed by the same call again.
"""

from __future__ import annotations

import fcntl
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy.engine import Connection

from govreport.archive import objects
from govreport.archive.archive import Archive
from govreport.archive.audit import Draft, Event
from govreport.archive.catalogue import deleted, entries, queries
from govreport.archive.configuration import Configuration
from govreport.archive.drafts import Drafts
from govreport.archive.failures import RefusedError, need_text
from govreport.archive.states import WITHDRAWN, Version, changed
from govreport.archive.store import Store, journal_key
from govreport.archive.tombstones import PROPOSE, REDACT


@dataclass(frozen=True, slots=True)
class Redaction:
    """How far a destruction has come: the version, whether its content is gone, and every version that had the same bytes and went with it.

    ``drafts`` are the ids of those whose correction is being written: it may have begun from what was destroyed, and goes when it is handed in.
    """

    version: Version
    done: bool
    gone: tuple[Version, ...] = ()
    drafts: tuple[str, ...] = ()


def redact(archive: Archive, id: str, actor: str, number: int | None = None, reason: str = "", basis: str = "") -> Redaction:
    """Return the destruction of a version's content as it stands: asked for by a first person, carried out by the call of a second.

    Every version of the archive with the same original bytes goes with it. Raises ``RefusedError`` for a role, a missing reason or basis, a
    second person that is the first, or where no number is given and the report has several versions; ``UnknownError``; ``BrokenError`` where
    content could not be removed: the same call completes it.
    """

    def change(connection: Connection, found: Configuration) -> Sequence[Draft]:
        person = queries.person(connection, actor)
        version = queries.version(connection, id, number)
        if number is None and version.version > 1:
            raise RefusedError("redact-version", id=id, version=version.version)
        open_ = proposal(entries.history(connection, version.subject))
        if version.redacted:
            person.need(REDACT)
            return ()
        if open_ is None:
            person.need(PROPOSE)
            return (_proposed(version, actor, reason, basis),)
        person.need(REDACT)
        if found.two_persons and actor == open_.actor:
            raise RefusedError("two-redact", name=actor, id=version.id, version=version.version)
        return [_redacted(each, open_, actor) for each in queries.same_bytes(connection, version.sha256) if not each.redacted]

    events = archive.ledger.record(change)
    if any(event.action == PROPOSE for event in events):
        return Redaction(archive.version(id, int(str(events[-1].data["version"]))), False)
    with archive.reading() as connection:
        version = queries.version(connection, id, number)
        gone = tuple(each for each in queries.same_bytes(connection, version.sha256) if each.redacted)
    destroy(archive, gone)
    begun = {draft.id for draft in Drafts(archive.database).of_organs({each.organ for each in gone if each.organ})}
    return Redaction(version, True, gone, tuple(sorted(begun.intersection(each.id for each in gone))))


def proposal(history: Sequence[Event]) -> Event | None:
    """Return the entry by which a first person asked for the destruction of a version and which no second one has answered, None without."""
    asked = None
    for event in history:
        asked = event if event.action == PROPOSE else None if event.action == REDACT else asked
    return asked


def _proposed(version: Version, actor: str, reason: str, basis: str) -> Draft:
    need_text(reason, basis)
    if not reason.strip() or not basis.strip():
        raise RefusedError("redact-reason")
    data = {"id": version.id, "version": version.version, "reason": reason, "basis": basis}
    return Draft(actor, PROPOSE, version.subject, version.digest(), version.digest(), data)


def _redacted(version: Version, asked: Event, actor: str) -> Draft:
    after = replace(version, state=WITHDRAWN, redacted=True, remark=str(asked.data["reason"]))
    alone = {"alone": True} if actor == asked.actor else {}
    return changed(version, after, REDACT, actor, basis=asked.data["basis"], proposed_by=asked.actor, **alone)


def destroy(archive: Archive, versions: Sequence[Version]) -> None:
    """Take the content of redacted versions out of the store; waits for a backup that runs."""
    with archive.sealer.locked(fcntl.LOCK_EX):
        for version in versions:
            for key in remains(archive.store, version):
                archive.store.remove(key)
    deleted.forget(archive.database)


def remains(store: Store, version: Version) -> tuple[str, ...]:
    """Return the keys under which content of a version lies in a store: its bundle, and its object, also one that has no entry in the log."""
    sealed = objects.object_key(objects.object_id(version))
    found = [journal_key(version.bundle)] if store.has(journal_key(version.bundle)) else []
    return (*found, *((sealed,) if next(iter(store.list(sealed)), None) is not None else ()))
