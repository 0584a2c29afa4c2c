"""The printed grid of a table: every cell with its spans, derived from the nesting and the spans of the form (form.md sections 4 to 6)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from itertools import groupby
from operator import itemgetter

from govreport.forms import Block, Column, TableForm


@dataclass(frozen=True, slots=True)
class LayoutCell:
    """A cell of the printed grid.

    ``kind`` is title (of a block), corner, head (of columns), label (of rows) or data; ``row`` and ``column`` are the keys it
    stands for, both given for data; ``id`` names a heading and ``headers`` names, outermost first, the headings of a data cell.
    """

    kind: str
    text: str = ""
    colspan: int = 1
    rowspan: int = 1
    row: str | None = None
    column: str | None = None
    id: str | None = None
    headers: tuple[str, ...] = ()

    @property
    def scope(self) -> str | None:
        """What the heading heads, in the words of HTML: col, colgroup, row, rowgroup; None for data and the corner."""
        if self.kind in ("head", "title"):
            return "colgroup" if self.colspan > 1 else "col"
        if self.kind == "label":
            return "rowgroup" if self.rowspan > 1 else "row"
        return None


Line = tuple[LayoutCell, ...]


@dataclass(frozen=True, eq=False)
class Layout:
    """The lines of a printed table; ``head`` holds those that are repeated on every page, ``body`` all others."""

    table: TableForm
    width: int
    head: tuple[Line, ...]
    body: tuple[Line, ...]

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """All lines in print order."""
        return self.head + self.body

    def placed(self) -> Iterator[tuple[int, int, LayoutCell]]:
        """Yield every cell with its line and its leftmost grid column, both from 0, spans taken into account."""
        taken: set[tuple[int, int]] = set()
        for at, line in enumerate(self.lines):
            column = 0
            for cell in line:
                while (at, column) in taken:
                    column += 1
                yield at, column, cell
                taken.update((at + down, column + across) for down in range(cell.rowspan) for across in range(cell.colspan))
                column += cell.colspan


@dataclass(frozen=True, slots=True)
class _Head:
    """A heading over columns, before its spans are known."""

    id: str
    text: str
    row: str | None = None
    column: str | None = None


@dataclass(frozen=True, slots=True)
class _Terminal:
    """A grid column of data with the headings above it, outermost first."""

    path: tuple[_Head, ...]
    span: int


@lru_cache(maxsize=64)
def layout(table: TableForm) -> Layout:
    """Return the printed grid of a table of the form."""
    if table.across:
        return _across(table)
    depth = max((len(row.labels) for row in table.leaves), default=1)
    blocked = len(table.blocks) > 1 or table.blocks[0].label is not None
    parts = [_block(table, block, f"{table.key}.{index}" if blocked else table.key, depth) for index, block in enumerate(table.blocks, 1)]
    width = table.width or max(sum(cell.colspan for cell in head[0]) for head, _ in parts)
    if not blocked:
        return Layout(table, width, tuple(parts[0][0]), tuple(parts[0][1]))
    lines: list[Line] = []
    for index, (block, (head, body)) in enumerate(zip(table.blocks, parts, strict=True), 1):
        title = (LayoutCell("title", block.label, width, id=f"{table.key}.{index}.title"),) if block.label else ()
        lines += [title] if title else []
        lines += [*head, *(_under(title, line) for line in body)]
    return Layout(table, width, (), tuple(lines))


def _under(title: Line, line: Line) -> Line:
    names = tuple(cell.id for cell in title if cell.id)
    return tuple(replace(cell, headers=names + cell.headers) if cell.kind == "data" else cell for cell in line)


def _block(table: TableForm, block: Block, prefix: str, depth: int) -> tuple[list[Line], list[Line]]:
    terminals = [_Terminal(_column_path(prefix, block, column), column.span) for column in block.columns]
    head = _heads(terminals)
    corner = LayoutCell("corner", block.head or table.corner or "", depth, len(head))
    head[0] = (corner, *head[0])
    return head, list(_rows(table, block, depth, terminals))


def _rows(table: TableForm, block: Block, depth: int, terminals: list[_Terminal]) -> Iterator[Line]:
    waiting: list[LayoutCell] = []
    for row in block.rows:
        label = LayoutCell("label", row.label, row=row.key, id=f"{table.key}.row.{row.key}")
        if not row.leaf:
            waiting.append(replace(label, rowspan=len(table.under(row.key))))
            continue
        label = replace(label, colspan=depth - len(row.labels) + 1)
        above = tuple(f"{table.key}.row.{'.'.join(row.key.split('.')[:level])}" for level in range(1, len(row.labels) + 1))
        data = (
            LayoutCell("data", colspan=column.data_span, row=row.key, column=column.key, headers=(*(head.id for head in terminal.path), *above))
            for column, terminal in zip(block.columns, terminals, strict=True)
        )
        yield (*waiting, label, *data)
        waiting = []


def _across(table: TableForm) -> Layout:
    terminals, data = [], []
    for index, block in enumerate(table.blocks, 1):
        outer = (_Head(f"{table.key}.{index}.title", block.label),) if block.label else ()
        labels = {row.key: row.label for row in block.rows}
        for row in block.leaves:
            keys = [".".join(row.key.split(".")[:level]) for level in range(1, len(row.labels) + 1)]
            above = outer + tuple(_Head(f"{table.key}.row.{key}", labels[key], row=key) for key in keys)
            for column in block.columns:
                terminal = _Terminal(above + _column_path(f"{table.key}.{row.key}", block, column, row.key), column.span)
                terminals.append(terminal)
                names = tuple(head.id for head in terminal.path)
                data.append(LayoutCell("data", colspan=column.span, row=row.key, column=column.key, headers=names))
    return Layout(table, sum(terminal.span for terminal in terminals), tuple(_heads(terminals)), (tuple(data),))


def _column_path(prefix: str, block: Block, column: Column, row: str | None = None) -> tuple[_Head, ...]:
    """Return the headings of a column: its groups, named by the first column in them, then its own."""
    groups = []
    for level in range(1, len(column.groups) + 1):
        first = next(other.key for other in block.columns if other.groups[:level] == column.groups[:level])
        groups.append(_Head(f"{prefix}.group.{level}.{first}", column.groups[level - 1]))
    return (*groups, _Head(f"{prefix}.column.{column.key}", column.label, row, column.key))


def _heads(terminals: Iterable[_Terminal]) -> list[Line]:
    """Return the head lines over the columns: a heading spans what is under it, and the last of a short path spans down."""
    columns = list(terminals)
    depth = max(len(terminal.path) for terminal in columns)
    lines: list[Line] = []
    for level in range(depth):
        cells = []
        for path, group in groupby(zip((terminal.path[: level + 1] for terminal in columns), columns, strict=True), itemgetter(0)):
            if len(path) <= level:
                continue
            members = [terminal for _, terminal in group]
            head, rowspan = path[level], depth - level if len(members[0].path) == level + 1 else 1
            span = sum(member.span for member in members)
            cells.append(LayoutCell("head", head.text, span, rowspan, head.row, head.column, head.id))
        lines.append(tuple(cells))
    return lines
