"""What a validation of one document leaves: small and plain, so that it goes between processes and into a journal."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import cast

from govreport.sources import Document, Unreadable
from govreport.validation import Findings, Verdict
from govreport.validation.render import diagnostic_object
from govreport.validation.render.words import Words

ROW = ("source", "agency", "year", "verdict", "severity", "code", "cell", "line", "message", "advice", "basis", "waived")
"""The columns of the table of findings."""

Cell = str | int | None


@dataclass(frozen=True)
class Judged:
    """The verdict on a document and its findings in words; ``relative`` is its path below the argument that named it.

    ``counts`` are its findings by rank of severity and code, waived ones left out; ``rows`` the findings as a table, where one is wanted;
    ``waivers`` the numbers of the waivers of a file that are for it, each with whether it met a finding.
    """

    relative: str
    verdict: Verdict
    told: str
    region: str = ""
    counts: tuple[tuple[int, str, int], ...] = ()
    rows: tuple[tuple[Cell, ...], ...] = ()
    waivers: tuple[tuple[int, bool], ...] = ()


def judged(document: Document | Unreadable, findings: Findings, told: str, lang: str, rows: bool) -> Judged:
    """Return what is left of a validation; ``told`` are its findings in the format asked for."""
    counts = Counter((finding.severity.rank, finding.code) for finding in findings.findings if not finding.waived)
    listed = tuple((rank, code, count) for (rank, code), count in sorted(counts.items()))
    return Judged(document.relative, findings.verdict, told, region(document.relative, findings), listed, tuple(_rows(findings, lang)) if rows else ())


def region(relative: str, findings: Findings) -> str:
    """Return the region of a document: the division of its agency to the county, else the first folder, empty where neither is told."""
    division = findings.metadata.agency.division
    if division is not None:
        return division.code[:COUNTY]
    folders = PurePosixPath(relative).parts[:-1]
    return folders[0] if folders else ""


COUNTY = 6
"""Digits of a division's code that tell the county (GB/T 2260)."""


def _rows(findings: Findings, lang: str) -> list[tuple[Cell, ...]]:
    head = (findings.source, findings.metadata.agency.name, findings.metadata.year)
    verdict = findings.catalogue.word("verdict", findings.verdict.value, lang)
    severities = {finding.severity.value: findings.catalogue.word("severity", finding.severity.value, lang) for finding in findings.findings}
    words = Words(findings, lang)
    told = ({**diagnostic_object(each, findings, lang), "basis": words.grounds(each)} for each in findings.findings)
    return [(*head, verdict, severities[str(each["severity"])], *(cast("Cell", each.get(name)) for name in ROW[5:])) for each in told]
