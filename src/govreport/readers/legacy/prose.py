"""Lines and tables put together as chapters: headings nest, every line that is no table and no heading stays a paragraph."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from govreport.model import Block, Chapter, Note, Paragraph, Section, Table, check_text
from govreport.readers.legacy.outline import Heading, Outline
from govreport.xmltext import allowed

_BREAKS = str.maketrans(dict.fromkeys("\t\r\n", " "))


def clean(text: str) -> str:
    """Return a text as one paragraph: characters that XML forbids dropped, breaks and tabs as blanks, no white space at its ends."""
    return (text if text.isprintable() else allowed(text, "").translate(_BREAKS)).strip()


@dataclass(slots=True)
class _Open:
    """A chapter or section being filled."""

    level: int
    number: str | None
    title: str | None
    key: str | None = None
    blocks: list[Block] = field(default_factory=list)

    def section(self) -> Section:
        return Section(self.number, self.title, tuple(self.blocks))


class ChapterBuilder:
    """Collects blocks in source order under the headings they follow; what comes before the first goes to the ``lead`` chapter.

    ``notes`` are the notes that stand right under tables of the form.
    """

    def __init__(self, outline: Outline, lead: str | None) -> None:
        self._outline, self._lead = outline, lead
        self.chapters: list[Chapter] = []
        self.notes: list[Note] = []
        self._stack: list[_Open] = []

    @property
    def current(self) -> str | None:
        """The key of the chapter being filled."""
        return self._stack[0].key if self._stack else None

    @property
    def keys(self) -> set[str]:
        """The keys of all chapters begun so far."""
        return {chapter.key for chapter in self.chapters if chapter.key} | ({self.current} if self.current else set())

    def chapter(self, key: str | None, number: str | None = None, title: str | None = None) -> None:
        """Begin a chapter."""
        self._close(1)
        self._stack = [_Open(1, _clean(number), _clean(title), key)]

    def line(self, text: str) -> None:
        """Add a line of prose: a note of the table right above it, a head of a section, with or without text run in, or a paragraph."""
        text = clean(text)
        if not text:
            return
        above = self._stack[-1].blocks[-1] if self._stack and self._stack[-1].blocks else None
        if isinstance(above, Table):
            note = self._outline.note(text, any(each.table == above.key for each in self.notes[-1:]))
            if note is not None:
                self.notes.append(Note(above.key, note))
                return
        if not self._stack:
            self.chapter(self._lead)
        heading = self._outline.section(text) if self.current != self._lead else None
        if heading is None:
            self.block(Paragraph(check_text(text)))
        else:
            self.section(heading)

    def section(self, heading: Heading) -> None:
        """Begin a section, deeper than the one before it where its number is."""
        self._close(heading.level)
        self._stack.append(_Open(heading.level, _clean(heading.number), _clean(heading.title)))
        rest = clean(heading.rest or "")
        if rest:
            self.block(Paragraph(rest))

    def block(self, block: Block) -> None:
        """Add a block to the innermost section."""
        if not self._stack:
            self.chapter(self._lead)
        self._stack[-1].blocks.append(block)

    def blocks(self, blocks: Iterable[Block], outermost: bool = False) -> None:
        """Add blocks, to the chapter itself where ``outermost``."""
        if outermost:
            self._close(2)
        for block in blocks:
            self.block(block)

    def finish(self) -> tuple[Chapter, ...]:
        """Return all chapters."""
        self._close(1)
        self._stack = []
        return tuple(self.chapters)

    def _close(self, level: int) -> None:
        while self._stack and self._stack[-1].level >= level:
            done = self._stack.pop()
            if self._stack:
                self._stack[-1].blocks.append(done.section())
            else:
                self.chapters.append(Chapter(done.key, done.number, done.title, tuple(done.blocks)))


def _clean(text: str | None) -> str | None:
    return (clean(text) or None) if text else None
