"""Tables torn by page breaks made whole: heads that come again dropped, columns brought together, torn labels and rows joined."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence

from govreport.readers.legacy.labels import LabelIndex, normal
from govreport.readers.pdf.blocks import Cell, Layout, Table
from govreport.readers.pdf.wording import Line

ALIGNED = 6.0
"""Edges of tables nearer to each other are the same."""


def stitched(layouts: Sequence[Layout], labels: LabelIndex) -> list[Line | Table]:
    """Return the blocks of all pages in order, tables that go on from page to page as one; what stood between, such as footnotes, comes behind."""
    blocks: list[Line | Table] = []
    last: Table | None = None
    for layout in layouts:
        for number, block in enumerate(layout.blocks):
            follows = number == 0 and isinstance(block, Table) and last is not None and last.last == block.first - 1 and _goes_on(last, block)
            if follows and isinstance(block, Table) and last is not None and (blocks[-1] is last or _is_cut_through(last, block, labels)):
                _stitch(last, block, labels)
            elif isinstance(block, Table) and block.text is not None:
                blocks += block.text
            else:
                blocks.append(block)
                last = block if isinstance(block, Table) else last
    return blocks


def _goes_on(above: Table, below: Table) -> bool:
    return abs(above.xs[0] - below.xs[0]) < ALIGNED and abs(above.xs[-1] - below.xs[-1]) < ALIGNED


def _is_cut_through(above: Table, below: Table, labels: LabelIndex) -> bool:
    """Return whether a table begins in the midst of a row in which another ends: without a label, or with the rest of one."""
    lower = below.row(0)
    if not any(character.isalpha() for cell in lower for character in cell.text):
        return any(_has_digits(cell) for cell in lower)
    pairs = ((upper, cell) for cell in lower for upper in above.row(above.rows - 1) if _is_below(above, upper, below, cell))
    return any(upper.text and cell.text and _is_torn(upper.text, cell.text, labels) for upper, cell in pairs)


def _is_below(above: Table, upper: Cell, below: Table, cell: Cell) -> bool:
    """Return whether a cell stands in the same columns of the page as another."""
    return abs(above.xs[upper.start] - below.xs[cell.start]) < ALIGNED and abs(above.xs[upper.end] - below.xs[cell.end]) < ALIGNED


def _stitch(above: Table, below: Table, labels: LabelIndex) -> None:
    """Add a table to the one that it continues."""
    _share_columns(above, below)
    _drop_heads(above, below)
    if below.rows and above.rows:
        _join(above, below, labels)
    for cell in below.cells:
        cell.top += above.rows
        cell.bottom += above.rows
    above.cells += below.cells
    above.rows += below.rows
    above.last, above.y1 = below.last, below.y1


def _share_columns(above: Table, below: Table) -> None:
    """Number the columns of both tables alike."""
    xs: list[float] = []
    for x in sorted((*above.xs, *below.xs)):
        if not xs or x - xs[-1] >= ALIGNED:
            xs.append(x)
    for table in (above, below):
        place = _placer(xs)
        places = [place(x) for x in table.xs]
        for cell in table.cells:
            cell.start, cell.end = places[cell.start], places[cell.end]
        table.xs = xs


def _placer(xs: Sequence[float]) -> Callable[[float], int]:
    def place(x: float) -> int:
        at = bisect_left(xs, x)
        return min((number for number in (at - 1, at) if 0 <= number < len(xs)), key=lambda number: abs(xs[number] - x))

    return place


def _drop_heads(above: Table, below: Table) -> None:
    """Take away the first rows where they say the same as those above, and more than numbers."""
    same = 0
    while same < min(above.rows, below.rows) and _words(above, same) == _words(below, same):
        same += 1
    while same and any(cell.top < same < cell.bottom for cell in below.cells):
        same -= 1
    words = [text for number in range(same) for _, _, text in _words(below, number) if text]
    if words and not any(text.isdigit() for text in words):
        below.cells = [cell for cell in below.cells if cell.top >= same]
        for cell in below.cells:
            cell.top -= same
            cell.bottom -= same
        below.rows -= same


def _words(table: Table, number: int) -> list[tuple[int, int, str]]:
    return [(cell.start, cell.end, cell.text) for cell in table.row(number)]


def _join(above: Table, below: Table, labels: LabelIndex) -> None:
    """Join the labels that the page break tore; where that of a row was torn, the whole row."""
    last = {(cell.start, cell.end): cell for cell in above.row(above.rows - 1)}
    first = below.row(0)
    torn = False
    for cell in first:
        upper = last.get((cell.start, cell.end))
        if upper is None:
            continue
        if cell.text and upper.text and _is_torn(upper.text, cell.text, labels):
            upper.pieces = [*upper.pieces, *cell.pieces]
            cell.pieces, cell.continued = [], True
            torn = torn or (upper.bottom - upper.top == 1 and _is_row(upper.text, labels))
    if torn and all((cell.start, cell.end) in last for cell in first):
        _join_rows(last, below)
    elif torn or not any(character.isalpha() for cell in first for character in cell.text):
        _doubt(above, first)


def _doubt(above: Table, first: Sequence[Cell]) -> None:
    """Doubt the numbers on both sides of a tear that may have parted them."""
    for cell in first:
        for upper in above.row(above.rows - 1):
            if upper.start < cell.end and cell.start < upper.end and _has_digits(upper) and _has_digits(cell):
                upper.doubt = cell.doubt = "broken"


def _has_digits(cell: Cell) -> bool:
    return any(character.isdigit() for character in cell.text)


def _is_torn(one: str, other: str, labels: LabelIndex) -> bool:
    """Return whether two texts together are a label, which not each of them is already."""
    whole = labels.exact(normal(one + other))
    return whole is not None and not (labels.exact(normal(one)) and labels.exact(normal(other)))


def _is_row(text: str, labels: LabelIndex) -> bool:
    found = labels.exact(normal(text))
    return found is not None and any(use.kind == "row" for use in found.uses)


def _join_rows(last: dict[tuple[int, int], Cell], below: Table) -> None:
    """Put what is left of a torn row into the row above; a number on either side of the tear is nobody's for certain."""
    for cell in below.row(0):
        upper = last[cell.start, cell.end]
        if cell.pieces:
            upper.doubt = "broken" if upper.pieces else cell.doubt
            upper.pieces = [*upper.pieces, *cell.pieces]
            if not upper.doubt or upper.doubt != "broken":
                upper.page, upper.box = cell.page, cell.box
    below.cells = [cell for cell in below.cells if cell.bottom > 1]
    for cell in below.cells:
        cell.continued = cell.continued or cell.top == 0
        cell.top, cell.bottom = max(cell.top - 1, 0), cell.bottom - 1
    below.rows -= 1
