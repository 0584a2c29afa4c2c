"""The tables and grids of a report on their way into a flow: shape, geometry at a size of type, caption and notes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from itertools import pairwise

from govreport.annotations import Annotations
from govreport.model import Grid, Table
from govreport.standard import Standard
from govreport.writers.cells import form_of
from govreport.writers.pdf.columns import figures, form_columns, grid_columns, grid_needs, holds
from govreport.writers.pdf.content import cell_texts, marks, notes
from govreport.writers.pdf.flow import Flow
from govreport.writers.pdf.geometry import Geometry, measured
from govreport.writers.pdf.shapes import Shape, form_shape, grid_shape
from govreport.writers.pdf.tables import set_table

_NOTES = 0.25
"""Of a page: notes that take less stand on the page of their table."""


class ReportTables:
    """The tables of one report, numbered as they are set."""

    def __init__(self, flow: Flow, annotations: Annotations, standard: Standard) -> None:
        self._flow, self._annotations, self._standard = flow, annotations, standard
        self._style, self._table = flow.style, flow.style.table
        self._cascade = flow.pages.fonts[self._table.role].cascade
        self._marks = marks(annotations)
        self._number = 0

    def table(self, table: Table, above: str | None) -> None:
        """Set a table of the form with its notes; ``above`` is the title that it stands under, which its caption need not say again."""
        form = form_of(table, self._standard)
        self._number += 1
        shape = form_shape(form, self._number)
        texts = cell_texts(shape.cells, table, form, self._marks, self._style)
        found = figures(form, shape, texts, self._cascade, self._style.kinsoku)
        alike = (float(round(max(found, default=0.0) + 0.499, 1)),)

        def geometry(size: float) -> Geometry:
            length, padding = self._flow.pages.area.width / size, self._table.padding / size
            wanted = alike if holds(form, length, padding, [max(found)] * len(found)) else found
            edges = form_columns(form, self._cascade, length, padding, wanted)
            return measured(shape, texts, self._cascade, self._table, size, tuple(each * size for each in edges), self._style.kinsoku)

        sizes = self._sizes(lambda length, padding: holds(form, length, padding, found), self._table.tiny)
        under = notes(table, form, self._annotations, self._style)
        small = self._style.styles["note"]
        height = sum(len(self._flow.lines(text, small)) for text in under) * self._flow.leading(small)
        caption = form.label if above != form.label else None
        set_table(self._flow, shape, geometry, caption, height if height < _NOTES * self._flow.pages.area.height else 0.0, sizes)
        for text in under:
            self._flow.paragraph(text, small)
        self._below()

    def grid(self, grid: Grid) -> None:
        """Set a grid, in parts where it is wider than a page that lies."""
        caption = grid.caption
        if not any(grid.rows):
            if caption:
                self._flow.paragraph(caption, self._style.styles["caption"])
            return
        whole = grid_shape(grid)
        sizes = self._sizes(lambda length, padding: sum(grid_needs(whole, self._cascade, self._style.kinsoku, padding)[0]) <= length, self._table.sizes)
        for start, end in pairwise(self._cuts(whole, sizes[-1])):
            shape = whole if end - start == whole.columns else grid_shape(grid, start, end)
            set_table(self._flow, shape, partial(self._grid_geometry, shape), caption, sizes=sizes)
            self._flow.settle(self._table.gap)
            caption = None
        self._below()

    def _sizes(self, fits: Callable[[float, float], bool], last: Sequence[float]) -> Sequence[float]:
        """Return the sizes at which a table fits a page, whose width and padding in ems are asked for.

        Where there is none the page lies from here on; where there is none then, the largest of the ``last`` that fits, or the smallest.
        """

        def fitting(sizes: Sequence[float]) -> list[float]:
            return [size for size in sizes if fits(self._flow.pages.area.width / size, self._table.padding / size)]

        found = fitting(self._table.sizes)
        if not found:
            self._flow.pages.lay(True)
            found = fitting(self._table.sizes) or fitting(last)[:1] or [last[-1]]
        return found

    def _below(self) -> None:
        """Leave the gap below a table, and go on upright."""
        self._flow.settle(self._table.gap)
        self._flow.pages.lay(False)

    def _cuts(self, whole: Shape, size: float) -> list[int]:
        """Return where a grid is cut into parts that are as wide as a page at most: columns, the first and the end among them."""
        least = grid_needs(whole, self._cascade, self._style.kinsoku, self._table.padding / size)[0]
        length = self._flow.pages.area.width / size
        cuts, used = [0], 0.0
        for column, width in enumerate(least):
            if used + width > length and column > cuts[-1]:
                cuts.append(column)
                used = 0.0
            used += width
        return [*cuts, whole.columns]

    def _grid_geometry(self, shape: Shape, size: float) -> Geometry:
        edges = grid_columns(shape, self._cascade, self._style.kinsoku, self._flow.pages.area.width / size, self._table.padding / size)
        return measured(shape, [cell.text for cell in shape.cells], self._cascade, self._table, size, tuple(each * size for each in edges), self._style.kinsoku)
