"""The report as values: frozen, equal when their content is equal, without input or output.

Shapes are those of the contract: chapters in source order, blocks in chapters, a table as cells by row and column key.
Where a cell was read stands in the evidence of a reading, never here.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum
from itertools import repeat

from govreport.annotations import NO_ANNOTATIONS, Annotations, Note, Restatement, Waiver, ZeroDeclaration
from govreport.metadata import NO_METADATA, Agency, Division, Metadata, Period, Provenance
from govreport.xmltext import TextError, check_optional, check_text, is_text

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
    "is_text",
]


class NotApplicable(Enum):
    """The state of a cell in which the form-filler wrote a mark instead of a number."""

    NA = "NA"

    def __repr__(self) -> str:
        return "NA"


_set = object.__setattr__
NA = NotApplicable.NA
Value = int | Decimal | NotApplicable
"""A cell's value: a count (int), money (Decimal) or ``NA``; a blank cell has no value and is absent from its table."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of prose: one line of text."""

    text: str

    def __post_init__(self) -> None:
        check_text(self.text)

    @classmethod
    def of_checked(cls, texts: Sequence[str]) -> list[Paragraph]:
        """Return a paragraph for each of some texts that were checked already, all at one go."""
        made = [*map(cls.__new__, repeat(cls, len(texts)))]
        deque(map(_set, made, repeat("text"), texts), 0)
        return made


@dataclass(frozen=True, slots=True)
class Section:
    """A heading inside a chapter with what stands under it; ``number`` and ``title`` as printed, either may be missing."""

    number: str | None
    title: str | None
    blocks: tuple[Block, ...] = ()

    def __post_init__(self) -> None:
        check_optional(self.number, self.title)

    @classmethod
    def of_checked(cls, number: str | None, title: str | None, blocks: tuple[Block, ...]) -> Section:
        """Return a section of texts that were checked already."""
        made = cls.__new__(cls)
        _set(made, "number", number)
        _set(made, "title", title)
        _set(made, "blocks", blocks)
        return made


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

    @classmethod
    def of_checked(cls, rows: tuple[tuple[str, ...], ...], caption: str | None) -> Grid:
        """Return a grid of texts that were checked already, which for its many cells takes longer than all else."""
        made = cls.__new__(cls)
        _set(made, "rows", rows)
        _set(made, "caption", caption)
        return made


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
        found: list[str] = []
        _paragraphs(self.blocks, found)
        yield from found


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
class Report:
    """An annual report; ``schema`` is the release (X.Y) the document claims to follow."""

    schema: str
    metadata: Metadata = NO_METADATA
    chapters: tuple[Chapter, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    annotations: Annotations = NO_ANNOTATIONS
    provenance: Provenance | None = None

    def tables(self) -> Iterator[Table]:
        """Yield the tables of the form in document order, those inside sections too."""
        found: list[Table] = []
        for chapter in self.chapters:
            _tables(chapter.blocks, found)
        yield from found

    def table(self, key: str) -> Table | None:
        """Return the first table of that key, None where the report has none."""
        return next((table for table in self.tables() if table.key == key), None)

    def chapter(self, key: str) -> Chapter | None:
        """Return the first chapter of that key, None where the report has none."""
        return next((chapter for chapter in self.chapters if chapter.key == key), None)


def _tables(blocks: tuple[Block, ...], found: list[Table]) -> None:
    for block in blocks:
        if isinstance(block, Paragraph):
            continue
        if isinstance(block, Table):
            found.append(block)
        elif isinstance(block, Section):
            _tables(block.blocks, found)


def _paragraphs(blocks: tuple[Block, ...], found: list[str]) -> None:
    for block in blocks:
        if isinstance(block, Paragraph):
            found.append(block.text)
        elif isinstance(block, Section):
            if block.title:
                found.append(block.title)
            _paragraphs(block.blocks, found)
