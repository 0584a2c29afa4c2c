"""What a text may be that XML carries: one line of XML 1.0 characters without white space at its ends."""

from __future__ import annotations

_SPACE = " \t\r\n"


class TextError(ValueError):
    """Raised for a paragraph or title that XML cannot carry: empty, with line breaks, edge white space or control characters."""


def is_xml_character(character: str) -> bool:
    """Return whether XML 1.0 (clause 2.2) allows the character."""
    code = ord(character)
    return 0x20 <= code <= 0xD7FF or code in (0x9, 0xA, 0xD) or 0xE000 <= code <= 0xFFFD or code >= 0x10000


def collapsed(text: str) -> str:
    """Return a text as a number or a date is read in it: without the white space of XML at its ends (XML Schema part 2, clause 4.3.6)."""
    return text.strip(_SPACE)


def check_text(text: str) -> str:
    """Return the text if it is one line of XML characters without white space at its ends, else raise ``TextError``."""
    if not text or text != text.strip():
        raise TextError("a text is empty or has white space at its ends")
    if text.isprintable():
        return text
    if "\n" in text or "\r" in text or not all(map(is_xml_character, text)):
        raise TextError("a text has a line break or a character that XML does not allow")
    return text


def check_optional(*texts: str | None) -> None:
    """Check every text that is given, as ``check_text`` does; returns nothing."""
    for text in texts:
        if text is not None:
            check_text(text)
