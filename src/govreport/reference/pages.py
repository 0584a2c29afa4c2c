"""The pages of the standard: HTML in Chinese and English beside all files, or Markdown for a repository, both of one source."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from lxml import etree

from govreport.diagnostics import LANGUAGES
from govreport.reference.files import files, listing
from govreport.reference.source import Source, source
from govreport.resources import conformance_root
from govreport.standard import Standard
from govreport.stylesheet import stylesheet

FOLDER = "reference"
MARKDOWN = {"forms.md": "form", "diagnostics.md": "codes"}
"""The Markdown pages by name, and the page that each is."""


def documentation(standard: Standard, suite: Path | None = None) -> dict[str, bytes]:
    """Return every file of the documentation by path: pages, their style, the schema tree, the suite, examples and the manifest.

    Chinese pages stand at the top, English ones in ``en/``; the same tree gives the same bytes. Raises ``SchemaTreeError``,
    ``ProfileError``, ``SuiteError``, ``OSError``.
    """
    suite = suite or conformance_root()
    found = source(standard, suite)
    beside = files(standard, suite, found.examples)
    found.document.extend(listing(beside, standard.forms))
    pages = [("index", ""), *(("form", edition) for edition in standard.forms), ("envelope", ""), ("codes", "")]
    for lang in LANGUAGES:
        folder = "" if lang == LANGUAGES[0] else f"{lang}/"
        for page, edition in pages:
            name = f"{page}-{edition}.html" if edition else f"{page}.html"
            beside[folder + name] = _drawn("page.xsl", found, standard, page=page, edition=edition, lang=lang)
    beside["style.css"] = _drawn("style.xsl", found, standard)
    return beside


def markdown(standard: Standard, suite: Path | None = None) -> dict[str, bytes]:
    """Return the reference as Markdown by name: the forms, and the diagnostics; raises as ``documentation`` does."""
    found = source(standard, suite or conformance_root())
    return {name: _drawn("markdown.xsl", found, standard, page=page, lang="en") for name, page in MARKDOWN.items()}


def _drawn(name: str, found: Source, standard: Standard, **params: str) -> bytes:
    quoted: dict[str, Any] = {key: etree.XSLT.strparam(value) for key, value in params.items()}
    return bytes(stylesheet(f"{FOLDER}/{name}", standard.root)(found.document, **quoted))
