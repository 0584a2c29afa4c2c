"""Pages saved with all their parts in one file (MHTML): the part that is the report is read as a page."""

from __future__ import annotations

import email
import email.message
from email.errors import MessageError

from govreport.diagnostics import Diagnostic, Location
from govreport.readers.guard import DEFAULT, Limits
from govreport.reading import Reading
from govreport.standard import Standard

PARTS = 64
"""So many parts that are pages are looked at; frames are seldom more than a handful."""
PAGES = ("text/html", "application/xhtml+xml")


def read(data: bytes, name: str, standard: Standard, limits: Limits = DEFAULT) -> Reading:
    """Return the report that a saved page holds: of its first part that is one; none with DOC-KIND or SYS-LIMIT.

    Lines and columns are those of the page as decoded, not of the file around it.
    """
    from govreport.readers.html import read_text
    from govreport.readers.legacy.decode import decode

    first: Reading | None = None
    for payload, charset in pages(data):
        reading = read_text(decode(payload, charset=charset), data, name, standard, limits)
        if reading.report is not None:
            return reading
        first = first or reading
    return first or Reading(None, (Diagnostic("DOC-KIND", Location(line=1, column=1), {"quote": "multipart/related"}),))


def pages(data: bytes) -> list[tuple[bytes, str | None]]:
    """Return the bytes of every part that is a page, with the charset that its head declares."""
    try:
        message = email.message_from_bytes(data)
        parts = [part for part in message.walk() if part.get_content_type() in PAGES][:PARTS]
    except (MessageError, RecursionError):
        return []
    return [(payload, _charset(part)) for part in parts if isinstance(payload := part.get_payload(decode=True), bytes)]


def _charset(part: email.message.Message) -> str | None:
    charset = part.get_param("charset")
    return charset if isinstance(charset, str) else None
