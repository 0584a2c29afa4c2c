"""Pieces of lines told apart: labels of a form, values, empty cells, and whatever else stands between them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from govreport.readers.legacy.cells import Cell
from govreport.readers.legacy.fragments import Fragment, Kind
from govreport.readers.legacy.labels import LabelIndex, Match, normal
from govreport.readers.legacy.values import ValueReader

MAXIMUM_JOINED, NEAR = 48, 3
"""So many pieces make one label at most, and on so many of the next lines its last words stand."""
_LABEL_THEN_DIGIT = re.compile("([0-9]*[^0-9]+)[0-9]")
ORDINAL_STOPS = ".\u3001\uff0e"


class What(StrEnum):
    """What a token is; HEADING: a line that the outline knows, TEXT: words that are no label, GLUED: a label and numbers in one word."""

    LABEL = "label"
    VALUE = "value"
    BLANK = "blank"
    SOFT = "soft"
    PAD = "pad"
    TEXT = "text"
    GLUED = "glued"
    HEADING = "heading"


class Token(NamedTuple):
    """One or more pieces that are one thing; ``joined`` counts the pieces of a label that was split, ``words`` holds them all."""

    what: What
    text: str
    line: int
    start: int
    last_line: int
    first: bool = False
    barred: bool = False
    match: Match | None = None
    joined: int = 1
    grid: bool = False
    cell: Cell | None = None
    words: str = ""


_EMPTY = {Kind.BLANK: What.BLANK, Kind.SOFT: What.SOFT, Kind.PAD: What.PAD}


def tokens(pieces: Sequence[Fragment], index: LabelIndex, values: ValueReader, headings: frozenset[int]) -> list[Token]:
    """Return the tokens of pieces in reading order; the lines in ``headings`` are one token each."""
    found: list[Token] = []
    place = 0
    while place < len(pieces):
        piece = pieces[place]
        if piece.line in headings:
            if not found or found[-1].what is not What.HEADING or found[-1].line != piece.line:
                found.append(Token(What.HEADING, "", piece.line, 0, piece.line, True))
            place += 1
        elif piece.kind is not Kind.TEXT:
            found.append(Token(_EMPTY[piece.kind], "", piece.line, piece.start, piece.line, piece.first, piece.barred, grid=piece.grid, cell=piece.cell))
            place += 1
        else:
            token, place = _text(pieces, place, index, values)
            if _is_unit(token, found, values):
                value = found.pop()
                gap = token.start - value.start - len(value.text)
                token = value._replace(text=value.text + " " * gap + token.text)
            found.append(token)
    return list(_mended(found, index))


def _mended(found: Sequence[Token], index: LabelIndex) -> Iterator[Token]:
    """Yield the tokens with a label as one whose first words stand before the numbers of its row and whose last words below them."""
    skipped: set[int] = set()
    for place, token in enumerate(found):
        if place in skipped:
            continue
        if token.what is What.TEXT and token.first and not token.barred:
            end = next((number for number in range(place + 1, len(found)) if found[number].what is not What.VALUE or found[number].line != token.line), None)
            rest = found[end] if end is not None and end > place + 1 else None
            if rest is not None and rest.what is What.TEXT and rest.first and not rest.barred and rest.line <= token.line + NEAR:
                words = normal(token.text + rest.text)
                match = index.exact(words)
                if match is not None and normal(match.label).startswith(words) and any(use.kind == "row" for use in match.uses):
                    skipped.add(end or 0)
                    token = token._replace(what=What.LABEL, last_line=rest.line, match=match, joined=2, words=token.text + rest.text)
        yield token


def _is_unit(token: Token, found: Sequence[Token], values: ValueReader) -> bool:
    """Return whether words that are no label are the unit of the bare number before them on the line."""
    if token.what is not What.TEXT or token.barred or not found or found[-1].what is not What.VALUE or found[-1].line != token.line:
        return False
    return found[-1].text[-1:].isdigit() and values.looks_numeric(found[-1].text + token.text)


def _text(pieces: Sequence[Fragment], place: int, index: LabelIndex, values: ValueReader) -> tuple[Token, int]:
    piece = pieces[place]
    if values.looks_numeric(piece.text) and not _numbers_label(pieces, place):
        return _token(What.VALUE, piece), place + 1
    joined = _join(pieces, place, index, values)
    text = normal(piece.text)
    if joined is None and index.path(text) is None and _is_glued(text, index):
        return _token(What.GLUED, piece), place + 1
    found = index.find(piece.text)
    if joined and (found is None or joined[0] > place + 1):
        end, match = joined
        whole = "".join(each.text for each in pieces[place:end])
        return _token(What.LABEL, piece, pieces[end - 1], match, end - place)._replace(words=whole), end
    if found:
        return _token(What.LABEL, piece, piece, found), place + 1
    return _token(What.VALUE if values.looks_numeric(piece.text) or values.may_be_number(piece.text) else What.TEXT, piece), place + 1


def _is_glued(text: str, index: LabelIndex) -> bool:
    """Return whether a normal text is a label with a number run into it: a label ends where the first digit behind its words is."""
    found = _LABEL_THEN_DIGIT.match(text)
    return found is not None and index.exact(found.group(1)) is not None


def _numbers_label(pieces: Sequence[Fragment], place: int) -> bool:
    """Return whether a number is the ordinal of a label written one character a line: a lone stop follows."""
    if place + 1 >= len(pieces) or pieces[place].barred:
        return False
    following = pieces[place + 1]
    return following.kind is Kind.TEXT and len(following.text) == 1 and following.text in ORDINAL_STOPS


def _token(what: What, piece: Fragment, last: Fragment | None = None, match: Match | None = None, joined: int = 1) -> Token:
    return Token(what, piece.text, piece.line, piece.start, (last or piece).line, piece.first, piece.barred, match, joined, piece.grid, piece.cell)


def _join(pieces: Sequence[Fragment], place: int, index: LabelIndex, values: ValueReader) -> tuple[int, Match] | None:
    """Return the end of the longest run of pieces from ``place`` whose words make one label, or the beginning of one.

    Whole labels one behind the other are not taken for the beginning of another.
    """
    text, best, cut = "", None, None
    for end in range(place, min(place + MAXIMUM_JOINED, len(pieces))):
        piece = pieces[end]
        if piece.kind is not Kind.TEXT:
            if piece.kind is Kind.SOFT and end > place:
                continue
            break
        words = normal(piece.text)
        if not index.is_prefix(text + words) or (end > place and (piece.text.isdigit() or not words) and values.looks_numeric(piece.text)):
            break
        text += words
        if words:
            match = index.exact(text)
            best = (end + 1, match) if match else best
            cut = end + 1
    if cut is not None and cut > (best[0] if best else place + 1) and not (best and _are_labels(text, index)):
        match = index.cut(text)
        if match is not None:
            return cut, match
    return best


def _are_labels(text: str, index: LabelIndex) -> bool:
    """Return whether a normal text is nothing but whole labels."""
    return any(index.exact(text[:end]) is not None and (end == len(text) or _are_labels(text[end:], index)) for end in range(len(text), 0, -1))
