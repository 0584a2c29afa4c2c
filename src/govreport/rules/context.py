"""What a rule sees: the report, the standard, the profile, and where given last year's report and the members of an aggregate."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate
from pathlib import Path

from govreport import vocabulary
from govreport.diagnostics import CellRef, Diagnostic, Location
from govreport.forms import Form, TableForm
from govreport.model import Block, Grid, Paragraph, Report, Section, Table
from govreport.profiles import Profile
from govreport.relations import Outcome
from govreport.rules import evaluation
from govreport.standard import Standard
from govreport.vocabulary import Vocabulary

_Trail = tuple[tuple[tuple[Block, ...], int], ...]
"""The way to a block: the blocks of its chapter and of every section around it, and the position in each."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph or a section's title with the key of its chapter and the way to it."""

    chapter: str | None
    text: str
    start: str
    trail: _Trail

    @property
    def path(self) -> str:
        """The path in the canonical XML, put together only for a passage that something is said of."""
        return self.start + "".join(_step(blocks, position) for blocks, position in self.trail)

    def place(self) -> Location:
        """Return where the passage stands."""
        return Location(path=self.path)


_END = chr(0x3002) + "\n"


@dataclass(eq=False)
class Context:
    """A report under judgement; what several rules need is worked out once, when it is first asked for."""

    report: Report
    standard: Standard
    profile: Profile
    previous: Report | None = None
    members: tuple[Report, ...] = ()

    @property
    def year(self) -> int | None:
        """The reporting year, None where the report does not say."""
        return self.report.metadata.year

    @cached_property
    def form(self) -> Form:
        """The edition in force for the reporting year."""
        return self.standard.in_force(self.year)

    @cached_property
    def tables(self) -> dict[str, Table]:
        """The tables that count, by key: the first of each key that an edition has."""
        return tables_of(self.report, self.standard)

    @cached_property
    def shapes(self) -> dict[str, TableForm]:
        """The form of each table that counts, in the table's own edition."""
        return {key: self.standard.forms[table.edition].tables[key] for key, table in self.tables.items()}

    @cached_property
    def editions(self) -> dict[str, dict[str, Table]]:
        """The tables that count by edition, oldest edition first."""
        found: dict[str, dict[str, Table]] = {}
        for edition in self.standard.forms:
            tables = {key: table for key, table in self.tables.items() if table.edition == edition}
            if tables:
                found[edition] = tables
        return found

    @cached_property
    def failures(self) -> tuple[tuple[Form, Outcome], ...]:
        """The relations of this year, of the form and of the profile, that fail for certain, with the form that states them."""
        forms = [(form, tables) for edition, tables in self.editions.items() for form in self.stating(edition)]
        return tuple((form, outcome) for form, tables in forms for outcome in evaluation.failures(form, tables))

    def stating(self, edition: str) -> tuple[Form, ...]:
        """Return the form of an edition and, where the profile adds relations to it, the form that holds these."""
        form, local = self.standard.forms[edition], self.profile.local_forms.get(edition)
        return (form,) if local is None else (form, local)

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The words and patterns of texts of the schema tree."""
        return _vocabulary(self.standard.root)

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """The prose of all chapters in order, titles of sections included."""
        return passages_of(self.report)

    @cached_property
    def prose(self) -> str:
        """All prose of the chapters, a line a passage; a full stop ends each, so that no pattern reaches into the next."""
        return _END.join(passage.text for passage in self.passages)

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        """Where each passage starts in the prose."""
        lengths = (len(passage.text) + len(_END) for passage in self.passages)
        return tuple(accumulate(lengths, initial=0))

    def worth(self, use: str) -> bool:
        """Return whether the prose has a cheap sign (use ``<use>-sign`` of the vocabulary) that patterns of a use are worth trying."""
        words, pattern = self.vocabulary.words(f"{use}-sign"), self.vocabulary.any_of(f"{use}-sign")
        if not words and pattern is None:
            return True
        return any(word in self.prose for word in words) or (pattern is not None and pattern.search(self.prose) is not None)

    def where(self, pattern: re.Pattern[str]) -> list[Passage]:
        """Return the passages in which a pattern is found, each once: one scan of all prose, since most patterns are found nowhere."""
        found = dict.fromkeys(bisect_right(self._starts, match.start()) - 1 for match in pattern.finditer(self.prose))
        return [self.passages[number] for number in found]


@lru_cache(maxsize=8)
def _vocabulary(root: Path) -> Vocabulary:
    return vocabulary.load(root)


def tables_of(report: Report, standard: Standard) -> dict[str, Table]:
    """Return the first table of each key that an edition of the standard has."""
    tables: dict[str, Table] = {}
    for table in report.tables():
        if table.key not in tables and standard.table(table.key, table.edition) is not None:
            tables[table.key] = table
    return tables


def passages_of(report: Report) -> tuple[Passage, ...]:
    """Return the prose of all chapters of a report in order, titles of sections included."""
    chapters = zip(report.chapters, chapter_paths(report), strict=True)
    return tuple(passage for chapter, path in chapters for passage in _passages(chapter.blocks, chapter.key, path))


def chapter_paths(report: Report) -> list[str]:
    """Return the path of every chapter in the canonical XML."""
    one = len(report.chapters) == 1
    return ["/report/chapter" if one else f"/report/chapter[{number}]" for number in range(1, len(report.chapters) + 1)]


def table_paths(report: Report) -> dict[tuple[str, str], str]:
    """Return the path of the first table of every (key, edition) in the canonical XML."""
    found: dict[tuple[str, str], str] = {}
    for chapter, path in zip(report.chapters, chapter_paths(report), strict=True):
        for table, inner in _table_paths(chapter.blocks, path):
            found.setdefault((table.key, table.edition), inner)
    return found


def at(table: Table, row: str | None = None, column: str | None = None) -> Location:
    """Return the place of a cell of a table, or of the table."""
    return Location(cell=CellRef(table.key, row, column, table.edition))


def finding(code: str, place: Location, **params: str | int) -> Diagnostic:
    """Return a diagnostic with its parameters."""
    return Diagnostic(code, place, params)


def _passages(blocks: tuple[Block, ...], chapter: str | None, start: str, trail: _Trail = ()) -> Iterator[Passage]:
    for position, block in enumerate(blocks):
        if isinstance(block, Paragraph):
            yield Passage(chapter, block.text, start, (*trail, (blocks, position)))
        elif isinstance(block, Section):
            inner = (*trail, (blocks, position))
            if block.title:
                yield Passage(chapter, block.title, start, inner)
            yield from _passages(block.blocks, chapter, start, inner)


def _table_paths(blocks: tuple[Block, ...], path: str) -> Iterator[tuple[Table, str]]:
    for position, block in enumerate(blocks):
        if isinstance(block, Table):
            yield block, path + _step(blocks, position)
        elif isinstance(block, Section):
            yield from _table_paths(block.blocks, path + _step(blocks, position))


def _step(blocks: tuple[Block, ...], position: int) -> str:
    """Return the step to a block: its name, with an index where there are others of its name."""
    names = [_name(block) for block in blocks]
    name = names[position]
    return f"/{name}" if names.count(name) == 1 else f"/{name}[{names[: position + 1].count(name)}]"


def _name(block: Block) -> str:
    if isinstance(block, Table):
        return block.key
    return "paragraph" if isinstance(block, Paragraph) else "grid" if isinstance(block, Grid) else "section"
