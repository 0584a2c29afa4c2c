"""The content of a version in any format, and its findings."""

from __future__ import annotations

from typing import Any

from govreport import readers, writers
from govreport.archive import UnknownError
from govreport.archive.states import Version
from govreport.formats import FORMATS
from govreport.web.service import Service

CONTENTS: dict[str, Any] = {FORMATS[name].media_type: {} for name in ("json", "xml", "text", "csv", "html", "pdf")}
FINDINGS: dict[str, Any] = {"application/json": {}}


def content(service: Service, version: Version, format: str) -> bytes:
    """Return the report of a version in a format; raises ``UnknownError`` where nothing could be read, or the content is gone."""
    xml = service.archive.content(version).xml
    if xml is None:
        raise UnknownError("no-xml", id=version.id)
    if format == "xml":
        return xml
    standard = service.archive.standard
    report = readers.read(xml, f"{version.id}.xml", standard, "xml").report
    if report is None:
        raise UnknownError("no-xml", id=version.id)
    return writers.write(report, format, standard)
