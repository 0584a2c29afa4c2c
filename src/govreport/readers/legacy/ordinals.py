"""Words that count the rows of a table beside their labels, such as the number of a row: taken from the lines."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from govreport.readers.legacy.labels import LabelIndex, normal
from govreport.readers.legacy.lines import Line
from govreport.readers.legacy.values import ValueReader

SEVERAL, LARGEST = 6, 8
"""So many rows at least are counted; so far apart at most are two that are next to each other: heads between them are counted too."""
LONGEST, WORDS, PARTS = 300, 6, 12
"""A line has so many characters at most, the words before a count so many, a label so many words."""
_NUMBER = re.compile(r"[0-9]{1,4}")
_BEHIND = re.compile(r"[^\W\d_]{0,3}[)）\]】]?[:：]?")
_BEFORE = re.compile(r"[(（\[【]?[^\W\d_]{0,4}[.．]? ?")
_CELL_END = re.compile(r"[\t|]")


class _Count(NamedTuple):
    """A count beside a label: the line it stands on, where, and its number."""

    line: int
    start: int
    end: int
    number: int


def uncounted(lines: Sequence[Line], index: LabelIndex, values: ValueReader) -> list[Line]:
    """Return the lines without the words that count rows, where they are the same beside many labels and the number in them rises."""
    found: dict[tuple[str, str], list[_Count]] = {}
    for number, line in enumerate(lines):
        if 0 < len(line) <= LONGEST:
            for words, count in _counts(line.text, number, index, values):
                found.setdefault(words, []).append(count)
    kept = list(lines)
    for (before, behind), counts in found.items():
        if len({count.line for count in counts}) >= SEVERAL and _rises(counts):
            pattern = re.compile(re.escape(before) + "([0-9]{1,4})" + re.escape(behind))
            places = [count.line for count in counts]
            for number, line in enumerate(lines):
                place = bisect(places, number)
                span = _between(pattern, line.text, number, counts[max(place - 1, 0) : place + 1] if place else [])
                kept[number] = kept[number].without([span]) if span and kept[number] is line else kept[number]
    return kept


def _counts(text: str, line: int, index: LabelIndex, values: ValueReader) -> Iterator[tuple[tuple[str, str], _Count]]:
    """Yield what may count a row on a line: the words around its number, behind the label of a row or before it, in the same cell."""
    for digits in _NUMBER.finditer(text):
        if not any(map(str.isalpha, text[max(digits.start() - 2, 0) : digits.end() + 1])):
            continue
        behind = _BEHIND.match(text, digits.end())
        end = behind.end() if behind else digits.end()
        start = max(text.rfind("\t", 0, digits.start()), text.rfind("|", 0, digits.start())) + 1
        head = text[start : digits.start()]
        first = next((length for length in range(min(WORDS, len(head)) + 1) if _is_label(head[: len(head) - length], index)), None)
        if first is not None and (end == len(text) or text[end] in "\t|" or text[end].isspace()):
            at = digits.start() - first
        elif _BEFORE.fullmatch(head.lstrip()) and _begins(text[end:], index):
            at = digits.start() - len(head.lstrip())
        else:
            continue
        word = text[at:end].strip()
        if any(map(str.isalpha, word)) and not values.looks_numeric(word):
            yield (text[at : digits.start()], text[digits.end() : end].rstrip()), _Count(line, at, end, int(digits.group()))


def _is_label(text: str, index: LabelIndex) -> bool:
    words = normal(text)
    return len(words) > 1 and (index.exact(words) or index.path(words)) is not None


def _begins(text: str, index: LabelIndex) -> bool:
    """Return whether a label begins a text, up to the end of its cell or the end of a word."""
    words = _CELL_END.split(text, maxsplit=1)[0].split()[:PARTS]
    return any(_is_label("".join(words[:end]), index) for end in range(1, len(words) + 1))


def _rises(counts: Sequence[_Count]) -> bool:
    """Return whether each count is a little more than the one before, or begins about where the first of all did, as in a table of its own."""
    first = counts[0].number + LARGEST
    return all(0 < other.number - one.number <= LARGEST or other.number <= min(first, one.number) for one, other in pairwise(counts))


def _between(pattern: re.Pattern[str], text: str, line: int, around: Sequence[_Count]) -> tuple[int, int] | None:
    """Return where a line has a count that lies between those of the lines above and below it, or is one of them."""
    if around and around[0].line == line:
        return around[0].start, around[0].end
    if len(around) < 2:
        return None
    above, below = around
    return next((found.span() for found in pattern.finditer(text) if above.number < int(found[1]) < below.number), None)
