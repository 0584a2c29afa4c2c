"""What is written as our writer writes it, read at one go: paragraphs side by side, grids and tables off their serialisation.

libxml2 writes an element out much faster than its parts can be asked for one by one. Whatever differs by one character from what is
expected, other than white space that the parser has dropped, is left to the readers that look at every element.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple, cast

from lxml import etree

from govreport import numerals
from govreport.forms import TableForm
from govreport.model import Paragraph, Value

UNIT = "unit"
_VALUE = '"([^"]*+)"'

Cells = dict[tuple[str, str], Value]


class _Written(NamedTuple):
    """A table as it is written: how many elements stand in it, not counting those in them, the pattern of all that stands there, and its groups.

    Each group is the text of an attribute: ``places`` tells its row and column, ``kinds`` the kind of its cell, that of a unit is ``UNIT``.
    """

    elements: int
    pattern: re.Pattern[str]
    places: tuple[tuple[str, str], ...]
    kinds: tuple[str, ...]


def paragraphs(children: Sequence[etree._Element], tag: str) -> list[Paragraph] | None:
    """Return the paragraphs that all of some elements are, None where any of them has to be looked at closely."""
    texts = [child.text for child in children if child.tag == tag and not child.attrib and not child.tail]
    if len(texts) != len(children) or None in texts or any(map(len, children)):
        return None
    # printable text has no line break, no control character and no space but ASCII's
    said = [text for text in texts if text and text.isprintable()]
    return Paragraph.of_checked(said) if len(said) == len(texts) and [*map(str.strip, said)] == texts else None


def rows(grid: etree._Element) -> tuple[tuple[str, ...], ...] | None:
    """Return the text cells of a grid, None for one that has to be looked at closely."""
    inner = _inner(grid).replace("<td/>", "<td></td>")
    if grid.prefix is not None or not inner.isprintable() or "&" in inner or "> " in inner or " <" in inner:
        return None
    lines = tuple([tuple(line[4:-5].split("</td><td>")) for line in inner[4:-5].split("</tr><tr>")])
    tags = 2 * (len(lines) + sum(map(len, lines)))
    written = "</td></tr><tr><td>".join(map("</td><td>".join, lines))
    return lines if inner.count("<") == tags and inner == f"<tr><td>{written}</td></tr>" else None


def cells(table: etree._Element, form: TableForm) -> tuple[Cells, dict[str, str]] | None:
    """Return the cells of a table without attributes of its own and the texts of its units, None for one that has to be looked at closely."""
    elements, pattern, places, kinds = _written(form)
    found = pattern.fullmatch(_inner(table)) if len(table) == elements and table.prefix is None else None
    if found is None:
        return None
    raw: tuple[str | None, ...] = found.groups()
    values: list[Value | None] = [*map(numerals.SMALL.get, raw)]
    units: dict[str, str] = {}
    empty = []
    at = -1
    for _ in range(values.count(None)):
        at = values.index(None, at + 1)
        text, kind = raw[at], kinds[at]
        values[at] = None if text is None else numerals.parse(text, kind)
        if values[at] is None:
            empty.append(at)
            if text is not None:
                if kind != UNIT:
                    return None
                units[places[at][0]] = text
    cells = dict(zip(places, values, strict=True))
    for at in empty:
        del cells[places[at]]
    return cast(Cells, cells), units


def _inner(element: etree._Element) -> str:
    """Return what stands in an element as it is written; elements without a prefix are in its namespace where it has no prefix itself."""
    text = etree.tostring(element, encoding="unicode", with_tail=False)
    return text[text.find(">") + 1 : text.rfind("</")]


@lru_cache(maxsize=64)
def _written(form: TableForm) -> _Written:
    """Return how a table with all its rows is written; each of its cells may be blank, each row of money may name its unit."""
    top = etree.Element(form.key)
    places: list[tuple[str, str]] = []
    kinds: list[str] = []
    # the form's own keys, which are told apart from others faster than equal ones
    keys = {place: place for place in form.cells}
    for row, columns in form.columns.items():
        element = top
        for key in row.split("."):
            inner = element.find(key)
            element = etree.SubElement(element, key) if inner is None else inner
        for key, column in columns.items():
            element.set(key, "")
            places.append(keys[row, key])
            kinds.append(column.kind)
        if form.money_column(row):
            element.set(UNIT, "")
            places.append((row, UNIT))
            kinds.append(UNIT)
    pattern = re.sub(r' ([^ "=]+)=""', f"(?: \\1={_VALUE})?+", _inner(top))
    return _Written(len(top), re.compile(pattern), tuple(places), tuple(kinds))
