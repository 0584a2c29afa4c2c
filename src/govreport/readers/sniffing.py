"""The format of a document, told by its first bytes; the suffix of its name only decides where these leave it open."""

from __future__ import annotations

import re

from govreport.csvtext import NEEDED
from govreport.formats import by_suffix
from govreport.readers.encoding import HEAD, peek
from govreport.readers.foreign import kind_of
from govreport.standard import Standard

_HTML = re.compile(r"<(?:!doctype\s+html|html|head|body|table|frameset)[\s>]")
_PART = re.compile(
    r"(?:<!--.*?-->\s*)*<(?:p|div|span|font|h[1-6]|center|section|article|main|strong|b|a|ul|ol|br|hr|img|meta|link|style|script|title|tr|td|tbody)[\s/>]",
    re.DOTALL,
)
"""How a page begins, or a part of one that was pasted: with an element of HTML that is none of ours."""
_ARCHIVED = re.compile(
    r"\A(?:[A-Za-z-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?(?:content-type:\s*(?:multipart/|text/html)|content-transfer-encoding:\s*base64)",
    re.IGNORECASE,
)
"""The head of a page saved with all its parts, a mail by its form, or of a mail."""

_PDF, _PDF_END = b"%PDF-", b"startxref"
_JUNK, _TAIL = 1024, 2048
"""Programs that open PDFs look for its first mark in so many bytes, as for its last: what a server or a mail put around it does not count."""


def sniff(data: bytes, name: str, standard: Standard) -> str:
    """Return the name of the format that a document is most likely in; ``text`` where nothing says otherwise, and for files of other programs."""
    if data.startswith(_PDF) or (_PDF in data[:_JUNK] and _PDF_END in data[-_TAIL:]):
        return "pdf"
    if kind_of(data):
        return "text"
    if data.startswith(b"<") and b"\0" not in data[:4] and data.find(standard.namespace.encode(), 0, HEAD) > 0:
        return "xml"  # what ``_markup`` would say too, without a text being made of the bytes
    start = peek(data).lstrip()
    if start.startswith("<"):
        return _markup(start, name, standard)
    if _ARCHIVED.search(start):
        return "mht"
    if start.startswith("{"):
        return "json"
    if NEEDED.issubset(map(str.strip, start.partition("\n")[0].replace('"', "").split(","))):
        return "csv"
    hinted = by_suffix(name)
    return hinted.name if hinted is not None and hinted.name == "html" and "<" in start else "text"


def _markup(start: str, name: str, standard: Standard) -> str:
    """Return the format of a document that starts with a tag: XML if it says so, else what its suffix hints at, else HTML where it is read."""
    if standard.namespace in start:
        return "xml"
    lower = start.lower()
    if start.startswith("<?xml") and "<html" not in lower:
        return "xml"
    if _HTML.search(lower) or (_PART.match(lower) and not start.startswith("<?xml")):
        return "html"
    hinted = by_suffix(name)
    if hinted is not None and hinted.reads and hinted.name != "csv":
        return hinted.name
    return "xml"
