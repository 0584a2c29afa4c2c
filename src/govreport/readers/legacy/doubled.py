"""Cells that two tabs or two bars part each time, as copies have them in which every cell takes up two columns: parted by one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from govreport.readers.legacy.lines import Line

FEW, CELLS = 3, 3
"""So many lines at least have so many cells with two marks between them."""
_RUNS = {"\t": re.compile(r"\t[\t ]*"), "|": re.compile(r"\|(?: *\|)*")}


def undoubled(lines: Sequence[Line]) -> list[Line]:
    """Return the lines with one mark where two part two cells, if nowhere in the text a single one does; an empty cell then has none as well."""
    found = list(lines)
    for mark, runs in _RUNS.items():
        marked = [number for number, line in enumerate(found) if mark in line.text]
        counts = [[run.group().count(mark) for run in runs.finditer(found[number].text)] for number in marked]
        if sum(row.count(2) >= CELLS - 1 for row in counts) >= FEW and all(count % 2 == 0 for row in counts for count in row):
            for number in marked:
                found[number] = _halved(found[number], mark)
    return found


def _halved(line: Line, mark: str) -> Line:
    places = [place for place, character in enumerate(line.text) if character == mark]
    return line.without((place, place + 1) for place in places[1::2])
