"""A report as one web page, drawn by ``stylesheets/report.xsl``: it needs no script and no other file, and carries the report it shows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

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


def page(
    data: bytes, standard: Standard, lang: str = "zh", downloads: Sequence[str] = (), trail: Sequence[tuple[str, str]] = (), remarks: Sequence[str] = ()
) -> bytes:
    """Return the page of a report that is XML, or of one with its findings (``validation.render.document``).

    ``lang`` (zh, en) is that of the fixed words; ``downloads`` are names of files beside the page, ``trail`` addresses and names of the
    pages around it, ``remarks`` lines about the report that are none of it.
    """
    parameters = {
        "lang": lang,
        "downloads": "".join(f"{name}|" for name in downloads),
        "trail": _listed(each for way in trail for each in way),
        "remarks": _listed(remarks),
    }
    body = data.strip().removeprefix(b'<?xml version="1.0" encoding="UTF-8"?>').lstrip()
    if not body.startswith(b"<report ") or _RISKY.search(body):
        return bytes(drawn(data, standard, source="", **parameters))
    return bytes(drawn(data, standard, **parameters)).replace(_PLACE, _PLACE.replace(_MARK.encode() + b"<", body + b"<"), 1)


def drawn(data: bytes, standard: Standard, source: str = _MARK, **parameters: str) -> etree._XSLTResultTree:
    """Return the page of a report that is XML, as a tree, which carries the report itself only if ``source`` is empty."""
    document = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    given = {name: etree.XSLT.strparam(value) for name, value in {**parameters, "source": source}.items()}
    return stylesheet(STYLESHEET, standard.root)(document, profile_run=False, **given)


def _listed(texts: Iterable[str]) -> str:
    """Return texts as a parameter of the stylesheet: each on a line of its own."""
    return "".join(" ".join(text.split()) + "\n" for text in texts)
