"""The register of organs, dated: what an organ was called, whom it stood under, and what became of it."""

from __future__ import annotations

import datetime
import itertools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from govreport.archive.digests import digest
from govreport.archive.failures import RefusedError

AREA, LINE = "area", "line"
"""The two kinds of parent: the one of the area (the block, 块), and those of a line of business (the strips, 条)."""

KINDS = ("government", "department", "other")
LEVELS = ("national", "province", "city", "county", "township")
ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,63}")
NAME, DIVISION = 200, 32
"""How many characters a name and a division code have at most: a PostgreSQL does not take every one into an index."""


@dataclass(frozen=True, slots=True)
class Span:
    """A time from a day to a day, both included; None is open."""

    start: datetime.date | None = None
    end: datetime.date | None = None

    def meets(self, other: Span) -> bool:
        """Return whether two spans have a day in common."""
        return (self.end is None or other.start is None or other.start <= self.end) and (other.end is None or self.start is None or self.start <= other.end)

    @property
    def row(self) -> list[str | None]:
        """The span as two ISO dates."""
        return [each.isoformat() if each else None for each in (self.start, self.end)]


_ALWAYS = Span()


def year_span(year: int) -> Span:
    """Return the days of a year."""
    return Span(datetime.date(year, 1, 1), datetime.date(year, 12, 31))


@dataclass(frozen=True, slots=True)
class Naming:
    """What an organ was in a time: its name, kind, level, 统一社会信用代码 and division code."""

    name: str
    kind: str | None = None
    level: str | None = None
    uscc: str | None = None
    division: str | None = None
    span: Span = Span()


@dataclass(frozen=True, slots=True)
class Parent:
    """An organ that another stood under in a time, by area or by a line of business."""

    organ: str
    kind: str = AREA
    span: Span = Span()


@dataclass(frozen=True, slots=True)
class Succession:
    """What became of an organ on a day: renamed, merged into, or split into its successors; abolished has none."""

    day: datetime.date
    fate: str
    successors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Organ:
    """An organ with its whole history; ``span`` is from when to when it existed."""

    id: str
    span: Span
    namings: tuple[Naming, ...]
    parents: tuple[Parent, ...] = ()
    succession: Succession | None = None

    def at(self, year: int) -> Naming | None:
        """Return what the organ was at the end of a year, or last in it; None where it did not exist."""
        within = year_span(year)
        found = [naming for naming in self.namings if self.span.meets(within) and naming.span.meets(within)]
        return max(found, key=lambda naming: naming.span.start or datetime.date.min) if found else None

    def called(self, name: str | None) -> bool:
        """Return whether the organ ever had a name."""
        return any(naming.name == name for naming in self.namings)

    def parents_at(self, year: int, kind: str | None = None) -> tuple[str, ...]:
        """Return the parents of a year, by area or by line or both; of two parents by area in one year the later counts."""
        within = year_span(year)
        found = sorted((each for each in self.parents if each.span.meets(within)), key=lambda each: each.span.start or datetime.date.min)
        area = [each.organ for each in found if each.kind == AREA][-1:]
        line = [each.organ for each in found if each.kind == LINE]
        return tuple(dict.fromkeys({AREA: area, LINE: line, None: area + line}[kind]))

    def row(self) -> dict[str, object]:
        """Return the organ as plain values, as it stands in the log."""
        return {
            "id": self.id,
            "span": self.span.row,
            "namings": [[n.name, n.kind, n.level, n.uscc, n.division, *n.span.row] for n in self.namings],
            "parents": [[p.organ, p.kind, *p.span.row] for p in self.parents],
            "succession": [self.succession.day.isoformat(), self.succession.fate, *self.succession.successors] if self.succession else None,
        }

    def digest(self) -> str:
        """Return the digest of the organ."""
        return digest(self.row())


def of_row(row: Mapping[str, object]) -> Organ:
    """Return the organ of a row of the log."""
    found: Mapping[str, list[list[str]]] = row  # type: ignore[assignment]
    namings = tuple(Naming(each[0], each[1], each[2], each[3], each[4], _span(each[5:])) for each in found["namings"])
    parents = tuple(Parent(each[0], each[1], _span(each[2:])) for each in found["parents"])
    fate: Sequence[str] | None = row["succession"]  # type: ignore[assignment]
    succession = Succession(datetime.date.fromisoformat(fate[0]), fate[1], tuple(fate[2:])) if fate else None
    return Organ(str(row["id"]), _span(row["span"]), namings, parents, succession)  # type: ignore[arg-type]


