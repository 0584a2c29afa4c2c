"""Markdown tables: what pandoc, markdownify, html2text, python-docx and optical recognition print."""

from __future__ import annotations

from random import Random

from .forms import Rendered, flat, form, joined, spanning_rows
from .printed import Document, PrintedRow, PrintedTable


def _rule(width: int) -> str:
    return "|" + " --- |" * width


def _line(texts: list[str]) -> str:
    return "| " + " | ".join(texts) + " |"


def _spread(item: PrintedTable, *, repeat: bool) -> list[list[str]]:
    return [[flat(cell.text) if own or repeat else "" for cell, own in line] for line in item.grid()]


@form("markdown-grid", case="GFM with merged cells empty")
def markdown_grid(document: Document, rng: Random) -> Rendered:
    """The full grid; a merged cell prints in its first slot, the others are empty."""

    def table(item: PrintedTable) -> list[str]:
        first, *rest = [_line(texts) for texts in _spread(item, repeat=False)]
        return ["", first, _rule(item.width), *rest, ""]

    return Rendered(joined(document, table), unplaced=spanning_rows(document))


@form("markdown-grid-repeated", case="GFM as from python-docx")
def markdown_grid_repeated(document: Document, rng: Random) -> Rendered:
    """The full grid; a merged cell prints in every slot it covers, values too."""

    def table(item: PrintedTable) -> list[str]:
        first, *rest = [_line(texts) for texts in _spread(item, repeat=True)]
        return ["", first, _rule(item.width), *rest, ""]

    return Rendered(joined(document, table), unplaced=spanning_rows(document))


@form("markdown-grid-compact", case="GFM without blanks around cells")
def markdown_grid_compact(document: Document, rng: Random) -> Rendered:
    """The full grid without blanks around cells, labels repeated, merged values once; several rules."""

    def table(item: PrintedTable) -> list[str]:
        lines = ["|" + "|".join(flat(c.text) if own or not c.place else "" for c, own in line) + "|" for line in item.grid()]
        rule = "|" + "|".join("-" * rng.randint(1, 4) + ":" * rng.randint(0, 1) for _ in range(item.width)) + "|"
        return [lines[0], rule, *lines[1:]]

    return Rendered(joined(document, table), unplaced=spanning_rows(document))


@form("markdownify-short-rows", case="015 024")
def markdownify_short_rows(document: Document, rng: Random) -> Rendered:
    """An empty head, a rule, then rows as long as their own cells: nothing stands for what a row above covers."""

    def line(row: PrintedRow) -> str:
        return "| " + "".join(flat(cell.text) + " |" + " |" * (cell.colspan - 1) + " " for cell in row).rstrip()

    def table(item: PrintedTable) -> list[str]:
        return ["", _line([""] * item.width), _rule(item.width), *(line(row) for row in item.rows), ""]

    return Rendered(joined(document, table), unplaced=spanning_rows(document))


@form("html2text", case="html2text")
def html2text(document: Document, rng: Random) -> Rendered:
    """Cells apart by a bar and a blank, no bars at the ends, a rule of dashes under the first row, two blanks behind each line."""

    def table(item: PrintedTable) -> list[str]:
        first, *rest = ["| ".join(flat(cell.text) for cell in row) + "  " for row in item.rows]
        return ["", first, "|".join(["---"] * len(item.rows[0])) + "  ", *rest, "  "]

    return Rendered(joined(document, table), unplaced=spanning_rows(document))


@form("html2text-padded", case="html2text with padded tables")
def html2text_padded(document: Document, rng: Random) -> Rendered:
    """Cells padded to the width of their column."""

    def table(item: PrintedTable) -> list[str]:
        rows = [[flat(cell.text) for cell in row] for row in item.rows]
        widths = [max((len(row[x]) for row in rows if x < len(row)), default=0) for x in range(max(map(len, rows)))]
        lines = [_line([text.ljust(widths[x]) for x, text in enumerate(row)]) for row in rows]
        return ["", lines[0], "|" + "".join(f" {'-' * max(3, widths[x])} |" for x in range(len(rows[0]))), *lines[1:], ""]

    return Rendered(joined(document, table), unplaced=spanning_rows(document))


@form("ocr-markdown", case="006 007 008")
def ocr_markdown(document: Document, rng: Random) -> Rendered:
    """Optical recognition: rules between rows, labels on a line above their row, some labels lost, blank lines between."""
    unplaced = spanning_rows(document)

    def table(item: PrintedTable) -> list[str]:
        lines = []
        for line in item.grid():
            texts = [flat(cell.text) if own else "" for cell, own in line]
            labels = [flat(cell.text) for cell, own in line if own and not cell.place and cell.text]
            places = {cell.place for cell, _ in line if cell.place}
            chance = rng.random()
            if places and labels and chance < 0.25:
                texts = ["" if not cell.place else text for text, (cell, _) in zip(texts, line, strict=True)]
                lines += [" ".join(labels), ""][: rng.randint(1, 2)]
            elif places and labels and chance < 0.32:
                texts = ["" if not cell.place else text for text, (cell, _) in zip(texts, line, strict=True)]
                unplaced.update(places)
            lines.append(_line(texts))
            if rng.random() < 0.4:
                lines.append(_rule(len(texts)))
        return ["", *lines, ""]

    return Rendered(joined(document, table), unplaced=unplaced)
