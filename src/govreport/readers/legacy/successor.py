"""Where another report begins in a text that holds several: only the first is read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from govreport.readers.legacy.instances import Instance
from govreport.readers.legacy.names import name_on
from govreport.readers.legacy.outline import Heading, Outline
from govreport.readers.legacy.titles import title_of, titles
from govreport.readers.legacy.wording import Text

SEVERAL = 2
"""So many tables come again at least where no title parts two reports."""


def successor(text: Text, headings: Mapping[int, Heading], found: Sequence[Instance], outline: Outline) -> int | None:
    """Return the index of the line with which a second report begins, None where the text holds one only.

    It begins with a title below a first report or, without one, with the first of the chapters, and what follows has been there
    before: half of the chapters with something in them, or tables.
    """
    chapters = [(number, heading.key) for number, heading in headings.items() if heading.key and number + 1 not in headings]
    filled = [instance for instance in found if instance.headed and any(run.solid for run in instance.runs)]
    tables = [(line, instance.table) for instance in filled for line in (instance.first_line, max(token.line for token in instance.tokens))]
    if not _again(chapters) and len({instance.table for instance in found}) == len(found):
        return None
    begun = min((place for place, _ in (*chapters, *tables)), default=0)
    keys, copies = _spans(chapters), _spans(tables)
    own = title_of(text)
    below = [number for number in text.filled if number > begun]
    parting = {number for number in below if _both(copies, number) or outline.names.are_half(_both(keys, number))}
    for title in titles(text, below, parting):
        # the title of the text itself may stand below a menu; a second time, it may be that of the tables of the first
        first = own is not None and (own.first == title.first or (own.text == title.text and not any(first < title.first for first, _ in copies.values())))
        if not first:
            above = max(number for number in text.filled if number < title.first)
            return above if title.agency is None and name_on(text.lines[above], text.vocabulary) else title.first
    starts = (number for number, key in chapters if outline.names.begins(key) and len(_both(copies, number)) >= SEVERAL)
    return next(starts, None)


def _again(chapters: Sequence[tuple[int, str | None]]) -> bool:
    return len({key for _, key in chapters}) < len(chapters)


def _spans(places: Sequence[tuple[int, str | None]]) -> dict[str | None, tuple[int, int]]:
    """Return the first and the last line on which each of some keys stands."""
    spans: dict[str | None, tuple[int, int]] = {}
    for place, key in places:
        first, last = spans.get(key, (place, place))
        spans[key] = min(first, place), max(last, place)
    return spans


def _both(spans: Mapping[str | None, tuple[int, int]], line: int) -> set[str | None]:
    """Return what stands before a line and behind it."""
    return {key for key, (first, last) in spans.items() if first < line < last}
