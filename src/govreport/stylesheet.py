"""Stylesheets ready to run: compiled with the layout of a schema tree, closed to files and network."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from lxml import etree

from govreport.resources import stylesheets_root

LAYOUT = "layout.xsl"
_INCLUDE = "{http://www.w3.org/1999/XSL/Transform}include"


@lru_cache(maxsize=16)
def stylesheet(name: str, root: Path) -> etree.XSLT:
    """Return a stylesheet by its path below ``stylesheets/``, compiled; the tables are drawn by the layout of the schema tree at ``root``."""
    folder = stylesheets_root()
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    sheet = etree.fromstring((folder / name).read_bytes(), parser, base_url=(folder / name).as_uri())
    for include in sheet.iter(_INCLUDE):
        # the layout is that of the tree in use, wherever the stylesheet lies; all others lie where they say
        if Path(include.get("href", "")).name == LAYOUT:
            include.set("href", (root / LAYOUT).as_uri())
    return etree.XSLT(sheet, access_control=etree.XSLTAccessControl.DENY_ALL)  # type: ignore[attr-defined]  # lxml-stubs lacks it
