"""What in the pieces of one row says that they are not its cells one after the other: words at their end or among them, pieces on lines further left."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from govreport.readers.legacy.columns import WIDE_GAP
from govreport.readers.legacy.lines import Line
from govreport.readers.legacy.records import Record
from govreport.readers.legacy.tokens import Token, What

_NOTHING = Token(What.BLANK, "", 0, 0, 0)


def in_disorder(record: Record, lines: Sequence[Line]) -> bool:
    """Return whether nobody can tell which pieces of a row are its cells, though they may be as many."""
    return _ends_in_words(record) or _goes_back(record, lines) or _is_broken(record)


def _ends_in_words(record: Record) -> bool:
    """Return whether words on a line of their own end a row of numbers: a cell of it, or the title of what follows, nobody can tell."""
    *before, last = record.run.solid or record.run.slots or [_NOTHING]
    words = last.what is What.TEXT and last.first and not last.grid
    return words and any(slot.what is What.VALUE and slot.line != last.line for slot in before)


def _goes_back(record: Record, lines: Sequence[Line]) -> bool:
    """Return whether pieces of a row stand on further lines, each below its column, and left of what stands above them."""
    first = {token.line: token for token in reversed(record.run.solid)}
    pairs = [(first[one.line], other) for one, other in pairwise(record.run.solid) if one.line != other.line and other.start < one.start]
    return any(_is_indented(one, lines) or _is_indented(other, lines) or WIDE_GAP in lines[one.line].text for one, other in pairs)


def _is_indented(token: Token, lines: Sequence[Line]) -> bool:
    text = lines[token.line].text
    return text.startswith(WIDE_GAP) and text[: token.start].isspace()


def _is_broken(record: Record) -> bool:
    """Return whether words with a figure, such as the beginning of a note, stand in a row without bars that takes up several lines."""
    solid = record.run.solid
    spoken = any(token.what is What.TEXT and not token.barred and any(map(str.isdigit, token.text)) for token in solid)
    return spoken and len({token.line for token in solid}) > 1
