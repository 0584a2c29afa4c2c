"""A report as one web page, drawn by ``stylesheets/report.xsl``: it needs no script and no other file, and carries the report it shows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from lxml import etree

from govreport.model import Report
from govreport.standard import Standard
from govreport.stylesheet import stylesheet, textual
from govreport.writers import xml

STYLESHEET = "report.xsl"
_MARK = "report"
_BEFORE = b'id="govreport">'
_PLACE = _BEFORE + f"{_MARK}</script>".encode()
_HEAD = b'<?xml version="1.0" encoding="UTF-8"?>\n'
_RISKY = re.compile(rb"<script", re.I)
"""What could end the element that carries a report; whatever has an end tag of that name has a start tag of it."""
_APOSTROPHES = re.compile(rb"=\s*'")
"""What an attribute in apostrophes has, which may hold a quotation mark; canonical XML has it in texts alone."""
_PLAIN = re.compile(r"[^&<>]*")
_ADDRESS = re.compile(r"[A-Za-z0-9_./#~-]*")
"""What stands in a page as it is, and in an address."""
_WHOLE, _BARE = (etree.XMLParser(resolve_entities=False, no_network=True, collect_ids=False, remove_blank_text=bare) for bare in (False, True))
"""What reads a report, and what reads it bare of the white space between its elements, which no page shows but a carrier holds."""


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
    start, end = len(_HEAD) * data.startswith(_HEAD), len(data) - data.endswith(b"\n")
    whole = data.startswith(b"<report ", start) and data.endswith(b"</report>", start, end)
    # what canonical XML has none of, or what could end the element that carries it, is written by the stylesheet, which is slower
    instructed = (b"!" in data and b"<!" in data) or (data.find(b"?", start) > 0 and data.find(b"<?", start) > 0)
    if not whole or instructed or _RISKY.search(data):
        return bytes(drawn(data, standard, source="", **parameters))
    # no text of a document without references holds what markup means something by, so that its page may be written as text
    addresses = (*downloads, *(address for address, _ in trail))
    told = b"&" in data or (b"'" in data and _APOSTROPHES.search(data))
    plain = not told and all(map(_ADDRESS.fullmatch, addresses)) and all(map(_PLAIN.fullmatch, parameters.values()))
    sheet = textual(STYLESHEET, standard.root, lang) if plain else None
    made = bytes(_run(sheet or stylesheet(STYLESHEET, standard.root), data, _BARE, source=_MARK, **parameters))
    place = made.rindex(_PLACE) + len(_BEFORE)
    # as views, so that nothing is copied but once
    return b"".join((memoryview(made)[:place], memoryview(data)[start:end], memoryview(made)[place + len(_MARK) :]))


def drawn(data: bytes, standard: Standard, source: str = _MARK, **parameters: str) -> etree._XSLTResultTree:
    """Return the page of a report that is XML, as a tree, which carries the report itself only if ``source`` is empty."""
    return _run(stylesheet(STYLESHEET, standard.root), data, _WHOLE, source=source, **parameters)


def _run(sheet: etree.XSLT, data: bytes, parser: etree.XMLParser, **parameters: str) -> etree._XSLTResultTree:
    # a parameter that is not given is empty
    return sheet(etree.fromstring(data, parser), profile_run=False, **{name: etree.XSLT.strparam(value) for name, value in parameters.items() if value})


def _listed(texts: Iterable[str]) -> str:
    """Return texts as a parameter of the stylesheet: each on a line of its own."""
    return "".join(" ".join(text.split()) + "\n" for text in texts)