def _span(row: Sequence[str | None]) -> Span:
    if row[0] is None and row[1] is None:
        return _ALWAYS
    start, end = (datetime.date.fromisoformat(each) if each else None for each in row)
    return Span(start, end)


class Register:
    """The organs of an archive by id."""

    def __init__(self, organs: Iterable[Organ]) -> None:
        self.organs = {organ.id: organ for organ in organs}

    def predecessors(self, organ: str) -> tuple[Organ, ...]:
        """Return the organs that became part of one."""
        return tuple(each for each in self.organs.values() if each.succession and organ in each.succession.successors)

    def children(self, organ: str, year: int, kind: str = AREA) -> tuple[Organ, ...]:
        """Return the organs that stood under one in a year, by area or by line, by id."""
        found = (each for each in self.organs.values() if each.at(year) and organ in each.parents_at(year, kind))
        return tuple(sorted(found, key=lambda each: each.id))

    def tree(self, year: int, root: str | None = None, kind: str = AREA) -> Iterator[tuple[int, Organ, Naming]]:
        """Yield (depth, organ, what it was) for every organ of a year, each parent before its children; below one organ or whole."""
        under: dict[str | None, list[Organ]] = {}
        living = {id for id, organ in self.organs.items() if organ.at(year)}
        for id in sorted(living):
            parents = [each for each in self.organs[id].parents_at(year, kind) if each in living]
            above: list[str | None] = list(parents) or [None]
            for parent in above:
                under.setdefault(parent, []).append(self.organs[id])
        start = under.get(None, []) if root is None else [self.organs[root]] if root in living else []
        stack = [(0, organ, frozenset[str]()) for organ in reversed(start)]
        while stack:
            depth, organ, over = stack.pop()
            naming = organ.at(year)
            if naming is not None and organ.id not in over:
                yield depth, organ, naming
                stack += [(depth + 1, child, over | {organ.id}) for child in reversed(under.get(organ.id, []))]

    def named(self, name: str | None, uscc: str | None, year: int) -> tuple[Organ, ...]:
        """Return the organs of a year that have a code or, where none has it, a name then or ever before; where code and name are of two, both."""
        living = [organ for organ in self.organs.values() if organ.at(year)]
        by_code = [organ for organ in living if uscc and any(naming.uscc == uscc for naming in organ.namings)]
        now = [organ for organ in living if (found := organ.at(year)) and found.name == name]
        by_name = now or [organ for organ in living if organ.called(name)]
        return tuple(by_code if any(organ.called(name) for organ in by_code) else by_code + by_name)


def orphans(register: Register) -> Iterator[tuple[Organ, Organ]]:
    """Yield (organ, parent by area) for every organ that goes on with no other parent when its parent has ended: no totals count it then."""
    latest = datetime.date.max
    for organ in register.organs.values():
        for parent in organ.parents:
            above = register.organs.get(parent.organ)
            if above and parent.kind == AREA and min(organ.span.end or latest, parent.span.end or latest) > (above.span.end or latest):
                yield organ, above


def check(register: Register) -> None:
    """Raise ``RefusedError`` where the register contradicts itself: a parent or successor that is not there, two parents by area at once, a circle."""
    for organ in register.organs.values():
        for parent in organ.parents:
            if parent.organ not in register.organs:
                raise RefusedError("organ-parent", id=organ.id, parent=parent.organ)
        area = sorted((each for each in organ.parents if each.kind == AREA), key=lambda each: each.span.start or datetime.date.min)
        for one, other in itertools.pairwise(area):
            if one.span.meets(other.span):
                raise RefusedError("organ-parents", id=organ.id, parents=f"{one.organ}, {other.organ}")
        for successor in organ.succession.successors if organ.succession else ():
            if successor not in register.organs:
                raise RefusedError("organ-successor", id=organ.id, successor=successor)
        _check_circle(organ, register)


def _check_circle(organ: Organ, register: Register) -> None:
    for kind in (AREA, LINE):
        for year in {each.span.start.year for each in organ.parents if each.span.start} or {datetime.date.max.year}:
            seen, queue = set[str](), list(organ.parents_at(year, kind))
            while queue:
                above = queue.pop()
                if above == organ.id:
                    raise RefusedError("organ-circle", id=organ.id)
                if above not in seen:
                    seen.add(above)
                    queue += register.organs[above].parents_at(year, kind) if above in register.organs else ()
