"""A report set from its title to its attachments: which part comes where and in which type; what it says comes from the report alone."""

from __future__ import annotations

import datetime
import unicodedata
from dataclasses import replace

from govreport.model import Attachment, Block, Chapter, Grid, Metadata, Paragraph, Report, Section
from govreport.standard import Standard
from govreport.writers.cells import without_tables
from govreport.writers.pdf.columns import wide
from govreport.writers.pdf.flow import Flow
from govreport.writers.pdf.letterhead import set_letterhead
from govreport.writers.pdf.lines import broken
from govreport.writers.pdf.reporttables import ReportTables
from govreport.writers.pdf.style import Style

_DEEPEST = 6
_CLOSING = "closing"


class Setting:
    """One report on its way into a flow; ``place`` names the part that is being set, for whoever has to find it."""

    def __init__(self, flow: Flow, report: Report, standard: Standard, red: bool) -> None:
        self.flow, self.report, self.standard, self.red = flow, report, standard, red
        self.style = flow.style
        self.place = ""
        self._tables = ReportTables(flow, report.annotations, standard)
        self._last: Block | None = None
        self._below = 0.0

    def set(self) -> None:
        """Set the whole report."""
        self._title(self.report.metadata)
        closing = [chapter for chapter in self.report.chapters if self._kind(chapter) == _CLOSING]
        self._keep(closing)
        for chapter in self.report.chapters:
            if chapter not in closing:
                self._chapter(chapter)
        self._listed()
        for chapter in closing:
            self._closing(chapter)
        for number, attachment in enumerate(self.report.attachments, 1):
            self._attachment(attachment, number)
        self.flow.release(0.0)

    def _keep(self, closing: list[Chapter]) -> None:
        """Find the paragraph above the signature: lines of it go to the next page with a signature that does not fit, which never stands there alone."""
        for chapter in closing[:1]:
            above, short = self._signed(chapter)
            self._below = (len(short) + self.style.styles["signature"].before) * self.style.pitch if short else 0.0
            before = [block for each in self.report.chapters if each not in closing for block in each.blocks]
            self._last = _last(above or (() if self.report.attachments else tuple(before)))

    def title(self) -> str:
        """Return the report's title, where it has none the one that its agency and year give."""
        metadata = self.report.metadata
        year = metadata.year if metadata.year is not None else ""
        return metadata.title or self.style.say("untitled" if year else "untitled-undated", agency=metadata.agency.name or "", year=year)

    def _kind(self, chapter: Chapter) -> str | None:
        for form in reversed(self.standard.forms.values()):
            known = form.chapter(chapter.key)
            if known is not None:
                return known.kind
        return None

    def _title(self, metadata: Metadata) -> None:
        self.place = self.title()
        flow, styles = self.flow, self.style.styles
        if self.red:
            set_letterhead(flow, metadata)
        flow.heading(self.title(), styles["title"], "H1", -1, title=True)
        flow.release(self.style.pitch)
        lines = [metadata.agency.name or ""] if metadata.agency.name and metadata.agency.name not in self.title() else []
        lines += [metadata.document_number] if metadata.document_number and not self.red else []
        lines += [self.style.say("byline", date=self.date(metadata.published))] if metadata.published else []
        for line in lines:
            flow.paragraph(line, styles["byline"])
        flow.skip(1 if lines else 0)

    def date(self, day: datetime.date) -> str:
        """Return a date as it is printed: without leading zeros."""
        return self.style.say("date", year=day.year, month=day.month, day=day.day)

    def _chapter(self, chapter: Chapter) -> None:
        self.place = " ".join(each for each in (chapter.number, chapter.title) if each) or self.title()
        depth = 1
        text = self._numbered(chapter.number, chapter.title, 1)
        if text:
            self._heading(text, 1)
            depth = 2
        self._blocks(chapter.blocks, depth, 2, chapter.title)

    def _heading(self, text: str, level: int, depth: int = 1) -> None:
        tag = f"H{level + 1}" if level < _DEEPEST else "P"
        self.flow.heading(text, self.style.level(depth).style, tag, level - 1)

    def _numbered(self, number: str | None, title: str | None, depth: int) -> str:
        """Return a heading's text; a bare number is joined to its title as its depth has it, one with marks of its own is not."""
        if not number or not title:
            return number or title or ""
        bare = not unicodedata.category(number[-1]).startswith("P")
        return f"{number}{self.style.level(depth).join if bare else ''}{title}"

    def _blocks(self, blocks: tuple[Block, ...], level: int, depth: int, above: str | None) -> None:
        """Set blocks; ``level`` is the outline's for their headings, ``depth`` that of their sections, ``above`` the title they stand under."""
        for block in blocks:
            if isinstance(block, Paragraph):
                self.flow.paragraph(block.text, self.style.styles["body"], below=self._below if block is self._last else 0.0)
            elif isinstance(block, Section):
                text = self._numbered(block.number, block.title, depth)
                if text:
                    self._heading(text, level, depth)
                self._blocks(block.blocks, level + 1 if text else level, depth + 1 if text else depth, block.title or above)
            elif isinstance(block, Grid):
                self._tables.grid(block)
            else:
                self._tables.table(block, above)

    def _listed(self) -> None:
        """Name the attachments under the text, as 7.3.4 has it: their numbers one below the other, a long name below its first character."""
        titles = [each.title for each in self.report.attachments]
        body = self.style.styles["body"]
        under = replace(body, indent=body.indent + len(self.style.say("attachments", titles="")))
        numbers = [self.style.say("attachment-item", number=number, title="") if len(titles) > 1 else "" for number in range(1, len(titles) + 1)]
        for number, (before, name) in enumerate(zip(numbers, titles, strict=True)):
            title = before + name
            if not number:
                self.flow.release(0.0)
                self.flow.skip(1)
            below = self._below if self._last is None and number == len(titles) - 1 else 0.0
            rest = under.indent * self.style.cell + self._width(before, body)
            self.flow.paragraph(title if number else self.style.say("attachments", titles=title), under if number else body, rest=rest, below=below)

    def _signed(self, chapter: Chapter) -> tuple[tuple[Block, ...], list[str]]:
        """Return the blocks of a closing chapter above its signature, and the signature: the short paragraphs at the end."""
        longest = self.style.signature[1] * self.style.cell
        short: list[str] = []
        blocks = list(chapter.blocks)
        while blocks and isinstance(blocks[-1], Paragraph) and self._width(blocks[-1].text, self.style.styles["signature"]) <= longest:
            last = blocks.pop()
            assert isinstance(last, Paragraph)
            short.insert(0, last.text)
        return tuple(blocks), short

    def _closing(self, chapter: Chapter) -> None:
        """Set a chapter that closes the report: short paragraphs at its end are a signature."""
        self.place = chapter.title or self.title()
        text = self._numbered(chapter.number, chapter.title, 1)
        if text:
            self._heading(text, 1)
        style = self.style.styles["signature"]
        measure = self.flow.measure(style)
        inset = self.style.signature[0] * self.style.cell
        blocks, short = self._signed(chapter)
        self._blocks(blocks, 2 if text else 1, 2, chapter.title)
        lines = [broken(each, measure, self.style.kinsoku, justified=False)[0] for each in short]
        if lines:
            middle = self.style.width - inset - lines[-1].width / 2
            self.flow.placed([(line, max(min(middle - line.width / 2, self.style.width - line.width), 0.0)) for line in lines], style)

    def _width(self, text: str, style: Style) -> float:
        measure = self.flow.measure(style)
        return wide(text, measure.advances) * style.size + len(text) * (measure.cell - measure.size)

    def _attachment(self, attachment: Attachment, number: int) -> None:
        without_tables(attachment)
        self.place = attachment.title
        flow, styles = self.flow, self.style.styles
        flow.turn()
        several = len(self.report.attachments) > 1
        flow.paragraph(self.style.words["attachment"] + (str(number) if several else ""), styles["label"])
        flow.skip(1)
        flow.heading(attachment.title, styles["title"], "H2", 0, title=True)
        flow.release(self.style.pitch)
        if attachment.file_name:
            flow.paragraph(self.style.say("file", name=attachment.file_name), styles["byline"])
            flow.skip(1)
        self._blocks(attachment.blocks, 2, 1, attachment.title)


def _last(blocks: tuple[Block, ...]) -> Block | None:
    """Return the paragraph at the very end of blocks, None where something else stands there."""
    while blocks and isinstance(blocks[-1], Section):
        blocks = blocks[-1].blocks
    return blocks[-1] if blocks and isinstance(blocks[-1], Paragraph) else None
