"""The pieces of every row of a table fitted to the row's columns, by all that the table as a whole shows of its layout."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from govreport.forms import Form
from govreport.readers.legacy.columns import Columns, column_key
from govreport.readers.legacy.disorder import in_disorder
from govreport.readers.legacy.doubts import sparse
from govreport.readers.legacy.drawn import Drawn, is_drawn, own_cells
from govreport.readers.legacy.instances import Instance
from govreport.readers.legacy.labels import normal
from govreport.readers.legacy.lines import Line
from govreport.readers.legacy.measures import bars_before
from govreport.readers.legacy.order import heads_in_order, places_by_heads, rows_in_order, totals_elsewhere
from govreport.readers.legacy.placement import row_totals, sums_of
from govreport.readers.legacy.records import Key, Record, drop_opening, labelled_cell
from govreport.readers.legacy.slots import Fitted, anchor, fit, keeps_empty, pieces, spread
from govreport.readers.legacy.tokens import Token, What
from govreport.readers.legacy.values import ValueReader
from govreport.relations import Cell, Equation


class Fitting:
    """Fits the records of one copy of a table; what it learns from the full rows serves the others."""

    def __init__(self, found: Instance, form: Form, records: Sequence[Record], lines: Sequence[Line], values: ValueReader, repeats_dropped: bool) -> None:
        self._form, self._lines, self._values, self._repeats_dropped = form, lines, values, repeats_dropped
        self._table, self._glued, self._repeats = found.table, found.glued, found.repeats
        self._first = min((self._bars(record.run.slots[0]) for record in records if record.run.label and labelled_cell(record.run)), default=0)
        for record in records:
            if found.opens:
                drop_opening(record.run)
            while record.run.slots and self._in_grid(record) and self._bars(record.run.slots[0]) < self._first:
                del record.run.slots[0]
        self._where = anchor([(record.run, len(record.cells)) for record in records])
        self._keeps = keeps_empty([record.run for record in records])
        self._widest: dict[tuple[str, ...], int] = {}
        for record in records:
            keys = record.row.columns
            self._widest[keys] = max(self._widest.get(keys, 0), len(record.run.solid))
        self._columns = Columns(lines, [record.row for record in records])
        self._drawn = Drawn(records)
        shape = form.tables[found.table]
        self._rows_in_order = not shape.across or rows_in_order(found.labels, shape)
        self._ordered: dict[tuple[int, tuple[str, ...]], bool] = {}
        self._places: dict[tuple[int, tuple[str, ...]], list[int] | None] = {}
        self._elsewhere, self._sparse = self._totals_elsewhere(records), sparse(records)

    def fit(self, record: Record) -> tuple[Record, Fitted | None]:
        """Return the record, with only the columns that its heads name where the author removed some, and its pieces by column.

        None where cells were lost, so that nothing but the form's relations can tell where the others stood, or where the heads
        or the sums say that columns stand in another order.
        """
        if not self.in_order(record):
            return record, self._reordered(record)
        kept = self._present(record)
        if is_drawn(record):
            fitting, fitted = self._drawn.fit(record, kept)
            own = own_cells(record.run)
            if fitted is None and not self._has_others(record):
                fitted = spread(own, [column.data_span for column in record.columns])
            counted = fitted is not None and len(own) == len(fitted)
            return fitting, fitted if fitted is None or not counted or not self._has_others(record) or self.adds_up(fitting, fitted) else None
        if record.run.solid and (self._glued or self._torn_off(record)):
            return record, None
        if in_disorder(record, self._lines):
            return record, None
        if kept is not record:
            return kept, self._under_heads(kept)
        spans = [column.data_span for column in record.columns]
        found = pieces(record.run) if self._repeats and max(spans) > 1 else []
        if len(found) == sum(spans) and all(slot.grid for slot in found):
            return record, spread(found, spans)  # what a cell covers is written in all of it: copies that differ are read by nobody
        fitted = (None if self._repeats and max(spans) > 1 else self._columns.by_bars(record.row)) or fit(record.run, spans, self._where, self._keeps)
        fitted = fitted or self._aligned(record) or self._headed(record)
        doubtful = self._has_others(record) or (self._sparse and len(record.run.solid) == len(record.cells) and self._own(record))
        return record, fitted if fitted is None or not doubtful or self.adds_up(record, fitted) else None

    def _has_others(self, record: Record) -> bool:
        """Return whether the heads above a row name a column that the form does not have, such as one for remarks."""
        return any(head.match is None and normal(head.text) in self._values.other_heads for head in record.run.heads)

    def adds_up(self, record: Record, fitted: Fitted) -> bool:
        """Return whether the sums of the row's own cells, all of them filled, say that they stand where they belong."""
        values = {key: self._values.read(token.text, "count").value if token else None for key, token in zip(record.cells, fitted, strict=True)}
        numbers = {key: value for key, value in values.items() if isinstance(value, int)}
        sums = self._own(record) if len(numbers) == len(values) else []
        return bool(sums) and all(sum(numbers[_key(cell)] for cell in each.left) == sum(numbers[_key(cell)] for cell in each.right) for each in sums)

    def in_order(self, record: Record) -> bool:
        """Return whether nothing says that the cells of a record stand in another order than that of the form."""
        key = id(record.run.heads), record.row.columns
        if key not in self._ordered:  # rows share the heads above them
            self._ordered[key] = heads_in_order(record.run.heads, record.columns)
        return self._rows_in_order and record.row.columns not in self._elsewhere and self._ordered[key] and self._own_order(record) is None

    def _own_order(self, record: Record) -> list[int] | None:
        """Return which cell of a row each column has by heads on a line of their own, one right beside the other; None where that is the order of the form."""
        key, label = (id(record.run.heads), record.row.columns), record.run.label
        if key not in self._places:
            bars = [self._bars(head) for head in record.run.heads]
            beside = bool(bars) and bars == [*range(bars[0], bars[0] + len(bars))]
            self._places[key] = places_by_heads(record.run.heads, record.columns) if beside else None
        beside = label is not None and bool(record.run.heads) and label.line == record.run.heads[0].line  # a text without line breaks
        return None if beside else self._places[key]

    def _reordered(self, record: Record) -> Fitted | None:
        """Return the pieces of a row of a grid by the heads right above them, which name all columns in another order; sums of a full row have to hold."""
        run, found = record.run, pieces(record.run, self._keeps)
        order = self._own_order(record) if self._rows_in_order else None
        if order is None or [*map(self._bars, found)] != [*map(self._bars, run.heads)] or not all(slot.grid and slot.what is not What.SOFT for slot in found):
            return None
        if len({slot.line for slot in found}) > 1 or run.label is None or run.label.last_line != found[0].line:
            return None
        fitted: Fitted = [found[place] for place in order]
        full = len(record.run.solid) == len(fitted) and bool(self._own(record))
        return None if full and not self.adds_up(record, fitted) else fitted

    def _totals_elsewhere(self, records: Sequence[Record]) -> set[tuple[str, ...]]:
        """Return the columns whose rows add up to another cell than the one that the form has for their total."""
        rows: dict[tuple[str, ...], list[list[int | None]]] = {}
        totals = row_totals(self._form, self._table)
        for record in records:
            if record.cells[-1] in totals and len(record.run.solid) == len(record.cells):
                numbers = [self._values.read(slot.text, "count").value for slot in record.run.solid]
                rows.setdefault(record.row.columns, []).append([number if isinstance(number, int) else None for number in numbers])
        return {columns for columns, found in rows.items() if totals_elsewhere(found)}

    def _aligned(self, record: Record) -> Fitted | None:
        """Return the pieces by where those of full rows stand, unless the last looks like the total and stands elsewhere."""
        fitted = self._columns.fit(record.row)
        return None if fitted is None or self._misses_total(record, fitted) else fitted

    def _misses_total(self, record: Record, fitted: Fitted) -> bool:
        """Return whether the last of several numbers is the sum of the others and not where a sum of the form has its total."""
        numbers = [value for token in fitted if token and isinstance(value := self._values.read(token.text, "money").value, Decimal)]
        *parts, last = numbers or [Decimal(0)]
        if len(parts) < 2 or not last or last != sum(parts):
            return False
        placed = {key for key, token in zip(record.cells, fitted, strict=True) if token}
        totals = {(cell.row, cell.column) for equation in self._own(record) for cell in equation.right}
        return bool(totals) and not totals & placed

    def _own(self, record: Record) -> list[Equation]:
        """Return the equations that speak of cells of one row alone."""
        own = set(record.cells)
        return [each for each in sums_of(self._form, self._table) if own.issuperset(map(_key, (*each.left, *each.right)))]

    def _present(self, record: Record) -> Record:
        """Return the record with only the columns that the heads above it name, where the author removed the others."""
        own = [column.key for column in record.columns]
        heads = [column_key(head, own) for head in record.run.heads]
        if self._repeats and any(heads.count(column.key) > column.span for column in record.columns):
            return record  # a head over more cells than its column has is another's too, misprinted
        named = [key for number, key in enumerate(heads) if not (self._repeats and number and heads[number - 1] == key)]
        kept = [key for key in own if key in named]
        grid = bool(record.run.heads) and all(head.grid for head in record.run.heads)
        if self._repeats_dropped or not 0 < len(kept) < len(own) or kept != named or (not grid and self._widest[tuple(own)] > len(kept)):
            return record
        pairs = [(cell, column) for cell, column in zip(record.cells, record.columns, strict=True) if column.key in kept]
        return Record(tuple(cell for cell, _ in pairs), tuple(column for _, column in pairs), record.run)

    def _in_grid(self, record: Record) -> bool:
        """Return whether the first piece of a row stands in a grid, or in bars below a label that has none."""
        label, first = record.run.label, record.run.slots[0]
        return first.grid or (first.barred and label is not None and not label.barred)

    def _torn_off(self, record: Record) -> bool:
        """Return whether a row with empty cells stands in bars below its label: whether the first cell is the label's is not known."""
        label, slots = record.run.label, record.run.slots
        return self._first == 0 and label is not None and not label.barred and slots[0].barred and len(record.run.solid) != len(record.cells)

    def _headed(self, record: Record) -> Fitted | None:
        """Return the pieces by the heads they stand under, if the sums of the row hold with them there."""
        fitted = self._columns.by_heads(record.row)
        if fitted is None:
            return None
        values = {key: self._values.read(token.text, "money").value for key, token in zip(record.cells, fitted, strict=True) if token}
        numbers = {key: value for key, value in values.items() if isinstance(value, Decimal)}
        for equation in self._own(record):
            left, right = [(cell.row, cell.column) for cell in equation.left], [(cell.row, cell.column) for cell in equation.right]
            if sum(numbers.get(key, 0) for key in left) == sum(numbers.get(key, 0) for key in right):
                continue
            # where all parts stand a total that was left blank says nothing, unless the last of them looks like it
            *parts, last = (numbers.get(key, 0) for key in left)
            if any(key in values for key in right) or not all(key in values for key in left) or last == sum(parts):
                return None
        return fitted

    def _under_heads(self, record: Record) -> Fitted | None:
        """Return the pieces by the columns that are left: as many as heads, or each in the cell of the grid that its head has."""
        run, width = record.run, len(record.columns)
        if len(run.solid) == width and not run.solid[0].grid:
            return list(run.solid)
        if len(pieces(run, self._keeps)) == width and not any(slot.grid for slot in run.solid):
            return list(pieces(run, self._keeps))
        if not record.row.as_headed:
            return None  # cells that are wider or narrower than their heads do not stand below them
        own = [column.key for column in record.columns]
        heads = {self._bars(head): column_key(head, own) for head in run.heads if head.grid}
        found: dict[str, Token] = {}
        for token in run.solid:
            key = heads.get(self._bars(token)) if token.grid else None
            if key is None or found.setdefault(key, token).text != token.text:
                return None
        return [found.get(key) for key in own]

    def _bars(self, token: Token) -> int:
        return bars_before(self._lines[token.line].text, token.start)


def _key(cell: Cell) -> Key:
    return cell.row or "", cell.column or ""
