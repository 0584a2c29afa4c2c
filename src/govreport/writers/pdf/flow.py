"""Parts of a report set one below the other: headings held back until what follows them is known to fit, paragraphs, lines in their places."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from typing import NamedTuple

from govreport.writers.pdf.lines import Line, Measure, broken
from govreport.writers.pdf.pages import RAISED, Pages, Set
from govreport.writers.pdf.style import PageStyle, Style
from govreport.writers.pdf.tags import Element, Tree
from govreport.writers.pdf.titles import balanced

_NEAR = 0.5
_HELD = 0.5
"""Of a page: headings that take more are set without waiting for what follows."""
_KEPT = 2
"""Lines of a paragraph that go to the next page with what may not stand there alone."""
_NOTE_LEADING = 1.5
_SMALL = 0.6
"""Of the grid's lines: type whose own lines are lower keeps to its own."""


class Entry(NamedTuple):
    """An entry of the outline: its title, its level from 0, its page from 0 and its place on the paper."""

    title: str
    level: int
    page: int
    place: tuple[float, float]


class _Heading(NamedTuple):
    element: Element
    style: Style
    lines: list[Line]
    title: str
    level: int


class Flow:
    """The pages of a report while it is set."""

    def __init__(self, pages: Pages, tree: Tree) -> None:
        self.pages, self.tree = pages, tree
        self.style: PageStyle = pages.style
        self.outline: list[Entry] = []
        self._held: list[_Heading] = []

    @property
    def held(self) -> float:
        """The height of the headings that wait for what follows them."""
        return sum((len(each.lines) + each.style.before + each.style.after) * self.style.pitch for each in self._held)

    def turn(self) -> None:
        """Set what is held back and begin a new page, unless the current one is empty."""
        self.release(0.0)
        if self.pages.y > 0:
            self.pages.turn()

    def next_page(self) -> None:
        """Begin a new page, with what is held back still to be set."""
        if self.pages.y > 0:
            self.pages.turn()

    def skip(self, lines: float) -> None:
        """Leave so many lines free, none at the top of a page."""
        if self.pages.y > 0:
            self.pages.y += lines * self.style.pitch

    def settle(self, gap: float = 0.0) -> None:
        """Go on at the next line of the grid that leaves a gap, in lines."""
        pitch = self.style.pitch
        self.pages.y = ceil((self.pages.y - _NEAR) / pitch + gap) * pitch

    def measure(self, style: Style, length: float | None = None) -> Measure:
        """Return the measure of a style's lines: the grid's for the size of the body, the type's own for all others."""
        cascade = self.pages.fonts[style.role].cascade
        cell = self.style.cell if style.size == self.style.styles["body"].size else style.size
        return Measure(cascade.advances, style.size, cell, self.pages.area.width if length is None else length)

    def lines(self, text: str, style: Style, rest: float = 0.0) -> list[Line]:
        """Return the lines of a text in a style, all but the first indented by ``rest``."""
        measure = self.measure(style)
        return broken(text, measure, self.style.kinsoku, first=style.indent * measure.cell, rest=rest, justified=not style.centred)

    def leading(self, style: Style) -> float:
        """Return the height of a style's lines: the grid's, but for small type."""
        own = style.size * _NOTE_LEADING
        return own if own < _SMALL * self.style.pitch else self.style.pitch

    def heading(self, text: str, style: Style, tag: str, level: int, *, title: bool = False) -> None:
        """Set a heading when what follows it is known; ``level`` is that of its entry in the outline, a negative one means none."""
        lines = balanced(text, self.measure(style), self.style.kinsoku, self.style.whole) if title else self.lines(text, style)
        self._held.append(_Heading(Element(tag, self.tree.root), style, lines, text, level))
        if self.held > _HELD * self.pages.area.height:
            self.release(0.0)

    def release(self, following: float) -> None:
        """Set the headings that are held back, on a new page where they and so much of what follows do not fit on this one."""
        held, height = self._held, self.held + following
        self._held = []
        if height > self.pages.room + _NEAR and self.pages.y > 0 and height <= self.pages.area.height + _NEAR:
            self.pages.turn()
        for each in held:
            self.skip(each.style.before)
            if not self.pages.fits(self.style.pitch):
                self.pages.turn()
            if each.level >= 0:
                self.outline.append(Entry(each.title, each.level, len(self.pages.pages) - 1, self.pages.place))
            self._set(each.lines, each.style, each.element, self.style.pitch)
            self.pages.y += each.style.after * self.style.pitch

    def paragraph(self, text: str, style: Style, tag: str = "P", parent: Element | None = None, *, rest: float = 0.0, below: float = 0.0) -> None:
        """Set a paragraph, all its lines but the first indented by ``rest``.

        ``below`` is the height of what follows it and may not stand alone on a page, 0 where there is no such thing.
        """
        lines, pitch = self.lines(text, style, rest), self.leading(style)
        short = bool(below) and len(lines) <= _KEPT
        self.release(len(lines) * pitch + below if short else pitch)
        self.skip(style.before)
        element = Element(tag, parent or self.tree.root)
        if below and not short and below > self._left(len(lines), pitch):
            self._set(lines[:-_KEPT], style, element, pitch)
            self.next_page()
            lines = lines[-_KEPT:]
        self._set(lines, style, element, pitch)
        self.pages.y += style.after * self.style.pitch

    def _left(self, lines: int, pitch: float) -> float:
        """Return how much of a page will be free below so many lines."""
        room, whole = (int((height + _NEAR) / pitch) for height in (self.pages.room, self.pages.area.height))
        return (room - lines if lines <= room else -(lines - room) % whole) * pitch + _NEAR

    def placed(self, lines: Sequence[tuple[Line, float]], style: Style) -> None:
        """Set lines each at its distance from the left edge of the area, kept together on one page; each is a paragraph."""
        height = (len(lines) + style.before) * self.style.pitch
        self.release(height)
        if not self.pages.fits(height) and height <= self.pages.area.height:
            self.pages.turn()
        self.skip(style.before)
        for line, x in lines:
            self._set([line._replace(indent=x)], style, Element("P", self.tree.root), self.style.pitch)

    def _set(self, lines: Sequence[Line], style: Style, element: Element, pitch: float) -> None:
        """Set the lines of an element, page after page."""
        start = 0
        while start < len(lines):
            room = int((self.pages.room + _NEAR) / pitch)
            if room < 1:
                self.pages.turn()
                continue
            self._piece(lines[start : start + room], style, element, pitch)
            start += room

    def _piece(self, lines: Sequence[Line], style: Style, element: Element, pitch: float) -> None:
        measure = self.measure(style)
        left, middle = self.pages.area.left, self.pages.top - self.pages.y - pitch / 2 - style.size * RAISED
        places = []
        for number, line in enumerate(lines):
            x = left + (max(self.pages.area.width - line.width, 0.0) / 2 if style.centred else line.indent)
            places.append(Set(line, x, middle - number * pitch))
        self.pages.begin(element)
        self.pages.text(places, self.pages.fonts[style.role], style.size, measure.cell - measure.size)
        self.pages.end()
        self.pages.y += len(lines) * pitch
