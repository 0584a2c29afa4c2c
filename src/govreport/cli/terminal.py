"""Texts on a terminal: how many columns they take, and where they may be broken."""

from __future__ import annotations

import shutil
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

MOST_COLUMNS = 110
LEAST_COLUMNS = 50
_OPENING = ("Ps", "Pi")


def columns() -> int:
    """Return how wide to print: as wide as the terminal, within reason."""
    return max(LEAST_COLUMNS, min(shutil.get_terminal_size().columns, MOST_COLUMNS))


def width(text: str) -> int:
    """Return how many columns of a terminal a text takes: two for a wide character."""
    return len(text) + sum(unicodedata.east_asian_width(character) in "WF" for character in text)


def aligned(rows: Iterable[Sequence[object]]) -> Iterator[str]:
    """Yield rows as lines whose columns stand under one another."""
    texts = [[str(cell) for cell in row] for row in rows]
    widths = [max(map(width, column)) for column in zip(*texts, strict=True)]
    for row in texts:
        yield "  ".join(cell + " " * (wide - width(cell)) for cell, wide in zip(row, widths, strict=True)).rstrip()


def wrapped(text: str, limit: int) -> Iterator[str]:
    """Yield the lines of a text: broken at blanks and between wide characters, never before a closing mark; its own line breaks stay."""
    for paragraph in text.splitlines():
        line: list[str] = []
        used = 0
        for piece in _pieces(paragraph, limit):
            if line and used + width(piece.rstrip()) > limit:
                carried = [line.pop()] if len(line) > 1 and _is_closing(piece) else []
                yield "".join(line).rstrip()
                line, used = carried, sum(map(width, carried))
            line.append(piece)
            used += width(piece)
        yield "".join(line).rstrip()


def _is_closing(piece: str) -> bool:
    category = unicodedata.category(piece[0])
    return category.startswith("P") and category not in _OPENING and width(piece) == 2


def _pieces(text: str, limit: int) -> Iterator[str]:
    """Yield words with the blanks behind them, and wide characters one by one; a word too long for a line comes in parts."""
    word = ""
    for character in text:
        wide = width(character) == 2
        if word and (wide or len(word) == limit):
            yield word
            word = ""
        word += character
        if wide or character == " ":
            yield word
            word = ""
    if word:
        yield word
