"""What a program sets before, or behind, every line of a text that it quotes, lists or counts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

SHARE = 0.8
"""So many of the lines with words must have it at least."""
FEW = 5
"""So many lines are set off at least; so many below each other are quoted whatever the others are."""
Span = tuple[int, int]
_QUOTED = re.compile("^ {0,3}(?:[>\uff1e\u00bb\u203a] ?){1,9}")
"""What mail programs set before the lines of a message that is quoted."""
_SETS = (
    (re.compile("^ {0,3}[-*+\u2022\u00b7\u25cf\u25aa\u25e6\u25a0\u25c6] "), None),
    (re.compile(r"^\+"), None),
    (None, re.compile(r"\\$")),
    (re.compile('^"(?=[^"]*",?$)'), re.compile('",?$')),
)
"""Signs before, and behind, each item of a list, line of a change, line that goes on, string."""
_COUNT = re.compile("^ {0,9}[L\\[(]?0{0,5}([1-9][0-9]{0,5})(?:[\\])]?[:：.、|\u2192\u2502]|[\\])])?(?:[ \\t\u00a0]|(?<=[:：.、\u2192]))")


def margins(texts: Sequence[str]) -> dict[int, list[Span]]:
    """Return what is to be taken from lines, by their numbers: where it stands, in order; nothing where the lines have no such margin."""
    filled = [number for number, text in enumerate(texts) if text.strip()]
    found = {number: [span.span()] for number in _quoted(texts) if (span := _QUOTED.match(texts[number]))}
    if found or len(filled) < FEW:
        return found
    for before, behind in _SETS:
        patterns = [pattern for pattern in (before, behind) if pattern is not None]
        spans = {number: [span.span() for pattern in patterns if (span := pattern.search(texts[number]))] for number in filled}
        told = {number: each for number, each in spans.items() if len(each) == len(patterns)}
        if len(told) >= SHARE * len(filled):
            return told
    return _counted(texts, filled)


def _quoted(texts: Sequence[str]) -> Iterator[int]:
    """Yield the numbers of lines that are quoted, with others below each other."""
    filled = (number for number, text in enumerate(texts) if text.strip())
    for quoted, numbers in groupby(filled, key=lambda number: _QUOTED.match(texts[number]) is not None):
        group = list(numbers)
        if quoted and len(group) >= FEW:
            yield from group


def _counted(texts: Sequence[str], filled: Sequence[int]) -> dict[int, list[Span]]:
    """Return where the numbers of lines stand that count all lines, or those with words."""
    counts = {number: count for number in filled if (count := _COUNT.match(texts[number]))}
    for numbers in (range(len(texts)), {number: place for place, number in enumerate(filled)}):
        told = {number: [count.span()] for number, count in counts.items() if int(count[1]) == numbers[number] + 1}
        if len(told) >= SHARE * len(filled):
            return told
    return {}
