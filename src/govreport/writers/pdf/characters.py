"""What a character is to typesetting: as wide as its cell or as its glyph, or without a picture of its own."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

WORD_JOINER = 0x2060
_MARK = 0xFEFF

_UNDRAWN = {"Cc", "Cf", "Zl", "Zp", "Zs"}
_PRIVATE = {"Co", "Cs", "Cn"}


@lru_cache(maxsize=65536)
def is_wide(character: str) -> bool:
    """Return whether a character fills a cell: Han, full-width, and what East Asian typesetting takes for such (UAX 11, class A)."""
    return unicodedata.east_asian_width(character) in "WFA" and unicodedata.category(character) not in ("Mn", "Me", "Cf")


@lru_cache(maxsize=65536)
def undrawn_width(character: str) -> int | None:
    """Return the width, in thousandths of an em, of a character that has no picture: spaces, controls, joiners; None for all others."""
    category = unicodedata.category(character)
    if category not in _UNDRAWN:
        return None
    if category == "Zs":
        return 1000 if is_wide(character) else 500
    return 500 if character == "\t" else 0


def stands_for(character: str) -> int:
    """Return the code point by which a character is found in the file: its own, but that of the word joiner for a byte order mark.

    ISO 14289-1, clause 7.21.7, forbids U+FEFF there; Unicode has the word joiner take its place inside a text.
    """
    code = ord(character)
    return WORD_JOINER if code == _MARK else code


def is_private(character: str) -> bool:
    """Return whether no agreement says what a character looks like: private use, or no character at all."""
    return unicodedata.category(character) in _PRIVATE
