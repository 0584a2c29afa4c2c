"""Whether a document can be read at all: text that no font gives a meaning, pages that are pictures, text that nobody sees."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

from govreport.diagnostics import Diagnostic, Location
from govreport.readers.pdf.extraction import Extracted
from govreport.readers.pdf.pages import Character, Page
from govreport.reading import Reading
from govreport.standard import Standard

MEANINGLESS = 0.1
"""From this share of characters without a meaning on nothing of a document is believed."""
FEW, LARGE = 40, 0.5
"""A page with hardly any characters, and pictures over so much of it, is a picture."""
QUOTE, MANY = 60, 100
_MEANINGLESS = {"Co", "Cn", "Cs", "Cc"}


def refusal(pages: Sequence[Page], name: str) -> Diagnostic | None:
    """Return why no page of a document can be read: TEXT-MOJIBAKE or TEXT-SCANNED; None where they can."""
    letters = [each.text for page in pages for each in page.characters if not each.text.isspace()]
    lost = sum(map(_is_meaningless, letters))
    if lost > MEANINGLESS * len(letters):
        return Diagnostic("TEXT-MOJIBAKE", Location(name), {"count": lost, "total": len(letters)})
    pictures = [page for page in pages if _is_picture(page)]
    if pictures and 2 * len(pictures) > len([page for page in pages if page.characters or page.covered or page.hidden]):
        return Diagnostic("TEXT-SCANNED", Location(name), {"count": len(pictures), "total": len(pages)})
    return None


def hidden(pages: Sequence[Page]) -> Iterator[Diagnostic]:
    """Yield what is said of text that nobody sees: white on white, invisible, transparent."""
    found = [each for page in pages for each in page.hidden if not each.text.isspace()]
    if found:
        sample = "".join(each.text for each in found[:QUOTE])
        yield Diagnostic("TEXT-NOISE", Location(path=_place(found[0])), {"kind": "hidden", "count": len(found), "sample": sample})


def unread(found: Extracted, pages: Sequence[Page], reading: Reading, standard: Standard) -> Iterator[Diagnostic]:
    """Yield the pages in which what is missing may stand: pictures, pages that could not be loaded, fields to fill in."""
    if reading.report is None:
        return
    whole = {table.key for table in reading.report.tables()} >= set(standard.table_keys)
    for number in found.unloaded[:MANY]:
        yield Diagnostic("TEXT-UNREAD", Location(path=f"page[{number}]"), {"kind": "page", "quote": str(number)})
    for page in pages:
        if page.fields:
            yield Diagnostic("TEXT-UNREAD", Location(path=f"page[{page.place}]"), {"kind": "field", "quote": str(page.place)})
        if not whole and _is_picture(page):
            yield Diagnostic("TEXT-UNREAD", Location(path=f"page[{page.place}]"), {"kind": "image", "quote": str(page.place)})


def _is_meaningless(text: str) -> bool:
    return text == "\ufffd" or unicodedata.category(text) in _MEANINGLESS


def _is_picture(page: Page) -> bool:
    return page.covered >= LARGE and sum(not each.text.isspace() for each in page.characters) < FEW


def _place(character: Character) -> str:
    return f"page[{character.page}]"
