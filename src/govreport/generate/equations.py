"""Equations in XPath 1.0, exact: counts are summed as integers, money as whole units and millionths, never as fractions."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from govreport.forms import Column, Form, Relation, Term
from govreport.relations import Cell, Equation

Names = Callable[[str], str]
"""Gives the path from the context of a rule to the rows of a table."""

MILLION = 1_000_000
IS_NUMBER = "[number() = number()]"


@dataclass(frozen=True)
class Side:
    """A side of an equation: the path and kind of column of each cell, and one path for all that is short to read."""

    cells: tuple[tuple[str, str], ...]
    union: str

    @property
    def money(self) -> bool:
        """Whether any cell is money."""
        return any(kind == "money" for _, kind in self.cells)

    @property
    def signed(self) -> tuple[str, ...]:
        """The paths of the cells that may be negative."""
        return tuple(path for path, kind in self.cells if kind == "change")


def term_tables(relation: Relation) -> set[str]:
    """Return the keys of the tables that a relation speaks of."""
    return {term.table for term in (*relation.left, *relation.right)}


def is_row_relation(relation: Relation) -> bool:
    """Return whether a relation holds between columns of a row, in every row that has them, within this year's report."""
    terms = (*relation.left, *relation.right)
    return len(term_tables(relation)) == 1 and all(term.column and not term.row and not term.last_year for term in terms)


def row_sides(relation: Relation, columns: Mapping[str, Column]) -> tuple[Side, Side]:
    """Return both sides of a relation between columns, seen from a row."""

    def side(terms: tuple[Term, ...]) -> Side:
        cells = tuple((f"@{term.column}", columns[term.column].kind) for term in terms if term.column)
        return Side(cells, " | ".join(path for path, _ in cells))

    return side(relation.left), side(relation.right)


def sides(equation: Equation, form: Form, prefix: Names) -> tuple[Side, Side]:
    """Return both sides of an equation, seen from the place that ``prefix`` starts from."""

    def path(cell: Cell) -> str:
        return f"{prefix(cell.table)}{_steps(cell.row)}/@{cell.column}"

    def kind(cell: Cell) -> str:
        return form.tables[cell.table].columns[cell.row][cell.column].kind

    def side(cells: tuple[Cell, ...]) -> Side:
        paths = tuple((path(cell), kind(cell)) for cell in cells)
        return Side(paths, " | ".join(dict.fromkeys(_short(cell, cells, form, prefix) for cell in cells)))

    return side(equation.left), side(equation.right)


def _steps(row: str) -> str:
    return "/".join(f"e:{part}" for part in row.split("."))


def _short(cell: Cell, cells: tuple[Cell, ...], form: Form, prefix: Names) -> str:
    """Return a path for the cell, or for the widest group of rows that is wholly among the cells."""
    parts = cell.row.split(".")
    present = {other.row for other in cells if (other.table, other.column) == (cell.table, cell.column)}
    for level in range(1, len(parts)):
        group = ".".join(parts[:level])
        if present.issuperset(form.tables[cell.table].under(group)):
            return f"{prefix(cell.table)}{_steps(group)}//@{cell.column}"
    return f"{prefix(cell.table)}{_steps(cell.row)}/@{cell.column}"


def comparison(left: str, right: str, first: Side, second: Side) -> tuple[list[tuple[str, str]], str]:
    """Return the variables of an equation and the test that it holds, or that filling blanks could make it hold.

    The variables ``left`` and ``right`` are the cells with numbers on either side: blank and not-applicable ones count as 0
    (form.md section 8), the smaller side may grow where it has a blank, and a blank that may be negative can mend anything.
    """
    lets = [(name, f"({paths.union}){IS_NUMBER}") for name, paths in ((left, first), (right, second))]
    less, equal, more = (f"sum(${left}) {sign} sum(${right})" for sign in "<=>")
    if first.money or second.money:
        lets += [*_exact(left, first), *_exact(right, second)]
        lets.append((f"{left}.difference", f"(${left}.whole - ${right}.whole) * {MILLION} + (${left}.part - ${right}.part)"))
        less, equal, more = (f"${left}.difference {sign} 0" for sign in "<=>")
    tests = [equal, f"({less} and count(${left}) < {len(first.cells)})", f"({more} and count(${right}) < {len(second.cells)})"]
    signed = (*first.signed, *second.signed)
    if signed:
        tests.append(f"count(({' | '.join(signed)}){IS_NUMBER}) < {len(signed)}")
    return lets, " or ".join(tests)


def _exact(name: str, side: Side) -> list[tuple[str, str]]:
    """Return variables for the whole units and the millionths of a side.

    Both are taken from the digits as written, blank being 0, so that they are integers that floating point holds exactly.
    """
    numbers = [(f"{path}{IS_NUMBER}", kind) for path, kind in side.cells]
    wholes = [f"number(concat('0', substring-before(concat({p}, '.'), '.')))" if kind == "money" else f"sum({p})" for p, kind in numbers]
    parts = [f"number(substring(concat(substring-after({p}, '.'), '000000'), 1, 6))" for p, kind in numbers if kind == "money"]
    return [(f"{name}.whole", " + ".join(wholes)), (f"{name}.part", " + ".join(parts) or "0")]
