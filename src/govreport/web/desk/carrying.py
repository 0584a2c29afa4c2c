"""What last year's report says of this year's: figures that the form carries over, and paragraphs that were taken as they stood."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from govreport import numerals
from govreport.forms import Form
from govreport.model import NotApplicable, Report
from govreport.relations import Cell, equations
from govreport.rules.context import tables_of
from govreport.rules.lastyear import carried_over
from govreport.standard import Standard
from govreport.web.desk import fieldnames


def carried(form: Form, last: Report, standard: Standard) -> dict[str, str]:
    """Return, by field, the figures that last year's report gives for this year's: those that a carry relation makes equal to it alone.

    Last year's figures are taken in this year's edition, as far as they go along.
    """
    tables = figures(form, last, standard)
    found: dict[str, str] = {}
    for equation in equations(form):
        for one, other in ((equation.left, equation.right), (equation.right, equation.left)):
            if len(other) == 1 and not other[0].last_year and one and all(cell.last_year for cell in one):
                total = _total(one, tables)
                if total is not None:
                    found[fieldnames.cell(other[0].table, other[0].row, other[0].column)] = numerals.written(total)
    return found


def figures(form: Form, last: Report, standard: Standard) -> Mapping[str, Mapping[tuple[str, str], int | Decimal]]:
    """Return the numbers of last year's report by table of an edition."""
    tables = carried_over(tables_of(last, standard), form.tables, standard)
    numbers = ((table, {place: value for place, value in table.cells.items() if not isinstance(value, NotApplicable)}) for table in tables.values())
    return {table.key: cells for table, cells in numbers if table.edition == form.edition}


def _total(cells: tuple[Cell, ...], tables: Mapping[str, Mapping[tuple[str, str], int | Decimal]]) -> int | Decimal | None:
    total: int | Decimal = 0
    for cell in cells:
        value = tables.get(cell.table, {}).get((cell.row, cell.column))
        if value is None:
            return None
        total += value
    return total


def taken(report: Report, last: Report | None) -> dict[str, tuple[str, ...]]:
    """Return, by chapter field, the paragraphs that stand in last year's report word for word."""
    old = {text for chapter in last.chapters for text in chapter.paragraphs()} if last else set()
    found = ((fieldnames.prose(chapter.key, index), chapter) for index, chapter in enumerate(report.chapters))
    same = {name: tuple(text for text in chapter.paragraphs() if text in old and chapter.key) for name, chapter in found}
    return {name: texts for name, texts in same.items() if texts}
