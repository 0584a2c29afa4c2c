"""The arithmetic of a form: its relations spelled out as equations over cells, and their evaluation in exact numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from govreport.forms import Form, Relation, TableForm, Term
from govreport.model import NotApplicable, Table, Value


class Cell(NamedTuple):
    """A cell that an equation speaks of; ``last_year`` where it is one of last year's report."""

    table: str
    row: str
    column: str
    last_year: bool = False


class Equation(NamedTuple):
    """One instance of a relation: the cells of the left sum up to those of the right; ``at`` is the cell that names it."""

    relation: Relation
    left: tuple[Cell, ...]
    right: tuple[Cell, ...]

    @property
    def at(self) -> Cell:
        """The cell at which a failure is shown: the total of a sum, else the last cell of this year."""
        return next(cell for cell in (*reversed(self.right), *reversed(self.left)) if not cell.last_year)


class Outcome(NamedTuple):
    """What an equation came to: both sides with blanks as 0, how many terms were blank, and whether it fails for certain."""

    equation: Equation
    left: int | Decimal
    right: int | Decimal
    blanks: int
    failed: bool


@lru_cache(maxsize=64)
def equations(form: Form) -> tuple[Equation, ...]:
    """Return every equation of an edition, in the order of its relations and then of print."""
    return tuple(equation for relation in form.relations for equation in _spell_out(relation, form))


def fault(relation: Relation, form: Form) -> tuple[str, str] | None:
    """Return what keeps a relation from being judged, with what it is about: ``equation`` and its id, or ``twice`` and a cell; None for a sound one.

    Terms that share no axis give no equation, and one in which a cell stands twice says nothing of that cell.
    """
    found = tuple(_spell_out(relation, form))
    if not found:
        return "equation", relation.id
    for equation in found:
        ((cell, count),) = Counter((*equation.left, *equation.right)).most_common(1)
        if count > 1:
            return "twice", f"{cell.row}/{cell.column}"
    return None


def _spell_out(relation: Relation, form: Form) -> Iterator[Equation]:
    terms = (*relation.left, *relation.right)
    for along in _free_axis(terms, form):
        left = tuple(cell for term in relation.left for cell in _cells(term, along, form))
        right = tuple(cell for term in relation.right for cell in _cells(term, along, form))
        if left and right:
            yield Equation(relation, left, right)


def _free_axis(terms: tuple[Term, ...], form: Form) -> list[str]:
    """Return the row or column keys that every term can take, one empty key where no axis is free."""
    candidates: list[str] | None = None
    for term in terms:
        table = form.tables.get(term.table)
        if table is None:
            return []
        if term.row and term.column:
            continue
        own = _row_axis(table, term) if term.column else _column_axis(table, term)
        candidates = own if candidates is None else [key for key in candidates if key in own]
    return [""] if candidates is None else candidates


def _row_axis(table: TableForm, term: Term) -> list[str]:
    return [row for row, columns in table.columns.items() if term.column in columns]


def _column_axis(table: TableForm, term: Term) -> list[str]:
    rows = table.under(term.row or "")
    return [column for column in table.columns[rows[0]] if all(column in table.columns[row] for row in rows)] if rows else []


def _cells(term: Term, along: str, form: Form) -> list[Cell]:
    table = form.tables[term.table]
    rows = table.under(term.row) if term.row else (along,)
    return [Cell(term.table, row, term.column or along, term.last_year) for row in rows]


def evaluate(equation: Equation, value: Callable[[Cell], Value | None], signed: Callable[[Cell], bool]) -> Outcome:
    """Return what an equation comes to.

    Blank and not-applicable terms count as 0. It fails if the sides differ and no non-negative filling of the blanks could
    mend it (form.md section 8); a blank of a signed column can mend anything. All blank is never a failure.
    """
    left, left_blanks, left_signed = _side(equation.left, value, signed)
    right, right_blanks, right_signed = _side(equation.right, value, signed)
    blanks = left_blanks + right_blanks
    unsure = blanks == len(equation.left) + len(equation.right) or left_signed or right_signed
    failed = not unsure and ((left < right and not left_blanks) or (right < left and not right_blanks))
    return Outcome(equation, left, right, blanks, failed)


def _side(cells: tuple[Cell, ...], value: Callable[[Cell], Value | None], signed: Callable[[Cell], bool]) -> tuple[int | Decimal, int, bool]:
    total: int | Decimal = 0
    blanks, open_sign = 0, False
    for cell in cells:
        found = value(cell)
        if found is None or isinstance(found, NotApplicable):
            blanks += 1
            open_sign = open_sign or signed(cell)
        else:
            total += found
    return total, blanks, open_sign


def value_of(form: Form, tables: dict[str, Table], last: dict[str, Table] | None = None) -> tuple[Callable[[Cell], Value | None], Callable[[Cell], bool]]:
    """Return how to look up a cell's value, and whether its column is signed, for ``evaluate``."""

    def value(cell: Cell) -> Value | None:
        source = (last or {}) if cell.last_year else tables
        table = source.get(cell.table)
        return table.get(cell.row, cell.column) if table else None

    def signed(cell: Cell) -> bool:
        column = form.tables[cell.table].column(cell.row, cell.column)
        return column is not None and column.kind == "change"

    return value, signed
