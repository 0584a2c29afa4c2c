"""Web pages as reports: one that carries its data gives it back, any other is read as a person reads it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govreport.readers.guard import DEFAULT, Limits
from govreport.reading import Reading
from govreport.standard import Standard

if TYPE_CHECKING:
    from govreport.readers.legacy.decode import Decoded


def read(data: bytes, name: str, standard: Standard, limits: Limits = DEFAULT) -> Reading:
    """Return the report that a page, or a part of one, holds; none with DOC-KIND or SYS-LIMIT; never raises on content."""
    from govreport.readers.legacy.decode import decode

    return read_text(decode(data), data, name, standard, limits)


def read_text(decoded: Decoded, data: bytes, name: str, standard: Standard, limits: Limits = DEFAULT, *, breaks: bool = False) -> Reading:
    """Return the report that a decoded page holds; ``data`` are the bytes of the source, whose digest the provenance names.

    ``breaks``: a line break outside of its tables is one, as in a text in which only the tables are marked up.
    """
    from govreport.readers.html.bounds import beyond
    from govreport.readers.html.embedded import embedded
    from govreport.readers.html.reader import read_page

    too_much = beyond(decoded.text, name, limits)
    if too_much:
        return Reading(None, too_much)
    return embedded(decoded.text, name, standard, limits) or read_page(decoded, data, name, standard, limits, breaks)
