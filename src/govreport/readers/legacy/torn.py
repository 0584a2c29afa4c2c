"""Words between the cells of a table that are no label of their own: which row's label they go on, and whether they are a cell."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from govreport.readers.legacy.instances import SOLID, Instance, Run
from govreport.readers.legacy.labels import normal
from govreport.readers.legacy.shapes import Filling
from govreport.readers.legacy.tokens import Token, What

TORN, SOME = 3, 4
"""So many rows above may wait for the rest of their labels, of which so many characters tell that it is theirs."""
LONGEST = 64
"""So many pieces of a line are looked at."""
_CELLS = (*SOLID, What.BLANK)


def continued(current: Instance, run: Run | None, token: Token) -> Run | None:
    """Return the row whose label words go on: the one being read, or one above it that waits for its cells, a label between the lines of its own.

    The last words of another torn label leave the row that is being read as it is; signs without words are a label's only before its cells.
    """
    words = normal(token.text)
    if run is None or (not words and (token.barred or run.slots)):
        return None
    waiting = [other for other in reversed(current.runs[-TORN:]) if other is not run and not other.slots] if not run.slots else []
    behind = [run, *(waiting if len(words) >= SOME else ())]
    found = next((each for each in behind if (label := _label(each)) and words in label), None)
    ends = any(other.label is not None and words and normal(other.label.text) + words == _label(other) for other in waiting)
    return found or (run if ends else None)


def speaks(current: Instance, run: Run | None, token: Token, filling: Filling) -> bool:
    """Return whether words stand where a row's cells do: with a digit right behind its label, or behind numbers that are fewer than its columns."""
    if run is None or run.label is None or token.barred or token.cell is not None:
        return False
    if not run.slots:
        return token.line == run.label.last_line and any(map(str.isdigit, token.text))
    return token.line == run.slots[-1].line and not filling.full(run) and not current.runs_on(token.line)


def runs_over(tokens: Sequence[Token], place: int, run: Run) -> bool:
    """Return whether the line of cells that begins at a place may be the rest of the row before it, whose numbers are broken.

    A row whose label was lost has as many cells as the one before it, and all on one line, as that has with its label.
    """
    if tokens[place].cell is not None:
        return False
    line = [token.what for token in takewhile(lambda token: token.line == tokens[place].line, tokens[place : place + LONGEST])]
    lines = {slot.line for slot in run.solid} | ({run.label.last_line} if run.label else set())
    return What.LABEL not in line and (len(lines) > 1 or sum(what in _CELLS for what in line) < len(run.solid))


def _label(run: Run) -> str:
    """Return the words of a row's label as the form prints it, nothing where it has none of the form."""
    return normal(run.label.match.label) if run.label is not None and run.label.match is not None else ""
