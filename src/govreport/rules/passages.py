"""The prose of a report as one text and as passages, and quick ways to those few passages in which something may be found."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate

from govreport.diagnostics import Location
from govreport.model import Block, Grid, Paragraph, Report, Section, Table

END = chr(0x3002) + "\n"
"""What ends each passage in the whole text, so that no pattern reaches into the next: a full stop and a line break."""

_DIGITS = bytes(byte if byte in b"0123456789" else ord(" ") for byte in range(256))
_LONG = 4
"""Runs of digits from this length on are looked at: the shortest is a year."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph or a section's title with the key of its chapter, and its number in the prose that holds it."""

    chapter: str | None
    text: str
    number: int
    prose: Prose

    @property
    def path(self) -> str:
        """The path in the canonical XML, worked out only for a passage that something is said of."""
        return self.prose.paths[self.number]

    def place(self) -> Location:
        """Return where the passage stands."""
        return Location(path=self.path)


_LARGE = 1_000_000
"""Prose longer than this is taken passage by passage, so that it is not copied as a whole."""


class Prose:
    """The prose of all chapters of a report in order, titles of sections included; ``texts`` are its passages.

    ``signs`` are words that are found faster than others: all of them by one look at the text.
    """

    def __init__(self, report: Report, signs: tuple[str, ...] = ()) -> None:
        self.report = report
        self._signs = signs
        self.texts: list[str] = []
        self._chapters = []
        for chapter in report.chapters:
            self._chapters.append(len(self.texts))
            _gather(chapter.blocks, self.texts)

    @cached_property
    def text(self) -> str:
        """All prose, a line a passage."""
        return END.join(self.texts)

    @cached_property
    def numbers(self) -> frozenset[str]:
        """The runs of at least four ASCII digits that stand anywhere in the prose."""
        runs: set[bytes] = set()
        for text in self.texts if len(self.text) > _LARGE else (self.text,):
            runs.update([run for run in text.encode("ascii", "replace").translate(_DIGITS).split() if len(run) >= _LONG])
        return frozenset(map(bytes.decode, runs))

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        """The places of every sign in the text."""
        places: dict[str, list[int]] = {sign: [] for sign in _apart(self._signs)}
        if places:
            for match in _any_of(tuple(places)).finditer(self.text):
                places[match.group()].append(match.start())
        return places

    @cached_property
    def paths(self) -> list[str]:
        """The path of every passage in the canonical XML."""
        return [path for chapter, start in zip(self.report.chapters, chapter_paths(self.report), strict=True) for path in _paths(chapter.blocks, start)]

    @cached_property
    def _starts(self) -> list[int]:
        """Where each passage starts in the text."""
        lengths = accumulate(map(len, self.texts), initial=0)
        return [start + number * len(END) for number, start in enumerate(lengths)][:-1]

    def passage(self, number: int) -> Passage:
        """Return a passage by its number."""
        chapter = self.report.chapters[bisect_right(self._chapters, number) - 1]
        return Passage(chapter.key, self.texts[number], number, self)

    def passages(self) -> Iterator[Passage]:
        """Yield every passage."""
        return map(self.passage, range(len(self.texts)))

    def has(self, word: str) -> bool:
        """Return whether a word stands anywhere in the prose."""
        return bool(self._places[word]) if word in self._places else word in self.text

    def chapter(self, number: int) -> list[str]:
        """Return the texts of the passages of a chapter by its number."""
        return self.texts[self._chapters[number] : self._chapters[number + 1] if number + 1 < len(self._chapters) else None]

    def places(self, word: str) -> Collection[int]:
        """Return the places of a word in the text, in order; those of signs cost next to nothing."""
        return self._places[word] if word in self._places else list(found(self.text, word))

    def at(self, places: Collection[int]) -> list[Passage]:
        """Return the passages that hold places of the text, each once, in order."""
        starts = self._starts if places else []
        return [self.passage(number) for number in sorted({bisect_right(starts, place) - 1 for place in places})]

    def having(self, words: Iterable[str], pattern: re.Pattern[str] | None = None) -> list[Passage]:
        """Return the passages that have any of the words or match the pattern; words that are signs cost next to nothing."""
        places = [place for word in words for place in self.places(word)]
        if pattern is not None:
            places += [match.start() for match in pattern.finditer(self.text)]
        return self.at(places)


def found(text: str, word: str) -> Iterator[int]:
    """Yield every place of a word in a text."""
    place = text.find(word)
    while place >= 0:
        yield place
        place = text.find(word, place + 1)


@lru_cache(maxsize=32)
def _apart(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return those words of which none can overlap another in a text, so that one pattern finds all of each."""
    kept: list[str] = []
    for word in sorted(set(words), key=lambda each: (len(each), each)):
        if word and not any(_overlap(word, other) for other in kept):
            kept.append(word)
    return tuple(kept)


def _overlap(word: str, other: str) -> bool:
    """Return whether two words can have characters in common at one place of a text."""
    lengths = range(1, min(len(word), len(other)))
    return word in other or other in word or any(word[-length:] == other[:length] or other[-length:] == word[:length] for length in lengths)


@lru_cache(maxsize=32)
def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, words)))


def chapter_paths(report: Report) -> list[str]:
    """Return the path of every chapter in the canonical XML."""
    one = len(report.chapters) == 1
    return ["/report/chapter" if one else f"/report/chapter[{number}]" for number in range(1, len(report.chapters) + 1)]


def table_paths(report: Report) -> dict[tuple[str, str], str]:
    """Return the path of the first table of every (key, edition) in the canonical XML."""
    tables: dict[tuple[str, str], str] = {}
    for chapter, path in zip(report.chapters, chapter_paths(report), strict=True):
        for table, inner in _table_paths(chapter.blocks):
            tables.setdefault((table.key, table.edition), path + inner)
    return tables


def _gather(blocks: tuple[Block, ...], texts: list[str]) -> None:
    for block in blocks:
        if isinstance(block, Paragraph):
            texts.append(block.text)
        elif isinstance(block, Section):
            if block.title:
                texts.append(block.title)
            _gather(block.blocks, texts)


def _paths(blocks: tuple[Block, ...], path: str) -> Iterator[str]:
    for block, step in zip(blocks, _steps(blocks), strict=True):
        if isinstance(block, Paragraph):
            yield path + step
        elif isinstance(block, Section):
            if block.title:
                yield path + step
            yield from _paths(block.blocks, path + step)


def _table_paths(blocks: tuple[Block, ...]) -> Iterator[tuple[Table, str]]:
    """Yield every table with its path below its chapter; steps are worked out only where there are tables."""
    steps: list[str] = []
    for position, block in enumerate(blocks):
        if isinstance(block, (Table, Section)):
            inner = [(block, "")] if isinstance(block, Table) else _table_paths(block.blocks)
            for table, path in inner:
                steps = steps or _steps(blocks)
                yield table, steps[position] + path


def _steps(blocks: tuple[Block, ...]) -> list[str]:
    """Return the step to every block: its name, with an index where there are others of its name."""
    names = [_name(block) for block in blocks]
    totals, met, steps = Counter(names), Counter[str](), []
    for name in names:
        met[name] += 1
        steps.append(f"/{name}" if totals[name] == 1 else f"/{name}[{met[name]}]")
    return steps


def _name(block: Block) -> str:
    if isinstance(block, Table):
        return block.key
    return "paragraph" if isinstance(block, Paragraph) else "grid" if isinstance(block, Grid) else "section"
