"""A table with measures: the lines of its cells and the heights of its rows at a size of type."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from govreport.writers.pdf.cascade import Cascade
from govreport.writers.pdf.kinsoku import Kinsoku
from govreport.writers.pdf.lines import Line, Measure, broken
from govreport.writers.pdf.shapes import Cell, Shape
from govreport.writers.pdf.style import TableStyle


@dataclass(eq=False)
class Geometry:
    """A table at a size: edges of its columns, heights of its rows, lines of every cell by its number; all in points."""

    size: float
    edges: tuple[float, ...]
    heights: list[float]
    lines: list[list[Line]]
    leading: float
    padding: float

    @property
    def height(self) -> float:
        """The height of the whole table."""
        return sum(self.heights)

    def needed(self, lines: int) -> float:
        """Return the height that a cell of so many lines takes."""
        return lines * self.leading + 2 * self.padding


def measured(shape: Shape, texts: Iterable[str], cascade: Cascade, style: TableStyle, size: float, edges: tuple[float, ...], rules: Kinsoku) -> Geometry:
    """Return a shape with its cells' texts in measures; ``edges`` are in points."""
    lines = [_cell_lines(cell, text, cascade, style, size, edges, rules) for cell, text in zip(shape.cells, texts, strict=True)]
    made = Geometry(size, edges, [style.row * size] * shape.rows, lines, style.leading * size, style.padding)
    spanning = []
    for cell, own in zip(shape.cells, lines, strict=True):
        if cell.down > 1:
            spanning.append((cell, own))
        elif len(own) > 1:
            made.heights[cell.row] = max(made.heights[cell.row], made.needed(len(own)))
    for cell, own in sorted(spanning, key=lambda each: each[0].down):
        lacking = made.needed(len(own)) - sum(made.heights[cell.row : cell.row + cell.down])
        if lacking > 0:
            for row in range(cell.row, cell.row + cell.down):
                made.heights[row] += lacking / cell.down
    return made


def _cell_lines(cell: Cell, text: str, cascade: Cascade, style: TableStyle, size: float, edges: tuple[float, ...], rules: Kinsoku) -> list[Line]:
    if not text:
        return []
    length = edges[cell.column + cell.across] - edges[cell.column] - 2 * style.padding
    if len(text) <= _SHORT:
        return list(_short(text, cascade, size, round(length, 3), rules))
    return _broken(text, cascade, size, length, rules)


_SHORT = 100
"""Characters of a text whose lines are kept: labels and numbers come again in every report."""


@lru_cache(maxsize=8192)
def _short(text: str, cascade: Cascade, size: float, length: float, rules: Kinsoku) -> tuple[Line, ...]:
    return tuple(_broken(text, cascade, size, length, rules))


def _broken(text: str, cascade: Cascade, size: float, length: float, rules: Kinsoku) -> list[Line]:
    width = sum([cascade.advances[each] for each in text]) * size / 1000
    if width <= length:
        return [Line(text, 0.0, width)]
    return broken(text, Measure(cascade.advances, size, size, max(length, size)), rules, justified=False)
