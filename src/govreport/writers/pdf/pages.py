"""The pages of one document as they are filled: lines of text, rules, marked pieces, page numbers; nothing here knows what it sets."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from govreport.formats import PDF_PAGES
from govreport.writers import LargeError
from govreport.writers.pdf.cascade import Drawn, Font, Fonts
from govreport.writers.pdf.lines import Line
from govreport.writers.pdf.style import PageStyle
from govreport.writers.pdf.tags import Element

RAISED = 0.36
"""Of the size: how far the baseline lies below the middle of a line of Han characters."""


class Set(NamedTuple):
    """A line in its place: its left edge and its baseline, in points from the paper's lower left corner."""

    line: Line
    x: float
    y: float


class Area(NamedTuple):
    """What of a page is filled, in points as the page is read: left edge, upper edge from the lower edge of the sheet, width and height."""

    left: float
    top: float
    width: float
    height: float


class Page:
    """A page: its operators, the elements of its marked pieces in order, whether it lies on its side, how far it was filled when it was left."""

    def __init__(self, lying: bool) -> None:
        self.code: list[str] = []
        self.marked: list[Element] = []
        self.lying = lying
        self.y = 0.0

    def artifact(self, kind: str) -> None:
        """Begin a piece that is no content: ``Pagination`` or ``Layout``."""
        self.code.append(f"/Artifact <</Type /{kind}>> BDC")

    def end(self) -> None:
        """End a piece."""
        self.code.append("EMC")


