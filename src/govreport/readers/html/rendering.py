"""A page's tree written down line by line as a browser shows it: blocks on lines of their own, rows of tables with their cells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import NamedTuple

from lxml import etree

from govreport.readers.html.elements import BLOCKS, CELLS, FRAMES, HEADINGS, RAISED, UNSEEN, hidden, is_picture, line_of, tag_of
from govreport.readers.html.grids import Grid, GridCell, grid
from govreport.readers.html.markup import BLANKS, Points, Texts
from govreport.readers.html.pagetext import PageText, Words
from govreport.readers.legacy.cells import Cell
from govreport.readers.legacy.labels import LabelIndex, normal

EVENTS = ("start", "end", "comment", "pi")
LONGEST_CELL = 400
"""A row with a longer cell is layout: its cells are read one after the other."""
LONGEST_TITLE = 80
FLAT, LONGEST_ROW, LONGEST_LABEL = 8, 40, 60
BLANK = "\u00a0"
NO_PARTS = frozenset(("br", "table", "hr", "a", "script", "img"))


class Beside(NamedTuple):
    """Something that is not read: its element, what it is (hidden, image, frame), its words, and how many rows were written before it."""

    element: etree._Element
    kind: str
    quote: str
    row: int


@dataclass(slots=True)
class Rendered:
    """A page written down; ``beside`` is what it holds besides text, ``faults`` counts impossible spans of tables, ``fault`` is the first such table."""

    page: PageText = field(default_factory=PageText)
    beside: list[Beside] = field(default_factory=list)
    faults: int = 0
    fault: etree._Element | None = None


def render(body: etree._Element, texts: Texts, labels: LabelIndex, longest: int) -> Rendered:
    """Return a tree written down, cut off where more than so many characters are."""
    return _Rendering(body, texts, labels, longest).run()


class _Rendering:
    def __init__(self, body: etree._Element, texts: Texts, labels: LabelIndex, longest: int) -> None:
        self._body, self._texts, self._labels, self._longest = body, texts, labels, longest
        self._done = Rendered()
        self._words = Words()
        self._blocks: list[etree._Element] = [body]
        self._links = 0
        self._rows: dict[etree._Element, Grid] = {}
        self._known: set[etree._Element] = set()
        """Rows and cells that have a place in the grid of a table."""
        self._taken: set[etree._Element] = set()
        self._flat: set[etree._Element] = set()
        self._boxed: set[etree._Element] = set()
        """Elements whose parts are the cells of one table, and those that are written as its rows."""
        self._holding = {cell for table in body.iter("table") if (cell := next(table.iterancestors("td", "th"), None)) is not None}

    def run(self) -> Rendered:
        """Write the whole tree down."""
        walk = etree.iterwalk(self._body, events=EVENTS)
        entered: set[etree._Element] = set()
        for event, element in walk:
            if event == "start":
                if self._enter(element):
                    entered.add(element)
                else:
                    walk.skip_subtree()
            elif event == "end" and element in entered:
                entered.discard(element)
                self._leave(element)
            if event != "start" and element is not self._body:
                self._text(element.tail, element)
            if self._done.page.length > self._longest:
                break
        self._flush()
        return self._done

    def _enter(self, element: etree._Element) -> bool:
        """Begin an element; return whether its content is to be walked through."""
        tag = tag_of(element)
        if element in self._taken or self._unseen(element, tag):
            return False
        if tag == "table" or (tag in ("tr", *CELLS) and element not in self._known):
            self._register(element, tag)
        if element in self._rows and self._row(element, self._rows[element].rows[element]):
            return False
        if tag in BLOCKS or tag == "br":
            self._flush()
        if tag in BLOCKS:
            if self._is_row(element, tag):
                return False
            self._blocks.append(element)
        self._links += tag == "a" and "href" in element.attrib
        self._text(element.text, element)
        return True

    def _leave(self, element: etree._Element) -> None:
        tag = tag_of(element)
        if tag in BLOCKS:
            self._flush()
            if not len(element) and element.getparent() in self._flat and not (element.text or "").strip():
                self._blank(element)
            self._blocks.pop()
        self._links -= tag == "a" and "href" in element.attrib

    def _unseen(self, element: etree._Element, tag: str) -> bool:
        """Return whether nothing of an element is shown as text, and note what it is if it may matter."""
        kind = "frame" if tag in FRAMES else "image" if is_picture(element, tag) else ""
        if not kind and tag not in UNSEEN and not hidden(element, tag):
            return False
        words = ""
        if kind:
            words = element.get("alt") or element.get("title") or element.get("src") or ""
        elif tag not in UNSEEN:
            texts = [text for text in map(str, element.itertext()) if text.strip()]
            self._pass(texts)
            words, kind = " ".join("".join(islice(texts, 40)).split()), "hidden"
        else:
            self._pass(map(str, element.itertext()))
        if kind and (words or kind != "hidden"):
            self._done.beside.append(Beside(element, kind, words, len(self._done.page.rows)))
        return True

    def _pass(self, texts: Iterable[str]) -> None:
        """Go past texts of the source that are not written down."""
        for text in texts:
            self._texts.place(text)

    def _text(self, text: str | None, element: etree._Element) -> None:
        if text:
            self._words.add(text, self._points(text, element), bool(self._links))

    def _points(self, text: str, element: etree._Element) -> Points:
        return self._texts.place(text) or ((0, self._texts.line(line_of(element))),)

    def _flush(self) -> None:
        if self._words.parts:
            self._done.page.line(self._words, self._blocks[-1])
        self._words = Words()

    def _blank(self, element: etree._Element) -> None:
        words = Words()
        words.add(BLANK, ((0, self._texts.line(line_of(element))),))
        self._done.page.line(words, element)

    def _register(self, element: etree._Element, tag: str) -> None:
        """Lay out the rows of a table, or those around a row or cell that stands in none."""
        table = element if tag == "table" else element.getparent()
        if table is None:
            return
        found = grid(table)
        for row, cells in found.rows.items():
            self._rows[row] = found
            self._known.update((row, *(cell.element for cell in cells)))
        self._done.faults += found.faults
        if found.faults and self._done.fault is None:
            self._done.fault = table

    def _row(self, element: etree._Element, cells: Sequence[GridCell]) -> bool:
        """Write a row of a table; return False where it is layout, or holds nothing but a title, and is to be walked through."""
        own = [cell.element for cell in cells if not cell.covered]
        if not own or any(self._is_layout(cell) for cell in own):
            return False
        if len(cells) == 1 and any(character.isalpha() for character in _start(own[0], LONGEST_TITLE + 1)):
            if len(_start(own[0], LONGEST_TITLE + 1)) > LONGEST_TITLE:
                return False
            self._flush()
            self._done.page.line(self._cell(own[0]), element)
        else:
            self._flush()
            line = [(Words() if cell.covered else self._cell(cell.element), cell) for cell in cells]
            self._done.page.cells([(words, _drawn(words, cell)) for words, cell in line], element, self._texts.line(line_of(element)))
        self._taken.update(own)
        return True

    def _is_layout(self, cell: etree._Element) -> bool:
        return cell in self._holding or len(_start(cell, LONGEST_CELL + 1)) > LONGEST_CELL or next(cell.iter(*HEADINGS), None) is not None

    def _cell(self, cell: etree._Element) -> Words:
        """Return the words of a cell, its own line breaks as blanks."""
        words = Words()
        walk = etree.iterwalk(cell, events=EVENTS)
        links = 0
        skipped: etree._Element | None = None
        for event, element in walk:
            tag = tag_of(element)
            if event == "start" and element is not cell and self._unseen(element, tag):
                walk.skip_subtree()
                skipped = element
            elif event == "start":
                links += tag == "a"
                self._set_off(words, element, cell, tag)
                if element.text:
                    words.add(element.text, self._points(element.text, element), bool(links))
            elif event == "end" and element is not skipped:
                links -= tag == "a"
                self._set_off(words, element, cell, tag)
            if event != "start" and element is not cell and element.tail:
                words.add(element.tail, self._points(element.tail, element), bool(links))
        return words

    @staticmethod
    def _set_off(words: Words, element: etree._Element, cell: etree._Element, tag: str) -> None:
        if element is not cell and (tag in BLOCKS or tag == "br"):
            words.apart("break")
        elif tag in RAISED:
            words.apart("raised")

    def _is_row(self, element: etree._Element, tag: str) -> bool:
        """Write an element that is no table as a row if its parts are short and one is a label of the form; note one that holds a whole table."""
        if tag in ("table", "tr", *CELLS) or (element.text or "").strip():
            return False
        parts = list(islice((each for each in element if tag_of(each)), LONGEST_ROW + 1))
        if len(parts) < 2 or not all(_is_leaf(each) for each in parts):
            return False
        kinds = [self._kinds(each) for each in parts]
        labelled = sum(bool(each) for each in kinds)
        if len(parts) > LONGEST_ROW or sum(each == {"row"} for each in kinds) > 1:
            if len(parts) >= FLAT and labelled:
                self._flat.add(element)
            return False
        seen = [each for each in parts if not hidden(each, tag_of(each))]
        inline = not all(tag_of(each) in BLOCKS for each in parts)
        above = element.getprevious()
        beside = above is not None and above in self._boxed and tag_of(above) == tag
        if not (labelled or beside) or len(seen) < 2 + inline:
            return False
        self._boxed.add(element)
        line = [(self._cell(each), Cell(number, number + 1)) for number, each in enumerate(seen)]
        self._done.page.cells(
            [(words, cell._replace(doubt="broken" if words.broken else None)) for words, cell in line], element, self._texts.line(line_of(element))
        )
        return True

    def _kinds(self, element: etree._Element) -> set[str]:
        """Return what an element is by its words: a row, a group of rows, a column of the form; nothing where it is no label."""
        text = _start(element, LONGEST_LABEL + 1)
        match = self._labels.exact(normal(text)) if 2 <= len(text) <= LONGEST_LABEL else None
        return {use.kind for use in match.uses} if match else set()


def _drawn(words: Words, cell: GridCell) -> Cell:
    doubt = "merged" if cell.shared and any(character.isdigit() for character in _start(cell.element, LONGEST_LABEL)) else None
    if words.broken:
        doubt = "broken"
    if not words.parts and not cell.covered and any(is_picture(each, tag_of(each)) for each in cell.element.iter()):
        doubt = "image"
    return Cell(cell.start, cell.end, cell.covered, doubt)


def _is_leaf(element: etree._Element) -> bool:
    """Return whether an element holds no blocks but paragraphs."""
    tag = tag_of(element)
    return tag not in ("br", "table", "hr", "a", "script", "img") and not any(
        tag_of(each) in BLOCKS and tag_of(each) != "p" for each in element.iterdescendants()
    )


def _start(element: etree._Element, length: int) -> str:
    """Return the words of an element, without blanks, up to a length and some more."""
    found, count = [], 0
    for text in _texts(element):
        found.append(text)
        count += len(text)
        if count >= length:
            break
    return "".join(found)


def _texts(element: etree._Element) -> Iterator[str]:
    for text in element.itertext(with_tail=False):
        if isinstance(text, str):
            yield "".join(text.split()) if text.strip(BLANKS) else ""
