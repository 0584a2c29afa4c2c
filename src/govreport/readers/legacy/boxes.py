"""Tables drawn in a text with lines and corners, whose cells may go on over several lines and reach over columns and rows."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple
from unicodedata import east_asian_width

from govreport.readers.legacy.labels import LabelIndex, normal
from govreport.readers.legacy.lines import Line, joined
from govreport.readers.legacy.written import WIDEST, Written

UPRIGHT, LEVEL = "|\u2502\u2503\u2506\u2507\u250a\u250b\u2551\uffe8", "-=\u2500\u2501\u2504\u2505\u2508\u2509\u2550"
CORNERS = frozenset("+") | {chr(code) for code in range(0x250C, 0x256D)} - set(UPRIGHT) - set(LEVEL)
_FRAME = frozenset(UPRIGHT) | CORNERS
_ASCII_RULE = 3
"""So many hyphens or equals signs at least draw a line."""
FEWEST, SEVERAL = 3, 3
"""A table has so many rules at least; where it has as few rows, figures on two lines in so many columns are two rows."""
Span = tuple[int, int]


class _Drawn(NamedTuple):
    """A line of a drawing: where on paper each character stands, the walls, and the stretches (from, to) that draw a rule, with their corners."""

    line: Line
    places: Sequence[int]
    walls: frozenset[int]
    rules: tuple[Span, ...]
    corners: frozenset[int]


def boxes(lines: Sequence[Line], labels: LabelIndex) -> Iterator[tuple[int, int, list[list[Written]]]]:
    """Yield the tables drawn in a text: the number of their first line, that behind their last, and their cells row by row."""
    at = 0
    while at < len(lines):
        end = at
        while end < len(lines) and _is_framed(lines[end].text):
            end += 1
        if end - at >= FEWEST:
            rows = _read(lines[at:end], labels)
            if rows is not None:
                yield at, end, rows
        at = max(end, at + 1)


def _is_framed(text: str) -> bool:
    stripped = text.strip()
    return len(stripped) > 1 and stripped[0] in _FRAME and stripped[-1] in _FRAME


def _read(lines: Sequence[Line], labels: LabelIndex) -> list[list[Written]] | None:
    """Return the cells of a drawing by the first measure of its characters by which all of its lines meet."""
    if sum(_is_rule(line.text) for line in lines) < FEWEST or not (_is_rule(lines[0].text) and _is_rule(lines[-1].text)):
        return None
    shortened = any(line.origins and line.origins[-1] - line.origins[0] >= len(line) for line in lines)
    for removed in (0, 1) if shortened else (0,):  # marks that the repair took away stood between the walls of their cell
        for level, upright, doubtful in ((1, 1, 1), (1, 1, 2), (2, 2, 2), (2, 2, 1), (2, 1, 1), (2, 1, 2)):
            drawing = [_drawn(line, level, upright, doubtful, removed) for line in lines]
            rows = _Box(drawing, labels).rows()
            if rows is not None:
                return rows
    return None


def _is_rule(text: str) -> bool:
    stripped = text.strip()
    return len(stripped) >= _ASCII_RULE and stripped[0] in CORNERS and all(each in CORNERS or each in LEVEL for each in stripped)


def _drawn(line: Line, level: int, upright: int, doubtful: int, removed: int) -> _Drawn:
    text = line.text
    places, at = [], 0
    for number, character in enumerate(text):
        at += removed * (line.origins[number] - line.origins[number - 1] - 1) if number else 0
        places.append(at)
        if character in _FRAME and character not in "|+":
            at += upright
        elif character in LEVEL and character not in "-=":
            at += level
        else:
            at += _width(character, doubtful)
    places.append(at)
    rules = [(start, end) for start, end in _runs(text)]
    inside = {number for start, end in rules for number in range(start, end)}
    corners = {places[number] for number in inside if text[number] in _FRAME}
    walls = {places[number] for number, character in enumerate(text) if character in UPRIGHT and number not in inside}
    return _Drawn(line, places, frozenset(walls), tuple((places[start], places[end - 1]) for start, end in rules), frozenset(corners))


def _runs(text: str) -> Iterator[Span]:
    """Yield the stretches of a line that draw a rule from one corner or wall to another."""
    start = None
    for number in range(len(text) + 1):
        if number < len(text) and (text[number] in LEVEL or text[number] in _FRAME):
            start = number if start is None else start
        elif start is not None:
            yield from _trimmed(text, start, number)
            start = None


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end and text[start] not in _FRAME:
        start += 1
    while end > start and text[end - 1] not in _FRAME:
        end -= 1
    levels = [each for each in text[start:end] if each in LEVEL]
    if levels and (len(levels) >= _ASCII_RULE or not all(each in "-=" for each in levels)):
        yield start, end


def _width(character: str, doubtful: int) -> int:
    kind = east_asian_width(character)
    return 2 if kind in "WF" else doubtful if kind == "A" else 1


class _Box:
    """The grid that a drawing makes: elementary cells between all walls and all rules, and which of them are one."""

    def __init__(self, drawing: Sequence[_Drawn], labels: LabelIndex) -> None:
        self._drawing, self._labels = drawing, labels
        self._edges = sorted(set().union(*(each.walls | each.corners for each in drawing)))
        self._cuts = [number for number, each in enumerate(drawing) if each.rules]

    def rows(self) -> list[list[Written]] | None:
        """Return the cells row by row, None where walls and rules do not meet, or lines between two rules are several rows."""
        bands = [range(one + 1, other) for one, other in pairwise(self._cuts)]
        if not 1 < len(self._edges) <= WIDEST or not bands or self._cuts[0] != 0 or self._cuts[-1] != len(self._drawing) - 1:
            return None
        bands = [band for band in bands if band]
        walls = [self._drawing[band[0]].walls for band in bands]
        if any(self._drawing[line].walls != own for band, own in zip(bands, walls, strict=True) for line in band):
            return None
        if any(not {self._edges[0], self._edges[-1]} <= own for own in walls):
            return None
        found: list[list[Written]] = [[] for _ in bands]
        taken: set[tuple[int, int]] = set()
        for row in range(len(bands)):
            for column in range(len(self._edges) - 1):
                if (row, column) not in taken:
                    area = self._area(row, column, bands, walls)
                    if area is None or not taken.isdisjoint(area):
                        return None
                    taken.update(area)
                    last_row, last_column = max(area)
                    found[row].append(self._cell(bands[row][0], bands[last_row][-1], column, last_column + 1))
        return None if self._is_several(bands, walls) else found

    def _area(self, row: int, column: int, bands: Sequence[range], walls: Sequence[frozenset[int]]) -> dict[tuple[int, int], None] | None:
        """Return the elementary cells of the cell whose first one is given, None where they make no rectangle."""
        end = column + 1
        while self._edges[end] not in walls[row]:
            end += 1
        last = row
        while last + 1 < len(bands) and not self._ruled(bands[last][-1] + 1, bands[last + 1][0], column):
            last += 1
        area = {(each, number): None for each in range(row, last + 1) for number in range(column, end)}
        inner = any(self._edges[number] in walls[each] for each, number in area if number > column)
        broken = any(self._ruled(bands[each][-1] + 1, bands[each + 1][0], number) for each, number in area if each < last)
        closed = all(self._edges[end] in walls[each] for each in range(row, last + 1))
        return None if inner or broken or not closed else area

    def _ruled(self, first: int, behind: int, column: int) -> bool:
        """Return whether a rule stands in a column on one of the lines between two bands."""
        start, end = self._edges[column], self._edges[column + 1]
        return any(one <= start and end <= other for line in range(first, behind) for one, other in self._drawing[line].rules)

    def _cell(self, first: int, last: int, column: int, end: int) -> Written:
        parts = [self._part(line, column, end) for line in range(first, last + 1)]
        place = next((part.start for part in parts), 0)
        return Written(joined([stripped for part in parts if (stripped := part.strip()).text]), place, column, end)

    def _part(self, line: int, column: int, end: int) -> Line:
        """Return what stands on a line between two edges."""
        drawn = self._drawing[line]
        start, stop = self._edges[column], self._edges[end]
        first, behind = bisect_right(drawn.places, start), bisect_left(drawn.places, stop)
        return drawn.line.slice(first, max(first, min(behind, len(drawn.places) - 1)))

    def _is_several(self, bands: Sequence[range], walls: Sequence[frozenset[int]]) -> bool:
        """Return whether the lines between two rules mostly are rows of their own: whole figures, or labels, in several columns."""
        if len(bands) > FEWEST:
            return False
        counts = [self._figures(band, own) for band, own in zip(bands, walls, strict=True)]
        return 2 * sum(count > 1 for count in counts) > sum(count > 0 for count in counts)

    def _figures(self, band: range, walls: frozenset[int]) -> int:
        """Return how many lines of a band have figures or labels in several columns, 1 where a figure is broken off."""
        columns = [number for number, edge in enumerate(self._edges) if edge in walls]
        filled = 0
        for line in band:
            words = [self._part(line, one, other).text.strip() for one, other in pairwise(columns)]
            if any(word.endswith((",", "\uff0c")) and word[:-1].isdecimal() for word in words):
                return 1
            filled += sum(word.isdecimal() or self._labels.exact(normal(word)) is not None for word in words) >= min(SEVERAL, len(words) - 1)
        return filled
