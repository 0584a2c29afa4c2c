"""Tables that no rulings draw, made such: labels of the form beside lines of figures, figures below one another in columns.

What does not fit leaves its lines as they are, for the steps that read aligned text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from govreport.readers.legacy.labels import LabelIndex
from govreport.readers.pdf.blocks import Table
from govreport.readers.pdf.columns import Interval, UnsureError, columns, place
from govreport.readers.pdf.framing import framed
from govreport.readers.pdf.pages import Page
from govreport.readers.pdf.printedlabels import Label, printed_labels
from govreport.readers.pdf.wording import TOUCHING, Line
from govreport.standard import Standard

APART, WHOLE = 0.35, 0.15
"""In characters: words further apart are not one; in heights: figures of one number are not further apart."""
LEAST, ACROSS, MANY = 3, 8, 6
"""A stretch with tables has so many figures; a line of so many, or below so many heads, needs no label; so many columns, or rows, need no heads."""
SAME_HEIGHT = 0.5
NEAR, ALONE = 2.2, 1.2
"""In heights of a character: words nearer to a figure may belong to it; labels further apart stand in rows of their own."""
HEADS = {"column", "heading", "block", "corner"}


@dataclass(frozen=True, slots=True)
class Row:
    """A line of figures with the label beside it, None where the labels stand above it; no figures where the row is empty."""

    y: float
    label: Label | None
    figures: tuple[Line, ...] = ()


@dataclass(slots=True)
class Band:
    """Heads and the rows below them, which share their columns."""

    heads: list[Label] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)

    @property
    def top(self) -> float:
        """The middle of what stands highest in it."""
        labels = [*self.heads, *(row.label for row in self.rows if row.label)]
        return min(*(word.y for label in labels for word in label.words), *(row.y for row in self.rows), float("inf"))

    @property
    def bottom(self) -> float:
        """The middle of what stands lowest in it."""
        return max(max(row.y, row.label.words[-1].y if row.label else 0.0) for row in self.rows)

    @property
    def left(self) -> float:
        """Where its figures begin."""
        return min(figure.x0 for row in self.rows for figure in row.figures)


class Unruled:
    """Makes tables of lines, page after page: columns of one page are known on the next."""

    def __init__(self, index: LabelIndex, is_figure: Callable[[str], bool], standard: Standard) -> None:
        self._index, self._is_figure, self._standard = index, is_figure, standard
        self._known: list[Interval] = []

    def told(self, blocks: Sequence[Line | Table], page: Page) -> list[Line | Table]:
        """Return the blocks of a page with tables where stretches of its lines are such."""
        found: list[Line | Table] = []
        run: list[Line] = []
        for block in (*blocks, None):
            if isinstance(block, Line):
                run.append(block)
                continue
            found += self._stretch(run, page)
            run = []
            if block is not None:
                found.append(block)
        return found

    def _stretch(self, run: Sequence[Line], page: Page) -> list[Line | Table]:
        words = [word for line in run for word in line.words(APART)]
        figures = [word for word in words if self._is_figure(word.text)]
        if len(figures) < LEAST:
            return list(run)
        taken = set(map(id, figures))
        labels, others = printed_labels([word for word in words if id(word) not in taken], self._index)
        left: list[Line | Table] = list(run)
        for band in _bands(list(_rows(figures, labels)), labels, others):
            try:
                table = self._table(band, labels, others, figures, page)
            except UnsureError:
                continue
            inside = [line for line in left if isinstance(line, Line) and band.top - 1 <= line.y <= band.bottom + 1]
            rest = [word for word in others if band.top <= word.y <= band.bottom]
            at = next((number for number, block in enumerate(left) if block is inside[0]), len(left)) if inside else len(left)
            left = [*left[:at], table, *rest, *(block for block in left[at:] if not any(block is line for line in inside))]
        return left

    def _table(self, band: Band, labels: Sequence[Label], others: Sequence[Line], figures: Sequence[Line], page: Page) -> Table:
        """Return a band as a table; raises ``UnsureError``."""
        own = [row.label for row in band.rows if row.label is not None]
        told = {id(figure) for row in band.rows for figure in row.figures}
        if len(set(map(id, own))) < len(own) or any(_is_gappy(figure) for row in band.rows for figure in row.figures):
            raise UnsureError
        strays = [figure for figure in figures if id(figure) not in told] + [word for word in others if word.x1 > band.left]
        if any(_touches(stray, row) for stray in strays for row in band.rows):
            raise UnsureError
        side = max((label.x1 for label in own), default=0.0)
        heads = [head for head in band.heads if head.x1 > side or head.kinds & {"corner", "block"}]
        named = [head for head in heads if "column" in head.kinds]
        known = self._known if len(self._known) >= MANY else []
        found = columns([[_span(figure) for figure in row.figures] for row in band.rows], [(head.x0, head.x1) for head in named], known)
        if any(len(found) not in self._widths(label) for label in own) or not (named or len(band.rows) >= MANY):
            raise UnsureError
        self._known = found
        free = [label for label in labels if "row" in label.kinds and label not in own and label not in heads and label.x1 <= band.left]
        empty = [label for label in free if band.top < label.y < band.bottom and (label.kinds == {"row"} or _is_alone(label, (*own, *free)))]
        rows = [*band.rows, *(Row(label.y, label) for label in empty)]
        placed = [(row.label, place([_span(figure) for figure in row.figures], found), row.figures) for row in sorted(rows, key=lambda row: row.y)]
        return framed(heads, placed, found, band.top, band.bottom, page)

    def _widths(self, label: Label) -> set[int]:
        """Return how many columns the rows have that a label may be of."""
        forms = [(self._standard.table(use.table, use.edition), use.key) for use in label.match.uses if use.kind == "row"]
        return {len(form.columns[row]) for form, row in forms if form is not None and row in form.columns}


def _span(word: Line) -> Interval:
    return word.x0, word.x1


def _is_gappy(figure: Line) -> bool:
    """Return whether a figure may be two: its characters stand apart."""
    return any(other.x0 - one.x1 > min(WHOLE, TOUCHING) * min(one.height, other.height) for one, other in pairwise(figure.characters))


def _touches(word: Line, row: Row) -> bool:
    """Return whether a word stands so near above or below a row's figures that it may belong to one of them."""
    return abs(word.y - row.y) < NEAR * row.figures[0].characters[0].height


