"""The report as values: frozen, equal when their content is equal, without input or output.

Shapes are those of the contract: chapters in source order, blocks in chapters, a table as cells by row and column key.
Where a cell was read stands in the evidence of a reading, never here.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum


class NotApplicable(Enum):
    """The state of a cell in which the form-filler wrote a mark instead of a number."""

    NA = "NA"

    def __repr__(self) -> str:
        return "NA"


NA = NotApplicable.NA
Value = int | Decimal | NotApplicable
"""A cell's value: a count (int), money (Decimal) or ``NA``; a blank cell has no value and is absent from its table."""


class TextError(ValueError):
    """Raised for a paragraph or title that XML cannot carry: empty, with line breaks, edge white space or control characters."""


def is_xml_character(character: str) -> bool:
    """Return whether XML 1.0 (clause 2.2) allows the character."""
    code = ord(character)
    return 0x20 <= code <= 0xD7FF or code in (0x9, 0xA, 0xD) or 0xE000 <= code <= 0xFFFD or code >= 0x10000


def check_text(text: str) -> str:
    """Return the text if it is one line of XML characters without white space at its ends, else raise ``TextError``."""
    if not text or text != text.strip():
        raise TextError("a text is empty or has white space at its ends")
    if text.isprintable():
        return text
    if "\n" in text or "\r" in text or not all(map(is_xml_character, text)):
        raise TextError("a text has a line break or a character that XML does not allow")
    return text


def _check_optional(*texts: str | None) -> None:
    for text in texts:
        if text is not None:
            check_text(text)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of prose: one line of text."""

    text: str

    def __post_init__(self) -> None:
        check_text(self.text)


@dataclass(frozen=True, slots=True)
class Section:
    """A heading inside a chapter with what stands under it; ``number`` and ``title`` as printed, either may be missing."""

    number: str | None
    title: str | None
    blocks: tuple[Block, ...] = ()

    def __post_init__(self) -> None:
        _check_optional(self.number, self.title)


@dataclass(frozen=True, slots=True)
class Grid:
    """A table that is no table of the form: rows of text cells; an empty cell is the empty string."""

    rows: tuple[tuple[str, ...], ...]
    caption: str | None = None

    def __post_init__(self) -> None:
        for cell in (cell for row in self.rows for cell in row):
            if cell:
                check_text(cell)
        _check_optional(self.caption)


@dataclass(frozen=True, slots=True)
class Table:
    """A table of an edition: ``cells`` maps (row key, column key) to a value, ``units`` maps a row key to its written unit."""

    key: str
    edition: str
    cells: Mapping[tuple[str, str], Value]
    units: Mapping[str, str] = field(default_factory=dict)

    def get(self, row: str, column: str) -> Value | None:
        """Return the cell's value, None where it is blank."""
        return self.cells.get((row, column))


Block = Paragraph | Section | Grid | Table


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter as printed; ``key`` is the form's, None for a chapter the form does not know."""

    key: str | None
    number: str | None
    title: str | None
    blocks: tuple[Block, ...] = ()

    def __post_init__(self) -> None:
        _check_optional(self.number, self.title)

    def paragraphs(self) -> Iterator[str]:
        """Yield the chapter's paragraphs and titles of sections in order."""
        yield from _paragraphs(self.blocks)


@dataclass(frozen=True, slots=True)
class Division:
    """An administrative division: a code, its system and the date it was valid."""

    code: str
    system: str | None = None
    as_of: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class Agency:
    """The agency that reports; all but the name may be unknown."""

    name: str | None = None
    kind: str | None = None
    level: str | None = None
    uscc: str | None = None
    division: Division | None = None

    def __post_init__(self) -> None:
        _check_optional(self.name, self.uscc)


@dataclass(frozen=True, slots=True)
class Period:
    """The dates between which the figures were counted, both included."""

    start: datetime.date
    end: datetime.date


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the report says of itself; None where it does not say."""

    agency: Agency = Agency()
    year: int | None = None
    period: Period | None = None
    scope: str | None = None
    title: str | None = None
    document_number: str | None = None
    published: datetime.date | None = None
    contact: str | None = None

    def __post_init__(self) -> None:
        _check_optional(self.title, self.document_number, self.contact)


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that came with the report: named and digested, never carried; ``blocks`` is its prose."""

    title: str
    file_name: str | None = None
    media_type: str | None = None
    sha256: str | None = None
    blocks: tuple[Block, ...] = ()

    def __post_init__(self) -> None:
        check_text(self.title)
        _check_optional(self.file_name, self.media_type)


@dataclass(frozen=True, slots=True)
class Note:
    """A remark on a table, a row, a column or a cell; ``kind`` is note, mark, inferred or label."""

    table: str
    text: str
    row: str | None = None
    column: str | None = None
    kind: str = "note"

    def __post_init__(self) -> None:
        check_text(self.text)


@dataclass(frozen=True, slots=True)
class Restatement:
    """A figure of last year stated anew: before, after and why (reorganisation, correction, definition or other)."""

    table: str
    row: str
    column: str
    before: Decimal
    after: Decimal
    reason: str
    text: str | None = None

    def __post_init__(self) -> None:
        _check_optional(self.text)


@dataclass(frozen=True, slots=True)
class Waiver:
    """A finding dismissed with a reason, by code and, where given, cell."""

    code: str
    text: str
    table: str | None = None
    row: str | None = None
    column: str | None = None
    by: str | None = None
    on: datetime.date | None = None

    def __post_init__(self) -> None:
        check_text(self.text)
        _check_optional(self.by)


@dataclass(frozen=True, slots=True)
class ZeroDeclaration:
    """The declaration that a table has nothing to report; its cells are written 0."""

    table: str
    by: str | None = None
    on: datetime.date | None = None

    def __post_init__(self) -> None:
        _check_optional(self.by)


@dataclass(frozen=True, slots=True)
class Annotations:
    """All that is said about cells, in document order within a kind."""

    notes: tuple[Note, ...] = ()
    restatements: tuple[Restatement, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    zero_declarations: tuple[ZeroDeclaration, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.notes or self.restatements or self.waivers or self.zero_declarations)


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where the report was taken from: base name and SHA-256 of the source, the reader and the schema release it followed."""

    source: str
    sha256: str
    reader: str
    schema: str


@dataclass(frozen=True, slots=True)
class Report:
    """An annual report; ``schema`` is the release (X.Y) the document claims to follow."""

    schema: str
    metadata: Metadata = Metadata()
    chapters: tuple[Chapter, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    annotations: Annotations = Annotations()
    provenance: Provenance | None = None

    def tables(self) -> Iterator[Table]:
        """Yield the tables of the form in document order, those inside sections too."""
        for chapter in self.chapters:
            yield from _tables(chapter.blocks)

    def table(self, key: str) -> Table | None:
        """Return the first table of that key, None where the report has none."""
        return next((table for table in self.tables() if table.key == key), None)

    def chapter(self, key: str) -> Chapter | None:
        """Return the first chapter of that key, None where the report has none."""
        return next((chapter for chapter in self.chapters if chapter.key == key), None)


def _tables(blocks: tuple[Block, ...]) -> Iterator[Table]:
    for block in blocks:
        if isinstance(block, Table):
            yield block
        elif isinstance(block, Section):
            yield from _tables(block.blocks)


def _paragraphs(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block.text
        elif isinstance(block, Section):
            if block.title:
                yield block.title
            yield from _paragraphs(block.blocks)
