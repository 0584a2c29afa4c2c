"""Elements of an XML document under reading: their names, places, records of attributes, and what is said of those not known."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from lxml import etree

from govreport.contents import numbered
from govreport.diagnostics import Location
from govreport.envelope import Envelope
from govreport.readers.notices import Notices, quote
from govreport.readers.records import Record
from govreport.schemafile import line_of
from govreport.xmltext import collapsed

INSTANCE = "{http://www.w3.org/2001/XMLSchema-instance}"
HINTS = frozenset({f"{INSTANCE}schemaLocation", f"{INSTANCE}noNamespaceSchemaLocation"})
"""Attributes by which editors find a schema: they say nothing of the document, and are never followed."""


def local(element: etree._Element) -> str:
    """Return an element's name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def speaks(element: etree._Element) -> bool:
    """Return whether an element has any attribute but those by which editors find a schema, which may stand anywhere."""
    return not HINTS.issuperset(element.keys())


def content(element: etree._Element) -> str:
    """Return all text inside an element."""
    return "".join(map(str, element.itertext())) if len(element) else element.text or ""


class _Numbers:
    """The children of an element, each with its number among those of its local name, and how many there are of each name."""

    def __init__(self, parent: etree._Element) -> None:
        self._totals: dict[str, int] = {}
        self._numbers: dict[etree._Element, int] = {}
        for child in parent:
            tag = child.tag
            name = tag[tag.rfind("}") + 1 :]
            self._numbers[child] = self._totals[name] = self._totals.get(name, 0) + 1

    def step(self, child: etree._Element) -> str:
        """Return the step of an XPath to a child."""
        name = local(child)
        return numbered(name, self._numbers[child], self._totals[name])


class _Record(Record):
    """A record in XML, where white space around numbers and dates does not count."""

    def figures(self, raw: str) -> str:
        return collapsed(raw)


class Nodes:
    """The elements of one document and where to note what is wrong with them."""

    def __init__(self, notices: Notices, envelope: Envelope, namespace: str) -> None:
        self.notices, self.envelope = notices, envelope
        self.prefix = f"{{{namespace}}}"
        self._numbers: dict[etree._Element, _Numbers] = {}

    def name(self, element: etree._Element) -> str:
        """Return the name of an element of the envelope; that of another namespace in Clark's notation, so that it equals none."""
        tag = str(element.tag)
        return tag[len(self.prefix) :] if tag.startswith(self.prefix) else tag

    def where(self, element: etree._Element, attribute: str = "") -> Location:
        """Return the place of an element or of an attribute."""
        if self.notices.full:
            return self.notices.at()
        return self.notices.at(line_of(element), path=self.path(element) + (f"/@{attribute}" if attribute else ""))

    def path(self, element: etree._Element) -> str:
        """Return an XPath of an element in local names, with an index where it has siblings of its name."""
        parent = element.getparent()
        if parent is None:
            return "/" + local(element)
        if parent not in self._numbers:
            self._numbers[parent] = _Numbers(parent)
        return f"{self.path(parent)}/{self._numbers[parent].step(element)}"

    def children(self, element: etree._Element) -> Iterator[etree._Element]:
        """Yield the elements in an element that holds no text of its own; text that stands there is noted."""
        if element.text:
            self.stray(element, element.text)
        for child in element:
            yield child
            if child.tail:
                self.stray(element, child.tail)

    def stray(self, element: etree._Element, text: str | None) -> None:
        """Note text that stands where only elements may."""
        if text and not text.isspace():
            self.notices.add("XSD-UNKNOWN", self.where(element), name="text()", raw=quote(text.strip()))

    def unknown(self, element: etree._Element) -> None:
        """Note an element that is not known here, with its attributes and text."""
        if self.notices.full:
            self.notices.add("XSD-UNKNOWN")
            return
        said = " ".join((*(f"{key!s}={value!s}" for key, value in element.attrib.items()), content(element).strip()))
        self.notices.add("XSD-UNKNOWN", self.where(element), name=local(element), raw=quote(said.strip()))

    def record(self, element: etree._Element, text_as: str | None = None) -> Record:
        """Return the attributes of an element as a record; its text, where it may have any, is the field ``text_as``."""
        if text_as is not None:
            text = self.text(element)
            return self.attributes(element, {text_as: text} if text else {})
        for child in self.children(element):
            self.unknown(child)
        return self.attributes(element)

    def attributes(self, element: etree._Element, more: Mapping[str, str] | None = None) -> Record:
        """Return the attributes of an element as a record whatever it contains; ``more`` are fields that stand in its text."""
        fields = dict(element.items())
        for hint in HINTS:
            fields.pop(hint, None)
        also = more or {}
        fields.update(also)

        def place(key: str) -> Location:
            return self.where(element, "" if key in also else key)

        return _Record(local(element), fields, place, self.notices, self.envelope)  # type: ignore[arg-type]

    def text(self, element: etree._Element) -> str:
        """Return the text of an element that holds no elements; those that stand there are noted, their text is kept."""
        if not len(element):
            return element.text or ""
        for child in element:
            self.notices.add("XSD-UNKNOWN", self.where(child), name=local(child), raw=quote(content(child)))
        return content(element)

    def parts(self, element: etree._Element, records: Collection[str]) -> tuple[dict[str, etree._Element], Record]:
        """Return the children that are records by name, and those that are texts as one record; a second one of a name is noted."""
        found: dict[str, etree._Element] = {}
        texts: dict[str, str] = {}
        for child in self.children(element):
            name = self.name(child)
            if name in found:
                self.unknown(child)
                continue
            found[name] = child
            if name not in records:
                texts[name] = self.text(child)

        def place(key: str) -> Location:
            return self.where(found.get(key, element))

        return {name: found[name] for name in records if name in found}, _Record(local(element), texts, place, self.notices, self.envelope)
