"""Labels of the form found on a page by their words alone, also where they run on over several lines of a column."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from govreport.readers.legacy.labels import LabelIndex, Match, normal
from govreport.readers.pdf.wording import Line, Piece, pieces

BELOW = 2.2
"""In heights of its characters: a label goes on in a line that is not further below."""
MOST_LINES = 24


@dataclass(frozen=True, slots=True)
class Label:
    """A label as it stands on a page: its words from top to bottom, and what it stands for."""

    words: tuple[Line, ...]
    match: Match

    @property
    def x0(self) -> float:
        """Where it begins."""
        return min(word.x0 for word in self.words)

    @property
    def x1(self) -> float:
        """Where it ends."""
        return max(word.x1 for word in self.words)

    @property
    def y(self) -> float:
        """Its middle."""
        return (self.words[0].y + self.words[-1].y) / 2

    @property
    def kinds(self) -> set[str]:
        """What kinds of labels it may be."""
        return {use.kind for use in self.match.uses}

    def pieces(self) -> list[Piece]:
        """Return its characters."""
        return [piece for word in self.words for piece in pieces(word)]

    def reaches(self, y: float) -> bool:
        """Return whether a height on the page lies within it."""
        half = self.words[0].characters[0].height / 2
        return self.words[0].y - half <= y <= self.words[-1].y + half


def printed_labels(words: Sequence[Line], index: LabelIndex) -> tuple[list[Label], list[Line]]:
    """Return the labels that words make, from top to bottom, and the words that are part of none."""
    waiting = sorted(words, key=lambda word: (word.y, word.x0))
    found: list[Label] = []
    others: list[Line] = []
    while waiting:
        chain = _chain(waiting[0], waiting[1:], index)
        label = _longest(chain, index)
        if label is None:
            others.append(waiting.pop(0))
        else:
            found.append(label)
            taken = set(map(id, label.words))
            waiting = [word for word in waiting if id(word) not in taken]
    return found, others


def _chain(first: Line, others: Sequence[Line], index: LabelIndex) -> list[Line]:
    """Return a word and those that go on below it, as long as some label begins so."""
    chain, text = [first], normal(first.text)
    while len(chain) < MOST_LINES:
        last = chain[-1]
        reach = BELOW * max(each.height for each in last.characters)
        below = [word for word in others if 0 < word.y - last.y <= reach and word.x0 < last.x1 and last.x0 < word.x1]
        longer = [(word, text + normal(word.text)) for word in sorted(below, key=lambda word: word.y)]
        step = next(((word, whole) for word, whole in longer if index.is_prefix(whole)), None)
        if step is None:
            return chain
        chain.append(step[0])
        text = step[1]
    return chain


def _longest(chain: Sequence[Line], index: LabelIndex) -> Label | None:
    """Return the most words of a chain that are a label, those exactly so first; None where they are none."""
    texts = ["".join(word.text for word in chain[:end]) for end in range(1, len(chain) + 1)]
    for end in range(len(chain), 0, -1):
        match = index.exact(normal(texts[end - 1]))
        if match is not None:
            return Label(tuple(chain[:end]), match)
    match = index.find(texts[-1])
    return Label(tuple(chain), match) if match is not None else None
