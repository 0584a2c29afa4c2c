"""The names of the fields of a form on a page: what they stand for, and back."""

from __future__ import annotations

from typing import NamedTuple

CELL, UNIT, PROSE, META, ZERO = "cell", "unit", "prose", "meta", "zero"
METADATA = ("title", "document_number", "published", "contact")
"""What a clerk may say of a report; agency, year and scope are those of the draft."""
BY, ON = "by", "on"


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


def place(name: str) -> Place | None:
    """Return the cell that a field stands for, None for any other field."""
    kind, *keys = name.split("/")
    return Place(*keys) if kind == CELL and len(keys) == 3 else None
