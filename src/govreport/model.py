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

from govreport.annotations import NO_ANNOTATIONS, Annotations, Note, Restatement, Waiver, ZeroDeclaration
from govreport.xmltext import TextError, check_optional, check_text, is_xml_character

__all__ = [
    "NA",
    "Agency",
    "Annotations",
    "Attachment",
    "Block",
    "Chapter",
    "Division",
    "Grid",
    "Metadata",
    "NotApplicable",
    "Note",
    "Paragraph",
    "Period",
    "Provenance",
    "Report",
    "Restatement",
    "Section",
    "Table",
    "TextError",
    "Value",
    "Waiver",
    "ZeroDeclaration",
    "check_text",
    "is_xml_character",
]


class NotApplicable(Enum):
    """The state of a cell in which the form-filler wrote a mark instead of a number."""

    NA = "NA"

    def __repr__(self) -> str:
        return "NA"


NA = NotApplicable.NA
Value = int | Decimal | NotApplicable
"""A cell's value: a count (int), money (Decimal) or ``NA``; a blank cell has no value and is absent from its table."""


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
        check_optional(self.number, self.title)


@dataclass(frozen=True, slots=True)
class Grid:
    """A table that is no table of the form: rows of text cells; an empty cell is the empty string."""

    rows: tuple[tuple[str, ...], ...]
    caption: str | None = None

    def __post_init__(self) -> None:
        for cell in (cell for row in self.rows for cell in row):
            if cell:
                check_text(cell)
        check_optional(self.caption)


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
        check_optional(self.number, self.title)

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
        check_optional(self.name, self.uscc)


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
        check_optional(self.title, self.document_number, self.contact)


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
        check_optional(self.file_name, self.media_type)


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
    annotations: Annotations = NO_ANNOTATIONS
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
