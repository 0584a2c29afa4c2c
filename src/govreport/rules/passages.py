"""The prose of a report as one text and as passages, and quick ways to those few passages in which something may be found."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from govreport.contents import Contents
from govreport.diagnostics import Location

END = chr(0x3002) + "\n"
"""What ends each passage in the whole text, so that no pattern reaches into the next: a full stop and a line break."""

_DIGITS = bytes(byte if byte in b"0123456789" else ord(" ") for byte in range(256))
_RUN, _FEW = re.compile("[0-9]+"), 20
_LONG = 4
"""Runs of digits from this length on are looked at: the shortest is a year."""


class Passage(NamedTuple):
    """A paragraph or a section's title with the key of its chapter, and its number in the prose that holds it."""

    chapter: str | None
    text: str
    number: int
    prose: Prose

    @property
    def path(self) -> str:
        """The path in the canonical XML, worked out only for a passage that something is said of."""
        return self.prose.contents.text_paths[self.number]

    def place(self) -> Location:
        """Return where the passage stands."""
        return Location(path=self.path)


class Prose:
    """The prose of all chapters of a report in order, titles of sections included; ``texts`` are its passages.

    Of a report with more than ``most`` characters of prose they are those that come before so many; ``length`` tells how many it has in all.
    """

    def __init__(self, contents: Contents, most: int) -> None:
        self.contents = contents
        self._met: dict[str, list[int]] = {}
        self.texts = [text for chapter in contents.chapters for text in chapter.texts]
        self._chapters = [*accumulate((len(chapter.texts) for chapter in contents.chapters), initial=0)]
        self.length = sum(map(len, self.texts))
        if self.length > most:
            del self.texts[bisect_right([*accumulate(map(len, self.texts))], most) :]

    @cached_property
    def text(self) -> str:
        """All prose, a line a passage."""
        return END.join(self.texts)

    @cached_property
    def _plain(self) -> str:
        """The text with all that is not ASCII as question marks: what is ASCII is looked for in it many times as fast."""
        return self.text.encode("ascii", "replace").decode("ascii")

    @cached_property
    def numbers(self) -> frozenset[str]:
        """The runs of at least four ASCII digits that stand anywhere in the prose."""
        return frozenset([run.decode() for run in self._plain.encode().translate(_DIGITS).split() if len(run) >= _LONG])

    def matches(self, word: str, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Yield the matches of a pattern that begins with a word, as ``finditer`` does over the whole text: the word is looked for many times as fast."""
        text = self.text
        at = text.find(word)
        while at >= 0:
            found = pattern.match(text, at)
            if found is not None:
                yield found
            at = text.find(word, found.end() if found is not None else at + 1)

    @cached_property
    def _starts(self) -> list[int]:
        """Where each passage starts in the text, and where it ends."""
        end = len(END)
        return [*accumulate([len(text) + end for text in self.texts], initial=0)]

    def passage(self, number: int) -> Passage:
        """Return a passage by its number."""
        chapter = self.contents.chapters[bisect_right(self._chapters, number) - 1]
        return Passage(chapter.key, self.texts[number], number, self)

    def passages(self) -> Iterator[Passage]:
        """Yield every passage."""
        return map(self.passage, range(len(self.texts)))

    def has(self, word: str) -> bool:
        """Return whether a word stands anywhere in the prose."""
        return bool(self._likely((word,))) and word in self.text

    def _likely(self, words: Iterable[str]) -> list[str]:
        """Return the words whose ends stand in the prose: a character is looked for many times as fast as a word, and sooner met or missed."""
        text, plain = self.text, self._plain
        return [word for word in words if word[-1:] in (searched := plain if word.isascii() else text) and word[:1] in searched]

    def chapter(self, number: int) -> Sequence[str]:
        """Return the texts of the passages of a chapter by its number."""
        return self.contents.chapters[number].texts

    def _with(self, word: str) -> list[int]:
        """Return the numbers of the passages that have a word, in order; they are looked for once."""
        known = self._met.get(word)
        if known is None:
            known = self._met[word] = []
            text = self._plain if word.isascii() else self.text
            place = text.find(word)
            while place >= 0:
                known.append(bisect_right(self._starts, place) - 1)
                place = text.find(word, self._starts[known[-1] + 1])
        return known

    def _with_any(self, runs: Collection[str]) -> Iterator[int]:
        """Yield the numbers of the passages that have any of many runs of digits."""
        for match in _RUN.finditer(self._plain):
            if match.group() in runs:
                yield bisect_right(self._starts, match.start()) - 1

    def having(self, words: Iterable[str], pattern: re.Pattern[str] | None = None, runs: Collection[str] = ()) -> Iterator[Passage]:
        """Yield the passages that have any of the words or match the pattern, in order; ``runs`` are words of digits alone, and may be thousands."""
        numbers = {number for word in self._likely((*words, *runs) if len(runs) <= _FEW else words) for number in self._with(word)}
        if len(runs) > _FEW:
            numbers.update(self._with_any(runs))
        if pattern is not None:
            numbers.update(bisect_right(self._starts, match.start()) - 1 for match in pattern.finditer(self.text))
        return map(self.passage, sorted(numbers))
