"""The data that a PDF of ours carries: the attached XML of our namespace, held against what its pages show."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from govreport.diagnostics import Diagnostic, Location
from govreport.model import Report
from govreport.numerals import written
from govreport.readers import xml
from govreport.readers.guard import Limits
from govreport.readers.pdf.pages import Page
from govreport.reading import Reading
from govreport.standard import Standard

NAME = "report.xml"
_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?")
QUOTED = 5


def attached(files: Sequence[tuple[str, bytes]], pages: Sequence[Page], name: str, standard: Standard, limits: Limits) -> Reading | None:
    """Return the reading of the attached report, None where none of the files is one; TEXT-ATTACHED where the pages do not show its figures."""
    for file, data in sorted(files, key=lambda each: each[0] != NAME):
        if standard.namespace.encode() not in data[:4096]:
            continue
        reading = xml.read(data, name, standard, limits)
        if reading.report is not None:
            return replace(reading, diagnostics=(*reading.diagnostics, *_contradictions(reading.report, file, pages, name)))
    return None


def _contradictions(report: Report, file: str, pages: Sequence[Page], name: str) -> Iterator[Diagnostic]:
    """Yield a diagnostic if figures of the report stand on none of the pages: one of the two was changed alone."""
    text = "".join(each.text for page in pages for each in (*page.characters,) if not each.text.isspace())
    if not text:
        return
    shown = "".join(text.split())
    missing = [number for number in dict.fromkeys(_numbers(report)) if number not in shown]
    if missing:
        yield Diagnostic("TEXT-ATTACHED", Location(name), {"file": file, "count": len(missing), "quote": " ".join(missing[:QUOTED])})


def _numbers(report: Report) -> Iterator[str]:
    for table in report.tables():
        for value in table.cells.values():
            if isinstance(value, (int, Decimal)):
                yield from _NUMBER.findall(written(value))
