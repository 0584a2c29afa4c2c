"""The red head of an official document (GB/T 9704, clause 7.2): the agency's mark, the document's number, the red rule."""

from __future__ import annotations

from govreport.model import Metadata
from govreport.writers.pdf.flow import Flow
from govreport.writers.pdf.lines import Line, Measure
from govreport.writers.pdf.pages import RAISED, Set
from govreport.writers.pdf.style import Style
from govreport.writers.pdf.tags import Element
from govreport.writers.pdf.titles import balanced, inside

_GAP = 2
"""Lines between the mark and the number, and between the rule and the title."""
_MOST, _LEADING = 2, 1.3
"""Lines of a long mark, and how far apart they are, in sizes of its type."""


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
    """Set the agency's name in red, as large as its width allows: on one line, or on two where it would be too small on one."""
    style, pages = flow.style, flow.pages
    font = pages.fonts[type.role]
    lines, size = _lines(flow, text, type)
    first = pages.top - pages.y - size / 2 - size * RAISED
    pages.begin(Element("P", flow.tree.root))
    pages.draw(f"{style.redhead.colour} rg")
    places = [(style.left + (style.width - line.width) / 2, first - number * _LEADING * size) for number, line in enumerate(lines)]
    pages.text([Set(line, x, y) for line, (x, y) in zip(lines, places, strict=True)], font, size, 0.0)
    pages.draw("0 g")
    pages.end()
    pages.y += size * (1 + _LEADING * (len(lines) - 1))


def _lines(flow: Flow, text: str, type: Style) -> tuple[list[Line], float]:
    """Return the lines of the mark and its size, the largest that cuts no word."""
    red, advances = flow.style.redhead, flow.pages.fonts[type.role].cascade.advances
    ems = sum(advances[each] for each in text) / 1000
    alone = min(type.size, int(red.width / ems * 2) / 2)
    if alone >= red.least:
        return [Line(text, 0.0, ems * alone)], alone
    size, largest = min(type.size, int(red.width / ems * 4) / 2), None
    within = inside(text, flow.style.whole)
    while size > alone:
        lines = balanced(text, Measure(advances, size, size, red.width), flow.style.kinsoku, flow.style.whole)
        if len(lines) == _MOST and len(lines[0].text) not in within and size >= red.least:
            return lines, size
        largest = largest or ((lines, size) if len(lines) <= _MOST else None)
        size -= 0.5
    return largest or ([Line(text, 0.0, ems * alone)], alone)
