"""Whether a list of parts comes to a total: parts of a part may stand behind it, and the list may go on beyond its total."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

WAYS = 500
"""The ways to count the parts of one list that are tried."""


def adds_up(total: int | Decimal, parts: Sequence[int | Decimal]) -> bool:
    """Return whether a list of parts comes to a total: up to some part, parts of a part not counted where they follow it and add up to it."""
    most = sum(parts)
    return len(parts) > 1 and (most == total or (most > total and _reaches(total, parts)))


def _reaches(total: int | Decimal, parts: Sequence[int | Decimal]) -> bool:
    """Return whether some of the ways to count the parts comes to the total; of a list with too many ways it is taken to be so."""
    ends = {at: end for at in range(len(parts)) if (end := _inner_end(parts, at))}
    ways, met = [(total, 0)], set[tuple[int | Decimal, int]]()
    while ways and len(met) < WAYS:
        rest, at = way = ways.pop()
        if rest == 0 and at > 1:
            return True
        if at < len(parts) and rest >= 0 and way not in met:
            met.add(way)
            ways.append((rest - parts[at], at + 1))
            if at in ends:
                ways.append((rest - parts[at], ends[at]))
    return bool(ways)


def _inner_end(parts: Sequence[int | Decimal], at: int) -> int | None:
    """Return the end of the parts of a part, None where those that follow it do not add up to it."""
    inner: int | Decimal = 0
    for end in range(at + 1, len(parts)):
        inner += parts[end]
        if inner > parts[at]:
            break
        if inner == parts[at] and end > at + 1:
            return end + 1
    return None
