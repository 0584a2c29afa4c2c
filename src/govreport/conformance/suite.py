"""The suite as values, read from its ``case.xml`` files: what is given to an implementation, and what it has to say."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from govreport.schemafile import SchemaTreeError, need, parse

Place = tuple[str, str | None, str | None, str | None]
"""A finding as the suite compares it: code, and table, row and column where it is about them."""

CASE, CONVERSIONS = "case.xml", "conversion"


class SuiteError(Exception):
    """Raised for a suite that cannot be read: the file and why."""


@dataclass(frozen=True)
class CaseFile:
    """A document of a case: ``expected`` are its findings, all of them where ``exact``; a verdict where the case states one.

    ``profile`` is a name or a file beside it; ``previous`` and ``members`` are files beside it for the checks across reports.
    """

    code: str
    path: Path
    expected: Counter[Place]
    exact: bool
    verdict: str | None
    profile: str
    previous: str | None
    members: tuple[str, ...]

    @property
    def name(self) -> str:
        """The name of the file within the suite."""
        return f"{self.code}/{self.path.name}"


@dataclass(frozen=True)
class Conversion:
    """Bytes of a source with the cells that come of them, and the report in XML where the source holds all of it."""

    folder: Path
    source: Path
    format: str
    year: int | None
    agency: str | None
    cells: Path
    report: Path | None

    @property
    def name(self) -> str:
        """The name of the conversion within the suite."""
        return f"{CONVERSIONS}/{self.folder.name}"


@dataclass(frozen=True)
class Suite:
    """All cases of a suite, in the order of their codes and names."""

    root: Path
    files: tuple[CaseFile, ...]
    conversions: tuple[Conversion, ...]


def load(root: Path) -> Suite:
    """Return the suite in a folder; raises ``SuiteError``."""
    cases = sorted(root.glob(f"*/{CASE}"))
    if not cases:
        raise SuiteError(f"{root}: */{CASE}")
    files = tuple(file for path in cases for file in _files(path))
    return Suite(root, files, tuple(_conversion(path) for path in sorted(root.glob(f"{CONVERSIONS}/*/{CASE}"))))


def _read(path: Path) -> etree._Element:
    try:
        return parse(path)
    except SchemaTreeError as error:
        raise SuiteError(str(error)) from error


def _need(element: etree._Element, name: str, path: Path) -> str:
    try:
        return need(element, name)
    except SchemaTreeError as error:
        raise SuiteError(f"{path}: {error}") from error


def _files(path: Path) -> list[CaseFile]:
    case = _read(path)
    found = []
    for element in case.findall("file"):
        get = element.get
        expected = Counter((_need(each, "code", path), each.get("table"), each.get("row"), each.get("column")) for each in element.findall("expect"))
        members = tuple(get("members", "").split())
        file = path.parent / _need(element, "name", path)
        profile, exact = get("profile", "submission"), get("exact") != "no"
        found.append(CaseFile(_need(case, "code", path), file, expected, exact, get("verdict"), profile, get("previous"), members))
    return found


def _conversion(path: Path) -> Conversion:
    case = _read(path)
    source, cells, metadata, report = (case.find(name) for name in ("source", "cells", "metadata", "report"))
    if source is None or cells is None:
        raise SuiteError(f"{path}: source, cells")
    folder = path.parent
    year, agency = (None, None) if metadata is None else (metadata.get("year"), metadata.get("agency"))
    return Conversion(
        folder,
        folder / _need(source, "name", path),
        _need(source, "format", path),
        int(year) if year else None,
        agency,
        folder / _need(cells, "name", path),
        folder / _need(report, "name", path) if report is not None else None,
    )
