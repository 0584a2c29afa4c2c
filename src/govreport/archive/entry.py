"""The entry of a deposit in the log: made where it is new, by whoever has the turn to write."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from govreport.archive.audit import Draft
from govreport.archive.catalogue import queries
from govreport.archive.catalogue.prepared import Source
from govreport.archive.configuration import Configuration
from govreport.archive.digests import digest
from govreport.archive.failures import RefusedError
from govreport.archive.ledger import Entered
from govreport.archive.states import DRAFT, REFUSED, Version


def entered(connection: Source, configuration: Configuration, asked: Mapping[str, object]) -> Entered:
    """Return the entry of a deposit that waits in the spool, none where it is known already, and what answers it: that one, or its place."""
    new = queries.of_row(asked["version"])  # type: ignore[arg-type]
    queries.person(connection, new.deposited_by).need("deposit")
    before = made_before(connection, new)
    if before is not None:
        row = before.row()
        return (), lambda _: {"known": row}
    highest = correction(connection, new)
    if asked.get("after") not in (None, highest):
        raise RefusedError("changed", id=new.id, version=highest)
    version = replace(new, version=highest + 1)
    said = version.said()
    draft = Draft(new.deposited_by, "deposit", version.subject, None, digest(said), said)
    return (draft,), lambda events: {"version": version.version, "sequence": events[0].sequence, "time": events[0].time}


def made_before(connection: Source, new: Version) -> Version | None:
    """Return the version that the same deposit made; a refused one was judged by the same, and of the same organ, of none by the same person."""
    before = known(connection, new.key, new.sha256, new.profile, (new.organ, new.year, new.scope))
    if before is None or before.state != REFUSED:
        return before
    by_key = new.key is not None and before.key == new.key
    whose = before.organ == new.organ and (new.organ is not None or by_key or before.deposited_by == new.deposited_by)
    return before if whose and before.judge == new.judge else None


def known(connection: Source, key: str | None, data: str, profile: str, wanted: Sequence[object]) -> Version | None:
    """Return the version that the same deposit made: the same key, or the same bytes under the same profile for the same place."""
    if key is not None:
        found = queries.of_key(connection, key)
        if found is not None:
            if found.sha256 != data:
                raise RefusedError("key-taken", key=key, id=found.id, version=found.version)
            return found
    for version in queries.same_bytes(connection, data):
        if version.redacted:
            # what the law had destroyed does not come back
            raise RefusedError("redacted", id=version.id, version=version.version)
        place = (version.organ, version.year, version.scope)
        if version.profile == profile and all(asked in (None, is_) for asked, is_ in zip(wanted, place, strict=True)):
            return version
    return None


def correction(connection: Source, new: Version) -> int:
    """Return the number of the last version of a report; raises ``RefusedError`` where a further one needs a reason and has none."""
    highest = queries.highest(connection, new.id)
    if new.state == DRAFT and not (new.reason or "").strip() and queries.beyond(connection, new.id):
        raise RefusedError("correction", id=new.id, version=highest)
    return highest
