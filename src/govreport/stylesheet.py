"""Stylesheets ready to run: compiled with the layout of a schema tree, closed to files and network."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from lxml import etree

from govreport.resources import stylesheets_root
from govreport.schemafile import transform

LAYOUT = "layout.xsl"
TEXTUAL = "textual.xsl"
_XSL = "{http://www.w3.org/1999/XSL/Transform}"


@lru_cache(maxsize=16)
def stylesheet(name: str, root: Path) -> etree.XSLT:
    """Return a stylesheet by its path below ``stylesheets/``, compiled; the tables are drawn by the layout of the schema tree at ``root``."""
    return transform(_whole(name, root))


@lru_cache(maxsize=16)
def textual(name: str, root: Path, lang: str) -> etree.XSLT | None:
    """Return the stylesheet that writes the same page as text, much quicker, with the words of a language; only for documents without an ampersand.

    None where a label of the layout holds a character that markup means something by.
    """
    if b"&" in (root / LAYOUT).read_bytes():
        return None
    rewritten = stylesheet(TEXTUAL, root)(_whole(name, root), lang=etree.XSLT.strparam(lang))
    return transform(rewritten.getroot())


def _whole(name: str, root: Path) -> etree._Element:
    """Return a stylesheet with all that it includes put into it."""
    parts = list(_parts(stylesheets_root() / name, root))
    names = {prefix: uri for part in parts for prefix, uri in part.nsmap.items() if prefix}
    whole = etree.Element(f"{_XSL}stylesheet", {"version": "1.0", "exclude-result-prefixes": " ".join(names)}, names)
    for part in parts:
        whole.extend(list(part))
    return whole


def _parts(path: Path, root: Path) -> Iterator[etree._Element]:
    """Yield a stylesheet and those that it includes; the layout is that of the tree in use, wherever the stylesheet lies, all others lie where they say."""
    sheet = etree.fromstring(path.read_bytes(), etree.XMLParser(resolve_entities=False, no_network=True))
    for include in sheet.findall(f"{_XSL}include"):
        href = include.get("href", "")
        sheet.remove(include)
        yield from _parts(root / LAYOUT if Path(href).name == LAYOUT else path.parent / href, root)
    yield sheet
