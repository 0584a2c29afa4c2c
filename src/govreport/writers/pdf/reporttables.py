"""The tables and grids of a report on their way into a flow: shape, geometry at a size of type, caption and notes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from itertools import pairwise

from govreport.annotations import Annotations
from govreport.forms import TableForm
from govreport.model import Grid, Table
from govreport.standard import Standard
from govreport.writers.cells import form_of
from govreport.writers.pdf.columns import cuts, figures, form_columns, form_cuts, grid_columns, grid_needs, holds
from govreport.writers.pdf.content import cell_texts, notes
from govreport.writers.pdf.flow import Flow
from govreport.writers.pdf.geometry import Geometry, measured
from govreport.writers.pdf.shapes import Part, Shape, form_shape, grid_shape
from govreport.writers.pdf.tables import set_table

_NOTES = 0.25
"""Of a page: notes that take less stand on the page of their table."""


class ReportTables:
    """The tables of one report, numbered as they are set."""

    def __init__(self, flow: Flow, annotations: Annotations, standard: Standard) -> None:
        self._flow, self._annotations, self._standard = flow, annotations, standard
        self._style, self._table = flow.style, flow.style.table
        self._cascade = flow.pages.fonts[self._table.role].cascade
        self._marks = annotations.marks()
        self._number = 0

    def table(self, table: Table, above: str | None) -> None:
        """Set a table of the form with its notes; ``above`` is the title that it stands under, which its caption need not say again."""
        form = form_of(table, self._standard)
        whole = form_shape(form, self._number + 1)
        texts = cell_texts(whole.cells, table, form, self._marks, self._style)
        found = figures(form, whole, texts, self._cascade, self._style.kinsoku)
        sizes = self._sizes(lambda length, padding: holds(form, length, padding, found))
        under = notes(table, form, self._annotations, self._style)
        small = self._style.styles["note"]
        height = sum(len(self._flow.lines(text, small)) for text in under) * self._flow.leading(small)
        height = height if height < _NOTES * self._flow.pages.area.height else 0.0
        caption = form.label if above != form.label else None
        parts = [*pairwise(form_cuts(form, whole, self._flow.pages.area.width / sizes[-1], self._table.padding / sizes[-1], found))]
        for part in parts:
            self._number += 1
            shape = form_shape(form, self._number, part) if len(parts) > 1 else whole
            own = cell_texts(shape.cells, table, form, self._marks, self._style) if len(parts) > 1 else texts
            measure = partial(self._form_geometry, form, part, shape, own, found[slice(*part)])
            set_table(self._flow, shape, measure, caption, height if part is parts[-1] else 0.0, sizes)
            if part is not parts[-1]:
                self._flow.settle(self._table.gap)
            caption = None
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
        needs = partial(grid_needs, whole, self._cascade, self._style.kinsoku)
        sizes = self._sizes(lambda length, padding: sum(needs(padding)[0]) <= length)
        for start, end in pairwise(cuts(needs(self._table.padding / sizes[-1])[0], self._flow.pages.area.width / sizes[-1])):
            shape = whole if end - start == whole.columns else grid_shape(grid, start, end)
            set_table(self._flow, shape, partial(self._grid_geometry, shape), caption, sizes=sizes)
            self._flow.settle(self._table.gap)
            caption = None
        self._below()

    def _sizes(self, fits: Callable[[float, float], bool]) -> Sequence[float]:
        """Return the sizes at which a table fits a page, whose width and padding in ems are asked for.

        Where there is none the page lies from here on; where there is none then, the smallest, at which the table has to be cut.
        """

        def fitting(sizes: Sequence[float]) -> list[float]:
            return [size for size in sizes if fits(self._flow.pages.area.width / size, self._table.padding / size)]

        found = fitting(self._table.sizes)
        if not found:
            self._flow.pages.lay(True)
            found = fitting(self._table.sizes) or [self._table.sizes[-1]]
        return found

    def _below(self) -> None:
        """Leave the gap below a table, and go on upright."""
        self._flow.settle(self._table.gap)
        self._flow.pages.lay(False)

    def _form_geometry(self, form: TableForm, part: Part, shape: Shape, texts: Sequence[str], found: tuple[float, ...], size: float) -> Geometry:
        length, padding, widest = self._flow.pages.area.width / size, self._table.padding / size, max(found, default=0.0)
        alike = (float(round(widest + 0.499, 1)),)
        wanted = alike if holds(form, length, padding, [widest] * len(found)) else found
        edges = form_columns(form, self._cascade, length, padding, wanted, part)
        return measured(shape, texts, self._cascade, self._table, size, tuple(each * size for each in edges), self._style.kinsoku)

    def _grid_geometry(self, shape: Shape, size: float) -> Geometry:
        edges = grid_columns(shape, self._cascade, self._style.kinsoku, self._flow.pages.area.width / size, self._table.padding / size)
        return measured(shape, [cell.text for cell in shape.cells], self._cascade, self._table, size, tuple(each * size for each in edges), self._style.kinsoku)
