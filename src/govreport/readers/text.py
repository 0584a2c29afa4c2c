"""Text as a report: the canonical pipe text if its front matter says so, else a legacy text; its tables may be marked up as those of a page."""

from __future__ import annotations

import re

from govreport.readers.encoding import peek
from govreport.readers.guard import DEFAULT, Limits
from govreport.reading import Reading
from govreport.standard import Standard

FRONT_WITHIN = 64
"""The rule that opens a front matter stands at the very beginning; white space and a byte order mark may come before it."""

_TABLE, _CELL = re.compile(rb"<table[\s>]", re.IGNORECASE), re.compile(rb"<t[dh][\s>]", re.IGNORECASE)
"""What tables are marked up with in the text that a program for scanned pages writes."""


def read(data: bytes, name: str, standard: Standard, limits: Limits = DEFAULT) -> Reading:
    """Return the reading of a text of either kind; each reader is loaded only for its own kind."""
    if "---" in peek(data)[:FRONT_WITHIN]:
        from govreport.pipetext import FRONT
        from govreport.readers import pipes

        if FRONT.match(peek(data)):
            return pipes.read(data, name, standard, limits)
    from govreport.readers.legacy import reader

    if _TABLE.search(data) and _CELL.search(data):
        from govreport.readers import html
        from govreport.readers.legacy.decode import decode

        reading = html.read_text(decode(data), data, name, standard, limits, breaks=True)
        if reading.report is not None:
            return reading
    return reader.read(data, name, standard, limits)
