"""Tables of a plain text whose cells stand without anything between them: parted where labels and the number of digits leave no doubt."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from govreport.readers.legacy.labels import LabelIndex, Match, normal
from govreport.readers.legacy.lines import Line, joined

FEW = 3
"""So many rows with several cells, all of them whole, are a table; fewer are words with a number behind them."""
LONGEST = 300
_NUMBER = re.compile(r"(?:0|[1-9][0-9]{0,11})(?:\.[0-9]{1,6})?")
_CLOSING = ("Pe", "Pf", "Zs")


class _Row(NamedTuple):
    """A line that is nothing but labels, one after the other, and digits behind them; ``ends`` are the places behind each label."""

    labels: tuple[Match, ...]
    ends: tuple[int, ...]
    digits: str

    @property
    def kinds(self) -> set[str]:
        """What the labels may stand for."""
        return {use.kind for match in self.labels for use in match.uses}

    @property
    def is_cells(self) -> bool:
        """Whether it is a row with its cells, or has none left: digits, or one label that is of a row and nothing else."""
        return bool(self.digits) or (len(self.labels) == 1 and all(use.kind == "row" for use in self.labels[0].uses))

    @property
    def heads(self) -> int:
        """How many of the labels are heads of columns."""
        return sum(any(use.kind == "column" for use in match.uses) for match in self.labels)


def unparted(lines: Sequence[Line], index: LabelIndex) -> list[Line]:
    """Return the lines with tabs between cells that have nothing between them; all as they are where there are few such rows.

    As many digits as there are heads above are a digit each, where no row anywhere has fewer, so that none has an empty cell; below a
    single head they are one number. Of more digits nobody can tell which belong together: such a row stays as it is.
    """
    cut: dict[int, Line] = {}
    full = heads = 0
    for number, line in enumerate(lines):
        text = line.text.strip()
        row = _row(text, index) if text and len(text) <= LONGEST and "|" not in text and "\t" not in text else None
        if row is None:
            heads = 0 if text else heads
        elif row.is_cells:
            if heads > 1 and len(row.digits) < heads:
                return list(lines)
            full += heads > 1 and len(row.digits) == heads
            places = _places(row, heads)
            if places is not None:
                cut[number] = _cut(line.strip(), places)
        elif "block" in row.kinds:
            heads = 0
        else:
            heads += row.heads
            cut[number] = _cut(line.strip(), row.ends[:-1])
    return [cut.get(number, line) for number, line in enumerate(lines)] if full >= FEW else list(lines)


def _places(row: _Row, heads: int) -> list[int] | None:
    """Return where the cells of a row begin, but for the first, below so many heads; None where that is not for certain."""
    start = row.ends[-1] if row.ends else 0
    if heads == 1 and row.labels and _NUMBER.fullmatch(row.digits):
        return [*row.ends]
    if heads > 1 and len(row.digits) == heads and row.digits.isdigit():
        return [*row.ends, *range(start + 1, start + heads)]
    return None


def _row(text: str, index: LabelIndex) -> _Row | None:
    """Return a text as a row, None where anything in it is no label of the form, or there is a single label and nothing else."""
    words, places = "", list[int]()
    for place, character in enumerate(text):
        folded = normal(character)
        words += folded
        places += [place] * len(folded)
    at, labels, ends = 0, list[Match](), list[int]()
    while at < len(words):
        end = _label_end(words, at, index)
        if end is None:
            break
        match = index.exact(words[at:end])
        assert match is not None
        labels.append(match)
        ends.append(_behind(text, places[end - 1] + 1))
        at = end
    digits = text[ends[-1] :] if ends else text
    if not re.fullmatch(r"[0-9.]*", digits) or not (digits or labels):
        return None
    return _Row(tuple(labels), tuple(ends), digits)


def _label_end(words: str, at: int, index: LabelIndex) -> int | None:
    """Return where the longest label ends that a normal text has at a place, None where it has none."""
    found, end = None, at + 1
    while end <= len(words) and index.is_prefix(words[at:end]):
        if index.exact(words[at:end]) is not None:
            found = end
        end += 1
    return found


def _behind(text: str, place: int) -> int:
    """Return the place behind the brackets and blanks that close a label."""
    while place < len(text) and unicodedata.category(text[place]) in _CLOSING:
        place += 1
    return place


def _cut(line: Line, places: Sequence[int]) -> Line:
    """Return a line with tabs at some places."""
    bounds = [0, *places, len(line)]
    return joined([line.slice(start, end) for start, end in pairwise(bounds)], "\t")
