"""Tables filled with seeded numbers: sound ones, wrong ones, blank and not-applicable cells."""

from __future__ import annotations

import random
from decimal import Decimal

from govreport import numerals
from govreport.forms import Column, Form, TableForm
from govreport.model import NA, Chapter, Report, Table, Value
from govreport.relations import equations
from govreport.standard import Standard


def report(standard: Standard, form: Form, tables: list[Table]) -> Report:
    """Return a report that holds the tables, each in the chapter of the form."""
    chapters: dict[str, tuple[Table, ...]] = {}
    for table in tables:
        chapter = form.tables[table.key].chapter
        chapters[chapter] = (*chapters.get(chapter, ()), table)
    return Report(standard.claim, chapters=tuple(Chapter(key, None, None, held) for key, held in chapters.items()))


def zeros(table: TableForm) -> Table:
    """Return a table of zeros, which every relation accepts."""
    return Table(table.key, table.edition, {(row, column): _zero(table.columns[row][column]) for row, column in table.cells})


def seeded(form: Form, seed: int) -> list[Table]:
    """Return the tables of an edition, filled by a seed.

    Small numbers, so that some sums hold by chance; blanks and marks; and one total in two is put right, as far as one pass can.
    """
    chance = random.Random(seed)
    share = chance.choice((0.0, 0.02, 0.2, 0.9))
    cells: dict[str, dict[tuple[str, str], Value]] = {
        key: {(row, column): _number(table.columns[row][column], chance) for row, column in table.cells} for key, table in form.tables.items()
    }
    for equation in equations(form):
        at = equation.at
        if len(equation.right) == 1 and chance.random() < 0.5 and not any(cell.last_year for cell in equation.left):
            total = sum(cells[cell.table][cell.row, cell.column] for cell in equation.left)  # type: ignore[misc]
            if _fits(total, form.tables[at.table].columns[at.row][at.column]):
                cells[at.table][at.row, at.column] = total
    for table in cells.values():
        for place in list(table):
            if chance.random() < share:
                if chance.random() < 0.7:
                    del table[place]
                else:
                    table[place] = NA
    return [Table(key, form.edition, found) for key, found in cells.items() if chance.random() < 0.9]


def _zero(column: Column) -> Value:
    return Decimal(0) if column.kind == "money" else 0


def _number(column: Column, chance: random.Random) -> Value:
    if column.kind == "money":
        return Decimal(chance.choice((0, 1, 10, 25, 100000001, 999999999999))).scaleb(-chance.choice((0, 1, 2, 6)))
    number = chance.choice((0, 0, 0, 1, 2, 3, 7, 10, 999_999_999_999))
    return -number if column.kind == "change" and chance.random() < 0.5 else number


def _fits(number: Value, column: Column) -> bool:
    try:
        numerals.text_of(number, column.kind)
    except numerals.NumberError:
        return False
    return True
