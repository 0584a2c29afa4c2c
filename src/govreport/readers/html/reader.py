"""Published pages as reports: tree, lines with the cells of tables, the part that is the report, then the steps of any legacy text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from lxml import etree

from govreport import vocabulary as vocabularies
from govreport.diagnostics import Diagnostic, Location
from govreport.readers.guard import DEFAULT, Limits, over
from govreport.readers.html.content import Content, Signs, content
from govreport.readers.html.elements import CELLS, FRAMES, PICTURES, line_of, tag_of
from govreport.readers.html.markup import Texts, with_rows
from govreport.readers.html.pagetext import PageSource, PageText, Words
from govreport.readers.html.rendering import Rendered, render
from govreport.readers.legacy.decode import Decoded
from govreport.readers.legacy.labels import label_index
from govreport.readers.legacy.lines import Line
from govreport.readers.legacy.outline import outline
from govreport.readers.legacy.prose import clean
from govreport.readers.legacy.provenance import provenance
from govreport.readers.legacy.reader import over_limits, read_repaired
from govreport.readers.legacy.repairs import repair
from govreport.readers.legacy.titles import title_of
from govreport.readers.legacy.wording import text_of
from govreport.reading import Reading
from govreport.standard import Standard

NAME = "html"
DEEPEST = 256
"""So deep libxml2 builds a page's tree; a published page is seldom half as deep."""
QUOTE, FEW = 60, 12
HEAD = 30
"""Among so many lines before the report its title is looked for, and among as many behind it."""
MANY_RECORDS, LONGEST_RECORD = 5000, 200
MANY = 100
"""So many pictures and frames are named one by one."""
_TITLE_PARTS = re.compile("\\s*[-_|\u2014\uff5c]+\\s*")


def read_page(decoded: Decoded, data: bytes, name: str, standard: Standard, limits: Limits = DEFAULT, breaks: bool = False) -> Reading:
    """Return the report that a decoded page or a part of one holds; ``data`` are the bytes whose digest the provenance names, ``breaks`` as in a text."""
    original = decoded.text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd")
    parser = etree.HTMLParser(encoding="utf-8", remove_pis=False)
    root = _parsed(with_rows(original), parser)
    if root is None:
        return Reading(None, (Diagnostic("DOC-KIND", Location(line=1, column=1), {"quote": ""}),))
    deep = next((entry for entry in parser.error_log if entry.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT), None)
    if deep is not None:
        if "depth" in deep.message.lower():
            return Reading(None, (over(name, "depth", DEEPEST, DEEPEST + 1, deep.line),))
        return Reading(None, (over(name, "text", limits.text, len(original), deep.line),))
    return _Page(root, decoded, original, standard, limits, breaks).read(data, name)


