"""What is written as our writer writes it, read at one go: paragraphs side by side, grids and tables off their serialisation.

libxml2 writes an element out much faster than its parts can be asked for one by one. Whatever differs by one character from what is
expected, other than white space that the parser has dropped, is left to the readers that look at every element.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import combinations

from lxml import etree

from govreport import numerals
from govreport.forms import TableForm
from govreport.model import Paragraph, Value

UNIT = "unit"
_QUOTE = '"'
_MOST_UNITS = 3
"""A form with more rows of money than these is not read here: each may have a unit or not."""

Cells = dict[tuple[str, str], Value]
_Places = tuple[tuple[tuple[str, str], ...], tuple[str, ...], frozenset[int]]
"""The cells of a table as it is written, row and column key of each, the kind of each, and which of its attributes are units instead."""


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
    if len(table) != _groups(form) or table.prefix is not None:
        return None
    pieces = _inner(table).split(_QUOTE)
    known = _skeletons(form).get(_QUOTE.join(pieces[::2]))
    if known is None:
        return None
    places, kinds, units = known
    values: list[Value | None] = [*map(numerals.SMALL.get, pieces[1::2])]
    for number in [number for number, value in enumerate(values) if value is None]:
        values[number] = numerals.parse(pieces[2 * number + 1], kinds[number])
        if values[number] is None and number not in units:
            return None
    found: Cells = dict(zip(places, values, strict=True))
    said = {places[number][0]: pieces[2 * number + 1] for number in units}
    for number in units:
        del found[places[number]]
    return found, said


def _inner(element: etree._Element) -> str:
    """Return what stands in an element as it is written; elements without a prefix are in its namespace where it has no prefix itself."""
    text = etree.tostring(element, encoding="unicode", with_tail=False)
    return text[text.find(">") + 1 : text.rfind("</")]


@lru_cache(maxsize=64)
def _groups(form: TableForm) -> int:
    """Return how many elements stand in a table with all its cells, not counting those in them."""
    return len({row.partition(".")[0] for row in form.columns})


@lru_cache(maxsize=64)
def _skeletons(form: TableForm) -> Mapping[str, _Places]:
    """Return how a table with all its cells is written, all that stands in quotes left out, with every choice of rows that name their unit."""
    money = [row for row in form.columns if form.money_column(row)]
    if len(money) > _MOST_UNITS:
        return {}
    chosen = [frozenset(some) for number in range(len(money) + 1) for some in combinations(money, number)]
    return dict(_skeleton(form, some) for some in chosen)


def _skeleton(form: TableForm, with_unit: frozenset[str]) -> tuple[str, _Places]:
    top = etree.Element(form.key)
    places: list[tuple[str, str]] = []
    kinds: list[str] = []
    units = set()
    # the form's own keys, which are told apart from others faster than equal ones
    keys = {place: place for place in form.cells}
    for row, columns in form.columns.items():
        element = top
        for key in row.split("."):
            inner = element.find(key)
            element = etree.SubElement(element, key) if inner is None else inner
        for key in columns:
            element.set(key, "")
            places.append(keys[row, key])
            kinds.append(columns[key].kind)
        if row in with_unit:
            element.set(UNIT, "")
            units.add(len(places))
            places.append((row, UNIT))
            kinds.append(UNIT)
    return _QUOTE.join(_inner(top).split(_QUOTE)[::2]), (tuple(places), tuple(kinds), frozenset(units))
