"""Heads of a table printed side by side whose words stand over several lines, one below the other: written on a line, in their order."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from govreport.readers.legacy.labels import Heads, LabelIndex, normal
from govreport.readers.legacy.lines import Line, joined
from govreport.readers.legacy.measures import width

HIGHEST, LONGEST = 10, 300
"""So many lines with words are heads at most, and so long is one of them."""
_WORD = re.compile(r"\S+")
_FIGURE = re.compile(r"[0-9]{1,12}")
Span = tuple[int, int]
_MEASURES: tuple[Callable[[str, Span], float], ...] = (
    lambda text, span: span[0],
    lambda text, span: sum(span) / 2,
    lambda text, span: width(text[: span[0]]),
    lambda text, span: width(text[: span[0]]) + width(text[slice(*span)]) / 2,
)
"""Where a word stands on its line: its beginning or its middle, in characters or in print."""


def unstacked(lines: Sequence[Line], index: LabelIndex) -> list[Line]:
    """Return the lines with heads that stand over the figures of a table as its form has them, all of them, on one line with tabs between."""
    found: list[Line] = []
    for line in lines:
        figures = [word.span() for word in _WORD.finditer(line.text)] if line.text.lstrip(" ")[:1].isdigit() and len(line) <= LONGEST else []
        if figures and len(figures) in index.across and all(_FIGURE.fullmatch(line.text, *span) for span in figures):
            first, above = _above(found)
            written = (_heads(above, line, figures, heads) for heads in index.across[len(figures)])
            found[first:] = next((lines for lines in written if lines is not None), found[first:])
        found.append(line)
    return found


def _above(lines: Sequence[Line]) -> tuple[int, list[Line]]:
    """Return the last lines with words, and the place of the first: none with bars or tabs, or longer than heads are."""
    above: list[Line] = []
    first = at = len(lines)
    while at > 0 and len(above) < HIGHEST:
        at -= 1
        text = lines[at].text
        if "|" in text or "\t" in text or len(text) > LONGEST:
            break
        if text.strip():
            above.insert(0, lines[at])
            first = at
    return first, above


def _heads(above: Sequence[Line], below: Line, figures: Sequence[Span], heads: Heads) -> list[Line] | None:
    """Return the lines above figures with their last words made heads, None where no such words are the heads of the form in its order."""
    wanted, rows = heads
    for measure in _MEASURES:
        places = [measure(below.text, span) for span in figures]
        columns: list[list[Line]] = [[] for _ in figures]
        texts = [""] * len(figures)
        named: list[Line] = []
        for number in range(len(above) - 1, -1, -1):
            line = above[number]
            for span in reversed([word.span() for word in _WORD.finditer(line.text)]):
                word, place = line.slice(*span), measure(line.text, span)
                if normal(word.text) in rows:
                    named.insert(0, word)
                    continue
                column = min(range(len(places)), key=lambda each: abs(places[each] - place))
                columns[column].insert(0, word)
                texts[column] = normal(word.text) + texts[column]
            if not all(head.endswith(text) for head, text in zip(wanted, texts, strict=True)):
                break
            if wanted == tuple(texts) and rows == {normal(word.text) for word in named}:
                return [*above[:number], joined(named, "\t"), joined([joined(words) for words in columns], "\t")]
    return None
