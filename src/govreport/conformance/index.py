"""The index of a suite: every case with its files and their digests, so that a copy of the suite can be checked and taken in part."""

from __future__ import annotations

import hashlib
from pathlib import Path

from lxml import etree

from govreport.conformance.suite import CASE, CONVERSIONS, SuiteError
from govreport.diagnostics import catalogue
from govreport.schemafile import SchemaTreeError, parse
from govreport.standard import Standard

NAME = "index.xml"
_NOTE = "Built by `make docs` from the cases; edit them, never this file."


def index(root: Path, standard: Standard) -> bytes:
    """Return the ``index.xml`` of the suite in a folder: cases in the order of their codes, then conversions; raises ``SuiteError``."""
    top = etree.Element("conformance", {"release": standard.release})
    entries = catalogue(standard.root).entries
    for path in sorted(root.glob(f"*/{CASE}")):
        case = _case(path)
        code = case.get("code", "")
        covered = "yes" if code in entries and entries[code].schematron else "no"
        _entry(top, "case", path, root, case, code=code, schematron=covered)
    for path in sorted(root.glob(f"{CONVERSIONS}/*/{CASE}")):
        _entry(top, "conversion", path, root, _case(path), name=path.parent.name)
    etree.indent(top)
    body = etree.tostring(top, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<!-- {_NOTE} -->\n{body}\n'.encode()


def _case(path: Path) -> etree._Element:
    try:
        return parse(path)
    except SchemaTreeError as error:
        raise SuiteError(str(error)) from error


def _entry(top: etree._Element, tag: str, path: Path, root: Path, case: etree._Element, **attributes: str) -> None:
    entry = etree.SubElement(top, tag, {**attributes, "href": path.relative_to(root).as_posix()})
    for about in case.findall("about"):
        etree.SubElement(entry, "about", {"lang": about.get("lang", "")}).text = about.text
    for file in sorted(path.parent.iterdir()):
        digest = hashlib.sha256(file.read_bytes()).hexdigest()
        etree.SubElement(entry, "file", {"href": file.relative_to(root).as_posix(), "sha256": digest})
