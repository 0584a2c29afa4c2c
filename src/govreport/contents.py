"""What rules look at in a report: metadata, chapters with their prose, tables, annotations. The report itself is made where it is asked for."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Generic, NamedTuple, TypeVar

from govreport.annotations import Annotations, Waiver
from govreport.metadata import Metadata
from govreport.model import Block, Grid, Paragraph, Report, Section, Table

_Place = TypeVar("_Place")

PROSE = 1_000_000
"""Characters of the prose of a report that rules look through by default: some twenty times as many as a long report has."""

TablePaths = Mapping[tuple[str, str], str]
"""The path of the first table of every (key, edition)."""


@dataclass(frozen=True, slots=True)
class Part:
    """A chapter as rules look at it: ``texts`` are its paragraphs and the titles of its sections in order."""

    key: str | None
    title: str | None
    is_empty: bool
    texts: Sequence[str]


class Mention(NamedTuple):
    """What an annotation other than a waiver is about: the name of its element, the keys of table, row and column, the kind of a note."""

    name: str
    table: str
    row: str | None = None
    column: str | None = None
    kind: str | None = None


@dataclass(frozen=True)
class Contents:
    """The contents of one report; ``tables`` are in document order, ``mentions`` too within a name.

    ``whole``, ``find_texts`` and ``find_tables`` are asked at most once. Paths are those of the canonical XML.
    """

    schema: str
    metadata: Metadata
    chapters: tuple[Part, ...]
    tables: tuple[Table, ...]
    waivers: tuple[Waiver, ...]
    mentions: tuple[Mention, ...]
    whole: Callable[[], Report]
    find_texts: Callable[[], Paths[Any] | TextPaths]
    find_tables: Callable[[], TablePaths]

    @property
    def editions(self) -> frozenset[str]:
        """The editions of its tables."""
        return frozenset([table.edition for table in self.tables])

    @cached_property
    def report(self) -> Report:
        """The whole report."""
        return self.whole()

    @cached_property
    def chapter_paths(self) -> tuple[str, ...]:
        """The path of every chapter."""
        return chapter_paths(len(self.chapters))

    @cached_property
    def text_paths(self) -> Paths[Any] | TextPaths:
        """The path of every text of all chapters."""
        return self.find_texts()

    @cached_property
    def table_paths(self) -> TablePaths:
        """The path of the first table of every (key, edition)."""
        return self.find_tables()


class Paths(Generic[_Place]):
    """The paths of some places by their numbers, put together when they are asked for: those of thousands may be long."""

    def __init__(self, places: Sequence[_Place], path: Callable[[_Place], str]) -> None:
        self._places, self._path = places, path

    def __getitem__(self, number: int) -> str:
        return self._path(self._places[number])

    def __len__(self) -> int:
        return len(self._places)


def contents(report: Report) -> Contents:
    """Return the contents of a report that is at hand."""
    parts = tuple(Part(each.key, each.title, not each.blocks, tuple(each.paragraphs())) for each in report.chapters)
    return Contents(
        report.schema,
        report.metadata,
        parts,
        tuple(report.tables()),
        report.annotations.waivers,
        tuple(_mentions(report.annotations)),
        lambda: report,
        lambda: _text_paths(report),
        lambda: _table_paths(report),
    )


def _mentions(annotations: Annotations) -> Iterator[Mention]:
    yield from (Mention("note", each.table, each.row, each.column, each.kind) for each in annotations.notes)
    yield from (Mention("restatement", each.table, each.row, each.column) for each in annotations.restatements)
    yield from (Mention("zeroDeclaration", each.table) for each in annotations.zero_declarations)


def chapter_paths(number: int) -> tuple[str, ...]:
    """Return the paths of so many chapters."""
    return tuple(f"/report/{numbered('chapter', place, number)}" for place in range(1, number + 1))


def numbered(name: str, number: int, total: int) -> str:
    """Return the step of a path to an element by its name, with its number where there are several of its name."""
    return name if total == 1 else f"{name}[{number}]"


def _text_paths(report: Report) -> TextPaths:
    found = TextPaths()
    for chapter, path in zip(report.chapters, chapter_paths(len(report.chapters)), strict=True):
        _texts_in(chapter.blocks, path, found)
    return found


def _texts_in(blocks: tuple[Block, ...], path: str, found: TextPaths) -> None:
    """Add the paths of the paragraphs, and of the sections that have a title."""
    steps = _Steps(blocks)
    for position, block in enumerate(blocks):
        if isinstance(block, Paragraph) or (isinstance(block, Section) and block.title):
            found.add(path, steps, position)
        if isinstance(block, Section):
            _texts_in(block.blocks, path + steps[position], found)


def _table_paths(report: Report) -> TablePaths:
    tables: dict[tuple[str, str], str] = {}
    for chapter, path in zip(report.chapters, chapter_paths(len(report.chapters)), strict=True):
        for table, inner in _tables_in(chapter.blocks):
            tables.setdefault((table.key, table.edition), path + inner)
    return tables


def _tables_in(blocks: tuple[Block, ...]) -> Iterator[tuple[Table, str]]:
    """Yield every table with its path below its chapter; steps are worked out only where there are tables."""
    steps: _Steps | None = None
    for position, block in enumerate(blocks):
        if isinstance(block, (Table, Section)):
            inner = [(block, "")] if isinstance(block, Table) else _tables_in(block.blocks)
            for table, path in inner:
                steps = steps or _Steps(blocks)
                yield table, steps[position] + path


class _Steps:
    """The steps to some blocks: the name of each, with an index where there are others of its name; put together when they are asked for."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._blocks = blocks
        self._totals = Counter[str]()
        self._numbers = array("L")
        for name in map(step_name, blocks):
            self._totals[name] += 1
            self._numbers.append(self._totals[name])

    def __getitem__(self, position: int) -> str:
        name = step_name(self._blocks[position])
        return f"/{numbered(name, self._numbers[position], self._totals[name])}"


class TextPaths:
    """The paths of the texts of a report by their numbers, put together when they are asked for: those that follow one another are kept as one."""

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._runs: list[tuple[str, _Steps, int]] = []
        """The number of the first text of each run; the path above it, the steps there and the position of the first text among them."""
        self._count = 0

    def add(self, path: str, steps: _Steps, position: int) -> None:
        """Add the path of the text that follows: the step at a position below a path."""
        last = self._runs[-1] if self._runs else None
        if last is None or last[1] is not steps or position != last[2] + self._count - self._starts[-1]:
            self._starts.append(self._count)
            self._runs.append((path, steps, position))
        self._count += 1

    def __getitem__(self, number: int) -> str:
        if not 0 <= number < self._count:
            raise IndexError(number)
        at = bisect_right(self._starts, number) - 1
        path, steps, first = self._runs[at]
        return path + steps[first + number - self._starts[at]]

    def __len__(self) -> int:
        return self._count


def step_name(block: Block) -> str:
    """Return the name of a block's element, by which its path calls it."""
    if isinstance(block, Table):
        return block.key
    return "paragraph" if isinstance(block, Paragraph) else "grid" if isinstance(block, Grid) else "section"
