"""The text of a document of our own formats: UTF-8 as written, and what a clerk's editor may have made of it."""

from __future__ import annotations

from govreport.readers.notices import Notices
from govreport.readers.xmlencoding import WIDE

HEAD = 4096
"""How many bytes are looked at to tell a format."""

_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))


def decode(data: bytes, notices: Notices) -> str:
    """Return the text of a document, its line ends as newlines: by byte order mark, else UTF-8, else GB18030, which is noted.

    Bytes that none of them can read become U+FFFD and are noted too.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _lines(_strict(data[len(mark) :], encoding, notices))
    try:
        return _lines(data.decode("utf-8"))
    except UnicodeDecodeError:
        pass
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        return _lines(_strict(data, "utf-8", notices))
    notices.add("XSD-ENCODING", encoding="gb18030")
    return _lines(text)


def _strict(data: bytes, encoding: str, notices: Notices) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        notices.add("SYS-ENCODING", notices.at(data.count(b"\n", 0, error.start) + 1), reason=str(error))
        return data.decode(encoding, errors="replace")


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def peek(data: bytes) -> str:
    """Return the first characters of a document, its line ends as newlines, to tell its format by; only the ASCII among them is sure."""
    return _lines(_peek(data))


def _peek(data: bytes) -> str:
    head = data[:HEAD]
    if head[:4] in WIDE:
        return head.decode(WIDE[head[:4]], errors="replace").removeprefix("\ufeff")
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return head[: len(head) & ~1].decode("utf-16", errors="replace")
    if b"\0" in head[:4]:
        return head[: len(head) & ~1].decode("utf-16-be" if head[:1] == b"\0" else "utf-16-le", errors="replace")
    return head.removeprefix(b"\xef\xbb\xbf").decode("utf-8", errors="replace")
