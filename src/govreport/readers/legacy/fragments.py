"""Lines cut into the pieces a table cell may be: words, empty cells, and bars of which nobody can tell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from govreport.readers.legacy.lines import Line

_WORD = re.compile(r"[^\s|]+")
_RULE = re.compile(r"^[\s|:+=-]*-{2,}[\s|:+=-]*$")
WIDE_BLANKS = "\u00a0\u3000"


class Kind(Enum):
    """What a piece is: text; an empty cell for certain; an empty cell or padding; padding for certain."""

    TEXT = "text"
    BLANK = "blank"
    SOFT = "soft"
    PAD = "pad"


@dataclass(frozen=True, slots=True)
class Fragment:
    """A piece of a line: its text (stripped), the line's index, where it starts in the line, whether it opens the line."""

    kind: Kind
    text: str
    line: int
    start: int
    first: bool = False
    barred: bool = False


def is_rule(text: str) -> bool:
    """Return whether a line only rules off the head of a pipe table."""
    return "-" in text and _RULE.match(text) is not None


def fragments(lines: Sequence[Line]) -> list[Fragment]:
    """Return the pieces of all lines in reading order."""
    ruled = _ruled(lines)
    pieces: list[Fragment] = []
    unended = False
    for index, line in enumerate(lines):
        text = line.text
        if "|" in text:
            lone = text.strip() == "|"
            if not is_rule(text) and not (lone and unended):
                pieces += [Fragment(Kind.SOFT, "", index, 0, True, True)] if lone else _barred(text, index, index in ruled)
            unended = not text.rstrip().endswith("|")
        elif text.strip():
            pieces += _words(text, index)
            unended = True
        elif any(wide in text for wide in WIDE_BLANKS):
            pieces.append(Fragment(Kind.SOFT, "", index, 0, True))
            unended = True
    return pieces


def _ruled(lines: Sequence[Line]) -> set[int]:
    """Return the indexes of lines in a pipe table that has a rule under its head: there every empty cell is meant."""
    ruled: set[int] = set()
    run: list[int] = []
    has_rule = False
    for index, line in enumerate([*(line.text for line in lines), ""]):
        if "|" in line:
            run.append(index)
            has_rule = has_rule or is_rule(line)
        elif run:
            if has_rule:
                ruled.update(run)
            run, has_rule = [], False
    return ruled


def _barred(text: str, index: int, ruled: bool) -> Iterator[Fragment]:
    """Yield the cells of a line with bars.

    Extractors that drop empty cells put the bars left over at the line's end, without blanks between them; an empty cell that
    they kept stands between bars with a blank. A lone blank before the last bar may be either.
    """
    cells, offset = [], 0
    for cell in text.split("|"):
        cells.append((cell, offset))
        offset += len(cell) + 1
    opened = not cells[0][0].strip() and (ruled or any(cell.strip() for cell, _ in cells))
    if opened:
        cells.pop(0)
        if not ruled:
            yield Fragment(Kind.SOFT, "", index, 0, True, True)
    if cells and not cells[-1][0].strip():
        cells.pop()
    last = max((number for number, (cell, _) in enumerate(cells) if cell.strip()), default=-1)
    first = True
    for number, (cell, offset) in enumerate(cells):
        stripped = cell.strip()
        if stripped:
            yield Fragment(Kind.TEXT, stripped, index, offset + cell.index(stripped[0]), first, True)
        else:
            yield Fragment(_empty(cells, number, last, ruled), "", index, offset, first, True)
        first = False


def _empty(cells: list[tuple[str, int]], number: int, last: int, ruled: bool) -> Kind:
    if number < last or ruled or any(wide in cells[number][0] for wide in WIDE_BLANKS):
        return Kind.BLANK
    following = cells[number + 1][0] if number + 1 < len(cells) else None
    if not cells[number][0] or following == "":
        return Kind.PAD
    return Kind.SOFT if following is None else Kind.BLANK


def _words(text: str, index: int) -> Iterator[Fragment]:
    first = True
    for word in _WORD.finditer(text):
        yield Fragment(Kind.TEXT, word.group(), index, word.start(), first)
        first = False
