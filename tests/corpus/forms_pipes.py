"""Pipe forms: what trafilatura 1.10 to 2.0 and its likes print for tables."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from .forms import Rendered, filled, flat, form, joined, open_ended_rows
from .printed import Document, PrintedCell, PrintedRow, PrintedTable

NBSP = "\u00a0"


def _padded(row: PrintedRow, width: int, *, last: bool) -> str:
    """Return a row with its padding; the last row of a table has none, or only where cells of it were dropped."""
    texts = [flat(cell.text) for cell in row if cell.text]
    bare = width <= len(texts) or (last and (width % 2 == 0 or len(texts) == len(row)))
    return " | ".join(texts) + " |" + ("" if bare else " " + "|" * (width - len(texts)))


def told(item: PrintedTable) -> Iterator[tuple[list[str], int]]:
    """Yield the texts of each row but for truly empty cells, and by how many it is short of the width of the table."""
    for row in item.rows:
        texts = [flat(cell.text) for cell in row if cell.text]
        yield texts, max(item.width - len(texts), 0)


@form("pipes-dropped", loss="blanks", case="seed 101 118")
def pipes_dropped(document: Document, rng: Random) -> Rendered:
    """Truly empty cells are dropped and their bars stand at the end of the row."""

    def table(item: PrintedTable) -> list[str]:
        width = item.width
        return [_padded(row, width, last=y == len(item.rows) - 1) for y, row in enumerate(item.rows)]

    return Rendered(joined(document, table), filled(document))


@form("pipes-nbsp", blank=NBSP, case="013")
def pipes_nbsp(document: Document, rng: Random) -> Rendered:
    """Cells that hold a blank stand between bars; padding has no blanks."""

    def line(row: PrintedRow, width: int, last: bool) -> str:
        texts = [flat(cell.text).strip() or "" for cell in row]
        text = "".join(f"{text} | " if text else "| " for text in texts)
        return text.rstrip() if last else text + "|" * (width - len(texts))

    def table(item: PrintedTable) -> list[str]:
        width = item.width
        return [line(row, width, y == len(item.rows) - 1) for y, row in enumerate(item.rows)]

    return Rendered(joined(document, table), unplaced=open_ended_rows(document))


@form("pipes-nbsp-broken", blank=NBSP, case="014")
def pipes_nbsp_broken(document: Document, rng: Random) -> Rendered:
    """A cell that holds a blank breaks its row over lines."""

    def line(row: PrintedRow, width: int, last: bool) -> str:
        text = "".join(f" {flat(cell.text).strip()} |" if cell.text.strip() else "\n|" for cell in row)
        return (text if last or width <= len(row) else text + " " + "|" * (width - len(row))).lstrip(" ")

    def table(item: PrintedTable) -> list[str]:
        width = item.width
        return [line(row, width, y == len(item.rows) - 1) for y, row in enumerate(item.rows)]

    return Rendered(joined(document, table), unplaced=open_ended_rows(document))


@form("pipes-br-cut", loss="blanks", case="101 108 116")
def pipes_br_cut(document: Document, rng: Random) -> Rendered:
    """As the dropped form; what stood behind a line break inside a cell is cut off, so that heads may look alike."""

    def cut(cell: PrintedCell) -> PrintedCell:
        return cell if cell.place else PrintedCell(cell.text.split("\n")[0], cell.colspan, cell.rowspan)

    def table(item: PrintedTable) -> list[str]:
        width = item.width
        return [_padded([cut(cell) for cell in row], width, last=y == len(item.rows) - 1) for y, row in enumerate(item.rows)]

    return Rendered(joined(document, table), filled(document))


@form("pipes-leading", loss="blanks", case="020 106")
def pipes_leading(document: Document, rng: Random) -> Rendered:
    """A bar opens each row; padding as in the dropped form."""

    def table(item: PrintedTable) -> list[str]:
        return ["| " + "".join(f"{text} | " for text in texts) + "|" * lacking for texts, lacking in told(item)]

    return Rendered(joined(document, table), filled(document))


@form("pipes-no-padding", loss="blanks", case="109")
def pipes_no_padding(document: Document, rng: Random) -> Rendered:
    """Rows end with their last cell's bar; empty cells are gone without a trace."""

    def table(item: PrintedTable) -> list[str]:
        return ["".join(f"{flat(cell.text)} | " for cell in row if cell.text).rstrip() for row in item.rows]

    return Rendered(joined(document, table), filled(document))


