"""A title on several lines: of a trapezoid's or a rhombus's outline, broken between words."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import accumulate, combinations, pairwise
from math import ceil

from govreport.writers.pdf.kinsoku import Kinsoku
from govreport.writers.pdf.lines import Line, Measure, broken

_MOST_LINES = 3
"""A longer title is broken as any text is."""
_MOST_PLACES = 120
_CUT = 9.0
"""What a cut word costs, in squares of cells by which a line differs from the mean."""
_WAIST = 12.0
"""What a line costs that is shorter than both of its neighbours."""
_SQUARE = 1.0
"""What two lines of the same length cost."""


def balanced(text: str, measure: Measure, rules: Kinsoku, words: Iterable[str]) -> list[Line]:
    """Return the lines of a title, to be centred: as few as hold it; ``words`` are kept whole where that can be."""
    scale = measure.size / 1000
    places = [0.0, *accumulate(measure.advances[each] * scale for each in text)]
    count = ceil((places[-1] - 1e-6) / measure.length)
    allowed = [at for at in range(1, len(text)) if rules.breaks(text, at)]
    if count <= 1 or count > _MOST_LINES or len(allowed) > _MOST_PLACES:
        return broken(text, measure, rules, justified=False)
    within = inside(text, words)
    best = min((_cost(breaks, places, measure, within), breaks) for breaks in combinations(allowed, count - 1)) if len(allowed) >= count - 1 else None
    if best is None or best[0] == float("inf"):
        return broken(text, measure, rules, justified=False)
    cuts = (0, *best[1], len(text))
    return [Line(text[start:end], 0.0, places[end] - places[start]) for start, end in pairwise(cuts)]


def inside(text: str, words: Iterable[str]) -> frozenset[int]:
    """Return the places that lie inside words."""
    found: set[int] = set()
    for word in words:
        start = text.find(word) if word else -1
        while start >= 0:
            found.update(range(start + 1, start + len(word)))
            start = text.find(word, start + 1)
    return frozenset(found)


def _cost(breaks: tuple[int, ...], places: list[float], measure: Measure, within: frozenset[int]) -> float:
    cuts = (0, *breaks, len(places) - 1)
    widths = [(places[end] - places[start]) / measure.size for start, end in pairwise(cuts)]
    if max(widths) * measure.size > measure.length + 1e-6:
        return float("inf")
    mean = sum(widths) / len(widths)
    cost = sum((width - mean) ** 2 for width in widths) + _CUT * sum(at in within for at in breaks)
    cost += _SQUARE * sum(abs(one - other) < 0.5 for one, other in pairwise(widths))
    return cost + _WAIST * sum(one > two < three for one, two, three in zip(widths, widths[1:], widths[2:], strict=False))
