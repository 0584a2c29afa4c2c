"""The encoding of an XML document: told by its byte order mark or its declaration, held against its bytes."""

from __future__ import annotations

import re
from itertools import islice

_DECLARED = re.compile(rb"^\s*<\?xml[^>]*?encoding\s*=\s*[\"']([A-Za-z0-9._-]{1,40})[\"']")
_UTF8 = re.compile(rb"(?:[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2})")
SURE = 10
"""So many characters of UTF-8, and nothing that is none, are no chance in a document that declares another encoding."""

WIDE = {b"\xff\xfe\0\0": "utf-32-le", b"\0\0\xfe\xff": "utf-32-be", b"<\0\0\0": "utf-32-le", b"\0\0\0<": "utf-32-be"}
"""The first bytes of a document in UTF-32."""

_ENCODINGS = {
    "utf-8": "utf-8",
    "utf8": "utf-8",
    "us-ascii": "utf-8",
    "ascii": "utf-8",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "gb18030": "gb18030",
    "big5": "big5hkscs",
    "utf-16": "utf-16",
    "iso-8859-1": "iso-8859-1",
    "windows-1252": "cp1252",
}


def in_utf8(data: bytes) -> bytes:
    """Return an XML document's bytes in UTF-8 without byte order mark; raises ``UnicodeError``, ``LookupError`` for an encoding not read here.

    A byte order mark counts more than the declaration, and any declaration is to be overridden by the parser.
    """
    if data[:3] == b"\xef\xbb\xbf":
        return data[3:]
    if data[:4] in WIDE:
        return data.decode(WIDE[data[:4]]).removeprefix("\ufeff").encode("utf-8")
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16").encode("utf-8")
    if b"\0" in data[:4]:
        return data.decode("utf-16-be" if data[:1] == b"\0" else "utf-16-le").encode("utf-8")
    declared = _DECLARED.match(data[:400])
    if declared is None:
        return data
    encoding = _ENCODINGS[declared[1].decode("ascii").lower()]
    if encoding in ("utf-8", "utf-16"):
        return data
    if _is_utf8(data):
        raise UnicodeError(f"{encoding} is declared, but the bytes are UTF-8")
    return data.decode(encoding).encode("utf-8")


def _is_utf8(data: bytes) -> bool:
    """Return whether bytes are UTF-8 beyond chance."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return sum(1 for _ in islice(_UTF8.finditer(data), SURE)) == SURE
