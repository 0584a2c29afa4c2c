"""Cells of documents as figures: added up over many of them, exactly, or as the tables of one."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from govreport.archive.catalogue import tables
from govreport.archive.catalogue.contentrows import Content, Place
from govreport.archive.catalogue.contents import READ
from govreport.archive.catalogue.sight import among
from govreport.model import NA, NotApplicable, Table, Value
from govreport.numerals import MAXIMUM_DIGITS, written
from govreport.standard import Standard


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

    total: int = 0
    numbers: int = 0
    others: int = 0

    def add(self, values: Sequence[int | None]) -> None:
        """Add numbers; None is one that is not applicable."""
        numbers = values if None not in values else [value for value in values if value is not None]
        self.total += sum(numbers)  # type: ignore[arg-type]
        self.numbers += len(numbers)
        self.others += len(values) - len(numbers)


def added(connection: Connection, documents: Collection[int], standard: Standard) -> tuple[Sum, ...]:
    """Return what every cell comes to over documents, by edition and then as the form prints them; cells of unknown editions come last."""
    forms, groups = _forms(connection, documents), _groups(connection, documents)
    rows = connection.execute(sa.select(tables.places)).all()
    places: dict[int, Place] = {row.place: (row.edition, row.table, row.row, row.column) for row in rows}
    decimals = {places[row.place]: row.decimals for row in rows}
    return _sums(forms, {places[number]: units for number, units in groups.items()}, decimals, standard)


def added_up(found: Iterable[Content], standard: Standard) -> tuple[Sum, ...]:
    """Return what every cell comes to over contents at hand, as ``added`` does over those of the catalogue."""
    forms: Counter[str] = Counter()
    groups: dict[Place, dict[str | None, _Group]] = {}
    decimals: dict[Place, int] = {}
    for each in found:
        forms.update(each.forms)
        for figure in each.figures:
            decimals[figure.place] = figure.decimals
            groups.setdefault(figure.place, {}).setdefault(figure.unit, _Group()).add([figure.value])
    return _sums(forms, groups, decimals, standard)


def _sums(forms: Mapping[str, int], groups: Mapping[Place, Mapping[str | None, _Group]], decimals: Mapping[Place, int], standard: Standard) -> tuple[Sum, ...]:
    found = {key: _sum(key, units, decimals[key], forms.get(f"{key[0]}:{key[1]}", 0)) for key, units in groups.items()}
    ordered = {}
    for name in sorted(forms):
        edition, _, table = name.partition(":")
        form = standard.table(table, edition)
        for row, column in form.cells if form else ():
            key = (edition, table, row, column)
            ordered[key] = found.pop(key) if key in found else Sum(*key, None, None, 0, 0, forms[name])
    return (*sorted(ordered.values(), key=lambda each: _order(each, standard)), *found.values())


def _order(each: Sum, standard: Standard) -> tuple[int, int]:
    editions = list(standard.forms)
    return editions.index(each.edition), list(standard.forms[each.edition].tables).index(each.table)


def _forms(connection: Connection, documents: Collection[int]) -> dict[str, int]:
    """Return how many documents have each table."""
    found: dict[str, int] = {}
    column = tables.documents.c
    query = sa.select(column.forms, sa.func.count()).where(among(connection, column.document, documents)).group_by(column.forms)
    for forms, times in connection.execute(query):
        for name in forms.split():
            found[name] = found.get(name, 0) + times
    return found


def _groups(connection: Connection, documents: Collection[int]) -> dict[int, dict[str | None, _Group]]:
    """Return, by place and unit, what documents say: counts from the lists of whole documents, money cell by cell."""
    found: dict[int, dict[str | None, _Group]] = {}
    cell, document = tables.cells.c, tables.documents.c
    alike: dict[str, list[str]] = {}
    for places, counts in connection.execute(sa.select(document.places, document.counts).where(among(connection, document.document, documents))).all():
        alike.setdefault(places, []).append(counts)
    monetary = list(connection.execute(sa.select(tables.places.c.place).where(tables.places.c.decimals > 0)).scalars())
    money = sa.select(cell.place, cell.unit, cell.value).where(cell.unit.is_not(None), cell.place.in_(monetary), among(connection, cell.document, documents))
    for place, unit, value in connection.execute(money).all():
        found.setdefault(place, {}).setdefault(unit, _Group()).add([value])
    for places, texts in alike.items():
        # read at one go: a list for each would take as long again
        rows: list[list[int | None]] = json.loads(f"[{','.join(texts)}]")
        for place, values in zip(json.loads(places), zip(*rows, strict=True), strict=True):
            found.setdefault(place, {}).setdefault(None, _Group()).add(values)
    return found


def _sum(key: Place, units: Mapping[str | None, _Group], decimals: int, documents: int) -> Sum:
    numbers, others = sum(each.numbers for each in units.values()), sum(each.others for each in units.values())
    blank = max(documents - numbers - others, 0)
    sums = {unit: (each.total, each.numbers) for unit, each in units.items() if each.numbers}
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
    column = tables.documents.c
    query = sa.select(column.document).where(among(connection, column.document, documents), column.state == READ)
    return frozenset(connection.execute(query).scalars())
