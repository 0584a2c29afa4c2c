"""What comes again on every page: page numbers that count with the pages, heads and feet in the same place with the same words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from govreport.readers.pdf.pages import Character, Page
from govreport.readers.pdf.wording import Line, lines

EDGE = 0.12
"""Heads and feet stand in so much of a page's height at its top and bottom."""
NEAR = 4.0
LONGEST_NUMBER = 12
_DIGITS = re.compile("[0-9\uff10-\uff19]+")


def furniture(pages: Sequence[Page]) -> dict[int, set[Character]]:
    """Return the characters that are no text of the document, by page number."""
    edges = {page.number: list(_edge_lines(page)) for page in pages}
    widths = {page.number: page.width for page in pages}
    found: dict[int, set[Character]] = {page.number: set() for page in pages}
    for page in pages:
        for line in edges[page.number]:
            if _counts(line, page.number, edges, widths) or _again(line, page.number, edges):
                found[page.number] |= set(line.characters)
    return found


def _edge_lines(page: Page) -> Iterator[Line]:
    """Yield the words in a page's margins, as far as they stand apart on their lines."""
    characters = [each for each in page.characters if not each.lean and (each.y < EDGE * page.height or each.y > (1 - EDGE) * page.height)]
    for line in lines(characters):
        yield from line.words()


def _numbered(line: Line) -> tuple[list[int], str]:
    """Return the numbers in a line and its words with the numbers left out."""
    text = line.text
    return [int(number) for number in _DIGITS.findall(text)], "".join(_DIGITS.sub("#", text).split())


def _counts(line: Line, number: int, edges: dict[int, list[Line]], widths: dict[int, float]) -> bool:
    """Return whether a line is a page number: at its place, or opposite, on other pages stands the same with the number of pages between them added."""
    numbers, words = _numbered(line)
    if not numbers or len(line.characters) > LONGEST_NUMBER + len(words):
        return False
    others = 0
    for page, there in edges.items():
        if page == number:
            continue
        for other in there:
            counted, alike = _numbered(other)
            if (
                alike == words
                and abs(other.y - line.y) < NEAR
                and _opposite(line, other, widths[page])
                and len(counted) == len(numbers)
                and counted[0] - numbers[0] == page - number
            ):
                others += 1
                break
    return others >= 1 and (others >= 2 or len(edges) < 4 or len(words) > 1)


def _opposite(one: Line, other: Line, width: float) -> bool:
    """Return whether two lines stand at the same place across, or one as far from the left edge as the other from the right."""
    middle, there = (one.x0 + one.x1) / 2, (other.x0 + other.x1) / 2
    return abs(middle - there) < 2 * NEAR or abs(middle + there - width) < 3 * NEAR


def _again(line: Line, number: int, edges: dict[int, list[Line]]) -> bool:
    """Return whether a line without numbers of its own comes on most pages in the same place."""
    text = line.text
    if text.isdigit() or len(edges) < 3:
        return False
    pages = Counter(
        page for page, there in edges.items() for other in there if other.text == text and abs(other.y - line.y) < NEAR and abs(other.x0 - line.x0) < NEAR
    )
    return len(pages) >= max(2, len(edges) // 3)
