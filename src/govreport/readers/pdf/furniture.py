"""What comes again on every page: page numbers that count with the pages, heads and feet in the same place with the same words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from govreport.readers.pdf.pages import Character, Page
from govreport.readers.pdf.wording import Line, lines

EDGE = 0.12
"""Heads and feet stand in so much of a page's height at its top and bottom."""
NEAR = 4.0
LONGEST_NUMBER = 12
_DIGITS = re.compile("[0-9\uff10-\uff19]+")


class _Words(NamedTuple):
    """Words in a page's margin: the line that they are, its text, the numbers in it if it is short, and the text with the numbers left out."""

    line: Line
    text: str
    numbers: list[int]
    words: str


def furniture(pages: Sequence[Page]) -> dict[int, set[Character]]:
    """Return the characters that are no text of the document, by page number."""
    edges = {page.number: list(_edge_words(page)) for page in pages}
    widths = {page.number: page.width for page in pages}
    found: dict[int, set[Character]] = {page.number: set() for page in pages}
    for page in pages:
        own = edges[page.number]
        counting = [each for each in own if _counts(each, page.number, edges, widths)]
        outermost = max((_out(each, page) for each in counting), default=0.0)
        for each in own:
            number = each in counting and (len(each.words) > 1 or _out(each, page) >= outermost)
            if number or _again(each, edges):
                found[page.number] |= set(each.line.characters)
    return found


def _out(each: _Words, page: Page) -> float:
    """Return how far from the middle of a page words stand: of bare figures that count with the pages only the outermost are the page's number."""
    return abs(each.line.y - page.height / 2)


def _edge_words(page: Page) -> Iterator[_Words]:
    """Yield the words in a page's margins, as far as they stand apart on their lines; each is taken apart once, for all pages look at it."""
    characters = [each for each in page.characters if not each.lean and (each.y < EDGE * page.height or each.y > (1 - EDGE) * page.height)]
    for line in lines(characters):
        for part in line.words():
            text = part.text
            words = "".join(_DIGITS.sub("#", text).split())
            short = len(part.characters) <= LONGEST_NUMBER + len(words)
            yield _Words(part, text, [int(number) for number in _DIGITS.findall(text)] if short else [], words)


def _counts(each: _Words, number: int, edges: dict[int, list[_Words]], widths: dict[int, float]) -> bool:
    """Return whether words are a page number: at their place, or opposite, on other pages stands the same with the number of pages between them added."""
    if not each.numbers:
        return False
    others = 0
    for page, there in edges.items():
        if page == number:
            continue
        for other in there:
            if (
                other.words == each.words
                and abs(other.line.y - each.line.y) < NEAR
                and _opposite(each.line, other.line, widths[page])
                and len(other.numbers) == len(each.numbers)
                and other.numbers[0] - each.numbers[0] == page - number
            ):
                others += 1
                break
    return others >= 1 and (others >= 2 or len(edges) < 4 or len(each.words) > 1)


def _opposite(one: Line, other: Line, width: float) -> bool:
    """Return whether two lines stand at the same place across, or one as far from the left edge as the other from the right."""
    middle, there = (one.x0 + one.x1) / 2, (other.x0 + other.x1) / 2
    return abs(middle - there) < 2 * NEAR or abs(middle + there - width) < 3 * NEAR


def _again(each: _Words, edges: dict[int, list[_Words]]) -> bool:
    """Return whether words without numbers of their own come on most pages in the same place."""
    if each.text.isdigit() or len(edges) < 3:
        return False
    line = each.line
    pages = [
        page
        for page, there in edges.items()
        if any(other.text == each.text and abs(other.line.y - line.y) < NEAR and abs(other.line.x0 - line.x0) < NEAR for other in there)
    ]
    return len(pages) >= max(2, len(edges) // 3)
