"""The printed form as values: tables, blocks, rows, columns, chapters, relations; ``standard`` reads them from ``schema/<edition>/form.xml``.

Nothing here knows a label: a new edition is one new folder.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple


class Phrase(NamedTuple):
    """Words by which prose speaks of a cell (``column`` and ``unit`` given) or of a matter (``role`` given).

    ``of`` names the matter that other words stand for; without it the words are its name.
    """

    text: str
    role: str | None = None
    column: str | None = None
    unit: str | None = None
    of: str | None = None


class Column(NamedTuple):
    """A column of a block; ``kind`` is count, change (signed) or money; ``groups`` are the heads above it, outermost first."""

    key: str
    label: str
    kind: str = "count"
    unit: str | None = None
    role: str | None = None
    span: int = 1
    data_span: int = 1
    groups: tuple[str, ...] = ()


class Row(NamedTuple):
    """A row or a group of rows; ``key`` is the dotted path, ``labels`` the printed labels from the outermost group to this row."""

    key: str
    labels: tuple[str, ...]
    leaf: bool
    role: str | None = None
    phrases: tuple[Phrase, ...] = ()

    @property
    def label(self) -> str:
        """The row's own printed label."""
        return self.labels[-1]


@dataclass(frozen=True)
class Block:
    """Rows that share columns; ``label`` and ``head`` are its title row and the head of its label column, None where the table prints none."""

    label: str | None
    head: str | None
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]

    @cached_property
    def leaves(self) -> tuple[Row, ...]:
        """The rows that hold cells, in print order."""
        return tuple(row for row in self.rows if row.leaf)


@dataclass(frozen=True, eq=False)
class TableForm:
    """A table of an edition. ``across`` prints the rows side by side on one line, their labels as heads."""

    key: str
    name: str
    label: str
    edition: str
    chapter: str
    across: bool
    corner: str | None
    width: int | None
    blocks: tuple[Block, ...]

    @cached_property
    def rows(self) -> dict[str, Row]:
        """The rows and groups of rows by dotted key, in print order."""
        return {row.key: row for block in self.blocks for row in block.rows}

    @cached_property
    def leaves(self) -> tuple[Row, ...]:
        """The rows that hold cells, in print order."""
        return tuple(row for block in self.blocks for row in block.leaves)

    @cached_property
    def columns(self) -> dict[str, dict[str, Column]]:
        """For each row that holds cells, its columns by key."""
        return {row.key: {column.key: column for column in block.columns} for block in self.blocks for row in block.leaves}

    @cached_property
    def cells(self) -> tuple[tuple[str, str], ...]:
        """Every cell's (row key, column key), in print order."""
        return tuple((row, column) for row, columns in self.columns.items() for column in columns)

    @cached_property
    def money(self) -> tuple[tuple[str, Column], ...]:
        """Every cell of money as its row and its column, in print order."""
        return tuple((row, column) for row, columns in self.columns.items() for column in columns.values() if column.kind == "money")

    def column(self, row: str, column: str) -> Column | None:
        """Return the column of a cell, None where the form has no such cell."""
        return self.columns.get(row, {}).get(column)

    def under(self, key: str) -> tuple[str, ...]:
        """Return the keys of the rows that hold cells in a group of rows, or the key itself for such a row."""
        return (key,) if key in self.columns else tuple(row for row in self.columns if row.startswith(key + "."))

    def money_column(self, row: str) -> Column | None:
        """Return the money column of a row, None where it has none."""
        return next((column for column in self.columns.get(row, {}).values() if column.kind == "money"), None)


class Term(NamedTuple):
    """A side of a relation names rows, columns or both; the axis left out is the one the relation runs along."""

    table: str
    row: str | None = None
    column: str | None = None
    last_year: bool = False


class Relation(NamedTuple):
    """``sum(left) = sum(right)`` for every cell along the free axis; ``kind`` is sum, balance, equal or carry."""

    kind: str
    id: str
    code: str
    basis: str
    left: tuple[Term, ...]
    right: tuple[Term, ...]
    texts: tuple[tuple[str, str], ...] = ()


class ChapterForm(NamedTuple):
    """A chapter of the form; ``kind`` is lead, prose, table or closing; ``tables`` the keys of the tables it carries."""

    key: str
    number: str | None
    title: str | None
    kind: str
    required: bool
    role: str | None = None
    tables: tuple[str, ...] = ()
    phrases: tuple[Phrase, ...] = ()


@dataclass(frozen=True, eq=False)
class Form:
    """An edition: its instrument, the reporting years it is in force for, chapters, tables and relations."""

    edition: str
    revision: int
    instrument: str
    first_year: int
    last_year: int | None
    chapters: tuple[ChapterForm, ...]
    tables: dict[str, TableForm]
    relations: tuple[Relation, ...]
    phrases: tuple[Phrase, ...] = ()

    def in_force(self, year: int) -> bool:
        """Return whether the edition is in force for a reporting year."""
        return self.first_year <= year and (self.last_year is None or year <= self.last_year)

    def chapter(self, key: str | None) -> ChapterForm | None:
        """Return the chapter of that key, None where the edition has none."""
        return next((chapter for chapter in self.chapters if chapter.key == key), None)

    def matters(self, role: str) -> dict[str, tuple[str, ...]]:
        """Return the matters of a role by name, each with all words for it."""
        found: dict[str, tuple[str, ...]] = {}
        for _, phrase in self.spoken(role):
            name = phrase.of or phrase.text
            found[name] = (*found.get(name, ()), phrase.text)
        return found

    def spoken(self, role: str) -> Iterator[tuple[ChapterForm | None, Phrase]]:
        """Yield the phrases of a role with the chapter they belong to, None for the whole report."""
        for phrase in self.phrases:
            if phrase.role == role:
                yield None, phrase
        for chapter in self.chapters:
            for phrase in chapter.phrases:
                if phrase.role == role:
                    yield chapter, phrase
