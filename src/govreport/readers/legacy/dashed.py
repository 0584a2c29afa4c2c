"""Tables whose columns a line of dashes above or below them tells, as programs write them that set text in columns: without bars."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from unicodedata import east_asian_width

from govreport.readers.legacy.lines import Line, joined
from govreport.readers.legacy.written import WIDEST, Found, Written

FEW, HIGHEST = 2, 4000
"""So many columns such a table has at least, and so many lines at most."""
_RULE = re.compile(r"\s{0,9}(?:-{2,} +)+-{2,}\s*|\s{0,9}(?:={2,} +)+={2,}\s*")
_STROKE = re.compile(r"-+|=+")
_DIGIT = re.compile(r"[0-9]")


def dashed(lines: Sequence[Line]) -> Iterator[Found]:
    """Yield the tables between two equal lines of dashes: the number of their first line, that behind their last, and their cells row by row."""
    rules: dict[str, list[int]] = {}
    for number, line in enumerate(lines):
        if ("--" in line.text or "==" in line.text) and _RULE.fullmatch(line.text):
            rules.setdefault(line.text.strip(), []).append(number)
    pairs = sorted(pair for numbers in rules.values() for pair in pairwise(numbers))
    at = 0
    for first, last in pairs:
        if first < at or last - first > HIGHEST:
            continue
        rows = next((rows for wide in (1, 2) if (rows := _rows(lines[first : last + 1], wide)) is not None), None)
        if rows is not None:
            yield first, last + 1, rows
            at = last + 1


def _rows(lines: Sequence[Line], doubtful: int) -> list[list[Written]] | None:
    """Return the cells between two rules; None where words stand between two columns, or nothing in more than one."""
    strokes = [stroke.span() for stroke in _STROKE.finditer(lines[0].text)]
    edges = [start for start, _ in strokes]
    if not FEW <= len(edges) <= WIDEST:
        return None
    cut: list[list[Line]] = []
    for line in lines[1:-1]:
        parts = _parts(line, strokes, doubtful)
        if parts is None:
            return None
        cut.append(parts)
    rows: list[list[list[Line]]] = [[]]
    for parts in cut:
        if any(part.text for part in parts):
            rows[-1].append(parts)
        elif rows[-1]:
            rows.append([])
    # where blank lines stand between rows, each may go on over several lines, if it has figures on one of them at most
    if len(rows) == 1 or any(sum(any(_DIGIT.match(part.text) for part in parts[1:]) for parts in row) > 1 for row in rows):
        rows = [[parts] for row in rows for parts in row]
    places = [lines[0].origin(start) for start in edges]  # of empty cells, for which a short line may have no place
    return [_row(row, places) for row in rows if row]


def _parts(line: Line, strokes: Sequence[tuple[int, int]], doubtful: int) -> list[Line] | None:
    """Return what stands on a line below each stroke, None where it does not fit between those beside it."""
    places, at = [0], 0
    for character in line.text:
        kind = east_asian_width(character)
        at += 2 if kind in "WF" else doubtful if kind == "A" else 1
        places.append(at)
    bounds = [*(start for start, _ in strokes[1:]), max(at, strokes[-1][1]) + 1]
    parts, begin = [], 0
    for bound in bounds:
        end = next((number for number in range(begin, len(line)) if places[number] >= bound), len(line))
        if begin < end < len(line) and (places[end] != bound or not line.text[end - 1].isspace()):
            return None
        parts.append(line.slice(begin, end).strip())
        begin = end
    return parts


def _row(row: Sequence[Sequence[Line]], places: Sequence[int]) -> list[Written]:
    """Return the cells of a row from its parts, line by line."""
    columns = (joined([part for part in parts if part.text]) for parts in zip(*row, strict=True))
    return [Written(words, words.start if words.text else place, at, at + 1) for at, (words, place) in enumerate(zip(columns, places, strict=True))]
