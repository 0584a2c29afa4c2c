"""Labels torn over several lines, with cells or another label between their parts: which row the words that go on belong to."""

from __future__ import annotations

from govreport.readers.legacy.instances import Instance, Run
from govreport.readers.legacy.labels import normal
from govreport.readers.legacy.tokens import Token

TORN, SOME = 3, 4
"""So many rows above may wait for the rest of their labels, of which so many characters tell that it is theirs."""


def continued(current: Instance, run: Run | None, token: Token) -> Run | None:
    """Return the row whose label words go on: the one being read, or one above it that waits for its cells, a label between the lines of its own.

    The last words of another torn label leave the row that is being read as it is.
    """
    words = normal(token.text)
    if run is None:
        return None
    waiting = [other for other in reversed(current.runs[-TORN:]) if other is not run and not other.slots] if not run.slots else []
    behind = [run, *(waiting if len(words) >= SOME else ())]
    found = next((each for each in behind if (label := _label(each)) and words in label), None)
    ends = any(other.label is not None and words and normal(other.label.text) + words == _label(other) for other in waiting)
    return found or (run if ends else None)


def _label(run: Run) -> str:
    """Return the words of a row's label as the form prints it, nothing where it has none of the form."""
    return normal(run.label.match.label) if run.label is not None and run.label.match is not None else ""
