"""Which agency and region a report belongs to: by a register, by codes, by names; and which agency governs its area."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from govreport.site.facts import Facts
from govreport.site.holding import Organ, Region

GOVERNMENT = "government"
NAMED = "name:"
"""What begins the key of an agency that has neither id nor code; its address is a piece of the key's digest."""
_STEPS = (2, 4, 6, 9, 12)
"""Digits of the levels of a division code: province, city, county, township, village."""


def placed(found: Iterable[Facts], organs: Sequence[Organ], levels: Sequence[str]) -> list[Facts]:
    """Return facts with organ, region and rank in it, as far as these are known; ``levels`` are those of agencies, the highest first."""
    return _heads([replace(each, region=each.region or _region(each) or each.folders) for each in _assigned(found, organs)], levels)


def _assigned(found: Iterable[Facts], organs: Sequence[Organ]) -> Iterator[Facts]:
    """Yield facts with the organ, and its region, that a register knows by credit code or, failing that, by name; as they are where it is not one."""
    by_code, by_name = defaultdict[str, list[Organ]](list), defaultdict[str, list[Organ]](list)
    for organ in organs:
        by_name[organ.name].append(organ)
        if organ.uscc:
            by_code[organ.uscc].append(organ)
    for each in found:
        candidates = by_code.get(each.uscc or "") or by_name.get(each.agency or "") or []
        then = [organ for organ in candidates if each.year is None or organ.in_year(each.year)] or candidates
        if each.organ is None and len({organ.id for organ in then}) == 1:
            each = replace(each, organ=then[-1].id, region=then[-1].region, head=then[-1].head)
        yield each


def _region(facts: Facts) -> tuple[Region, ...]:
    """Return the region that a division code tells, without names; none where there is no code."""
    code = facts.division or ""
    if not re.fullmatch("[0-9]{2,12}", code):
        return ()
    return tuple(Region(code[:end], "") for begin, end in zip((0, *_STEPS), _STEPS, strict=False) if len(code) >= end and code[begin:end].strip("0"))


def _heads(found: list[Facts], levels: Sequence[str]) -> list[Facts]:
    """Return the facts with those marked that govern their area: by its very code, else as the one highest government among several."""
    rank = {level: index for index, level in enumerate(levels)}
    best: dict[Region, Counter[tuple[int, str | None]]] = defaultdict(Counter)
    for each in found:
        if each.region and each.kind == GOVERNMENT and each.level in rank and not each.division:
            best[each.region[-1]][rank[each.level], each.agency] += 1
    return [each if each.head or not _governs(each, best, rank) else replace(each, head=True) for each in found]


def _governs(facts: Facts, best: Mapping[Region, Counter[tuple[int, str | None]]], rank: Mapping[str, int]) -> bool:
    if facts.kind != GOVERNMENT or not facts.region or facts.organ:
        return False
    if facts.division:
        return True
    ranks = best[facts.region[-1]]
    highest = min(ranks, default=None)
    alone = highest is not None and len(ranks) > 1 and sum(level == highest[0] for level, _ in ranks) == 1
    return alone and (rank.get(facts.level or "", -1), facts.agency) == highest


def keys(found: Sequence[Facts]) -> Iterator[str]:
    """Yield what tells the agency of each of some facts from others: organ, credit code, else region and name, else the report itself."""
    codes: dict[tuple[object, ...], set[str]] = defaultdict(set)
    for each in found:
        if each.uscc and each.agency:
            codes[each.region, each.agency].add(each.uscc)
    for each in found:
        if each.organ:
            yield each.organ
            continue
        known = codes[each.region, each.agency]
        code = each.uscc or (next(iter(known)) if len(known) == 1 else None)
        place = each.region[-1].key if each.region else ""
        yield code.lower() if code else f"{NAMED}{place}:{each.agency}" if each.agency else f"{NAMED}{each.id}"
