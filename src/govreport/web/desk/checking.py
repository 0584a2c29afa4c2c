"""What the rules say of a draft, for the page: folded, errors first, each with the fields that it leads to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from govreport.cellnames import cell_name
from govreport.diagnostics import CellRef, Diagnostic, Severity
from govreport.model import Report
from govreport.profiles import Profile
from govreport.reading import Reading
from govreport.standard import Standard
from govreport.validation.findings import Findings
from govreport.validation.render.folding import Fold, folds
from govreport.validation.render.words import Words
from govreport.validation.run import validate_reading
from govreport.web.desk import fieldnames
from govreport.web.desk.entries import Assembled

NAME = "draft"
SHOWN = 12
"""How many fields a folded finding leads to; more are counted."""

Noticed = Mapping[tuple[str, int | None], str]
"""The field in which something was noticed while prose was read, by code and line."""

_CHAPTER = re.compile(r"/report/chapter\[(\d+)\]")


@dataclass(frozen=True, slots=True)
class Target:
    """A field that a finding leads to, and its name in the clerk's words."""

    field: str
    name: str


@dataclass(frozen=True, slots=True)
class Remark:
    """A finding, or several that say the same: what is wrong, what to do, on what ground, and where."""

    severity: str
    code: str
    message: str
    advice: str
    clause: str
    count: int
    targets: tuple[Target, ...]
    place: str


@dataclass(frozen=True)
class Checked:
    """All findings of a report; ``cells`` says, by field, the gravest severity and what is said there."""

    accepted: bool
    errors: int
    warnings: int
    remarks: tuple[Remark, ...]
    cells: Mapping[str, tuple[str, str]] = field(default_factory=dict)


def checked(found: Assembled, standard: Standard, profile: Profile, last: Report | None, lang: str) -> Checked:
    """Return what the rules say of a report that was put together from fields; what its fields could not take is not among it."""
    diagnostics = tuple(each for _, each in found.noticed)
    findings = validate_reading(Reading(found.report, diagnostics), NAME, standard, profile, last)
    fields = {(each.code, each.location.line): name for name, each in found.noticed}
    return of_findings(findings, found.report, lang, fields)


def of_findings(findings: Findings, report: Report, lang: str, noticed: Noticed | None = None) -> Checked:
    """Return findings for the page of a report."""
    words = Words(findings, lang)
    chapters = [fieldnames.prose(chapter.key, index) for index, chapter in enumerate(report.chapters)]
    remarks = tuple(_remark(fold, words, chapters, noticed or {}) for fold in folds(words))
    cells: dict[str, tuple[str, str]] = {}
    for finding in findings.ranked:
        name = None if finding.waived else _field(finding.diagnostic, chapters, noticed or {}, findings.standard)
        if name is not None:
            cells.setdefault(name, (finding.severity.value, words.message(finding)))
    return Checked(findings.accepted, findings.count(Severity.ERROR), findings.count(Severity.WARNING), remarks, cells)


def _remark(fold: Fold, words: Words, chapters: list[str], noticed: Noticed) -> Remark:
    first, several = fold.first, len(fold.findings) > 1
    targets = list(_targets(fold, words, chapters, noticed))
    cell = first.diagnostic.location.cell
    place = words.cell(CellRef(cell.table, edition=cell.edition)) if several and cell else words.place(first)
    severity = "waived" if first.waived else first.severity.value
    return Remark(severity, first.code, words.message(first), words.advice(first), words.basis(first), len(fold.findings), tuple(targets), place)


def _targets(fold: Fold, words: Words, chapters: list[str], noticed: Noticed) -> Iterator[Target]:
    for finding in fold.findings:
        name = _field(finding.diagnostic, chapters, noticed, words.findings.standard)
        if name is not None:
            cell = finding.diagnostic.location.cell
            yield Target(name, cell_name(words.findings.standard, cell) if cell else words.place(finding))


def _field(diagnostic: Diagnostic, chapters: list[str], noticed: Noticed, standard: Standard) -> str | None:
    """Return the field that a finding is about: its cell's, the first one's of its row, column or table, its chapter's, None for the whole document."""
    where = diagnostic.location
    if where.cell is not None:
        return _cell(where.cell, standard)
    if (diagnostic.code, where.line) in noticed:
        return noticed[diagnostic.code, where.line]
    chapter = _CHAPTER.match(where.path or "")
    index = int(chapter.group(1)) - 1 if chapter else -1
    return chapters[index] if 0 <= index < len(chapters) else None


def _cell(cell: CellRef, standard: Standard) -> str | None:
    form = standard.table(cell.table, cell.edition) if cell.edition else standard.newest.tables.get(cell.table)
    fitting = (each for each in form.cells if cell.row in (None, each[0]) and cell.column in (None, each[1])) if form else iter(())
    found = next(fitting, (cell.row, cell.column))
    return fieldnames.cell(cell.table, found[0], found[1]) if found[0] and found[1] else None
