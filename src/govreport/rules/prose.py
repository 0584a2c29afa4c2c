"""The prose of a report: its numbers against the tables, and against one another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from itertools import accumulate, islice

from govreport import numerals
from govreport.diagnostics import Diagnostic
from govreport.forms import Phrase, TableForm
from govreport.model import NotApplicable, Table
from govreport.rules.context import Context, at, finding
from govreport.rules.parts import adds_up
from govreport.rules.passages import Passage, Prose
from govreport.rules.registry import rule
from govreport.rules.sentences import around, excerpt, number, sentences, start_of_sentence, without_brackets
from govreport.vocabulary import Vocabulary

_CLAUSE = re.compile(r"\W+")
_MOST = 1000
"""The numbers of a row and column that are looked at: no report states one so often."""
_STOPS = tuple(map(chr, (0x3002, 0xFF0C, 0xFF1B, 0x2C, 0x3B)))
"""Full stop, comma and semicolon, full-width and, but for the full stop, ASCII: what ends a clause."""
_GAP = 24
"""How many letters may stand between a phrase and its number."""
_NEAR = 300
"""How far before a total others are looked for that share its parts, and before a phrase words that say of what it is."""


def _speaks(phrase: Phrase) -> re.Pattern[str]:
    """Return the pattern of a phrase with its number and unit: between them letters only, so that neither leaves its clause."""
    return re.compile(rf"{re.escape(phrase.text)}[^\W\d]{{0,{_GAP}}}?\s?(?P<number>\d[\d,]*)\s?{re.escape(phrase.unit or '')}")


@dataclass(frozen=True, slots=True)
class _Spoken:
    """A row and column that prose speaks of: the phrases by which it does and their patterns, those of other rows, the labels of other columns.

    ``cells`` are those of the rows in a group of rows.
    """

    row: str
    column: str
    cells: tuple[tuple[str, str], ...]
    phrases: tuple[tuple[Phrase, re.Pattern[str]], ...]
    others: tuple[str, ...]
    labels: tuple[str, ...]


@rule("TEXT-CELL")
def prose_agrees_with_cells(context: Context) -> Iterator[Diagnostic]:
    """Give TEXT-CELL where the prose states numbers for a row's phrase and none of them, nor those of a passage together, is the cell's."""
    for key, table in context.tables.items():
        shape = context.shapes[key]
        for spoken in _spoken(shape):
            said = _said(context.prose, spoken)
            if said:
                value = _value(table, spoken.cells)
                if value is not None and any(each != value for each in said):
                    yield from _differs(context, table, spoken, value)


@lru_cache(maxsize=64)
def _spoken(shape: TableForm) -> tuple[_Spoken, ...]:
    """Return the rows and columns of a table that prose speaks of."""
    found = []
    for row in shape.rows.values():
        others = tuple(phrase.text for other in shape.rows.values() if other is not row for phrase in other.phrases)
        for column in dict.fromkeys(phrase.column for phrase in row.phrases if phrase.column):
            cells = {each.key: each.label for leaf in shape.under(row.key) for each in shape.columns[leaf].values()}
            labels = tuple(label for each, label in cells.items() if each != column)
            under = tuple((leaf, column) for leaf in shape.under(row.key))
            phrases = tuple((phrase, _speaks(phrase)) for phrase in row.phrases if phrase.column == column)
            found.append(_Spoken(row.key, column, under, phrases, others, labels))
    return tuple(found)


def _said(prose: Prose, spoken: _Spoken) -> list[int | Decimal]:
    """Return the numbers that follow a phrase anywhere; no phrase reaches from one passage into the next with its number."""
    return [number(found[1]) for phrase, pattern in spoken.phrases for found in prose.matches(phrase.text, pattern)]


def _differs(context: Context, table: Table, spoken: _Spoken, value: int | Decimal) -> Iterator[Diagnostic]:
    numbers = islice(_numbers(context, spoken), _MOST)
    own = (each for each in numbers if not _is_other(context, spoken, each[1], each[2].text, each[3]))
    # one phrase may begin with another, so that both lead to one number
    stated = list({(passage.number, found.start("number")): (said, passage, found) for said, _, passage, found in own}.values())
    by_passage: dict[int, int | Decimal] = {}
    for said, passage, _ in stated:
        by_passage[passage.number] = by_passage.get(passage.number, 0) + said
    if not stated or any(said == value for said, _, _ in stated) or value in by_passage.values():
        return
    said, passage, found = stated[0]
    place = at(table, spoken.row, spoken.column)
    quote = around(passage.text, found.start(), found.end())
    yield finding("TEXT-CELL", place, number=numerals.written(said), value=numerals.written(value), quote=quote)


def _numbers(context: Context, spoken: _Spoken) -> Iterator[tuple[int | Decimal, Phrase, Passage, re.Match[str]]]:
    """Yield the numbers that follow a phrase, of whatever row, column and year they are."""
    for phrase, pattern in spoken.phrases:
        for passage in context.prose.having((phrase.text,)):
            for found in pattern.finditer(passage.text):
                yield number(found.group("number")), phrase, passage, found


def _is_other(context: Context, spoken: _Spoken, phrase: Phrase, text: str, found: re.Match[str]) -> bool:
    """Return whether a number is of another row, column, subject or year, or of both rows together."""
    between = text[found.start() + len(phrase.text) : found.start("number")].strip()
    if between and any(label in between or between in label for label in spoken.labels):
        return True
    before = text[max(found.start() - _NEAR, 0) : found.start()]
    if any(other in between or before.endswith(other) or before[:-1].endswith(other) for other in spoken.others):
        return True
    work = f"{text[found.start() : found.start('number')]}\n{text[start_of_sentence(text, found.start()) : found.start()]}"
    for use, words in (("other-subject", between), ("other-work", work), ("unrelated", text[found.end() : found.end() + _NEAR])):
        other = context.vocabulary.any_of(use)
        if other is not None and (other.match if use == "unrelated" else other.search)(words):
            return True
    clause = _CLAUSE.split(before)[-1]
    if any(word in clause for word in context.vocabulary.words("other-year")):
        return True
    years = [int(year.group("year")) for pattern in context.vocabulary.patterns("year") for year in pattern.finditer(clause)]
    return bool(years) and context.year not in (None, years[-1])


def _value(table: Table, cells: Sequence[tuple[str, str]]) -> int | Decimal | None:
    """Return the sum of some cells; None where any of them holds no number."""
    total: int | Decimal = 0
    for each in cells:
        value = table.cells.get(each)
        if value is None or isinstance(value, NotApplicable):
            return None
        total += value
    return total


@rule("TEXT-SUM")
def parts_add_up(context: Context) -> Iterator[Diagnostic]:
    """Give TEXT-SUM for a total with at least two parts of its unit that do not add up to it."""
    patterns = context.vocabulary.patterns("text-sum")
    for passage in context.hopeful("text-sum"):
        for pattern in patterns:
            for found in pattern.finditer(passage.text):
                raw, unit, listed = found.group("total", "unit", "parts")
                total, listed = number(raw), without_brackets(listed)
                parts = _parts(context, listed, unit)
                if len(parts) < 2 or adds_up(total, parts):
                    continue
                before = passage.text[max(found.start("total") - _NEAR, 0) : found.start("total")]
                if not any(adds_up(each, parts) for each in _totals(context, total, before, unit)) and not _goes_on(context, listed, unit):
                    quote = excerpt(passage.text[start_of_sentence(passage.text, found.start("total")) : found.end()])
                    sums = {"sum": numerals.written(sum(_nearest(context, listed, unit) or parts)), "total": numerals.written(total)}
                    yield finding("TEXT-SUM", passage.place(), quote=quote, **sums)


def _parts(context: Context, text: str, unit: str) -> list[int | Decimal]:
    """Return the numbers of a unit in a list."""
    return [number(part[count]) for pattern, count, own in _of_parts(context.vocabulary) for part in pattern.findall(text) if part[own] == unit]


def _nearest(context: Context, listed: str, unit: str) -> list[int | Decimal]:
    """Return the parts up to the first stop that ends more than a clause, empty where a list goes on beyond it."""
    found = _parts(context, next(sentences(listed), ""), unit)
    return found if len(found) > 1 else []


@lru_cache(maxsize=8)
def _of_parts(vocabulary: Vocabulary) -> tuple[tuple[re.Pattern[str], int, int], ...]:
    """Return the patterns of a part, each with the places of its number and of its unit in what ``findall`` gives."""
    patterns = vocabulary.patterns("text-sum-part")
    return tuple((pattern, pattern.groupindex["count"] - 1, pattern.groupindex["unit"] - 1) for pattern in patterns)


def _goes_on(context: Context, text: str, unit: str) -> bool:
    """Return whether words that leave a list open follow its last number of a unit."""
    found = (part for pattern in context.vocabulary.patterns("text-sum-part") for part in pattern.finditer(text) if part["unit"] == unit)
    return text.startswith(context.vocabulary.words("open-list"), max((part.end() for part in found), default=0))


def _totals(context: Context, total: int | Decimal, before: str, unit: str) -> Iterator[int | Decimal]:
    """Yield the sums of a total and those before it in its clause, the nearest first: several may share a list of parts."""
    others = _parts(context, before[max(map(before.rfind, _STOPS)) + 1 :], unit)
    yield from islice(accumulate((total, *reversed(others))), 1, None)
