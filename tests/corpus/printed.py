"""A report as it is printed: paragraphs and tables of cells with spans, laid out from the form, before any extractor saw it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from govreport.forms import Block, TableForm

Place = tuple[str, str, str]
"""Table, row and column of a cell."""


@dataclass(frozen=True)
class PrintedCell:
    """A cell of a printed table: its text (line breaks as newlines), spans, and the place in the form if it holds a value."""

    text: str
    colspan: int = 1
    rowspan: int = 1
    place: Place | None = None


PrintedRow = list[PrintedCell]


@dataclass
class PrintedTable:
    """Rows of cells without those covered by spans; ``head`` counts the rows of column heads at the top."""

    key: str
    rows: list[PrintedRow]
    head: int = 0

    @property
    def width(self) -> int:
        """How many grid columns the table has."""
        return len(self.grid()[0])

    def grid(self) -> list[list[tuple[PrintedCell, bool]]]:
        """Return the full grid: each slot its cell and whether it is the cell's own first slot."""
        slots: dict[tuple[int, int], tuple[PrintedCell, bool]] = {}
        for y, row in enumerate(self.rows):
            x = 0
            for cell in row:
                while (y, x) in slots:
                    x += 1
                for dy in range(cell.rowspan):
                    for dx in range(cell.colspan):
                        slots[y + dy, x + dx] = (cell, not dy and not dx)
                x += cell.colspan
        width = max(x for _, x in slots) + 1
        blank = (PrintedCell(""), True)
        return [[slots.get((y, x), blank) for x in range(width)] for y in range(len(self.rows))]


@dataclass
class Heading:
    """A chapter's title line."""

    text: str


@dataclass
class Prose:
    """A paragraph or a line of it."""

    text: str


@dataclass
class Document:
    """Everything of a report in print order."""

    items: list[Heading | Prose | PrintedTable] = field(default_factory=list)

    def tables(self) -> list[PrintedTable]:
        """Return the printed tables in order."""
        return [item for item in self.items if isinstance(item, PrintedTable)]


LabelText = Callable[[str], str]


def lay_out(form: TableForm, values: Mapping[tuple[str, str], str], label: LabelText, removed: frozenset[tuple[str, str]] = frozenset()) -> PrintedTable:
    """Return a table as printed: labels through ``label``, the text of every cell from ``values``; removed cells have no place at all."""
    if form.across:
        return _across(form, values, label)
    rows: list[PrintedRow] = []
    head = 0
    for block in form.blocks:
        if block.label or block.head:
            rows += _block_with_head(form, block, values, label, removed)
        else:
            rows += _block_with_groups(form, block, values, label)
            head = _depth(block)
    return PrintedTable(form.key, rows, head)


def _block_with_head(
    form: TableForm, block: Block, values: Mapping[tuple[str, str], str], label: LabelText, removed: frozenset[tuple[str, str]]
) -> list[PrintedRow]:
    width = form.width or 1 + sum(column.span for column in block.columns)
    rows = [[PrintedCell(label(block.label), width)]] if block.label else []
    gone = {column.key for column in block.columns if all((row.key, column.key) in removed for row in block.leaves)}
    kept = [column for column in block.columns if column.key not in gone]
    rows.append([PrintedCell(label(block.head or "")), *(PrintedCell(label(column.label), column.span) for column in kept)])
    for row in block.leaves:
        cells = [PrintedCell(values[row.key, column.key], column.data_span, 1, (form.key, row.key, column.key)) for column in kept]
        rows.append([PrintedCell(label(row.label)), *cells])
    return rows


def _depth(block: Block) -> int:
    return max(len(column.groups) for column in block.columns) + 1


def _block_with_groups(form: TableForm, block: Block, values: Mapping[tuple[str, str], str], label: LabelText) -> list[PrintedRow]:
    depth = max(len(row.labels) for row in block.leaves)
    heads = _heads(block, label)
    heads[0].insert(0, PrintedCell(label(form.corner or ""), depth, len(heads)))
    rows = list(heads)
    above: tuple[str, ...] = ()
    for row in block.leaves:
        cells = []
        for level, text in enumerate(row.labels[:-1]):
            path = row.labels[: level + 1]
            if above[: level + 1] != path:
                height = sum(other.labels[: level + 1] == path for other in block.leaves)
                cells.append(PrintedCell(label(text), 1, height))
        cells.append(PrintedCell(label(row.label), depth - len(row.labels) + 1))
        cells += [PrintedCell(values[row.key, column.key], 1, 1, (form.key, row.key, column.key)) for column in block.columns]
        rows.append(cells)
        above = row.labels[:-1]
    return rows


def _heads(block: Block, label: LabelText) -> list[PrintedRow]:
    depth = _depth(block)
    rows: list[PrintedRow] = [[] for _ in range(depth)]
    above: tuple[str, ...] = ()
    for column in block.columns:
        for level, text in enumerate(column.groups):
            path = column.groups[: level + 1]
            if above[: level + 1] != path:
                width = sum(other.groups[: level + 1] == path for other in block.columns)
                rows[level].append(PrintedCell(label(text), width))
        level = len(column.groups)
        rows[level].append(PrintedCell(label(column.label), 1, depth - level))
        above = column.groups
    return rows


def _across(form: TableForm, values: Mapping[tuple[str, str], str], label: LabelText) -> PrintedTable:
    depth = max(len(row.labels) for row in form.leaves)
    heads: list[PrintedRow] = [[] for _ in range(depth + 1)]
    data: PrintedRow = []
    above: tuple[str, ...] = ()
    for row in form.leaves:
        columns = form.columns[row.key]
        for level, text in enumerate(row.labels):
            path = row.labels[: level + 1]
            if above[: level + 1] == path:
                continue
            width = sum(len(form.columns[other.key]) for other in form.leaves if other.labels[: level + 1] == path)
            heads[level].append(PrintedCell(label(text), width))
        # A row that nests less deep than others has its column heads reach down to the last line of heads.
        first = len(row.labels)
        for key, column in columns.items():
            heads[first].append(PrintedCell(label(column.label), 1, depth + 1 - first))
            data.append(PrintedCell(values[row.key, key], 1, 1, (form.key, row.key, key)))
        above = row.labels
    return PrintedTable(form.key, [*heads, data], len(heads))
