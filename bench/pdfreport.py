"""The report that is set as PDF by us and by others, as parts that all of them are given."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from govreport import standard
from govreport.model import Block, Grid, Paragraph, Report, Section
from govreport.readers import read
from govreport.writers.pdf.content import cell_texts, marks
from govreport.writers.pdf.shapes import Shape, form_shape
from govreport.writers.pdf.style import page_style

ROOT = Path(__file__).resolve().parents[1]
REPORT = ROOT / "fixtures" / "reports" / "2021" / "township.xml"
KNOWN = standard.load()
STYLE = page_style()
LENGTH = 12
"""Times that the prose of the fixture is told over, so that the report is as long as real ones."""
Part = tuple[str, str] | Shape
"""A part of the report: what it is and its text, or a table with its texts in it."""


def report() -> Report:
    """Return the report that all set: the township's of the fixtures, its overview as long as that of a county."""
    found = read(REPORT.read_bytes(), REPORT.name, KNOWN).report
    assert found is not None
    first = next(chapter for chapter in found.chapters if chapter.key == "overview")
    told = tuple(block for _ in range(LENGTH // 4) for block in first.blocks)
    return replace(found, chapters=tuple(replace(each, blocks=told) if each is first else each for each in found.chapters))


def parts(of: Report) -> Iterator[Part]:
    """Yield the parts of a report in order."""
    yield "title", of.metadata.title or ""
    for chapter in of.chapters:
        if chapter.title:
            yield "heading1", f"{chapter.number}、{chapter.title}"
        yield from _parts(chapter.blocks, of)


def _parts(blocks: tuple[Block, ...], of: Report) -> Iterator[Part]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield "body", block.text
        elif isinstance(block, Section):
            yield "heading2", f"{block.number}{block.title}"
            yield from _parts(block.blocks, of)
        elif not isinstance(block, Grid):
            form = KNOWN.forms[block.edition].tables[block.key]
            shape = form_shape(form, 1)
            texts = cell_texts(shape.cells, block, form, marks(of.annotations), STYLE)
            cells = tuple(type(cell)(cell.row, cell.column, cell.down, cell.across, text, cell.tag) for cell, text in zip(shape.cells, texts, strict=True))
            yield Shape(shape.rows, shape.columns, shape.head, cells)
