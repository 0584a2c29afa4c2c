"""What puts the figures of a copy of a table, or of one of its rows, in doubt: others may be among them, or they another's."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise

from govreport.readers.legacy.instances import SOLID, Instance
from govreport.readers.legacy.lines import Line
from govreport.readers.legacy.records import Record
from govreport.readers.legacy.tokens import What

MANY = 2
"""So many times as many figures as a row has cells are those of other rows too."""


def is_torn(record: Record, lines: Sequence[Line]) -> bool:
    """Return whether a line break stands inside a cell: no tab parts what stands before it from what stands behind, in a row of cells with tabs."""
    pairs = ((one, other) for one, other in pairwise(record.run.slots) if other.first and other.line != one.line and one.barred)
    return any(one.what in SOLID and other.what in SOLID and "\t" in lines[one.line].text for one, other in pairs)


def among_words(record: Record, spoken: Sequence[int]) -> bool:
    """Return whether words with a figure, which stand on the lines given in order, stand between the numbers of a row without a label."""
    lines = [slot.line for slot in record.run.solid] if record.run.label is None else []
    return bool(lines) and bisect_left(spoken, min(lines)) < bisect_right(spoken, max(lines))


def leads(found: Instance, records: Sequence[Record]) -> bool:
    """Return whether numbers may stand before the labels of their rows: a whole row's before the first label, and none behind the last."""
    first, last = (records[0], records[-1]) if records else (None, None)
    if first is None or last is None or first.run.label is None or not first.run.solid or first.run.solid[0].barred or last.run.solid:
        return False
    ahead = [token for token in found.strays if token.what is What.VALUE and (token.line, token.start) < (first.run.label.line, first.run.label.start)]
    return len(ahead) == len(first.cells)


def displaced(found: Instance, records: Sequence[Record]) -> bool:
    """Return whether figures stand beside the rows of a copy, or far too many behind one, while another row has no cell: whose they are nobody can tell."""
    bare = any(not record.run.slots and record.run.label is not None and record.run.label.cell is None for record in records)
    piled = any(len(record.run.solid) > MANY * len(record.cells) for record in records)
    return bare and (piled or any(token.what is What.VALUE for token in found.strays))
