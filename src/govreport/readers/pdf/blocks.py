"""Pages as what stands on them one below the other: lines of text and tables, with the cells of tables filled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from govreport.readers.pdf.grids import Grid, grids
from govreport.readers.pdf.gutters import in_columns
from govreport.readers.pdf.pages import Character, Page
from govreport.readers.pdf.rulings import Box
from govreport.readers.pdf.wording import TOUCHING, Line, Piece, cell_text, lines, median

LONGEST_CELL, LONGEST_TITLE = 400, 80
"""A table with a longer cell is layout, or a frame round prose; a row of one cell that is not longer is a title inside its table."""
ROOM = 0.25
"""Of a digit's width: two numbers in cells of their own stand so far apart."""
ALIKE = 0.1
"""Figures are of one size if their heights differ by no more than this share."""
EDGE = 1.0
"""A cell that goes on so far beyond the paper is cut off."""


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
    text: list[Line] | None = None
    """Its lines, where nothing but a table that goes on in it would make it one."""
    ruled: bool = True

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
    tables: list[Table] = []
    taken: set[int] = set()
    for grid in grids(page):
        inside = _fill(grid, characters, taken)
        sure = _is_table(grid)
        if not sure and not (len(inside) <= LONGEST_TITLE and inside and not tables and _may_go_on(grid, characters)):
            continue
        taken |= inside
        _rob(grid, furniture)
        _veil(grid, page.hidden)
        tables.append(_table(grid, page, None if sure else lines(characters[number] for number in inside)))
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


def _rob(grid: Grid, furniture: set[Character]) -> None:
    """Mark the cells without words of which a figure was left out that is as high as those of the table: it may be theirs."""
    height = median([each.height for area in grid.areas for each in area.characters if each.text.isdigit()])
    for each in furniture:
        area = grid.area(each.x, each.y) if each.text.isdigit() else None
        if area is not None and abs(each.height - height) < ALIKE * height and not any(other.text.isalpha() for other in area.characters):
            area.robbed = True


def _veil(grid: Grid, hidden: Sequence[Character]) -> None:
    """Mark the cells in which a figure stands that nobody sees: one that the page shows by other means, such as a shadow, may be there."""
    for each in hidden:
        area = grid.area(each.x, each.y) if each.text.isdigit() else None
        if area is not None:
            area.veiled = True


def _is_table(grid: Grid) -> bool:
    filled = [area for area in grid.areas if area.characters]
    return len(filled) > 1 and len(grid.xs) > 2 and max(len(area.characters) for area in filled) <= LONGEST_CELL


def _may_go_on(grid: Grid, characters: Sequence[Character]) -> bool:
    """Return whether a grid of one column or one filled cell, of which a table above may tell what it is, stands at the top of a page."""
    return len(grid.areas) > 1 and not any(each.y < grid.ys[0] for each in characters)


def _table(grid: Grid, page: Page, text: list[Line] | None) -> Table:
    over = _overflowing(grid)
    pictures = [picture for picture in page.pictures if picture[3] - picture[1] < page.height / 2]
    outside = [each for each in page.hidden if not (0 <= each.x <= page.width and 0 <= each.y <= page.height)]
    cells = []
    rows = _rows(grid)
    for area in grid.areas:
        if rows[area.top] == rows[area.bottom]:
            continue
        pieces, broken = cell_text(area.characters, grid.xs[area.end] - grid.xs[area.start])
        edges = (grid.xs[area.start], grid.ys[area.top], grid.xs[area.end], grid.ys[area.bottom])
        cell = Cell(area.start, area.end, rows[area.top], rows[area.bottom], pieces, page.place, page.shown(edges))
        if area.robbed:
            cell.doubt = "broken"
        elif any(character.struck and character.text.isdigit() for character in area.characters):
            cell.doubt = "struck"
        elif any(character.isdigit() for character in cell.text):
            merged = area.ragged or cell.bottom - cell.top > 1
            cell.doubt = "broken" if broken or id(area) in over else "merged" if merged else None
        if _is_cut(edges, page, outside):
            cell.doubt = "cut"
        elif not cell.text and area.veiled:
            cell.doubt = "hidden"
        elif not cell.text and any(_lies_in(picture, edges) for picture in pictures):
            cell.doubt = "image"
        cells.append(cell)
    return Table(list(grid.xs), rows[-1], cells, grid.ys[0], grid.ys[-1], page.number, page.number, text)


def _rows(grid: Grid) -> list[int]:
    """Return for each edge between rows of boxes the number of the row that begins there.

    An edge that cuts off nothing but empty pieces, beside cells with text that go on over it, is that of the row they are cut off from.
    """
    filled = [area for area in grid.areas if area.characters]
    begin, end = {area.top for area in filled}, {area.bottom for area in filled}
    crossed = {edge for area in filled for edge in range(area.top + 1, area.bottom)}
    found, count, ended = [0], 0, False
    for edge in range(1, len(grid.ys)):
        if edge == len(grid.ys) - 1 or edge not in crossed or (edge in begin and (edge in end or ended)):
            count, ended = count + 1, False
        else:
            ended = ended or edge not in begin
        found.append(count + ended)
    return found


def _is_cut(edges: Box, page: Page, outside: Sequence[Character]) -> bool:
    """Return whether a cell goes on beyond the paper, or ends with it while characters lie outside."""
    beyond = max(-edges[0], edges[2] - page.width)
    return beyond > EDGE or (beyond > -EDGE and bool(outside))


def _lies_in(inner: Box, outer: Box) -> bool:
    x, y = (inner[0] + inner[2]) / 2, (inner[1] + inner[3]) / 2
    return outer[0] < x < outer[2] and outer[1] < y < outer[3]


def _overflowing(grid: Grid) -> set[int]:
    """Return the cells of which digits run on into the next: nobody can tell how many belong to each."""
    found: set[int] = set()
    everything = [each for area in grid.areas for each in area.characters if not each.lean]
    for line in lines(everything):
        for one, other in pairwise(line.characters):
            if one.text.isdigit() and other.text.isdigit() and other.x0 - one.x1 < TOUCHING * min(one.height, other.height):
                here, there = grid.area(one.x, one.y), grid.area(other.x, other.y)
                if here is not there and not (here and there and _apart(one, other, grid.xs[there.start])):
                    found |= {id(area) for area in (here, there) if area is not None}
    return found


def _apart(one: Character, other: Character, wall: float) -> bool:
    """Return whether two digits keep off the wall between them, and as far from each other as those of one number never are."""
    return one.x1 < wall < other.x0 and other.x0 - one.x1 > ROOM * min(one.x1 - one.x0, other.x1 - other.x0)


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
        found += in_columns(above)
        if table is not None:
            found.append(table)
    return found
