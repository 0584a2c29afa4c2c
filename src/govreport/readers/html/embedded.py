"""Pages of our own: the report that a page carries, and whether what the page shows is still what it carries."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace

from lxml import etree

from govreport.diagnostics import CellRef, Diagnostic, Location
from govreport.forms import TableForm
from govreport.layout import layout
from govreport.model import Attachment, Block, Chapter, NotApplicable, Paragraph, Report, Section, Table
from govreport.numerals import written
from govreport.readers import xml
from govreport.readers.guard import Limits
from govreport.readers.notices import quote
from govreport.reading import Reading
from govreport.standard import Standard

_CARRIER = re.compile(r"""<script\b[^>]*\bid=["']?govreport["']?[^>]*>""", re.I)
_END = "</script"
_BLANKS = re.compile(r"\s+")


def embedded(text: str, name: str, standard: Standard, limits: Limits) -> Reading | None:
    """Return the report that a page carries, None where it carries none; places are those of the page.

    A cell that the page shows otherwise than it carries it is left blank, a paragraph stays as carried; both are said (TEXT-EDITED).
    """
    opened = _CARRIER.search(text)
    if opened is None:
        return None
    end = text.find(_END, opened.end())
    carried = text[opened.end() : end if end >= 0 else len(text)]
    # as many lines before it as the page has, so that a place in the one is a place in the other
    reading = xml.read(("\n" * text.count("\n", 0, opened.end()) + carried).encode("utf-8", "replace"), name, standard, limits)
    if reading.report is None:
        return reading
    page = etree.fromstring((text[: opened.start()] + "</body>").encode("utf-8", "replace"), etree.HTMLParser(encoding="utf-8"))
    if page is None:
        return reading
    report, said = _checked(reading.report, page, standard)
    return replace(reading, report=report, diagnostics=(*reading.diagnostics, *said)) if said else reading


def _checked(report: Report, page: etree._Element, standard: Standard) -> tuple[Report, tuple[Diagnostic, ...]]:
    said: list[Diagnostic] = []
    wrong: dict[str, set[tuple[str, str]]] = {}
    marks = report.annotations.marks()
    for table in report.tables():
        form = standard.table(table.key, table.edition)
        if form is None:
            continue
        for place, shown, carried, line in _differing(table, form, page, marks):
            wrong.setdefault(table.key, set()).add(place)
            where = Location(line=line, cell=CellRef(table.key, *place, table.edition))
            said.append(Diagnostic("TEXT-EDITED", where, {"shown": quote(shown), "carried": carried}))
    said += _prose(report, page)
    return (_without(report, wrong) if wrong else report), tuple(said)


def _differing(
    table: Table, form: TableForm, page: etree._Element, marks: Mapping[tuple[str, str | None, str | None], str]
) -> Iterator[tuple[tuple[str, str], str, str, int | None]]:
    """Yield the cells that a page shows otherwise: keys, what it shows, what it carries, line."""
    drawn = page.find(f".//table[@data-table='{table.key}']")
    cells = [] if drawn is None else [cell for cell in drawn.iter("td") if cell.get("headers") is not None]
    keys = [(cell.row or "", cell.column or "") for line in layout(form).lines for cell in line if cell.kind == "data"]
    if len(cells) != len(keys):
        cells = []
    for at, (row, column) in enumerate(keys):
        value = table.get(row, column)
        carried = marks.get((table.key, row, column), written(value)) if isinstance(value, NotApplicable) else "" if value is None else written(value)
        money = form.columns[row][column].kind == "money"
        expected = carried + (table.units.get(row, "") if money else "")
        shown = "".join(str(each) for each in cells[at].itertext()) if cells else ""
        if _plain(shown) != _plain(expected):
            yield (row, column), shown.strip(), expected, getattr(cells[at], "sourceline", None) if cells else None


def _prose(report: Report, page: etree._Element) -> Iterator[Diagnostic]:
    """Yield the first paragraph that a page shows and does not carry, or carries and does not show."""
    main = page.find(".//main")
    shown = Counter(_plain("".join(map(str, each.itertext()))) for each in main.iter("p") if not each.get("class")) if main is not None else Counter[str]()
    carried = Counter(_plain(text) for text in _paragraphs((*report.chapters, *report.attachments)))
    for there, other in ((shown - carried, "shown"), (carried - shown, "carried")):
        for text in there:
            yield Diagnostic("TEXT-EDITED", Location(), {"shown": "", "carried": "", other: quote(text)})
            return


def _paragraphs(parts: tuple[Chapter | Attachment | Section, ...]) -> Iterator[str]:
    for part in parts:
        for block in part.blocks:
            if isinstance(block, Paragraph):
                yield block.text
            elif isinstance(block, Section):
                yield from _paragraphs((block,))


def _without(report: Report, wrong: dict[str, set[tuple[str, str]]]) -> Report:
    """Return a report without some of its cells."""

    def blocks(given: tuple[Block, ...]) -> tuple[Block, ...]:
        return tuple(
            replace(block, cells={place: value for place, value in block.cells.items() if place not in wrong.get(block.key, ())})
            if isinstance(block, Table)
            else replace(block, blocks=blocks(block.blocks))
            if isinstance(block, Section)
            else block
            for block in given
        )

    return replace(report, chapters=tuple(replace(chapter, blocks=blocks(chapter.blocks)) for chapter in report.chapters))


def _plain(text: str) -> str:
    return _BLANKS.sub("", text)
