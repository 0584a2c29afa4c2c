"""The register of organs as public pages need it: for every organ what it was in which years, and the path of areas that it stood in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from govreport.archive.organs import AREA, Organ, Register
from govreport.site.desk import words
from govreport.site.holding import Organ as Expected
from govreport.site.holding import Region
from govreport.site.tree import place

EARLIEST = 2008
"""The first year for which there were annual reports: the Regulations came into force on 1 May 2008."""
LATEST = 2999
"""The last year that is looked at: what a register lets end later has no end."""


def expected(register: Register) -> tuple[Expected, ...]:
    """Return every organ as it was by years, consecutive years in which it was the same as one; the last goes on without end."""
    changes = (year for organ in register.organs.values() for year in _changes(organ) if year <= LATEST)
    years = range(EARLIEST, max(changes, default=EARLIEST) + 2)
    parents = {year: {parent for organ in register.organs.values() if organ.at(year) for parent in organ.parents_at(year, AREA)} for year in years}
    return tuple(each for organ in register.organs.values() for each in _spans(organ, register, years, parents))


def path(organ: Organ, register: Register, year: int, heads: bool) -> tuple[Region, ...]:
    """Return the areas that an organ stands in, the outermost first, its own last where it ``heads`` one."""
    found: list[Organ] = [organ] if heads else []
    above = organ.parents_at(year, AREA)
    seen = {organ.id}
    while above and above[0] in register.organs and above[0] not in seen:
        parent = register.organs[above[0]]
        seen.add(parent.id)
        found.append(parent)
        above = parent.parents_at(year, AREA)
    endings = words("zh")("area.endings").split("|")
    return tuple(Region(each.id, place((each.at(year) or each.namings[-1]).name, endings)) for each in reversed(found))


def _changes(organ: Organ) -> Iterator[int]:
    """Yield the years in which something of an organ begins or ends."""
    for span in (organ.span, *(each.span for each in organ.namings), *(each.span for each in organ.parents)):
        yield from (day.year for day in (span.start, span.end) if day is not None)


def _spans(organ: Organ, register: Register, years: range, parents: dict[int, set[str]]) -> Iterator[Expected]:
    current: Expected | None = None
    for year in years:
        naming = organ.at(year)
        heads = organ.id in parents[year]
        now = None if naming is None else Expected(organ.id, naming.name, path(organ, register, year, heads), heads, uscc=naming.uscc)
        if current is not None and now is not None and _same(current, now):
            continue
        if current is not None:
            yield replace(current, last=year - 1)
        current = None if now is None else replace(now, first=None if year == years[0] else year)
    if current is not None:
        yield current


def _same(one: Expected, other: Expected) -> bool:
    return (one.name, one.region, one.head, one.uscc) == (other.name, other.region, other.head, other.uscc)
