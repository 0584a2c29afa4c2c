"""PDF as a report: ours by the data attached to it; any other by its text and rulings, and then by the steps of any legacy text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from govreport import vocabulary as vocabularies
from govreport.diagnostics import CellRef, Diagnostic, Location
from govreport.readers.guard import DEFAULT, Limits
from govreport.readers.legacy.decode import Decoded
from govreport.readers.legacy.labels import label_index
from govreport.readers.legacy.outline import outline
from govreport.readers.legacy.provenance import provenance
from govreport.readers.legacy.reader import read_repaired
from govreport.readers.legacy.repairs import repair
from govreport.readers.legacy.values import value_reader
from govreport.readers.pdf.attachment import attached
from govreport.readers.pdf.blocks import Layout, Table, layout
from govreport.readers.pdf.extraction import Extracted, extract
from govreport.readers.pdf.furniture import furniture
from govreport.readers.pdf.legibility import hidden, refusal, unread
from govreport.readers.pdf.pages import Page, upright
from govreport.readers.pdf.pagetext import PageText, PdfSource
from govreport.readers.pdf.paragraphs import paragraphs
from govreport.readers.pdf.sheets import parted
from govreport.readers.pdf.stitching import stitched
from govreport.readers.pdf.unruled import Unruled
from govreport.reading import Reading
from govreport.standard import Standard
from govreport.vocabulary import Vocabulary

NAME = "pdf"


def read(data: bytes, name: str, standard: Standard, limits: Limits = DEFAULT) -> Reading:
    """Return the report that a PDF holds, or none with the diagnostic that says why; never raises on content."""
    found = extract(data, name, limits)
    if found.refused is not None:
        return Reading(None, (found.refused,))
    pages = parted([upright(page) for page in found.pages])
    own = attached(found.attached, pages, name, standard, limits)
    return own or _read_pages(found, pages, data, name, standard)


def _read_pages(found: Extracted, pages: Sequence[Page], data: bytes, name: str, standard: Standard) -> Reading:
    refused = refusal(pages, name)
    if refused is not None:
        return Reading(None, (refused,))
    vocabulary = vocabularies.load(standard.root)
    source = _text(pages, standard, vocabulary)
    repaired = repair(Decoded(source.text, "utf-8"), standard, vocabulary, source)
    repaired = replace(repaired, diagnostics=(*repaired.diagnostics, *hidden(pages)))
    reading = read_repaired(source, repaired, provenance(data, name, NAME, standard), standard)
    said = (*_placed(reading.diagnostics, source), *unread(found, pages, reading, standard), *_unruled(reading, source, standard))
    return replace(reading, diagnostics=said)


def _text(pages: Sequence[Page], standard: Standard, vocabulary: Vocabulary) -> PdfSource:
    """Return the text of the pages: tables whole, paragraphs whole, nothing of what comes again on every page."""
    labels, heads = label_index(standard), outline(standard, vocabulary)
    beside, unruled = furniture(pages), Unruled(labels, value_reader(vocabulary).looks_numeric, standard)
    layouts = [layout(page, beside[page.number]) for page in pages]
    blocks = stitched([Layout(each.page, unruled.told(each.blocks, each.page)) for each in layouts], labels)
    written = PageText()
    for block in paragraphs(blocks, lambda text: heads.chapter(text, labels) is not None):
        if isinstance(block, Table):
            written.table(block)
        else:
            written.line(block)
    return written.source()


def _placed(diagnostics: Sequence[Diagnostic], source: PdfSource) -> Iterator[Diagnostic]:
    """Yield diagnostics with their page."""
    for each in diagnostics:
        where = each.location
        page = source.page_of_line(where.line) if where.line is not None else None
        yield each if page is None else replace(each, location=where._replace(path=f"page[{page}]"))


def _unruled(reading: Reading, source: PdfSource, standard: Standard) -> Iterator[Diagnostic]:
    """Yield the tables that no rulings draw: their columns are told by where the figures stand."""
    drawn: dict[tuple[str, str | None], set[bool]] = {}
    for each in reading.evidence:
        drawn.setdefault((each.cell.table, each.cell.edition), set()).update([source.is_drawn(each.line)] if each.line is not None else [])
    for (key, edition), found in drawn.items():
        if found != {True}:
            table = standard.table(key, edition or "") if edition else None
            yield Diagnostic("TEXT-UNRULED", Location(cell=CellRef(key, edition=edition)), {"table": table.label if table else key})
