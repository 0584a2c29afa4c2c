"""Implementations under the suite: the rules in Python, the compiled Schematron, and findings that any other program has written."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from lxml import etree

from govreport import conversion, diagnostics, profiles, readers, validation
from govreport.conformance.suite import CaseFile, Conversion, Place, SuiteError
from govreport.conversion.equality import canonical, canonical_xml
from govreport.diagnostics import Diagnostic
from govreport.forms import Form
from govreport.model import Report
from govreport.profiles import Profile
from govreport.readers import xmltree
from govreport.standard import Standard
from govreport.validation import schema, schematron

XML = ".xml"


@dataclass(frozen=True)
class Said:
    """What an implementation said of a document; the verdict is None where it gives none."""

    places: Counter[Place]
    verdict: str | None = None


class Engine(Protocol):
    """An implementation: the codes it covers, what it says of a document, and what is wrong with its conversion of a source.

    A document or conversion that is outside of what it covers gives None, which is never a pass.
    """

    @property
    def covered(self) -> frozenset[str]:
        """The codes that the implementation can give."""

    def say(self, file: CaseFile) -> Said | None:
        """Return what the implementation says of a document of the suite."""

    def convert(self, case: Conversion) -> list[str] | None:
        """Return what differs from the expected cells and report, by name; empty where nothing does."""


def place(found: Diagnostic) -> Place:
    """Return a diagnostic as the suite compares it."""
    cell = found.location.cell
    return (found.code, cell.table, cell.row, cell.column) if cell else (found.code, None, None, None)


class PythonEngine:
    """The validator and the readers of this package."""

    def __init__(self, standard: Standard) -> None:
        self.standard = standard
        self.covered = frozenset(diagnostics.catalogue(standard.root).entries)

    def say(self, file: CaseFile) -> Said:
        """Return the findings and the verdict of the validator."""
        members = [each for name in file.members if (each := self._report(file, name)) is not None]
        previous = self._report(file, file.previous) if file.previous else None
        found = validation.validate(file.path.read_bytes(), file.path.name, self.standard, profile_of(file, self.standard), previous, members=members)
        return Said(Counter(map(place, found.diagnostics)), found.verdict.value)

    def convert(self, case: Conversion) -> list[str]:
        """Return the names of what was read differently: cells, year, agency, report; ``no report`` where nothing was read."""
        data = case.source.read_bytes()
        cells = conversion.convert(data, case.source.name, "csv", self.standard)
        report = cells.reading.report
        if report is None or cells.data is None:
            return ["no report"]
        expected = {
            "cells": cells.data == case.cells.read_bytes(),
            "year": report.metadata.year == case.year,
            "agency": report.metadata.agency.name == case.agency,
            "report": case.report is None or canonical(report, self.standard) == canonical_xml(case.report.read_bytes()),
        }
        return [name for name, same in expected.items() if not same]

    def _report(self, file: CaseFile, name: str) -> Report | None:
        path = file.path.parent / name
        return readers.read(path.read_bytes(), path.name, self.standard).report


Compile = Callable[[Form], bytes]
"""Gives the compiled Schematron of the relations that a profile adds to an edition."""


class SchematronEngine:
    """The compiled Schematron of the schema tree, for documents that are valid XML of the standard."""

    def __init__(self, standard: Standard, compile_local: Compile) -> None:
        self.standard, self.compile_local = standard, compile_local
        self.covered = schematron.covered(diagnostics.catalogue(standard.root))

    def say(self, file: CaseFile) -> Said | None:
        """Return what the stylesheets say of a valid document, with those of the relations that its profile adds."""
        document, _ = xmltree.parse(file.path.read_bytes(), file.path.name) if file.path.suffix == XML else (None, ())
        if document is None or schema.check(document, file.path.name, self.standard):
            return None
        found = [*schematron.check(document, file.path.name, self.standard), *self._local(document, file)]
        return Said(Counter(map(place, found)))

    def convert(self, case: Conversion) -> None:
        """Return None: a Schematron converts nothing."""

    def _local(self, document: etree._Element, file: CaseFile) -> Iterable[Diagnostic]:
        for form in profile_of(file, self.standard).local_forms.values():
            svrl = schematron.transform(self.compile_local(form))(document).getroot()
            yield from schematron.diagnostics(svrl, document, file.path.name, self.standard)


class RecordedEngine:
    """Findings that another program wrote, as JSON lines in the shape of ``validate --format json``; ``source`` ends in ``CODE/file``."""

    def __init__(self, standard: Standard, path: Path) -> None:
        self.covered = frozenset(diagnostics.catalogue(standard.root).entries)
        try:
            self._said = dict(_recorded(line) for line in path.read_text("utf-8").splitlines() if line.strip())
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise SuiteError(f"{path}: {type(error).__name__} {error}") from error

    def say(self, file: CaseFile) -> Said | None:
        """Return what was recorded of a document, None where nothing was."""
        return self._said.get(file.name)

    def convert(self, case: Conversion) -> None:
        """Return None: findings tell nothing of conversions."""


def profile_of(file: CaseFile, standard: Standard) -> Profile:
    """Return the profile that a document of a case is judged by."""
    beside = file.path.parent / file.profile
    return profiles.load(beside if file.profile.endswith(XML) else file.profile, standard.root)


def _recorded(line: str) -> tuple[str, Said]:
    found = json.loads(line)
    name = "/".join(str(found["source"]).replace("\\", "/").split("/")[-2:])
    places = Counter((str(each["code"]), each.get("table"), each.get("row"), each.get("col")) for each in found["diagnostics"])
    return name, Said(places, found.get("verdict"))
