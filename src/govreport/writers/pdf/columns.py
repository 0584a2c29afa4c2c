"""Widths of columns: those of a form so that its labels take the fewest lines, those of a grid by how much its cells hold."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate, pairwise
from math import ceil

from govreport.forms import TableForm
from govreport.layout import LayoutCell, layout
from govreport.writers.pdf.cascade import Cascade
from govreport.writers.pdf.kinsoku import Kinsoku
from govreport.writers.pdf.shapes import Part, Shape, label_columns, placed

_LABEL, _DATA = 3, 2
"""Characters that a column of labels, and one of data, is wide at least."""
_WIDEST, _NARROWEST = 24, 3
"""Characters that a column of a grid asks for at most, and is given at least where it holds as many."""
_SLACK = 0.01
"""Ems that a number is given beyond its width, so that rounding breaks none."""
_WHOLE, _EARLY = 1000, 10
"""What it costs to cut a cell of data, which is never done, and to cut before the middle of a part; a heading costs 1."""
_STEPS = 96
_SPARE = 3
"""Characters that labels share beyond their least, however wide the numbers are."""


def wide(text: str, advances: Mapping[str, int]) -> float:
    """Return the width of a text in ems."""
    return sum([advances[each] for each in text]) / 1000


@lru_cache(maxsize=256)
def form_columns(form: TableForm, cascade: Cascade, length: float, padding: float, figures: tuple[float, ...], part: Part | None = None) -> tuple[float, ...]:
    """Return the edges of the columns of a part of a form; all measures are ems, ``figures`` the widest number of every column of data, or of all.

    Columns of data are of one width but for those whose numbers need more; what they leave goes to the labels, step by step where it saves most lines.
    """
    cells = placed(form, part)
    labels = label_columns(form)
    count = part[1] - part[0] if part else layout(form).width - labels
    needs = _data(figures if len(figures) == count else figures * count, padding)
    data = min(sum(needs), length - _labels(form, padding)) / count
    least = [_LABEL + 2 * padding] * labels + [data]
    wanted = _wanted(cells, labels, cascade, padding)
    spare = length - sum(least[:labels]) - count * least[-1]
    full = sum(max(one, other) for one, other in zip(wanted[:labels], least, strict=False)) + count * max(wanted[-1], least[-1])
    if full <= length:
        widths = [max(one, other) for one, other in zip(wanted, least, strict=True)]
        widths = [each * length / full for each in widths]
    else:
        widths = _shared(cells, least, labels, needs, spare, cascade, padding)
    return _edges(widths, labels, needs)


def _edges(widths: Sequence[float], labels: int, needs: Sequence[float]) -> tuple[float, ...]:
    """Return the edges of columns of labels and, of one width or of what they need, of data; the last of the widths is the mean of the latter."""
    common, count = widths[-1], len(needs)
    total, share = common * count, min(common * count / sum(needs), 1.0)
    for each in sorted(needs, reverse=True)[:-1]:
        if each * share <= common:
            break
        total, count = total - each * share, count - 1
        common = total / count
    return tuple(accumulate([*widths[:labels], *(max(each * share, common) for each in needs)], initial=0.0))


def figures(form: TableForm, shape: Shape, texts: Iterable[str], cascade: Cascade, rules: Kinsoku) -> tuple[float, ...]:
    """Return how wide what may not be broken is in every column of data of a form, in ems, slightly rounded up."""
    labels = label_columns(form)
    found = [0.0] * (shape.columns - labels)
    for cell, text in zip(shape.cells, texts, strict=True):
        if cell.key and text:
            width = _unbroken(text, cascade, rules) / cell.across
            for column in range(cell.column - labels, cell.column - labels + cell.across):
                found[column] = max(found[column], width)
    return tuple(found)


@lru_cache(maxsize=4096)
def _unbroken(text: str, cascade: Cascade, rules: Kinsoku) -> float:
    """Return the width of the widest part of a text in which no line may end."""
    ends = [at for at in range(1, len(text)) if rules.breaks(text, at)]
    return max(wide(text[start:end], cascade.advances) for start, end in pairwise((0, *ends, len(text)))) + _SLACK


def holds(form: TableForm, length: float, padding: float, figures: Sequence[float]) -> bool:
    """Return whether columns of data hold numbers of these widths, all in ems, and leave enough for the labels of their form."""
    return sum(_data(figures, padding)) <= length - _labels(form, padding)


def form_cuts(form: TableForm, shape: Shape, length: float, padding: float, figures: Sequence[float]) -> list[int]:
    """Return where a form is cut into parts that are as wide as a length at most: columns of data, the first and the end among them."""
    labels = label_columns(form)
    crossed = [0] * (shape.columns - labels + 1)
    for cell in shape.cells:
        for at in range(max(cell.column - labels, 0) + 1, cell.column - labels + cell.across):
            crossed[at] += _WHOLE if cell.key else 1
    return cuts(_data(figures, padding), length - _labels(form, padding), crossed)


def cuts(widths: Sequence[float], length: float, crossed: Sequence[int] = ()) -> list[int]:
    """Return where columns are cut into parts of a length at most, the first column and the end among the places; no cell of data is cut.

    Of the places in the second half of a part it is the one that the fewest cells cross.
    """
    found, used = [0], 0.0
    for column, width in enumerate(widths):
        start = found[-1]
        if used + width > length and column > start:
            costs = {at: (crossed[at] if crossed else 0) + _EARLY * (2 * at < start + column) for at in range(column, start, -1)}
            best = min(costs, key=costs.__getitem__)
            if costs[best] < _WHOLE:
                found.append(best)
                used = sum(widths[best:column])
        used += width
    return [*found, len(widths)]


def _data(figures: Sequence[float], padding: float) -> list[float]:
    """Return the least widths of columns of data."""
    return [max(_DATA, each) + 2 * padding for each in figures]


def _labels(form: TableForm, padding: float) -> float:
    """Return the least width of all columns of labels."""
    labels = label_columns(form)
    return labels * (_LABEL + 2 * padding) + _SPARE * bool(labels)


def _wanted(cells: Iterable[tuple[int, int, LayoutCell]], labels: int, cascade: Cascade, padding: float) -> list[float]:
    """Return how wide the columns of labels, and last those of data, would be without a line broken."""
    wanted = [0.0] * (labels + 1)
    for _, column, cell in cells:
        at = min(column, labels)
        if (column + cell.colspan <= labels or column >= labels) and cell.text:
            share = wide(cell.text, cascade.advances) / cell.colspan + 2 * padding
            for each in range(at, min(at + cell.colspan, labels + 1)):
                wanted[each] = max(wanted[each], share)
    return wanted


def _shared(
    cells: list[tuple[int, int, LayoutCell]], least: list[float], labels: int, needs: Sequence[float], spare: float, cascade: Cascade, padding: float
) -> list[float]:
    """Return the least widths with the spare room given away in steps, each to where it saves the most height."""
    texts = [(row, column, cell.rowspan, cell.colspan, wide(cell.text, cascade.advances)) for row, column, cell in cells if cell.text]
    texts.sort(key=lambda each: each[2])  # what spans fewer rows first
    widths, step, count = list(least), spare / _STEPS, len(needs)
    rows = 1 + max(row for row, *_ in texts)

    def height(tried: list[float]) -> float:
        edges = _edges(tried, labels, needs)
        lines = [1.0] * (rows + 1)
        slack = 0.0
        for row, column, down, across, width in texts:
            room = edges[min(column + across, len(edges) - 1)] - edges[column] - 2 * padding
            needed = max(ceil(width / max(int(room + 1e-6), 1)), 1)
            slack += width / max(room, 1) * 1e-3
            have = sum(lines[row : row + down])
            if needed > have:
                for each in range(row, min(row + down, rows)):
                    lines[each] += (needed - have) / down
        return sum(lines) + slack

    given = 0
    while given < _STEPS:
        now, best = height(widths), (float("inf"), 0, 1)
        for column in range(labels + 1):
            for steps in (1, 4, 12):
                if given + steps <= _STEPS:
                    part = step * steps / (count if column == labels else 1)
                    tried = [each + part if at == column else each for at, each in enumerate(widths)]
                    best = min(best, ((height(tried) - now) / steps, column, steps))
        _, column, steps = best
        widths[column] += step * steps / (count if column == labels else 1)
        given += steps
    return widths


def grid_columns(shape: Shape, cascade: Cascade, rules: Kinsoku, length: float, padding: float) -> tuple[float, ...]:
    """Return the edges of the columns of a plain grid; all measures are ems."""
    least, natural = grid_needs(shape, cascade, rules, padding)
    spare, wish = length - sum(least), sum(natural) - sum(least)
    if sum(natural) <= length:
        widths = [each * length / sum(natural) for each in natural]
    elif spare <= 0:
        widths = [length / shape.columns] * shape.columns
    else:
        widths = [one + (other - one) * spare / wish for one, other in zip(least, natural, strict=True)]
    return tuple(accumulate(widths, initial=0.0))


def grid_needs(shape: Shape, cascade: Cascade, rules: Kinsoku, padding: float) -> tuple[list[float], list[float]]:
    """Return how wide every column of a plain grid is at least, its numbers unbroken, and how wide it would be; all measures are ems."""
    widths, numbers = _contents(shape, cascade, rules)
    natural = [each + _SLACK + 2 * padding for each in widths]
    least = [min(each, max(_NARROWEST, number) + 2 * padding) for each, number in zip(natural, numbers, strict=True)]
    return least, natural


@lru_cache(maxsize=2)
def _contents(shape: Shape, cascade: Cascade, rules: Kinsoku) -> tuple[list[float], list[float]]:
    """Return how wide the widest text and the widest number of every column are, in ems."""
    widths = [0.0] * shape.columns
    numbers = [0.0] * shape.columns
    for cell in shape.cells:
        if cell.text:
            if cell.across == 1 and len(cell.text) <= _WIDEST and _is_number(cell.text):
                numbers[cell.column] = max(numbers[cell.column], _unbroken(cell.text, cascade, rules))
            width = wide(cell.text[:_WIDEST], cascade.advances)
            if width > widths[cell.column]:
                widths[cell.column] = width
    return widths, numbers


def _is_number(text: str) -> bool:
    """Return whether a text holds a number, and no word of letters, as a cell does: what a narrow column would break."""
    return any(each.isdigit() for each in text) and not any(each.isascii() and each.isalpha() for each in text)
