"""A row of a table printed side by side that stands in parts: a block, or a single number, on lines of their own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from govreport.forms import Form, TableForm
from govreport.readers.legacy.columns import column_key
from govreport.readers.legacy.instances import Instance, Run
from govreport.readers.legacy.order import heads_in_order
from govreport.readers.legacy.placement import sums_of
from govreport.readers.legacy.records import Record
from govreport.readers.legacy.values import ValueReader


def in_parts(records: Sequence[Record], found: Instance, form: Form, values: ValueReader) -> Record | None:
    """Return the parts of one row as a record, None where they are not as many numbers as columns in the order of the form.

    All its sums have to hold, but where each block has its label, its heads and its numbers one below the other.
    """
    shape = form.tables[found.table]
    if not shape.across or len(records) < 2:
        return None
    cells, columns = records[0].cells, records[0].columns
    slots = [slot for record in records for slot in record.run.slots]
    solid = [slot for record in records for slot in record.run.solid]
    numbers = {cell: values.read(slot.text, "count").value for cell, slot in zip(cells, solid, strict=False)}
    sums = sums_of(form, found.table)
    whole = len(solid) == len(slots) == len(cells) and all(isinstance(number, int) for number in numbers.values())
    if not whole or not _rows_rise(found, form) or not heads_in_order(found.labels, columns):
        return None
    amounts = {cell: Decimal(str(number)) for cell, number in numbers.items()}
    sides = ((sum(amounts[cell.row or "", cell.column or ""] for cell in side) for side in (equation.left, equation.right)) for equation in sums)
    if not _are_blocks(records, found, shape) and not (sums and all(left == right for left, right in sides)):
        return None
    run: Run = replace(records[0].run, slots=solid)
    return Record(cells, columns, run)


def _are_blocks(records: Sequence[Record], found: Instance, shape: TableForm) -> bool:
    """Return whether the numbers of each row of the form are a line of a grid, below its label and all heads, and above the label of the next."""
    rows, heads, last = shape.leaves, [column.key for column in shape.blocks[0].columns], -1
    if len(records) != len(rows):
        return False
    for row, record in zip(rows, records, strict=True):
        solid = record.run.solid
        above = [token for token in found.labels if last < token.line < solid[0].line]
        named = {use.key for token in above if token.match for use in token.match.uses if use.kind == "row" and use.table == shape.key}
        if len(solid) != len(heads) or not all(slot.grid and slot.line == solid[0].line for slot in solid):
            return False
        if named != {row.key} or {column_key(token, heads) for token in above} - {""} != set(heads):
            return False
        last = solid[0].line
    return True


def _rows_rise(found: Instance, form: Form) -> bool:
    """Return whether the labels of the blocks come in the order of the form, each at its first place."""
    order = list(form.tables[found.table].rows)
    keys = [use.key for token in found.labels if token.match for use in token.match.uses if use.kind in ("row", "group") and use.edition == form.edition]
    places = [order.index(key) for key in dict.fromkeys(keys) if key in order]
    return places == sorted(places) and {row.key for row in form.tables[found.table].leaves} <= set(keys)
