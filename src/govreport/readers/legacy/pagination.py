"""Lines that hold nothing but the number of a page, told by the numbers of the other pages."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from heapq import nlargest
from itertools import pairwise
from typing import NamedTuple

FEW, MANY = 2, 3
"""So many pages with signs around their numbers, or the number of all pages beside them, are counted; so many with bare numbers."""
APART = 10
"""A page that nothing but its number tells has so many lines with something on them at least, but for the last of several."""
LONGEST = 24
CHAIN, FARTHEST, EVEN = 5, 120, 1.6
"""So many numbers, at most so many lines apart, and the longest page at most so many times the shortest, may be those of pages among others."""
WAYS, MOST = 8, 1000
"""So many ways to a number are held; a text with more numbers on lines of their own has no such pages."""
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


def possible_numbers(texts: Sequence[str]) -> frozenset[int]:
    """Return which lines may be numbers of pages, though others are bare numbers too: they count on a page apart, all through the text.

    Where a copy has a line a cell, some of them may be figures by chance, and others numbers of pages in the place of a cell that was lost.
    """
    found: dict[int, list[int]] = {}
    for line, text in enumerate(texts):
        text = text.strip()
        if 0 < len(text) <= MANY and text.isdecimal() and int(text):
            found.setdefault(int(text), []).append(line)
    if sum(map(len, found.values())) > MOST:
        return frozenset()
    end = next((line for line in range(len(texts) - 1, -1, -1) if texts[line].strip()), 0)
    chains: dict[int, list[Chain]] = {}
    best: Chain | None = None
    for number in sorted(found):
        before, own = found.get(number - 1, []), {}
        for line in found[number]:
            near = before[bisect_left(before, line - FARTHEST) : bisect_left(before, line - APART + 1)]
            ways = (way for each in near for chain in chains[each] if (way := chain.to(line)).unevenness <= EVEN)
            own[line] = nlargest(WAYS, ways, key=lambda way: (way.length, -way.unevenness)) or [Chain(number, line, line)]
            for way in own[line]:
                whole = way.to(end) if end in found.get(number + 1, ()) else way  # the last page may be of any length
                if whole.reaches(end) and whole.length > (best.length if best else 1):
                    best = whole
        chains = own
    if best is None or best.length < (FEW if best.length == sum(map(len, found.values())) else CHAIN):
        return frozenset()
    *lines, second, _ = best.lines()
    # which of several is the first number nothing tells but the length of the pages
    return frozenset((*lines, second, *(line for line in found[best.number] if best.shortest / EVEN <= second - line <= best.longest * EVEN)))


class Chain(NamedTuple):
    """Lines with numbers that count on: the first number and its line, the last line, how many they are, the shortest and the longest step, what is before."""

    number: int
    first: int
    last: int
    length: int = 1
    shortest: int = FARTHEST
    longest: int = APART
    before: Chain | None = None

    def to(self, line: int) -> Chain:
        """Return the chain with one more line."""
        step = line - self.last
        return Chain(self.number, self.first, line, self.length + 1, min(step, self.shortest), max(step, self.longest), self)

    @property
    def unevenness(self) -> float:
        """How many times as long as the shortest step the longest is."""
        return self.longest / self.shortest

    def reaches(self, end: int) -> bool:
        """Return whether neither before the first nor behind the last number is another page before the last line of the text."""
        return max(self.first, end - self.last) <= (EVEN * self.longest if self.length > FEW else FARTHEST)

    def lines(self) -> Iterator[int]:
        """Yield the lines, the last first."""
        chain: Chain | None = self
        while chain is not None:
            yield chain.last
            chain = chain.before
