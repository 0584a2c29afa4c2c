"""The text of a document's pages, line by line, with the page and the box of every character."""

from __future__ import annotations

from array import array
from collections.abc import Sequence

from govreport.readers.legacy.cells import Cell as Drawn
from govreport.readers.legacy.lines import Source
from govreport.readers.pdf.blocks import LONGEST_TITLE, Cell, Table
from govreport.readers.pdf.rulings import Box
from govreport.readers.pdf.wording import Piece

BAR, BAR_AS_TEXT = "|", "\uff5c"
"""What parts the cells of a line, and what stands for a bar inside a cell."""
NONE = -1
_BREAKS = {ord(each): " " for each in "\n\r\x0b\x0c\x85\u2028\u2029"} | {ord(BAR): BAR_AS_TEXT}


class PdfSource(Source):
    """The text of a document: line and column are those of the text, page and box those of the paper."""

    spaced = True

    def __init__(self, text: str, pages: Sequence[int], boxes: Sequence[float], owners: Sequence[int], cells: Sequence[Drawn], unruled: set[int]) -> None:
        super().__init__(text)
        self._pages, self._boxes, self._owners, self._cells, self._unruled = pages, boxes, owners, cells, unruled

    def cell(self, offset: int) -> Drawn | None:
        """Return the cell that stands at an offset, None where no table is."""
        owner = self._owners[offset] if offset < len(self._owners) else NONE
        return self._cells[owner] if owner != NONE else None

    def page_of_line(self, number: int) -> int | None:
        """Return the page that a line, counted from 1, begins on."""
        start = self._starts[number - 1] if 0 < number <= len(self._starts) else len(self._pages)
        return self._pages[start] if start < len(self._pages) else None

    def is_drawn(self, number: int) -> bool:
        """Return whether a line, counted from 1, is a row of a table that rulings draw."""
        if not 0 < number <= len(self._starts) or self.cell(start := self._starts[number - 1]) is None:
            return False
        return self._owners[start] not in self._unruled

    def area(self, start: int, end: int) -> tuple[int, Box] | None:
        """Return page and bounds (left, top, right, bottom, in points from the page's top left corner) of the characters between two offsets.

        Of characters on several pages only those on the first count; an empty cell has its own bounds.
        """
        end = min(max(end, start + 1), len(self._pages))
        if start >= end:
            return None
        page = self._pages[start]
        boxes = [self._boxes[4 * place : 4 * place + 4] for place in range(start, end) if self._pages[place] == page]
        left, top, right, bottom = zip(*boxes, strict=True)
        return page, (round(min(left), 2), round(min(top), 2), round(max(right), 2), round(max(bottom), 2))


class PageText:
    """A text being written down."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._pages, self._boxes, self._owners = array("l"), array("d"), array("l")
        self._cells: list[Drawn] = []
        self._unruled: set[int] = set()

    def line(self, pieces: Sequence[Piece]) -> None:
        """Write a line of text, nothing where there is none."""
        if pieces:
            for piece in pieces:
                self._put(piece.text.translate(_BREAKS), piece.page, piece.box, NONE)
            self._put("\n", pieces[-1].page, pieces[-1].box, NONE)

    def table(self, table: Table) -> None:
        """Write a table row by row, its cells between bars; a row of one cell with a title in it is a line of text."""
        for number in range(table.rows):
            row = table.row(number)
            if len(row) == 1 and any(map(str.isalpha, row[0].text)):
                if row[0].top == number and len(row[0].text) <= 4 * LONGEST_TITLE:
                    self.line(row[0].pieces)
            elif row:
                start = len(self._cells)
                self._row(row, number)
                self._unruled |= set() if table.ruled else set(range(start, len(self._cells)))

    def source(self) -> PdfSource:
        """Return the text with its places."""
        return PdfSource("".join(self._parts), self._pages, self._boxes, self._owners, self._cells, self._unruled)

    def _row(self, row: Sequence[Cell], number: int) -> None:
        for cell in row:
            covered = cell.top < number or cell.continued
            self._cells.append(Drawn(cell.start, cell.end, covered, cell.doubt))
            owner = len(self._cells) - 1
            self._put(BAR + " ", cell.page, cell.box, owner)
            for piece in () if covered else cell.pieces:
                self._put(piece.text.translate(_BREAKS), piece.page, piece.box, owner)
            self._put(" ", cell.page, cell.box, owner)
        last = row[-1]
        self._put(BAR, last.page, last.box, len(self._cells) - 1)
        self._put("\n", last.page, last.box, NONE)

    def _put(self, text: str, page: int, box: Box, owner: int) -> None:
        self._parts.append(text)
        for _ in text:
            self._pages.append(page)
            self._boxes.extend(box)
            self._owners.append(owner)
