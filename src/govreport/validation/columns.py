"""Where on its line an element of an XML source starts, or one of its attributes: libxml2 tells the line only."""

from __future__ import annotations

from lxml import etree

from govreport.readers.xmlnodes import local
from govreport.schemafile import line_of

LARGEST = 4_000_000
"""The lines of a source with more bytes than these are not held a second time."""
SEARCHED = 5_000_000
"""So many bytes of lines are searched for one source, so that many findings on one long line take no longer."""
_AFTER_NAME = b" \t\r\n/>"
_WHITE = b" \t\r"


class Columns:
    """The columns of one source, from 1, in characters; None where the line does not tell which of several is meant, or is no UTF-8."""

    def __init__(self, data: bytes) -> None:
        self._left = SEARCHED
        self._lines: list[bytes] = []
        self._behind: bytes | None = data if len(data) <= LARGEST else None

    def of(self, element: etree._Element, attribute: str | None) -> int | None:
        """Return the column of an attribute where the element has it, else that of the element."""
        text = self._line(line_of(element) or 0)
        if text is None:
            return None
        self._left -= len(text)
        tag = _tag(text, f"{element.prefix}:{local(element)}" if element.prefix else local(element))
        if tag is None:
            return None
        at = _attribute(text, tag, attribute) if attribute else None
        return _characters(text, tag if at is None else at)

    def tells(self, number: int) -> bool:
        """Return whether a line, from 1, may still be searched: else none of its elements need be looked for."""
        return self._line(number) is not None

    def _line(self, number: int) -> bytes | None:
        """Return a line that may still be searched; the source is parted up to it, and up to twice as far as it was."""
        missing = number - len(self._lines)
        if missing > 0 and self._behind is not None:
            parted = self._behind.split(b"\n", wanted := max(missing, len(self._lines)))
            self._behind = parted.pop() if len(parted) > wanted else None
            self._lines += parted
        text = self._lines[number - 1] if 0 < number <= len(self._lines) else None
        return None if text is None or len(text) > self._left else text


def _tag(text: bytes, name: str) -> int | None:
    """Return where the one start tag of a name begins on a line, None where there is none or more than one."""
    mark, found = b"<" + name.encode(), None
    at = text.find(mark)
    while at >= 0:
        end = at + len(mark)
        if end == len(text) or text[end : end + 1] in _AFTER_NAME:
            if found is not None:
                return None
            found = at
        at = text.find(mark, end)
    return found


def _attribute(text: bytes, tag: int, name: str) -> int | None:
    """Return where an attribute begins in the start tag at a place of a line; its value holds no other tag."""
    end = text.find(b"<", tag + 1)
    at = text.find(name.encode() + b"=", tag, end if end >= 0 else len(text))
    return at if at > 0 and text[at - 1 : at] in _WHITE else None


def _characters(text: bytes, at: int) -> int | None:
    try:
        return len(text[:at].decode("utf-8")) + 1
    except UnicodeDecodeError:
        return None
