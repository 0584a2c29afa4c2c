"""A report beside another for the reviewer: last year's, or the version before the one that corrects it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from govreport import comparison, numerals
from govreport.cellnames import SEPARATOR, cell_name
from govreport.comparison import EQUAL, CellLine
from govreport.model import Chapter, Report
from govreport.standard import Standard
from govreport.web.desk import fieldnames, working


@dataclass(frozen=True, slots=True)
class Line:
    """A figure that differs: its field where it is one cell here, its name, what stood there, what stands there, and by how much it grew."""

    field: str | None
    name: str
    before: str
    after: str
    delta: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A chapter in which paragraphs are others: by field and title, those that are gone and those that are new."""

    field: str
    title: str
    gone: tuple[str, ...]
    new: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Beside:
    """What differs from another report: figures in print order, particulars by name, paragraphs by chapter."""

    cells: tuple[Line, ...]
    particulars: tuple[comparison.FieldLine, ...]
    passages: tuple[Passage, ...]

    @property
    def moved(self) -> dict[str, str]:
        """What stood in the fields that differ."""
        cells = {line.field: line.before for line in self.cells if line.field}
        return cells | {each.field: "" for each in self.passages}


def beside(other: Report, this: Report, standard: Standard) -> Beside:
    """Return what differs in a report from another one of the same year."""
    found = comparison.compare(other, this, standard)
    particulars = tuple(each for each in found.metadata if each.before != each.after)
    return Beside(tuple(_lines(found.cells, standard)), particulars, tuple(_passages(other, this)))


def cells(other: Report, this: Report, standard: Standard) -> Iterator[Line]:
    """Yield the figures that differ from those of another report, in print order."""
    yield from _lines(comparison.compare(other, this, standard).cells, standard)


def _lines(compared: Iterable[CellLine], standard: Standard) -> Iterator[Line]:
    for line in compared:
        if line.state != EQUAL and (line.before is not None or line.after is not None):
            place = line.right[0] if len(line.right) == 1 else None
            field = fieldnames.cell(place.table, place.row, place.column) if place and place.row and place.column else None
            yield Line(field, _name(line, standard), _figure(line.before), _figure(line.after), _signed(line))


def _name(line: CellLine, standard: Standard) -> str:
    return " + ".join(cell_name(standard, cell) for cell in (line.right or line.left)[:1]) + (f"{SEPARATOR}\u2026" if len(line.right or line.left) > 1 else "")


def _figure(value: Any) -> str:
    return "" if value is None else numerals.written(value)


def _signed(line: CellLine) -> str:
    delta = line.delta
    return "" if delta is None else f"{'+' if delta > 0 else ''}{numerals.written(delta)}"


def _passages(other: Report, this: Report) -> Iterator[Passage]:
    """Yield the chapters whose paragraphs are not those of the other report; of one that is gone there is no field, only its title."""
    before = {_chapter(each): each for each in other.chapters}
    titles = working.titles(this)
    for index, chapter in enumerate(this.chapters):
        field, old = fieldnames.prose(chapter.key, index), before.pop(_chapter(chapter), None)
        found = _passage(field, titles[field] or field, tuple(old.paragraphs()) if old else (), tuple(chapter.paragraphs()))
        if found.gone or found.new:
            yield found
    for chapter in before.values():
        yield Passage("", chapter.title or chapter.key or "", tuple(chapter.paragraphs()), ())


def _chapter(chapter: Chapter) -> tuple[str | None, str | None]:
    return (chapter.key, None) if chapter.key else (None, chapter.title)


def _passage(field: str, title: str, old: tuple[str, ...], new: tuple[str, ...]) -> Passage:
    known, stays = frozenset(old), frozenset(new)
    return Passage(field, title, tuple(each for each in old if each not in stays), tuple(each for each in new if each not in known))
