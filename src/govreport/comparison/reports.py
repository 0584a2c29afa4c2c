"""Two reports side by side: metadata, cells and chapters, each said to be equal, changed or not comparable.

Cells of two editions stand on one line only where ``schema/migrations`` says that they say the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, fields

from govreport.comparison.cells import CHANGED, EQUAL, CellLine, cells
from govreport.model import Agency, Block, Chapter, Grid, Paragraph, Report, Section
from govreport.standard import Standard


@dataclass(frozen=True, slots=True)
class FieldLine:
    """A field of the metadata by its name; the values as text, None where a side does not say."""

    name: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class ChapterLine:
    """A chapter of either side; its number of paragraphs, None on the side that lacks it."""

    key: str | None
    title: str | None
    state: str
    before: int | None
    after: int | None


@dataclass(frozen=True)
class Comparison:
    """All lines of a comparison, equal ones too, in the order of the left report and then of what only the right one has."""

    metadata: tuple[FieldLine, ...]
    cells: tuple[CellLine, ...]
    chapters: tuple[ChapterLine, ...]

    @property
    def equal(self) -> bool:
        """Whether nothing differs: no field, no chapter, and every cell comparable and the same."""
        return (
            all(line.before == line.after for line in self.metadata)
            and all(line.state == EQUAL for line in self.cells)
            and all(line.state == EQUAL for line in self.chapters)
        )


def compare(left: Report, right: Report, standard: Standard) -> Comparison:
    """Return the comparison of two reports; how they were read (provenance, annotations) is left out."""
    return Comparison(tuple(_metadata(left, right)), tuple(cells(left, right, standard)), tuple(_chapters(left, right)))


def _metadata(left: Report, right: Report) -> Iterator[FieldLine]:
    before, after = _said(left), _said(right)
    for name in before:
        yield FieldLine(name, before[name], after[name])


def _said(report: Report) -> dict[str, str | None]:
    """Return the metadata as a flat mapping of texts: the agency's fields first."""
    agency, metadata = report.metadata.agency, report.metadata
    period = metadata.period
    said: dict[str, object] = {item.name: getattr(agency, item.name) for item in fields(Agency) if item.name != "division"}
    said |= {"division": agency.division and agency.division.code, "period": period and f"{period.start}/{period.end}"}
    for name in ("year", "scope", "title", "document_number", "published", "contact"):
        said[name] = getattr(metadata, name)
    return {("agency" if name == "name" else name): None if value is None else str(value) for name, value in said.items()}


def _chapters(left: Report, right: Report) -> Iterator[ChapterLine]:
    ours, theirs = _named(left), _named(right)
    for name in dict.fromkeys((*ours, *theirs)):
        before, after = ours.get(name), theirs.get(name)
        chapter = before or after
        assert chapter is not None
        same = before is not None and after is not None and _prose(before) == _prose(after)
        counts = (None if side is None else sum(1 for _ in side.paragraphs()) for side in (before, after))
        yield ChapterLine(chapter.key, chapter.title, EQUAL if same else CHANGED, *counts)


def _named(report: Report) -> dict[tuple[str, int], Chapter]:
    """Return the chapters by key, or by title where the form does not know them, counting those of the same name."""
    named: dict[tuple[str, int], Chapter] = {}
    met = Counter[str]()
    for chapter in report.chapters:
        name = chapter.key or chapter.title or ""
        named[name, met[name]] = chapter
        met[name] += 1
    return named


def _prose(chapter: Chapter) -> tuple[object, ...]:
    return (chapter.number, chapter.title, *_texts(chapter.blocks))


def _texts(blocks: tuple[Block, ...]) -> Iterator[object]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block.text
        elif isinstance(block, Grid):
            yield block
        elif isinstance(block, Section):
            yield block.number, block.title, tuple(_texts(block.blocks))
