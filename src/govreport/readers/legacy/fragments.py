"""Lines cut into the pieces a table cell may be: words, empty cells, and bars of which nobody can tell."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from enum import StrEnum
from itertools import accumulate, groupby
from typing import NamedTuple

from govreport.readers.legacy.cells import Cell, Cells
from govreport.readers.legacy.lines import Line
from govreport.readers.legacy.strokes import strokes

_WORD = re.compile(
    "[^\\s(\uff08]*[(\uff08][^()\uff08\uff09]{0,80}[)\uff09](?:(?![0-9\uff10-\uff19])[^\\s(\uff08])*|[0-9]*[\\[【] [^\\s\\[\\]【】]{1,9} [\\]】]|[^\\s]+"
)
_RULE_CHARACTERS = frozenset("-=:|+ \t")
_BARS = frozenset("| \t\u00a0\u3000")
_HEAD_RULE = re.compile(r"^\|?(?:\s*:?-+:?\s*\|)+(?:\s*:?-+:?\s*)?$")
_CELL = re.compile(r"[^|\s](?:[^|]*[^|\s])?")
_CELLS_APART = re.compile(r"^\|[^|]+(?:\|\|[^|]+)*+\|$")
SEVERAL, FEW = 4, 3
"""So many rows, of so many cells, are a grid by being alike; of a few grids below each other each has so many rows at least."""
WIDE_BLANKS = "\u00a0\u3000"


class Kind(StrEnum):
    """What a piece is: text; an empty cell for certain; an empty cell or padding; padding for certain."""

    TEXT = "text"
    BLANK = "blank"
    SOFT = "soft"
    PAD = "pad"


class Fragment(NamedTuple):
    """A piece of a line: its text (stripped), the line's index, where it starts, whether it opens the line; in a ``grid`` empty cells are meant.

    ``cell`` is what markup says of the piece, None in a text without markup.
    """

    kind: Kind
    text: str
    line: int
    start: int
    first: bool = False
    barred: bool = False
    grid: bool = False
    cell: Cell | None = None


def is_rule(text: str) -> bool:
    """Return whether a line only rules off the head of a pipe table."""
    return ("---" in text or "===" in text) and _RULE_CHARACTERS.issuperset(text.strip())


def is_drawing(text: str) -> bool:
    """Return whether a line is a rule with the bars or corners of a table, or nothing but bars: it says nothing of its own."""
    return ("|" in text or "+" in text) and (is_rule(text) or _BARS.issuperset(text))


class _Style(NamedTuple):
    """How a run of lines with bars is drawn: with a rule under its head, a bar behind a row's last cell, a bar before its first."""

    ruled: bool = False
    closed: bool = True
    opened: bool = True


def fragments(lines: Sequence[Line], cells: Cells = lambda offset: None, empty: Container[str] = ()) -> list[Fragment]:
    """Return the pieces of all lines in reading order; ``cells`` tells the cells that markup draws, ``empty`` the words for an empty cell."""
    styles, misread = _styles(lines), strokes(lines)
    pieces: list[Fragment] = []
    ended = False
    for index, line in enumerate(lines):
        text = line.text
        if "|" in text and cells(line.origin(0)) is not None:
            pieces += (piece._replace(cell=cells(line.origin(piece.start))) for piece in _barred(text, index, _DRAWN, False))
            ended = False
        elif "|" in text:
            lone = text.strip() == "|"
            if index in misread:
                pieces.append(Fragment(Kind.TEXT, "|", index, text.index("|"), True))
            elif lone and ended:
                pieces.append(Fragment(Kind.SOFT, "", index, 0, True, True))
            elif styles[index] is _DOUBLED:
                pieces += _between(text, index)
            elif not lone and styles[index] is not _RULED_OFF:
                pieces += _barred(text, index, styles[index], ended)
            ended = text.rstrip().endswith("|")
        elif text.strip() and not is_drawing(text):
            pieces += _barred(text, index, _TABBED, False, "\t") if "\t" in text.strip() else _words(text, index)
            ended = False
        elif not text.strip() and any(wide in text for wide in WIDE_BLANKS):
            pieces.append(Fragment(Kind.BLANK, "", index, 0, True))
            ended = False
    return [piece._replace(kind=Kind.BLANK, text="") if piece.text in empty else piece for piece in pieces]


_RULED_OFF = _Style(ruled=True)
_DRAWN = _Style(ruled=True)
_OPEN = _Style(ruled=True, closed=False, opened=False)
_TABBED = _Style(ruled=True, closed=False)
_DOUBLED = _Style(ruled=False, opened=False)
"""Every cell stands between bars of its own, so that two of them part two cells; what empty ones left is not known."""


