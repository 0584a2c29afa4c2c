"""Rows of a table as programs print their lists: in brackets, words in quotation marks, made such as tabs part them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from govreport.readers.legacy.lines import Line, joined

FEW, NARROWEST = 3, 3
"""So many rows, of so many cells, are a table."""
_ITEM = r"""(?:"(?:[^"\\]|\\.){0,999}"|'(?:[^'\\]|\\.){0,999}'|[-+]?[0-9]{1,15}(?:\.[0-9]{1,9})?|None|null|NaN|nan|<NA>)"""
_ITEMS = re.compile(_ITEM)
_ROW = re.compile(rf"[\[(]\s?{_ITEM}(?:\s?,\s?{_ITEM}){{0,99}}\s?,?\s?[\])]")
_BETWEEN = frozenset("[](), \t")
_WRITTEN = re.compile(r"\\[nrt]|\\(?=.)")
"""A line end or tab in a word, and what stands before a quotation mark of its own."""


def unlisted(lines: Sequence[Line]) -> list[Line]:
    """Return the lines with tabs between the items of lists, where lines are nothing but such; all as they are where there are few."""
    found = {number: rows for number, line in enumerate(lines) if (rows := list(_rows(line)))}
    wide = sum(row.text.count("\t") + 1 >= NARROWEST for rows in found.values() for row in rows)
    return [row for number, line in enumerate(lines) for row in found.get(number, (line,))] if wide >= FEW else list(lines)


def _rows(line: Line) -> Iterator[Line]:
    if line.text.lstrip()[:1] not in ("[", "(") or not _BETWEEN.issuperset(_ROW.sub("", line.text)):
        return
    for row in _ROW.finditer(line.text):
        yield joined([_word(line.slice(row.start() + item.start(), row.start() + item.end())) for item in _ITEMS.finditer(row.group())], "\t")


def _word(item: Line) -> Line:
    quoted = item.text[0] in "\"'"
    word = item.slice(1, len(item) - 1) if quoted else item
    return word.without([found.span() for found in _WRITTEN.finditer(word.text)]) if quoted and "\\" in word.text else word
