"""Reports as published PDFs: pages set and ruled as office programs do it, torn where a page ends, and what is laid over them."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from random import Random

import pypdfium2
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from govreport.standard import Standard

from .decoration import free_style, plain_style, print_table
from .expected import Expected, cells
from .printed import Heading, Place, PrintedCell, PrintedTable, Prose
from .prose import document
from .truth import Truth, truth

FONT = "STSong-Light"
WIDTH, HEIGHT, MARGIN, BOTTOM = 595.0, 842.0, 75.0, 70.0


@dataclass(frozen=True)
class Manner:
    """How pages are made: rulings, whether rows are torn, heads repeated, where a cell's text stands, how text is drawn, and what is laid over it."""

    rulings: str = "lines"
    torn: bool = False
    repeated: bool = False
    middle: bool = False
    drawn: str = "strings"
    numbers: str = "- {} -"
    head: str = ""
    landscape: str = ""
    over: str = ""
    leaned: bool = False
    size: float = 10.5
    depth: float = 0.0
    underlined: bool = False
    wider: float = 0.0
    change: Callable[[bytes], bytes] = lambda data: data


@dataclass(frozen=True)
class PaperCase:
    """A PDF with what should be read from it."""

    name: str
    data: bytes
    truth: Truth
    expected: dict[Place, Expected]


def _two_up(data: bytes) -> bytes:
    """Return the pages two on a sheet."""
    out = io.BytesIO()
    with pypdfium2.PdfDocument(data) as pages:
        pypdfium2.PdfDocument(pypdfium2.raw.FPDF_ImportNPagesToOne(pages.raw, HEIGHT, WIDTH, 2, 1)).save(out)
    return out.getvalue()


MANNERS: dict[str, Manner] = {
    "word": Manner(),
    "torn": Manner(torn=True),
    "torn-middle": Manner(torn=True, middle=True, repeated=True),
    "repeated": Manner(repeated=True, numbers="{}", head="示例市人民政府公报"),
    "rects": Manner("rects", middle=True, numbers="第{}页"),
    "thin-rects": Manner("thin", torn=True, drawn="columns"),
    "double": Manner("double", middle=True),
    "doubled-cells": Manner("cells", middle=True, torn=True),
    "dashes": Manner("dashes", drawn="characters"),
    "dots": Manner("dots", middle=True, torn=True),
    "open": Manner("open", middle=True),
    "open-ends": Manner("ends", middle=True, torn=True),
    "underlined": Manner(underlined=True, middle=True),
    "faint": Manner(over="faint", middle=True),
    "beyond": Manner(middle=True, wider=100.0),
    "characters": Manner(drawn="characters", torn=True, middle=True),
    "columns": Manner(drawn="columns", leaned=True),
    "two-up": Manner(torn=True, change=_two_up),
    "raised": Manner(over="raised", middle=True),
    "number-inside": Manner(torn=True, numbers="{}", depth=30.0),
    "landscape": Manner(landscape="size", torn=True),
    "turned": Manner(landscape="turned", torn=True),
    "drawn-turned": Manner(landscape="drawn", middle=True),
    "watermark": Manner(over="watermark", middle=True),
    "white": Manner(over="white"),
    "invisible": Manner(over="invisible", torn=True),
    "bold": Manner(drawn="bold"),
    "small": Manner(size=8.0, middle=True, torn=True),
    "no-rulings": Manner("none"),
    "no-rulings-middle": Manner("none", middle=True, size=9.0),
    "across-only": Manner("across", middle=True),
}


@dataclass
class Box:
    """A cell set: its edges in the table's own points, the lines of its text with their baselines."""

    x0: float
    y0: float
    x1: float
    y1: float
    lines: list[tuple[str, float]] = field(default_factory=list)
    cell: PrintedCell | None = None


def paper_case(manner: str, seed: int, standard: Standard) -> PaperCase:
    """Return the PDF of a manner and a seed: the same bytes every time."""
    shape = MANNERS[manner]
    rng = Random(f"{manner} {seed}")
    report = truth(seed, standard)
    quiet = seed % 2 == 0
    style = plain_style("") if quiet else free_style(rng, report.year, "")
    page, slots = document(report, standard, rng, plain=quiet)
    for key, at in sorted(slots.items(), key=lambda pair: -pair[1]):
        page.items.insert(at, print_table(report.tables[key], style))
    press = Press(shape, rng)
    for item in page.items:
        if isinstance(item, PrintedTable):
            press.table(item)
        else:
            press.prose(item)
    return PaperCase(f"{manner}-{seed}", shape.change(press.finish()), report, cells(report, standard, "none", None))


