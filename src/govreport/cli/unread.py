"""What is said of a document that could not be read at all, in the shape of a reading."""

from __future__ import annotations

from lxml import etree

from govreport.cli.texts import Texts
from govreport.diagnostics import Diagnostic, Location
from govreport.readers import Limits
from govreport.reading import Reading
from govreport.sources import Unreadable

ENGINE = (ArithmeticError, AttributeError, LookupError, MemoryError, RecursionError, TypeError, ValueError, etree.LxmlError)
"""What a fault of the program could raise on a document: that document is then undetermined, and the others go on."""


def broken_off(source: str, stage: str, error: BaseException) -> Reading:
    """Return the reading of a document on which the program broke off: no report, and the diagnostic that asks to report it."""
    reason = f"{type(error).__name__}: {error}"
    return Reading(None, (Diagnostic("SYS-STAGE", Location(source), {"stage": stage, "reason": reason}),))


def unread(found: Unreadable, limits: Limits, say: Texts) -> Reading:
    """Return the reading of a document that could not be read: no report, and the diagnostic that says why."""
    if found.reason == "limit":
        params: dict[str, str | int] = {"limit": "size", "maximum": limits.size, "found": limits.size + 1}
        return Reading(None, (Diagnostic("SYS-LIMIT", Location(found.source), params),))
    reason = say(f"reason.{found.reason}", detail=found.detail)
    return Reading(None, (Diagnostic("SYS-INPUT", Location(found.source), {"reason": reason}),))
