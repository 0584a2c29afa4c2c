"""Page text: what comes out of PDF files and of tools that keep the look of a page."""

from __future__ import annotations

from random import Random

from wcwidth import wcswidth

from .forms import Rendered, filled, flat, form, joined, spanning_rows
from .printed import Document, PrintedCell, PrintedTable


def _wrapped(text: str, width: int) -> list[str]:
    """Return a text cut into pieces of so many characters."""
    return [text[at : at + width] for at in range(0, len(text), width)] or [""]


def _pad(text: str, width: int) -> str:
    return text + " " * max(0, width - wcswidth(text))


def _centred(text: str, width: int) -> str:
    return _pad(" " * ((width - wcswidth(text)) // 2) + text, width)


def _page_lines(item: PrintedTable, *, label_width: int) -> list[str]:
    """Return the table drawn with blanks: each grid column a range of screen columns, labels wrapped, each cell centred in its rows."""
    grid = item.grid()
    labels = sum(1 for cell, _ in next(line for line in grid if any(c.place for c, _ in line)) if not cell.place)
    value = 10 if item.width > 12 else 14
    widths = [label_width * 2 + 2 if x < labels else value for x in range(item.width)]
    tall = [max((len(_cell_lines(cell, widths[x])) for x, (cell, own) in enumerate(line) if own and cell.rowspan == 1), default=1) for line in grid]
    tops = [sum(tall[:y]) for y in range(len(grid))]
    canvas = [[" " * width for width in widths] for _ in range(sum(tall))]
    for y, line in enumerate(grid):
        for x, (cell, own) in enumerate(line):
            if own and cell.text.strip():
                _draw(canvas, cell, x, tops[y], sum(tall[y : y + cell.rowspan]), widths)
    return ["".join(row).rstrip() for row in canvas if "".join(row).strip()]


def _cell_lines(cell: PrintedCell, width: int) -> list[str]:
    return [cell.text.strip()] if cell.place else [piece for part in cell.text.split("\n") for piece in _wrapped(part, max(2, (width * cell.colspan - 2) // 2))]


def _draw(canvas: list[list[str]], cell: PrintedCell, x: int, top: int, height: int, widths: list[int]) -> None:
    pieces = _cell_lines(cell, widths[x])
    start = top + max(0, (height - len(pieces)) // 2)
    room = sum(widths[x : x + cell.colspan])
    for number, piece in enumerate(pieces):
        if start + number < len(canvas):
            drawn = _centred(piece, room - 1) if cell.place else _pad(" " + piece, room - 1)
            drawn += " " * max(1, room - wcswidth(drawn))
            canvas[start + number][x : x + cell.colspan] = [drawn, *[""] * (cell.colspan - 1)]


@form("space-columns", case="022 *.layout.txt")
def space_columns(document: Document, rng: Random) -> Rendered:
    """Columns aligned by blanks; labels wrap above and below the line of their numbers."""
    width = rng.choice((8, 12, 16))
    return Rendered(joined(document, lambda item: ["", *_page_lines(item, label_width=width), ""]), unplaced=spanning_rows(document))


@form("space-columns-wide", case="pdftotext -layout with long labels on one line")
def space_columns_wide(document: Document, rng: Random) -> Rendered:
    """Columns aligned by blanks; labels on one line."""
    return Rendered(joined(document, lambda item: ["", *_page_lines(item, label_width=42), ""]), unplaced=spanning_rows(document))


@form("space-rows", loss="blanks", case="pdftotext -table")
def space_rows(document: Document, rng: Random) -> Rendered:
    """A row a line, its cells apart by some blanks without alignment; blank cells vanish."""

    def table(item: PrintedTable) -> list[str]:
        return [(" " * rng.randint(1, 4)).join(flat(cell.text) for cell in row if cell.text.strip()) for row in item.rows]

    return Rendered(joined(document, table), filled(document))


@form("column-wise", loss="all", case="001", plain=True)
def column_wise(document: Document, rng: Random) -> Rendered:
    """The labels first, then the numbers column by column: their rows are not in the text."""

    def table(item: PrintedTable) -> list[str]:
        labels = [flat(cell.text) for row in item.rows for cell in row if not cell.place]
        grid = [line for line in item.grid() if any(cell.place for cell, _ in line)]
        columns = [[cell.text for cell, own in column if own and cell.place and cell.text.strip()] for column in zip(*grid, strict=True)]
        return [*labels, *(text for column in columns for text in column)]

    return Rendered(joined(document, table), set())


@form("page-text", loss="blanks", case="119 004")
def page_text(document: Document, rng: Random) -> Rendered:
    """Heads and labels of groups run downwards, a character or two a line; a row's label and numbers on one line, long labels on two."""

    def table(item: PrintedTable) -> list[str]:
        lines: list[str] = []
        for row in item.rows:
            values = [cell.text.strip() for cell in row if cell.place and cell.text.strip()]
            labels = [flat(cell.text) for cell in row if not cell.place]
            if not values or not labels:
                lines += [piece for label in labels for piece in _wrapped(label, rng.choice((1, 2, 4, 30)))]
                lines += [" ".join(values)] if values else []
                continue
            *groups, label = labels
            lines += [piece for group in groups for piece in _wrapped(group, rng.choice((1, 2, 3)))]
            pieces = _wrapped(label, rng.choice((6, 12, 18, 60)))
            lines += [*pieces[:-1], " ".join([pieces[-1], *values])]
        return lines

    return Rendered(joined(document, table), filled(document))


@form("characters-down", loss="blanks", case="119 004")
def characters_down(document: Document, rng: Random) -> Rendered:
    """Every label runs downwards, one character a line, each number on a line of its own."""

    def table(item: PrintedTable) -> list[str]:
        lines: list[str] = []
        for row in item.rows:
            for cell in row:
                lines += [cell.text.strip()] if cell.place else list(flat(cell.text).replace(" ", ""))
        return [line for line in lines if line]

    return Rendered(joined(document, table), filled(document))


@form("cells-glued", loss="all", case="BeautifulSoup get_text")
def cells_glued(document: Document, rng: Random) -> Rendered:
    """The cells of a row without anything between them: where one number ends is not in the text."""
    return Rendered(joined(document, lambda item: ["".join(flat(cell.text) for cell in row) for row in item.rows]), set())
