"""Waivers beside reports, read from a file: findings dismissed with a reason, without a change to the reports, at every validation."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path, PurePosixPath

from lxml import etree

from govreport import diagnostics
from govreport.faults import FaultError
from govreport.metadata import Metadata
from govreport.model import TextError, Waiver
from govreport.resources import schema_root
from govreport.schemafile import SchemaTreeError, first_error, grammar, line_of, need, parse, reason

GRAMMAR = "waivers.xsd"


class WaiverError(FaultError):
    """Raised for a file of waivers that is not there or cannot be used: the file, the line and why."""


@dataclass(frozen=True, slots=True)
class Beside:
    """A waiver with what narrows it to reports: agency, reporting year, file name; None where it does not. ``line`` is its line in the file."""

    waiver: Waiver
    agency: str | None = None
    year: int | None = None
    report: str | None = None
    line: int | None = None

    def concerns(self, metadata: Metadata, name: str) -> bool:
        """Return whether the waiver is for a report that says this of itself, ``name`` being the path of its file or the end of it."""
        return (
            self.agency in (None, metadata.agency.name, metadata.agency.uscc)
            and self.year in (None, metadata.year)
            and (self.report is None or _ends(name, self.report))
        )


def load(path: Path, root: Path | str | None = None) -> tuple[Beside, ...]:
    """Return the waivers of a file in its order; raises ``WaiverError``, for a code that the catalogue does not have too."""
    folder = schema_root(root)
    try:
        document = parse(path)
    except SchemaTreeError as error:
        line, detail = reason(error, path)
        raise WaiverError(path, "unreadable", line, detail=detail) from error
    wrong = first_error(_grammar(folder), document)
    if wrong is not None:
        raise WaiverError(path, "grammar", wrong[0], grammar=GRAMMAR, detail=wrong[1])
    known = diagnostics.catalogue(folder).entries
    found = []
    for element in document:
        try:
            found.append(_beside(element))
        except (TextError, ValueError) as error:
            raise WaiverError(path, "value", line_of(element), detail=error) from error
        if found[-1].waiver.code not in known:
            raise WaiverError(path, "unknown-code", line_of(element), code=found[-1].waiver.code)
    return tuple(found)


def _beside(element: etree._Element) -> Beside:
    get = element.get
    day, year = get("on"), get("year")
    on = datetime.date.fromisoformat(day) if day else None
    waiver = Waiver(need(element, "code"), element.text or "", get("table"), get("row"), get("column"), get("by"), on)
    return Beside(waiver, get("agency"), int(year) if year else None, get("report"), line_of(element))


def _ends(name: str, wanted: str) -> bool:
    """Return whether a path ends in another, part by part, with or without the suffix."""
    path, parts = PurePosixPath(name.replace("\\", "/")), PurePosixPath(wanted).parts
    return parts in (path.parts[-len(parts) :], path.with_suffix("").parts[-len(parts) :] if path.name else ())


@lru_cache(maxsize=4)
def _grammar(root: Path) -> etree.XMLSchema:
    return grammar(parse(root / GRAMMAR))
