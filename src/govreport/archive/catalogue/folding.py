"""Texts as they are compared in a search: small letters, one width, one way of writing an accent; and the way back to the text as it stands."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

BREAK = "\u2029"
"""The end of a paragraph in a folded text."""

_WIDE = 0xFEE0
_MARKS: dict[int, int | str] = {
    **{code: code + _WIDE for code in range(0x21, 0x7F) if not chr(code).isalnum()},
    **dict.fromkeys(map(ord, " \t"), "\u3000"),
    **dict.fromkeys(map(ord, "\n\r"), BREAK),
    **dict.fromkeys((*range(0x09), *range(0x0E, 0x20), 0x7F), "\ufffd"),
}
"""What follows Unicode's own folding: marks are wide, so that no database takes them for anything but characters."""


def folded(text: str) -> str:
    """Return a text as it is compared: in Unicode's form NFKC, letters as ``casefold`` has them, marks wide, ends of lines as ``BREAK``."""
    if not text.isascii():
        # what comes out of one of the two may have another form in the other
        text = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    return text.casefold().translate(_MARKS)


@dataclass(frozen=True, slots=True)
class Alignment:
    """Where every character of a folded text comes from: the place in the text of the first character, and that behind the last, folded into it."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the places in the text of a span of the folded one, neither of which is empty."""
        return self.starts[start], self.ends[end - 1]


def aligned(text: str) -> Alignment:
    """Return the alignment of a text with its folded form."""
    starts: list[int] = []
    ends: list[int] = []
    for first, part in _lines(text):
        units = [*_units(part)]
        if "".join(folded(unit) for unit in units) != folded(part):
            # characters that only Unicode's tables know to belong together: the line is aligned as a whole
            units = [part.removesuffix("\n"), *(["\n"] if part.endswith("\n") else [])]
        at = first
        for unit in units:
            size = len(folded(unit))
            starts += [at] * size
            at += len(unit)
            ends += [at] * size
    return Alignment(tuple(starts), tuple(ends))


def _lines(text: str) -> Iterator[tuple[int, str]]:
    first = 0
    while first < len(text):
        end = text.find("\n", first) + 1 or len(text)
        yield first, text[first:end]
        first = end


def _units(text: str) -> Iterator[str]:
    """Yield characters, each with the accents that follow it."""
    first = 0
    for at in range(1, len(text) + 1):
        # half-width accents become such only when they are folded
        if at == len(text) or not unicodedata.combining(unicodedata.normalize("NFKC", text[at])[0]):
            yield text[first:at]
            first = at
