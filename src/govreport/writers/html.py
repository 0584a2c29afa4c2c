"""A report as one web page, drawn by ``stylesheets/report.xsl``: it needs no script and no other file, and carries the report it shows."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml import etree

from govreport.model import Report
from govreport.standard import Standard
from govreport.stylesheet import stylesheet
from govreport.writers import xml

STYLESHEET = "report.xsl"
_MARK = "report"
_PLACE = f'id="govreport">{_MARK}</script>'.encode()
_RISKY = re.compile(rb"<(?:[!?]|/?script)", re.I)
"""What canonical XML has none of, and what could end the element that carries it: then the stylesheet writes it, which is slower."""


def write(report: Report, standard: Standard) -> bytes:
    """Return the page of a report; raises ``UnwritableError``."""
    return page(xml.write(report, standard), standard)


def page(data: bytes, standard: Standard, lang: str = "zh", downloads: Sequence[str] = ()) -> bytes:
    """Return the page of a report that is XML, or of one with its findings (``validation.render.document``).

    ``lang`` (zh, en) is that of the fixed words; ``downloads`` are names of files beside the page.
    """
    body = data.strip().removeprefix(b'<?xml version="1.0" encoding="UTF-8"?>').lstrip()
    if not body.startswith(b"<report ") or _RISKY.search(body):
        return bytes(drawn(data, standard, lang, downloads, ""))
    return bytes(drawn(data, standard, lang, downloads)).replace(_PLACE, _PLACE.replace(_MARK.encode() + b"<", body + b"<"), 1)


def drawn(data: bytes, standard: Standard, lang: str = "zh", downloads: Sequence[str] = (), source: str = _MARK) -> etree._XSLTResultTree:
    """Return the page of a report that is XML, as a tree, which carries the report itself only if ``source`` is empty."""
    document = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    string = etree.XSLT.strparam
    names = "".join(f"{name}|" for name in downloads)
    return stylesheet(STYLESHEET, standard.root)(document, lang=string(lang), source=string(source), downloads=string(names))
