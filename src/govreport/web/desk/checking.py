"""What the rules say of a draft, for the page: folded, errors first, each with the fields that it leads to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from govreport.cellnames import cell_name
from govreport.diagnostics import CellRef, Diagnostic, Severity
from govreport.model import Chapter, Report
from govreport.profiles import Profile
from govreport.reading import Reading
from govreport.standard import Standard
from govreport.validation.findings import Findings
from govreport.validation.render.folding import Fold, folds
from govreport.validation.render.words import Words
from govreport.validation.run import validate_reading
from govreport.validation.verdict import waivable
from govreport.web.desk import fieldnames
from govreport.web.desk.entries import Assembled
from govreport.web.texts import texts

NAME, CARRY = "draft", "carry"

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
    """A finding, or several that say the same: what is wrong, what to do, on what ground, and where.

    ``waived`` is the reason for which it was dismissed, with by whom and when; ``waivable`` whether it can be; ``waivers`` are the keys of
    the waivers that would, one for each of its places. ``restatable`` says that a restatement of last year's figures may explain it.
    """

    severity: str
    code: str
    message: str
    advice: str
    clause: str
    count: int
    targets: tuple[Target, ...]
    place: str
    waived: str = ""
    waivable: bool = False
    waivers: tuple[tuple[str, str, str, str], ...] = ()
    restatable: bool = False


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
    fields = {(each.code, each.location.line): name for name, each in found.noticed}
    judged, untaken = findings(found, standard, profile, last), {each.field for each in found.problems}
    told = tuple(each for each in judged.findings if _exact(each.diagnostic) not in untaken)
    return of_findings(replace(judged, findings=told), found.report, lang, fields, profile)


def _exact(found: Diagnostic) -> str | None:
    """Return the field of the one cell that a diagnostic is about; it is blank for the rules where it holds what cannot be taken, which is told already."""
    cell = found.location.cell
    return fieldnames.cell(cell.table, cell.row, cell.column) if cell and cell.row and cell.column else None


def findings(found: Assembled, standard: Standard, profile: Profile, last: Report | None) -> Findings:
    """Return the findings of a report that was put together from fields."""
    return validate_reading(Reading(found.report, tuple(each for _, each in found.noticed)), NAME, standard, profile, last)


def of_findings(findings: Findings, report: Report, lang: str, noticed: Noticed | None = None, profile: Profile | None = None) -> Checked:
    """Return findings for the page of a report; under a profile with what can be waived."""
    words = Words(findings, lang)
    named = enumerate(report.chapters)
    chapters = [Target(fieldnames.prose(chapter.key, index), _title(chapter, report, findings.standard, lang)) for index, chapter in named]
    judge = profile.valid_for(report.metadata.year) if profile else None
    remarks = tuple(_remark(fold, words, chapters, noticed or {}, judge) for fold in folds(words))
    cells: dict[str, tuple[str, str]] = {}
    for finding in findings.ranked:
        name = None if finding.waived else _field(finding.diagnostic, chapters, noticed or {}, findings.standard)
        if name is not None:
            cells.setdefault(name, (finding.severity.value, words.message(finding)))
    return Checked(findings.accepted, findings.count(Severity.ERROR), findings.count(Severity.WARNING), remarks, cells)


def _title(chapter: Chapter, report: Report, standard: Standard, lang: str) -> str:
    """Return what a chapter is called: number and title as printed, else what it is by the form."""
    known = standard.in_force(report.metadata.year).chapter(chapter.key)
    return "\u3001".join(filter(None, (chapter.number, chapter.title))) or texts(lang)(f"desk.chapter.{known.kind if known else 'prose'}")


def _remark(fold: Fold, words: Words, chapters: Sequence[Target], noticed: Noticed, profile: Profile | None) -> Remark:
    first, several = fold.first, len(fold.findings) > 1
    targets = list(_targets(fold, words, chapters, noticed))
    cell = first.diagnostic.location.cell
    place = words.cell(CellRef(cell.table, edition=cell.edition)) if several and cell else words.place(first)
    severity = "waived" if first.waived else first.severity.value
    waived = words.dismissal(first.waiver) if first.waiver else ""
    can = profile is not None and not first.waived and first.severity is not Severity.INFO and waivable(first.code, first.severity, profile)
    keys = dict.fromkeys(_keys(each.diagnostic) for each in fold.findings)
    said = (words.message(first), words.advice(first), words.grounds(first))
    carries = can and cell is not None and first.code in _carrying(words.findings.standard, cell.edition)
    return Remark(severity, first.code, *said, len(fold.findings), tuple(targets), place, waived, can, tuple(keys), carries)


def _carrying(standard: Standard, edition: str | None) -> frozenset[str]:
    """Return the codes of an edition's relations to last year's report."""
    form = standard.forms.get(edition or "")
    return frozenset(each.code for each in form.relations if each.kind == CARRY) if form else frozenset()


def _keys(found: Diagnostic) -> tuple[str, str, str, str]:
    cell = found.location.cell
    return (found.code, cell.table, cell.row or "", cell.column or "") if cell else (found.code, "", "", "")


def _targets(fold: Fold, words: Words, chapters: Sequence[Target], noticed: Noticed) -> Iterator[Target]:
    for finding in fold.findings:
        name = _field(finding.diagnostic, chapters, noticed, words.findings.standard)
        if name is not None:
            cell = finding.diagnostic.location.cell
            title = next((each.name for each in chapters if each.field == name), None) or words.place(finding)
            yield Target(name, cell_name(words.findings.standard, cell) if cell else title)


def _field(diagnostic: Diagnostic, chapters: Sequence[Target], noticed: Noticed, standard: Standard) -> str | None:
    """Return the field that a finding is about: its cell's, the first one's of its row, column or table, its chapter's, None for the whole document."""
    where = diagnostic.location
    if where.cell is not None:
        return _cell(where.cell, standard)
    if (diagnostic.code, where.line) in noticed:
        return noticed[diagnostic.code, where.line]
    chapter = _CHAPTER.match(where.path or "")
    index = int(chapter.group(1)) - 1 if chapter else -1
    return chapters[index].field if 0 <= index < len(chapters) else None


def _cell(cell: CellRef, standard: Standard) -> str | None:
    form = standard.table(cell.table, cell.edition) if cell.edition else standard.newest.tables.get(cell.table)
    fitting = (each for each in form.cells if cell.row in (None, each[0]) and cell.column in (None, each[1])) if form else iter(())
    found = next(fitting, (cell.row, cell.column))
    return fieldnames.cell(cell.table, found[0], found[1]) if found[0] and found[1] else None
