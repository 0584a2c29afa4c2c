"""What a report must say as a whole: tables of the edition in force, the assessment of a government, fees, a bounded overview, its deadline."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from govreport import numerals
from govreport.diagnostics import Diagnostic, Location
from govreport.envelope import envelope
from govreport.forms import ChapterForm, Form, Phrase, TableForm
from govreport.localrelations import LOCAL_BASIS
from govreport.model import NA, Table, Value
from govreport.rules.context import Context, at, finding
from govreport.rules.passages import Passage
from govreport.rules.registry import Raised, rule
from govreport.rules.sentences import excerpt, number, sentences

_LENGTH = "overview-length"
"""The limit of the profile on the characters of the overview."""


@rule("DOC-EDITION")
def tables_suit_the_year(context: Context) -> Iterator[Diagnostic]:
    """Give DOC-EDITION for every table whose edition is not in force for the reporting year."""
    year = context.year
    if year is None:
        return
    in_force = [form.edition for form in context.standard.forms.values() if form.in_force(year)]
    for table in context.tables.values():
        if table.edition not in in_force:
            problem = "edition" if in_force else "none"
            yield finding("DOC-EDITION", at(table), problem=problem, year=year, edition=table.edition, expected=" / ".join(in_force))


@rule("DOC-ASSESSMENT")
def governments_report_their_assessment(context: Context) -> Iterator[Diagnostic]:
    """Give DOC-ASSESSMENT for a government's report that is silent on a matter of role ``assessment`` (Regulation, Art. 50(4))."""
    if context.metadata.agency.kind != "government":
        return
    matters = _matters(context.form, "assessment").items()
    missing = [matter for matter, words in matters if not any(map(context.prose.has, words))]
    if missing:
        yield finding("DOC-ASSESSMENT", Location(path="/report"), missing=" / ".join(missing))


@rule("DOC-LENGTH")
def the_overview_is_short(context: Context) -> Iterator[Raised]:
    """Give DOC-LENGTH for a chapter of role ``overview`` with more characters, white space not counted, than the profile allows."""
    limit = context.profile.threshold(_LENGTH)
    form = next((chapter for chapter in context.form.chapters if chapter.role == "overview"), None)
    if limit is None or form is None:
        return
    for place, chapter in enumerate(context.contents.chapters):
        if chapter.key == form.key:
            texts = context.prose.chapter(place)
            if sum(map(len, texts)) > limit and (length := sum(len("".join(text.split())) for text in texts)) > limit:
                where = Location(path=context.contents.chapter_paths[place])
                found = finding("DOC-LENGTH", where, chapter=form.title or form.key, length=length, limit=limit)
                yield Raised(found, instrument=context.profile.threshold_instruments.get(_LENGTH))


@rule("DOC-FEE")
def unpaid_fees_are_spoken_of(context: Context) -> Iterator[Diagnostic]:
    """Give DOC-FEE where a row of role ``fee-unpaid`` counts something and the chapter of role ``fee`` does not speak of fees."""
    shapes = ((table, context.shapes[key]) for key, table in context.tables.items())
    rows = ((table, shape, row) for table, shape in shapes for row in _rows_of_role(shape, "fee-unpaid"))
    unpaid = [(table, row, column, value) for table, shape, row in rows for column, value in (_largest(table, shape, row),) if value]
    spoken = list(context.form.spoken("fee")) if unpaid else []
    if not spoken or any(_speaking(context, chapter, phrase) for chapter, phrase in spoken):
        return
    for table, row, column, value in unpaid:
        about = {"phrase": spoken[0][1].text, "chapter": _title(spoken[0][0])}
        yield finding("DOC-FEE", at(table, row, column), problem="unmentioned", value=numerals.written(value), **about)


@rule("DOC-FEE")
def collected_fees_are_counted(context: Context) -> Iterator[Diagnostic]:
    """Give DOC-FEE where the text names a sum of money that was charged and every cell of role ``fee-amount`` is 0."""
    cells = [(table, row, column) for key, table in context.tables.items() for row, column in _of_role(context.shapes[key], "fee-amount")]
    if not cells or any(table.get(row, column) != 0 for table, row, column in cells):
        return
    money = _sum_of_money(envelope(context.standard).enumerations.get("Unit", ()))
    for chapter, phrase in context.form.spoken("fee"):
        for passage in _speaking(context, chapter, phrase):
            for sentence in sentences(passage.text) if money.search(passage.text) else ():
                if phrase.text in sentence and any(number(found.group(1)) for found in money.finditer(sentence)):
                    table, row, column_key = cells[0]
                    about = {"phrase": phrase.text, "chapter": _title(chapter), "quote": excerpt(sentence)}
                    yield finding("DOC-FEE", at(table, row, column_key), problem="uncollected", **about)
                    return


@rule("DOC-DEADLINE")
def the_report_is_in_time(context: Context) -> Iterator[Raised]:
    """Give DOC-DEADLINE for a report published after the day that the profile sets for its kind and level of agency."""
    metadata = context.metadata
    if metadata.published is None or metadata.year is None:
        return
    agency, profile = metadata.agency, context.profile
    due, last = profile.due(agency.kind, agency.level), profile.deadline(agency.kind, agency.level, metadata.year)
    if due is not None and last is not None and metadata.published > last:
        place = Location(path="/report/metadata/published")
        found = finding("DOC-DEADLINE", place, published=metadata.published.isoformat(), deadline=last.isoformat())
        yield Raised(found, LOCAL_BASIS if due.instrument else None, due.instrument)


def _speaking(context: Context, chapter: ChapterForm | None, phrase: Phrase) -> list[Passage]:
    """Return the passages of a chapter, of any where none is given, that have the words of a phrase."""
    return [passage for passage in context.prose.having((phrase.text,)) if chapter is None or passage.chapter == chapter.key]


def _title(chapter: ChapterForm | None) -> str:
    """Return the title of a chapter, empty where any will do."""
    return (chapter.title or chapter.key) if chapter else ""


@lru_cache(maxsize=64)
def _matters(form: Form, role: str) -> dict[str, tuple[str, ...]]:
    return form.matters(role)


@lru_cache(maxsize=64)
def _rows_of_role(shape: TableForm, role: str) -> tuple[str, ...]:
    """Return the rows of a table that have a role."""
    return tuple(row.key for row in shape.leaves if row.role == role)


@lru_cache(maxsize=64)
def _of_role(shape: TableForm, role: str) -> tuple[tuple[str, str], ...]:
    """Return the cells of a table in columns of a role."""
    return tuple((row, key) for row, columns in shape.columns.items() for key, column in columns.items() if column.role == role)


@lru_cache(maxsize=8)
def _sum_of_money(units: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of a number with one of some units of money."""
    return re.compile(rf"(?<![\d.])(\d[\d,]{{0,18}}(?:\.\d{{1,9}})?)\s{{0,4}}(?:{'|'.join(map(re.escape, units))})")


def _largest(table: Table, shape: TableForm, row: str) -> tuple[str, Value]:
    found = [(column, value) for column in shape.columns[row] if (value := table.get(row, column)) is not None and value is not NA]
    return max(found, key=lambda pair: pair[1], default=("", 0))
