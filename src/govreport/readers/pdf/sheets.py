"""Sheets that hold two pages side by side, parted into these: nothing on any sheet of the document crosses its middle."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from govreport.readers.pdf.pages import Character, Page
from govreport.readers.pdf.rulings import Box, Ruling

LANDSCAPE = 1.2
"""A sheet of two pages is so many times as wide as high."""
FREE = 0.01
"""Of its width: so much on either side of its middle stays free."""
NEAR = 2.0
"""In heights: characters of one line stand so near to each other."""
LEAST = 40
"""A sheet with two pages on it has so many characters on either side."""


def parted(sheets: Sequence[Page]) -> list[Page]:
    """Return the pages of sheets, numbered in order; the sheets as they are where some do not hold two."""
    if not sheets or not all(map(_holds_two, sheets)) or not any(_full(sheet) for sheet in sheets):
        return list(sheets)
    return [replace(page, number=number) for number, page in enumerate((page for sheet in sheets for page in _halves(sheet)), 1)]


def _holds_two(sheet: Page) -> bool:
    if sheet.width < LANDSCAPE * sheet.height:
        return False
    middle, free = sheet.width / 2, FREE * sheet.width
    drawn = [(each.start, each.end) for each in sheet.across] + [(each.at, each.at) for each in sheet.down]
    if any(start < middle + free and end > middle - free for start, end in drawn):
        return False
    near = [each for each in sheet.characters if each.x0 < middle + NEAR * each.height and each.x1 > middle - NEAR * each.height and not each.text.isspace()]
    return not any(_is_written_on(each, near) for each in near if each.x0 < middle + free and each.x1 > middle - free)


def _is_written_on(character: Character, near: Sequence[Character]) -> bool:
    """Return whether a character stands beside others; one alone is what a page beside lets hang over its edge."""
    height = character.height
    return any(other is not character and abs(other.y - character.y) < height / 2 and abs(other.x - character.x) < NEAR * height for other in near)


def _full(sheet: Page) -> bool:
    left = sum(each.x < sheet.width / 2 for each in sheet.characters)
    return min(left, len(sheet.characters) - left) >= LEAST


def _halves(sheet: Page) -> Iterator[Page]:
    """Yield the left and the right page of a sheet."""
    middle = sheet.width / 2
    for shift in (0.0, middle):
        yield replace(
            sheet,
            width=middle,
            characters=tuple(_moved(sheet.characters, shift, middle)),
            hidden=tuple(_moved(sheet.hidden, shift, middle)),
            across=tuple(Ruling(each.at, each.start - shift, each.end - shift) for each in sheet.across if shift <= each.start < shift + middle),
            down=tuple(Ruling(each.at - shift, each.start, each.end) for each in sheet.down if shift <= each.at < shift + middle),
            pictures=tuple(_beside(each, shift) for each in sheet.pictures if shift <= (each[0] + each[2]) / 2 < shift + middle),
            sheet=sheet,
            shift=shift,
        )


def _moved(characters: Iterable[Character], shift: float, middle: float) -> Iterator[Character]:
    for each in characters:
        if (each.x < middle) == (not shift):
            yield each._replace(x0=each.x0 - shift, x1=each.x1 - shift) if shift else each


def _beside(box: Box, shift: float) -> Box:
    return box[0] - shift, box[1], box[2] - shift, box[3]
