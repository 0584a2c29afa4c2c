"""Cells that hold no number: blank ones, and marks for "not applicable" where something is counted."""

from __future__ import annotations

from collections.abc import Iterator

from govreport.diagnostics import CellRef, Diagnostic, Location
from govreport.model import NA
from govreport.rules.context import Context
from govreport.rules.registry import rule

_COUNTED = ("count", "change")


@rule("CELL-BLANK")
def no_cell_is_blank(context: Context) -> Iterator[Diagnostic]:
    """Give CELL-BLANK for every blank cell of every table that the report has."""
    for key, table in context.tables.items():
        cells, form = table.cells, context.shapes[key]
        if len(cells) < len(form.cells):
            for row, column in [cell for cell in form.cells if cell not in cells]:
                yield Diagnostic("CELL-BLANK", Location(cell=CellRef(key, row, column, table.edition)))


@rule("CELL-NA")
def counts_are_numbers(context: Context) -> Iterator[Diagnostic]:
    """Give CELL-NA for every cell that counts and holds a mark for "not applicable"."""
    for key, table in context.tables.items():
        if NA in table.cells.values():
            columns = context.shapes[key].columns
            for (row, column), value in table.cells.items():
                if value is NA and columns[row][column].kind in _COUNTED:
                    yield Diagnostic("CELL-NA", Location(cell=CellRef(key, row, column, table.edition)))
