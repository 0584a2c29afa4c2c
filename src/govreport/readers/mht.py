"""Pages saved with all their parts in one file (MHTML): the part that is the report is read as a page."""

from __future__ import annotations

import email
import email.message
import re
from collections.abc import Iterator
from email.errors import MessageError
from itertools import islice

from govreport.readers.foreign import MAIL, told
from govreport.readers.guard import DEFAULT, Limits, over
from govreport.reading import Reading
from govreport.standard import Standard

PARTS = 64
"""So many parts that are pages are looked at; frames are seldom more than a handful."""
DEEPEST = 16
HEAD = 65_536
"""Parts nest so deep, and have heads of so many bytes at most."""
PAGES = ("text/html", "application/xhtml+xml")
SAVED = ("multipart/related", *PAGES)
"""What a page is that was saved; a mail has parts of other kinds beside."""
_BLANK = re.compile(rb"^\r?\n", re.M)
_OF_USE = re.compile(rb"html|multipart", re.I)
"""What stands in the head of a part that is a page or holds some."""


class _BeyondError(Exception):
    """Ends the reading of a file: the limit that was passed and what was counted."""

    def __init__(self, limit: str, found: int) -> None:
        super().__init__(limit)
        self.limit, self.found = limit, found


def read(data: bytes, name: str, standard: Standard, limits: Limits = DEFAULT) -> Reading:
    """Return the report that a saved page holds: of its first part that is one; none with DOC-KIND, of a mail SYS-FORMAT, or SYS-LIMIT.

    Lines and columns are those of the page as decoded, not of the file around it.
    """
    from govreport.readers.html import read_text
    from govreport.readers.legacy.decode import decode
    from govreport.readers.legacy.reader import read as read_plain

    first: Reading | None = None
    try:
        for part in islice(_Parts(data, limits).pages(0, len(data)), PARTS):
            payload = part.get_payload(decode=True)
            if isinstance(payload, bytes):
                reading = read_text(decode(payload, charset=_charset(part)), data, name, standard, limits)
                if reading.report is not None:
                    return reading
                first = first or reading
    except _BeyondError as beyond:
        return Reading(None, (over(name, beyond.limit, int(getattr(limits, beyond.limit)), beyond.found),))
    if first is not None and (first.unread or _type(data) in SAVED):
        return first
    plain = read_plain(data, name, standard, limits)
    return plain if plain.report is not None or plain.unread else Reading(None, (told(MAIL, name),))


class _Parts:
    """The parts of a file, of which only those that are pages are taken out: pictures, which are most of it, are passed."""

    def __init__(self, data: bytes, limits: Limits) -> None:
        self._data, self._limits = data, limits
        self._count = 0

    def pages(self, start: int, end: int, depth: int = 0) -> Iterator[email.message.Message]:
        """Yield the parts between two offsets that are pages."""
        self._count += 1
        if self._count > self._limits.pieces:
            raise _BeyondError("pieces", self._count)
        blank = _BLANK.search(self._data, start, end)
        head = self._data[start : min(blank.end() if blank else end, start + HEAD)]
        if not _OF_USE.search(head):
            return
        message = _message(head)
        boundary = message.get_boundary() if message.get_content_maintype() == "multipart" else None
        if boundary and depth < DEEPEST:
            for first, last in self._between(boundary, start + len(head), end):
                yield from self.pages(first, last, depth + 1)
        elif message.get_content_type() in PAGES:
            if end - start > self._limits.text:
                raise _BeyondError("text", end - start)
            yield _message(self._data[start:end])

    def _between(self, boundary: str, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield start and end of what stands between the lines of a boundary, up to the last, or the end where there is none."""
        line = re.compile(rb"^--" + re.escape(boundary.encode("utf-8", "surrogateescape")) + rb"(--)?[ \t]*\r?$\n?", re.M)
        begun = -1
        for found in line.finditer(self._data, start, end):
            if begun >= 0:
                yield begun, max(begun, found.start() - 1 - (self._data[found.start() - 2 : found.start()] == b"\r\n"))
            if found[1]:
                return
            begun = found.end()
        if begun >= 0:
            yield begun, end


def _type(data: bytes) -> str:
    blank = _BLANK.search(data, 0, HEAD)
    return _message(data[: blank.end() if blank else HEAD]).get_content_type()


def _message(data: bytes) -> email.message.Message:
    try:
        return email.message_from_bytes(data)
    except (MessageError, RecursionError, ValueError):
        return email.message.Message()


def _charset(part: email.message.Message) -> str | None:
    charset = part.get_param("charset")
    return charset if isinstance(charset, str) else None
