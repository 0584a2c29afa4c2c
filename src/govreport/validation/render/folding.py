"""Equal findings of one table as one line, for renderings that people read; JSON, SARIF and SVRL keep every one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from govreport.cellnames import SEPARATOR, column_name, row_name
from govreport.diagnostics import CellRef
from govreport.validation.findings import Finding
from govreport.validation.render.words import Words

SHOWN = 10
"""The rows that a fold names; of more it names these."""
REST = "\u2026"


@dataclass(frozen=True, slots=True)
class Fold:
    """Findings that say the same of one table, errors first; mostly there is but one."""

    findings: tuple[Finding, ...]

    @property
    def first(self) -> Finding:
        """The finding that speaks for all."""
        return self.findings[0]


def folds(words: Words) -> tuple[Fold, ...]:
    """Return the findings with errors first and waived ones last, those that say the same of one table together."""
    found: dict[tuple[object, ...], list[Finding]] = {}
    for finding in words.findings.ranked:
        found.setdefault(_same(finding, words), []).append(finding)
    return tuple(Fold(tuple(group)) for group in found.values())


def line(fold: Fold, words: Words) -> str:
    """Return what a fold says, with its place."""
    first = fold.first
    if len(fold.findings) == 1:
        return words.frame("at", place=words.place(first), message=words.message(first))
    cell = first.diagnostic.location.cell
    place = words.cell(CellRef(cell.table, edition=cell.edition)) if cell else ""
    return words.frame(_frame(first.code, words) or "fold", place=place, count=len(fold.findings), message=words.message(first))


def cells(fold: Fold, words: Words) -> str:
    """Return the cells of several findings, a row at a time with its line: the row alone where all of its cells are meant."""
    by_row: dict[tuple[str, str, str], list[Finding]] = {}
    for finding in fold.findings:
        cell = finding.diagnostic.location.cell
        if cell is not None:
            by_row.setdefault((cell.table, cell.edition or "", cell.row or ""), []).append(finding)
    named = [_row(*row, found, words) for row, found in list(by_row.items())[:SHOWN]]
    return words.frame("fold-between").join([*named, *([REST] if len(by_row) > SHOWN else [])])


def _row(table: str, edition: str, row: str, found: list[Finding], words: Words) -> str:
    form, where = words.findings.standard.table(table, edition), found[0].diagnostic.location
    columns = [cell.column for finding in found if (cell := finding.diagnostic.location.cell) and cell.column]
    name = row_name(form, row) if form else row
    if form and columns and set(columns) != set(form.columns.get(row, ())):
        name += SEPARATOR + words.frame("stages-between").join(column_name(form, row, column) for column in columns)
    line = [words.frame("line", line=where.line)] if where.line is not None else []
    return words.frame("between").join([*line, name])


def _same(finding: Finding, words: Words) -> tuple[object, ...]:
    cell = finding.diagnostic.location.cell
    if cell is None or cell.row is None:
        return (id(finding),)
    params: Sequence[tuple[str, str | int]] = () if _frame(finding.code, words) else tuple(finding.diagnostic.params.items())
    message = tuple(sorted((name, str(value)) for name, value in params))
    return finding.code, finding.severity, finding.waived, cell.table, cell.edition, message


def _frame(code: str, words: Words) -> str | None:
    """Return the frame for folded findings of a code, None where they fold only if they say the very same."""
    name = f"fold-{code}"
    return name if words.has_frame(name) else None
