"""Rows of tables between bars that a program has wrapped at the width of a page: put together where they then have as many bars as others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from govreport.readers.legacy.lines import Line, joined

FEW, WIDEST = 3, 64
"""So many rows at least have the same number of bars, and so many bars at most."""


def unwrapped(lines: Sequence[Line]) -> list[Line]:
    """Return the lines with those of a row as one, wherever rows begin and end with a bar and some lines do not."""
    found: list[Line] = []
    for barred, group in groupby(lines, key=lambda line: "|" in line.text or line.text.strip(" ") == "--"):
        block = list(group)
        torn = barred and any(not line.text.startswith("|") for line in block) and 2 * sum(line.text.startswith("|") for line in block) > len(block)
        found += _rows(block) if torn else block
    return found


def _rows(block: Sequence[Line]) -> Iterator[Line]:
    starts = [number for number, line in enumerate(block) if line.text.startswith("|") and (not number or block[number - 1].text.rstrip().endswith("|"))]
    counts = Counter(sum(line.text.count("|") for line in block[start:end]) for start, end in zip([0, *starts[1:]], [*starts[1:], len(block)], strict=True))
    bars, rows = counts.most_common(1)[0]
    if rows < FEW or bars > WIDEST:
        yield from block
        return
    at = 0
    while at < len(block):
        end, count = at + 1, block[at].text.count("|")
        while end < len(block) and count < bars:
            count += block[end].text.count("|")
            end += 1
        whole = count == bars and block[at].text.startswith("|") and block[end - 1].text.rstrip().endswith("|")
        yield joined(block[at:end]) if whole else block[at]
        at = end if whole else at + 1
