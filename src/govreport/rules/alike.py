"""How much of one text stands in another: texts in their essence, sketches by which copies find each other, and the shared passage.

The essence of a text is its letters, runs of digits made one; sentences that quote a statute, or that are common to a batch, are left
out. So a copy in which only figures were changed is still a copy.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b

from govreport.rules.sentences import sentences

LONGEST = 8_000
"""Of a longer text only so many letters are compared: alignment takes their square."""
BLOCK = 8
"""Shorter stretches that two texts share are chance."""
SHINGLE, SKETCH = 10, 12
"""Letters of a shingle; shingles of a sketch. Texts that share half of their shingles miss each other once in 4,000 times."""
DIGITS = "0"


_RUN = re.compile(r"\d+|[^\W\d_]+")
"""A run of digits, or of letters."""
_NUMBER, _NOISE = re.compile(r"\d+"), re.compile(r"[\W_]+")


@dataclass(frozen=True)
class Essence:
    """The letters of a text that count, with the text and where in it the sentences stand that they were taken from."""

    letters: str
    text: str
    pieces: tuple[tuple[int, str], ...]

    @cached_property
    def places(self) -> tuple[int, ...]:
        """The place of each letter in the text, worked out where a passage is quoted."""
        runs = ((at + run.start(), run.group()) for at, piece in self.pieces for run in _RUN.finditer(piece))
        return tuple(place for start, run in runs for place in (range(start, start + len(run)) if not run[0].isdecimal() else (start,)))


@dataclass(frozen=True, slots=True)
class Likeness:
    """What one text has of another: the share of its letters, between 0 and 1, and its longest passage that stands there as well."""

    share: float
    passage: str


def essence(text: str, left_out: Callable[[str, str], bool]) -> Essence:
    """Return a text in its essence; ``left_out`` is asked for every sentence, as it stands and in its letters."""
    taken: list[str] = []
    places: list[tuple[int, str]] = []
    at = length = 0
    text = text[: 3 * LONGEST]
    for piece in pieces(text):
        at = text.index(piece, at)
        found = letters(piece)
        if not left_out(piece, found):
            taken.append(found)
            places.append((at, piece))
            length += len(found)
        at += len(piece)
        if length > LONGEST:
            break
    return Essence("".join(taken)[:LONGEST], text, tuple(places))


def pieces(text: str) -> Iterator[str]:
    """Yield the sentences of a text of several lines; no sentence goes over the end of a line."""
    for line in text.splitlines():
        yield from sentences(line)


def letters(sentence: str) -> str:
    """Return the letters of a sentence that count."""
    return _NOISE.sub("", _NUMBER.sub(DIGITS, sentence))


def fingerprint(words: str) -> int:
    """Return a number of 63 bits that stands for a text, the same in every process."""
    return int.from_bytes(blake2b(words.encode(), digest_size=8).digest(), "big") >> 1


def sketch(found: Essence) -> frozenset[int]:
    """Return the fingerprints of the few shingles of a text that come first in an order of chance: copies have most of them in common."""
    data, width = found.letters.encode("utf-32-le"), 4 * SHINGLE
    view = memoryview(data)
    shingles = {zlib.crc32(view[at : at + width]): at for at in range(0, len(data) - width + 1, 4)}
    return frozenset(fingerprint(found.letters[shingles[mark] // 4 :][:SHINGLE]) for mark in sorted(shingles)[:SKETCH])


def likeness(own: Essence, other: Essence) -> Likeness:
    """Return what a text has of another, by the longest common subsequence of their letters; single letters in common do not count."""
    from rapidfuzz.distance import LCSseq

    blocks = [
        (code.src_start, code.src_end) for code in LCSseq.opcodes(own.letters, other.letters) if code.tag == "equal" and code.src_end - code.src_start >= BLOCK
    ]
    if not blocks:
        return Likeness(0.0, "")
    share = sum(end - start for start, end in blocks) / len(own.letters)
    start, end = max((run for block in blocks for run in _runs(own, *block)), key=lambda run: run[1] - run[0])
    return Likeness(share, own.text[own.places[start] : own.places[end - 1] + 1])


def _runs(own: Essence, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the parts of a stretch of letters that stand on one line with nothing left out between them."""
    first = start
    for at in range(start + 1, end):
        between = own.text[own.places[at - 1] + 1 : own.places[at]]
        if "\n" in between or any(map(str.isalpha, between)):
            yield first, at
            first = at
    yield first, end
