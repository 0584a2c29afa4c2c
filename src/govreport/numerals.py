"""The one way a number is written in our own formats (contract, section 2), and its reading back: exactly, or not at all."""

from __future__ import annotations

import re
from decimal import Decimal

from govreport.model import NA, NotApplicable, Value

MAXIMUM_DIGITS = 12
MAXIMUM_DECIMALS = 6

_FALL = re.compile(r"-[1-9][0-9]{0,11}")
_MONEY = re.compile(r"(?:0|[1-9][0-9]{0,11})(?:\.[0-9]{0,5}[1-9])?")
SMALL: dict[str, int] = {str(number): number for number in range(1000)}
"""The counts met most, ready made."""


class NumberError(ValueError):
    """Raised for a number that no cell can hold: too long, negative where it may not be, not finite."""


def parse(raw: str, kind: str) -> Value | None:
    """Return the value that a canonical text stands for in a column of that kind (count, change, money), None where it is not canonical."""
    if kind != "money":
        small = SMALL.get(raw)
        if small is not None:
            return small
        # digits that are not among the small ones: told much faster than by a pattern
        if raw.isdecimal() and raw.isascii() and raw[0] != "0" and len(raw) <= MAXIMUM_DIGITS:
            return int(raw)
        if kind == "change" and _FALL.fullmatch(raw):
            return int(raw)
    elif _MONEY.fullmatch(raw) and _digits(raw) <= MAXIMUM_DIGITS:
        return Decimal(raw)
    return NA if raw == NA.value else None


def parse_figure(raw: str) -> Decimal | None:
    """Return the number of any cell that a canonical text stands for, None where it is not canonical."""
    value = parse(raw, "change")
    if value is None:
        value = parse(raw, "money")
    return None if value is None or isinstance(value, NotApplicable) else Decimal(value)


def text_of(value: Value, kind: str) -> str:
    """Return the canonical text of a value; raises ``NumberError`` where a column of that kind cannot hold it."""
    text = SMALL_TEXTS.get(value) if type(value) is int else None
    if text is None:
        text = written(value)
        if parse(text, kind) is None:
            raise NumberError(f"{text} in a column of kind {kind}")
    return text


def written(value: Value) -> str:
    """Return a value as digits: no exponent, no plus sign, no trailing zeros; ``NA`` for a cell that is not applicable."""
    if isinstance(value, NotApplicable):
        return value.value
    if isinstance(value, int):
        return str(int(value))
    if not value.is_finite():
        raise NumberError(f"{value} is not finite")
    if abs(value.adjusted()) > 2 * MAXIMUM_DIGITS:
        raise NumberError("a number is too long")
    text = format(value, "f")
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text


def _digits(raw: str) -> int:
    return len(raw.replace(".", "").lstrip("0"))


SMALL_TEXTS: dict[Value, str] = {number: text for text, number in SMALL.items()}
"""The texts of the numbers met most, the same in a column of any kind."""
