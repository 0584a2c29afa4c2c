"""The objects of a PDF file, on ReportLab's document: each as the bytes it is written as, which is several times as fast as by its parts."""

from __future__ import annotations

import re
import zlib
from collections.abc import Mapping
from datetime import datetime

from reportlab.pdfbase.pdfdoc import PDFDocument, PDFInfo, PDFObject

COMPRESSION = 6

_PLAIN = re.compile(r"[ -'*-\[\]-~]*")


class Written(PDFObject):  # type: ignore[misc]
    """An object of the file as its bytes, which may be given later."""

    __RefOnly__ = 1

    def __init__(self, data: bytes = b"") -> None:
        self.data = data

    def format(self, document: PDFDocument) -> bytes:
        """Return its bytes."""
        return self.data


class _Information(PDFInfo):  # type: ignore[misc]
    """The document's information dictionary, without entries of ReportLab's own."""

    def __init__(self, entries: Mapping[str, bytes]) -> None:
        self.entries = entries

    def digest(self, signature: object) -> None:
        """Leave the signature alone: the file's identifier is given."""

    def format(self, document: PDFDocument) -> bytes:
        """Return its bytes."""
        return dictionary(self.entries)


class _Outlines:
    """Stands in for ReportLab's outline, ours being objects like all others."""

    ready = 1

    def prepare(self, document: PDFDocument, canvas: object) -> None:
        """Do nothing."""


class Objects:
    """The objects of one file, numbered in the order in which they are added or reserved."""

    def __init__(self) -> None:
        self._document = PDFDocument(compression=1, invariant=1, pdfVersion=(1, 7))
        self._document.Outlines = _Outlines()

    def reserve(self) -> int:
        """Return the number of an object that is filled in later."""
        return self._add(Written())

    def add(self, data: bytes) -> int:
        """Return the number of an object of these bytes."""
        return self._add(Written(data))

    def fill(self, number: int, data: bytes) -> None:
        """Give a reserved object its bytes."""
        self._document.idToObject[self._document.numberToId[number]].data = data

    def stream(self, data: bytes, entries: Mapping[str, bytes] | None = None, *, compressed: bool = True) -> int:
        """Return the number of a stream."""
        return self.add(stream(data, entries, compressed=compressed))

    def save(self, catalogue: int, information: Mapping[str, bytes], identifier: bytes) -> bytes:
        """Return the file; ``identifier`` is the 16 bytes by which it is told from others."""
        document = self._document
        document.Catalog = document.idToObject[document.numberToId[catalogue]]
        document.info = _Information(information)
        document._ID = b"[<%s><%s>]" % ((identifier.hex().encode(),) * 2)
        data: bytes = document.GetPDFData(None)
        return data

    def _add(self, written: Written) -> int:
        self._document.Reference(written)
        return int(self._document.objectcounter)


def dictionary(entries: Mapping[str, bytes]) -> bytes:
    """Return a dictionary of entries by name."""
    return b"<<" + b"".join([b"/%s %s" % (name.encode(), value) for name, value in entries.items()]) + b">>"


def array(values: list[bytes]) -> bytes:
    """Return an array."""
    return b"[" + b" ".join(values) + b"]"


def reference(number: int) -> bytes:
    """Return a reference to an object."""
    return b"%d 0 R" % number


def stream(data: bytes, entries: Mapping[str, bytes] | None = None, *, compressed: bool = True) -> bytes:
    """Return a stream with the end of line before ``endstream`` that ISO 19005 wants (clause 6.1.7.1).

    It is both characters: data that end in a carriage return would otherwise seem a character shorter than they are.
    """
    own = dict(entries or {})
    if compressed:
        data = zlib.compress(data, COMPRESSION)
        own["Filter"] = b"/FlateDecode"
    return b"%s\nstream\n%s\r\nendstream" % (dictionary(own | {"Length": b"%d" % len(data)}), data)


def string(text: str) -> bytes:
    """Return a text string: in brackets where it is plain, else as UTF-16."""
    if _PLAIN.fullmatch(text):
        return b"(" + text.encode() + b")"
    return b"<FEFF" + text.encode("utf-16-be").hex().encode() + b">"


def date(moment: datetime) -> bytes:
    """Return a moment as a date of PDF."""
    offset = moment.strftime("%z")
    return moment.strftime("(D:%Y%m%d%H%M%S").encode() + (f"{offset[:3]}'{offset[3:]}')".encode() if offset else b"Z)")
