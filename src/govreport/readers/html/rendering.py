"""A page's tree written down line by line as a browser shows it: blocks on lines of their own, rows of tables with their cells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import islice

from lxml import etree

from govreport.readers.guard import Limits
from govreport.readers.html.elements import BLOCKS, CELLS, HEADINGS, hidden, is_leaf, tag_of
from govreport.readers.html.grids import COVERED, Grid, GridCell, grid, is_box
from govreport.readers.html.markup import Texts, within
from govreport.readers.html.pagetext import PageText, Words
from govreport.readers.html.visible import EVENTS, LONGEST_LABEL, Beside, Visible, as_cell, beginning, kinds
from govreport.readers.legacy.cells import Cell
from govreport.readers.legacy.labels import LabelIndex

LONGEST_CELL = 400
"""A row with a longer cell is layout: its cells are read one after the other."""
LONGEST_TITLE = 80
FLAT, LONGEST_ROW = 8, 40
BLANK = "\u00a0"


@dataclass(slots=True)
class Rendered:
    """A page written down; ``beside`` is what it holds besides text, ``faults`` counts impossible spans of tables, ``fault`` is the first such table.

    ``pieces`` counts its lines, its cells and the texts that they are made of.
    """

    page: PageText = field(default_factory=PageText)
    beside: list[Beside] = field(default_factory=list)
    pieces: int = 0
    faults: int = 0
    fault: etree._Element | None = None


def render(body: etree._Element, texts: Texts, labels: LabelIndex, limits: Limits, breaks: bool = False) -> Rendered:
    """Return a tree written down, cut off where it is beyond a limit; ``breaks``: line breaks count everywhere but in tables."""
    return _Rendering(body, texts, labels, limits, breaks).run()


class _Rendering:
    def __init__(self, body: etree._Element, texts: Texts, labels: LabelIndex, limits: Limits, breaks: bool) -> None:
        self._body, self._visible, self._labels, self._limits = body, Visible(texts, body.getroottree().getroot()), labels, limits
        self._done = Rendered(beside=self._visible.beside)
        self._words = Words()
        self._blocks: list[etree._Element] = [body]
        self._links, self._kept, self._free = 0, int(breaks), COVERED
        """How many links, and elements in which line breaks count, are open, and how many places cells may cover that reach down."""
        self._rows: dict[etree._Element, Grid] = {}
        self._known: set[etree._Element] = set()
        """Rows and cells that have a place in the grid of a table."""
        self._taken: set[etree._Element] = set()
        self._flat: set[etree._Element] = set()
        self._boxed: set[etree._Element] = set()
        """Elements whose parts are the cells of one table, and those that are written as its rows."""
        self._holding = {cell for table in body.iter("table") if (cell := next(table.iterancestors(*CELLS), None)) is not None and not is_box(table)}

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
            if event == "start":
                continue
            if element is not self._body:
                self._text(element.tail, element)
            if self._is_full():
                break
        self._flush()
        return self._done

    def _is_full(self) -> bool:
        self._done.pieces = self._done.page.pieces + self._visible.texts
        return self._done.page.length > self._limits.legacy or self._done.pieces > self._limits.pieces

    def _enter(self, element: etree._Element) -> bool:
        """Begin an element; return whether its content is to be walked through."""
        tag = tag_of(element)
        if element in self._taken or self._visible.unseen(element, tag):
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
        self._kept += tag == "pre"
        self._text(element.text, element)
        return True

    def _leave(self, element: etree._Element) -> None:
        tag = tag_of(element)
        if tag in BLOCKS:
            self._flush()
            if element.getparent() in self._flat and not beginning(element, 1):
                self._blank(element)
            self._blocks.pop()
        self._links -= tag == "a" and "href" in element.attrib
        self._kept -= tag == "pre"

    def _text(self, text: str | None, element: etree._Element) -> None:
        if not text:
            return
        points = self._visible.points(text, element)
        if not self._kept or "\n" not in text:
            self._words.add(text, points, bool(self._links))
            return
        start = 0
        for line in text.split("\n"):
            if start:
                self._flush()
                if self._is_full():
                    break
            self._words.add(line, within(points, start, start + len(line)), bool(self._links))
            start += len(line) + 1

    def _flush(self) -> None:
        if self._words.parts:
            self._done.page.line(self._words, self._blocks[-1])
        self._words = Words()

    def _blank(self, element: etree._Element) -> None:
        words = Words()
        words.add(BLANK, ((0, self._visible.place(element)),))
        self._done.page.line(words, element)

    def _register(self, element: etree._Element, tag: str) -> None:
        """Lay out the rows of a table, or those around a row or cell that stands in none."""
        table = element if tag == "table" else element.getparent()
        if table is None:
            return
        found = grid(table, self._free)
        self._free -= found.covered
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
        title = len(cells) == 1 and any(character.isalpha() for character in beginning(own[0], LONGEST_TITLE + 1))
        if title and len(beginning(own[0], LONGEST_TITLE + 1)) > LONGEST_TITLE:
            return False
        self._flush()
        words, stray = self._words_of(element, own)
        if title:
            self._done.page.line(words[own[0]], element)
        else:
            line = [(Words() if cell.covered else words[cell.element], cell) for cell in cells]
            self._done.page.cells([(each, as_cell(each, cell)) for each, cell in line], element, self._visible.place(element))
        self._done.page.line(stray, element)
        self._taken.update(own)
        return True

    def _words_of(self, row: etree._Element, own: Sequence[etree._Element]) -> tuple[dict[etree._Element, Words], Words]:
        """Return the words of every cell of a row, in the order of the source, and those that stand between them."""
        words: dict[etree._Element, Words] = {}
        stray = Words()
        parts = list(row) if tag_of(row) == "tr" else list(own)
        if tag_of(row) == "tr" and (row.text or "").strip():
            stray.add(row.text or "", self._visible.points(row.text or "", row))
        for part in parts:
            if part in self._known:
                words[part] = self._visible.cell(part)
            else:
                self._visible.unseen(part, tag_of(part))
            if part.getparent() is row and (part.tail or "").strip():
                stray.add(part.tail or "", self._visible.points(part.tail or "", part))
        return words | {each: self._visible.cell(each) for each in own if each not in words}, stray

    def _is_layout(self, cell: etree._Element) -> bool:
        return cell in self._holding or len(beginning(cell, LONGEST_CELL + 1)) > LONGEST_CELL or next(cell.iter(*HEADINGS), None) is not None

    def _is_row(self, element: etree._Element, tag: str) -> bool:
        """Write an element that is no table as a row if its parts are short and one is a label of the form; note one that holds a whole table."""
        if tag in ("table", "tr", *CELLS) or (element.text or "").strip():
            return False
        parts = list(islice((each for each in element if tag_of(each)), LONGEST_ROW + 1))
        if len(parts) < 2 or not all(is_leaf(each) for each in parts) or any(len(beginning(each, LONGEST_LABEL + 1)) > LONGEST_LABEL for each in parts):
            return False
        told = [kinds(each, self._labels) for each in parts]
        labelled = sum(bool(each) for each in told)
        if len(parts) > LONGEST_ROW or sum(each == {"row"} for each in told) > 1:
            if len(parts) >= FLAT and labelled:
                self._flat.add(element)
            return False
        seen = [each for each in parts if not hidden(each)]
        inline = not all(tag_of(each) in BLOCKS for each in parts)
        above = element.getprevious()
        beside = above is not None and above in self._boxed and tag_of(above) == tag
        if not (labelled or beside) or len(seen) < 2 + inline:
            return False
        self._boxed.add(element)
        shown = [self._visible.cell(each) for each in parts if not self._visible.unseen(each, tag_of(each))]
        line = [(words, Cell(number, number + 1)) for number, words in enumerate(shown)]
        self._done.page.cells([(words, cell._replace(doubt="broken" if words.broken else None)) for words, cell in line], element, self._visible.place(element))
        return True
