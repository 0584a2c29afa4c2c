"""Writers: a report as the bytes of a format. Each is deterministic to the byte and drops nothing: what it cannot write it refuses."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from typing import cast

from govreport.formats import FORMATS, UnknownFormatError
from govreport.model import Report
from govreport.standard import Standard

Writer = Callable[[Report, Standard], bytes]


class UnwritableError(ValueError):
    """Raised for a report that the standard cannot hold: a cell, table, unit or edition that no form has, a number too long."""


class UndrawnError(UnwritableError):
    """Raised for a report with a character that no font has: the character, and the part of the report that it stands in."""

    def __init__(self, character: str, place: str) -> None:
        super().__init__(f"no font has U+{ord(character):04X} {character!a} ({place})")
        self.character, self.place = character, place


class LargeError(UnwritableError):
    """Raised for a report that is more than a format is written for: of what, ``pages``, ``characters`` or ``cells``, and how many there may be."""

    def __init__(self, what: str, maximum: int) -> None:
        super().__init__(f"more than {maximum} {what}")
        self.what, self.maximum = what, maximum


def write(report: Report, format: str, standard: Standard) -> bytes:
    """Return a report in a format; raises ``UnknownFormatError``, ``UnwritableError``."""
    return writer(format)(report, standard)


def writer(format: str) -> Writer:
    """Return the writer of a format, loaded when it is first asked for; raises ``UnknownFormatError``."""
    line = FORMATS.get(format)
    if line is None or not line.writes:
        raise UnknownFormatError(format)
    return cast(Writer, importlib.import_module(f"govreport.writers.{line.module}").write)