class Press:
    """Pages being set."""

    def __init__(self, manner: Manner, rng: Random) -> None:
        pdfmetrics.registerFont(UnicodeCIDFont(FONT))
        self._manner, self._rng = manner, rng
        self._wide, self._high = (HEIGHT, WIDTH) if manner.landscape in ("size", "turned", "drawn") else (WIDTH, HEIGHT)
        self._file = io.BytesIO()
        self._canvas = Canvas(self._file, pagesize=(WIDTH, HEIGHT) if manner.landscape == "drawn" else (self._wide, self._high), invariant=1)
        self._number = 0
        self._waiting: list[tuple[float, float, str, float]] = []
        self._begin()

    def finish(self) -> bytes:
        """Return the bytes of the file."""
        self._end()
        self._canvas.save()
        return self._file.getvalue()

    def prose(self, item: Heading | Prose) -> None:
        """Set a paragraph, its first line indented."""
        size = 14.0
        title = isinstance(item, Prose) and self._number == 1 and self._y == self._high - MARGIN
        for number, line in enumerate(_wrapped(item.text.strip(), self._wide - 2 * MARGIN, size, 0 if title else 2)):
            if self._y < BOTTOM + 2 * size:
                self._break()
            self._text(MARGIN + (0 if number or title else 2 * size), self._y, line, size)
            self._y -= 1.8 * size

    def table(self, table: PrintedTable) -> None:
        """Set a table, cut where pages end."""
        boxes, edges = _set(table, self._wide - 2 * MARGIN + self._manner.wider, self._manner)
        head = [box for box in boxes if box.y1 <= edges[table.head]] if self._manner.repeated and table.head and table.key else []
        height = edges[-1]
        at = 0.0
        if self._y - BOTTOM < 60:
            self._break()
        while at < height:
            room = self._y - BOTTOM + self._manner.depth
            shown = edges[table.head] if head and at else 0.0
            end = self._cut(boxes, edges, at, at + room - shown)
            if end <= at:
                self._break()
                continue
            if shown:
                self._slice(head, 0.0, shown)
                self._y -= shown
            self._slice(boxes, at, end)
            self._y -= end - at
            at = end
            if at < height:
                self._break()
        self._y -= 24

    def _cut(self, boxes: Sequence[Box], edges: Sequence[float], at: float, limit: float) -> float:
        if limit >= edges[-1]:
            return edges[-1]
        rows = max((edge for edge in edges if edge <= limit), default=at)
        if not self._manner.torn:
            return rows if rows > at else (limit if limit - at > 400 else at)
        size = self._manner.size
        texts = [y for box in boxes for _, y in box.lines]
        free = (y / 2 for y in range(int(2 * limit), int(2 * at), -1))
        torn = next((y for y in free if not any(y - 2 < text + 0.25 * size and text - size < y + 2 for text in texts)), at)
        return torn if torn - at > size else at

    def _slice(self, boxes: Sequence[Box], start: float, end: float) -> None:
        top = self._y
        for box in boxes:
            if box.y1 <= start or box.y0 >= end:
                continue
            y0, y1 = top - (max(box.y0, start) - start), top - (min(box.y1, end) - start)
            self._rule(MARGIN + box.x0, y0, MARGIN + box.x1, y1, box.y0 < start, box.y1 > end)
            text = [(line, top - (y - start)) for line, y in box.lines if start <= y - 0.5 * self._manner.size < end]
            self._cell(box, text, y0, y1)

    def _cell(self, box: Box, text: Sequence[tuple[str, float]], y0: float, y1: float) -> None:
        size = self._manner.size
        if box.cell is not None and self._manner.leaned and box.cell.rowspan > 3 and len(box.lines) == len(text) and box.cell.place is None:
            words = "".join(line for line, _ in text)
            if pdfmetrics.stringWidth(words, FONT, size) < y0 - y1:
                self._canvas.saveState()
                self._canvas.translate(MARGIN + (box.x0 + box.x1) / 2 + size / 3, (y0 + y1) / 2)
                self._canvas.rotate(90)
                self._canvas.setFont(FONT, size)
                self._canvas.drawCentredString(0, 0, words)
                self._canvas.restoreState()
                return
        for line, y in text:
            width = pdfmetrics.stringWidth(line, FONT, size)
            x = MARGIN + (box.x0 + box.x1 - width) / 2
            self._text(x, y, line, size)
            if self._manner.underlined:
                self._canvas.line(x, y - 1.5, x + width, y - 1.5)
        if self._manner.over == "raised" and text and text[-1][0][-1].isdigit() and self._rng.random() < 0.1:
            line, y = text[-1]
            x = MARGIN + (box.x0 + box.x1 + pdfmetrics.stringWidth(line, FONT, size)) / 2
            self._text(x, y + 0.35 * size, str(self._rng.randint(1, 3)), 0.83 * size)
        if self._manner.over in ("white", "invisible") and self._rng.random() < 0.2:
            self._unseen(MARGIN + box.x0 + 3, (y0 + y1) / 2)

    def _unseen(self, x: float, y: float) -> None:
        self._canvas.saveState()
        text = self._canvas.beginText(x, y)
        text.setFont(FONT, self._manner.size)
        if self._manner.over == "white":
            text.setFillGray(1.0)
        else:
            text.setTextRenderMode(3)
        text.textOut(str(self._rng.randint(0, 99)))
        self._canvas.drawText(text)
        self._canvas.restoreState()

    def _text(self, x: float, y: float, text: str, size: float) -> None:
        if self._manner.drawn == "strings":
            self._draw(x, y, text, size)
        elif self._manner.drawn == "bold":
            self._draw(x, y, text, size)
            self._draw(x + 0.3, y, text, size)
        elif self._manner.drawn == "columns":
            self._waiting.append((x, y, text, size))
        else:
            for character in text:
                self._waiting.append((x, y, character, size))
                x += pdfmetrics.stringWidth(character, FONT, size)

    def _draw(self, x: float, y: float, text: str, size: float) -> None:
        self._canvas.setFont(FONT, size)
        self._canvas.drawString(x, y, text)

    def _rule(self, x0: float, y0: float, x1: float, y1: float, goes_back: bool = False, goes_on: bool = False) -> None:
        """Draw the rules of a cell; ``goes_back`` and ``goes_on`` tell that it is cut by the end of a page above and below."""
        canvas, rulings = self._canvas, self._manner.rulings
        canvas.setLineWidth(0.5)
        if rulings == "rects":
            canvas.rect(x0, y1, x1 - x0, y0 - y1)
        elif rulings == "cells":
            canvas.rect(x0 + 0.8, y1 + 0.8, x1 - x0 - 1.6, y0 - y1 - 1.6)
        elif rulings != "none":
            across = [(x0, y, x1, y) for y, open_ in ((y0, goes_back), (y1, goes_on)) if not (open_ and rulings == "ends")]
            for ax, ay, bx, by in (*across, (x0, y0, x0, y1), (x1, y0, x1, y1)):
                self._edge(ax, ay, bx, by)

    def _edge(self, ax: float, ay: float, bx: float, by: float) -> None:
        canvas, rulings = self._canvas, self._manner.rulings
        if rulings == "thin":
            canvas.rect(ax - 0.25, min(ay, by) - 0.25, bx - ax + 0.5, abs(ay - by) + 0.5, stroke=0, fill=1)
        elif rulings == "double":
            canvas.line(ax, ay, bx, by)
            off = (0, 1.6) if ay == by else (1.6, 0)
            canvas.line(ax + off[0], ay + off[1], bx + off[0], by + off[1])
        elif rulings == "dashes":
            length = max(bx - ax, abs(by - ay))
            for step in range(0, int(length), 5):
                a, b = step / length, min(step + 3.0, length) / length
                canvas.line(ax + (bx - ax) * a, ay + (by - ay) * a, ax + (bx - ax) * b, ay + (by - ay) * b)
        elif rulings == "dots":
            length = max(bx - ax, abs(by - ay))
            for step in range(0, int(length), 4):
                canvas.rect(ax + (bx - ax) * step / length, ay + (by - ay) * step / length, 0.8, 0.8, stroke=0, fill=1)
        elif rulings == "across":
            if ay == by:
                canvas.line(ax, ay, bx, by)
        elif rulings != "open" or ay == by or MARGIN + 1 < ax < self._wide - MARGIN - 1:
            canvas.line(ax, ay, bx, by)

    def _begin(self) -> None:
        self._number += 1
        self._y = self._high - MARGIN
        canvas = self._canvas
        if self._manner.landscape == "turned":
            canvas.setPageRotation(90)
        if self._manner.landscape in ("turned", "drawn"):
            canvas.translate(WIDTH, 0)
            canvas.rotate(90)

    def _end(self) -> None:
        order = sorted(self._waiting, key=lambda each: (round(each[0] / 10), -each[1])) if self._manner.drawn == "columns" else self._waiting
        for each in order:
            self._draw(*each)
        self._waiting = []
        if self._manner.numbers:
            text = self._manner.numbers.format(self._number)
            self._draw((self._wide - pdfmetrics.stringWidth(text, FONT, 12)) / 2, 45, text, 12)
        if self._manner.head:
            self._draw(MARGIN, self._high - 45, self._manner.head, 9)
        if self._manner.over == "faint":
            self._canvas.saveState()
            self._canvas.setFillGray(0.8)
            self._canvas.setFont(FONT, 60)
            self._canvas.drawCentredString(self._wide / 2, self._high / 2, "示例市 2024 内部")
            self._canvas.restoreState()
        if self._manner.over == "watermark":
            self._canvas.saveState()
            self._canvas.setFillGray(0.85)
            self._canvas.translate(self._wide / 2, self._high / 2)
            self._canvas.rotate(45)
            self._canvas.setFont(FONT, 50)
            self._canvas.drawCentredString(0, 0, "示例市 2024 内部")
            self._canvas.restoreState()
        self._canvas.showPage()

    def _break(self) -> None:
        self._end()
        self._begin()


