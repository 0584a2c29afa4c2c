"""Lines that hold nothing but the number of a page, told by the numbers of the other pages."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from itertools import pairwise

FEW, MANY = 2, 3
"""So many pages with signs around their numbers, or the number of all pages beside them, are counted; so many with bare numbers."""
APART = 10
"""A page that nothing but its number tells has so many lines with something on them at least, but for the last of several."""
LONGEST = 24
_NUMBER = re.compile(r"([^\w\s()（）|+]{0,3}) ?([0-9]{1,3}) ?((?:[/／] ?[0-9]{1,3})?)(?: ?([^\w\s()（）|]{1,3}))?")


def page_numbers(texts: Sequence[str], begins: Collection[int] = ()) -> frozenset[int]:
    """Return which lines are numbers of pages: each is one more than the one before, a page apart, with the same signs around it.

    Bare numbers are such only where each ends a page, of which ``begins`` are the first lines, or where no other line is a bare number:
    in a copy with a line a cell they may be figures.
    """
    found: dict[tuple[str, ...], list[tuple[int, int, int]]] = {}
    filled = 0
    for line, text in enumerate(texts):
        text = text.strip()
        filled += bool(text)
        number = _NUMBER.fullmatch(text) if 0 < len(text) <= LONGEST else None
        if number is not None:
            ends = bool(begins) and text.isdigit() and _ends_page(texts, line, begins)
            found.setdefault(("\f" if ends else number[1], number[3], number[4] or ""), []).append((line, int(number[2]), filled))
    pages: set[int] = set()
    for (before, total, behind), numbers in found.items():
        signed = bool(total or (before and behind) or before == "\f")
        steps = [(other[1] - one[1], other[2] - one[2]) for one, other in pairwise(numbers)]
        counted = all(number == 1 for number, _ in steps) and (before == "\f" or all(lines >= APART for _, lines in (steps[:-1] or steps)))
        if counted and len(numbers) >= (FEW if signed else MANY) and (signed or not (before or behind)):
            pages.update(line for line, _, _ in numbers)
    return frozenset(pages)


def _ends_page(texts: Sequence[str], line: int, begins: Collection[int]) -> bool:
    """Return whether nothing stands between a line and the first of the next page, or the end of the text."""
    behind = next((number for number in range(line + 1, len(texts)) if texts[number].strip() or number in begins), None)
    return behind is None or behind in begins