def _parsed(original: str, parser: etree.HTMLParser) -> etree._Element | None:
    try:
        return etree.fromstring(original.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:
        return None


class _Page:
    """One page on its way to a report."""

    def __init__(self, root: etree._Element, decoded: Decoded, original: str, standard: Standard, limits: Limits, breaks: bool) -> None:
        self._root, self._decoded, self._original, self._standard, self._limits, self._breaks = root, decoded, original, standard, limits, breaks
        self._vocabulary = vocabularies.load(standard.root)
        self._foot = [pattern for pattern, term in self._vocabulary.pattern_terms("noise") if term.get("kind") == "footer"]
        self._labels, self._outline = label_index(standard), outline(standard, self._vocabulary)

    def read(self, data: bytes, name: str) -> Reading:
        """Return the reading of the page."""
        body = next((each for each in self._root if tag_of(each) in ("body", "frameset")), self._root)
        texts = Texts(self._original)
        cells = sum(1 for _ in body.iter(*CELLS))
        if cells > self._limits.pieces:
            return Reading(None, (over(name, "pieces", self._limits.pieces, cells),))
        rendered = render(body, texts, self._labels, self._limits, self._breaks)
        page = rendered.page
        for limit, most, found in (("legacy", self._limits.legacy, page.length), ("pieces", self._limits.pieces, rendered.pieces)):
            if found > most:
                return Reading(None, (over(name, limit, most, found),))
        count = len(page.rows)
        write_head(self._root, page, texts)
        source = page.source(self._original)
        lines = page.lines(source)
        too_much = over_limits("\n".join([line.text for line in lines]), name, self._limits)
        if too_much:
            return Reading(None, too_much)
        signs = Signs(self._labels, self._outline, self._foot, [f".{suffix}" for suffix in self._vocabulary.words("file-suffix")])
        chosen = content(body, page.rows[:count], lines, signs)
        beside = [*chosen.outside, *range(count, len(lines))]
        title = self._title(lines, chosen.inside, beside)
        inside = [lines[number] for number in (*title, *chosen.inside)]
        outside = [lines[number] for number in beside if number not in title]
        repaired = repair(self._decoded, self._standard, self._vocabulary, source, inside)
        noise = [*self._outside(lines, [number for number in chosen.outside if number not in title], source), *self._hidden(rendered)]
        said = (*repaired.diagnostics, *noise, *self._spans(rendered))
        repaired = replace(repaired, diagnostics=said, removed=(*repaired.removed, *outside))
        reading = read_repaired(source, repaired, provenance(data, name, NAME, self._standard), self._standard)
        return replace(reading, diagnostics=(*reading.diagnostics, *self._unread(reading, rendered, chosen)))

    def _title(self, lines: Sequence[Line], inside: Sequence[int], beside: Sequence[int]) -> list[int]:
        """Return the numbers of the lines beside the report that are its title, where it holds none itself: the nearest before it first."""
        if title_of(text_of([lines[number] for number in inside], (), self._vocabulary)):
            return []
        start = inside[0] if inside else 0
        before = [number for number in beside if number < start][-HEAD:]
        behind = [number for number in beside if number >= start]
        for number in (*reversed(before), *behind[-HEAD:]):
            place = before.index(number) if number in before else -1
            broken = (before[place : place + length] for length in (1, 2, 3)) if place >= 0 else iter([[number]])
            for numbers in broken:
                found = title_of(text_of([lines[each] for each in numbers], (), self._vocabulary))
                if found and found.last - found.first + 1 == len(numbers):
                    return numbers
        return []

    def _outside(self, lines: Sequence[Line], numbers: Sequence[int], source: PageSource) -> Iterator[Diagnostic]:
        """Yield what is said of the lines that stand beside the report on its page."""
        if numbers:
            place = Location(None, *source.place(lines[numbers[0]].start))
            sample = " / ".join(lines[number].text.strip() for number in numbers[:FEW])[:QUOTE]
            yield Diagnostic("TEXT-NOISE", place, {"kind": "outside", "count": len(numbers), "sample": sample})

    def _hidden(self, rendered: Rendered) -> Iterator[Diagnostic]:
        found = [each for each in rendered.beside if each.kind == "hidden"]
        if found:
            sample = " / ".join(each.quote for each in found[:FEW])[:QUOTE]
            yield Diagnostic("TEXT-NOISE", _place(found[0].element), {"kind": "hidden", "count": len(found), "sample": sample})

    def _spans(self, rendered: Rendered) -> Iterator[Diagnostic]:
        if rendered.fault is not None:
            yield Diagnostic("TEXT-SPAN", _place(rendered.fault), {"count": rendered.faults})

    def _unread(self, reading: Reading, rendered: Rendered, chosen: Content) -> Iterator[Diagnostic]:
        """Yield the pictures and frames in which what is missing may stand."""
        keys = {table.key for table in reading.report.tables()} if reading.report else set()
        if keys >= set(self._standard.table_keys):
            return
        inside = set(chosen.element.iterdescendants(*PICTURES, *FRAMES)) if chosen.outside else None
        found = (each for each in rendered.beside if each.kind != "hidden" and (inside is None or each.kind == "frame" or each.element in inside))
        for each in islice(found, MANY):
            yield Diagnostic("TEXT-UNREAD", _place(each.element), {"kind": each.kind, "quote": clean(each.quote)[-QUOTE:]})


def write_head(root: etree._Element, page: PageText, texts: Texts) -> None:
    """Write down what a page's head says of it: the parts of its title, and its records as ``name: content``."""
    for element in root.iter("title", "meta"):
        if len(page.rows) > MANY_RECORDS and tag_of(element) == "meta":
            continue
        place = ((0, texts.line(line_of(element))),)
        if tag_of(element) == "title":
            pieces = [element.text or "", *_TITLE_PARTS.split(element.text or "")]
        else:
            record, words = element.get("name") or "", element.get("content") or ""
            pieces = [f"{record}: {words}", words] if record and words and len(words) <= LONGEST_RECORD else []
        for piece in dict.fromkeys(pieces):
            line = Words()
            line.add(piece, place)
            page.line(line, element)


def _place(element: etree._Element) -> Location:
    return Location(line=line_of(element), column=1)
