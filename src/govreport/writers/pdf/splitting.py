"""Where a table that does not fit on a page is parted, and what then remains of its rows."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from operator import attrgetter

from govreport.writers.pdf.geometry import Geometry
from govreport.writers.pdf.shapes import Cell, Shape

_NEAR = 0.01
_HEAD = 0.5
"""Of a page: a head that takes more is not repeated."""


class Split:
    """The rows of a table still to be set, their heights, and how many lines of each cell are set."""

    def __init__(self, shape: Shape, geometry: Geometry) -> None:
        self.shape, self.geometry = shape, geometry
        self.heights = list(geometry.heights)
        self.done = [0] * len(shape.cells)
        self._starts = [bisect_left(shape.cells, row, key=attrgetter("row")) for row in range(shape.rows + 1)]
        self._spanning = [(number, cell) for number, cell in enumerate(shape.cells) if cell.down > 1]

    def cells(self, start: int, end: int) -> Iterator[tuple[int, Cell]]:
        """Yield the cells of rows with their numbers, those first that reach into them from above."""
        yield from ((number, cell) for number, cell in self._spanning if cell.row < start < cell.row + cell.down)
        first, last = self._starts[start], self._starts[end]
        yield from enumerate(self.shape.cells[first:last], first)

    def head_height(self, start: int, page: float) -> float:
        """Return the height of the head where it is to be repeated before a row, else 0."""
        height = sum(self.geometry.heights[: self.shape.head])
        return height if start >= self.shape.head and height <= _HEAD * page else 0.0

    def fitting(self, start: int, room: float) -> int:
        """Return the end of the rows that fit into a height."""
        end, height = start, 0.0
        while end < self.shape.rows and height + self.heights[end] <= room + _NEAR:
            height += self.heights[end]
            end += 1
        return end

    def end(self, start: int, room: float, rest: int, first: bool) -> int | None:
        """Return the end of the rows to be set in a height: some are left for the next page, no label is cut; None where there is no such end."""
        end = self.fitting(start, room)
        if end == self.shape.rows:
            return end
        least = start + 1 if not first else min(self.shape.head + rest, self.shape.rows)
        end = min(end, self.shape.rows - rest)
        while end >= max(least, start + 1):
            if not self._cuts(start, end):
                return end
            end -= 1
        return None

    def _cuts(self, start: int, end: int) -> bool:
        """Return whether a label that is not yet set has no room above a break."""
        for number, cell in self._spanning:
            if cell.row < end < cell.row + cell.down and self.done[number] < len(self.geometry.lines[number]):
                height = sum(self.heights[max(cell.row, start) : end])
                if self.geometry.needed(len(self.geometry.lines[number]) - self.done[number]) > height + _NEAR:
                    return True
        return False

    def grow(self, start: int) -> None:
        """Make the rows from one on high enough for what remains of the cells that reach into them."""
        for number, cell in self._spanning:
            left = len(self.geometry.lines[number]) - self.done[number]
            if cell.row < start < cell.row + cell.down and left > 0:
                lacking = self.geometry.needed(left) - sum(self.heights[start : cell.row + cell.down])
                if lacking > 0:
                    self.heights[cell.row + cell.down - 1] += lacking

    def shorten(self, row: int) -> None:
        """Leave of a row that was cut what its cells still hold."""
        least = self.geometry.needed(1)
        for number, cell in self.cells(row, row + 1):
            left = len(self.geometry.lines[number]) - self.done[number]
            if left > 0 and cell.row + cell.down == row + 1:
                least = max(least, self.geometry.needed(left))
        self.heights[row] = least
        self.grow(row)
