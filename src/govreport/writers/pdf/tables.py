"""A table on its pages: at the largest size at which it fits, else over several pages with its head repeated."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import accumulate
from math import ceil

from govreport.writers.pdf.flow import Flow
from govreport.writers.pdf.geometry import Geometry
from govreport.writers.pdf.lines import Line
from govreport.writers.pdf.pages import RAISED, Set
from govreport.writers.pdf.shapes import HEADING, Cell, Shape
from govreport.writers.pdf.splitting import Split
from govreport.writers.pdf.tags import Element

Measuring = Callable[[float], Geometry]
"""Gives a table in measures at a size of type."""

_NEAR = 0.01
_MANY = 5_000
"""Cells of a table that takes so many pages that the smallest type takes the fewest."""


class Placed:
    """A table being set: its cells, their elements, and how many lines of each are set."""

    def __init__(self, flow: Flow, shape: Shape, geometry: Geometry, element: Element) -> None:
        self.flow, self.shape, self.geometry = flow, shape, geometry
        self.split = Split(shape, geometry)
        rows = [Element("TR", element) for _ in range(shape.rows)]
        self.elements = [Element(cell.tag, rows[cell.row], cell.attributes, cell.id) for cell in shape.cells]
        self._font = flow.pages.fonts[flow.style.table.role]

    def set(self) -> None:
        """Set the table from the current place on."""
        pages, split = self.flow.pages, self.split
        start, first = 0, True
        while start < self.shape.rows:
            head = 0.0 if first else split.head_height(start, pages.area.height)
            room = pages.room - head
            end = split.end(start, room, self.flow.style.table.rest, first)
            if end is None and pages.y > 0:
                pages.turn()
                continue
            if head:
                self._head()
            if end is None:
                end = split.fitting(start, room)
            if end > start:
                self._piece(start, end, split.heights[start:end])
                start = end
                split.grow(start)
            else:
                self._piece(start, start + 1, [max(room, 2 * self.geometry.needed(1))], cut=True)
                split.shorten(start)
            first = False
            if start < self.shape.rows:
                pages.turn()

    def _head(self) -> None:
        """Set the head again, which is no content then."""
        heights = self.geometry.heights[: self.shape.head]
        tops = list(accumulate(heights, initial=self.flow.pages.y))
        corners = []
        self.flow.pages.artifact("Pagination")
        for number, cell in self.split.cells(0, self.shape.head):
            top, bottom = tops[cell.row], tops[min(cell.row + cell.down, self.shape.head)]
            corners.append(self._corner(cell, top, bottom))
            self._text(cell, self.geometry.lines[number], top, bottom)
        self.flow.pages.end()
        self._rules(corners, tops[0], tops[-1])
        self.flow.pages.y = tops[-1]

    def _piece(self, start: int, end: int, heights: Sequence[float], cut: bool = False) -> None:
        """Set rows of the table; where the last of them is cut its cells go on on the next page."""
        pages, split = self.flow.pages, self.split
        tops = list(accumulate(heights, initial=pages.y))
        corners = []
        for number, cell in split.cells(start, end):
            top = tops[max(cell.row, start) - start]
            bottom = tops[min(cell.row + cell.down, end) - start]
            corners.append(self._corner(cell, top, bottom))
            lines = self.geometry.lines[number]
            done = split.done[number]
            if done == len(lines):
                if lines and cell.row < start and cell.tag == HEADING and self.geometry.needed(len(lines)) <= bottom - top + _NEAR:
                    pages.artifact("Pagination")
                    self._text(cell, lines, top, bottom)
                    pages.end()
                continue
            goes_on = cell.row + cell.down > end or cut
            count = max(int((bottom - top - 2 * self.geometry.padding + _NEAR) / self.geometry.leading), 0) if goes_on else len(lines)
            shown = lines[done : done + count]
            if shown:
                pages.begin(self.elements[number])
                self._text(cell, shown, top, bottom)
                pages.end()
                split.done[number] = done + len(shown)
        self._rules(corners, tops[0], tops[-1])
        pages.y = tops[-1]

    def _text(self, cell: Cell, lines: Sequence[Line], top: float, bottom: float) -> None:
        geometry, pages = self.geometry, self.flow.pages
        left, right = geometry.edges[cell.column], geometry.edges[cell.column + cell.across]
        y = pages.top - (top + bottom - len(lines) * geometry.leading) / 2 - geometry.leading / 2 - geometry.size * RAISED
        x = pages.area.left + left
        places = []
        for line in lines:
            inset = geometry.padding if cell.left else (right - left - line.width) / 2
            places.append(Set(line, x + inset, y))
            y -= geometry.leading
        pages.text(places, self._font, geometry.size, 0.0)

    def _corner(self, cell: Cell, top: float, bottom: float) -> str:
        """Return the left and upper rule of a cell; the others are those of its neighbours."""
        page, edges = self.flow.pages, self.geometry.edges
        left, right = page.area.left + edges[cell.column], page.area.left + edges[cell.column + cell.across]
        return f"{left:.2f} {page.top - bottom:.2f} m {left:.2f} {page.top - top:.2f} l {right:.2f} {page.top - top:.2f} l"

    def _rules(self, corners: list[str], top: float, bottom: float) -> None:
        """Draw the rules of a piece of the table, each once."""
        pages = self.flow.pages
        left, right = pages.area.left, pages.area.left + self.geometry.edges[-1]
        outer = f"{left:.2f} {pages.top - bottom:.2f} m {right:.2f} {pages.top - bottom:.2f} l {right:.2f} {pages.top - top:.2f} l"
        pages.artifact("Layout")
        pages.draw(f"{pages.style.table.rule:g} w 2 J {' '.join(corners)} {outer} S")
        pages.end()


def set_table(flow: Flow, shape: Shape, measure: Measuring, caption: str | None = None, below: float = 0.0, sizes: Sequence[float] = ()) -> None:
    """Set a table with its caption, by default at one of all sizes; ``below`` is the height of what has to stand with it, such as its notes."""
    style = flow.style
    sizes = sizes or style.table.sizes
    title = style.styles["caption"]
    above = len(flow.lines(caption, title)) * style.pitch if caption else 0.0
    geometry = _fitting(flow, measure, flow.held + above + below, sizes)
    if geometry is None:
        lying = flow.pages.area.width > flow.pages.area.height
        geometry = _fewest(flow, shape, measure, sizes[-1:] if len(shape.cells) > _MANY else sizes) if lying else measure(sizes[0])
    least = sum(geometry.heights[: shape.head + style.table.rest])
    flow.release(min(geometry.height, least) + above)
    element = Element("Table", flow.tree.root)
    if caption:
        flow.paragraph(caption, title, "Caption", element)
    Placed(flow, shape, geometry, element).set()


def _fitting(flow: Flow, measure: Measuring, beside: float, sizes: Sequence[float]) -> Geometry | None:
    """Return the table at the largest size at which it fits on this page, or on the next where little of this one is left; else None."""
    style, pages = flow.style, flow.pages
    found = _largest(measure, sizes, pages.room - beside)
    if found is None and pages.y > 0 and pages.room <= style.table.empty * style.pitch:
        found = _largest(measure, sizes, pages.area.height - beside)
        if found is not None:
            flow.next_page()
    return found


def _fewest(flow: Flow, shape: Shape, measure: Measuring, sizes: Sequence[float]) -> Geometry:
    """Return a table at the largest size of those at which it takes the fewest pages."""

    def pages(geometry: Geometry) -> int:
        head = sum(geometry.heights[: shape.head])
        return ceil((geometry.height - head) / max(flow.pages.area.height - head, flow.style.pitch))

    return min(map(measure, sizes), key=pages)


def _largest(measure: Measuring, sizes: Sequence[float], room: float) -> Geometry | None:
    for size in sizes:
        geometry = measure(size)
        if geometry.height <= room + _NEAR:
            return geometry
        if geometry.height * sizes[-1] / sizes[0] * 0.7 > room:
            return None
    return None
