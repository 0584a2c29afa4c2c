"""A report as an official document in PDF: laid out as GB/T 9704 has it, PDF/A-3a and PDF/UA-1, with the report's XML inside.

The same report gives the same bytes with the same fonts; its dates are the report's.
"""

from __future__ import annotations

from govreport.model import Report
from govreport.standard import Standard
from govreport.writers import UnwritableError

EXTRA = "pdf"
LIBRARY = "reportlab"
RED_HEAD = "GOVREPORT_RED_HEAD"
"""``true`` in this variable of the environment asks for a red head, for the processes of a batch too."""


def write(report: Report, standard: Standard) -> bytes:
    """Return a report as PDF; raises ``UnwritableError``, also for a character that no font has and where the library is missing."""
    try:
        import reportlab  # noqa: F401
    except ImportError as error:
        raise UnwritableError(f"PDF needs {LIBRARY}: pip install govreport[{EXTRA}]") from error
    from govreport.writers.pdf.report import write_report

    return write_report(report, standard)
