"""Chapters, attachments and sections of a canonical text, built up as its lines come."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial

from govreport.model import Attachment, Block, Chapter, Section
from govreport.pipetext import Heading
from govreport.readers import records
from govreport.readers.notices import Notices, quote
from govreport.readers.records import Record, tidy


@dataclass
class _Open:
    """A chapter, attachment or section that still takes blocks; a record makes it an attachment."""

    heading: Heading
    record: Record | None = None
    blocks: list[Block] = field(default_factory=list)


class Body:
    """The body under reading: what was closed, and from the chapter inwards what is open."""

    def __init__(self, notices: Notices) -> None:
        self.notices = notices
        self.chapters: list[Chapter] = []
        self.attachments: list[Attachment] = []
        self._open: list[_Open] = []

    @property
    def depth(self) -> int:
        """How many chapters and sections are open."""
        return len(self._open)

    @property
    def in_attachment(self) -> bool:
        """Whether blocks go into an attachment, which holds no table of the form."""
        return bool(self._open) and self._open[0].record is not None

    def heading(self, heading: Heading, number: int) -> None:
        """Start a chapter or a section; one that skips a level is noted and taken for the next."""
        place = partial(self.notices.at, number)
        texts = [None if text is None else tidy(text, self.notices, place) for text in (heading.number, heading.title)]
        if heading.level == 1:
            self.close(0)
        else:
            self.close(heading.level - 1)
            if len(self._open) != heading.level - 1:
                self.notices.add("XSD-LINE", place(), raw=quote("#" * heading.level))
            if not self._open:
                self._open.append(_Open(Heading(1, None, None)))
        self._open.append(_Open(Heading(heading.level, texts[0], texts[1], heading.key)))

    def attachment(self, record: Record) -> None:
        """Start an attachment."""
        self.close(0)
        self._open.append(_Open(Heading(1, None, None), record))

    def add(self, block: Block, number: int) -> None:
        """Add a block where the text stands; before the first heading it starts a chapter of its own, which is noted."""
        if not self._open:
            self.notices.add("XSD-LINE", self.notices.at(number), raw="#")
            self._open.append(_Open(Heading(1, None, None)))
        self._open[-1].blocks.append(block)

    def close(self, depth: int) -> None:
        """Close what is open, down to so many."""
        while len(self._open) > depth:
            done = self._open.pop()
            blocks, heading = tuple(done.blocks), done.heading
            if self._open:
                self._open[-1].blocks.append(Section(heading.number, heading.title, blocks))
            elif done.record is not None:
                self.attachments.append(records.attachment(done.record, blocks))
            else:
                self.chapters.append(Chapter(heading.key, heading.number, heading.title, blocks))
