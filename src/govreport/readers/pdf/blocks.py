"""Pages as what stands on them one below the other: lines of text and tables, with the cells of tables filled."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from govreport.readers.pdf.grids import Grid, grids
from govreport.readers.pdf.pages import Box, Character, Page
from govreport.readers.pdf.wording import TOUCHING, Line, Piece, cell_text, lines, median

LONGEST_CELL, LONGEST_TITLE = 400, 80
"""A table with a longer cell is layout, or a frame round prose; a row of one cell that is not longer is a title inside its table."""
COLUMN_LINES, GUTTER = 6, 1.2


@dataclass(slots=True)
class Cell:
    """A cell of a table: columns and rows of boxes from 0, text, box on its page, why a number in it is doubted."""

    start: int
    end: int
    top: int
    bottom: int
    pieces: list[Piece]
    page: int
    box: Box
    doubt: str | None = None
    continued: bool = False

    @property
    def text(self) -> str:
        """Its text."""
        return "".join(piece.text for piece in self.pieces).strip()


@dataclass(slots=True)
class Table:
    """A table, over several pages where it was torn: where its columns end, how many rows of boxes, its cells; its top and bottom."""

    xs: list[float]
    rows: int
    cells: list[Cell]
    y0: float
    y1: float
    first: int
    last: int

    def row(self, number: int) -> list[Cell]:
        """Return the cells that stand in a row of boxes, those from above among them, from left to right."""
        return sorted((cell for cell in self.cells if cell.top <= number < cell.bottom), key=lambda cell: cell.start)


@dataclass(slots=True)
class Layout:
    """A page's blocks from top to bottom."""

    page: Page
    blocks: list[Line | Table] = field(default_factory=list)


def layout(page: Page, furniture: set[Character]) -> Layout:
    """Return the lines and tables of a page without the characters that are furniture."""
    characters = [each for each in page.characters if each not in furniture] if furniture else list(page.characters)
    tables = []
    taken: set[int] = set()
    for grid in grids(page):
        inside = _fill(grid, characters, taken)
        if not _is_table(grid):
            continue
        taken |= inside
        tables.append(_table(grid, page))
    outside = [each for number, each in enumerate(characters) if number not in taken and not each.lean]
    return Layout(page, _ordered(lines(outside), tables))


def _fill(grid: Grid, characters: Sequence[Character], taken: set[int]) -> set[int]:
    """Put the characters into the cells that their middle is in; return their numbers."""
    inside: set[int] = set()
    for number, each in enumerate(characters):
        area = None if number in taken else grid.area(each.x, each.y)
        if area is not None:
            area.characters.append(each)
            inside.add(number)
    return inside


def _is_table(grid: Grid) -> bool:
    filled = [area for area in grid.areas if area.characters]
    return len(filled) > 1 and max(len(area.characters) for area in filled) <= LONGEST_CELL


def _table(grid: Grid, page: Page) -> Table:
    over = _overflowing(grid)
    cells = []
    for area in grid.areas:
        pieces, broken = cell_text(area.characters, grid.xs[area.end] - grid.xs[area.start])
        box = page.shown((grid.xs[area.start], grid.ys[area.top], grid.xs[area.end], grid.ys[area.bottom]))
        cell = Cell(area.start, area.end, area.top, area.bottom, pieces, page.number, box)
        if any(character.isdigit() for character in cell.text):
            merged = area.ragged or area.bottom - area.top > 1
            cell.doubt = "broken" if broken or id(area) in over else "merged" if merged else None
        cells.append(cell)
    return Table(list(grid.xs), len(grid.ys) - 1, cells, grid.ys[0], grid.ys[-1], page.number, page.number)


def _overflowing(grid: Grid) -> set[int]:
    """Return the cells of which digits run on into the next: nobody can tell how many belong to each."""
    found: set[int] = set()
    everything = [each for area in grid.areas for each in area.characters if not each.lean]
    for line in lines(everything):
        for one, other in pairwise(line.characters):
            if one.text.isdigit() and other.text.isdigit() and other.x0 - one.x1 < TOUCHING * min(one.height, other.height):
                here, there = grid.area(one.x, one.y), grid.area(other.x, other.y)
                if here is not there:
                    found |= {id(area) for area in (here, there) if area is not None}
    return found


def _ordered(text: list[Line], tables: list[Table]) -> list[Line | Table]:
    """Return lines and tables from top to bottom, lines in columns column by column."""
    found: list[Line | Table] = []
    edges = sorted(tables, key=lambda table: table.y0)
    at = 0
    ordered = sorted(text, key=lambda line: line.y)
    for table in [*edges, None]:
        above = []
        while at < len(ordered) and (table is None or ordered[at].y < table.y0):
            above.append(ordered[at])
            at += 1
        found += _columns(above)
        if table is not None:
            found.append(table)
    return found


def _columns(text: list[Line]) -> Iterator[Line]:
    """Yield lines column by column where a gutter runs down between them, else as they stand."""
    gutter = _gutter(text)
    if gutter is None:
        yield from text
        return
    left = [Line(own) for line in text if (own := [each for each in line.characters if each.x < gutter])]
    right = [Line(own) for line in text if (own := [each for each in line.characters if each.x >= gutter])]
    yield from left
    yield from right


def _gutter(text: list[Line]) -> float | None:
    """Return where a gutter between two columns of prose is: free in every line, with much text on both sides."""
    if len(text) < COLUMN_LINES:
        return None
    start, end = min(line.x0 for line in text), max(line.x1 for line in text)
    size = median([line.size for line in text])
    middles = [(one.x1, other.x0) for line in text for one, other in pairwise(line.characters) if other.x0 - one.x1 > GUTTER * size]
    for first, last in sorted(middles, key=lambda gap: abs((gap[0] + gap[1]) / 2 - (start + end) / 2)):
        at = (first + last) / 2
        if not start + (end - start) / 4 < at < end - (end - start) / 4:
            continue
        if any(each.x0 < at < each.x1 for line in text for each in line.characters):
            continue
        sides = [[[each for each in line.characters if (each.x < at) == side] for line in text] for side in (True, False)]
        full = [sum(len(own) * size >= 0.7 * ((at - start) if side else (end - at)) for own in sides[not side]) for side in (True, False)]
        if min(full) >= COLUMN_LINES // 2:
            return at
        return None
    return None
