"""Lines of prose joined to paragraphs, by how they are indented and whether they are full; lines of columns without rulings left as they stand."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from govreport.readers.pdf.blocks import Table
from govreport.readers.pdf.pages import Character
from govreport.readers.pdf.wording import TOUCHING, WIDE, Line, Piece, median, pieces

INDENT, FULL, LEADING, SIZE = 0.8, 1.6, 1.7, 0.15
"""In characters: a line further in begins a paragraph; one that ends nearer to the edge is full. In pitches: a wider gap parts paragraphs."""
ALIGNED_LINES, REACH = 3, 2
BLANK, ELLIPSIS = " ", "\u2026"
STACKED, CLOSER, LONG = 1.75, 0.85, 4
"""Rows of an unruled table are further apart, in heights of their characters, or as far as most, with labels beside their numbers, which are short."""

_FIGURE = re.compile(r"[-+]?\d[\d,.\uff0c\uff0e]*\D{0,2}")
"""A number, with a unit of a character or two."""


@dataclass(frozen=True, slots=True)
class Margins:
    """Where the prose of a document begins and ends on its lines, how large its type is and how far its lines are apart."""

    left: float
    right: float
    size: float
    pitch: float


def paragraphs(blocks: Sequence[Line | Table], begins: Callable[[str], bool]) -> list[list[Piece] | Table]:
    """Return every paragraph as its characters, tables between them; ``begins`` tells whether a text is a heading that no line runs into."""
    found: list[list[Piece] | Table] = []
    run: list[Line] = []
    margins = _margins([block for block in blocks if isinstance(block, Line)])
    for block in (*blocks, None):
        if isinstance(block, Line):
            run.append(block)
            continue
        found += _prose(run, margins, begins)
        run = []
        if block is not None:
            found.append(block)
    return found


def _margins(lines: Sequence[Line]) -> Margins:
    size = median([line.size for line in lines])
    body = [line for line in lines if abs(line.size - size) <= SIZE * size]
    lefts = Counter(round(line.x0 / 2) * 2 for line in body)
    often = [left for left, count in lefts.items() if count >= max(2, len(body) // 12)]
    left = min(often, default=min((line.x0 for line in body), default=0.0))
    ends = sorted(line.x1 for line in body)
    right = ends[int(0.95 * (len(ends) - 1))] if ends else 0.0
    pitches = [other.y - one.y for one, other in pairwise(body) if 0 < other.y - one.y < 4 * size]
    return Margins(left, right, size, median(pitches))


def _prose(run: Sequence[Line], margins: Margins, begins: Callable[[str], bool]) -> list[list[Piece]]:
    aligned = _aligned(run)
    stacked = _stacked([run[number] for number in sorted(aligned)])
    found: list[list[Piece]] = []
    before: Line | None = None
    for number, line in enumerate(run):
        if number in aligned:
            found.append(_spread(line, run, aligned, stacked))
            before = None
        elif before is not None and _goes_on(before, line, margins) and not begins(line.text):
            found[-1] += _glue(before, line) + pieces(line)
            before = line
        else:
            found.append(pieces(line))
            before = line
    return found


def _goes_on(before: Line, line: Line, margins: Margins) -> bool:
    """Return whether a line continues the paragraph of the one before it."""
    size = margins.size or 1.0
    full = before.x1 >= margins.right - FULL * size
    indented = line.x0 > margins.left + INDENT * size
    same = abs(before.size - line.size) <= SIZE * size
    below = line.y > before.y
    near = not below or not margins.pitch or line.y - before.y <= LEADING * margins.pitch
    return full and not indented and same and near


def _glue(before: Line, line: Line) -> list[Piece]:
    """Return a blank between two words of narrow letters, nothing where a wide character stands on either side, or within a number."""
    last, first = before.characters[-1], line.characters[0]
    if last.text >= WIDE or first.text >= WIDE or (last.text.isdigit() and first.text.isdigit()):
        return []
    return [Piece(BLANK, first.page, first.box)]


def _aligned(run: Sequence[Line]) -> set[int]:
    """Return the numbers of the lines that stand in columns without rulings: words far apart, and the lines close to such."""
    several = [number for number, line in enumerate(run) if len(line.words()) > 1 or _side_by_side(line)]
    found: set[int] = set()
    block: list[int] = []
    for number in (*several, None):
        if number is not None and (not block or number - block[-1] <= REACH + 1):
            block.append(number)
            continue
        if len(block) >= ALIGNED_LINES:
            found |= set(range(block[0], block[-1] + 1))
        block = [] if number is None else [number]
    return found


def _side_by_side(line: Line) -> bool:
    """Return whether two numbers stand next to each other on a line."""
    numbers = [all(each.text.isdigit() for each in word.characters) for word in line.words(TOUCHING)]
    return any(one and other for one, other in pairwise(numbers))


def _stacked(rows: Sequence[Line]) -> set[Character]:
    """Return the last characters of all numbers, also with a unit, if some are likely parts of longer ones.

    Such stand close below another, without a label or closer than rows are.
    """
    numbers = [(line, word) for line in rows for word in line.words(TOUCHING) if all(each.text.isdigit() for each in word.characters)]
    labelled = {id(line) for line in rows if any(each.text.isalpha() for each in line.characters)}
    near: list[tuple[float, bool]] = []
    gaps: list[float] = []
    for place, (line, word) in enumerate(numbers):
        below = next(((other, there) for other, there in numbers[place + 1 :] if other is not line and abs(_middle(there) - _middle(word)) < word.size), None)
        if below is not None:
            gap = (below[0].y - line.y) / max(word.characters[0].height, 1.0)
            gaps.append(gap)
            near.append((gap, len(word.characters) < LONG and id(line) in labelled and id(below[0]) in labelled))
    widest = sorted(gaps)[9 * len(gaps) // 10] if gaps else 0.0
    found = any(gap < STACKED and (not both or gap < CLOSER * widest) for gap, both in near)
    return {word.characters[-1] for line in rows for word in line.words(TOUCHING) if _FIGURE.fullmatch(word.text)} if found else set()


def _middle(word: Line) -> float:
    return (word.x0 + word.x1) / 2


def _spread(line: Line, run: Sequence[Line], aligned: set[int], stacked: set[Character]) -> list[Piece]:
    """Return a line with as many blanks before its words as tell where on the page they stand; parts of numbers end with dots."""
    left = min(run[number].x0 for number in aligned)
    unit = max(median([run[number].size for number in aligned]) / 2, 1.0)
    found: list[Piece] = []
    width = 0
    for word in line.words():
        place = round((word.x0 - left) / unit)
        if found or place:
            blanks = max(place - width, 2 if found else 0)
            first = word.characters[0]
            found += [Piece(BLANK, first.page, first.box)] * blanks
            width += blanks
        own: list[Piece] = []
        for part in word.words(TOUCHING):
            own += [Piece(BLANK, part.characters[0].page, part.characters[0].box)] * bool(own)
            own += pieces(part)
            if part.characters[-1] in stacked:
                own.append(Piece(ELLIPSIS, own[-1].page, own[-1].box))
        found += own
        width += sum(2 if piece.text >= WIDE else 1 for piece in own)
    return found
