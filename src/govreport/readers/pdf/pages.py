"""Pages turned upright: characters that are seen, rulings, pictures, all in points from the top left corner of the page as it is read."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from govreport.readers.pdf.extraction import Glyph, RawPage
from govreport.readers.pdf.rulings import THIN, Box, Ruling, bounds, figures, rulings

WHITE, DARK = 250, 200
FAINT, HUGE = 170, 2.2
"""Characters as light as that, and so many times as high as most of their page, are a watermark."""
SKEWED = 0.1
"""Text further from the right angle, in radians, is a watermark."""
TINY = 1.5


class Character(NamedTuple):
    """A character: text, box (left, top, right, bottom) upright, the quarter turns by which it leans against its page, page, box as the page is shown.

    ``struck``: a line is drawn through it.
    """

    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    lean: int
    page: int
    box: Box
    struck: bool = False

    @property
    def x(self) -> float:
        """The middle across."""
        return (self.x0 + self.x1) / 2

    @property
    def y(self) -> float:
        """The middle down."""
        return (self.y0 + self.y1) / 2

    @property
    def height(self) -> float:
        """How high its box is."""
        return self.y1 - self.y0


@dataclass(frozen=True, slots=True)
class Page:
    """A page read upright; ``hidden`` are the characters nobody sees.

    Of a page that shares a sheet with another, ``number`` counts the pages, and ``shift`` is how far from the left of the ``sheet`` it begins.
    """

    number: int
    width: float
    height: float
    characters: tuple[Character, ...]
    hidden: tuple[Character, ...]
    across: tuple[Ruling, ...]
    down: tuple[Ruling, ...]
    pictures: tuple[Box, ...]
    fields: int
    turns: int = 0
    sheet: Page | None = None
    shift: float = 0.0

    @property
    def place(self) -> int:
        """The number of the page or sheet in its file."""
        return self.sheet.number if self.sheet else self.number

    @property
    def covered(self) -> float:
        """The share of the page that pictures take up."""
        return sum(map(_area, self.pictures)) / max(self.width * self.height, 1.0)

    def shown(self, box: Box) -> Box:
        """Return an upright box as the page, or the sheet that it is on, is shown."""
        if self.sheet:
            return self.sheet.shown((box[0] + self.shift, box[1], box[2] + self.shift, box[3]))
        width, height = (self.width, self.height) if self.turns % 2 == 0 else (self.height, self.width)
        return _turned(box, -self.turns, width, height) if self.turns else box


def upright(raw: RawPage) -> Page:
    """Return a page turned so that most of its text reads from left to right."""
    left, bottom, right, top = raw.box
    sideways = raw.turned in (90, 270)
    width, height = (top - bottom, right - left) if sideways else (right - left, top - bottom)
    show = _shower(raw)
    quarters = [_quarter(glyph, raw.turned) for glyph in raw.glyphs]
    counted = Counter(quarter for glyph, quarter in zip(raw.glyphs, quarters, strict=True) if quarter is not None and glyph.text.strip())
    turns = counted.most_common(1)[0][0] if counted else 0
    fills = [bounds(strokes) for strokes in figures(raw.strokes) if strokes[0].filled and strokes[0].fill < DARK]
    dark = [box for box in (show(*fill) for fill in fills) if min(box[2] - box[0], box[3] - box[1]) > THIN]
    heights = sorted(glyph.top - glyph.bottom for glyph in raw.glyphs if glyph.text.strip())
    huge = HUGE * heights[len(heights) // 2] if heights else 0.0
    seen: list[Character] = []
    hidden: list[Character] = []
    met: set[tuple[str, int, int]] = set()
    for glyph, quarter in zip(raw.glyphs, quarters, strict=True):
        box = show(glyph.left, glyph.bottom, glyph.right, glyph.top)
        if quarter is None or max(box[2] - box[0], box[3] - box[1]) < TINY:
            continue
        # drawn twice to look bold, as far apart as a hair
        key = (glyph.text, round(box[0] / 1.5), round(box[3] / 1.5))
        if key in met and glyph.text.strip():
            continue
        met.add(key)
        each = Character(glyph.text, *_turned(box, turns, width, height), (quarter - turns) % 4, raw.number, box)
        bright = glyph.shade >= WHITE and not any(_holds(fill, box) for fill in dark)
        if not (glyph.shade >= FAINT and box[3] - box[1] > huge):
            (seen if glyph.seen and not bright and _holds((0.0, 0.0, width, height), box) else hidden).append(each)
    across, down, struck = rulings(raw.strokes, lambda box: _turned(show(*box), turns, width, height), [each[1:5] for each in seen])
    if struck:
        seen = [each._replace(struck=True) if number in struck else each for number, each in enumerate(seen)]
    pictures = tuple(_turned(show(*picture), turns, width, height) for picture in raw.pictures)
    size = (height, width) if turns % 2 else (width, height)
    return Page(raw.number, *size, tuple(seen), tuple(hidden), across, down, pictures, raw.fields, turns)


def _shower(raw: RawPage) -> Callable[[float, float, float, float], Box]:
    """Return what turns a box of the page's own points (left, bottom, right, top) into one from the top left corner of the page as it is shown."""
    left, bottom, right, top = raw.box
    turns: dict[int, Callable[[float, float, float, float], Box]] = {
        0: lambda a, b, c, d: (a - left, top - d, c - left, top - b),
        90: lambda a, b, c, d: (b - bottom, a - left, d - bottom, c - left),
        180: lambda a, b, c, d: (right - c, b - bottom, right - a, d - bottom),
        270: lambda a, b, c, d: (top - d, right - c, top - b, right - a),
    }
    return turns.get(raw.turned, turns[0])


def _quarter(glyph: Glyph, turned: int) -> int | None:
    """Return by how many quarter turns to the left a character runs on the page as shown, None where it is askew."""
    quarter = round(glyph.angle / (math.pi / 2))
    return None if abs(glyph.angle - quarter * math.pi / 2) > SKEWED else (-quarter - turned // 90) % 4


def _turned(box: Box, turns: int, width: float, height: float) -> Box:
    """Return a box on a page of that size after the page was turned to the right so often by a quarter."""
    for _ in range(turns % 4):
        left, top, right, bottom = box
        box = (height - bottom, left, height - top, right)
        width, height = height, width
    return box


def _holds(outer: Box, inner: Box) -> bool:
    x, y = (inner[0] + inner[2]) / 2, (inner[1] + inner[3]) / 2
    return outer[0] <= x <= outer[2] and outer[1] <= y <= outer[3]


def _area(box: Box) -> float:
    return max(box[2] - box[0], 0.0) * max(box[3] - box[1], 0.0)
