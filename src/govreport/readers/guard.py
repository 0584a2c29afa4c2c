"""What is checked before anything is built of a document: size, encoding, document type, and the numbers that cost memory.

Elements and attributes have a cheap upper bound in counted bytes; only where it is over the limit does expat count exactly.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from xml.parsers import expat

from lxml import etree

from govreport.contents import PROSE
from govreport.diagnostics import Diagnostic, Location
from govreport.readers import xmlencoding

DEEPEST = 256
"""How deep a tree is at most that libxml2 builds, by its own limit; no reader goes deeper."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How much of a document is read at most (contract, section 4); over a limit nothing is read."""

    size: int = 32 * 1024 * 1024
    """Bytes of a document."""
    elements: int = 200_000
    """Elements of an XML document, values of a JSON document, cells of a CSV file, lines and cells of a canonical text."""
    attributes: int = 1_000
    """Attributes of one element."""
    nodes: int = 250_000
    """Elements and attributes of an XML document together, values and names of a JSON document: each costs as much memory as the other."""
    text: int = 10_000_000
    """Bytes of one text in XML, characters of one in JSON and in text; libxml2 reads no longer one."""
    legacy: int = 1_000_000
    """Characters of a legacy text, which are the dearest to read: some twenty times as many as a long report has."""
    pieces: int = 30_000
    """Lines, cells and words of a legacy text or web page: each is some twenty times as dear as an element, and a long report has a few thousand."""
    prose: int = PROSE
    """Characters of the paragraphs of one report that rules look through; those beyond are read, not judged."""
    depth: int = 100
    """How deep elements, or JSON objects and arrays, or sections of a text nest; at most ``DEEPEST``, whatever is asked for."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "depth", min(self.depth, DEEPEST))


DEFAULT = Limits()

_STARTS_PLAINLY = re.compile(rb"\s*(?:<\?xml[^<>]*\?>\s*)?<[A-Za-z_:\x80-\xff]")
"""The root element right behind the declaration: a document type cannot come any more."""

_DOCTYPE = re.compile(rb"(?:\s++|<!--.*?-->|<\?.*?\?>)*+<!DOCTYPE", re.DOTALL)
"""A document type behind comments and processing instructions; in a comment or in the text of an element it is none."""

SHORTEST_ELEMENT = 4
"""Bytes of ``<a/>``: a document has at most one element in so many bytes."""
SHORTEST_ATTRIBUTE = 5
"""Bytes of `` a=""``: a tag has at most one attribute in so many bytes."""

_PIECE = 1_000_000
"""Bytes that are made ideographs of at a time: each beyond ASCII takes three."""
_IDEOGRAPHS = {byte: 0x4E00 + byte for byte in range(0x80, 0x100)}


@dataclass(frozen=True, slots=True)
class Guarded:
    """A document that may be parsed: its bytes in UTF-8 without byte order mark, or the diagnostics that forbid it."""

    data: bytes
    diagnostics: tuple[Diagnostic, ...] = ()


class _StopError(Exception):
    """Ends an exact count early: the limit that was passed, its maximum and what was counted."""

    def __init__(self, limit: str, maximum: int, found: int) -> None:
        super().__init__(limit)
        self.limit, self.maximum, self.found = limit, maximum, found


def size(data: bytes, name: str, limits: Limits = DEFAULT) -> tuple[Diagnostic, ...]:
    """Return a diagnostic if a document has more bytes than the limit."""
    return () if len(data) <= limits.size else (over(name, "size", limits.size, len(data)),)


def over(name: str, limit: str, maximum: int, found: int, line: int | None = None) -> Diagnostic:
    """Return the diagnostic for a document over a limit; ``limit`` is a field of ``Limits``, ``found`` what was counted when it was passed."""
    return Diagnostic("SYS-LIMIT", Location(name, line), {"limit": limit, "maximum": maximum, "found": found})


def xml(data: bytes, name: str, limits: Limits = DEFAULT) -> Guarded:
    """Return an XML document in UTF-8 if it may be parsed, else why not: SYS-LIMIT, SYS-ENCODING, XSD-DOCTYPE or XSD-MALFORMED."""
    too_long = size(data, name, limits)
    if too_long:
        return Guarded(b"", too_long)
    try:
        plain = xmlencoding.in_utf8(data)
    except (UnicodeError, LookupError) as error:
        return Guarded(b"", (Diagnostic("SYS-ENCODING", Location(name), {"reason": _reason(error)}),))
    doctype = None if _STARTS_PLAINLY.match(plain) else _DOCTYPE.match(plain)
    if doctype:
        return Guarded(b"", (Diagnostic("XSD-DOCTYPE", Location(name, plain.count(b"\n", 0, doctype.end()) + 1)),))
    return Guarded(plain, () if _small(plain, limits) else count(plain, name, limits))


def _small(data: bytes, limits: Limits) -> bool:
    """Return whether a document is within the limits of elements, attributes and nodes for certain."""
    if len(data) > SHORTEST_ELEMENT * min(limits.elements, limits.nodes):
        tags = data.count(b"<") - data.count(b"</")
        if tags > limits.elements or tags + data.count(b"=") > limits.nodes:
            return False
    return not any(data.count(b"=", start, end) > limits.attributes for start, end in _long_tags(data, SHORTEST_ATTRIBUTE * limits.attributes))


def _long_tags(data: bytes, length: int) -> Iterator[tuple[int, int]]:
    """Yield where more than so many bytes stand from one ``<`` to the next, as a tag can only be that long: it holds no ``<`` but its own."""
    start = 0
    while len(data) - start > length:
        following = data.rfind(b"<", start + 1, start + length + 1)
        if following < 0:
            following = data.find(b"<", start + length)
            following = len(data) if following < 0 else following
            yield start, following
        start = following


def deep(root: etree._Element, limits: Limits = DEFAULT) -> bool:
    """Return whether a tree nests deeper than the limit."""
    return bool(_deeper_than(limits.depth)(root))


@lru_cache(maxsize=8)
def _deeper_than(depth: int) -> etree.XPath:
    return etree.XPath("boolean(" + "/*" * (depth + 1) + ")")


def _reason(error: UnicodeError | LookupError) -> str:
    return str(error) if isinstance(error, UnicodeError) else str(error.args[0])


def count(data: bytes, name: str, limits: Limits) -> tuple[Diagnostic, ...]:
    """Return the diagnostic for the first limit that an exact count passes; what is not well-formed is left to the parser to explain.

    Expat knows the names of the fourth edition of XML 1.0 only, libxml2 those of the fifth: where expat breaks off, it counts again with
    every byte beyond ASCII as an ideograph of its own, which stands in the names of both.
    """
    for pieces in ((data,), _plainly_named(data)):
        try:
            return _counted(pieces, name, limits)
        except expat.ExpatError:
            continue
    return ()


def _counted(pieces: Iterable[bytes], name: str, limits: Limits) -> tuple[Diagnostic, ...]:
    parser = expat.ParserCreate("utf-8")
    parser.ordered_attributes = True
    parser.StartElementHandler = counter = _Counter(limits)
    parser.EndElementHandler = counter.end
    try:
        for piece in pieces:
            parser.Parse(piece, False)
        parser.Parse(b"", True)
    except _StopError as stop:
        return (over(name, stop.limit, stop.maximum, stop.found, parser.CurrentLineNumber),)
    return ()


def _plainly_named(data: bytes) -> Iterator[bytes]:
    """Yield a document piece by piece with every byte beyond ASCII as an ideograph."""
    for start in range(0, len(data), _PIECE):
        yield data[start : start + _PIECE].decode("latin-1").translate(_IDEOGRAPHS).encode("utf-8")


class _Counter:
    """Counts elements, attributes and depth as expat meets them."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.elements = self.nodes = self.depth = 0

    def __call__(self, _: str, attributes: list[str]) -> None:
        self.elements += 1
        self.nodes += 1 + len(attributes) // 2
        self.depth += 1
        limits = self.limits
        if self.elements > limits.elements or self.depth > limits.depth or self.nodes > limits.nodes or len(attributes) > 2 * limits.attributes:
            self._stop(len(attributes) // 2)

    def _stop(self, attributes: int) -> None:
        for limit, found in (("elements", self.elements), ("attributes", attributes), ("depth", self.depth), ("nodes", self.nodes)):
            maximum = int(getattr(self.limits, limit))
            if found > maximum:
                raise _StopError(limit, maximum, found)

    def end(self, _: str) -> None:
        """Leave an element."""
        self.depth -= 1
