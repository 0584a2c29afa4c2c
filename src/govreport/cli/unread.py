"""What is said of a document that could not be read at all, in the shape of a reading."""

from __future__ import annotations

from govreport.cli.texts import Texts
from govreport.diagnostics import Diagnostic, Location
from govreport.readers import Limits
from govreport.reading import Reading
from govreport.sources import Unreadable


def unread(found: Unreadable, limits: Limits, say: Texts) -> Reading:
    """Return the reading of a document that could not be read: no report, and the diagnostic that says why."""
    if found.reason == "limit":
        params: dict[str, str | int] = {"limit": "size", "maximum": limits.size, "found": limits.size + 1}
        return Reading(None, (Diagnostic("SYS-LIMIT", Location(found.source), params),))
    reason = say(f"reason.{found.reason}", detail=found.detail)
    return Reading(None, (Diagnostic("SYS-INPUT", Location(found.source), {"reason": reason}),))
