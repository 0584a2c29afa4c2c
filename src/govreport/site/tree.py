"""The holdings of a site as a whole: agencies with their reports by year, and the regions that they stand in, as a tree."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from govreport.site.facts import SHORT, Facts, digest, slug
from govreport.site.holding import WITHDRAWN, Organ, Region
from govreport.site.placement import NAMED, keys, placed

WHOLE = "_all"
"""The slug of the root, which no key can have."""


@dataclass(frozen=True, slots=True)
class Agency:
    """An agency with its reports by year and scope; ``organs`` are what a register says of it, by time."""

    key: str
    slug: str
    name: str
    region: tuple[Region, ...]
    head: bool
    reports: tuple[Facts, ...]
    organs: tuple[Organ, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The other names it has reported under, the last first."""
        found = dict.fromkeys(each.agency for each in reversed(self.reports) if each.agency)
        return tuple(name for name in found if name != self.name)

    def in_year(self, year: int) -> tuple[Facts, ...]:
        """Return its reports of a year."""
        return tuple(each for each in self.reports if each.year == year)

    def is_expected(self, year: int) -> bool:
        """Return whether a report of it is expected for a year: the register knows it then or, without register, it has others."""
        return any(each.in_year(year) for each in self.organs) if self.organs else bool(self.reports)


@dataclass(frozen=True, slots=True)
class Area:
    """A node of the region tree; the root has the empty key. ``named`` is false where only its code is known."""

    key: str
    slug: str
    name: str
    path: tuple[Region, ...]
    named: bool
    areas: tuple[Area, ...]
    agencies: tuple[Agency, ...]

    def everyone(self) -> Iterator[Agency]:
        """Yield the agencies of the area and of all areas below it; whoever governs an area stands in front."""
        yield from self.agencies
        for area in self.areas:
            yield from area.everyone()

    def all_areas(self) -> Iterator[Area]:
        """Yield the area and all below it."""
        yield self
        for area in self.areas:
            yield from area.all_areas()

    @property
    def head(self) -> Agency | None:
        """The agency that governs it, None where none is known."""
        return next((each for each in self.agencies if each.head and self.key), None)


@dataclass(frozen=True)
class Tree:
    """All that a site shows, as one value."""

    root: Area
    facts: Mapping[str, Facts]

    @cached_property
    def agencies(self) -> tuple[Agency, ...]:
        """Every agency, in the order of the tree."""
        return tuple(self.root.everyone())

    @cached_property
    def years(self) -> tuple[int, ...]:
        """The years that are reported on, the last first."""
        return tuple(sorted({each.year for each in self.facts.values() if each.year is not None}, reverse=True))

    @cached_property
    def areas(self) -> Mapping[str, Area]:
        """Every area by key, the whole by the empty one."""
        return {each.key: each for each in self.root.all_areas()}

    @cached_property
    def area_of(self) -> Mapping[str, Area]:
        """The area of every agency by the agency's key."""
        return {agency.key: area for area in self.root.all_areas() for agency in area.agencies}

    @cached_property
    def _paths(self) -> Mapping[str, tuple[Region, ...]]:
        return {each.id: self.area_of[agency.key].path for agency in self.agencies for each in agency.reports}

    def path_of(self, id: str) -> tuple[Region, ...]:
        """Return the regions that the agency of a report stands in, with their names."""
        return self._paths[id]


def tree(found: Iterable[Facts], organs: Iterable[Organ], levels: Sequence[str], endings: Sequence[str], name: str) -> Tree:
    """Return the tree of a site.

    ``levels`` are those of agencies, the highest first; ``endings`` are taken off the name of a government to name its area; ``name``
    is that of the whole.
    """
    facts = {each.id: each for each in found}
    register: dict[str, list[Organ]] = defaultdict(list)
    for organ in organs:
        register[organ.id].append(organ)
    standing = placed(facts.values(), [organ for each in register.values() for organ in each], levels)
    grouped: dict[str, list[Facts]] = {key: [] for key in register}
    for key, each in zip(keys(standing), standing, strict=True):
        grouped.setdefault(key, []).append(each)
    agencies = [_agency(key, reports, sorted(register.get(key, ()), key=lambda each: each.first or 0)) for key, reports in sorted(grouped.items())]
    return Tree(_root([each for each in agencies if each.reports or each.organs], endings, name), {each.id: each for each in standing})


def _agency(key: str, reports: list[Facts], organs: Sequence[Organ]) -> Agency:
    """Return an agency as it was last."""
    ordered = tuple(sorted(reports, key=lambda each: (each.year or 0, each.scope or "", each.id)))
    standing = [each for each in ordered if each.state != WITHDRAWN] or list(ordered)
    last, organ = standing[-1] if standing else None, organs[-1] if organs else None
    region = organ.region if organ else last.region if last else ()
    head = organ.head if organ else any(each.head for each in ordered)
    name = next((each.agency for each in reversed(standing) if each.agency), None)
    shown = organ.name if organ else name or (last.title if last else None) or (last.id if last else key)
    address = digest(key)[:SHORT] if key.startswith(NAMED) else slug(key)
    return Agency(key, address, shown, region, head, ordered, tuple(organs))


class _Node:
    """An area under construction."""

    def __init__(self, path: tuple[Region, ...]) -> None:
        self.path = path
        self.below: dict[str, _Node] = {}
        self.agencies: list[Agency] = []


def _root(agencies: Iterable[Agency], endings: Sequence[str], name: str) -> Area:
    root = _Node(())
    for agency in agencies:
        node = root
        for depth, region in enumerate(agency.region, 1):
            node = node.below.setdefault(region.key, _Node(agency.region[:depth]))
        node.agencies.append(agency)
    return replace(_area(root, endings, ()), name=name, slug=WHOLE, named=True)


def _area(node: _Node, endings: Sequence[str], above: tuple[Region, ...]) -> Area:
    """Return the area of a node.

    One without name and agencies that holds a single other is that other; one of which nobody but its own government reports (a
    township) is none: that agency stands among those of the area above, and governs nobody.
    """
    head = next((each for each in node.agencies if each.head), None)
    region = node.path[-1] if node.path else Region("", "")
    given = region.name or (place(head.name, endings) if head else "")
    if not given and not node.agencies and len(node.below) == 1 and node.path:
        return _area(next(iter(node.below.values())), endings, above)
    own = Region(region.key, given or region.key)
    path = (*above, own) if node.path else ()
    kept, alone = [], []
    for _, each in sorted(node.below.items()):
        only = each.agencies[0] if len(each.agencies) == 1 and not each.below else None
        if only is not None and only.head:
            alone.append(replace(only, head=False))
        else:
            kept.append(_area(each, endings, path))
    ordered = sorted((*node.agencies, *alone), key=lambda each: (not each.head, each.key))
    return Area(own.key, slug(own.key), own.name, path, bool(given), tuple(kept), tuple(ordered))


def place(name: str, endings: Sequence[str]) -> str:
    """Return the name of the area that a government of this name governs."""
    ending = next((each for each in endings if name.endswith(each) and len(name) > len(each)), "")
    return name.removesuffix(ending)
