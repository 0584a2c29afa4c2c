"""A row of a file of organs: a time in which an organ was the same; every fault is told by row and column."""

from __future__ import annotations

import datetime
import re
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from govreport.archive.organs import AREA, DIVISION, ID, LINE, NAME, Naming, Parent, Span, Succession

TERMS = Path(__file__).with_name("register.toml")
MANY = re.compile("[;,\uff1b\uff0c\u3001]")
EARLIEST, LATEST, ENDLESS = 1900, 2999, 9999
"""The years in which an organ may begin or end, and the one in which other registers let end what has no end."""
_DATE = re.compile(r"([0-9]{4})(?:[-/.]?([0-9]{1,2})(?:[-/.]?([0-9]{1,2}))?)?")


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong in a file of organs: row from 1 with the head, column by its name in the file, reason and what stands there."""

    row: int
    column: str
    reason: str
    value: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """What a row says: of which organ, and what it was called, whom it was under and what became of it."""

    number: int
    id: str
    naming: Naming
    parents: tuple[Parent, ...]
    succession: Succession | None


@lru_cache(maxsize=1)
def terms() -> Mapping[str, Mapping[str, str]]:
    """Return the words of ``register.toml``: by group, what is written to what it means."""
    with TERMS.open("rb") as stream:
        found = tomllib.load(stream)
    return {group: {word: key for key, words in entries.items() for word in words} for group, entries in found.items()}


class Cells:
    """The cells of one row."""

    def __init__(self, number: int, cells: Sequence[str], head: Mapping[str, int], faults: list[Fault]) -> None:
        self.number, self.faults = number, faults
        self.values = {key: unicodedata.normalize("NFC", cells[index]) if index < len(cells) else "" for key, index in head.items()}

    def row(self) -> Row:
        """Return the row; what is wrong in it is among the faults."""
        get = self.values.get
        id, span = self._id(get("id", "")), Span(self._day("from", first=True), self._day("to", first=False))
        if span.start and span.end and span.end < span.start:
            self._fault("to", "order")
        if not get("name"):
            self._fault("name", "needed")
        for column, most in (("name", NAME), ("division", DIVISION)):
            if len(get(column, "")) > most:
                self._fault(column, "long")
        uscc = (get("uscc") or "").upper() or None
        if uscc and not _sound(uscc):
            self._fault("uscc", "uscc")
        naming = Naming(get("name", ""), self._word("kind"), self._word("level"), uscc, get("division") or None, span)
        parents = tuple(Parent(each, AREA, span) for each in self._ids("parent", most=1))
        lines = tuple(Parent(each, LINE, span) for each in self._ids("lines"))
        return Row(self.number, id, naming, parents + lines, self._succession(span))

    def _fault(self, column: str, reason: str) -> None:
        self.faults.append(Fault(self.number, column, reason, self.values.get(column, "")))

    def _id(self, value: str) -> str:
        if not ID.fullmatch(value):
            self._fault("id", "id" if value else "needed")
        return value

    def _ids(self, column: str, most: int | None = None) -> Iterator[str]:
        ids = [each.strip() for each in MANY.split(self.values.get(column, "")) if each.strip()]
        if any(not ID.fullmatch(each) for each in ids) or (most is not None and len(ids) > most):
            self._fault(column, "ids" if most is None else "one-id")
            return
        yield from ids

    def _word(self, column: str) -> str | None:
        value = self.values.get(column, "")
        words = terms()[column]
        if value and value.lower() not in words:
            self.faults.append(Fault(self.number, column, "word", f"{value} ({' / '.join(words)})"))
        return words.get(value.lower())

    def _day(self, column: str, first: bool) -> datetime.date | None:
        value = self.values.get(column, "")
        if not value:
            return None
        parts = _DATE.fullmatch(value)
        try:
            if parts is None:
                raise ValueError
            year, month, day = (int(part) if part else None for part in parts.groups())
            if year == ENDLESS and not first:
                return None
            if year is None or not EARLIEST <= year <= LATEST:
                raise ValueError
            if day is not None:
                return datetime.date(year, month or 0, day)
            start = datetime.date(year, month or (1 if first else 12), 1)
            return start if first else (start + datetime.timedelta(days=31)).replace(day=1) - datetime.timedelta(days=1)
        except (ValueError, OverflowError):
            self._fault(column, "day")
            return None

    def _succession(self, span: Span) -> Succession | None:
        fate, successors = self._word("fate"), tuple(self._ids("successors"))
        if fate is None:
            if successors:
                self._fault("fate", "needed")
            return None
        if span.end is None:
            self._fault("to", "needed")
            return None
        if (fate == "abolished") == bool(successors):
            self._fault("successors", "successors")
        return Succession(span.end + datetime.timedelta(days=1), fate, successors)


def _sound(uscc: str) -> bool:
    from govreport.rules.identity import ALPHABET, LENGTH, check_character

    return len(uscc) == LENGTH and set(uscc) <= set(ALPHABET) and uscc[-1] == check_character(uscc)
