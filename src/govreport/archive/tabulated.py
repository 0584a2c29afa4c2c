"""Totals, progress and hits as rows and plain values in words of a language: for tables, sheets, JSON and pages alike."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from pathlib import Path

from govreport import diagnostics, numerals
from govreport.archive.adding import Comparison, Totals
from govreport.archive.catalogue import figures
from govreport.archive.catalogue.figures import Sum
from govreport.archive.members import EXCLUDED, MISSING, Member
from govreport.archive.standings import Progress, Standing
from govreport.cellnames import cell_name, column_name, row_name
from govreport.diagnostics import Diagnostic
from govreport.standard import Standard
from govreport.texts import Texts, read

TEXTS = Path(__file__).with_name("aggregate.toml")

SUMS = ("edition", "table", "row", "column", "cell", "total", "unit", "numbers", "na", "blank", "remark")
MEMBERS = ("organ", "name", "kind", "level", "status", "why", "report", "version", "sha256")
STANDINGS = ("organ", "name", "kind", "level", "parent", "state", "due", "handed_in", "late", "overdue", "report", "version", "remark")
FOUND = ("comparison", "code", "cell", "message")

Value = str | int | Decimal | None


@lru_cache(maxsize=2)
def words(lang: str) -> Texts:
    """Return the words of totals in a language."""
    return Texts(lang, read(TEXTS))


def sum_rows(found: Totals, standard: Standard, lang: str) -> Iterator[tuple[Value, ...]]:
    """Yield the sums as rows of ``SUMS``; ``total`` is what the members that say a number come to, ``remark`` why it may not be the whole.

    A total that no cell of the form can hold is text: a spreadsheet would round it.
    """
    for each in found.sums:
        form = standard.table(each.table, each.edition)
        names = (form.name, row_name(form, each.row), column_name(form, each.row, each.column)) if form else ()
        total = "" if each.total is None else each.total if figures.fits(each.total) else numerals.written(each.total)
        counts = (each.numbers, each.not_applicable, each.blank)
        yield each.edition, each.table, each.row, each.column, " ".join(names), total, each.unit or "", *counts, remark(each, lang) or ""


def remark(each: Sum, lang: str) -> str | None:
    """Return why a sum does not stand for all members, None where it does."""
    say = words(lang)
    if each.parts:
        parts = [say("part", total=numerals.written(total), unit=unit or say("unknown-unit"), count=count) for unit, total, count in each.parts]
        return say("units", parts=say("comma").join(parts))
    if each.total is not None and not figures.fits(each.total):
        return say("long", total=numerals.written(each.total))
    if each.blank and each.total is not None:
        return say("open", blank=each.blank, numbers=each.numbers, total=numerals.written(each.total))
    return None


def member_rows(found: Sequence[Member], lang: str) -> Iterator[tuple[Value, ...]]:
    """Yield members as rows of ``MEMBERS``, status and reason in words."""
    for each in found:
        kept = (each.version.id, each.version.version, each.version.sha256) if each.version else ("", None, "")
        yield each.organ, each.name, *placed(each.kind, each.level, lang), words(lang)(each.status), why(each, lang), *kept


def placed(kind: str | None, level: str | None, lang: str) -> tuple[str, str]:
    """Return an organ's kind and level in words, empty where they are not known."""
    say = words(lang)
    return say(f"kind.{kind}") if kind else "", say(f"level.{level}") if level else ""


def why(member: Member, lang: str) -> str:
    """Return why a member is missing or left out, in words."""
    if member.status not in (MISSING, EXCLUDED):
        return ""
    reason = "gone" if member.why == "ended" and not member.by else member.why
    return words(lang)(f"why.{reason}", by=member.by)


def comparison_rows(found: Totals, standard: Standard, lang: str) -> Iterator[tuple[Value, ...]]:
    """Yield what was found beside the own aggregate and last year as rows of ``FOUND``."""
    known = diagnostics.catalogue_in(standard.root)
    for name, comparison in (("own", found.own), ("last_year", found.last_year)):
        for each in comparison.found:
            yield name, each.code, place(each, standard), known.message(each, lang)


def place(found: Diagnostic, standard: Standard) -> str:
    """Return the cell that a difference is about, in the clerk's words."""
    cell = found.location.cell
    return cell_name(standard, cell) if cell else ""


def standing_rows(found: Sequence[Standing]) -> Iterator[tuple[Value, ...]]:
    """Yield how far organs have come as rows of ``STANDINGS``; days as ISO dates, ``state`` as its word of the archive."""
    for each in found:
        version = each.version
        kept = (version.id, version.version, version.remark or "") if version else ("", None, "")
        days = (each.due.isoformat() if each.due else "", each.handed_in.isoformat() if each.handed_in else "")
        yield each.organ, each.name, each.kind or "", each.level or "", each.parent or "", each.state, *days, each.late, int(each.overdue), *kept


def totals_object(found: Totals, standard: Standard, lang: str) -> Mapping[str, object]:
    """Return totals as the object of their JSON: numbers as whole numbers, money as text."""
    return {
        "organ": found.organ,
        "name": found.name,
        "year": found.year,
        "line": found.line,
        "scopes": list(found.scopes),
        "counts": {"counted": len(found.counted), "missing": len(found.missing), "excluded": len(found.excluded)},
        "members": [_member(each, lang) for each in found.members],
        "sums": [_sum(each) for each in found.sums],
        "own": _comparison(found.own, standard, lang),
        "last_year": _comparison(found.last_year, standard, lang),
        "sequence": found.sequence,
        "unread": found.unread,
    }


def _member(each: Member, lang: str) -> Mapping[str, object]:
    version = each.version
    kept = {"report": version.id, "version": version.version, "sha256": version.sha256, "sequence": version.sequence} if version else {}
    return {"organ": each.organ, "name": each.name, "status": each.status, "why": each.why, "by": each.by, "said": why(each, lang), **kept}


def _sum(each: Sum) -> Mapping[str, object]:
    total = each.total if each.total is None or isinstance(each.total, int) else numerals.written(each.total)
    found: dict[str, object] = {"edition": each.edition, "table": each.table, "row": each.row, "column": each.column, "total": total, "complete": each.complete}
    found |= {"numbers": each.numbers, "na": each.not_applicable, "blank": each.blank}
    if each.unit is not None:
        found["unit"] = each.unit
    if each.parts:
        found["parts"] = [{"unit": unit, "total": numerals.written(total), "members": count} for unit, total, count in each.parts]
    return found


def _comparison(found: Comparison, standard: Standard, lang: str) -> Mapping[str, object]:
    known = diagnostics.catalogue_in(standard.root)
    said = []
    for each in found.found:
        cell = each.location.cell
        keys = {"table": cell.table, "row": cell.row, "col": cell.column} if cell else {}
        said.append({"code": each.code, "cell": place(each, standard), **keys, "message": known.message(each, lang), "params": dict(each.params)})
    return {"skipped": found.skipped, "with": [each.subject for each in found.with_], "left_out": list(found.left_out), "found": said}


def progress_object(found: Progress) -> Mapping[str, object]:
    """Return progress as the object of its JSON."""
    rows = (dict(zip(STANDINGS, row, strict=True)) for row in standing_rows(found.standings))
    organs = [{**row, "overdue": bool(row["overdue"])} for row in rows]
    return {"year": found.year, "day": found.day.isoformat(), "counts": dict(found.counts), "organs": organs}
