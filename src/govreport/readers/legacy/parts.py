"""A row of a table printed side by side that stands in parts: a block, or a single number, on lines of their own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from govreport.forms import Form
from govreport.readers.legacy.instances import Instance, Run
from govreport.readers.legacy.order import heads_in_order
from govreport.readers.legacy.placement import sums_of
from govreport.readers.legacy.records import Record
from govreport.readers.legacy.values import ValueReader


def in_parts(records: Sequence[Record], found: Instance, form: Form, values: ValueReader) -> Record | None:
    """Return the parts of one row as a record, None where they are not as many numbers as columns, in the order of the form, with all its sums."""
    shape = form.tables[found.table]
    if not shape.across or len(records) < 2:
        return None
    cells, columns = records[0].cells, records[0].columns
    slots = [slot for record in records for slot in record.run.slots]
    solid = [slot for record in records for slot in record.run.solid]
    numbers = {cell: values.read(slot.text, "count").value for cell, slot in zip(cells, solid, strict=False)}
    sums = sums_of(form, found.table)
    whole = len(solid) == len(slots) == len(cells) and all(isinstance(number, int) for number in numbers.values())
    if not whole or not sums or not _rows_rise(found, form) or not heads_in_order(found.labels, columns):
        return None
    amounts = {cell: Decimal(str(number)) for cell, number in numbers.items()}
    for equation in sums:
        left, right = (sum(amounts[cell.row or "", cell.column or ""] for cell in side) for side in (equation.left, equation.right))
        if left != right:
            return None
    run: Run = replace(records[0].run, slots=solid)
    return Record(cells, columns, run)


def _rows_rise(found: Instance, form: Form) -> bool:
    """Return whether the labels of the blocks come in the order of the form, each at its first place."""
    order = list(form.tables[found.table].rows)
    keys = [use.key for token in found.labels if token.match for use in token.match.uses if use.kind in ("row", "group") and use.edition == form.edition]
    places = [order.index(key) for key in dict.fromkeys(keys) if key in order]
    return places == sorted(places) and {row.key for row in form.tables[found.table].leaves} <= set(keys)
