"""A table put together from its heads and rows, where no rulings give its cells."""

from __future__ import annotations

from collections.abc import Sequence

from govreport.readers.pdf.blocks import Cell, Table
from govreport.readers.pdf.columns import Interval
from govreport.readers.pdf.pages import Page
from govreport.readers.pdf.printedlabels import Label
from govreport.readers.pdf.wording import Line, Piece, pieces

SAME_LINE = 0.6
"""Of a character's height: heads whose middles are nearer stand on one line."""

Placed = tuple[Label | None, Sequence[int], Sequence[Line]]
"""A row: its label, the columns of its figures, the figures."""


def framed(heads: Sequence[Label], rows: Sequence[Placed], columns: Sequence[Interval], top: float, bottom: float, page: Page) -> Table:
    """Return the table: heads from above, the line of the columns' heads last, then the rows, each with a cell in every column."""
    edges = _edges(columns, [label for label, _, _ in rows if label is not None])
    lines = [[(_columns(head, columns), head.pieces()) for head in line] for line in _head_lines(heads)]
    for label, places, figures in rows:
        own = {number: pieces(figure) for number, figure in zip(places, figures, strict=True)}
        line = [((number + 1, number + 2), own.get(number, [])) for number in range(len(columns))]
        lines.append([((0, 1), label.pieces()), *line] if label is not None else line)
    height = (bottom - top) / max(len(lines), 1)
    cells = []
    for number, line in enumerate(lines):
        for (start, end), text in line:
            box = page.shown((edges[start], top + number * height, edges[end], top + (number + 1) * height))
            cells.append(Cell(start, end, number, number + 1, text, page.place, _bounds(text) or box))
    return Table(edges, len(lines), cells, top, bottom, page.number, page.number, ruled=False)


def _edges(columns: Sequence[Interval], labels: Sequence[Label]) -> list[float]:
    left = min((label.x0 for label in labels), default=columns[0][0] - 2)
    right = max((label.x1 for label in labels), default=columns[0][0] - 1)
    ends = [right, *(end for _, end in columns)]
    return [left, *((end + start) / 2 for end, (start, _) in zip(ends, columns, strict=False)), columns[-1][1]]


def _head_lines(heads: Sequence[Label]) -> list[list[Label]]:
    """Return heads line by line; those of columns are one line, with the corner before them, however high each of them stands."""
    last = [head for head in heads if head.kinds & {"column", "corner"}]
    found: list[list[Label]] = []
    for head in sorted((head for head in heads if head not in last), key=lambda head: head.y):
        if found and head.y - found[-1][0].y < SAME_LINE * head.words[0].characters[0].height:
            found[-1].append(head)
        else:
            found.append([head])
    ordered = [sorted(line, key=lambda head: head.x0) for line in (*found, last)]
    return [line for line in ordered if line]


def _columns(head: Label, columns: Sequence[Interval]) -> tuple[int, int]:
    """Return from which to which column of the table a head stands: the first is that of the labels."""
    met = [number + 1 for number, (start, end) in enumerate(columns) if head.x0 < end and start < head.x1]
    if met:
        return met[0], met[-1] + 1
    before = sum(end <= head.x0 for _, end in columns)
    return before, before + 1


def _bounds(text: Sequence[Piece]) -> tuple[float, float, float, float] | None:
    if not text:
        return None
    boxes = [piece.box for piece in text]
    return min(box[0] for box in boxes), min(box[1] for box in boxes), max(box[2] for box in boxes), max(box[3] for box in boxes)
