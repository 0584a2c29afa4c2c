"""Examples for the pages of the standard, made from any form: a report whose sums hold, and a fragment for every element of the envelope."""

from __future__ import annotations

from collections.abc import Container
from decimal import Decimal
from pathlib import Path

from lxml import etree

from govreport.forms import Column, Form, TableForm
from govreport.model import Agency, Chapter, Metadata, Paragraph, Report, Table, Value
from govreport.relations import Cell, Equation, equations
from govreport.schemafile import parse
from govreport.standard import Standard
from govreport.writers import xml

PASSES = 100
"""How often the numbers of an example are put right before zeros are taken, which every relation accepts."""

LONGEST, MORE = 200, "…"
"""How much text of an element is shown, and what stands for the rest."""

_Numbers = dict[Cell, int | Decimal]


def report(standard: Standard, form: Form) -> Report:
    """Return a report of an edition with every table filled so that every relation within the year holds; its words are the form's own."""
    filled = {key: Table(key, form.edition, cells) for key, cells in _filled(form).items()}
    chapters = tuple(
        Chapter(each.key, each.number, each.title, tuple(filled[key] for key in each.tables) or (Paragraph(each.title),))
        for each in form.chapters
        if each.title
    )
    return Report(standard.claim, Metadata(Agency(), year=form.first_year), chapters)


def _filled(form: Form) -> dict[str, dict[tuple[str, str], Value]]:
    """Return the cells of every table by its key."""
    numbers = _numbers(form)
    return {
        key: {(row, column): _value(table.columns[row][column], numbers[Cell(key, row, column)]) for row, column in table.cells}
        for key, table in form.tables.items()
    }


def _value(column: Column, number: int | Decimal) -> Value:
    return Decimal(number) if column.kind == "money" else int(number)


def _numbers(form: Form) -> _Numbers:
    """Return small numbers for the cells of a form, put right equation by equation; zeros where that comes to no end."""
    cells = [Cell(key, row, column) for key, table in form.tables.items() for row, column in table.cells]
    numbers: _Numbers = {cell: (3 * index + 1) % 4 for index, cell in enumerate(cells)}
    within = [each for each in equations(form) if not any(cell.last_year for cell in (*each.left, *each.right))]
    totals = {each.at for each in within if len(each.right) == 1}
    for _ in range(PASSES):
        wrong = [each for each in within if _mended(each, numbers, totals)]
        if not wrong:
            return numbers
    return dict.fromkeys(cells, 0)


def _mended(equation: Equation, numbers: _Numbers, totals: set[Cell]) -> bool:
    """Return whether both sides differed; then the total is set, or what is lacking added to a cell that is no total."""
    left, right = sum(numbers[cell] for cell in equation.left), sum(numbers[cell] for cell in equation.right)
    if left == right:
        return False
    if len(equation.right) == 1:
        numbers[equation.right[0]] = left
    else:
        side = equation.right if left > right else equation.left
        free = next((cell for cell in reversed(side) if cell not in totals), side[-1])
        numbers[free] += left - right if left > right else right - left
    return True


def fragments(names: Container[str], path: Path) -> dict[str, str]:
    """Return for each name of an element its first occurrence in a document, as XML without what it contains; none where there is no document."""
    if not path.is_file():
        return {}
    found = dict[str, str]()
    for element in parse(path).iter("{*}*"):
        name = etree.QName(element).localname
        if name in names and name not in found:
            found[name] = _shallow(element, name)
    return found


def _shallow(element: etree._Element, name: str) -> str:
    """Return an element as one line: its attributes, and its text where it contains no element."""
    attributes = "".join(f' {key!s}="{xml.attribute(str(value))}"' for key, value in element.attrib.items())
    text = MORE if len(element) else element.text or ""
    text = xml.text(text if len(text) <= LONGEST else text[:LONGEST] + MORE)
    return f"<{name}{attributes}>{text}</{name}>" if text else f"<{name}{attributes}/>"


def lines(written: bytes, table: TableForm, namespace: str) -> str:
    """Return a table of a report that is XML as its lines there, from the margin on; empty where the report has none."""
    found = etree.fromstring(written).find(f".//{{{namespace}}}{table.key}")
    if found is None:
        return ""
    found.tail = None
    etree.indent(found)
    return etree.tostring(found, encoding="unicode")
