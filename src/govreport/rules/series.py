"""A report against last year's of the same agency and scope: opening figures, stocks; a stated restatement is accepted and shown."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from govreport import numerals
from govreport.diagnostics import CellRef, Diagnostic, Location
from govreport.forms import Form
from govreport.model import NotApplicable, Report, Restatement, Table
from govreport.relations import Cell, Outcome, equations, evaluate, value_of
from govreport.rules.context import Context, finding
from govreport.rules.equations import failure
from govreport.rules.registry import Raised, rule


@rule("YEAR-SERIES", stage="series")
def the_reports_follow_one_another(context: Context) -> Iterator[Diagnostic]:
    """Give YEAR-SERIES where last year's report is of another agency or scope or of no preceding year, or is not in the batch."""
    place = Location(path="/report/metadata")
    if context.previous is None:
        if context.in_series:
            yield finding("YEAR-SERIES", place, problem="absent")
        return
    problem = unlike(context.report, context.previous)
    if problem is not None:
        name, this, previous = problem
        yield finding("YEAR-SERIES", place, problem=name, this=this, previous=previous)


@rule("YEAR-CARRY", "T2-STOCK", "TABLE-CARRY", "YEAR-RESTATED", stage="series")
def figures_carry_over(context: Context) -> Iterator[Raised]:
    """Give the code of every relation to last year's report that fails for certain; a restatement that explains it is shown instead."""
    if context.previous is None:
        return
    year = context.previous.metadata.year
    if year is None and context.year is not None:
        year = context.year - 1
    for form, outcome, stated in carried(context):
        tables = context.editions[form.edition]
        if not outcome.failed:
            continue
        if stated is None:
            yield Raised(failure(form, outcome, tables, context.last_tables, year), outcome.equation.relation.basis)
        else:
            yield Raised(_restated(stated, tables))


def carried(context: Context) -> Iterator[tuple[Form, Outcome, Restatement | None]]:
    """Yield the outcome of every relation to last year's report, without blanks, with the restatement that explains a failed one."""
    if context.previous is None or unlike(context.report, context.previous) is not None:
        return
    last = context.last_tables
    for edition, tables in context.editions.items():
        form = context.standard.forms[edition]
        value, signed = value_of(form, tables, last)
        for equation in equations(form):
            cells = (*equation.left, *equation.right)
            if not any(cell.last_year for cell in cells) or not all(cell.table in (last if cell.last_year else tables) for cell in cells):
                continue
            outcome = evaluate(equation, value, signed)
            if not outcome.blanks and _comparable(outcome, last, context):
                explained = (each for each in context.report.annotations.restatements if outcome.failed and _explains(each, outcome, last))
                yield form, outcome, next(explained, None)


def unlike(report: Report, previous: Report) -> tuple[str, str, str] | None:
    """Return what keeps two reports from being compared, with both values; unknown values are taken to agree."""
    this, last = report.metadata, previous.metadata
    if this.agency.uscc and last.agency.uscc:
        if this.agency.uscc != last.agency.uscc:
            return "agency", this.agency.uscc, last.agency.uscc
    elif this.agency.name and last.agency.name and this.agency.name != last.agency.name:
        return "agency", this.agency.name, last.agency.name
    if this.scope and last.scope and this.scope != last.scope:
        return "scope", this.scope, last.scope
    if this.year is not None and last.year is not None and this.year != last.year + 1:
        return "year", str(this.year), str(last.year)
    return None


def restatable(context: Context) -> Iterator[Restatement]:
    """Yield the restatement that would explain each relation to last year's report that fails, without reason and words yet; of a cell the first."""
    last = context.last_tables
    met = set()
    for _, outcome, stated in carried(context):
        cell = _last(outcome)[0]
        at = next((each for each in (*outcome.equation.left, *outcome.equation.right) if each == cell._replace(last_year=False)), outcome.equation.at)
        value = last[cell.table].get(cell.row, cell.column)
        if not outcome.failed or stated is not None or value is None or isinstance(value, NotApplicable) or at in met:
            continue
        met.add(at)
        before, gap = Decimal(value), Decimal(outcome.right - outcome.left)
        yield Restatement(at.table, at.row, at.column, before, before + (gap if cell in outcome.equation.left else -gap), "")


def _comparable(outcome: Outcome, last: dict[str, Table], context: Context) -> bool:
    """Return whether last year's tables, in their own editions, have the cells that a relation asks for."""
    for cell in _last(outcome):
        shape = context.standard.table(cell.table, last[cell.table].edition)
        if shape is None or shape.column(cell.row, cell.column) is None:
            return False
    return True


def _last(outcome: Outcome) -> list[Cell]:
    return [cell for cell in (*outcome.equation.left, *outcome.equation.right) if cell.last_year]


def _explains(stated: Restatement, outcome: Outcome, last: dict[str, Table]) -> bool:
    """Return whether a restatement of one of the equation's cells replaces a figure of last year's so that both sides agree."""
    equation = outcome.equation
    place = (stated.table, stated.row, stated.column)
    if place not in {(cell.table, cell.row, cell.column) for cell in (*equation.left, *equation.right)}:
        return False
    for cell in _last(outcome):
        value = last[cell.table].get(cell.row, cell.column)
        if value is None or isinstance(value, NotApplicable) or value != stated.before:
            continue
        change = stated.after - stated.before
        left = outcome.left + (change if cell in equation.left else 0)
        right = outcome.right + (0 if cell in equation.left else change)
        if left == right:
            return True
    return False


def _restated(stated: Restatement, tables: dict[str, Table]) -> Diagnostic:
    place = Location(cell=CellRef(stated.table, stated.row, stated.column, tables[stated.table].edition))
    figures = {"before": numerals.written(stated.before), "after": numerals.written(stated.after)}
    return Diagnostic("YEAR-RESTATED", place, {**figures, "reason": stated.reason, "text": stated.text or ""})
