"""Who reports, and numbers with a check character: the unified social credit code (GB 32100) and the citizen's identity number (GB 11643)."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from govreport.diagnostics import Diagnostic, Location
from govreport.rules.context import Context, finding
from govreport.rules.registry import rule

ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
LENGTH = 18
_WEIGHTS = tuple(pow(3, place, 31) for place in range(LENGTH - 1))
_CITIZEN = "10X98765432"


@rule("DOC-AGENCY")
def somebody_reports(context: Context) -> Iterator[Diagnostic]:
    """Give DOC-AGENCY where the report does not say whose it is."""
    if context.metadata.agency.name is None:
        yield finding("DOC-AGENCY", Location(path="/report/metadata"))


@rule("ID-USCC")
def the_credit_code_checks(context: Context) -> Iterator[Diagnostic]:
    """Give ID-USCC where the agency's unified social credit code has a wrong length, a wrong character or a wrong check character."""
    code = context.metadata.agency.uscc
    if code is None:
        return
    place = Location(path="/report/metadata/agency/@uscc")
    strange = next((character for character in code[: LENGTH - 1] if character not in ALPHABET), None)
    if len(code) != LENGTH:
        yield finding("ID-USCC", place, uscc=code, problem="length")
    elif strange is not None:
        yield finding("ID-USCC", place, uscc=code, problem="character", character=strange)
    elif code[-1] != check_character(code):
        yield finding("ID-USCC", place, uscc=code, problem="check", expected=check_character(code))


def check_character(code: str) -> str:
    """Return the check character of a unified social credit code's first 17 characters (GB 32100-2015)."""
    total = sum(ALPHABET.index(character) * weight for character, weight in zip(code, _WEIGHTS, strict=False))
    return ALPHABET[-total % 31]


def is_citizen_number(text: str) -> bool:
    """Return whether 18 characters are a citizen's identity number: a date of birth and a right check character (GB 11643-1999)."""
    digits = text[:-1]
    if len(text) != LENGTH or not (digits.isascii() and digits.isdigit()):
        return False
    try:
        datetime.date(int(text[6:10]), int(text[10:12]), int(text[12:14]))
    except ValueError:
        return False
    total = sum(int(digit) * pow(2, 17 - place, 11) for place, digit in enumerate(digits))
    return _CITIZEN[total % 11] == text[-1].upper()
