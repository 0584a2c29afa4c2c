"""Reports as answers: a page of its own that can do nothing, or a file to keep."""

from __future__ import annotations

from starlette.responses import Response

from govreport import conversion
from govreport.conversion import ProofError
from govreport.model import Report
from govreport.standard import Standard
from govreport.web.problems import Problem
from govreport.web.protection import DOCUMENT_POLICY
from govreport.writers import UnwritableError, html, xml

MEDIA_TYPES = {"xml": "application/xml", "json": "application/json", "csv": "text/csv", "text": "text/plain", "html": "text/html", "pdf": "application/pdf"}
"""The formats in which a report can be had, by the name of each."""


def document(report: Report, format: str, name: str, standard: Standard, lang: str, shown: bool = False) -> Response:
    """Return a report in a format, to be shown or (by default) kept under a name; raises ``Problem`` where it cannot be had so."""
    media = MEDIA_TYPES.get(format)
    if media is None:
        raise Problem(404, "http-404")
    try:
        data = html.page(xml.write(report, standard), standard, lang) if shown else conversion.proved(report, format, standard)
    except (UnwritableError, ProofError) as error:
        raise Problem(422, "unwritable", detail=str(error)) from error
    headers = {"Content-Security-Policy": DOCUMENT_POLICY, "Cache-Control": "no-store"}
    if not shown:
        suffix = "txt" if format == "text" else format
        headers["Content-Disposition"] = f'attachment; filename="{name}.{suffix}"'
    return Response(data, media_type=media, headers=headers)
