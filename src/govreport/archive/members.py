"""The members of an organ in a year: everyone below it by one line, with the report of theirs that counts, or why none does.

Nothing counts twice: every organ once, by area or by one line of business; a report that speaks for others leaves theirs out.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy.engine import Connection

from govreport.archive.catalogue import contents, figures, lineage
from govreport.archive.organs import Naming, Organ, Register
from govreport.archive.states import DONE, Version, farthest
from govreport.metadata import AGGREGATE, GOVERNMENT, ORGAN

COUNTED, MISSING, EXCLUDED = "counted", "missing", "excluded"
PREFERRED = (ORGAN, GOVERNMENT)
"""Which report of an organ counts: its own figures, else those of its level."""


@dataclass(frozen=True, slots=True)
class Member:
    """A member: what it was in that year, ``counted``, ``missing`` or ``excluded``, why, and the version that counts or came closest.

    ``why``, where missing: ``nothing`` or the state of its last version. Where excluded: ``covered`` by the report of the organ ``by``,
    ``ended`` within the year (``by`` its successors), ``redacted``, ``unreadable``, ``unread`` where a catalogue that is read-only does not have
    it yet, or ``scope`` where it has reports of other scopes only.
    """

    organ: str
    name: str
    kind: str | None
    level: str | None
    status: str
    why: str = ""
    by: str = ""
    version: Version | None = None


class Tally:
    """Members told apart by whether they are in the sums."""

    __slots__ = ()
    members: tuple[Member, ...]

    @property
    def counted(self) -> tuple[Member, ...]:
        """The members whose reports are in the sums."""
        return self._of(COUNTED)

    @property
    def missing(self) -> tuple[Member, ...]:
        """The members that have no report that counts."""
        return self._of(MISSING)

    @property
    def excluded(self) -> tuple[Member, ...]:
        """The members that are left out for a reason."""
        return self._of(EXCLUDED)

    def _of(self, status: str) -> tuple[Member, ...]:
        return tuple(each for each in self.members if each.status == status)


def members(connection: Connection, root: str, year: int, line: str, scopes: Sequence[str] = PREFERRED) -> tuple[Member, ...]:
    """Return the members of an organ in a year, itself first, each parent before its children; raises ``UnknownError``."""
    register = lineage.below(connection, root, year, line)
    reports = standing(lineage.versions_below(connection, root, year, line))
    return _members(connection, register, root, year, line, scopes, reports)


def standing(versions: Iterable[Version]) -> dict[str, dict[str, list[Version]]]:
    """Return versions by organ and scope, oldest first."""
    found: dict[str, dict[str, list[Version]]] = {}
    for version in versions:
        if version.organ is not None and version.scope is not None:
            found.setdefault(version.organ, {}).setdefault(version.scope, []).append(version)
    return found


def chosen(reports: Mapping[str, Sequence[Version]], scopes: Sequence[str]) -> Version | None:
    """Return the report that counts: of the first scope that has one, its last version that was accepted or published."""
    for scope in scopes:
        done = [version for version in reports.get(scope, ()) if version.state in DONE]
        if done:
            return done[-1]
    return None


def _members(
    connection: Connection, register: Register, root: str, year: int, line: str, scopes: Sequence[str], reports: Mapping[str, Mapping[str, Sequence[Version]]]
) -> tuple[Member, ...]:
    walk = [(depth, organ, naming) for depth, organ, naming in register.tree(year, root, line)]
    picked = {organ.id: chosen(reports.get(organ.id, {}), _of(organ.id, root, scopes)) for _, organ, _ in walk}
    covered = _covered(walk, picked)
    sequences = [version.sequence for version in picked.values() if version is not None]
    known, mark = figures.readable(connection, sequences), contents.mark(connection)
    lacking = {each: "unread" if each > mark else "unreadable" for each in sequences if each not in known}
    found: dict[str, Member] = {}
    for _, organ, naming in walk:
        own = reports.get(organ.id, {})
        # the organ itself need not report apart from those below it
        if organ.id in found or (organ.id == root and not any(own.get(scope) for scope in _of(root, root, scopes))):
            continue
        found[organ.id] = _member(organ, naming, year, scopes, own, picked[organ.id], covered.get(organ.id), lacking)
    return tuple(found.values())


def _of(organ: str, root: str, scopes: Sequence[str]) -> Sequence[str]:
    """Return the scopes by which an organ counts: the sum of the whole is not part of it."""
    return [scope for scope in scopes if organ != root or scope != AGGREGATE]


def _covered(walk: Sequence[tuple[int, Organ, Naming]], picked: Mapping[str, Version | None]) -> dict[str, str]:
    """Return the organs whose figures are in the report of another, with that one."""
    covered: dict[str, str] = {}
    over: list[tuple[int, str | None, str | None]] = []
    for depth, organ, naming in walk:
        while over and over[-1][0] >= depth:
            over.pop()
        _, by, scope = over[-1] if over else (0, None, None)
        if scope == GOVERNMENT and naming.kind == GOVERNMENT:
            by, scope = None, None
        if by is not None:
            covered.setdefault(organ.id, by)
        else:
            own = picked[organ.id]
            by, scope = (organ.id, own.scope) if own is not None and own.scope in (GOVERNMENT, AGGREGATE) else (None, None)
        over.append((depth, by, scope))
    return covered


def _member(
    organ: Organ,
    naming: Naming,
    year: int,
    scopes: Sequence[str],
    own: Mapping[str, Sequence[Version]],
    version: Version | None,
    by: str | None,
    lacking: Mapping[int, str],
) -> Member:
    def member(status: str, why: str = "", by: str = "", of: Version | None = None) -> Member:
        return Member(organ.id, naming.name, naming.kind, naming.level, status, why, by, of or version)

    successors = organ.succession.successors if organ.succession else ()
    ended = organ.span.end is not None and organ.span.end < datetime.date(year, 12, 31)
    if by is not None:
        return member(EXCLUDED, "covered", by)
    if ended and (successors or version is None):
        return member(EXCLUDED, "ended", " ".join(successors))
    if version is not None:
        return member(EXCLUDED, lacking[version.sequence]) if version.sequence in lacking else member(COUNTED)
    closest = farthest(each for scope in scopes for each in own.get(scope, ()))
    if closest is not None:
        return member(EXCLUDED, "redacted", of=closest) if closest.redacted else member(MISSING, closest.state, of=closest)
    others = [each for versions in own.values() for each in versions if each.state in DONE and each.scope != AGGREGATE]
    return member(EXCLUDED, "scope", of=others[-1]) if others else member(MISSING, "nothing")


def sequences(found: Sequence[Member]) -> list[int]:
    """Return the places in the log of the versions that are counted."""
    return [each.version.sequence for each in found if each.status == COUNTED and each.version is not None]
