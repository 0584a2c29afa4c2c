"""The red head of an official document (GB/T 9704, clause 7.2): the agency's mark, the document's number, the red rule."""

from __future__ import annotations

from govreport.model import Metadata
from govreport.writers.pdf.flow import Flow
from govreport.writers.pdf.lines import Line
from govreport.writers.pdf.pages import RAISED, Set
from govreport.writers.pdf.style import Style
from govreport.writers.pdf.tags import Element

_GAP = 2
"""Lines between the mark and the number, and between the rule and the title."""


def set_letterhead(flow: Flow, metadata: Metadata) -> None:
    """Set the head of a report of a known agency on the first page; of an unknown one there is none."""
    style, pages = flow.style, flow.pages
    red = style.redhead
    if not metadata.agency.name:
        return
    pages.y = red.top
    _mark(flow, metadata.agency.name + red.suffix, style.styles["agency"])
    flow.settle()
    flow.skip(_GAP)
    if metadata.document_number:
        flow.paragraph(metadata.document_number, style.styles["number"])
    y = pages.top - pages.y - red.below
    pages.artifact("Layout")
    pages.draw(f"q {red.colour} RG {red.rule:g} w {style.left:.2f} {y:.2f} m {style.left + style.width:.2f} {y:.2f} l S Q")
    pages.end()
    pages.y += red.below
    flow.settle()
    flow.skip(_GAP)


def _mark(flow: Flow, text: str, type: Style) -> None:
    """Set the agency's name on one line in red, as large as its width allows."""
    style, pages = flow.style, flow.pages
    font = pages.fonts[type.role]
    ems = sum(font.advances[each] for each in text) / 1000
    size = min(type.size, int(style.redhead.width / ems * 2) / 2)
    line = Line(text, 0.0, ems * size)
    y = pages.top - pages.y - size / 2 - size * RAISED
    pages.begin(Element("P", flow.tree.root))
    pages.draw(f"{style.redhead.colour} rg")
    pages.text([Set(line, style.left + (style.width - line.width) / 2, y)], font, size, 0.0)
    pages.draw("0 g")
    pages.end()
    pages.y += size
