"""A file of organs, CSV or xlsx: one row for every time in which an organ was the same; every fault is told by row and column."""

from __future__ import annotations

import csv
import datetime
import io
import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from govreport.archive import workbook
from govreport.archive.organrows import Cells, Fault, Row, terms
from govreport.archive.organs import Organ, Span
from govreport.csvtext import meant

NEEDED = ("id", "name")
LARGEST = 32 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Imported:
    """What a file of organs says; with any fault nothing of it is to be used."""

    organs: tuple[Organ, ...]
    faults: tuple[Fault, ...]


def read(data: bytes, name: str) -> Imported:
    """Return the organs of a file, xlsx or CSV as its first bytes say; never raises on content."""
    if len(data) > LARGEST:
        return Imported((), (Fault(1, "", "too-long", name),))
    try:
        rows = workbook.rows(data) if data.startswith(b"PK") else _text(data)
    except workbook.TooLargeError:
        return Imported((), (Fault(1, "", "too-long", name),))
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
    found: dict[str, list[Row]] = {}
    for number, cells in enumerate(rows[1:], 2):
        if any(cells):
            # what stands under no head would be lost
            faults += [Fault(number, f"#{at + 1}", "no-head", cell) for at, cell in enumerate(cells) if cell and at not in head.values()]
            row = Cells(number, cells, head, faults).row()
            found.setdefault(row.id, []).append(row)
    organs = [_organ(id, spells, faults) for id, spells in found.items()]
    told = [replace(each, column=rows[0][head[each.column]] if each.column in head else _called(each.column) or each.column) for each in faults]
    return Imported(() if faults else tuple(organs), tuple(sorted(told, key=lambda fault: fault.row)))


def _called(key: str) -> str:
    """Return the names that a column may have in a file."""
    return " / ".join(word for word, meant_by in terms()["columns"].items() if meant_by == key)


def _organ(id: str, spells: list[Row], faults: list[Fault]) -> Organ:
    """Return the organ of its rows; rows of one organ may not overlap."""
    spells = sorted(spells, key=lambda row: row.naming.span.start or datetime.date.min)
    for one, other in itertools.pairwise(spells):
        if one.naming.span.meets(other.naming.span):
            faults.append(Fault(other.number, "from", "overlap", id))
        if one.succession:
            faults.append(Fault(one.number, "fate", "not-last", id))
    span = Span(spells[0].naming.span.start, spells[-1].naming.span.end)
    return Organ(id, span, tuple(row.naming for row in spells), tuple(p for row in spells for p in row.parents), spells[-1].succession)