def _set(table: PrintedTable, width: float, manner: Manner) -> tuple[list[Box], list[float]]:
    """Return the cells of a table set, and where its rows end."""
    columns = _columns(table, width)
    size, pitch = manner.size, 1.35 * manner.size
    placed: list[tuple[PrintedCell, int, int, list[str]]] = []
    for y, row in enumerate(table.grid()):
        for x, (cell, first) in enumerate(row):
            if first:
                placed.append((cell, x, y, _wrapped(cell.text, columns[x + cell.colspan] - columns[x] - 6, size)))
    heights = [pitch + 6.0] * len(table.rows)
    for cell, _, y, lines in placed:
        if cell.rowspan == 1:
            heights[y] = max(heights[y], len(lines) * pitch + 6)
    for cell, _, y, lines in placed:
        lack = len(lines) * pitch + 6 - sum(heights[y : y + cell.rowspan])
        heights[y + cell.rowspan - 1] += max(lack, 0)
    edges = [sum(heights[:number]) for number in range(len(heights) + 1)]
    boxes = []
    for cell, x, y, lines in placed:
        top, bottom = edges[y], edges[y + cell.rowspan]
        start = top + 3 + ((bottom - top - 6 - len(lines) * pitch) / 2 if manner.middle else 0)
        text = [(line, start + (number + 1) * pitch - 0.3 * size) for number, line in enumerate(lines)]
        boxes.append(Box(columns[x], top, columns[x + cell.colspan], bottom, text, cell))
    return boxes, edges


