"""A file of organs, CSV or xlsx: one row for every time in which an organ was the same; every fault is told by row and column."""

from __future__ import annotations

import csv
import datetime
import io
import itertools
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from govreport.archive.organs import AREA, ID, LINE, Naming, Organ, Parent, Span, Succession
from govreport.csvtext import meant

TERMS = Path(__file__).with_name("register.toml")
NEEDED = ("id", "name")
COLUMNS = ("id", "name", "kind", "level", "uscc", "division", "parent", "lines", "from", "to", "fate", "successors")
MANY = re.compile("[;,\uff1b\uff0c\u3001]")
_DATE = re.compile(r"([0-9]{4})(?:[-/.]?([0-9]{1,2})(?:[-/.]?([0-9]{1,2}))?)?")
LARGEST = 32 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong in a file of organs: row from 1 with the head, column by its name in the file, reason and what stands there."""

    row: int
    column: str
    reason: str
    value: str = ""


@dataclass(frozen=True, slots=True)
class Imported:
    """What a file of organs says; with any fault nothing of it is to be used."""

    organs: tuple[Organ, ...]
    faults: tuple[Fault, ...]


@dataclass(frozen=True, slots=True)
class _Row:
    number: int
    id: str
    naming: Naming
    parents: tuple[Parent, ...]
    succession: Succession | None


def read(data: bytes, name: str) -> Imported:
    """Return the organs of a file, xlsx or CSV as its first bytes say; never raises on content."""
    if len(data) > LARGEST:
        return Imported((), (Fault(1, "", "too-long", name),))
    try:
        rows = _workbook(data) if data.startswith(b"PK") else _text(data)
    except (ValueError, csv.Error) as error:
        return Imported((), (Fault(1, "", "unreadable", str(error)),))
    if not rows:
        return Imported((), (Fault(1, "", "empty"),))
    head, faults = _head(rows[0])
    if faults:
        return Imported((), tuple(faults))
    return _organs(rows, head)


def _text(data: bytes) -> list[list[str]]:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("gb18030")
    return [[meant(cell).strip() for cell in row] for row in csv.reader(io.StringIO(text, newline=""), strict=True)]


def _workbook(data: bytes) -> list[list[str]]:
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        sheet = CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0)
        return [[_cell(cell) for cell in row] for row in sheet.to_python(skip_empty_area=False)]
    except (CalamineError, OSError, IndexError) as error:
        raise ValueError(str(error)) from error


def _cell(value: object) -> str:
    if isinstance(value, datetime.datetime):
        return value.date().isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()


@lru_cache(maxsize=1)
def terms() -> Mapping[str, Mapping[str, str]]:
    """Return the words of ``register.toml``: by group, what is written to what it means."""
    with TERMS.open("rb") as stream:
        found = tomllib.load(stream)
    return {group: {word: key for key, words in entries.items() for word in words} for group, entries in found.items()}


def _head(cells: Sequence[str]) -> tuple[dict[str, int], list[Fault]]:
    known, head, faults = terms()["columns"], dict[str, int](), list[Fault]()
    for index, cell in enumerate(cells):
        key = known.get(cell.lower())
        if key is None and cell:
            faults.append(Fault(1, cell, "column"))
        elif key in head:
            faults.append(Fault(1, cell, "column-twice"))
        elif key is not None:
            head[key] = index
    faults += [Fault(1, _called(key), "column-missing") for key in NEEDED if key not in head]
    return head, faults


def _organs(rows: Sequence[Sequence[str]], head: Mapping[str, int]) -> Imported:
    faults: list[Fault] = []
    found: dict[str, list[_Row]] = {}
    for number, cells in enumerate(rows[1:], 2):
        if any(cells):
            row = _Cells(number, cells, head, faults).row()
            found.setdefault(row.id, []).append(row)
    organs = [_organ(id, spells, faults) for id, spells in found.items()]
    told = [replace(each, column=rows[0][head[each.column]] if each.column in head else _called(each.column)) for each in faults]
    return Imported(() if faults else tuple(organs), tuple(sorted(told, key=lambda fault: fault.row)))


def _called(key: str) -> str:
    """Return the names that a column may have in a file."""
    return " / ".join(word for word, meant_by in terms()["columns"].items() if meant_by == key)


class _Cells:
    """The cells of one row."""

    def __init__(self, number: int, cells: Sequence[str], head: Mapping[str, int], faults: list[Fault]) -> None:
        self.number, self.faults = number, faults
        self.values = {key: cells[index] if index < len(cells) else "" for key, index in head.items()}

    def row(self) -> _Row:
        """Return the row; what is wrong in it is among the faults."""
        get = self.values.get
        id, span = self._id(get("id", "")), Span(self._day("from", first=True), self._day("to", first=False))
        if span.start and span.end and span.end < span.start:
            self._fault("to", "order")
        if not get("name"):
            self._fault("name", "needed")
        uscc = (get("uscc") or "").upper() or None
        if uscc and not _sound(uscc):
            self._fault("uscc", "uscc")
        naming = Naming(get("name", ""), self._word("kind"), self._word("level"), uscc, get("division") or None, span)
        parents = tuple(Parent(each, AREA, span) for each in self._ids("parent", most=1))
        lines = tuple(Parent(each, LINE, span) for each in self._ids("lines"))
        return _Row(self.number, id, naming, parents + lines, self._succession(span))

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
            if day is not None:
                return datetime.date(year or 0, month or 0, day)
            start = datetime.date(year or 0, month or (1 if first else 12), 1)
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


def _organ(id: str, spells: list[_Row], faults: list[Fault]) -> Organ:
    """Return the organ of its rows; rows of one organ may not overlap."""
    spells = sorted(spells, key=lambda row: row.naming.span.start or datetime.date.min)
    for one, other in itertools.pairwise(spells):
        if one.naming.span.meets(other.naming.span):
            faults.append(Fault(other.number, "from", "overlap", id))
        if one.succession:
            faults.append(Fault(one.number, "fate", "not-last", id))
    span = Span(spells[0].naming.span.start, spells[-1].naming.span.end)
    return Organ(id, span, tuple(row.naming for row in spells), tuple(p for row in spells for p in row.parents), spells[-1].succession)
