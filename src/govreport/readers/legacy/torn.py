"""Words between the cells of a table that are no label of their own: which row's label they go on, and whether they are a cell."""

from __future__ import annotations

import re

from govreport.readers.legacy.instances import Instance, Run
from govreport.readers.legacy.labels import normal
from govreport.readers.legacy.shapes import Filling
from govreport.readers.legacy.tokens import Token, What

TORN, SOME = 3, 4
"""So many rows above may wait for the rest of their labels, of which so many characters tell that it is theirs."""
_NUMBER = re.compile(r"([0-9][0-9,.]*) +(?=\S)")


def continued(current: Instance, run: Run | None, token: Token) -> Run | None:
    """Return the row whose label words go on: the one being read, or one above it that waits for its cells, a label between the lines of its own.

    The last words of another torn label leave the row that is being read as it is; signs without words are a label's only before its cells.
    A cell between bars goes on no label that is whole.
    """
    words = normal(token.text)
    if run is None or (not words and (token.barred or run.slots)):
        return None
    waiting = [other for other in reversed(current.runs[-TORN:]) if other is not run and not other.slots] if not run.slots else []
    behind = [run, *(waiting if len(words) >= SOME else ())]
    found = next((each for each in behind if words in _label(each) and not (token.barred and _is_whole(each))), None)
    ends = any(other.label is not None and words and normal(other.label.text) + words == _label(other) for other in waiting)
    return found or (run if ends else None)


def _is_whole(run: Run) -> bool:
    return run.label is not None and normal(run.label.words or run.label.text) == _label(run)


def speaks(current: Instance, run: Run | None, token: Token, filling: Filling) -> bool:
    """Return whether words stand where a row's cells do: with a digit right behind its label, or behind numbers that are fewer than its columns."""
    if run is None or run.label is None or token.barred or token.cell is not None:
        return False
    if not run.slots:
        return token.line == run.label.last_line and any(map(str.isdigit, token.text))
    return token.line == run.slots[-1].line and not filling.full(run) and not current.runs_on(token.line)


def give_back(run: Run, label: Token) -> None:
    """Take from a row the empty pieces on the line of the next label, which may be its own where that line has both labels.

    So may a number that stands before the words of the next label. A last piece goes where it stands, as no other of the row does, on the
    line of the next label: it may count that row.
    """
    while run.slots and run.slots[-1].line == label.line and run.slots[-1].what in (What.BLANK, What.SOFT):
        run.slots.pop()
        run.cut = run.cut or _on_line(run, label)
    run.cut = run.cut or (label.grid and _on_line(run, label))
    number = _NUMBER.match(label.text)
    run.cut = run.cut or (number is not None and label.match is not None and not normal(label.match.label).startswith(normal(number[1])))
    if len(run.slots) < 2 or run.label is None or run.label.last_line == label.line:
        return
    before, last = run.slots[-2:]
    if last.line == label.line != before.line and last.first and last.cell is None and not last.barred:
        run.slots.pop()
        run.cut = True


def _on_line(run: Run, label: Token) -> bool:
    """Return whether a row's label stands on the line of the next one, which is another: merged ones may be written several times."""
    own = run.label.match if run.label is not None else None
    return run.label is not None and run.label.last_line == label.line and not (own and label.match and own.label == label.match.label)


def _label(run: Run) -> str:
    """Return the words of a row's label as the form prints it, nothing where it has none of the form."""
    return normal(run.label.match.label) if run.label is not None and run.label.match is not None else ""
