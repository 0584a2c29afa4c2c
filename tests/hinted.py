"""Tables whose relations all hold, and every single change that breaks some of them."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from tempfile import mkdtemp

from govreport import profiles, standard
from govreport.contents import contents
from govreport.diagnostics import Diagnostic
from govreport.forms import Form
from govreport.generate import build
from govreport.model import Agency, Metadata, Table, Value
from govreport.relations import Cell, Equation, equations
from govreport.rules import Context, judge
from govreport.standard import Standard
from tests import filled, schematrees

Key = tuple[str, str, str]
EDITIONS = ("2019", "2021", "2099")


@lru_cache
def tree() -> Standard:
    """Return the shipped standard with the invented edition."""
    folder = schematrees.with_invented_edition(Path(mkdtemp()))
    build(folder)
    return standard.load(folder)


def this_year(form: Form) -> list[Equation]:
    return [equation for equation in equations(form) if not any(cell.last_year for cell in (*equation.left, *equation.right))]


def sound(form: Form, chance: random.Random, top: int = 60) -> dict[Key, Value]:
    """Return cells of every table, seeded, in which every relation of this year holds."""
    cells: dict[Key, Value] = {
        (key, row, column): chance.choice((0, 0, 1, 3, chance.randint(4, top))) for key, table in form.tables.items() for row, column in table.cells
    }
    for key in cells:
        if form.tables[key[0]].rows[key[1]].role == "opening":
            cells[key] = 0
    wrong = this_year(form)
    while wrong:
        for equation in wrong:
            # a sum sets its total, a balance the first cell of its left side
            at, others, own = (equation.at, equation.left, equation.right) if len(equation.right) == 1 else (equation.left[0], equation.right, equation.left)
            cells[place(at)] = sum(cells[place(cell)] for cell in others) - sum(cells[place(cell)] for cell in own if cell != at)  # type: ignore[misc]
        wrong = [equation for equation in this_year(form) if not holds(equation, cells)]
    return cells


def place(cell: Cell) -> Key:
    return cell.table, cell.row, cell.column


def holds(equation: Equation, cells: Mapping[Key, Value]) -> bool:
    return gap(equation, cells) == 0


def gap(equation: Equation, cells: Mapping[Key, Value]) -> int:
    return sum(cells[place(c)] for c in equation.left) - sum(cells[place(c)] for c in equation.right)  # type: ignore[misc,return-value]


def context(form: Form, cells: Mapping[Key, Value], own: Standard, **more: object) -> Context:
    tables = [Table(key, form.edition, {(row, column): cells[key, row, column] for row, column in table.cells}) for key, table in form.tables.items()]
    report = replace(filled.report(own, form, tables), metadata=Metadata(Agency("甲"), year=form.first_year))
    return Context(contents(report), own, profiles.load(root=own.root), **more)  # type: ignore[arg-type]


def hints(found: Context) -> list[Diagnostic]:
    return [raised.diagnostic for raised in judge(found, "rules") if raised.diagnostic.code == "HINT-CELL"]


def at(hint: Diagnostic) -> Key:
    cell = hint.location.cell
    assert cell is not None
    return cell.table, cell.row or "", cell.column or ""


def singles(form: Form, cells: dict[Key, Value]) -> set[tuple[Key, int]]:
    """Return every change of one cell after which all relations hold, found by trying them all."""
    wrong = [gap(equation, cells) for equation in this_year(form) if not holds(equation, cells)]
    found = set()
    for key in {place(cell) for equation in this_year(form) for cell in (*equation.left, *equation.right)}:
        signed = form.tables[key[0]].columns[key[1]][key[2]].kind == "change"
        for step in {each * sign for each in wrong for sign in (1, -1)}:
            number = cells[key] + step  # type: ignore[operator]
            if (number >= 0 or signed) and all(holds(equation, {**cells, key: number}) for equation in this_year(form)):
                found.add((key, number))
    return found
