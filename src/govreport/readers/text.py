"""Text as a report: the canonical pipe text if its front matter says so, else a legacy text."""

from __future__ import annotations

from govreport.pipetext import FRONT
from govreport.readers.encoding import peek
from govreport.readers.guard import DEFAULT, Limits
from govreport.reading import Reading
from govreport.standard import Standard


def read(data: bytes, name: str, standard: Standard, limits: Limits = DEFAULT) -> Reading:
    """Return the reading of a text of either kind; the reader of legacy text, which needs more, is loaded only for one."""
    if FRONT.match(peek(data)):
        from govreport.readers import pipes

        return pipes.read(data, name, standard, limits)
    from govreport.readers.legacy import reader

    return reader.read(data, name, standard)
