"""The pieces behind a row label fitted to the row's columns: only where the text itself says which piece stands where."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from enum import Enum
from itertools import takewhile

from govreport.readers.legacy.instances import Run
from govreport.readers.legacy.tokens import Token, What

Fitted = list[Token | None]
"""One entry a column: the piece that stands there, None for an empty cell whose place has no piece of its own."""


_SOLID = (What.VALUE, What.TEXT)


class Anchor(Enum):
    """Where the cells of a table stand among the pieces of a row: right behind the label, or up to the line's end."""

    START = "start"
    END = "end"
    UNKNOWN = "unknown"


def pieces(run: Run, keeps: bool = True) -> list[Token]:
    """Return the pieces of a run that may be cells: none behind padding, doubtful ones only where the table ``keeps`` empty cells."""
    found: list[Token] = []
    for slot in run.slots:
        if slot.what is What.PAD:
            if found:
                break
            continue
        if keeps or slot.what is not What.SOFT:
            found.append(slot)
    return found


def keeps_empty(runs: Sequence[Run]) -> bool:
    """Return whether a table shows that its empty cells were kept: somewhere one stands before a value of its row; words may begin another."""
    for run in runs:
        row = list(takewhile(lambda slot: slot.what is not What.TEXT, run.slots))
        solid = [number for number, slot in enumerate(row) if slot.what is What.VALUE]
        if solid and any(slot.what in (What.BLANK, What.SOFT) for slot in row[: solid[-1]]):
            return True
    return False


def anchor(runs: Sequence[tuple[Run, int]]) -> Anchor:
    """Return where cells stand, learnt from the full rows of a table that have more pieces than cells; ``runs`` come with their number of columns."""
    votes: Counter[Anchor] = Counter()
    for run, width in runs:
        found = pieces(run)
        if any(slot.what is What.PAD for slot in run.slots):
            votes[Anchor.START] += 1
        elif len(run.solid) == width < len(found):
            solid = [slot in run.solid for slot in found]
            if all(solid[:width]) and not found[0].grid:
                votes[Anchor.START] += 1
            elif all(solid[-width:]):
                votes[Anchor.END] += 1
    if not votes or len(votes) > 1:
        return Anchor.UNKNOWN
    return next(iter(votes))


def fit(run: Run, spans: Sequence[int], where: Anchor, keeps: bool) -> Fitted | None:
    """Return the pieces by column, None where cells were lost or too many stand there.

    ``spans`` holds the printed width of each column. In order of trust: as many values as columns; values and empty cells
    together; those with the doubtful ones; a grid in which merged cells were spread out; a window that only one place allows.
    """
    width, solid, found = len(spans), run.solid, pieces(run, keeps)
    if len(solid) == width:
        # only a grid writes a merged cell into all that it covers; elsewhere the empty piece is the bar behind the last
        return (spread(found, spans) if len(found) == sum(spans) and all(slot.grid for slot in found) else None) or list(solid)
    if len(solid) > width:
        # a grid has a row on a line, and something between its cells
        return spread(found, spans) if all(slot.barred and slot.line == found[0].line for slot in found) else None
    firm = [slot for slot in found if slot.what is not What.SOFT]
    if len(firm) == width:
        return list(firm)
    if len(found) == width:
        return list(found)
    loose = where is Anchor.UNKNOWN and len({slot.line for slot in found}) == len(found) and not any(slot.barred for slot in found)
    if len(found) < width or loose:  # on lines of their own, one that is too many may stand anywhere
        return None
    if where is Anchor.UNKNOWN and sum(spans) == width and all(slot.grid for slot in found):
        where = Anchor.END  # a grid pads no row: what stands before the cells are merged ones of the labels
    window = _window(found, width, where)
    compact = spread(found, spans) or (list(window) if window else None)
    if sum(spans) > width and len(found) > sum(spans) and all(slot.grid for slot in found):
        # a row that is padded: its merged cells may stand once, or once and then empty
        wide = _window(found, sum(spans), where)
        merged = spread(wide, spans) if wide else None
        return compact if not merged or not compact or _filled(merged) == _filled(compact) else None
    return compact


def spread(found: Sequence[Token], spans: Sequence[int]) -> Fitted | None:
    """Return one piece a column from a grid in which a merged cell stands once and then empty or repeated."""
    if len(found) != sum(spans) or len(found) == len(spans) or any(slot.what is What.SOFT for slot in found):
        return None
    fitted: Fitted = []
    at = 0
    for span in spans:
        cells = found[at : at + span]
        filled = [cell for cell in cells if cell.what in _SOLID]
        if len({cell.text for cell in filled}) > 1 or (filled and filled[0] is not cells[0]):
            return None
        fitted.append(cells[0])
        at += span
    return fitted


def _filled(fitted: Fitted) -> list[Token | None]:
    return [token if token is not None and token.what in _SOLID else None for token in fitted]


def _window(found: Sequence[Token], width: int, where: Anchor) -> list[Token] | None:
    starts = [start for start in range(len(found) - width + 1) if _holds_all(found, start, width)]
    if len(starts) > 1 and where is not Anchor.UNKNOWN:
        starts = [start for start in starts if start == (0 if where is Anchor.START else len(found) - width)]
    if len(starts) > 1 and not any(slot.what in _SOLID for slot in found):
        starts = starts[:1]
    return list(found[starts[0] : starts[0] + width]) if len(starts) == 1 else None


def _holds_all(found: Sequence[Token], start: int, width: int) -> bool:
    outside = (*found[:start], *found[start + width :])
    return not any(slot.what in _SOLID for slot in outside)
