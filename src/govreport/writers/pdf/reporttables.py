"""The tables and grids of a report on their way into a flow: shape, geometry at a size of type, caption and notes."""

from __future__ import annotations

from functools import partial

from govreport.annotations import Annotations
from govreport.model import Grid, Table
from govreport.standard import Standard
from govreport.writers.cells import form_of
from govreport.writers.pdf.columns import form_columns, grid_columns, holds, wide
from govreport.writers.pdf.content import cell_texts, marks, notes
from govreport.writers.pdf.flow import Flow
from govreport.writers.pdf.geometry import Geometry, measured
from govreport.writers.pdf.shapes import Shape, form_shape, grid_shapes
from govreport.writers.pdf.tables import set_table

_NOTES = 0.25
"""Of a page: notes that take less stand on the page of their table."""


class ReportTables:
    """The tables of one report, numbered as they are set."""

    def __init__(self, flow: Flow, annotations: Annotations, standard: Standard) -> None:
        self._flow, self._annotations, self._standard = flow, annotations, standard
        self._style = flow.style
        self._marks = marks(annotations)
        self._number = 0

    def table(self, table: Table, above: str | None) -> None:
        """Set a table of the form with its notes; ``above`` is the title that it stands under, which its caption need not say again."""
        form = form_of(table, self._standard)
        self._number += 1
        shape = form_shape(form, self._number)
        style, cascade = self._style.table, self._flow.pages.fonts[self._style.table.role].cascade
        texts = cell_texts(shape.cells, table, form, self._marks, self._style)
        figure = max((wide(text, cascade.advances) / cell.across for cell, text in zip(shape.cells, texts, strict=True) if cell.key and text), default=0.0)

        def geometry(size: float) -> Geometry:
            edges = form_columns(form, cascade, self._style.width / size, style.padding / size, float(round(figure + 0.499, 1)))
            return measured(shape, texts, cascade, style, size, tuple(each * size for each in edges), self._style.kinsoku)

        under = notes(table, form, self._annotations, self._style)
        small = self._style.styles["note"]
        height = sum(len(self._flow.lines(text, small)) for text in under) * self._flow.leading(small)
        caption = form.label if above != form.label else None
        sizes = [size for size in style.sizes if holds(form, self._style.width / size, style.padding / size, figure)] or style.sizes[-1:]
        set_table(self._flow, shape, geometry, caption, height if height < _NOTES * self._style.height else 0.0, sizes)
        for text in under:
            self._flow.paragraph(text, small)
        self._flow.settle(self._style.table.gap)

    def grid(self, grid: Grid) -> None:
        """Set a grid, in parts where it is wider than a page."""
        style, caption = self._style.table, grid.caption
        if not any(grid.rows):
            if caption:
                self._flow.paragraph(caption, self._style.styles["caption"])
            return
        most = int(self._style.width / (style.sizes[-1] + 2 * style.padding))
        for shape in grid_shapes(grid, most):
            set_table(self._flow, shape, partial(self._grid_geometry, shape), caption)
            self._flow.settle(style.gap)
            caption = None

    def _grid_geometry(self, shape: Shape, size: float) -> Geometry:
        style, cascade = self._style.table, self._flow.pages.fonts[self._style.table.role].cascade
        edges = grid_columns(shape, cascade, self._style.width / size, style.padding / size)
        return measured(shape, [cell.text for cell in shape.cells], cascade, style, size, tuple(each * size for each in edges), self._style.kinsoku)
