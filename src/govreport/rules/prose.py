"""The prose of a report: its numbers against the tables and one another, words of a template, numbers that identify persons."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from govreport import numerals
from govreport.diagnostics import Diagnostic
from govreport.forms import Phrase, TableForm
from govreport.model import NotApplicable, Table
from govreport.rules.context import Context, at, finding
from govreport.rules.identity import is_citizen_number
from govreport.rules.passages import Passage, found_bytes
from govreport.rules.registry import rule
from govreport.rules.sentences import around, excerpt, number, start_of_sentence, without_brackets

_IDENTITY = re.compile(r"(?<![0-9A-Za-z])[1-9][0-9]{16}[0-9Xx](?![0-9A-Za-z])")
_LONG = b"0" * 7
"""The shortest run of digits that can be a telephone number."""
_GAP = 24
"""How many letters may stand between a phrase and its number."""


@lru_cache(maxsize=256)
def _speaks(phrase: Phrase) -> re.Pattern[str]:
    """Return the pattern of a phrase with its number and unit: between them letters only, so that neither leaves its clause."""
    return re.compile(rf"{re.escape(phrase.text)}[^\W\d]{{0,{_GAP}}}?\s?(?P<number>\d[\d,]*)\s?{re.escape(phrase.unit or '')}")


@rule("TEXT-CELL")
def prose_agrees_with_cells(context: Context) -> Iterator[Diagnostic]:
    """Give TEXT-CELL where the prose states numbers for a row's phrase and none of them is the cell's."""
    for key, table in context.tables.items():
        shape = context.shapes[key]
        for row, column, phrases in _spoken(shape):
            yield from _differs(context, table, shape, row, column, phrases)


@lru_cache(maxsize=64)
def _spoken(shape: TableForm) -> tuple[tuple[str, str, tuple[Phrase, ...]], ...]:
    """Return the rows and columns of a table that prose speaks of, with the phrases by which it does."""
    return tuple(
        (row.key, column, tuple(phrase for phrase in row.phrases if phrase.column == column))
        for row in shape.rows.values()
        for column in dict.fromkeys(phrase.column for phrase in row.phrases if phrase.column)
    )


def _differs(context: Context, table: Table, shape: TableForm, row: str, column: str, phrases: tuple[Phrase, ...]) -> Iterator[Diagnostic]:
    stated = list(_stated(context, phrases))
    value = _value(table, shape, row, column) if stated else None
    if value is None or any(said == value for said, _, _ in stated):
        return
    said, passage, found = stated[0]
    place = at(table, row, column)
    quote = around(passage.text, found.start(), found.end())
    yield finding("TEXT-CELL", place, number=numerals.written(said), value=numerals.written(value), quote=quote)


def _stated(context: Context, phrases: tuple[Phrase, ...]) -> Iterator[tuple[Decimal, Passage, re.Match[str]]]:
    for phrase in phrases:
        for passage in context.prose.having((phrase.text,)):
            for found in _speaks(phrase).finditer(passage.text):
                yield number(found.group("number")), passage, found


def _value(table: Table, shape: TableForm, row: str, column: str) -> Decimal | None:
    """Return the number of a cell, for a group of rows the sum of its rows; None where any of them holds no number."""
    total = Decimal(0)
    for each in shape.under(row):
        value = table.get(each, column)
        if value is None or isinstance(value, NotApplicable):
            return None
        total += value
    return total


@rule("TEXT-SUM")
def parts_add_up(context: Context) -> Iterator[Diagnostic]:
    """Give TEXT-SUM for a total with at least two parts of its unit that do not add up to it."""
    for passage in context.hopeful("text-sum"):
        for pattern in context.vocabulary.patterns("text-sum"):
            for found in pattern.finditer(passage.text):
                total, unit = number(found.group("total")), found.group("unit")
                parts_text = without_brackets(found.group("parts"))
                parts = [
                    number(part.group("count"))
                    for each in context.vocabulary.patterns("text-sum-part")
                    for part in each.finditer(parts_text)
                    if part.group("unit") == unit
                ]
                if len(parts) > 1 and sum(parts) != total:
                    quote = excerpt(passage.text[start_of_sentence(passage.text, found.start("total")) : found.end()])
                    sums = {"sum": numerals.written(Decimal(sum(parts))), "total": numerals.written(total)}
                    yield finding("TEXT-SUM", passage.place(), quote=quote, **sums)


@rule("TEXT-TEMPLATE")
def no_words_of_a_template(context: Context) -> Iterator[Diagnostic]:
    """Give TEXT-TEMPLATE, once a passage, for words of a template that were left in."""
    words = context.vocabulary.words("template")
    pattern = context.vocabulary.any_of("template")
    for passage in context.hopeful("template"):
        found = pattern.search(passage.text) if pattern else None
        sample = found.group() if found else next((word for word in words if word in passage.text), None)
        if sample:
            start = passage.text.index(sample)
            yield finding("TEXT-TEMPLATE", passage.place(), sample=sample, quote=around(passage.text, start, start + len(sample)))


@rule("TEXT-SENSITIVE")
def no_numbers_of_persons(context: Context) -> Iterator[Diagnostic]:
    """Give TEXT-SENSITIVE for identity numbers, and for telephone numbers that are not those of the contact; the quote hides them."""
    telephone = context.vocabulary.any_of("telephone")
    contact = context.vocabulary.any_of("contact")
    public = context.report.metadata.contact or ""
    for passage in context.prose.at(list(found_bytes(context.prose.digits, _LONG))):
        text = passage.text
        for found in _IDENTITY.finditer(text):
            if is_citizen_number(found.group()):
                yield _sensitive(passage, found, "identity")
        if telephone is None:
            continue
        for found in telephone.finditer(text):
            if _is_complete(found.group()) and found.group() not in public and not _stands_in(contact, text, found.start()):
                yield _sensitive(passage, found, "telephone")


def _stands_in(contact: re.Pattern[str] | None, text: str, at: int) -> bool:
    return contact is not None and any(each.start() <= at < each.end() for each in contact.finditer(text))


def _is_complete(telephone: str) -> bool:
    """Return whether a telephone number has its area code or is a mobile one: seven digits alone may be any number."""
    digits = "".join(filter(str.isdigit, telephone))
    return digits.startswith("0") or (len(digits) == 11 and digits.startswith("1"))


def _sensitive(passage: Passage, found: re.Match[str], kind: str) -> Diagnostic:
    raw = found.group()
    hidden = raw[:3] + "*" * (len(raw) - 5) + raw[-2:]
    text = passage.text[: found.start()] + hidden + passage.text[found.end() :]
    return finding("TEXT-SENSITIVE", passage.place(), kind=kind, quote=around(text, found.start(), found.end()))
