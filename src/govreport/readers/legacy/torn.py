"""Labels torn over several lines, with cells or another label between their parts: which row the words that go on belong to."""

from __future__ import annotations

from govreport.readers.legacy.instances import Instance, Run
from govreport.readers.legacy.labels import normal
from govreport.readers.legacy.tokens import Token

TORN, SOME = 3, 4
"""So many rows above may wait for the rest of their labels, of which so many characters tell that it is theirs."""


def continued(current: Instance, run: Run | None, token: Token) -> Run | None:
    """Return the row whose label words go on: the one being read, or one above it that waits for its cells, a label between the lines of its own."""
    words = normal(token.text)
    behind = [run] if run is not None else []
    if run is not None and not run.slots:
        behind += [other for other in reversed(current.runs[-TORN:]) if other is not run and not other.slots and len(words) >= SOME]
    return next((each for each in behind if each.label is not None and each.label.match is not None and words in normal(each.label.match.label)), None)
