"""Files of other programs, which hold no text that could be read as it lies: told by their first bytes and by the names of their parts."""

from __future__ import annotations

import re

from govreport.diagnostics import Diagnostic, Location

LOCKED, WORD, SHEET, SLIDES, OFFICE, OFD, PACKED, IMAGE = "locked", "word", "sheet", "slides", "office", "ofd", "packed", "image"
MEDIA, MAIL, UNKNOWN = "media", "mail", "unknown"
"""What such a file is; ``office`` one of a word processor or a spreadsheet of which no more can be told."""

_ZIP, _COMPOUND = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08"), b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_STARTS = (
    (b"{\\rtf", WORD),
    (b"\x1f\x8b", PACKED),
    (b"BZh", PACKED),
    (b"\xfd7zXZ", PACKED),
    (b"7z\xbc\xaf", PACKED),
    (b"Rar!", PACKED),
    (b"\x89PNG", IMAGE),
    (b"\xff\xd8\xff", IMAGE),
    (b"GIF8", IMAGE),
    (b"II*\0", IMAGE),
    (b"MM\0*", IMAGE),
    (b"ID3", MEDIA),
    (b"OggS", MEDIA),
    (b"\x1aE\xdf\xa3", MEDIA),
    (b"0&\xb2u\x8ef\xcf\x11", MEDIA),
)
"""First bytes of what is often taken for a text."""
_PARTS = (
    (b"word/document", WORD),
    (b"xl/workbook", SHEET),
    (b"ppt/presentation", SLIDES),
    (b"OFD.xml", OFD),
    (b"opendocument.text", WORD),
    (b"opendocument.spreadsheet", SHEET),
)
"""Names of parts that only packages of one kind have; the names stand in a zip as they are, whatever is compressed."""
_STREAMS = (("EncryptedPackage", LOCKED), ("WordDocument", WORD), ("Workbook", SHEET), ("Book", SHEET), ("PowerPoint Document", SLIDES))
"""Names of streams in a compound file, the one that decides first."""
_MARKED = re.compile(rb'<\?mso-application\s+progid="(Word|Excel|PowerPoint)\.')
_PROGRAMS = {b"Word": WORD, b"Excel": SHEET, b"PowerPoint": SLIDES}
_RIFF = {b"WEBP": IMAGE, b"AVI ": MEDIA, b"WAVE": MEDIA}
_HEAD = 1024
_ALIEN = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffd]")
_SHARE = 0.02
"""From this share of characters that no text has, what was decoded is none."""


def told(kind: str, name: str) -> Diagnostic:
    """Return what is said of such a file."""
    return Diagnostic("SYS-FORMAT", Location(name), {"kind": kind, "way": kind})


def is_no_text(text: str) -> bool:
    """Return whether decoded bytes are those of some program: what begins them is not characters alone."""
    return len(_ALIEN.findall(text, 0, _HEAD)) > _SHARE * min(len(text), _HEAD)


def kind_of(data: bytes) -> str | None:
    """Return what a file is that another program must open, None where it may be a document of a format that is read."""
    if data.startswith(_ZIP):
        return next((kind for part, kind in _PARTS if part in data), PACKED)
    if data.startswith(_COMPOUND):
        return next((kind for name, kind in _STREAMS if name.encode("utf-16-le") in data), OFFICE)
    if data.startswith(b"BM") and data[6:10] == b"\0\0\0\0":
        return IMAGE
    if data.startswith(b"RIFF") and data[8:12] in _RIFF:
        return _RIFF[data[8:12]]
    if data[4:8] == b"ftyp":
        return MEDIA
    marked = _MARKED.search(data, 0, _HEAD) if data.startswith((b"<?xml", b"\xef\xbb\xbf<?xml")) else None
    if marked:
        return _PROGRAMS[marked[1]]
    return next((kind for start, kind in _STARTS if data.startswith(start)), None)
