"""What reading a document gives: the report as far as it could be read, what was noticed, and where every cell was found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from govreport.diagnostics import CellRef, Diagnostic
from govreport.model import Report, Value

HOW = ("direct", "unit", "sign", "note", "inferred", "lost", "ambiguous")
"""How a cell was read: as it stands; a unit, a sign or a note taken off; concluded from the relations; lost in copying; not sure."""

UNREAD = ("SYS-", "TEXT-SCANNED", "TEXT-MOJIBAKE")
"""How the codes begin that say why a document could not be read, whatever it may be."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a cell was read: line and column from 1, page and box (points) for page formats, and the raw text there."""

    cell: CellRef
    value: Value | None
    how: str
    line: int | None = None
    column: int | None = None
    raw: str | None = None
    reason: str | None = None
    page: int | None = None
    box: tuple[float, float, float, float] | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """A reader's result. ``report`` is None where the source is no such report; the diagnostics then say why."""

    report: Report | None
    diagnostics: tuple[Diagnostic, ...] = ()
    evidence: Sequence[Evidence] = ()

    @property
    def unread(self) -> bool:
        """Whether there is no report because the document could not be read, and not because it is none."""
        return self.report is None and any(each.code.startswith(UNREAD) for each in self.diagnostics)

    @property
    def places(self) -> dict[CellRef, tuple[int | None, int | None]]:
        """The line and column of every cell that has evidence."""
        return {evidence.cell: (evidence.line, evidence.column) for evidence in self.evidence}
