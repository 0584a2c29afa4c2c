"""What a program sets before, or behind, every line of a text that it quotes, lists or counts."""

from __future__ import annotations

import re
from collections import Counter
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
    (re.compile("^ {0,3}[^\\w\\s|,;:.'\"，；：。、“”‘’（）()【】\\[\\]{}<>《》/—]{1,3} "), None),
    (re.compile(r"^ {0,3}\[?(?:[0-9]{4}[-/.][0-9]{1,2}[-/.][0-9]{1,2}[ T])?[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:[.,][0-9]{1,6})?)?\]?(?: |$)"), None),
    (re.compile(r"^\+"), None),
    (None, re.compile(r"\\$")),
    (re.compile('^"(?=[^"]*",?$)'), re.compile('",?$')),
)
"""Signs before, and behind, each item of a list, message with its time, line of a change, line that goes on, string."""
_NAME = re.compile("^ {0,3}[^\\s|:：]{1,12}[:：] ?")
"""Who says a line, in talk; the same for all."""
_COUNT = re.compile("^ {0,9}[L\\[(]?0{0,5}([1-9][0-9]{0,5})(?:[\\])]?[:：.、|\u2192\u2502]|[\\])])?(?:[ \\t\u00a0]|$|(?<=[:：.、\u2192]))")
_BEHIND = re.compile(r"(?:(?<=\S)|^)\s{1,99}([1-9][0-9]{0,5})$")
STEPS = (1, 5, 10)
"""Every line is counted, or but every fifth or tenth of them."""
_SIGN = re.compile(r"^\s{0,9}([^\w\s|\\]{1,3})\s{0,3}(?=\|)")
"""What may stand before the first bar of a row."""


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
            marks = {texts[number][slice(*each[0])].strip() for number, each in told.items()}  # an item may be empty
            return told | {number: [(0, len(texts[number]))] for number in filled if number not in told and texts[number].strip() in marks}
    names = {number: name for number in filled if (name := _NAME.match(texts[number]))}
    said = Counter(each.group() for each in names.values()).most_common(1)
    if said and said[0][1] >= SHARE * len(filled):
        return {number: [each.span()] for number, each in names.items() if each.group() == said[0][0]}
    return _counted(texts, filled) or {number: [sign.span()] for number in _signed(texts) if (sign := _SIGN.match(texts[number]))}


def _quoted(texts: Sequence[str]) -> Iterator[int]:
    """Yield the numbers of lines that are quoted, with others below each other."""
    filled = (number for number, text in enumerate(texts) if text.strip())
    for quoted, numbers in groupby(filled, key=lambda number: _QUOTED.match(texts[number]) is not None):
        group = list(numbers)
        if quoted and len(group) >= FEW:
            yield from group


def _signed(texts: Sequence[str]) -> Iterator[int]:
    """Yield the numbers of rows that have the same sign before their first bar, with others below each other."""
    signs = [found[1] if "|" in text and (found := _SIGN.match(text)) else None for text in texts]
    for sign, numbers in groupby(range(len(texts)), key=signs.__getitem__):
        group = list(numbers)
        if sign is not None and len(group) >= FEW:
            yield from group


def _counted(texts: Sequence[str], filled: Sequence[int]) -> dict[int, list[Span]]:
    """Return where the numbers of lines stand that count all lines, or those with words, from whatever number: each of them, or one of so many."""
    for pattern in (_COUNT, _BEHIND):
        counts = {number: count for number, text in enumerate(texts) if (count := pattern.search(text))}
        for numbers in (range(len(texts)), {number: place for place, number in enumerate(filled)}):
            first = Counter(int(count[1]) - numbers[number] for number, count in counts.items() if number in numbers).most_common(1)
            for step in STEPS if first else ():
                expected = [number for number in filled if (numbers[number] + first[0][0]) % step == 0]
                told = {number: [counts[number].span()] for number in expected if number in counts and int(counts[number][1]) == numbers[number] + first[0][0]}
                if len(told) >= max(FEW, SHARE * len(expected)):
                    return told
    return {}
