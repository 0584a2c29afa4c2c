"""Noise of authors and of page breaks: columns taken out, sentences in cells, heads repeated or dropped, two reports in one text."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from govreport import standard as standards

from .decoration import plain_style, print_table
from .noise import Noise, register
from .printed import Document, PrintedCell, PrintedRow, PrintedTable, Prose
from .prose import document
from .truth import Mark, Truth, truth

SENTENCES = ("本年度未发生此类事项", "无此项收费，以财政部门公布为准", "与上年持平", "见附件")


def _remove_columns(report: Truth, rng: Random) -> None:
    """Take one column out of every block that has three."""
    for table in report.tables.values():
        gone = set()
        for block in table.form.blocks:
            if block.label and len(block.columns) == 3:
                column = rng.choice(block.columns)
                gone |= {(row.key, column.key) for row in block.leaves}
        table.removed = frozenset(gone)


def _write_sentences(report: Truth, rng: Random) -> None:
    """Write a sentence where a number belongs."""
    for table in report.tables.values():
        blocks = [block for block in table.form.blocks if block.label]
        if blocks:
            row = rng.choice(blocks[-1].leaves)
            for column in table.form.columns[row.key]:
                table.cells[row.key, column] = Mark(rng.choice(SENTENCES))
            table.units.pop(row.key, None)


def _break_pages(page: Document, rng: Random) -> Document:
    """Break every long table over pages: a page number between the parts, the heads again at the top of the next."""
    items: list[object] = []
    for item in page.items:
        if isinstance(item, PrintedTable) and item.head and len(item.rows) > 10:
            at = rng.randint(item.head + 2, len(item.rows) - 3)
            items += [_part(item, 0, at, rng), Prose(rng.choice(("— 3 —", "- 3 -", "第 3 页 共 8 页"))), _part(item, at, len(item.rows), rng)]
        else:
            items.append(item)
    return Document(items)  # type: ignore[arg-type]


def _part(table: PrintedTable, start: int, end: int, rng: Random) -> PrintedTable:
    """Return rows ``start`` to ``end`` below the heads; a label cut by the break stands again or leaves its cell empty."""
    grid = table.grid()
    rows: list[PrintedRow] = list(table.rows[: table.head]) if start else []
    again = rng.random() < 0.5
    for y in range(start, end):
        cells = []
        for x, (cell, own) in enumerate(grid[y]):
            above = y > 0 and grid[y - 1][x][0] is cell and not (x and grid[y][x - 1][0] is cell)
            height = min(_height(grid, y, x), end - y)
            if own:
                cells.append(replace(cell, rowspan=height))
            elif y == start and above:
                cells.append(replace(cell, rowspan=height, text=cell.text if again else ""))
        rows.append(cells)
    return PrintedTable(table.key, rows, table.head)


def _height(grid: list[list[tuple[PrintedCell, bool]]], y: int, x: int) -> int:
    cell, height = grid[y][x][0], 1
    while y + height < len(grid) and grid[y + height][x][0] is cell:
        height += 1
    return height


def _drop_heads(page: Document, rng: Random) -> Document:
    """Leave the column heads of tables with labelled rows out."""
    for item in page.items:
        if isinstance(item, PrintedTable) and item.head and len(item.rows) > 10:
            del item.rows[: item.head]
            item.head = 0
    return page


def _second(seed: int, rng: Random) -> Document:
    """Return another report, its cells at places that nothing looks for."""
    other = truth(seed, standards.load(), blanks="full", regime="town")
    page, slots = document(other, standards.load(), rng, plain=True)
    for key, at in sorted(slots.items(), key=lambda pair: -pair[1]):
        page.items.insert(at, elsewhere(print_table(other.tables[key], plain_style())))
    return page


def elsewhere(table: PrintedTable) -> PrintedTable:
    """Return a printed table with its cells at places of no report."""
    rows = [[replace(cell, place=(f"#{cell.place[0]}", *cell.place[1:])) if cell.place else cell for cell in row] for row in table.rows]
    return PrintedTable(table.key, rows, table.head)


def _two_reports(page: Document, rng: Random) -> Document:
    return Document([*page.items, *_second(rng.randint(0, 9999), rng).items])


def _table_twice(page: Document, rng: Random) -> Document:
    """Put a further copy behind each table that says something: the same one, or one of other numbers."""
    second = {table.key: table for table in _second(rng.randint(0, 9999), rng).tables()}
    items: list[object] = []
    for item in page.items:
        items.append(item)
        if isinstance(item, PrintedTable) and any(cell.place and cell.text.strip() for row in item.rows for cell in row):
            items.append(elsewhere(item) if rng.random() < 0.5 else second[item.key])
    return Document(items)  # type: ignore[arg-type]


register(Noise("columns-removed", author=_remove_columns, plain=True))
register(Noise("sentences-in-cells", author=_write_sentences, unfit=("column-wise", "space-columns", "page-text", "characters-down", "one-line", "space-rows")))
register(Noise("pages-broken", page=_break_pages, unfit=("bare-lines-deduplicated", "one-line")))
register(Noise("heads-dropped", page=_drop_heads))
register(Noise("two-reports", page=_two_reports, unfit=("bare-lines-deduplicated",)))
register(Noise("tables-twice", page=_table_twice, unfit=("bare-lines-deduplicated",)))
