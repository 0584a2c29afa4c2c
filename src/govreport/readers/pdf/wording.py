"""Characters put together as text: lines by their height on the page, words by the gaps between them, the text of a cell with its doubts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from govreport.readers.pdf.pages import Character
from govreport.readers.pdf.rulings import Box

WIDE = "\u2e80"
"""From here on characters are as wide as they are high, and stand side by side without blanks."""
SAME_LINE, TOUCHING, WORD_GAP, COLUMN_GAP = 0.5, 0.3, 0.6, 1.6
"""Shares of a character's height: lines nearer are one; gaps up to these are none, a blank inside a word, the end of a word."""
OVERLAP, SMALLER, RAISED = 0.5, 0.92, 0.15
"""Of two digits' width, height, and height: written over each other, of another size, on another line of type: hardly parts of one number."""
NEXT_LINE, PADDING = 1.9, 11.0
"""Lines of one cell stand nearer than so many heights; so many points of its width a cell keeps free, 1.9 mm on either side in office programs."""
_GROUPED = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+")
POINTS = ",.\uff0c\uff0e"
STRUCK = "\u0336"
"""What Unicode has for a line through a character: a text with it is no number and no label, and shows what was there."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A character of a text with its place on the page as shown."""

    text: str
    page: int
    box: Box


@dataclass(slots=True)
class Line:
    """Characters on one line from left to right, none of them blank, with their bounds on the upright page."""

    characters: list[Character]

    @property
    def x0(self) -> float:
        """Where it begins."""
        return self.characters[0].x0

    @property
    def x1(self) -> float:
        """Where it ends."""
        return max(each.x1 for each in self.characters)

    @property
    def y0(self) -> float:
        """Its top."""
        return min(each.y0 for each in self.characters)

    @property
    def y1(self) -> float:
        """Its bottom."""
        return max(each.y1 for each in self.characters)

    @property
    def y(self) -> float:
        """Its middle."""
        return median([each.y for each in self.characters])

    @property
    def size(self) -> float:
        """How large its type is: the width of a wide character, else the height."""
        wide = [each.x1 - each.x0 for each in self.characters if each.text >= WIDE]
        return median(wide) if wide else 0.8 * median([each.height for each in self.characters])

    @property
    def text(self) -> str:
        """Its text, words set apart by a blank."""
        return "".join(piece.text for piece in pieces(self))

    def words(self, widest: float = COLUMN_GAP) -> list[Line]:
        """Return the line cut where its gaps are wider than so many characters, by default as wide as between columns."""
        found: list[list[Character]] = [[]]
        size = self.size
        for each in self.characters:
            if found[-1] and each.x0 - found[-1][-1].x1 > widest * size:
                found.append([])
            found[-1].append(each)
        return [Line(each) for each in found]


def median(numbers: Sequence[float]) -> float:
    """Return the number in the middle, 0 of none."""
    return sorted(numbers)[len(numbers) // 2] if numbers else 0.0


def lines(characters: Iterable[Character]) -> list[Line]:
    """Return characters as lines from top to bottom."""
    found: list[Line] = []
    rows: list[list[Character]] = []
    middle = 0.0
    for each in sorted((each for each in characters if not each.text.isspace()), key=lambda each: each.y):
        if rows and each.y - middle < SAME_LINE * max(each.height, rows[-1][-1].height) * 0.8:
            rows[-1].append(each)
            middle += (each.y - middle) / len(rows[-1])
        else:
            rows.append([each])
            middle = each.y
    found += [Line(sorted(row, key=lambda each: each.x0)) for row in rows]
    return found


def pieces(line: Line) -> list[Piece]:
    """Return the characters of a line with a blank where a gap is wider than between the characters of a word."""
    found: list[Piece] = []
    before: Character | None = None
    for each in line.characters:
        if before is not None and _apart(before, each):
            found.append(Piece(" ", each.page, each.box))
        found.append(Piece(each.text + STRUCK if each.struck else each.text, each.page, each.box))
        before = each
    return found


def _apart(one: Character, other: Character) -> bool:
    gap = other.x0 - one.x1
    wide = one.text >= WIDE or other.text >= WIDE
    return gap > (WORD_GAP if wide else TOUCHING) * max(min(one.height, other.height), 1.0)


def turned(characters: Sequence[Character]) -> list[Character]:
    """Return the characters of a cell upright: those that lean are turned, whichever way most of them lean."""
    if not any(each.lean for each in characters):
        return list(characters)
    leans = [each.lean for each in characters if not each.text.isspace()]
    lean = max(set(leans), key=leans.count) if leans else 0
    upright = {
        1: lambda each: each._replace(x0=-each.y1, y0=each.x0, x1=-each.y0, y1=each.x1, lean=0),
        2: lambda each: each._replace(x0=-each.x1, y0=-each.y1, x1=-each.x0, y1=-each.y0, lean=0),
        3: lambda each: each._replace(x0=each.y0, y0=-each.x1, x1=each.y1, y1=-each.x0, lean=0),
    }
    return [upright[lean](each) if lean else each for each in characters if each.lean == lean]


def cell_text(characters: Sequence[Character], width: float) -> tuple[list[Piece], bool]:
    """Return the text of a cell of that width, its lines joined, and whether a number in it may be two: apart, stacked, raised, or written over.

    A number that fills its line goes on in the next; of one that does not, nobody can tell.
    """
    found: list[Piece] = []
    broken = False
    before: Line | None = None
    for line in lines(turned(characters)):
        if before is not None:
            last, first = before.characters[-1].text, line.characters[0].text
            within = last.isdigit() and first.isdigit() and (_is_full(before, line, width) or _is_grouped(before, line))
            broken = broken or (last.isdigit() and first.isdigit() and not within)
            if not within and last not in POINTS and last < WIDE and first < WIDE:
                found.append(Piece(" ", line.characters[0].page, line.characters[0].box))
        broken = broken or any(_doubtful(one, other) for one, other in pairwise(line.characters))
        found += pieces(line)
        before = line
    return found, broken


def _is_full(line: Line, below: Line, width: float) -> bool:
    """Return whether a line of digits has no room for one more, and the next is no longer."""
    digit = max(each.x1 - each.x0 for each in below.characters)
    together = all(each.text.isdigit() for each in (*line.characters, *below.characters))
    near = below.y - line.y < NEXT_LINE * max(line.characters[-1].height, below.characters[0].height)
    return together and near and line.x1 - line.x0 + digit > width - PADDING and below.x1 - below.x0 < line.x1 - line.x0 + digit / 2


def _is_grouped(line: Line, below: Line) -> bool:
    """Return whether two lines together are a number in groups of three digits, which the first alone is not."""
    first, both = ("".join(each.text for each in characters) for characters in (line.characters, (*line.characters, *below.characters)))
    return _GROUPED.fullmatch(both) is not None and "," in first and _GROUPED.fullmatch(first) is None


def _doubtful(one: Character, other: Character) -> bool:
    """Return whether two neighbours, digits both, are hardly parts of one number."""
    if not (one.text.isdigit() or other.text.isdigit()):
        return False
    overlap = one.x1 - other.x0
    if overlap > OVERLAP * min(one.x1 - one.x0, other.x1 - other.x0) > 0:
        return True
    if not (one.text.isdigit() and other.text.isdigit()):
        return False
    low, high = sorted((one.height, other.height))
    raised = low < SMALLER * high or abs(one.y1 - other.y1) > RAISED * low
    return raised or other.x0 - one.x1 > WORD_GAP * min(one.height, other.height)
