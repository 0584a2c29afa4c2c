"""Cells of two reports side by side: equal, changed or not comparable, those of two editions by the migration that joins them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from govreport.correspondence import Pair, load
from govreport.diagnostics import CellRef
from govreport.forms import TableForm
from govreport.model import Report, Table, Value
from govreport.standard import Standard
from govreport.transfer import combined, key_of, unit_of

EQUAL, CHANGED, INCOMPARABLE = "equal", "changed", "incomparable"


@dataclass(frozen=True, slots=True)
class CellLine:
    """One line of a comparison: a cell on either side, or one on one side and several, summed, on the other.

    ``reason`` is ``migration`` (none joins the editions), ``edition`` (no counterpart; ``why`` says why, by language, where the migration
    does), ``absent`` (the other report has no such table), ``unit`` (money in different units) or ``unit-unknown``; None where the cells
    compare.
    """

    state: str
    left: tuple[CellRef, ...]
    right: tuple[CellRef, ...]
    before: Value | None
    after: Value | None
    reason: str | None = None
    why: Mapping[str, str] = field(default_factory=dict)
    units: tuple[str | None, str | None] = (None, None)

    @property
    def table(self) -> str:
        """The key of the table that the line belongs to: the left one's where it has a left side."""
        return (*self.left, *self.right)[0].table

    @property
    def delta(self) -> int | Decimal | None:
        """By how much the number grew, None where a side is no number or they do not compare."""
        if self.state == INCOMPARABLE or not isinstance(self.before, int | Decimal) or not isinstance(self.after, int | Decimal):
            return None
        return self.after - self.before


@dataclass(frozen=True)
class _Side:
    """A table of one report with its form."""

    table: Table
    form: TableForm

    def refs(self) -> Iterator[CellRef]:
        """Yield every cell of the form."""
        return (CellRef(self.form.key, row, column, self.form.edition) for row, column in self.form.cells)

    def value(self, cells: tuple[CellRef, ...]) -> Value | None:
        """Return the value of a cell, or the sum of several, None where one of them is no number."""
        return combined([self.table.get(*key_of(cell)) for cell in cells])

    def unit(self, cell: CellRef) -> str | None:
        """Return the unit in force for a money cell, None for a count or where it is not known."""
        return unit_of(cell, self.table, self.form)


def _sides(report: Report, standard: Standard) -> list[_Side]:
    found = ((table, standard.table(table.key, table.edition)) for table in report.tables())
    return [_Side(table, form) for table, form in found if form is not None]


def cells(left: Report, right: Report, standard: Standard) -> Iterator[CellLine]:
    """Yield a line for every cell of two reports, those of the left one first."""
    ours, theirs = _sides(left, standard), _sides(right, standard)
    for side in ours:
        other = next((each for each in theirs if _belong(side, each, standard)), None)
        if other is None:
            yield from (CellLine(INCOMPARABLE, (cell,), (), side.value((cell,)), None, "absent") for cell in side.refs())
            continue
        theirs.remove(other)
        yield from _paired(side, other, standard)
    for side in theirs:
        yield from (CellLine(INCOMPARABLE, (), (cell,), None, side.value((cell,)), "absent") for cell in side.refs())


def _belong(left: _Side, right: _Side, standard: Standard) -> bool:
    """Return whether two tables are the same table, of one edition or of two that a migration joins."""
    if left.form.key == right.form.key:
        return True
    known = load(standard, left.form.edition, right.form.edition)
    return known is not None and known.tables.get(left.form.key) == right.form.key


def _paired(left: _Side, right: _Side, standard: Standard) -> Iterator[CellLine]:
    if left.form.edition == right.form.edition:
        yield from (_line(Pair("keep", (cell,), (cell,)), left, right) for cell in left.refs())
        return
    known = load(standard, left.form.edition, right.form.edition)
    reason = "edition" if known else "migration"
    pairs = {cell: pair for pair in known.pairs if pair.left[0].table == left.form.key for cell in pair.left} if known else {}
    shown: set[int] = set()
    for cell in left.refs():
        pair = pairs.get(cell)
        if pair is None:
            why = known.left_only.get(cell, {}) if known else {}
            yield CellLine(INCOMPARABLE, (cell,), (), left.value((cell,)), None, reason, why)
        elif id(pair) not in shown:
            shown.add(id(pair))
            yield _line(pair, left, right)
    met = {cell for pair in pairs.values() for cell in pair.right}
    for cell in right.refs():
        if cell not in met:
            why = known.right_only.get(cell, {}) if known else {}
            yield CellLine(INCOMPARABLE, (), (cell,), None, right.value((cell,)), reason, why)


def _line(pair: Pair, left: _Side, right: _Side) -> CellLine:
    before, after = left.value(pair.left), right.value(pair.right)
    units = left.unit(pair.left[0]), right.unit(pair.right[0])
    if units[0] != units[1] and before is not None and after is not None:
        return CellLine(INCOMPARABLE, pair.left, pair.right, before, after, "unit" if all(units) else "unit-unknown", {}, units)
    return CellLine(EQUAL if before == after else CHANGED, pair.left, pair.right, before, after, None, {}, units)
