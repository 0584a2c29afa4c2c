"""The text that a reader of a page sees, line by line, with the place of every character in the page's source."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from lxml import etree

from govreport.readers.html.markup import Points, within
from govreport.readers.legacy.cells import Cell
from govreport.readers.legacy.lines import Line, Source

BAR, BAR_AS_TEXT = "|", "\uff5c"
"""What parts the cells of a line, and what stands for a bar inside a cell."""
WIDE = "\u2e80"
"""From here on characters stand side by side without blanks: a line break of the source between two of them is none of the page."""
_WORD = re.compile("[ \t\r\n\f]+|[^ \t\r\n\f]+")
_BREAKS = "\n\r\x0b\x0c\x85\u2028\u2029"
_NO_BREAKS = {ord(each): " " for each in _BREAKS}


class Words:
    """Text being gathered for one line or cell: blanks fold, words keep their places."""

    def __init__(self) -> None:
        self.parts: list[tuple[str, int]] = []
        self.broken = False
        self.linked = self.length = 0
        self._gap = ""

    def add(self, text: str, points: Points, linked: bool = False) -> None:
        """Add a text whose characters stand at some points of the source."""
        for word in _WORD.finditer(text):
            piece = word.group()
            if piece[0] in " \t\r\n\f":
                self._gap = self._gap or ("\n" if "\n" in piece or "\r" in piece else " ")
                continue
            self._join(piece[0], points[0][1])
            own = within(points, *word.span())
            for (start, place), end in zip(own, [*(index for index, _ in own[1:]), len(piece)], strict=True):
                if start < end:
                    self._put(piece[start:end], place)
            self.linked += len(piece) if linked else 0

    def apart(self, kind: str) -> None:
        """Set off what follows: by a line ``break``, or as ``raised`` beside what stands before."""
        if self.parts:
            self._gap = kind

    def text(self) -> str:
        """Return the text."""
        return "".join(part for part, _ in self.parts)

    def _join(self, first: str, place: int) -> None:
        gap, self._gap = self._gap, ""
        if not gap or not self.parts:
            return
        last = self.parts[-1][0][-1]
        if gap == "\n" and last >= WIDE and first >= WIDE:
            return
        if gap in ("break", "raised"):
            if gap == "break" and last in ",." and first.isdigit():
                return
            self.broken = self.broken or (last.isdigit() and first.isdigit())
        self._put(" ", place)

    def _put(self, text: str, place: int) -> None:
        self.parts.append((text, place))
        self.length += len(text)


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the page: number in the text, the element it belongs to, how many characters it has, and how many of them are links."""

    number: int
    element: etree._Element
    length: int
    linked: int = 0


class PageSource(Source):
    """The text of a page with its places: line and column are those of the source, offsets those of the text seen."""

    def __init__(self, text: str, places: tuple[Sequence[int], Sequence[int]], cells: tuple[Sequence[int], Sequence[Cell | None]], original: str) -> None:
        super().__init__(text)
        self._marks, self._places = places
        self._bars, self._cells = cells
        self._original = Source(original)

    def place(self, offset: int) -> tuple[int, int]:
        """Return line and column, in the source of the page, of an offset of its text."""
        at = bisect_right(self._marks, offset) - 1
        return self._original.place(self._places[at] + offset - self._marks[at]) if at >= 0 else (1, 1)

    def cell(self, offset: int) -> Cell | None:
        """Return the cell that stands at an offset, None where no table is."""
        at = bisect_right(self._bars, offset) - 1
        return self._cells[at] if at >= 0 else None


@dataclass(slots=True)
class PageText:
    """A page being written down: rows, and the lines of text they stand on."""

    rows: list[Row] = field(default_factory=list)
    _parts: list[str] = field(default_factory=list)
    _length: int = 0
    _starts: list[int] = field(default_factory=list)
    _marks: array[int] = field(default_factory=lambda: array("L"))
    _places: array[int] = field(default_factory=lambda: array("L"))
    _bars: array[int] = field(default_factory=lambda: array("L"))
    _cells: list[Cell | None] = field(default_factory=list)
    """Where cells begin, and which: None behind the last of a row."""

    @property
    def length(self) -> int:
        """How many characters are written down."""
        return self._length

    @property
    def pieces(self) -> int:
        """How many lines and cells are written down."""
        return len(self.rows) + len(self._bars)

    def line(self, words: Words, element: etree._Element) -> None:
        """Write a line of text, nothing where there are no words."""
        if words.parts:
            self._begin()
            for text, origin in words.parts:
                self._put(text, origin)
            self.rows.append(Row(len(self.rows), element, words.length, words.linked))
            self._end()

    def cells(self, row: Sequence[tuple[Words, Cell]], element: etree._Element, place: int) -> None:
        """Write the cells of a row of a table, bars between them."""
        self._begin()
        for words, cell in row:
            self._bars.append(self._length)
            self._cells.append(cell)
            self._put(BAR + " ", place)
            for text, origin in words.parts:
                self._put(text.replace(BAR, BAR_AS_TEXT), origin)
            self._put(" ", place)
        self._put(BAR, place)
        length, linked = sum(words.length for words, _ in row), sum(words.linked for words, _ in row)
        self.rows.append(Row(len(self.rows), element, length, linked))
        self._end()
        self._bars.append(self._length)
        self._cells.append(None)

    def source(self, original: str) -> PageSource:
        """Return the text with its places."""
        return PageSource("".join(self._parts), (self._marks, self._places), (self._bars, self._cells), original)

    def lines(self, source: PageSource) -> tuple[Line, ...]:
        """Return the line of every row, in order."""
        ends = [start - 1 for start in (*self._starts[1:], self._length)] if self._starts else []
        return tuple(Line(source.text[start:end], range(start, end), start) for start, end in zip(self._starts, ends, strict=True))

    def _begin(self) -> None:
        self._starts.append(self._length)

    def _end(self) -> None:
        self._put("\n", self._places[-1])

    def _put(self, text: str, place: int) -> None:
        self._parts.append(text.translate(_NO_BREAKS) if text != "\n" else text)
        if not self._places or self._places[-1] + self._length - self._marks[-1] != place:
            self._marks.append(self._length)
            self._places.append(place)
        self._length += len(text)