def _is_alone(label: Label, others: Sequence[Label]) -> bool:
    """Return whether no other label stands beside one that may be a row's or that of a group of rows: a group stands beside its rows."""
    height = label.words[0].characters[0].height
    return not any(abs(other.y - label.y) < ALONE * height for other in others if other is not label)


def _rows(figures: Sequence[Line], labels: Sequence[Label]) -> Iterator[Row]:
    """Yield the lines of figures that a row's label stands beside, or that stand below the heads of many columns."""
    lines: list[list[Line]] = []
    for figure in sorted(figures, key=lambda figure: figure.y):
        if lines and figure.y - lines[-1][0].y < SAME_HEIGHT * figure.characters[0].height:
            lines[-1].append(figure)
        else:
            lines.append([figure])
    above = 0.0
    for line in lines:
        ordered = tuple(sorted(line, key=lambda figure: figure.x0))
        beside = [label for label in labels if "row" in label.kinds and label.x1 <= ordered[0].x0 + 1 and label.reaches(line[0].y)]
        if beside:
            yield Row(line[0].y, max(beside, key=lambda label: label.x0), ordered)
        elif max(len(line), sum("column" in label.kinds and above < label.y < line[0].y for label in labels)) >= ACROSS:
            yield Row(line[0].y, None, ordered)
        above = line[0].y


def _bands(rows: Sequence[Row], labels: Sequence[Label], others: Sequence[Line]) -> list[Band]:
    """Return rows with their heads: a head below a row begins anew, words that reach under the figures end a band."""
    taken = {id(row.label) for row in rows}
    heads = [label for label in labels if id(label) not in taken]
    events: list[tuple[float, Label | Line | Row]] = [(row.y, row) for row in rows]
    events += [(label.y, label) for label in heads] + [(word.y, word) for word in others]
    found: list[Band] = [Band()]
    for _, each in sorted(events, key=lambda event: event[0]):
        band = found[-1]
        if isinstance(each, Row):
            if band.rows and (each.label is None) != (band.rows[-1].label is None):
                found.append(band := Band())
            band.rows.append(each)
        elif isinstance(each, Label):
            if band.rows and (each.kinds & {"corner", "block"} or (each.kinds & HEADS and each.x1 > band.left)):
                found.append(band := Band())
            if each.kinds & HEADS or not band.rows:
                band.heads.append(each)
        elif band.rows and each.x1 > band.left:
            found.append(Band())
    for band in found:
        across = any(row.label is None for row in band.rows)
        near = [row.label for row in band.rows if row.label] or band.heads[-1:]
        tables = {use.table for label in near for use in label.match.uses}
        band.heads = [head for head in band.heads if (across or head.kinds & HEADS) and tables & {use.table for use in head.match.uses}]
    return [band for band in found if band.rows]