def _columns(table: PrintedTable, width: float) -> list[float]:
    """Return where columns end: labels get room, numbers their share, groups of labels hardly any."""
    grid = table.grid()
    labels = max((sum(1 for cell, _ in row if cell.place is None) for row in grid[table.head :] if any(cell.place for cell, _ in row)), default=0)
    labels = min(labels, len(grid[0]) - 1)
    shares = [1.0] * len(grid[0])
    if labels >= 3:
        shares[:labels] = [0.6, 1.1, 3.4][:labels]
    elif labels:
        shares[0] = 2.0
    total = sum(shares)
    return [width * sum(shares[:number]) / total for number in range(len(shares) + 1)]


def _wrapped(text: str, width: float, size: float, indent: int = 0) -> list[str]:
    lines = []
    for part in text.split("\n"):
        line, room = "", width - indent * size
        for character in part:
            if pdfmetrics.stringWidth(line + character, FONT, size) > room and line:
                lines.append(line)
                line, room = "", width
            line += character
        lines.append(line)
        indent = 0
    return [line for line in lines if line.strip()]


def all_cases(seeds: int, standard: Standard, manners: Sequence[str] = ()) -> Iterator[PaperCase]:
    """Yield the case of every manner with so many seeds."""
    for manner in manners or MANNERS:
        for seed in range(seeds):
            yield paper_case(manner, seed, standard)
