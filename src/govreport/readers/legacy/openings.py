"""Where a row begins whose label was lost: a line of cells behind a row that has all of its own."""

from __future__ import annotations

from collections.abc import Sequence

from govreport.readers.legacy.instances import Run
from govreport.readers.legacy.shapes import Filling
from govreport.readers.legacy.tokens import Token, What


def unlabelled(tokens: Sequence[Token], place: int, run: Run | None, filling: Filling) -> bool:
    """Return whether a line of several cells begins at a place, behind a row that is full: a row whose label was lost."""
    token = tokens[place]
    if run is not None and token.cell is None and any(each.cell is not None for each in (run.label, *run.slots[:1]) if each):
        return token.what is What.VALUE
    if token.cell is not None and run is not None and run.label is not None:
        return token.first and token.line != run.label.last_line and not _before_label(tokens, place)
    if not token.first or run is None or run.label is None or not filling.full(run) or place + 1 >= len(tokens):
        return False
    following = tokens[place + 1]
    return following.line == token.line and following.what in (What.VALUE, What.BLANK)


def _before_label(tokens: Sequence[Token], place: int) -> bool:
    """Return whether only empty cells, such as a merged cell leaves below itself, stand between a place and a label or the end of its line."""
    line = tokens[place].line
    while place < len(tokens) and tokens[place].line == line and tokens[place].what is What.BLANK:
        place += 1
    following = tokens[place] if place < len(tokens) else None
    return following is None or following.line != line or following.what is What.LABEL
