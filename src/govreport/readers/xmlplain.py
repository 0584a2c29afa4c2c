"""What is written as our writer writes it, read at one go: paragraphs side by side, grids and tables off their serialisation.

libxml2 writes an element out much faster than its parts can be asked for one by one. Whatever differs by one character from what is
expected, other than white space that the parser has dropped, is left to the readers that look at every element.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple, cast

from lxml import etree

from govreport import numerals
from govreport.forms import TableForm
from govreport.model import NA, Paragraph, Value
from govreport.xmltext import collapsed

UNIT = "unit"
_QUOTE = '"'

Cells = dict[tuple[str, str], Value]


class Plain(NamedTuple):
    """A table read at one go: its cells, the texts of its units, and the places of those cells that hold nothing that is written as values are."""

    cells: Cells
    units: dict[str, str]
    odd: list[tuple[str, str]]


class _Attribute(NamedTuple):
    """An attribute of a table as it is written: what stands before it since the last one, its name, and the cell that it is by place and kind."""

    before: str
    name: str
    place: tuple[str, str]
    kind: str


class _Written(NamedTuple):
    """A table as it is written: how many elements stand in it, not counting those in them, its attributes with the units of its money, and its end.

    ``words`` are what stands between the values where every cell is there and no unit, ``places`` and ``kinds`` those of the cells.
    """

    elements: int
    attributes: tuple[_Attribute, ...]
    end: str
    words: list[str]
    places: Sequence[tuple[str, str]]
    kinds: Sequence[str]


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


def cells(table: etree._Element, form: TableForm) -> Plain | None:
    """Return the cells and units of a table without attributes of its own, None for one that has to be looked at closely."""
    written = _written(form)
    if len(table) != written.elements or table.prefix is not None:
        return None
    pieces = _inner(table).split(_QUOTE)
    raw = pieces[1::2]
    places, kinds = written.places, written.kinds
    if pieces[::2] != written.words:
        there = _there(pieces[::2], written)
        if there is None:
            return None
        places, kinds = [each.place for each in there], [each.kind for each in there]
    values: list[Value | None] = [*map(numerals.SMALL.get, raw)]
    odd, at = [], -1
    for _ in range(values.count(None)):
        at = values.index(None, at + 1)
        values[at] = number(raw[at], kinds[at])
        if values[at] is None and kinds[at] != UNIT:
            odd.append(places[at])
    found = dict(zip(places, values, strict=True))
    units = {} if places is written.places else {place[0]: text for place, kind, text in zip(places, kinds, raw, strict=True) if kind == UNIT}
    for place in (*odd, *((row, UNIT) for row in units)):
        del found[place]
    return Plain(cast(Cells, found), units, odd)


def number(raw: str, kind: str) -> Value | None:
    """Return the value of an attribute, None where it is none; white space around a number does not count, around ``NA`` it does, as in ``report.xsd``."""
    value = numerals.parse(raw, kind)
    if value is None and raw != (bare := collapsed(raw)):
        value = numerals.parse(bare, kind)
    return None if value is NA and raw != NA.value else value


def _there(words: Sequence[str], written: _Written) -> list[_Attribute] | None:
    """Return those attributes of a table that have these words between their values, None where there are no such."""
    found: list[_Attribute] = []
    before = ""
    for attribute in written.attributes:
        before += attribute.before
        if len(found) < len(words) and words[len(found)] == before + attribute.name:
            found.append(attribute)
            before = ""
    return found if list(words[len(found) :]) == [before + written.end] else None


def _inner(element: etree._Element) -> str:
    """Return what stands in an element as it is written; elements without a prefix are in its namespace where it has no prefix itself."""
    text = etree.tostring(element, encoding="unicode", with_tail=False)
    return text[text.find(">") + 1 : text.rfind("</")]


@lru_cache(maxsize=64)
def _written(form: TableForm) -> _Written:
    """Return how a table with all its rows is written; each of its cells may be blank, each row of money may name its unit."""
    top = etree.Element(form.key)
    cells: list[tuple[tuple[str, str], str]] = []
    # the form's own keys, which are told apart from others faster than equal ones
    keys = {place: place for place in form.cells}
    for row, columns in form.columns.items():
        element = top
        for key in row.split("."):
            inner = element.find(key)
            element = etree.SubElement(element, key) if inner is None else inner
        for key, column in columns.items():
            element.set(key, "")
            cells.append((keys[row, key], column.kind))
        if form.money_column(row):
            element.set(UNIT, "")
            cells.append(((row, UNIT), UNIT))
    *words, end = _inner(top).split(_QUOTE)[::2]
    parted = ((word[: word.rindex(" ")], word[word.rindex(" ") :]) for word in words)
    attributes = tuple(_Attribute(*parts, *cell) for parts, cell in zip(parted, cells, strict=True))
    whole = [each for each in attributes if each.kind != UNIT]
    before, between = "", []
    for each in attributes:
        before += each.before
        if each.kind != UNIT:
            between.append(before + each.name)
            before = ""
    return _Written(len(top), attributes, end, [*between, before + end], [each.place for each in whole], [each.kind for each in whole])
