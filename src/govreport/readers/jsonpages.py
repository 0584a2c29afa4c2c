"""A JSON object that is none of ours but holds the text of a page, as programs write that take pages apart: that text as a report."""

from __future__ import annotations

import json
import re
from array import array
from collections.abc import Iterator, Mapping
from itertools import islice

from govreport import vocabulary as vocabularies
from govreport.readers.guard import Limits
from govreport.readers.jsontree import STRINGS, Number, Tree
from govreport.readers.legacy.decode import Decoded
from govreport.readers.legacy.lines import Line, Source
from govreport.readers.legacy.provenance import provenance
from govreport.readers.legacy.reader import NAME, over_limits, read_repaired
from govreport.readers.legacy.repairs import repair
from govreport.readers.legacy.titles import title_of
from govreport.readers.legacy.wording import text_of
from govreport.reading import Reading
from govreport.standard import Standard

FEW, LONGEST_TITLE = 20, 200
"""The title of the page is looked for among so many short texts of the object, each so long at most."""
_ESCAPE = re.compile(r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\.|.", re.DOTALL)
_BREAK = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")


def read(text: str, members: Mapping[str, Tree], data: bytes, name: str, standard: Standard, limits: Limits) -> Reading | None:
    """Return the report that a text of the object is, or that it is too long; None where it is no report.

    Of several texts that with the most lines is taken, of as many the longest; evidence names the place of a cell in the JSON.
    """
    held = [value for value in members.values() if isinstance(value, str) and not isinstance(value, Number)]
    chosen = max(held, key=lambda value: (value.count("\n"), len(value)), default="")
    too_much = over_limits(chosen, name, limits)
    if too_much:
        return Reading(None, too_much)
    vocabulary = vocabularies.load(standard.root)
    lines = next(_written(text, {chosen}), [])
    if title_of(text_of(lines, (), vocabulary)) is None:
        short = {*islice((value for value in held if value != chosen and 0 < len(value) <= LONGEST_TITLE), FEW)}
        lines = [*next((found for found in _written(text, short) if title_of(text_of(found, (), vocabulary))), []), *lines]
    source = Source(text)
    repaired = repair(Decoded(text, "utf-8"), standard, vocabulary, source, lines)
    reading = read_repaired(source, repaired, provenance(data, name, NAME, standard), standard)
    return reading if reading.report is not None else None


def _written(text: str, wanted: set[str]) -> Iterator[list[Line]]:
    """Yield the lines of every string of a JSON text that is one of those wanted, each character with its place in the JSON."""
    longest, shortest = 6 * max(map(len, wanted), default=0) + 2, min(map(len, wanted), default=0) + 2
    for found in STRINGS.finditer(text):
        if shortest <= found.end() - found.start() <= longest and json.loads(found.group(), strict=False) in wanted:
            yield list(_lines(found.group()[1:-1], found.start() + 1))


def _lines(literal: str, start: int) -> Iterator[Line]:
    """Yield the lines of what stands between the quotation marks of a string, which begins at an offset."""
    characters, origins = [], array("L")
    for found in _ESCAPE.finditer(literal):
        written = found.group()
        characters.append(json.loads(f'"{written}"', strict=False) if written[0] == "\\" else written)
        origins.append(start + found.start())
    whole, at = "".join(characters), 0
    for found in _BREAK.finditer(whole):
        yield Line(whole[at : found.start()], origins[at : found.start()], origins[at])
        at = found.end()
    if at < len(whole):
        yield Line(whole[at:], origins[at:], origins[at])
