"""Text broken into lines: on the grid of cells, squeezed for a closing mark, spread where a line ends early, no last word alone."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping
from itertools import accumulate
from typing import NamedTuple

from govreport.writers.pdf.kinsoku import Kinsoku

_NEAR = 1e-6
_PUSHED_IN = 2
"""Closing marks that are taken into a full line at most."""
_HANGING = 4
"""Spaces that may stand unseen behind the end of a line."""
_WIDEST_SPREAD = 0.3
"""Of a cell: a line is not spread further between its characters; rather a long word is broken."""
_PULLED = 6
"""Characters by which a line ends earlier at most, so that the last one is not a single word."""


class Line(NamedTuple):
    """A line: its text, how far it is indented, its width, what is added behind every character, what squeezed marks give before and behind them."""

    text: str
    indent: float
    width: float
    spread: float = 0.0
    squeezed: Mapping[int, tuple[float, float]] | None = None


class Measure(NamedTuple):
    """The type of a text: advances in thousandths of an em, size, cell (advance of a full character) and length of a line, all in points."""

    advances: Mapping[str, int]
    size: float
    cell: float
    length: float


class _Text:
    """A text with the places of its characters."""

    def __init__(self, text: str, measure: Measure, rules: Kinsoku, justified: bool) -> None:
        self.text, self.rules, self.measure, self.justified = text, rules, measure, justified
        scale, extra = measure.size / 1000, measure.cell - measure.size
        self.places = [0.0, *accumulate([advance * scale + (extra if advance else 0.0) for advance in map(measure.advances.__getitem__, text)])]

    def width(self, start: int, end: int) -> float:
        return self.places[end] - self.places[start]

    def fitting(self, start: int, length: float) -> int:
        """Return the end of what fits into a length, one character at least."""
        return max(bisect_right(self.places, self.places[start] + length + _NEAR, start + 1) - 1, start + 1)

    def end(self, start: int, length: float) -> tuple[int, float]:
        """Return where a full line ends and by how much it has to be squeezed."""
        full = self.fitting(start, length)
        if full >= len(self.text):
            return len(self.text), 0.0
        if self.rules.breaks(self.text, full):
            return full, 0.0
        squeezed = self._pushed_in(start, full, length)
        return squeezed or (self._pushed_out(start, full, length), 0.0)

    def _pushed_in(self, start: int, full: int, length: float) -> tuple[int, float] | None:
        end = full
        while end < len(self.text) and end - full < _PUSHED_IN and self.text[end] in self.rules.closing:
            end += 1
            if end == len(self.text) or self.rules.breaks(self.text, end):
                excess = self.width(start, end) - length
                return (end, excess) if excess <= self.room(start, end) else None
        return None

    def room(self, start: int, end: int) -> float:
        """Return by how much a line can be squeezed: half of every full-width mark."""
        half = self.measure.cell / 2
        return sum(half for each in self.text[start:end] if each in self.rules.closing or each in self.rules.opening)

    def _pushed_out(self, start: int, full: int, length: float) -> int:
        end = self._earlier(start, full, self.rules.breaks)
        if end > start and (self._spreads(start, end, length) if self.justified else self._word(end, length)):
            return end
        end = self._earlier(start, full, lambda text, at: not self.rules.keeps(text, at))
        return end if end > start else full

    def _earlier(self, start: int, full: int, allowed: Callable[[str, int], bool]) -> int:
        while full > start and not allowed(self.text, full):
            full -= 1
        return full

    def _spreads(self, start: int, end: int, length: float) -> bool:
        """Return whether a line that ends at a place is not spread too far."""
        return not self.justified or (length - self.width(start, end)) / max(end - start - 1, 1) <= _WIDEST_SPREAD * self.measure.cell

    def _word(self, start: int, length: float) -> bool:
        """Return whether the word that begins at a place fits on a line."""
        end = self.fitting(start, length)
        return end == len(self.text) or any(self.rules.breaks(self.text, at) for at in range(start + 1, end + 1))

    def earlier_end(self, start: int, end: int, length: float) -> int | None:
        """Return an earlier end of the last line but one, behind which the last one holds more than one word."""
        for other in range(end - 1, max(start, end - _PULLED), -1):
            if self.rules.breaks(self.text, other) and min(map(self.rules.weight, (self.text[start:other], self.text[other:]))) > 1:
                return other if self._spreads(start, other, length) else None
        return None


def broken(text: str, measure: Measure, rules: Kinsoku, *, first: float = 0.0, rest: float = 0.0, justified: bool = True) -> list[Line]:
    """Return the lines of a text, indented by one measure for the first and one for the others; no character is dropped."""
    whole = _Text(text, measure, rules, justified)
    ends: list[tuple[int, int, float]] = []
    start, indent = 0, first
    while start < len(text):
        end, squeeze = whole.end(start, measure.length - indent)
        ends.append((start, end, squeeze))
        start, indent = _behind_spaces(text, end), rest
    ends = _accompanied(whole, ends, first, rest)
    following = [*(each[0] for each in ends[1:]), len(text)]
    return [_line(whole, each, after, rest if at else first) for at, (each, after) in enumerate(zip(ends, following, strict=True))]


def _behind_spaces(text: str, end: int) -> int:
    start = end
    while start < len(text) and start - end < _HANGING and text[start] == " ":
        start += 1
    return start


def _accompanied(whole: _Text, ends: list[tuple[int, int, float]], first: float, rest: float) -> list[tuple[int, int, float]]:
    """Return lines whose last one is not a single word, where the one before can give it another."""
    if len(ends) < 2 or whole.rules.weight(whole.text[ends[-1][0] : ends[-1][1]]) > 1:
        return ends
    start, end, _ = ends[-2]
    indent = first if len(ends) == 2 else rest
    other = whole.earlier_end(start, end, whole.measure.length - indent)
    return ends if other is None else [*ends[:-2], (start, other, 0.0), (other, len(whole.text), 0.0)]


def _line(whole: _Text, each: tuple[int, int, float], following: int, indent: float) -> Line:
    """Return a line with its spaces behind it, which take no part in its width."""
    start, end, squeeze = each
    text = whole.text[start:following]
    seen = start + len(whole.text[start:end].rstrip(" "))
    width = whole.width(start, seen)
    if squeeze > _NEAR:
        return Line(text, indent, width - squeeze, 0.0, _squeezed(whole, start, end, squeeze))
    room = whole.measure.length - indent - width
    if whole.justified and following < len(whole.text) and seen - start > 1 and room > _NEAR:
        return Line(text, indent, width + room, room / (seen - start - 1))
    return Line(text, indent, width)


def _squeezed(whole: _Text, start: int, end: int, squeeze: float) -> dict[int, tuple[float, float]]:
    marks = [at for at in range(start, end) if whole.text[at] in whole.rules.closing or whole.text[at] in whole.rules.opening]
    share = squeeze / len(marks)
    return {at - start: (share, 0.0) if whole.text[at] in whole.rules.opening else (0.0, share) for at in marks}
