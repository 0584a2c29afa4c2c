"""Web pages as reports: one that carries its data gives it back, any other is read as a person reads it."""

from __future__ import annotations

from govreport.readers.guard import DEFAULT, Limits
from govreport.reading import Reading
from govreport.standard import Standard


def read(data: bytes, name: str, standard: Standard, limits: Limits = DEFAULT) -> Reading:
    """Return the report that a page, or a part of one, holds; none with DOC-KIND or SYS-LIMIT; never raises on content."""
    from govreport.readers.html.embedded import embedded
    from govreport.readers.html.reader import read_page
    from govreport.readers.legacy.decode import decode

    decoded = decode(data)
    return embedded(decoded.text, name, standard, limits) or read_page(decoded, data, name, standard, limits)
