"""What of a page is the report: the smallest element that holds the labels and chapter titles of the form, by these alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

from govreport.readers.html.elements import is_furniture, tag_of
from govreport.readers.html.pagetext import BAR, Row
from govreport.readers.legacy.labels import LabelIndex, normal
from govreport.readers.legacy.lines import Line
from govreport.readers.legacy.outline import Outline

PROSE = 40
"""A line of prose has at least so many characters; navigation seldom has."""
FEW = 8
Sign = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Content:
    """The numbers of the rows that are the report, of those that stand beside it, and the element that holds the former."""

    inside: tuple[int, ...]
    outside: tuple[int, ...]
    element: etree._Element


def content(body: etree._Element, rows: Sequence[Row], lines: Sequence[Line], labels: LabelIndex, outline: Outline) -> Content:
    """Return which rows of a page are the report; all of them where nothing of the form is found."""
    signs = {row.number: found for row in rows if not _is_linked(row) and (found := set(_signs(lines[row.number].text, labels, outline)))}
    if not signs:
        return Content(tuple(range(len(rows))), (), body)
    path = _path(body, rows, signs)
    levels = _levels(path, rows)
    level = _climb(path, levels, rows)
    first, last = min(signs), max(signs)
    inside: list[int] = []
    outside: list[int] = []
    for row in rows:
        beside = levels[row.number] > level or (not first <= row.number <= last and _is_linked(row)) or _in_furniture(row, path[level])
        (outside if beside and row.number not in signs else inside).append(row.number)
    return Content(tuple(inside), tuple(outside), path[level])


def _signs(text: str, labels: LabelIndex, outline: Outline) -> Iterator[Sign]:
    """Yield what of the form a line holds: chapters by their titles, labels by their words."""
    heading = outline.chapter(text, labels)
    if heading is not None and heading.key:
        yield "chapter", heading.key
    for piece in text.split(BAR):
        match = labels.exact(normal(piece)) if piece.strip() and len(piece) <= 3 * labels.longest else None
        if match is not None:
            yield from ((use.table, use.key) for use in match.uses if use.key)


def _path(body: etree._Element, rows: Sequence[Row], signs: dict[int, set[Sign]]) -> list[etree._Element]:
    """Return the smallest element with all signs and those around it, innermost first, up to the body."""
    holds: dict[etree._Element, set[Sign]] = {}
    for number, found in signs.items():
        holds.setdefault(rows[number].element, set()).update(found)
    # children stand behind their parents in the order of the document
    for element in reversed(list(body.iter())):
        parent = element.getparent()
        if element in holds and parent is not None and element is not body:
            holds.setdefault(parent, set()).update(holds[element])
    path = [body]
    while True:
        inner = next((child for child in path[0] if len(holds.get(child, ())) == len(holds[body])), None)
        if inner is None or tag_of(inner) == "tr":
            return path
        path.insert(0, inner)


def _levels(path: Sequence[etree._Element], rows: Sequence[Row]) -> list[int]:
    """Return for each row the index of the innermost element of the path that it stands in."""
    known: dict[etree._Element, int] = {element: level for level, element in enumerate(path)}
    for row in rows:
        chain = []
        element: etree._Element | None = row.element
        while element is not None and element not in known:
            chain.append(element)
            element = element.getparent()
        level = known[element] if element is not None else len(path) - 1
        known.update(dict.fromkeys(chain, level))
    return [known[row.element] for row in rows]


def _climb(path: Sequence[etree._Element], levels: Sequence[int], rows: Sequence[Row]) -> int:
    """Return the level up to which what an element adds to the one inside it is mostly prose, or a few lines without links."""
    chosen = 0
    for level in range(1, len(path)):
        added = [row for row in rows if levels[row.number] == level]
        if not added:
            continue
        prose = sum(row.length for row in added if row.length >= PROSE and not _is_linked(row))
        plain = len(added) <= FEW and not any(row.linked for row in added)
        if not plain and 2 * prose < sum(row.length for row in added):
            break
        chosen = level
    return chosen


def _is_linked(row: Row) -> bool:
    return 2 * row.linked > row.length


def _in_furniture(row: Row, content: etree._Element) -> bool:
    element: etree._Element | None = row.element
    while element is not None and element is not content:
        if is_furniture(element, tag_of(element)):
            return True
        element = element.getparent()
    return False
