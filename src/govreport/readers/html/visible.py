"""What a browser shows of an element: its words with their places, or nothing; what is not shown but may matter is noted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from lxml import etree

from govreport.readers.html.elements import BLOCKS, FRAMES, UNSEEN, hidden, is_filled, is_picture, is_struck, line_of, tag_of
from govreport.readers.html.grids import GridCell
from govreport.readers.html.markup import BLANKS, Points, Texts
from govreport.readers.html.pagetext import Words
from govreport.readers.html.styles import Sheets, is_faint, is_raised, is_white, sheets
from govreport.readers.legacy.cells import Cell
from govreport.readers.legacy.labels import LabelIndex, normal

EVENTS = ("start", "end", "comment", "pi")
LONGEST_QUOTE, LONGEST_LABEL = 40, 60
NOWHERE: Points = ((0, 0),)


class Beside(NamedTuple):
    """Something that is not read: its element, what it is (hidden, image, frame) and its words."""

    element: etree._Element
    kind: str
    quote: str


class Visible:
    """The view of one page; ``beside`` is what it holds besides text, ``texts`` counts those that were written down."""

    def __init__(self, texts: Texts, root: etree._Element) -> None:
        self._texts, self._sheets = texts, sheets(root)
        self.beside: list[Beside] = []
        self.texts = 0

    def unseen(self, element: etree._Element, tag: str) -> bool:
        """Return whether nothing of an element is shown as text, and note what it is if it may matter."""
        kind = "frame" if tag in FRAMES else "image" if is_picture(element, tag) else ""
        if not kind and tag not in UNSEEN and not hidden(element):
            return False
        words = ""
        if kind:
            words = element.get("alt") or element.get("title") or element.get("src") or ""
        elif tag not in UNSEEN:
            texts = [text for text in map(str, element.itertext()) if text.strip()]
            self._pass(texts)
            words, kind = " ".join("".join(islice(texts, LONGEST_QUOTE)).split()), "hidden"
        else:
            self._pass(map(str, element.itertext()))
        if kind and (words or kind != "hidden"):
            self.beside.append(Beside(element, kind, words))
        return True

    def _pass(self, texts: Iterable[str]) -> None:
        """Go past texts of the source that are not written down."""
        for text in texts:
            self._texts.place(text)

    def points(self, text: str, element: etree._Element) -> Points:
        """Return where a text of an element stands: where its element begins, if the parser moved it; nowhere for blanks."""
        if not text.strip(BLANKS):
            return NOWHERE
        self.texts += 1
        return self._texts.place(text) or ((0, self.place(element)),)

    def place(self, element: etree._Element) -> int:
        """Return the offset of the line on which an element begins."""
        return self._texts.line(line_of(element))

    def cell(self, cell: etree._Element) -> Words:
        """Return the words of a cell, its own line breaks as blanks; none where the whole cell is not shown, broken where a number may not be."""
        words = Words()
        if self.unseen(cell, tag_of(cell)):
            return words
        walk = etree.iterwalk(cell, events=EVENTS)
        links = 0
        digits = _Digits()
        skipped: etree._Element | None = None
        for event, element in walk:
            tag = tag_of(element)
            if event == "start" and element is not cell and self.unseen(element, tag):
                walk.skip_subtree()
                skipped = element
            elif event == "start":
                links += tag == "a"
                self._set_off(words, element, cell, tag)
                if element is not cell:
                    digits.enter(element, self._sheets)
                if element.text:
                    words.add(element.text, self.points(element.text, element), bool(links))
                    digits.take(element.text)
            elif event == "end" and element is not skipped:
                links -= tag == "a"
                self._set_off(words, element, cell, tag)
                digits.leave(element)
            if event != "start" and element is not cell and element.tail:
                words.add(element.tail, self.points(element.tail, element), bool(links))
                digits.take(element.tail)
        words.broken = words.broken or digits.doubted
        return words

    def _set_off(self, words: Words, element: etree._Element, cell: etree._Element, tag: str) -> None:
        if element is not cell and (tag in BLOCKS or tag == "br"):
            words.apart("break")
        elif is_raised(element, tag, self._sheets):
            words.apart("raised")


class _Digits:
    """Whether digits of a cell are seen: those in elements that may not be, and those that are white beside others that are not."""

    def __init__(self) -> None:
        self._faint: list[etree._Element] = []
        self._white: list[etree._Element] = []
        self._found: set[str] = set()

    def enter(self, element: etree._Element, names: Sheets) -> None:
        """Begin an element."""
        if is_faint(element, names):
            self._faint.append(element)
        elif is_white(element, names):
            self._white.append(element)

    def leave(self, element: etree._Element) -> None:
        """End an element."""
        for opened in (self._faint, self._white):
            if opened and opened[-1] is element:
                opened.pop()

    def take(self, text: str) -> None:
        """Look at a text of the element that was begun last."""
        if any(map(str.isdigit, text)):
            self._found.add("faint" if self._faint else "white" if self._white else "seen")

    @property
    def doubted(self) -> bool:
        """Whether a number may have digits that nobody sees."""
        return "faint" in self._found or {"white", "seen"} <= self._found


def as_cell(words: Words, cell: GridCell) -> Cell:
    """Return a cell of a grid as the steps of a text know it, with what makes its words doubtful."""
    doubt = "merged" if cell.shared and any(character.isdigit() for character in beginning(cell.element, LONGEST_QUOTE)) else None
    if words.broken:
        doubt = "broken"
    if not words.parts and not cell.covered:
        inside = [(each, tag_of(each)) for each in cell.element.iter()]
        reasons = {"image": is_picture, "field": is_filled, "struck": is_struck}
        doubt = next((reason for reason, told in reasons.items() if any(told(*each) for each in inside)), doubt)
    return Cell(cell.start, cell.end, cell.covered, doubt)


def beginning(element: etree._Element, length: int) -> str:
    """Return the words of an element, without blanks, up to a length and some more."""
    found, count = [], 0
    for text in _texts(element):
        found.append(text)
        count += len(text)
        if count >= length:
            break
    return "".join(found)


def kinds(element: etree._Element, labels: LabelIndex) -> set[str]:
    """Return what an element is by its words: a row, a group of rows, a column of the form; nothing where it is no label."""
    text = beginning(element, LONGEST_LABEL + 1)
    match = labels.exact(normal(text)) if 2 <= len(text) <= LONGEST_LABEL else None
    return {use.kind for use in match.uses} if match else set()


def _texts(element: etree._Element) -> Iterator[str]:
    for text in element.itertext():
        if isinstance(text, str):
            yield "".join(text.split()) if text.strip() else ""
