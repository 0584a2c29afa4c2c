"""What a rule sees: the report, the standard, the profile, and where given last year's report and the members of an aggregate."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from govreport import vocabulary
from govreport.diagnostics import CellRef, Diagnostic, Location
from govreport.forms import Form, TableForm
from govreport.model import Block, Grid, Paragraph, Report, Section, Table
from govreport.profiles import Profile
from govreport.standard import Standard
from govreport.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph or a section's title with the key of its chapter and its path in the canonical XML."""

    chapter: str | None
    text: str
    path: str

    def place(self) -> Location:
        """Return where the passage stands."""
        return Location(path=self.path)


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
    def vocabulary(self) -> Vocabulary:
        """The words and patterns of texts of the schema tree."""
        return vocabulary.load(self.standard.root)

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """The prose of all chapters in order, titles of sections included."""
        return passages_of(self.report)

    @cached_property
    def prose(self) -> str:
        """All prose of the chapters, a line a passage."""
        return "\n".join(passage.text for passage in self.passages)


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
        for block, inner in _steps(chapter.blocks, path):
            if isinstance(block, Table):
                found.setdefault((block.key, block.edition), inner)
    return found


def at(table: Table, row: str | None = None, column: str | None = None) -> Location:
    """Return the place of a cell of a table, or of the table."""
    return Location(cell=CellRef(table.key, row, column, table.edition))


def finding(code: str, place: Location, **params: str | int) -> Diagnostic:
    """Return a diagnostic with its parameters."""
    return Diagnostic(code, place, params)


def _passages(blocks: tuple[Block, ...], chapter: str | None, path: str) -> Iterator[Passage]:
    for block, inner in _steps(blocks, path):
        if isinstance(block, Paragraph):
            yield Passage(chapter, block.text, inner)
        elif isinstance(block, Section) and block.title:
            yield Passage(chapter, block.title, inner)


def _steps(blocks: tuple[Block, ...], path: str) -> Iterator[tuple[Block, str]]:
    """Yield every block with its path, those in sections behind their section."""
    names = [_name(block) for block in blocks]
    totals, met = Counter(names), Counter[str]()
    for block, name in zip(blocks, names, strict=True):
        met[name] += 1
        inner = f"{path}/{name}" if totals[name] == 1 else f"{path}/{name}[{met[name]}]"
        yield block, inner
        if isinstance(block, Section):
            yield from _steps(block.blocks, inner)


def _name(block: Block) -> str:
    if isinstance(block, Table):
        return block.key
    return "paragraph" if isinstance(block, Paragraph) else "grid" if isinstance(block, Grid) else "section"
