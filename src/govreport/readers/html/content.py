"""What of a page is the report: the smallest element that holds the labels and chapter titles of the form, by these alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple, TypeVar

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
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Content:
    """The numbers of the rows that are the report, of those that stand beside it, and the element that holds the former."""

    inside: tuple[int, ...]
    outside: tuple[int, ...]
    element: etree._Element


class Signs(NamedTuple):
    """What tells a report from the page around it: labels and chapters of the form, and the lines that only the foot of a page has.

    ``files`` are suffixes of files: links to such are attachments.
    """

    labels: LabelIndex
    outline: Outline
    foot: Sequence[re.Pattern[str]] = ()
    files: Sequence[str] = ()


def content(body: etree._Element, rows: Sequence[Row], lines: Sequence[Line], known: Signs) -> Content:
    """Return which rows of a page are the report; all of them where nothing of the form is found."""
    signs = {row.number: found for row in rows if not _is_linked(row) and (found := set(_signs(lines[row.number].text, known)))}
    if not signs:
        return Content(tuple(range(len(rows))), (), body)
    path = _path(body, rows, signs)
    levels = _innermost(dict(zip(path, range(len(path)), strict=True)).get, len(path) - 1, rows)
    level = _climb(path, levels, rows)
    first, last = min(signs), max(signs)
    blocks = _innermost(dict(zip(path[level], range(len(path[level])), strict=True)).get, -1, rows)
    furniture = _furniture([row for row in rows if levels[row.number] <= level], blocks, signs, lines, known.foot)
    aside = _innermost(lambda each: False if each is path[level] else is_furniture(each, tag_of(each)) or None, False, rows)
    inside: list[int] = []
    outside: list[int] = []
    for row in rows:
        attached = row.number > last and any(suffix in lines[row.number].text.lower() for suffix in known.files)
        around = not first <= row.number <= last and not attached and (_is_linked(row) or blocks[row.number] in furniture)
        beside = levels[row.number] > level or around or aside[row.number]
        (outside if beside and row.number not in signs else inside).append(row.number)
    return Content(tuple(inside), tuple(outside), path[level])


def _signs(text: str, known: Signs) -> Iterator[Sign]:
    """Yield what of the form a line holds: chapters by their titles, labels by their words."""
    labels, outline = known.labels, known.outline
    heading = outline.chapter(text, labels)
    if heading is not None and heading.key:
        yield "chapter", heading.key
    for piece in text.split(BAR):
        match = labels.exact(normal(piece)) if piece.strip() and len(piece) <= 3 * labels.longest else None
        if match is not None:
            yield from ((use.table, use.key) for use in match.uses if use.key)


def _path(body: etree._Element, rows: Sequence[Row], signs: dict[int, set[Sign]]) -> list[etree._Element]:
    """Return the smallest element with all signs and those around it, innermost first, up to the body."""
    own: dict[etree._Element, set[Sign]] = {}
    for number, found in signs.items():
        own.setdefault(rows[number].element, set()).update(found)
    holds: dict[etree._Element, set[Sign]] = {body: set()}
    for element, found in own.items():
        for around in (element, *element.iterancestors()):
            known = holds.setdefault(around, set())
            if found <= known:
                break
            known |= found
            if around is body:
                break
    path = [body]
    while True:
        inner = next((child for child in path[0] if len(holds.get(child, ())) == len(holds[body])), None)
        if inner is None or tag_of(inner) == "tr":
            return path
        path.insert(0, inner)


def _furniture(rows: Sequence[Row], blocks: Sequence[int], signs: Container[int], lines: Sequence[Line], foot: Sequence[re.Pattern[str]]) -> set[int]:
    """Return the blocks of the content that are mostly links, or the foot of the page, and hold nothing of the form."""
    found: set[int] = set()
    for block, group in groupby(rows, key=lambda row: blocks[row.number]):
        members = list(group)
        linked = 2 * sum(row.linked for row in members) > sum(row.length for row in members)
        bare = block >= 0 and not any(row.number in signs for row in members)
        if bare and (linked or any(pattern.match(lines[row.number].text) for row in members for pattern in foot)):
            found.add(block)
    return found


def _innermost(own: Callable[[etree._Element], T | None], otherwise: T, rows: Sequence[Row]) -> list[T]:
    """Return for each row what the innermost element around it has of its own; every element is asked once."""
    known: dict[etree._Element, T] = {}
    for row in rows:
        chain = []
        found: T | None = None
        element: etree._Element | None = row.element
        while element is not None and found is None:
            chain.append(element)
            found = known[element] if element in known else own(element)
            element = element.getparent()
        known.update(dict.fromkeys(chain, otherwise if found is None else found))
    return [known[row.element] for row in rows]


def _climb(path: Sequence[etree._Element], levels: Sequence[int], rows: Sequence[Row]) -> int:
    """Return the level up to which what an element adds to the one inside it is mostly prose, or a few lines without links."""
    chosen = 0
    at: dict[int, list[Row]] = {}
    for row in rows:
        at.setdefault(levels[row.number], []).append(row)
    for level in range(1, len(path)):
        added = at.get(level)
        if not added:
            continue
        prose = sum(row.length for row in added if row.length >= PROSE and not _is_linked(row))
        plain = len(added) <= FEW and not any(row.linked for row in added)
        if not plain and 3 * prose < sum(row.length for row in added):
            break
        chosen = level
    return chosen


def _is_linked(row: Row) -> bool:
    return 2 * row.linked > row.length
