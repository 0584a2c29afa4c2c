"""What lies in the store and belongs to nothing: left behind by whoever was ended, or put there by others."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from functools import partial
from itertools import chain, groupby

from govreport.archive import objects
from govreport.archive.archive import Archive
from govreport.archive.audit import Head
from govreport.archive.catalogue import entries
from govreport.archive.failures import BrokenError, UnknownError
from govreport.archive.logfixity import LogFixity
from govreport.archive.pieces import pieces
from govreport.archive.problems import UNFINISHED, Problem
from govreport.archive.states import Version
from govreport.archive.store import INCOMING, JOURNAL, LOG, OBJECTS, Store, Stored, Unread, journal_key, log_key

_MADE = re.compile(rf"{JOURNAL}(/[0-9a-f]{{2}})?|{LOG}(/[0-9]{{9}})?|{OBJECTS}(/[^/]+){{0,3}}")
"""The folders in which nothing may be: those that are there from the beginning, or made before what comes into them."""


def strays(archive: Archive, versions: Sequence[Version], log: LogFixity, head: Head, grace: float) -> Iterator[Problem]:
    """Yield what belongs to no version, to no entry behind a head and, ``grace`` seconds later, to none that was about to be made; and half-written files."""
    store, unread, empty = archive.store, list[str](), list[str]()
    stray = [*_unknown(store, (unread.append, empty.append), {name for version in versions for name in (journal_key(version.bundle), version.sealed) if name})]
    for again in (False, True):
        if stray:
            if again:
                _others_done(archive, grace)
            known = _since(archive, head)
            stray = [key for key in stray if (objects.folder(key) or key) not in known and store.has(key)]
    yield from (Problem("ARC-EXTRA", key) for key in store.foreign(unread.append))
    yield from _extra(archive, versions, stray)
    # those that writers have put until they are listed are looked for behind that
    listed = [*store.list(LOG, unread.append, empty.append)]
    yield from of_log(listed, partial(_known, log, begun(store, head.sequence)))
    yield from (Problem("ARC-EXTRA", key) for key in empty if not _MADE.fullmatch(key))
    try:
        yield from (Problem("ARC-HALF", key) for key in store.abandoned(elsewhere=True))
    except BrokenError:
        unread.append(INCOMING)
    yield from (Problem("ARC-UNREADABLE", key) for key in dict.fromkeys(unread))


def of_log(listed: Iterable[Stored], known: Callable[[int], bool]) -> Iterator[Problem]:
    """Yield the files among the pieces of a log that are none of them; ``known`` says whether a piece begins with the entry of a number."""
    for each in listed:
        name = each.key.rpartition("/")[2]
        if not name.isdecimal() or log_key(int(name)) != each.key or not known(int(name)):
            yield Problem("ARC-EXTRA", each.key)


def begun(store: Store, behind: int = 0) -> frozenset[int]:
    """Return the numbers of the first entries of the pieces of a log behind an entry, as far as they follow one another."""
    found = set()
    with suppress(BrokenError):
        for piece in pieces(store, behind):
            found.add(piece[0].sequence)
    return frozenset(found)


def _known(log: LogFixity, later: frozenset[int], first: int) -> bool:
    # where one is missing or altered nobody can say where the next one begins: none is to be taken for nothing
    return not log.sound or first in log.starts or first in later


def _extra(archive: Archive, versions: Sequence[Version], stray: Sequence[str]) -> Iterator[Problem]:
    """Yield what belongs to nothing; the whole object of a version that was yet to be sealed is told once, with its subject."""
    waiting = {objects.object_key(objects.object_id(each)): each for each in versions if each.sealed is None} if stray else {}
    for name, keys in groupby(stray, lambda key: objects.folder(key) or key):
        version = waiting.get(name)
        if version is not None and _as_sealed(archive, version):
            yield Problem("ARC-EXTRA", name, version.subject, reason=UNFINISHED)
        else:
            yield from (Problem("ARC-EXTRA", key) for key in keys)


def _as_sealed(archive: Archive, version: Version) -> bool:
    """Return whether the object of a version is what its sealing would make."""
    try:
        key, _, inventory = objects.sealed(version, archive.content(version), version.time, version.deposited_by)
    except (BrokenError, UnknownError):
        return False
    return not objects.faults(archive.store, key, inventory)


def _others_done(archive: Archive, grace: float) -> None:
    """Wait until whoever put a file before its entry has made it: he may have to wait for the turn."""
    with suppress(BrokenError), archive.database.alone():
        pass
    time.sleep(grace)


def _unknown(store: Store, told: tuple[Unread, Unread], known: set[str]) -> Iterator[str]:
    """Yield the keys of the journal and of objects that belong to none of those known."""
    for each in chain(store.list(JOURNAL, *told), store.list(OBJECTS, *told)):
        folder = objects.folder(each.key)
        # a link that has the name of an object is none
        there = each.key in objects.ROOT_FILES if folder is None and each.key.startswith(f"{OBJECTS}/") else (folder or each.key) in known
        if not there:
            yield each.key


def _since(archive: Archive, head: Head) -> set[str]:
    """Return the keys of the bundles and the folders of the objects that entries behind a head speak of."""
    with archive.reading() as connection:
        said = [event.data for event in entries.log(connection, head.sequence)]
    bundles = {journal_key(str(data["bundle"])) for data in said if "bundle" in data}
    return bundles | {str(data["sealed"]) for data in said if data.get("sealed")}