def _styles(lines: Sequence[Line]) -> dict[int, _Style]:
    """Return the style of every line with bars, told by the whole run of such lines it stands in.

    Where tables are ruled, rows with no rule beside them are of a ruled table too: such as labels on lines of their own cut off from it,
    drawn as its rows are, and runs of rows that are all drawn alike.
    """
    texts = [line.text.strip() for line in lines]
    styles: dict[int, _Style] = {}
    runs: list[list[int]] = [[]]
    for index, text in enumerate([*texts, ""]):
        if "|" in text or (runs[-1] and is_rule(text)):
            runs[-1].append(index)
        elif runs[-1] and (text or index == len(lines)):
            styles.update(_style(runs[-1], [texts[number] for number in runs[-1]]))
            runs.append([])
    barred = [text for text in texts if "|" in text]
    if sum("||" in text for text in barred) >= SEVERAL and all(map(_CELLS_APART.match, barred)):
        return dict.fromkeys(styles, _DOUBLED)
    drawn = {_bars(texts[number]) for number, style in styles.items() if style.ruled and style is not _RULED_OFF} - {0}
    for run in runs:
        rows = [texts[number] for number in run]
        bars = [*map(_bars, rows)]
        alike = len(run) > 1 and len(set(bars)) == 1 and bars[0] > 0
        if drawn:
            styles.update((number, _DRAWN) for number, count in zip(run, bars, strict=True) if not styles[number].ruled and (alike or count in drawn))
        elif _is_grid(rows) or _are_grids(rows):
            styles.update(dict.fromkeys(run, _DRAWN if all(bars) else _OPEN))
    return styles


def _is_grid(rows: Sequence[str]) -> bool:
    """Return whether rows have the same number of bars, and every empty cell between them a blank, or no cell has: what an extractor drops or pads is none."""
    bars = {row.count("|") for row in rows}
    tight = not any(" |" in row or "| " in row for row in rows)
    return len(rows) >= SEVERAL and len(bars) == 1 and bars.pop() >= SEVERAL and (tight or not any("||" in row for row in rows))


def _are_grids(rows: Sequence[str]) -> bool:
    """Return whether rows, each between bars, are a few grids one below the other, as of tables between which the titles were lost."""
    grids = [[*group] for _, group in groupby(rows, key=_bars)]
    return 0 < len(grids) <= FEW and all(_bars(grid[0]) and len(grid) >= FEW for grid in grids) and _is_grid(grids[0]) and not any("||" in row for row in rows)


def _bars(text: str) -> int:
    """Return how many bars a row has that begins and ends with one, 0 for any other."""
    return text.count("|") if text.startswith("|") and text.endswith("|") else 0


def _style(run: Sequence[int], texts: Sequence[str]) -> dict[int, _Style]:
    rules = {number for number, text in enumerate(texts) if is_rule(text)}
    if len(texts) > 1 and _HEAD_RULE.match(texts[1]):
        rules.add(1)
    rows = [text for number, text in enumerate(texts) if number not in rules]
    several = [text for text in rows if sum(map(bool, map(str.strip, text.split("|")))) > 1]
    unclosed = sum(not text.endswith("|") for text in several)
    closed = unclosed < 2 or any("||" in text for text in rows)
    style = _Style(bool(rules), closed, 2 * sum(text.startswith("|") for text in rows) > len(rows))
    return {line: _RULED_OFF if number in rules else style for number, line in enumerate(run)}


def _barred(text: str, index: int, style: _Style, ended: bool, bar: str = "|") -> Iterator[Fragment]:
    """Yield the cells of a line with bars (or tabs); ``ended``: the line before closed its last cell.

    Extractors that drop empty cells put the bars left over at the line's end, without blanks between them; an empty cell that
    they kept stands between bars with a blank. A lone blank before the last bar may be either.
    """
    cells = text.split(bar)
    words, offsets = [*map(str.strip, cells)], [0, *accumulate(len(cell) + 1 for cell in cells)]
    start, end = 0, len(cells)
    if bar == "|" and (style.opened or style.closed) and not words[0] and _has_cells(text, any(words), style, ended):
        start = 1
        if ended and not (style.ruled and style.opened):
            yield Fragment(Kind.SOFT if style.opened else Kind.BLANK, "", index, 0, True, True)
    if style.closed and start < end and not words[-1]:
        end -= 1
    last = next((number for number in range(end - 1, start - 1, -1) if words[number]), -1) if any(words) else -1
    for number in range(start, end):
        word, offset, first = words[number], offsets[number], number == start
        if word:
            yield Fragment(Kind.TEXT, word, index, offset + cells[number].index(word[0]), first, True, style.ruled)
        else:
            following = cells[number + 1] if number + 1 < end else None
            yield Fragment(_empty(cells[number], following, number < last, style), "", index, offset, first, True, style.ruled)


def _between(text: str, index: int) -> Iterator[Fragment]:
    """Yield what stands between the bars of a line."""
    first = True
    for cell in _CELL.finditer(text):
        yield Fragment(Kind.TEXT, cell.group().strip(), index, cell.start(), first, True)
        first = False


def _has_cells(text: str, words: bool, style: _Style, ended: bool) -> bool:
    """Return whether the bar that opens a line ends no cell of its own line: something follows, or padding set off by a blank."""
    return style.ruled or words or (ended and not style.opened and text.strip().startswith("| "))


def _empty(cell: str, following: str | None, inside: bool, style: _Style) -> Kind:
    """Return what a cell without text is: ``inside`` where text follows on the line, ``following`` the next cell, None for the last one."""
    if inside or style.ruled or not style.closed or (cell and any(wide in cell for wide in WIDE_BLANKS)):
        return Kind.BLANK
    if not cell or following == "":
        return Kind.PAD
    return Kind.SOFT if following is None else Kind.BLANK


def _words(text: str, index: int) -> Iterator[Fragment]:
    first = True
    for word in _WORD.finditer(text):
        yield Fragment(Kind.TEXT, word.group(), index, word.start(), first)
        first = False
