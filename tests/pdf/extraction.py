"""What lies in a PDF, taken out again by pdfplumber: the text that counts as content, its places on the grid, rules and page numbers."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

import pdfplumber
from pdfminer.pdfdevice import PDFDevice
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager

from govreport.model import Block, Grid, Paragraph, Report, Section
from govreport.writers.pdf.style import page_style

STYLE = page_style()
LEFT, TOP = STYLE.left, STYLE.top


@dataclass(frozen=True)
class Character:
    """A character of the file: its text, left and right edge, distance of its baseline's line from the top, size, font, whether it is content."""

    text: str
    x0: float
    x1: float
    middle: float
    size: float
    font: str
    content: bool


def pages(data: bytes) -> list[list[Character]]:
    """Return the characters of every page in the order of the file."""
    with pdfplumber.open(io.BytesIO(data)) as document:
        return [[_character(each) for each in page.chars] for page in document.pages]


def _character(found: dict[str, object]) -> Character:
    x0, x1, top, bottom, size = (float(found[key]) for key in ("x0", "x1", "top", "bottom", "size"))  # type: ignore[arg-type]
    return Character(str(found["text"]), x0, x1, (top + bottom) / 2, size, str(found["fontname"]), found.get("mcid") is not None)


def content(data: bytes) -> str:
    """Return all text that is content, without white space: what fonts say their codes mean, without looking where it stands."""
    with pdfplumber.open(io.BytesIO(data)) as document:
        resources = PDFResourceManager()
        told = _Told(resources)
        interpreter = PDFPageInterpreter(resources, told)
        for page in document.pages:
            interpreter.process_page(page.page_obj)
    return squeezed("".join(told.texts))


class _Told(PDFDevice):
    """Gathers the text of marked pieces that are content."""

    def __init__(self, resources: PDFResourceManager) -> None:
        super().__init__(resources)
        self.texts: list[str] = []
        self._content: list[bool] = []

    def begin_tag(self, tag: object, props: object = None) -> None:
        self._content.append(isinstance(props, dict) and "MCID" in props)

    def end_tag(self) -> None:
        self._content.pop()

    def render_string(self, textstate: Any, seq: Any, ncs: object, graphicstate: object) -> None:
        if any(self._content):
            font = textstate.font
            self.texts += [font.to_unichr(code) for each in seq if isinstance(each, bytes) for code in font.decode(each)]


def squeezed(text: str) -> str:
    """Return a text without white space, a byte order mark as the word joiner that stands for it."""
    return "".join(text.replace("\ufeff", "\u2060").split())


def lines(page: list[Character], size: float) -> list[list[Character]]:
    """Return the lines of content of a size of type, in the order of the file."""
    own = [each for each in page if each.content and abs(each.size - size) < 0.01]
    return [list(line) for _, line in groupby(own, key=lambda each: round(each.middle, 0))]


def report_texts(report: Report) -> Iterator[str]:
    """Yield every text of a report that is printed as it stands, in order; of tables of the form the numbers are left out."""
    for chapter in report.chapters:
        yield from (each for each in (chapter.number, chapter.title) if each)
        yield from _texts(chapter.blocks)
    for attachment in report.attachments:
        yield attachment.title
        yield from _texts(attachment.blocks)


def _texts(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block.text
        elif isinstance(block, Section):
            yield from (each for each in (block.number, block.title) if each)
            yield from _texts(block.blocks)
        elif isinstance(block, Grid):
            yield from (each for each in (block.caption, *(cell for row in block.rows for cell in row)) if each)
