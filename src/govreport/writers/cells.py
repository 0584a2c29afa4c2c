"""The cells of a table as canonical texts, in the form's order; a table that its form cannot hold is refused."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from govreport import numerals
from govreport.envelope import envelope
from govreport.forms import TableForm
from govreport.model import Attachment, Block, Section, Table
from govreport.standard import Standard
from govreport.writers import UnwritableError


def form_of(table: Table, standard: Standard) -> TableForm:
    """Return the form of a table; raises ``UnwritableError`` where the standard has none or the table holds more than it has."""
    form = standard.table(table.key, table.edition)
    if form is None:
        raise UnwritableError(f"no table {table.key} in edition {table.edition}")
    unknown = min(table.cells.keys() - _places(form), default=None)
    if unknown is not None:
        raise UnwritableError(f"table {table.key} of {table.edition} has no cell {' '.join(unknown)}")
    for row, unit in table.units.items():
        if form.money_column(row) is None or not envelope(standard).allows("Unit", unit):
            raise UnwritableError(f"table {table.key} of {table.edition} has no unit {unit} in row {row}")
    return form


@lru_cache(maxsize=64)
def _places(form: TableForm) -> frozenset[tuple[str, str]]:
    """Return the row and column of every cell of a form."""
    return frozenset(form.cells)


def without_tables(attachment: Attachment) -> None:
    """Raise ``UnwritableError`` for an attachment that holds a table of the form, which the envelope does not allow."""
    if any(_tables(attachment.blocks)):
        raise UnwritableError("a table of the form in an attachment")


def _tables(blocks: tuple[Block, ...]) -> Iterator[Table]:
    for block in blocks:
        if isinstance(block, Table):
            yield block
        elif isinstance(block, Section):
            yield from _tables(block.blocks)


def row_texts(table: Table, form: TableForm) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield every row of the form with the canonical texts of its cells that are not blank, columns in order."""
    cells = table.cells
    for row, columns in form.columns.items():
        texts = {}
        for key, column in columns.items():
            value = cells.get((row, key))
            if value is not None:
                try:
                    texts[key] = numerals.text_of(value, column.kind)
                except numerals.NumberError as error:
                    raise UnwritableError(f"table {table.key}, row {row}, column {key}: {error}") from error
        yield row, texts
