"""Lines of pipes as tables: strictly as the form prints them, each deviation noted with its line and, where there is one, its cell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from govreport import numerals
from govreport.diagnostics import CellRef
from govreport.forms import TableForm
from govreport.model import NA, Block, Grid, Table, Value
from govreport.pipetext import Frame, frames, is_delimiter, read_cells
from govreport.readers.notices import Notices, quote
from govreport.readers.tables import Tables, plain
from govreport.reading import Evidence

Marks = Mapping[tuple[str, str | None, str | None], set[str]]


@dataclass(frozen=True, slots=True)
class Pipes:
    """A line of pipes: its cells as they stand and its number."""

    cells: tuple[str, ...]
    number: int
    text: str

    def fitted(self, width: int) -> Pipes:
        """Return the line without empty cells beyond a width."""
        if len(self.cells) <= width or any(self.cells[width:]):
            return self
        return Pipes(self.cells[:width], self.number, self.text)


def pipes(lines: Sequence[tuple[int, str]]) -> list[Pipes]:
    """Return the lines of a table without the delimiter under its head."""
    return [Pipes(tuple(read_cells(text)), number, text) for at, (number, text) in enumerate(lines) if at != 1 or not is_delimiter(text)]


class PipeTables:
    """Reads the tables of one text; ``evidence`` collects where every cell stands."""

    def __init__(self, tables: Tables, marks: Marks) -> None:
        self.tables, self.marks = tables, marks
        self.notices: Notices = tables.notices
        self.evidence: list[Evidence] = []

    def read(self, form: TableForm, lines: list[Pipes], at: int) -> list[Block]:
        """Return the table of a form that stands in lines; ``at`` is the line that names it. Lines that the form lacks become a grid."""
        printed = frames(form)
        cells: dict[tuple[str, str], Value] = {}
        units: dict[str, str] = {}
        strays: list[Pipes] = []
        found: set[int] = set()
        width = len(printed[0].texts)
        fitted = [line.fitted(width) for line in lines]
        for line, frame in zip(fitted, _matched(fitted, printed), strict=True):
            if frame is None:
                strays.append(line)
                continue
            found.add(frame)
            for column, (row, key) in printed[frame].cells.items():
                self._cell(form, row, key, line, column, cells, units)
        for index, frame_line in enumerate(printed):
            if index not in found and (frame_line.cells or any(frame_line.texts)):
                label = next((text for text in reversed(frame_line.texts) if text), next(iter(frame_line.cells.values()), ("", ""))[0])
                self.notices.add("XSD-MISSING", self.notices.at(at), name=quote(label))
        for line in strays:
            if self.notices.full:
                self.notices.add("XSD-LINE")
            elif len(line.cells) != width:
                self.notices.add("XSD-WIDTH", self.notices.at(line.number), found=len(line.cells), expected=width, raw=quote(line.text.strip()))
            else:
                self.notices.add("XSD-LINE", self.notices.at(line.number), raw=quote(line.text.strip()))
        block = self.tables.place(Table(form.key, form.edition, cells, units), lambda: self.notices.at(at))
        blocks: list[Block] = [] if block is None else [block]
        return [*blocks, Grid(tuple(tuple(map(plain, line.cells)) for line in strays), f"{form.key} {form.edition}")] if strays else blocks

    def _cell(self, form: TableForm, row: str, key: str, line: Pipes, column: int, cells: dict[tuple[str, str], Value], units: dict[str, str]) -> None:
        """Take a cell: blank, a number as numbers are written, NA or its mark; money with its unit behind it."""
        raw, kind = line.cells[column], form.columns[row][key].kind
        text, unit = raw, ""
        if kind == "money" and raw:
            head, _, tail = raw.rpartition(" ")
            if tail and self.tables.allows_unit(tail):
                text, unit = head.strip(), tail
        value = numerals.parse(text, kind) if text else None
        if value is None and text and text in self.marks.get((form.key, row, key), ()):
            value = NA
        if unit and (value is not None or not text):
            units[row] = unit
        sure = value is not None or not text
        cell = CellRef(form.key, row, key, form.edition)
        place = _column(line.text, column)
        if not sure:
            self.notices.add("XSD-CELL", self.notices.at(line.number, place, cell=cell), raw=quote(raw), kind=kind)
        elif value is not None:
            cells[row, key] = value
        self.evidence.append(Evidence(cell, value, "direct" if sure else "ambiguous", line.number, place, raw, None if sure else "not-canonical"))


def _column(text: str, cell: int) -> int:
    """Return where a cell's text starts in its line, counted from 1; escapes stand in labels only, which come first or not at all."""
    at = -1
    for _ in range(cell + 1):
        at = text.find("|", at + 1)
        while at > 0 and text[at - 1] == "\\":
            at = text.find("|", at + 1)
    start = at + 1
    while start < len(text) and text[start] == " ":
        start += 1
    return start + 1


def _matched(lines: list[Pipes], printed: tuple[Frame, ...]) -> list[int | None]:
    """Return for each line the printed line that it is, None where it is none.

    Where the count agrees, place and words decide; else the words, the next such line first, an earlier one only if its words
    stand once in the form. A printed line without words is taken only by cells that can be its own.
    """
    found: list[int | None] = [None] * len(lines)
    if len(lines) == len(printed):
        found = [at if _masked(line, tuple(frame.cells)) == frame.texts else None for at, (line, frame) in enumerate(zip(lines, printed, strict=True))]
    places = _Places(printed, {at for at in found if at is not None})
    pointer = 0
    for at, line in enumerate(lines):
        known = found[at]
        if known is None:
            known = found[at] = places.take(line, pointer)
        if known is not None:
            pointer = known + 1
    return found


class _Places:
    """The printed lines of a table by their words, and which of them are taken."""

    def __init__(self, printed: tuple[Frame, ...], taken: set[int]) -> None:
        self.taken = taken
        self.count, self.width = len(printed), len(printed[0].texts)
        self.index: dict[tuple[int, ...], dict[tuple[str, ...], list[int]]] = {}
        for at, frame in enumerate(printed):
            self.index.setdefault(tuple(frame.cells), {}).setdefault(frame.texts, []).append(at)

    def take(self, line: Pipes, pointer: int) -> int | None:
        """Return the printed line for a line, None where none is left for it."""
        if len(self.taken) == self.count or len(line.cells) != self.width:
            return None
        for mask, by_words in self.index.items():
            words = _masked(line, mask)
            places = by_words.get(words, [])
            free = [at for at in places if at not in self.taken and (any(words) or _plausible(line))]
            chosen = next((at for at in free if at >= pointer), free[0] if free and len(places) == 1 else None)
            if chosen is not None:
                self.taken.add(chosen)
                return chosen
        return None


def _masked(line: Pipes, mask: tuple[int, ...]) -> tuple[str, ...]:
    """Return the cells of a line with those emptied that hold values."""
    return tuple("" if at in mask else cell for at, cell in enumerate(line.cells)) if mask else line.cells


def _plausible(line: Pipes) -> bool:
    """Return whether every cell of a line can be a value."""
    return all(not cell or numerals.parse(cell.split(" ")[0], "change") is not None for cell in line.cells)
