"""What can be wrong with an archive."""

from __future__ import annotations

from dataclasses import dataclass

from govreport.archive.store import is_journal_key
from govreport.diagnostics import Diagnostic, Location

UNFINISHED = "sealing"
"""The reason of an object that is extra because the sealing that made it was cut short."""

FOLDER = "folder"
"""The reason of a catalogue that names another place of the archive, as that of one that was moved or copied does: it leads from its URL there."""


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a key of the store, an entry of the log or a row of the catalogue; ``mended`` and ``repairable`` speak of a replica.

    ``detail`` is in no language: what stands in the catalogue, and what would have to, or what the system said.
    """

    code: str
    key: str = ""
    subject: str = ""
    sequence: int = 0
    reason: str = ""
    repairable: bool = False
    mended: bool = False
    detail: str = ""

    @property
    def harmless(self) -> bool:
        """Whether nothing that a receipt speaks of is touched."""
        left = is_journal_key(self.key) or self.reason in (UNFINISHED, FOLDER)
        return self.mended or self.code == "ARC-HALF" or (self.code in ("ARC-EXTRA", "ARC-CONTENTS") and left)

    def diagnostic(self) -> Diagnostic:
        """Return the problem as a diagnostic."""
        subject = f" ({self.subject})" if self.subject else ""
        params: dict[str, str | int] = {"key": self.key, "subject": subject, "sequence": self.sequence, "reason": self.reason, "name": self.subject}
        params["detail"] = f" ({self.detail})" if self.detail else ""
        return Diagnostic(self.code, Location(self.key or self.subject or None), params)
