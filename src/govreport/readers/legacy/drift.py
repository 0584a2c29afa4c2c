"""Figures that stand a line below the label of their row, as pages set labels that take several lines: given back, or left in doubt."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import takewhile

from govreport.readers.legacy.instances import Instance, Run
from govreport.readers.legacy.labels import normal
from govreport.readers.legacy.tokens import What

NEAR, SOME = 9, 4
"""A row without cells so many rows away is one whose figures moved; of so many characters at most is the end of a label that was torn."""


def settled(found: Instance) -> Instance:
    """Return a copy whose rows above the end of a torn label have their figures back, where each stood a line below its own.

    So it is where a row without cells comes first, each of the others has a line of figures beside its label, one more line of them stands
    beside the end of the label that groups them, and the row behind has its own again: as many lines as rows.
    """
    found.runs = [run for place, run in enumerate(found.runs) if not _goes_up(found.runs, place)]
    return found


def _goes_up(runs: Sequence[Run], place: int) -> bool:
    """Give the figures beside the end of a torn label to the row above, whose own go to the one above it; return whether it was so."""
    behind = next((run for run in runs[place + 1 : place + NEAR] if run.slots or _is_row(run)), None)
    if not _is_end(runs[place], runs[max(place - NEAR, 0) : place]) or (behind is not None and not _beside(behind)):
        return False
    rows = [*_above(runs, place)]
    if not rows or rows[-1].slots or not all(map(_beside, rows[:-1])) or len({slot.line for slot in runs[place].slots}) > 1:
        return False
    for row, below in zip(reversed(rows), (*reversed(rows[:-1]), runs[place]), strict=True):
        row.slots, row.cut = below.slots, False
    return True


def drifting(found: Instance) -> frozenset[int]:
    """Return the rows, by ``id``, that stand between a row without cells and figures nearby that no row has: each may have another's."""
    doubtful = {id(run) for run in _led(found)}
    for runs in (found.runs, found.runs[::-1]):
        for place, run in enumerate(runs):
            if not _is_nobodys(run) and not _goes_on(run):
                continue
            rows = [*_above(runs, place)]
            if rows and not rows[-1].slots:
                doubtful.update(map(id, rows[:-1]))
    return frozenset(doubtful)


def _led(found: Instance) -> Iterator[Run]:
    """Yield the rows from one right above which figures of no row stand up to one without cells."""
    loose = [(token.line, token.start) for token in found.strays if token.what is What.VALUE and not token.barred and token.cell is None]
    labels = sorted((label.line, label.start) for label in found.labels) if loose else []
    for place, run in enumerate(found.runs) if loose else ():
        if run.label is None or not _is_row(run) or run.label.cell is not None:
            continue
        at = bisect_left(labels, (run.label.line, run.label.start))
        since = labels[at - 1] if at else (-1, -1)
        if bisect_left(loose, since) == bisect_left(loose, (run.label.line, run.label.start)):
            continue
        rows = [row for row in takewhile(lambda row: _is_row(row) or (row.uses and not row.slots), found.runs[place : place + NEAR]) if _is_row(row)]
        bare = next((number for number, row in enumerate(rows) if not row.slots), 0)
        yield from rows[:bare]


def _above(runs: Sequence[Run], place: int) -> Iterator[Run]:
    """Yield the rows above a place up to the first without cells, the nearest first; those of figures that no row has end them."""
    for run in runs[max(place - NEAR - 1, 0) : place][::-1]:
        if _is_row(run):
            yield run
        if (_is_row(run) and not run.slots) or _is_nobodys(run):
            return


def _is_row(run: Run) -> bool:
    """Return whether a run is a row with cells in every edition: what is a group of rows in one may have none."""
    return bool(run.uses) and all(use.kind == "row" for use in run.uses)


def _is_nobodys(run: Run) -> bool:
    """Return whether figures of several columns stand beside no label, beside the end of one, or beside one that groups rows."""
    figures = [slot for slot in run.solid if slot.what is What.VALUE and not slot.barred and slot.cell is None]
    return len(figures) > 1 and not _is_row(run) and (bool(run.uses) or run.label is None or len(normal(run.label.text)) <= SOME)


def _goes_on(run: Run) -> bool:
    """Return whether a row has figures of several columns on the line of its label, and as many on another: words between were taken for its label's."""
    lines = Counter(slot.line for slot in run.solid if not slot.barred and slot.cell is None)
    own = lines.get(run.label.last_line, 0) if run.label is not None else 0
    return own > 1 and 2 * own == lines.total()


def _is_end(run: Run, above: Sequence[Run]) -> bool:
    """Return whether figures stand beside the last words of a label that groups rows, of which the first stand just above."""
    if run.label is None or run.uses or not _is_nobodys(run):
        return False
    torn = [each.label for each in above if each.uses and not _is_row(each) and each.label is not None and each.label.match is not None]
    return any(normal(label.text) + normal(run.label.text) == normal(label.match.label) for label in torn if label.match)


def _beside(run: Run) -> bool:
    """Return whether a row has its figures, all of them on the line of its label."""
    return _is_row(run) and run.label is not None and bool(run.slots) and {slot.line for slot in run.slots} == {run.label.last_line}
