"""How much of one text stands in another: texts in their essence, sketches by which copies find each other, and the shared passage.

The essence of a text is its letters, runs of digits made one; sentences that quote a statute, or that are common to a batch, are left
out. So a copy in which only figures were changed is still a copy.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from hashlib import blake2b

from govreport.rules.sentences import sentences

LONGEST = 8_000
"""Of a longer text only so many letters are compared: alignment takes their square."""
BLOCK = 8
"""Shorter stretches that two texts share are chance."""
SHINGLE, SKETCH = 10, 12
"""Letters of a shingle; shingles of a sketch. Texts that share half of their shingles miss each other once in 4,000 times."""
DIGITS = "0"


@dataclass(frozen=True, slots=True)
class Essence:
    """The letters of a text that count, with the text and the place of each letter in it."""

    letters: str
    text: str
    places: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Likeness:
    """What one text has of another: the share of its letters, between 0 and 1, and its longest passage that stands there as well."""

    share: float
    passage: str


def essence(text: str, left_out: Callable[[str, str], bool]) -> Essence:
    """Return a text in its essence; ``left_out`` is asked for every sentence, as it stands and in its letters."""
    letters: list[str] = []
    places: list[int] = []
    at = 0
    for sentence in pieces(text):
        at = text.index(sentence, at)
        found = list(_letters(sentence))
        if not left_out(sentence, "".join(letter for letter, _ in found)):
            letters += [letter for letter, _ in found]
            places += [at + place for _, place in found]
        at += len(sentence)
        if len(letters) > LONGEST:
            break
    return Essence("".join(letters[:LONGEST]), text, tuple(places[:LONGEST]))


def pieces(text: str) -> Iterator[str]:
    """Yield the sentences of a text of several lines; no sentence goes over the end of a line."""
    for line in text.splitlines():
        yield from sentences(line)


def letters(sentence: str) -> str:
    """Return the letters of a sentence that count."""
    return "".join(letter for letter, _ in _letters(sentence))


def _letters(sentence: str) -> Iterator[tuple[str, int]]:
    digits = False
    for place, character in enumerate(sentence):
        if character.isdigit():
            if not digits:
                yield DIGITS, place
            digits = True
        elif character.isalpha():
            yield character, place
            digits = False


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
        (code.src_start, code.src_end)
        for code in LCSseq.opcodes(own.letters, other.letters)
        if code.tag == "equal" and code.src_end - code.src_start >= BLOCK
    ]
    if not blocks:
        return Likeness(0.0, "")
    start, end = max(blocks, key=lambda block: block[1] - block[0])
    return Likeness(sum(end - start for start, end in blocks) / len(own.letters), own.text[own.places[start] : own.places[end - 1] + 1])
