"""What a text may be that XML carries: one line of XML 1.0 characters without white space at its ends."""

from __future__ import annotations

import re

_SPACE = " \t\r\n"
_FORBIDDEN = re.compile("[^\t\n\r\\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""A character that XML 1.0 (clause 2.2) does not allow."""


class TextError(ValueError):
    """Raised for a paragraph or title that XML cannot carry: empty, with line breaks, edge white space or control characters."""


def allowed(text: str, instead: str = "\ufffd") -> str:
    """Return a text with something instead of every character that XML 1.0 does not allow."""
    return text if text.isprintable() else _FORBIDDEN.sub(instead, text)


def collapsed(text: str) -> str:
    """Return a text as a number or a date is read in it: without the white space of XML at its ends (XML Schema part 2, clause 4.3.6)."""
    return text.strip(_SPACE)


def is_text(text: str) -> bool:
    """Return whether a text is one line of XML characters without white space at its ends."""
    if not text or text != text.strip():
        return False
    return text.isprintable() or ("\n" not in text and "\r" not in text and _FORBIDDEN.search(text) is None)


def check_text(text: str) -> str:
    """Return the text if it is one line of XML characters without white space at its ends, else raise ``TextError``."""
    if is_text(text):
        return text
    if not text or text != text.strip():
        raise TextError("a text is empty or has white space at its ends")
    raise TextError("a text has a line break or a character that XML does not allow")


def check_optional(*texts: str | None) -> None:
    """Check every text that is given, as ``check_text`` does; returns nothing."""
    for text in texts:
        if text is not None:
            check_text(text)
