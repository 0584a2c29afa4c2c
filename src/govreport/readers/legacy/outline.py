"""Headings told from row labels: chapters of the form under whatever title they were given, and numbered heads inside them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz import fuzz, process

from govreport.readers.legacy.chapters import ChapterNames
from govreport.readers.legacy.labels import LabelIndex, normal
from govreport.readers.legacy.lines import Line
from govreport.standard import Standard
from govreport.vocabulary import Vocabulary

TITLE_LENGTH = 40
NUMBERED_RATIO, BARE_RATIO, SURE_RATIO = 74, 92, 90
SECTION_LENGTH = 16
BLANKS = " \u00a0\u3000"
"""What stands at the ends of a part of a line and is no cell; a tab may close one that is empty."""
BEFORE_TITLE = " \t\u00a0\u3000\u3002\uff1b;>|"
BEHIND_NUMBER = " \t\u00a0\u3000\u3001.\uff0e:\uff1a"
BEHIND_TITLE = ("", " ", "\t", "\u00a0", "\u3000", "\u3002", ":", "\uff1a", "|")
_SENTENCE = re.compile("[\u3002\uff1b;\uff01!\uff1f?]")
_RUN_IN = re.compile("^(?P<title>[^\u3002\uff1a:\uff0c,]{2,20}[\u3002\uff1a:])(?P<rest>.+)$")


class Heading(NamedTuple):
    """A numbered or titled line: ``level`` 1 is a chapter, ``key`` the name of the form's chapter; ``rest`` is text run in behind the title."""

    level: int
    number: str | None
    title: str
    key: str | None = None
    rest: str | None = None


