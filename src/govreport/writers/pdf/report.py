"""From a report to the bytes of its file."""

from __future__ import annotations

import datetime
import os

from govreport.formats import PDF_CELLS, PDF_CHARACTERS
from govreport.model import Attachment, Block, Chapter, Grid, Metadata, Paragraph, Report, Table
from govreport.standard import Standard
from govreport.writers import LargeError, UndrawnError, xml
from govreport.writers.pdf import RED_HEAD
from govreport.writers.pdf.archival import Attached, Description
from govreport.writers.pdf.cascade import Fonts, MissingGlyphError
from govreport.writers.pdf.document import assembled
from govreport.writers.pdf.faces import Choice
from govreport.writers.pdf.flow import Flow
from govreport.writers.pdf.pages import Pages
from govreport.writers.pdf.roles import cascades
from govreport.writers.pdf.setting import Setting
from govreport.writers.pdf.style import page_style
from govreport.writers.pdf.tags import Tree


def write_report(report: Report, standard: Standard, *, red: bool | None = None, choice: Choice | None = None, attached: Attached | None = None) -> bytes:
    """Return a report as PDF in the fonts of a choice, with a red head where ``red``, or else the environment or the page description, asks for one.

    What is ``attached`` stands for the report's XML: a document of the archive's own is set as a report is, and carries its own data.
    Raises ``UnwritableError``, for a character that no font has ``UndrawnError``, for a report that is too long ``LargeError``.
    """
    _limited(report)
    style = page_style()
    flow = Flow(Pages(style, Fonts(cascades(choice))), Tree())
    asked = style.redhead.print or os.environ.get(RED_HEAD) == "true"
    setting = Setting(flow, report, standard, asked if red is None else red)
    try:
        setting.set()
    except MissingGlyphError as error:
        raise UndrawnError(error.character, setting.place) from error
    attributes = style.attributes
    said = Description(
        title=setting.title(),
        author=report.metadata.agency.name,
        subject=attached.description if attached else attributes["title"],
        language=attributes["language"],
        creator=attributes["creator"],
        producer=attributes["producer"],
        moment=_moment(report.metadata, attributes["zone"]),
    )
    return assembled(flow, said, attached or Attached(xml.write(report, standard), style.words["data-file"], style.words["data"]))


def _limited(report: Report) -> None:
    """Raise ``LargeError`` for a report with more characters, or more cells of plain grids, than a PDF is written with."""
    characters = sum(len(note.text) for note in report.annotations.notes)
    cells = 0
    waiting: list[Chapter | Attachment | Block] = [*report.chapters, *report.attachments]
    while waiting and cells <= PDF_CELLS:
        part = waiting.pop()
        if isinstance(part, Grid):
            characters += len(part.caption or "") + sum(sum(map(len, row)) for row in part.rows)
            cells += len(part.rows) * max(map(len, part.rows), default=0)
        elif isinstance(part, Paragraph):
            characters += len(part.text)
        elif not isinstance(part, Table):
            characters += len(part.title or "")
            waiting += part.blocks
    for what, found, most in (("cells", cells, PDF_CELLS), ("characters", characters, PDF_CHARACTERS)):
        if found > most:
            raise LargeError(what, most)


def _moment(metadata: Metadata, zone: str) -> datetime.datetime | None:
    """Return the day on which the report was published, else the last one of its period or year."""
    day = metadata.published or (metadata.period.end if metadata.period else None)
    if day is None and metadata.year is not None:
        day = datetime.date(metadata.year, 12, 31)
    midnight = datetime.time.fromisoformat(f"00:00:00{zone}")
    return datetime.datetime.combine(day, midnight) if day is not None else None
