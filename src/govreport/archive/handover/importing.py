"""What was exported, taken in: into an empty archive the whole of another, to equality; into any the reports of a package, with their states.

Everything is checked before anything is kept: the digests of the package, the bundles and objects against the log or the records.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path

from sqlalchemy.engine import Connection

from govreport.archive import audit
from govreport.archive.archive import Archive
from govreport.archive.audit import Draft, Head
from govreport.archive.catalogue import database, queries, rebuilding
from govreport.archive.configuration import Configuration
from govreport.archive.digests import digest
from govreport.archive.failures import BrokenError, RefusedError, UnknownError
from govreport.archive.handover.export import FORMAT, REVISION
from govreport.archive.handover.holding import content, events, files, keep, organs, records
from govreport.archive.handover.package import Package, sound
from govreport.archive.handover.words import words
from govreport.archive.organs import Organ
from govreport.archive.states import Version
from govreport.archive.store import log_key

TOGETHER = 20
"""How many versions are kept, then recorded in one turn: few, so that their content does not lie there long without its entries."""
LOGGED = 200
"""How many entries of a whole log are written at a time."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What was taken in: whether a whole archive was made again, how many versions are new and were there already, and organs that are new."""

    whole: bool
    new: int
    known: int
    organs: int = 0


def taken_in(archive: Archive, root: Path, actor: str = "") -> Imported:
    """Return what was taken in of a package; that of a whole archive becomes the same archive where this one is empty, and needs no actor then.

    Raises ``UnknownError`` for a folder that is no package, ``RefusedError`` for a role, or a version that stands here with other content,
    ``BrokenError`` where the package is damaged or says what is not so: then nothing was changed that anyone sees.
    """
    package = Package(root)
    origin = _origin(package)
    fault = next(package.faults(), None)
    if fault is not None:
        raise BrokenError("package", name=fault[0], detail=fault[1])
    with archive.reading() as connection:
        empty = database.head(connection).sequence == 0
    with sound(root):
        if origin["whole"] and empty:
            return _whole(archive, package, origin)
        with archive.reading() as connection:
            queries.person(connection, actor).need("import")
        return _several(archive, package, origin, actor)


def _origin(package: Package) -> Mapping[str, object]:
    try:
        found: Mapping[str, object] = json.loads(package.get(words().names["origin"]))
        if found["format"] != FORMAT or not isinstance(found["whole"], bool):
            raise ValueError(found["format"])
        if int(str(found["revision"])) > REVISION:
            raise BrokenError("package", name=words().names["origin"], detail=f"revision {found['revision']}")
        return found
    except (ValueError, KeyError, TypeError) as error:
        raise UnknownError("no-package", name=package.root) from error


def _whole(archive: Archive, package: Package, origin: Mapping[str, object]) -> Imported:
    """Make the archive of a package again: content first, then the log, then the catalogue of it."""
    last: dict[str, str | None] = {}
    left: set[str] = set()
    head = Head()
    for event in events(package):
        broken = next(audit.verify((event,), head), None)
        if broken is not None:
            raise BrokenError("log-broken", sequence=broken.sequence, detail=broken.reason)
        head = audit.after(event, head)
        last[event.subject] = event.new
        if event.action in ("deposit", "import"):
            left.add(event.subject)
    if (head.sequence, head.hash) != (origin["sequence"], origin["hash"]):
        raise BrokenError("log-broken", sequence=head.sequence, detail="head")
    count = len(left)
    for version, record in records(package):
        if version.subject not in left or last[version.subject] != version.digest():
            raise BrokenError("altered", id=version.id, version=version.version)
        left.remove(version.subject)
        keep(archive, version, files(package, record))
    if left:
        raise BrokenError("package", name=words().names["list"], detail=min(left))
    with archive.database.alone():
        found = events(package)
        while piece := tuple(islice(found, LOGGED)):
            if not archive.store.put(log_key(piece[0].sequence), audit.written(piece)):
                raise BrokenError("log-taken", sequence=piece[0].sequence)
    rebuilding.rebuild(archive.database, archive.store)
    return Imported(True, count, 0)


def _several(archive: Archive, package: Package, origin: Mapping[str, object], actor: str) -> Imported:
    """Take in the versions of a package that are not here, and the organs that they need."""
    new: list[tuple[Version, Mapping[str, object]]] = []
    known = 0
    with archive.reading() as connection:
        for version, record in records(package):
            here = _here(connection, version)
            known += here
            if not here:
                new.append((version, record))
    for version, record in new:
        if not version.redacted:
            content(version, files(package, record), archive.standard)
    organs = _organs(archive, package, {version.organ for version, _ in new}, actor)
    for start in range(0, len(new), TOGETHER):
        part = new[start : start + TOGETHER]
        for version, record in part:
            keep(archive, version, files(package, record))
        archive.ledger.record(partial(_recorded, part=part, origin=origin, actor=actor))
    return Imported(False, len(new), known, organs)


def _here(connection: Connection, version: Version) -> bool:
    """Return whether a version is here with the same content; raises ``RefusedError`` where it is with another, or was destroyed here."""
    try:
        found = queries.version(connection, version.id, version.version)
    except UnknownError:
        if not version.redacted and any(each.redacted for each in queries.same_bytes(connection, version.sha256)):
            # what the law had destroyed does not come back
            raise RefusedError("redacted", id=version.id, version=version.version) from None
        return False
    if found.sha256 != version.sha256:
        raise RefusedError("import-taken", id=version.id, version=version.version)
    return True


def _organs(archive: Archive, package: Package, wanted: set[str | None], actor: str) -> int:
    """Return how many organs of a package were entered: those that its versions need, with all above and behind them, as far as they are unknown."""
    found = {organ.id: organ for organ in organs(package)}
    asked = [id for id in wanted if id in found]
    needed: dict[str, Organ] = {}
    while asked:
        organ = found[asked.pop()]
        if organ.id not in needed:
            needed[organ.id] = organ
            behind = organ.succession.successors if organ.succession else ()
            asked += [id for id in (*(parent.organ for parent in organ.parents), *behind) if id in found]
    known = archive.register().organs
    new = [organ for organ in needed.values() if organ.id not in known]
    return archive.import_organs(new, actor) if new else 0


def _recorded(
    connection: Connection, _: Configuration, *, part: Sequence[tuple[Version, Mapping[str, object]]], origin: Mapping[str, object], actor: str
) -> Sequence[Draft]:
    queries.person(connection, actor).need("import")
    drafts = []
    for version, record in part:
        if not _here(connection, version):
            history = record.get("history", [])
            _check(version, history)
            said = {"archive": origin["archive"], "sequence": version.sequence, "time": version.time, "history": history}
            drafts.append(Draft(actor, "import", version.subject, None, version.digest(), {**version.said(), "origin": said}))
    return drafts


def _check(version: Version, history: object) -> None:
    """Raise ``BrokenError`` where an entry of a version's history is not what its own digest says, or the last says something else of it."""
    assert isinstance(history, list)
    for row in history:
        body = {name: value for name, value in row.items() if name != "hash"}
        if digest(body) != row.get("hash") or row.get("subject") != version.subject:
            raise BrokenError("altered", id=version.id, version=version.version)
    if history and history[-1]["new"] != version.digest():
        raise BrokenError("altered", id=version.id, version=version.version)