class Outline:
    """Tells headings by the titles of every edition's chapters, their recognised variants, and the numbering of a vocabulary."""

    def __init__(self, standard: Standard, vocabulary: Vocabulary) -> None:
        self.names = ChapterNames(standard)
        self._keys = self.names.titles
        self._texts = list(self._keys)
        self._numbering = [(int(term.get("level") or 1), pattern) for pattern, term in vocabulary.pattern_terms("numbering") if int(term.get("level") or 1) < 5]
        known = [pattern for level, pattern in self._numbering if level == 1]
        self._printed = [number for number in self.names.numbers if not any(pattern.match(f"{number}\u3001") for pattern in known)]
        self._year = vocabulary.any_of("title-year")
        self._prefixes = {text[:length] for text in self._texts for length in range(1, len(text) + 1)}
        self._number, self._spaced = vocabulary.any_of("glued-number"), vocabulary.any_of("spaced-number")
        self._section = vocabulary.any_of("glued-section")
        self._notes, self._further_notes = vocabulary.patterns("table-note"), vocabulary.patterns("table-note-further")

    def key(self, title: str, cutoff: int) -> str | None:
        """Return the name of the chapter of a title, misprints and additions tolerated down to the cutoff (percent)."""
        text = normal(self._year.sub("", title.strip()) if self._year else title)
        if not 2 <= len(text) <= TITLE_LENGTH:
            return None
        exact = self._keys.get(text)
        if exact:
            return exact
        best = process.extractOne(text, self._texts, scorer=fuzz.ratio, score_cutoff=cutoff)
        return self._keys[best[0]] if best else None

    def precedes(self, key: str | None, other: str | None) -> bool:
        """Return whether a chapter is printed before another, in every edition that has both."""
        orders = [order for order in self.names.orders if key in order and other in order]
        return key is not None and other is not None and bool(orders) and all(order.index(key) < order.index(other) for order in orders)

    def note(self, text: str, further: bool) -> str | None:
        """Return what a line under a table, or ``further`` under its notes, notes of it; None where it is no note."""
        patterns = (*self._notes, *self._further_notes) if further else self._notes
        return next((found["note"].strip() for pattern in patterns if (found := pattern.match(text))), None)

    def has_titles(self, titles: Sequence[str]) -> bool:
        """Return whether at least half the chapters of an edition are among the titles, misprints apart (contract section 4)."""
        return self.names.are_half({self.key(title, SURE_RATIO) for title in titles})

    def chapter(self, text: str, labels: LabelIndex) -> Heading | None:
        """Return the chapter that a whole line announces, None where it is a row label, a sentence or anything else."""
        stripped = text.strip().rstrip(":\uff1a")
        if not stripped or "|" in stripped or len(stripped) > TITLE_LENGTH + 20:
            return None
        number, title = self._numbered(stripped, 1) or self._as_printed(stripped) or (None, stripped)
        if not title or _SENTENCE.search(title) or _is_row(stripped, labels):
            return None
        spaced = self._spaced.match(title) if self._spaced and not number else None
        if spaced and (key := self.key(title[spaced.end() :], BARE_RATIO)):
            return Heading(1, spaced[0], title[spaced.end() :].strip(), key)
        key = self.key(title, NUMBERED_RATIO if number else BARE_RATIO)
        return Heading(1, number, title, key) if key or number else None

    def lowered(self, text: str) -> Heading | None:
        """Return the chapter whose title stands behind the number of a section, as in a text that numbers its chapters so; None for any other."""
        for level in (2, 3, 4):
            found = self._numbered(text.strip(), level)
            if found:
                key = self.key(found[1], BARE_RATIO)
                return Heading(1, *found, key) if key else None
        return None

    def section(self, text: str) -> Heading | None:
        """Return the head inside a chapter that a line begins with: alone on its line, or with its text run in behind it."""
        for level in (2, 3, 4):
            found = self._numbered(text.strip(), level)
            if not found:
                continue
            number, rest = found
            if rest and len(rest) <= TITLE_LENGTH and not _SENTENCE.search(rest) and not rest.endswith(("\uff0c", ",")):
                return Heading(level, number, rest)
            run_in = _RUN_IN.match(rest)
            if run_in and run_in.group("rest").strip():
                return Heading(level, number, run_in.group("title"), rest=run_in.group("rest").strip())
            return None
        return None

    def split(self, lines: Sequence[Line]) -> list[Line]:
        """Return the lines with titles on lines of their own where copying glued them to other text.

        A list of titles (a table of contents) is left alone: its titles follow each other with nothing but punctuation between.
        """
        result: list[Line] = []
        for line in lines:
            places = list(self._glued(line.text))
            listed = any(len(normal(line.text[end:start])) < 4 for (_, end), (start, _) in pairwise(places))
            if not places or listed or _alone(line.text, places[0]):
                result.append(line)
            else:
                result += _cut(line, places)
        return [part for line in result for part in self._split_sections(line)]

    def _glued(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield where a numbered chapter title stands in a text, set off by blanks or the end of a sentence on both sides."""
        for found in self._number.finditer(text) if self._number and "\u3001" in text else ():
            if found.start() and text[found.start() - 1] not in BEFORE_TITLE:
                continue
            words, end = "", None
            for place in range(found.end(), len(text)):
                word = normal(text[place])
                words += word
                if words and words not in self._prefixes:
                    break
                if word and words in self._keys:
                    end = place + 1
            if end is not None and text[end : end + 1] in BEHIND_TITLE:
                yield found.start(), end

    def _split_sections(self, line: Line) -> Iterator[Line]:
        """Yield a line cut before its numbered heads, where a text has lost all its line breaks."""
        text = line.text
        aligned = "|" in text or "    " in text or "\t" in text
        places = [found.start() for found in self._section.finditer(text)] if self._section and len(text) >= SECTION_LENGTH and not aligned else []
        if places:
            yield from _cut(line, [(place, place) for place in places])
        else:
            yield line

    def _as_printed(self, text: str) -> tuple[str, str] | None:
        """Return the number of a chapter that a form prints in another manner than the vocabulary knows, and the title of a chapter behind it."""
        for number in self._printed:
            title = text[len(number) :].lstrip(BEHIND_NUMBER)
            if text.startswith(number) and title != text[len(number) :] and self.key(title, SURE_RATIO):
                return number, title
        return None

    def _numbered(self, text: str, level: int) -> tuple[str, str] | None:
        """Return the number of that level that a text begins with, as printed, and what stands behind it."""
        for known, pattern in self._numbering:
            found = pattern.match(text) if known == level else None
            if found:
                return found.group("number"), text[found.end() :].strip()
        return None


def _is_row(text: str, labels: LabelIndex) -> bool:
    """Return whether a text is a row label, its number included."""
    found = labels.find(text)
    return found is not None and any(use.kind in ("row", "group") for use in found.uses) and normal(text)[:1] == normal(found.label)[:1]


def _alone(text: str, place: tuple[int, int]) -> bool:
    return not text[: place[0]].strip(" \t|") and not text[place[1] :].strip(" \t|:\uff1a")


def _cut(line: Line, places: Sequence[tuple[int, int]]) -> Iterator[Line]:
    at = 0
    for start, end in places:
        if line.text[at:start].strip():
            # the tab that parts a cell from the title behind it is the end of no further cell
            yield line.slice(at, start - (end > start and line.text[start - 1] == "\t")).strip(BLANKS)
        if end > start:
            yield line.slice(start, end)
        at = end
    if line.text[at:].strip():
        yield line.slice(at).strip(BLANKS)


@lru_cache(maxsize=8)
def outline(standard: Standard, vocabulary: Vocabulary) -> Outline:
    """Return the outline of a standard, built once a process."""
    return Outline(standard, vocabulary)
