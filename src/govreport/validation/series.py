"""Reports that stand beside one another: last year's, the members of an aggregate, the others of a batch.

A batch is kept in a database file while it is judged, so that 40,000 reports need no memory and every process can look things up.
It is made in one pass over the documents (``Shelf.add``), sealed, and then only read.
"""

from __future__ import annotations

import pickle
import sqlite3
import zlib
from array import array
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from govreport import vocabulary
from govreport.model import Metadata, Report
from govreport.rules.alike import sketch
from govreport.rules.copies import in_essence, said
from govreport.standard import Standard
from govreport.validation.companions import Companions

FEWEST = 5
"""What so many agencies, and more than half of those of the batch, say in the same words is common to the batch, and no copy."""
FELLOWS = 3
"""The reports of other agencies that one report is compared with: those that share most marks."""
SHARED = 2
"""Fewer marks in common are chance."""
HOLDERS = 8
"""The agencies remembered for one mark: a text that thousands share is found through any of them."""
_SLOTS = 1 << 22

_SCHEMA = """
create table report(id integer primary key, owner text, name text, uscc text, scope text, year integer, said blob, body blob);
create table mark(mark integer, owner text, report integer);
create table common(mark integer primary key);
create table beside(part text, body blob);
"""
_SEAL = """
create table holder as select mark, owner, report from (
  select mark, owner, report, row_number() over (partition by mark order by report) as place from (
    select mark, owner, min(report) as report from mark group by mark, owner)) where place <= ?
"""


@dataclass(frozen=True, slots=True)
class Kept:
    """A report as it is kept: whose it is, and the rest packed; small enough to send from one process to another."""

    source: str
    metadata: Metadata
    said: bytes
    body: bytes


def kept(source: str, report: Report, standard: Standard) -> Kept:
    """Return a report as it is kept, without attachments, remarks and provenance."""
    bare = Report(report.schema, report.metadata, report.chapters)
    return Kept(source, report.metadata, array("q", said(report, standard)).tobytes(), _packed(bare))


def named(name: str) -> Report:
    """Return a report of which nothing is known but a name: a member that could not be read, and is listed as missing."""
    agency = replace(Metadata().agency, name=name.strip() or None)
    return Report("", replace(Metadata(), agency=agency))


class Shelf:
    """A batch that is being put together in a file."""

    def __init__(self, path: Path, standard: Standard) -> None:
        self._standard, self._database = standard, sqlite3.connect(path)
        self._database.executescript(f"pragma journal_mode=off; pragma synchronous=off; {_SCHEMA}")

    def add(self, found: Kept) -> None:
        """Put a report on the shelf."""
        agency, metadata = found.metadata.agency, found.metadata
        row = (agency.name or agency.uscc or found.source, agency.name, agency.uscc, metadata.scope, metadata.year, found.said, found.body)
        self._database.execute("insert into report(owner, name, uscc, scope, year, said, body) values (?, ?, ?, ?, ?, ?, ?)", row)

    def beside(self, previous: Report | None, members: tuple[Report, ...]) -> None:
        """Put what stands beside every report of the batch: last year's report and the members of an aggregate."""
        self._database.execute("insert into beside values ('previous', ?), ('members', ?)", (_packed(previous), _packed(members)))

    def seal(self, series: bool) -> None:
        """Close the shelf; for a series what is common to the batch is found, and the marks by which copies find each other."""
        if series:
            self._mark(self._common())
            self._database.execute(_SEAL, (HOLDERS,))
            self._database.executescript("drop table mark; create index by_mark on holder(mark); create index by_name on report(name, year);")
        self._database.executescript("create index by_code on report(uscc, year);")
        self._database.commit()
        self._database.close()

    def _common(self) -> frozenset[int]:
        """Return the sentences of more than half of the agencies, counted in slots: a sentence that meets another there is counted too high."""
        counts, owners = array("I", bytes(array("I").itemsize * _SLOTS)), 0
        for owner in self._by_owner():
            owners += 1
            for mark in owner:
                counts[mark % _SLOTS] += 1
        least = max(owners // 2 + 1, FEWEST)
        found = frozenset(mark for owner in self._by_owner() for mark in owner if counts[mark % _SLOTS] >= least) if owners >= least else frozenset()
        self._database.executemany("insert into common values (?)", ((mark,) for mark in found))
        return found

    def _by_owner(self) -> Iterator[set[int]]:
        last, marks = None, set[int]()
        for owner, packed in self._database.execute("select owner, said from report order by owner"):
            if owner != last and marks:
                yield marks
                marks = set()
            last = owner
            marks.update(array("q", packed))
        if marks:
            yield marks

    def _mark(self, common: frozenset[int]) -> None:
        words = vocabulary.load(self._standard.root)
        for number, owner, body in self._database.execute("select id, owner, body from report"):
            found = in_essence(unpacked(body), self._standard, words, common)
            marks = ((mark, owner, number) for each in found.values() for mark in sketch(each))
            self._database.executemany("insert into mark values (?, ?, ?)", marks)


class Series:
    """A sealed batch, to look up what a report is judged beside."""

    def __init__(self, path: Path) -> None:
        self._database = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
        beside = {part: unpacked(body) for part, body in self._database.execute("select part, body from beside")}
        self._previous, self._members = beside.get("previous"), beside.get("members") or ()
        self._is_series = self._database.execute("select 1 from sqlite_master where name = 'holder'").fetchone() is not None
        self._common = frozenset(mark for (mark,) in self._database.execute("select mark from common"))

    def companions(self, source: str, report: Report, standard: Standard) -> Companions:
        """Return what a report of the batch is judged beside; ``source`` is the name under which it was put on the shelf."""
        if not self._is_series:
            return Companions(self._previous, self._members)
        previous = self._previous if self._previous is not None else self._last_year(report)
        return Companions(previous, self._members, self._fellows(source, report, standard), self._common, in_series=True)

    def _last_year(self, report: Report) -> Report | None:
        metadata = report.metadata
        if metadata.year is None:
            return None
        wanted = {"name": metadata.agency.name, "uscc": metadata.agency.uscc, "scope": metadata.scope, "year": metadata.year - 1}
        found = self._database.execute(
            "select body from report where year = :year and (uscc = :uscc or name = :name and (uscc is null or :uscc is null))"
            " and (scope is null or :scope is null or scope = :scope) order by scope is not :scope, id limit 1",
            wanted,
        ).fetchone()
        return unpacked(found[0]) if found else None

    def _fellows(self, source: str, report: Report, standard: Standard) -> tuple[Report, ...]:
        agency = report.metadata.agency
        own = in_essence(report, standard, vocabulary.load(standard.root), self._common)
        marks = frozenset(mark for each in own.values() for mark in sketch(each))
        found = self._database.execute(
            f"select report from holder where owner <> ? and mark in ({','.join('?' * len(marks))})"
            " group by report having count(*) >= ? order by count(*) desc, report limit ?",
            (agency.name or agency.uscc or source, *marks, SHARED, FELLOWS),
        ).fetchall()
        bodies = (self._database.execute("select body from report where id = ?", row).fetchone() for row in found)
        return tuple(unpacked(body) for (body,) in bodies)


@lru_cache(maxsize=2)
def series(path: Path) -> Series:
    """Return the sealed batch of a file, opened once a process."""
    return Series(path)


def _packed(value: object) -> bytes:
    return zlib.compress(pickle.dumps(value, pickle.HIGHEST_PROTOCOL), 1)


def unpacked(data: bytes) -> Any:
    """Return what was packed: the file is this program's own, in a folder that only its user can write to."""
    return pickle.loads(zlib.decompress(data))
