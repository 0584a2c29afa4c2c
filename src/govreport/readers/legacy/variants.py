"""Other wordings of the labels of an edition, as its ``variants.xml`` lists them; an edition without one has those of the edition before it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile
from typing import NamedTuple

from lxml import etree

from govreport.forms import Form, TableForm
from govreport.schemafile import parse
from govreport.standard import Standard

NAME = "variants.xml"


class Variant(NamedTuple):
    """A wording of the label of a row, of a group of rows (``row``) or of a column of a table; ``cut`` where it is the beginning of the label alone."""

    table: TableForm
    row: str | None
    column: str | None
    text: str
    printed: str
    cut: bool


def variants(standard: Standard, form: Form) -> Iterator[Variant]:
    """Yield the wordings of an edition's labels; labels that the edition does not have, as in a folder that was copied, are passed over.

    What clerks made of a label they make of it in the next edition too: without a list of its own an edition has the one of the edition before
    it for the labels that stayed, but for a wording that now is a label itself.
    """
    before = [form, *reversed(list(takewhile(lambda each: each is not form, standard.forms.values())))]
    source = next((each for each in before if (standard.root / each.edition / NAME).is_file()), form)
    for element in listed(standard, source):
        table = form.tables.get(element.get("table", ""))
        row, column = element.get("row"), element.get("column")
        printed = _label(table, row, column) if table else None
        if table is None or printed is None or not element.text:
            continue
        if source is form or (printed == _label(source.tables.get(table.key), row, column) and element.text not in _labels(table)):
            yield Variant(table, row, column, element.text, printed, element.get("kind") == "cut")


def listed(standard: Standard, form: Form) -> list[etree._Element]:
    """Return the wordings that the folder of an edition lists, none where it has no list."""
    path = standard.root / form.edition / NAME
    return parse(path).findall("variant") if path.is_file() else []


def _label(table: TableForm | None, row: str | None, column: str | None) -> str | None:
    if table is None:
        return None
    if column:
        return next((each.label for block in table.blocks for each in block.columns if each.key == column), None)
    return table.rows[row].label if row in table.rows else None


def _labels(table: TableForm) -> set[str]:
    return {row.label for row in table.rows.values()} | {column.label for block in table.blocks for column in block.columns}
