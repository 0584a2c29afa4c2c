"""What is said about cells: notes, restatements, waivers and declarations of nothing to report."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from govreport.xmltext import check_optional, check_text


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
        check_optional(self.text)


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
        check_optional(self.by)


@dataclass(frozen=True, slots=True)
class ZeroDeclaration:
    """The declaration that a table has nothing to report; its cells are written 0."""

    table: str
    by: str | None = None
    on: datetime.date | None = None

    def __post_init__(self) -> None:
        check_optional(self.by)


@dataclass(frozen=True, slots=True)
class Annotations:
    """All that is said about cells, in document order within a kind."""

    notes: tuple[Note, ...] = ()
    restatements: tuple[Restatement, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    zero_declarations: tuple[ZeroDeclaration, ...] = ()

    def marks(self) -> Mapping[tuple[str, str | None, str | None], str]:
        """Return the first mark of every cell that has one, which is what is printed of it, by table, row and column."""
        return {(note.table, note.row, note.column): note.text for note in reversed(self.notes) if note.kind == "mark"}

    def __bool__(self) -> bool:
        return bool(self.notes or self.restatements or self.waivers or self.zero_declarations)


NO_ANNOTATIONS = Annotations()
