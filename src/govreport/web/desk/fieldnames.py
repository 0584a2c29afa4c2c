"""The names of the fields of a form on a page: what they stand for, and back."""

from __future__ import annotations

from typing import NamedTuple

CELL, UNIT, PROSE, META, ZERO = "cell", "unit", "prose", "meta", "zero"
NOTE, RESTATEMENT, WAIVER = "note", "restatement", "waiver"
METADATA = ("title", "document_number", "published", "contact")
"""What a clerk may say of a report; agency, year and scope are those of the draft."""
BY, ON = "by", "on"
TEXT, BEFORE, AFTER, REASON = "text", "before", "after", "reason"
RESTATED = (BEFORE, AFTER, REASON, TEXT)
"""What a restatement says."""
_ANNOTATED = {NOTE: 3, RESTATEMENT: 4, WAIVER: 5}
"""How many keys stand behind the kind in the name of a field."""


class Place(NamedTuple):
    """A cell of a table by its keys."""

    table: str
    row: str
    column: str


def cell(table: str, row: str, column: str) -> str:
    """Return the name of the field of a cell."""
    return f"{CELL}/{table}/{row}/{column}"


def unit(table: str, row: str) -> str:
    """Return the name of the field that holds the unit of a row's money."""
    return f"{UNIT}/{table}/{row}"


def prose(chapter: str | None, index: int) -> str:
    """Return the name of the field of a chapter's prose: by key, or by its place where the form does not know the chapter."""
    return f"{PROSE}/{chapter or f'@{index}'}"


def meta(name: str) -> str:
    """Return the name of a field of the metadata."""
    return f"{META}/{name}"


def zero(table: str, name: str) -> str:
    """Return the name under which the declaration that a table has nothing to report is kept: by whom, or on which day."""
    return f"{ZERO}/{table}/{name}"


def note(table: str, row: str, column: str) -> str:
    """Return the name under which the notes of a table, row, column or cell are kept; what a note does not name is empty."""
    return f"{NOTE}/{table}/{row}/{column}"


def restatement(table: str, row: str, column: str, part: str) -> str:
    """Return the name under which a part of a restatement is kept: before, after, reason or text."""
    return f"{RESTATEMENT}/{table}/{row}/{column}/{part}"


def waiver(code: str, table: str, row: str, column: str, part: str) -> str:
    """Return the name under which a part of a waiver is kept: its text, by whom or on which day; what it does not name is empty."""
    return f"{WAIVER}/{code}/{table}/{row}/{column}/{part}"


def annotated(name: str, kind: str) -> tuple[str, ...] | None:
    """Return the keys behind a kind of annotation in a field's name, None for any other field."""
    first, *keys = name.split("/")
    return tuple(keys) if first == kind and len(keys) == _ANNOTATED[kind] else None


def place(name: str) -> Place | None:
    """Return the cell that a field stands for, None for any other field."""
    kind, *keys = name.split("/")
    return Place(*keys) if kind == CELL and len(keys) == 3 else None
