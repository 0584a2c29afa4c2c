"""What rules look at in a report: metadata, chapters with their prose, tables, waivers. The report itself is made where it is asked for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from govreport.annotations import Waiver
from govreport.metadata import Metadata
from govreport.model import Block, Grid, Paragraph, Report, Section, Table

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


@dataclass(frozen=True)
class Contents:
    """The contents of one report; ``tables`` are in document order, ``whole``, ``find_texts`` and ``find_tables`` are asked at most once.

    Paths are those of the canonical XML.
    """

    schema: str
    metadata: Metadata
    chapters: tuple[Part, ...]
    tables: tuple[Table, ...]
    waivers: tuple[Waiver, ...]
    whole: Callable[[], Report]
    find_texts: Callable[[], Sequence[str]]
    find_tables: Callable[[], TablePaths]

    @cached_property
    def report(self) -> Report:
        """The whole report."""
        return self.whole()

    @cached_property
    def chapter_paths(self) -> tuple[str, ...]:
        """The path of every chapter."""
        return chapter_paths(len(self.chapters))

    @cached_property
    def text_paths(self) -> Sequence[str]:
        """The path of every text of all chapters."""
        return self.find_texts()

    @cached_property
    def table_paths(self) -> TablePaths:
        """The path of the first table of every (key, edition)."""
        return self.find_tables()


def contents(report: Report) -> Contents:
    """Return the contents of a report that is at hand."""
    parts = tuple(Part(each.key, each.title, not each.blocks, tuple(each.paragraphs())) for each in report.chapters)
    return Contents(
        report.schema,
        report.metadata,
        parts,
        tuple(report.tables()),
        report.annotations.waivers,
        lambda: report,
        lambda: _text_paths(report),
        lambda: _table_paths(report),
    )


def chapter_paths(number: int) -> tuple[str, ...]:
    """Return the paths of so many chapters."""
    return ("/report/chapter",) if number == 1 else tuple(f"/report/chapter[{place}]" for place in range(1, number + 1))


def _text_paths(report: Report) -> list[str]:
    paths = chapter_paths(len(report.chapters))
    return [path for chapter, start in zip(report.chapters, paths, strict=True) for path in _texts_in(chapter.blocks, start)]


def _texts_in(blocks: tuple[Block, ...], path: str) -> Iterator[str]:
    for block, step in zip(blocks, _steps(blocks), strict=True):
        if isinstance(block, Paragraph):
            yield path + step
        elif isinstance(block, Section):
            if block.title:
                yield path + step
            yield from _texts_in(block.blocks, path + step)


def _table_paths(report: Report) -> TablePaths:
    tables: dict[tuple[str, str], str] = {}
    for chapter, path in zip(report.chapters, chapter_paths(len(report.chapters)), strict=True):
        for table, inner in _tables_in(chapter.blocks):
            tables.setdefault((table.key, table.edition), path + inner)
    return tables


def _tables_in(blocks: tuple[Block, ...]) -> Iterator[tuple[Table, str]]:
    """Yield every table with its path below its chapter; steps are worked out only where there are tables."""
    steps: list[str] = []
    for position, block in enumerate(blocks):
        if isinstance(block, (Table, Section)):
            inner = [(block, "")] if isinstance(block, Table) else _tables_in(block.blocks)
            for table, path in inner:
                steps = steps or _steps(blocks)
                yield table, steps[position] + path


def _steps(blocks: tuple[Block, ...]) -> list[str]:
    """Return the step to every block: its name, with an index where there are others of its name."""
    names = [_name(block) for block in blocks]
    totals, met, steps = Counter(names), Counter[str](), []
    for name in names:
        met[name] += 1
        steps.append(f"/{name}" if totals[name] == 1 else f"/{name}[{met[name]}]")
    return steps


def _name(block: Block) -> str:
    if isinstance(block, Table):
        return block.key
    return "paragraph" if isinstance(block, Paragraph) else "grid" if isinstance(block, Grid) else "section"
