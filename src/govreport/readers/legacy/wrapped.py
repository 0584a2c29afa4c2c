"""Rows of tables between bars that a program has wrapped at the width of a page: put together where they then have as many bars as others."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from govreport.readers.legacy.labels import LabelIndex, normal
from govreport.readers.legacy.lines import Line, joined

FEW, WIDEST = 3, 64
"""So many rows at least have the same number of bars, and so many bars at most."""
GROUPS = 2
"""A row has the labels of so many groups before its own at most."""
PIECES, LONGEST = 8, 60
"""A row is broken over so many lines at most; so many characters at most has one of them that has no bar."""
_FIGURE = re.compile(r"\s*[+-]?[0-9][0-9,.]*\s*")
_GOES_ON = re.compile(r"\s*(?:\||[+-]?[0-9][0-9,.]*\s*(?:\||$))")
"""How a line begins that begins no row: with a bar or a figure."""


def unwrapped(lines: Sequence[Line], index: LabelIndex) -> list[Line]:
    """Return the lines with those of a row as one, wherever rows have bars and some are broken over several lines."""
    found: list[Line] = []
    for barred, block in _blocks(lines, True):
        rows = _grid(block, index) if barred and not _closed(block) else None
        if rows is not None:
            found += rows
            continue
        for part, rest in _blocks(block, False) if barred else ((False, block),):
            torn = part and any(not (line.text.startswith("|") and line.text.rstrip().endswith("|")) for line in rest)
            found += rest if not torn else _rows(rest) if _closed(rest) else _labelled(rest)
    return found


def _closed(block: Sequence[Line]) -> bool:
    """Return whether most rows begin with a bar, and so end with one."""
    return 2 * sum(line.text.startswith("|") for line in block) > len(block)


def _blocks(lines: Sequence[Line], broken: bool) -> Iterator[tuple[bool, list[Line]]]:
    """Yield the lines that stand below each other with bars, or are figures or the end of a rule behind such, and all others.

    ``broken``: words between two such lines are of a row if there are not as many bars above as the rows of a grid have.
    """
    block: list[Line] = []
    last = False
    total = widest = 0
    for number, line in enumerate(lines):
        bars = _bars(line)
        barred = bars > 0
        if last and not barred:
            follows = number + 1 < len(lines) and _bars(lines[number + 1]) > 0
            words = broken and follows and 0 < len(line) <= LONGEST and total % widest > 0
            barred = words or line.text.strip(" ") == "--" or _FIGURE.fullmatch(line.text) is not None
        if block and barred != last:
            yield last, block
            block, total, widest = [], 0, 0
        block.append(line)
        total, widest = total + bars, max(widest, bars)
        last = barred
    if block:
        yield last, block


def _rows(block: Sequence[Line]) -> Iterator[Line]:
    """Yield the rows of a table in which each begins and ends with a bar."""
    starts = [number for number, line in enumerate(block) if line.text.startswith("|") and (not number or block[number - 1].text.rstrip().endswith("|"))]
    counts = Counter(sum(map(_bars, block[start:end])) for start, end in pairwise([0, *starts[1:], len(block)]))
    bars, rows = counts.most_common(1)[0]
    if rows < FEW or bars > WIDEST:
        yield from block
        return
    at = 0
    while at < len(block):
        end, count = at + 1, _bars(block[at])
        while end < min(at + PIECES, len(block)) and count < bars:
            count += _bars(block[end])
            end += 1
        whole = count == bars and block[at].text.startswith("|") and block[end - 1].text.rstrip().endswith("|")
        yield _whole(block[at:end]) if whole else block[at]
        at = end if whole else at + 1


def _grid(block: Sequence[Line], index: LabelIndex) -> list[Line] | None:
    """Return the rows of a table in which all have the same number of bars, none around them; None where the lines make no such rows."""
    bars = max(map(_bars, block))
    if not 1 < bars <= WIDEST or sum(_bars(line) == bars for line in block) < FEW:
        return None
    rows: list[list[Line]] = []
    left = 0
    for line in block:
        if left == 0 and not (rows and _bars(line) == 0 and rows[-1][-1].text.rstrip().endswith("|")):
            rows.append([])
            left = bars
        rows[-1].append(line)
        left -= _bars(line)
        if left < 0:
            return None
    seams = (pair for row in rows for pair in pairwise(row))
    return None if left or any(_parts_labels(*seam, index) for seam in seams) else [_whole(row) for row in rows]


def _parts_labels(above: Line, below: Line, index: LabelIndex) -> bool:
    """Return whether a whole label ends a line and another begins the next: they are heads of two rows, no cell that was broken."""
    ends = normal(above.text.rsplit("|", 1)[-1]), normal(below.text.split("|", 1)[0])
    return all(map(index.exact, ends)) and index.exact("".join(ends)) is None


def _labelled(block: Sequence[Line]) -> Iterator[Line]:
    """Yield the rows of a table in which each begins with words, as far as those that lines without words first go on then have the bars of others."""
    usual, rows = Counter(map(_bars, block)).most_common(1)[0]
    if rows < FEW:
        yield from block
        return
    at = 0
    while at < len(block):
        end, count = at + 1, _bars(block[at])
        while end < min(at + PIECES, len(block)) and _GOES_ON.match(block[end].text):
            count += _bars(block[end])
            end += 1
        opens = not _GOES_ON.match(block[at].text) and (_bars(block[at]) < usual or not _bars(block[end - 1]))
        whole = opens and usual <= count <= usual + GROUPS
        yield _whole(block[at:end]) if whole else block[at]
        at = end if whole else at + 1


def _whole(parts: Sequence[Line]) -> Line:
    """Return the parts of a row as one line, with the blank beside a bar at which it was broken."""
    text, *rest = parts
    for part in rest:
        text = joined([text, part], " " if text.text.endswith("|") or part.text.startswith("|") else "")
    return text


def _bars(line: Line) -> int:
    return line.text.count("|")