class Pages:
    """Pages filled from the top; ``y`` is how far the current one is filled, in points from the upper edge of its area."""

    def __init__(self, style: PageStyle, fonts: Fonts) -> None:
        self.style, self.fonts = style, fonts
        self.pages: list[Page] = []
        self.y = 0.0
        self._state = ("", "")
        width, height = style.paper
        self._upright = Area(style.left, height - style.top, style.width, style.height)
        self._lying = Area(height - style.top - style.height, width - style.left, style.height, style.width)
        self._begin(False)

    @property
    def area(self) -> Area:
        """The area of the current page, that of an upright one turned where the page lies on its side."""
        return self._lying if self.pages[-1].lying else self._upright

    @property
    def top(self) -> float:
        """The upper edge of the area, in points from the sheet's lower edge."""
        return self.area.top

    @property
    def room(self) -> float:
        """How much of the current page is free."""
        return self.area.height - self.y

    @property
    def place(self) -> tuple[float, float]:
        """The current place in points from the lower left corner of the paper: the corner from which on a page is shown that opens there."""
        y = self.top - self.y
        return (self.style.paper[0] - y, 0.0) if self.pages[-1].lying else (0.0, y)

    def fits(self, height: float) -> bool:
        """Return whether so much fits on the current page."""
        return height <= self.room + 0.01

    def turn(self) -> None:
        """Begin a new page that lies as the last one does."""
        self._begin(self.pages[-1].lying)

    def lay(self, lying: bool) -> None:
        """Go on on a page that lies on its side, or on one that does not: on a new one, or on the last of its kind if nothing stands behind it."""
        page = self.pages[-1]
        if lying != page.lying and page.code:
            page.y = self.y
            self._begin(lying)
        elif lying != page.lying and len(self.pages) > 1 and self.pages[-2].lying == lying:
            self.pages.pop()
            self.y = self.pages[-1].y
        else:
            page.lying = lying

    def finish(self) -> None:
        """Turn what stands on pages that lie, whose head is then at the left of the paper, and number all; an empty one behind others is none."""
        if len(self.pages) > 1 and not self.pages[-1].code:
            self.pages.pop()
        for number, page in enumerate(self.pages, 1):
            if page.lying:
                page.code = [f"q 0 1 -1 0 {self.style.paper[0]:.2f} 0 cm", *page.code, "Q"]
            self._folio(page, number)

    def _begin(self, lying: bool) -> None:
        if len(self.pages) == PDF_PAGES:
            raise LargeError("pages", PDF_PAGES)
        self.pages.append(Page(lying))
        self.y = 0.0
        self._state = ("", "")

    def begin(self, element: Element) -> None:
        """Begin a marked piece of an element."""
        page = self.pages[-1]
        number = len(page.marked)
        page.marked.append(element)
        element.kids.append((len(self.pages) - 1, number))
        page.code.append(f"/{element.tag} <</MCID {number}>> BDC")

    def artifact(self, kind: str) -> None:
        """Begin a piece of the current page that is no content: ``Pagination`` or ``Layout``."""
        self.pages[-1].artifact(kind)

    def end(self) -> None:
        """End a piece of the current page."""
        self.pages[-1].end()

    def draw(self, operators: str) -> None:
        """Add operators that leave the state of text alone."""
        self.pages[-1].code.append(operators)

    def text(self, lines: Iterable[Set], font: Font, size: float, extra: float) -> None:
        """Set lines; ``extra`` is what is added behind every character of them."""
        self._text(self.pages[-1].code, lines, font, size, extra)

    def _text(self, code: list[str], lines: Iterable[Set], font: Font, size: float, extra: float) -> None:
        code.append("BT")
        for line, x, y in lines:
            code.append(f"1 0 0 1 {x:.2f} {y:.2f} Tm")
            self._line(code, line, font, size, extra + line.spread)
        code.append("ET")

    def _line(self, code: list[str], line: Line, font: Font, size: float, extra: float) -> None:
        drawn = [font[each] for each in line.text]
        fonts = {each[0] for each in drawn}
        if line.squeezed or len(fonts) > 1 or any(each[4] for each in drawn):
            self._mixed(code, line, drawn, size, extra)
        elif drawn:
            self._choose(code, fonts.pop(), size, extra)
            code.append(f"<{''.join([each[1] for each in drawn])}> Tj")

    def _choose(self, code: list[str], font: int, size: float, extra: float) -> None:
        typeface, spacing = f"/F{font} {size:g} Tf", f"{round(extra, 4) + 0.0:g} Tc"  # no exponent: PDF has none
        if self._state != (typeface, spacing):
            code.append(f"{typeface} {spacing}")
            self._state = (typeface, spacing)

    def _mixed(self, code: list[str], line: Line, drawn: list[Drawn], size: float, extra: float) -> None:
        """Set a line of several fonts, or with characters that are moved, a run of one font after the other."""
        start = 0
        while start < len(drawn):
            font = drawn[start].font
            end = start
            while end < len(drawn) and drawn[end].font == font:
                end += 1
            self._choose(code, font, size, extra)
            code.append(self._run(line, drawn, start, end, size, extra))
            start = end

    def _run(self, line: Line, drawn: list[Drawn], start: int, end: int, size: float, extra: float) -> str:
        parts: list[str] = []
        codes: list[str] = []
        for at in range(start, end):
            before, after = self._moved(line, drawn[at], at, size, extra)
            if before:
                parts += [f"<{''.join(codes)}>{before}"] if codes else [f" {before}"]  # two numbers are two
                codes = []
            codes.append(drawn[at].code)
            if after:
                parts.append(f"<{''.join(codes)}>{after}")
                codes = []
        if codes:
            parts.append(f"<{''.join(codes)}>")
        return f"[{''.join(parts)}] TJ" if len(parts) > 1 or not parts or parts[0][-1] != ">" else f"{parts[0]} Tj"

    def _moved(self, line: Line, drawn: Drawn, at: int, size: float, extra: float) -> tuple[int, int]:
        """Return by how many thousandths of the size the text is moved to the left before and behind a character."""
        before, after = (line.squeezed or {}).get(at, (0.0, 0.0))
        scale = 1000 / size
        if not drawn.advance:
            return 0, round(extra * scale)
        slack = drawn.advance - drawn.width
        character = line.text[at]
        lead = slack if character in self.style.kinsoku.opening else 0 if character in self.style.kinsoku.closing else slack // 2
        return round(before * scale) - lead, round(after * scale) - (slack - lead)

    def _folio(self, page: Page, number: int) -> None:
        """Set the number of a page: at the outer side of the paper, below the area."""
        style, folio = self.style, self.style.folio
        text = folio.text.replace("{page}", str(number))
        font, size = self.fonts[folio.style.role], folio.style.size
        width = sum(font.advances[each] for each in text) * size / 1000
        x = style.left + style.width - folio.inset * size - width if number % 2 else style.left + folio.inset * size
        y = self._upright.top - style.height - folio.below - size * RAISED
        page.artifact("Pagination")
        self._state = ("", "")
        self._text(page.code, [Set(Line(text, 0.0, width), x, y)], font, size, 0.0)
        page.end()
