"""Sentences of prose, and how a finding quotes them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal

QUOTED = 60
_NEAR = 10 * QUOTED
"""How far a sentence is followed to either side of a place: farther than any quote reaches, however long a hostile one is."""
_SHORT = 18
_ENDS = "".join(chr(code) for code in (0x3002, 0xFF1B, 0xFF01, 0xFF1F, 0x3B, 0x21, 0x3F))
"""Full stop, semicolon, exclamation and question mark, full-width and, but for the full stop, ASCII."""

_PLAIN = re.compile(r"[\w\s\u3001\u3002\uff0c\uff1a\uff1b\u201c\u201d,.:;%-]*")
"""Text without any bracket, told by the marks that are most used."""

_SENTENCE = re.compile(f"[^{re.escape(_ENDS)}]+[{re.escape(_ENDS)}]*")


def sentences(text: str) -> Iterator[str]:
    """Yield the sentences of a text with their final marks; together they are the text but for leading marks."""
    for found in _SENTENCE.finditer(text):
        yield found.group()


def around(text: str, start: int, end: int) -> str:
    """Return the sentence that holds a place of a text, shortened around it as a finding quotes it."""
    first = max(start - _NEAR, 0)
    text, start, end = text[first : end + _NEAR], start - first, end - first
    for found in _SENTENCE.finditer(text):
        if found.end() > start:
            return excerpt(found.group(), start - found.start(), end - found.start())
    return excerpt(text, start, end)


def start_of_sentence(text: str, at: int) -> int:
    """Return where the sentence starts that holds a place of a text."""
    first = max(at - _NEAR, 0)
    return max(max((text.rfind(mark, first, at) for mark in _ENDS), default=-1) + 1, first)


def excerpt(sentence: str, start: int = 0, end: int = 0) -> str:
    """Return a sentence as a finding quotes it: whole if it is short, else a bounded piece around the place that matters."""
    text = sentence.strip()
    start = max(start - (len(sentence) - len(sentence.lstrip())), 0)
    if len(text) <= QUOTED:
        return text
    first = max(min(start, len(text) - QUOTED, max(end - QUOTED, start - QUOTED // 2)), 0)
    return ("\u2026" if first else "") + text[first : first + QUOTED] + ("\u2026" if first + QUOTED < len(text) else "")


def without_brackets(text: str) -> str:
    """Return a text without what stands in brackets of any kind."""
    if _PLAIN.fullmatch(text):
        return text
    kept, depth = [], 0
    for character in text:
        category = unicodedata.category(character)
        depth += category == "Ps"
        if not depth:
            kept.append(character)
        depth = max(depth - (category == "Pe"), 0)
    return "".join(kept)


def number(raw: str) -> int | Decimal:
    """Return the number that digits stand for, full-width ones and thousands separators too."""
    if raw.isdecimal() and len(raw) <= _SHORT:
        return int(raw)
    plain = raw if raw.isascii() else unicodedata.normalize("NFKC", raw)
    return Decimal(plain.replace(",", ""))
