"""A printed table of the form on a terminal: merged cells with box characters, widths that know wide characters."""

from __future__ import annotations

from collections.abc import Callable

from govreport.cli.terminal import width, wrapped
from govreport.layout import Layout, LayoutCell

_CORNERS = " ╴╵┘╶─└┴╷┐│┤┌┬├┼"
"""The character of a crossing by the lines that meet there: 1 left, 2 up, 4 right, 8 down."""
LABEL = 24
LEAST = 4
_ANY = 10


def draw(layout: Layout, value: Callable[[str, str], str], columns: int) -> list[str]:
    """Return the lines of a table; ``value`` gives what is printed for a row key and a column key; at most ``columns`` wide if it can be."""
    placed = [(at, column, cell, _text(cell, value)) for at, column, cell in layout.placed()]
    height = len(layout.lines)
    owner = [[-1] * layout.width for _ in range(height)]
    for index, (at, column, cell, _) in enumerate(placed):
        for line in range(at, min(at + cell.rowspan, height)):
            for across in range(column, min(column + cell.colspan, layout.width)):
                owner[line][across] = index
    widths = _widths(layout.width, placed, columns)
    texts = [list(wrapped(text, _span(widths, column, cell.colspan))) or [""] for _, column, cell, text in placed]
    heights = _heights(height, placed, texts)
    lefts, tops = _edges(widths), _edges(heights)
    canvas = [[" "] * (lefts[-1] + 1) for _ in range(tops[-1] + 1)]
    _rule(canvas, owner, lefts, tops)
    for (at, column, cell, _), lines in zip(placed, texts, strict=True):
        inner = _span(widths, column, cell.colspan)
        for offset, text in enumerate(lines):
            start = lefts[column] + 1 + (inner - width(text) if cell.kind == "data" else 0)
            _write(canvas[tops[at] + 1 + offset], start, text)
    return ["".join(line).rstrip() for line in canvas]


def _text(cell: LayoutCell, value: Callable[[str, str], str]) -> str:
    return value(cell.row, cell.column) if cell.kind == "data" and cell.row and cell.column else cell.text


def _widths(count: int, placed: list[tuple[int, int, LayoutCell, str]], columns: int) -> list[int]:
    """Return the width of each grid column: data as wide as it needs, labels and heads share what is left and wrap."""
    least, wish = [LEAST] * count, [LEAST] * count
    for _, column, cell, text in placed:
        if cell.colspan > 1:
            continue
        if cell.kind == "data":
            least[column] = max(least[column], width(text))
        wish[column] = max(wish[column], min(width(text), LABEL if cell.kind in ("label", "corner") else _ANY))
    widths = list(map(max, least, wish))
    while sum(widths) + count + 1 > columns:
        widest = max(range(count), key=lambda column: widths[column] - least[column])
        if widths[widest] <= least[widest]:
            break
        widths[widest] -= 1
    return widths


def _span(widths: list[int], column: int, span: int) -> int:
    covered = widths[column : column + span]
    return sum(covered) + len(covered) - 1


def _heights(count: int, placed: list[tuple[int, int, LayoutCell, str]], texts: list[list[str]]) -> list[int]:
    heights = [1] * count
    for spanning in (False, True):
        for (at, _, cell, _), lines in zip(placed, texts, strict=True):
            if (cell.rowspan > 1) is spanning:
                last = min(at + cell.rowspan, count) - 1
                missing = len(lines) - _span(heights, at, last - at + 1)
                heights[last] += max(missing, 0)
    return heights


def _edges(sizes: list[int]) -> list[int]:
    edges = [0]
    for size in sizes:
        edges.append(edges[-1] + size + 1)
    return edges


def _rule(canvas: list[list[str]], owner: list[list[int]], lefts: list[int], tops: list[int]) -> None:
    """Draw a line wherever two grid squares belong to different cells."""
    rows, columns = len(owner), len(owner[0])

    def at(row: int, column: int) -> int | None:
        return owner[row][column] if 0 <= row < rows and 0 <= column < columns else None

    for row in range(rows + 1):
        for column in range(columns + 1):
            right = column < columns and at(row - 1, column) != at(row, column)
            down = row < rows and at(row, column - 1) != at(row, column)
            left = column > 0 and at(row - 1, column - 1) != at(row, column - 1)
            up = row > 0 and at(row - 1, column - 1) != at(row - 1, column)
            if right:
                canvas[tops[row]][lefts[column] + 1 : lefts[column + 1]] = "─" * (lefts[column + 1] - lefts[column] - 1)
            if down:
                for line in range(tops[row] + 1, tops[row + 1]):
                    canvas[line][lefts[column]] = "│"
            crossing = left + 2 * up + 4 * right + 8 * down
            if crossing:
                canvas[tops[row]][lefts[column]] = _CORNERS[crossing]


def _write(line: list[str], start: int, text: str) -> None:
    """Write a text into a line of the canvas; a wide character takes its square and the next."""
    for character in text:
        line[start] = character
        if width(character) == 2:
            line[start + 1] = ""
        start += width(character)
