"""Where pieces stand on their lines, in characters or in print, and which of some places each stands nearest to."""

from __future__ import annotations

from collections.abc import Sequence

from govreport.readers.legacy.slots import Fitted
from govreport.readers.legacy.tokens import Token

TOLERANCE = 0.45
TORN = 2.0


def median(numbers: Sequence[float]) -> float:
    """Return the middle one of some numbers, the upper of two (``statistics`` costs more to import than all else here)."""
    return sorted(numbers)[len(numbers) // 2]


def width(text: str) -> int:
    """Return how many columns a text takes in print, Chinese characters two."""
    from wcwidth import wcswidth

    return max(wcswidth(text), 0)


def bars_before(text: str, end: int) -> int:
    """Return how many bars or tabs stand on a line before a place."""
    return text.count("|", 0, end) + text.count("\t", 0, end)


def clusters(places: Sequence[float]) -> list[float]:
    """Return the middles of heads, those of one head torn over several lines taken together."""
    groups: list[list[float]] = []
    for place in places:
        if groups and place - groups[-1][-1] <= TORN:
            groups[-1].append(place)
        else:
            groups.append([place])
    return [median(group) for group in groups]


def nearest(placed: Sequence[tuple[float, Token]], centres: Sequence[float]) -> Fitted | None:
    """Return one entry a place with the piece that stands nearest to it, None where one stands near no place for certain, or two near one."""
    fitted: Fitted = [None] * len(centres)
    for position, token in placed:
        number = min(range(len(centres)), key=lambda index: abs(centres[index] - position))
        gaps = [abs(centres[number] - centres[other]) for other in (number - 1, number + 1) if 0 <= other < len(centres)]
        if fitted[number] is not None or (gaps and abs(centres[number] - position) > TOLERANCE * min(gaps)):
            return None
        fitted[number] = token
    return fitted
