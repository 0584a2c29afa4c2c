"""Dates as texts write them, broken ones too, as far as they can be only one date."""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Iterator

from govreport.vocabulary import Vocabulary

_DIGITS = re.compile("[0-9]+")


def read_date(raw: str, vocabulary: Vocabulary) -> datetime.date | None:
    """Return the one date that a text can be: digits with anything between them, or numerals; None where there are several or none.

    Separators may have been lost: the digits are cut every way that keeps the ones left, and only a single valid date counts.
    """
    groups = _DIGITS.findall(unicodedata.normalize("NFKC", raw)) or [str(number) for number in _numerals(raw, vocabulary)]
    if not groups or len(groups[0]) < 4:
        return None
    year, rest = int(groups[0][:4]), groups[0][4:]
    parts = ([rest] if rest else []) + groups[1:]
    found = {date for month, day in _cuts(parts) if (date := _date(year, month, day))}
    return found.pop() if len(found) == 1 else None


def _cuts(parts: list[str]) -> Iterator[tuple[str, str]]:
    if len(parts) == 2:
        yield parts[0], parts[1]
    elif len(parts) == 1:
        for place in (1, 2):
            yield parts[0][:place], parts[0][place:]


def _date(year: int, month: str, day: str) -> datetime.date | None:
    if not (1 <= len(month) <= 2 and 1 <= len(day) <= 2):
        return None
    try:
        return datetime.date(year, int(month), int(day))
    except ValueError:
        return None


def read_year(raw: str, vocabulary: Vocabulary) -> int | None:
    """Return a year written in digits or numerals."""
    folded = unicodedata.normalize("NFKC", raw).strip()
    if folded.isdecimal():
        return int(folded)
    return next(iter(_numerals(raw, vocabulary)), None)


def _numerals(raw: str, vocabulary: Vocabulary) -> list[int]:
    """Return the numbers that runs of numerals stand for: digits in a row, or tens and units."""
    digits = {term.text: int(term.get("value") or 0) for term in vocabulary.terms("year-digit")}
    tens = vocabulary.words("ten")
    numbers: list[int] = []
    run = ""
    for character in f"{raw} ":
        if character in digits or character in tens:
            run += character
        elif run:
            numbers.append(_number(run, digits, tens))
            run = ""
    return numbers


def _number(run: str, digits: dict[str, int], tens: tuple[str, ...]) -> int:
    ten = next((character for character in run if character in tens), None)
    if ten is None:
        return int("".join(str(digits[character]) for character in run))
    head, _, tail = run.partition(ten)
    return 10 * _digits(head, digits, 1) + _digits(tail, digits, 0)


def _digits(run: str, digits: dict[str, int], default: int) -> int:
    text = "".join(str(digits[character]) for character in run if character in digits)
    return int(text) if text else default
