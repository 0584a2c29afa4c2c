"""The report that a version holds, read with the standard at hand."""

from __future__ import annotations

from govreport import readers
from govreport.archive.bundle import Bundle
from govreport.archive.failures import BrokenError
from govreport.archive.states import Version
from govreport.model import Report
from govreport.standard import Standard

_UNKNOWN = "XSD-TABLE"
"""What is said of a table that no edition has: in our own XML it was one when the report was deposited."""


def report(version: Version, kept: Bundle, standard: Standard) -> Report | None:
    """Return the report of a version, None where it has none; raises ``BrokenError`` where the standard at hand lacks an edition of its tables."""
    if kept.xml is None:
        return None
    found = readers.read(kept.xml, f"{version.id}.xml", standard, "xml")
    if any(each.code == _UNKNOWN for each in found.diagnostics):
        raise BrokenError("edition", id=version.id, version=version.version)
    return found.report
