"""What all pages of a site are made by: the digest of it, and the style that they share."""

from __future__ import annotations

import hashlib
from pathlib import Path

from lxml import etree

from govreport.resources import stylesheets_root
from govreport.site.wish import Wish
from govreport.standard import Standard
from govreport.version import __version__

ASSETS = Path(__file__).with_name("assets")
PACKAGE = Path(__file__).parents[1]


def maker(standard: Standard, wish: Wish) -> str:
    """Return the digest of all that makes pages: program, templates, texts, stylesheets, schema, and the wish for files."""
    found = hashlib.sha256(f"{__version__} {wish.pdf}".encode())
    for root in (PACKAGE, stylesheets_root(), standard.root):
        for path in sorted(each for each in root.rglob("*") if each.is_file() and each.suffix not in (".pyc", ".xsd")):
            found.update(path.relative_to(root).as_posix().encode() + b"\0")
            found.update(hashlib.sha256(path.read_bytes()).digest())
    return found.hexdigest()


def style() -> bytes:
    """Return the style of the site: that of the reports' pages, which has one source, and its own."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    sheet = etree.fromstring((stylesheets_root() / "style.xsl").read_bytes(), parser)
    shared = "".join(str(text) for each in sheet.iterfind("{*}template[@name='style']") for text in each.itertext())
    return (shared.strip() + "\n" + (ASSETS / "site.css").read_text("utf-8")).encode()
