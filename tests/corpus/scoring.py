"""Comparing what was read with what was to be found: right, missed, wrong, and missed without a word."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from govreport.model import NotApplicable
from govreport.reading import Reading
from govreport.standard import Standard

from .expected import Expected, Value
from .printed import Place

NUMBER = re.compile(r"-?\d[\d,]*(?:\.\d+)?")
Got = dict[Place, tuple[Value, str, str]]


@dataclass
class Score:
    """Counts of cells; ``faults`` are lines that say what went wrong."""

    right: int = 0
    missed: int = 0
    wrong: int = 0
    silent: int = 0
    nonzero: int = 0
    nonzero_right: int = 0
    reports: int = 0
    whole: int = 0
    faults: list[str] = field(default_factory=list)

    def __iadd__(self, other: Score) -> Score:
        for name in ("right", "missed", "wrong", "silent", "nonzero", "nonzero_right", "reports", "whole"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        return self

    @property
    def share(self) -> float:
        """The share of right cells among those the text still holds."""
        return self.right / max(1, self.right + self.missed + self.wrong)

    @property
    def nonzero_share(self) -> float:
        """The share of right cells among those that hold a number other than 0."""
        return self.nonzero_right / max(1, self.nonzero)


def cells_read(reading: Reading, standard: Standard) -> Got:
    """Return every number and mark of a reading's tables with its edition and the unit in force."""
    got: Got = {}
    for table in reading.report.tables() if reading.report else ():
        form = standard.table(table.key, table.edition)
        for (row, column), value in table.cells.items():
            printed = form.column(row, column) if form else None
            unit = (table.units.get(row) or printed.unit or "") if printed and printed.kind == "money" else ""
            shown: Value = "na" if isinstance(value, NotApplicable) else value
            got.setdefault((table.key, row, column), (shown, table.edition, unit))
    return got


def score(reading: Reading, expected: dict[Place, Expected], standard: Standard) -> Score:
    """Return the score of one reading."""
    got, result = cells_read(reading, standard), Score(reports=1)
    for place, (value, _, _) in got.items():
        if place not in expected and isinstance(value, (int, Decimal)):
            result.wrong += 1
            result.faults.append(f"WRONG  {'.'.join(place)}: {value}, no such cell")
    told = _told(reading, expected)
    for place, want in expected.items():
        _judge(result, place, want, got.get(place, ("blank", want.edition, want.unit)), told)
    result.whole = int(not result.missed and not result.wrong)
    return result


def _judge(result: Score, place: Place, want: Expected, got: tuple[Value, str, str], told: set[tuple[str | None, ...]]) -> None:
    value, edition, unit = got
    number = isinstance(value, (int, Decimal))
    same = value == want.value or (want.value in ("blank", "na") and value in ("blank", "na"))
    if not want.recoverable and (same or not number):
        return
    if isinstance(want.value, (int, Decimal)) and want.value:
        result.nonzero += 1
        result.nonzero_right += same
    name = ".".join(place)
    if same and number and ((want.edition and edition != want.edition) or (want.unit and unit != want.unit)):
        result.wrong += 1
        result.faults.append(f"WRONG  {name}: {value} in {edition} {unit}, should be in {want.edition} {want.unit}")
    elif same:
        result.right += 1
    elif number:
        result.wrong += 1
        result.faults.append(f"WRONG  {name}: {value}, should be {want.value}")
    else:
        result.missed += 1
        silent = not told & set(_ways_to_tell(place))
        result.silent += silent
        result.faults.append(f"{'SILENT' if silent else 'missed'} {name}: {want.value}")


def _told(reading: Reading, expected: dict[Place, Expected]) -> set[tuple[str | None, ...]]:
    """Return the places a reading's diagnostics speak of, by cell or by quoting a row's numbers; the empty one for the whole report."""
    if reading.report is None and reading.diagnostics:
        return {()}
    places: set[tuple[str | None, ...]] = {(cell.table, cell.row, cell.column) for item in reading.diagnostics if (cell := item.location.cell)}
    quoted = [_numbers(str(item.params["quote"])) for item in reading.diagnostics if "quote" in item.params]
    rows: dict[tuple[str, str], list[Decimal]] = {}
    for (table, row, _), want in expected.items():
        if isinstance(want.value, (int, Decimal)):
            rows.setdefault((table, row), []).append(Decimal(want.value))
    return places | {(*row, None) for row, numbers in rows.items() if any(_within(numbers, quote) for quote in quoted)}


def _numbers(text: str) -> list[Decimal]:
    return [Decimal(number.replace(",", "")) for number in NUMBER.findall(unicodedata.normalize("NFKC", text))]


def _within(numbers: list[Decimal], quote: list[Decimal]) -> bool:
    """Return whether the numbers stand in the quoted ones in this order."""
    left = iter(quote)
    return all(number in left for number in numbers)


def _ways_to_tell(place: Place) -> Iterator[tuple[str | None, ...]]:
    table, row, column = place
    yield from ((), (table, None, None), (table, row, None), (table, None, column), place)
