"""The entry of a deposit in the log: made where it is new, by whoever has the turn to write."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from govreport.archive.audit import Draft
from govreport.archive.catalogue import keys, queries
from govreport.archive.catalogue.prepared import Source
from govreport.archive.configuration import Configuration
from govreport.archive.digests import digest
from govreport.archive.failures import RefusedError
from govreport.archive.ledger import Entered
from govreport.archive.states import DRAFT, REFUSED, Version, key_subject


def entered(connection: Source, configuration: Configuration, asked: Mapping[str, object]) -> Entered:
    """Return the entry of a deposit that waits in the spool, none where it is known already, and what answers it: that one, or its place."""
    new = queries.of_row(asked["version"])  # type: ignore[arg-type]
    queries.person(connection, new.deposited_by).need("deposit")
    # one that has its number already is there, and handed in again under another key
    named = asked.get("organ") is not None
    before = keys.one(connection, new.id, new.version) if new.version else made_before(connection, new, named)
    if before is not None:
        row = before.row()
        return _noted(connection, before, new), lambda _: {"known": row}
    highest = correction(connection, new)
    if asked.get("after") not in (None, highest):
        raise RefusedError("changed", id=new.id, version=highest)
    version = replace(new, version=highest + 1)
    said = version.said()
    draft = Draft(new.deposited_by, "deposit", version.subject, None, digest(said), said)
    return (draft,), lambda events: {"version": version.version, "sequence": events[0].sequence, "time": events[0].time}


def _noted(connection: Source, before: Version, new: Version) -> Sequence[Draft]:
    """Return the entry of a key under which a version was handed in that was there already; none for a key that is known."""
    if new.key is None or under(connection, new.key, new.sha256) is not None:
        return ()
    return (Draft(new.deposited_by, "key", key_subject(new.key), None, None, {"key": new.key, "id": before.id, "version": before.version}),)


def made_before(connection: Source, new: Version, named: bool) -> Version | None:
    """Return the version that the same deposit made; a refused one was judged by the same, and of the same organ, of none by the same person.

    ``named``: its organ was named; where there is none of that name, what any other organ has is not the same.
    """
    keyed = under(connection, new.key, new.sha256)
    before = keyed or same(connection, new.sha256, new.profile, (new.organ, new.year, new.scope), nowhere=named and new.organ is None)
    if before is None or before.state != REFUSED:
        return before
    whose = before.organ == new.organ and (new.organ is not None or keyed is not None or before.deposited_by == new.deposited_by)
    return before if whose and before.judge == new.judge else None


def under(connection: Source, key: str | None, data: str, wanted: Sequence[object] = (None,) * 3) -> Version | None:
    """Return the version that was handed in under a key; raises ``RefusedError`` where it has other bytes, or another place than is wanted."""
    found = keys.of_key(connection, key) if key is not None else None
    if found is not None and (found.sha256 != data or not _at(found, wanted, found.organ is None)):
        raise RefusedError("key-taken", key=key, id=found.id, version=found.version)
    return found


def same(connection: Source, data: str, profile: str, wanted: Sequence[object], nowhere: bool = False) -> Version | None:
    """Return the version that has the same bytes under the same profile at a place, or of no organ; raises ``RefusedError`` for bytes that were destroyed."""
    for version in queries.same_bytes(connection, data):
        if version.redacted:
            # what the law had destroyed does not come back
            raise RefusedError("redacted", id=version.id, version=version.version)
        if version.profile == profile and _at(version, wanted) and not (nowhere and version.organ):
            return version
    return None


def _at(version: Version, wanted: Sequence[object], unplaced: bool = False) -> bool:
    """Return whether a version is at a place: None is any, of one that found no place it is not asked."""
    return unplaced or all(asked in (None, is_) for asked, is_ in zip(wanted, (version.organ, version.year, version.scope), strict=True))


def correction(connection: Source, new: Version) -> int:
    """Return the number of the last version of a report; raises ``RefusedError`` where a further one needs a reason and has none."""
    highest = queries.highest(connection, new.id)
    if new.state == DRAFT and not (new.reason or "").strip() and queries.beyond(connection, new.id):
        raise RefusedError("correction", id=new.id, version=highest)
    return highest
