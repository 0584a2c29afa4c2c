"""Cells of documents as figures: added up over many of them, exactly, or as the tables of one."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from govreport.archive.catalogue import tables
from govreport.archive.catalogue.contents import READ
from govreport.model import NA, NotApplicable, Table, Value
from govreport.numerals import MAXIMUM_DIGITS, written
from govreport.standard import Standard

MANY = 10_000
"""So many documents are named in one statement."""

_PART = 10**6
"""Sums are taken in two parts, above and below this: one whole sum could be too long for a database."""


@dataclass(frozen=True, slots=True)
class Sum:
    """What a cell comes to over some documents: how many say a number, not applicable, nothing (of those that have its table).

    ``total`` is None where no number can be given: nobody says one, or money is in several units or unknown ones; then ``parts`` has
    (unit, sum, documents) of each. ``unit`` is that of money.
    """

    edition: str
    table: str
    row: str
    column: str
    total: int | Decimal | None
    unit: str | None
    numbers: int
    not_applicable: int
    blank: int
    parts: tuple[tuple[str, Decimal, int], ...] = ()

    @property
    def complete(self) -> bool:
        """Whether every document says a number, or that there is none to say, and they add up."""
        return not self.blank and (self.total is not None or not self.numbers)

    @property
    def value(self) -> Value | None:
        """The cell as it stands in a table of sums: blank where anybody's is, or where it does not add up."""
        return None if not self.complete else NA if self.total is None else self.total


@dataclass(slots=True)
class _Group:
    """What documents say in one cell in one unit."""

    high: int = 0
    low: int = 0
    numbers: int = 0
    others: int = 0


def added(connection: Connection, documents: Collection[int], standard: Standard, only: Collection[tuple[str, str, str]] | None = None) -> tuple[Sum, ...]:
    """Return what every cell comes to over documents, by edition and then as the form prints them; cells of unknown editions come last.

    ``only`` keeps some cells, by table, row and column.
    """
    places = {row.place: row for row in connection.execute(sa.select(tables.places)) if only is None or (row.table, row.row, row.column) in only}
    forms, groups = _forms(connection, documents), _groups(connection, documents, None if only is None else list(places))
    found = {}
    for number, units in groups.items():
        place = places[number]
        key = (place.edition, place.table, place.row, place.column)
        found[key] = _sum(key, units, place.decimals, forms.get(f"{place.edition}:{place.table}", 0))
    ordered = {}
    for name in sorted(forms):
        edition, _, table = name.partition(":")
        form = standard.table(table, edition)
        for row, column in form.cells if form else ():
            if only is not None and (table, row, column) not in only:
                continue
            key = (edition, table, row, column)
            ordered[key] = found.pop(key) if key in found else Sum(*key, None, None, 0, 0, forms[name])
    return (*sorted(ordered.values(), key=lambda each: _order(each, standard)), *found.values())


def _order(each: Sum, standard: Standard) -> tuple[int, int]:
    editions = list(standard.forms)
    return editions.index(each.edition), list(standard.forms[each.edition].tables).index(each.table)


def _chunks(documents: Collection[int]) -> Iterator[list[int]]:
    left = iter(documents)
    while chunk := list(islice(left, MANY)):
        yield chunk


def _forms(connection: Connection, documents: Collection[int]) -> dict[str, int]:
    """Return how many documents have each table."""
    found: dict[str, int] = {}
    column = tables.documents.c
    for chunk in _chunks(documents):
        query = sa.select(column.forms, sa.func.count()).where(column.document.in_(chunk)).group_by(column.forms)
        for forms, times in connection.execute(query):
            for name in forms.split():
                found[name] = found.get(name, 0) + times
    return found


def _groups(connection: Connection, documents: Collection[int], places: Collection[int] | None) -> dict[int, dict[str | None, _Group]]:
    found: dict[int, dict[str | None, _Group]] = {}
    column, count = tables.cells.c, sa.func.count
    # whole numbers stay whole on both databases: a quotient is truncated, its rest has the sign of the number
    high, low = (sa.func.sum(column.value.op(sign)(sa.literal_column(str(_PART)))) for sign in ("/", "%"))
    query = sa.select(column.place, column.unit, high, low, count(column.value), count()).group_by(column.place, column.unit)
    if places is not None:
        # reckoned, so that no database goes by the index of places: the documents are fewer
        query = query.where((column.place + 0).in_(places))
    for chunk in _chunks(documents):
        for place, unit, above, below, numbers, rows in connection.execute(query.where(column.document.in_(chunk))):
            group = found.setdefault(place, {}).setdefault(unit, _Group())
            group.high, group.low = group.high + int(above or 0), group.low + int(below or 0)
            group.numbers, group.others = group.numbers + numbers, group.others + rows - numbers
    return found


def _sum(key: tuple[str, str, str, str], units: dict[str | None, _Group], decimals: int, documents: int) -> Sum:
    numbers, others = sum(each.numbers for each in units.values()), sum(each.others for each in units.values())
    blank = max(documents - numbers - others, 0)
    sums = {unit: (each.high * _PART + each.low, each.numbers) for unit, each in units.items() if each.numbers}
    if not decimals:
        return Sum(*key, sum(total for total, _ in sums.values()) if sums else None, None, numbers, others, blank)
    exact = {unit or "": (Decimal(total).scaleb(-decimals).normalize() + 0, times) for unit, (total, times) in sums.items()}
    # nothing is nothing in every unit
    said = {unit for unit, (total, _) in exact.items() if total}
    known = said or {unit for unit in exact if unit}
    if (len(known) == 1 and "" not in known) or (exact and not said):
        unit = min(known, default=None) if len(known) == 1 else None
        return Sum(*key, sum((total for total, _ in exact.values()), Decimal(0)), unit, numbers, others, blank)
    return Sum(*key, None, None, numbers, others, blank, tuple(sorted((unit, total, times) for unit, (total, times) in exact.items())))


def table_sums(sums: Collection[Sum], standard: Standard) -> tuple[Table, ...]:
    """Return sums as tables of the form; what does not add up, is blank anywhere or too long for the form stays blank."""
    found: dict[tuple[str, str], tuple[dict[tuple[str, str], Value], dict[str, str]]] = {}
    for each in sums:
        form = standard.table(each.table, each.edition)
        column = form.column(each.row, each.column) if form else None
        if column is None:
            continue
        cells, units = found.setdefault((each.edition, each.table), ({}, {}))
        if each.value is not None and (isinstance(each.value, NotApplicable) or fits(each.value)):
            cells[each.row, each.column] = each.value
            if each.unit and each.unit != column.unit:
                units[each.row] = each.unit
    return tuple(Table(table, edition, cells, units) for (edition, table), (cells, units) in found.items())


def fits(total: int | Decimal) -> bool:
    """Return whether a cell of the form can hold a number."""
    return len(written(total).strip("-").replace(".", "").lstrip("0")) <= MAXIMUM_DIGITS


def tables_of(connection: Connection, document: int, standard: Standard) -> tuple[Table, ...]:
    """Return the tables of one document."""
    return table_sums(added(connection, (document,), standard), standard)


def readable(connection: Connection, documents: Collection[int]) -> frozenset[int]:
    """Return those of some documents from which a report could be read."""
    column, found = tables.documents.c, set[int]()
    for chunk in _chunks(documents):
        found.update(connection.execute(sa.select(column.document).where(column.document.in_(chunk), column.state == READ)).scalars())
    return frozenset(found)