@form("pipes-cell-a-line", blank=NBSP, case="105 017 018")
def pipes_cell_a_line(document: Document, rng: Random) -> Rendered:
    """A cell and its bar a line, blank cells a line with a bar alone, the padding a line of bars."""

    def table(item: PrintedTable) -> list[str]:
        width, lines = item.width, []
        for y, row in enumerate(item.rows):
            lines += [f"{flat(cell.text).strip()} |" if cell.text.strip() else "|" for cell in row]
            if y < len(item.rows) - 1 and width > len(row):
                lines.append("|" * (width - len(row)))
        return lines

    return Rendered(joined(document, table), unplaced=open_ended_rows(document))


@form("pipes-cell-a-line-dropped", loss="blanks", case="105 017 018")
def pipes_cell_a_line_dropped(document: Document, rng: Random) -> Rendered:
    """A cell and its bar a line; truly empty cells are in the padding."""

    def table(item: PrintedTable) -> list[str]:
        lines: list[str] = []
        for y, (texts, lacking) in enumerate(told(item)):
            lines += [f"{text} |" for text in texts]
            if y < len(item.rows) - 1 and lacking:
                lines.append("|" * lacking)
        return lines

    return Rendered(joined(document, table), filled(document))


@form("pipes-bar-alone", loss="blanks", case="108")
def pipes_bar_alone(document: Document, rng: Random) -> Rendered:
    """A bar alone opens each row, then a cell and its bar a line, then the padding, in the last row too."""

    def table(item: PrintedTable) -> list[str]:
        lines: list[str] = []
        for texts, lacking in told(item):
            lines += ["|", *(f"{text} |" for text in texts)]
            if lacking:
                lines.append("|" * lacking)
        return lines

    return Rendered(joined(document, table), filled(document))


@form("pipes-padded-cells", loss="blanks", case="107")
def pipes_padded_cells(document: Document, rng: Random) -> Rendered:
    """Each cell on a line of its own between bars that stand at the ends of lines."""

    def table(item: PrintedTable) -> list[str]:
        lines: list[str] = []
        for texts, lacking in told(item):
            lines.append("| " + "".join(f"\n {text}  | " for text in texts) + "|" * lacking)
        return lines

    return Rendered(joined(document, table), filled(document))


@form("pipes-padded-lines", loss="blanks", case="125")
def pipes_padded_lines(document: Document, rng: Random) -> Rendered:
    """A bar before the first cell of a row; a line for each cell and one for the bar behind it."""

    def table(item: PrintedTable) -> list[str]:
        lines: list[str] = []
        for texts, lacking in told(item):
            for x, text in enumerate(texts):
                lines += [("| " if not x else "") + text, "|"]
            if lacking:
                lines.append("|" * lacking)
        return lines

    return Rendered(joined(document, table), filled(document))


@form("pipes-leading-broken", loss="blanks", case="trafilatura 2.0 on cells with line breaks")
def pipes_leading_broken(document: Document, rng: Random) -> Rendered:
    """A bar opens each row; a line for each cell with its bar, the padding behind the last cell."""

    def table(item: PrintedTable) -> list[str]:
        lines: list[str] = []
        for texts, lacking in told(item):
            lines += ["|", *(f"{text} |" for text in texts)]
            if lacking:
                lines[-1] += " " + "|" * lacking
        return lines

    return Rendered(joined(document, table), filled(document))


@form("pipes-bar-before", loss="blanks", case="trafilatura 1.6 on empty cells")
def pipes_bar_before(document: Document, rng: Random) -> Rendered:
    """A bar and a cell a line; a break in a cell is a line break; blank cells vanish."""
    return Rendered(joined(document, lambda item: ["|" + cell.text for row in item.rows for cell in row if cell.text.strip()]), filled(document))


@form("pipes-bar-above", loss="blanks", case="121; trafilatura 1.6 on cells with line breaks")
def pipes_bar_above(document: Document, rng: Random) -> Rendered:
    """A bar on a line of its own above each cell; blank cells vanish."""
    return Rendered(joined(document, lambda item: [part for row in item.rows for cell in row if cell.text for part in ("|", cell.text)]), filled(document))
