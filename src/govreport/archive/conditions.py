"""Conditions on cells: ``applications.received.total > 100``, alternatives with ``or`` between them; money is compared in one unit only."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from govreport.archive.catalogue import tables
from govreport.archive.catalogue.contents import MONEY
from govreport.archive.failures import RefusedError, UnknownError
from govreport.envelope import envelope
from govreport.model import NA
from govreport.numerals import MAXIMUM_DECIMALS
from govreport.standard import Standard

_FORM = re.compile(
    r"\s*(?P<table>\w+)\.(?:(?P<row>[\w.]+)\.)?(?P<column>\w+)\s*(?P<sign><=|>=|!=|=|<|>)\s*(?P<number>-?[0-9]{1,18}(?:\.[0-9]{1,18})?|NA)\s*(?P<unit>\S*)\s*",
    re.ASCII,
)
_SIGNS = str.maketrans({"\N{LESS-THAN OR EQUAL TO}": "<=", "\N{GREATER-THAN OR EQUAL TO}": ">=", "\N{NOT EQUAL TO}": "!="})
"""Signs as they are typed in a text; of wide ones the narrow ones are taken."""
_OR = re.compile(r"\s+or\s+|\s*\|\s*", re.I)


@dataclass(frozen=True, slots=True)
class Condition:
    """What a cell must be: ``number`` is None for not applicable; ``unit`` is that of money, that of the form where none is given."""

    table: str
    row: str
    column: str
    sign: str
    number: Decimal | None
    unit: str = ""


def conditions(text: str, standard: Standard) -> tuple[Condition, ...]:
    """Return the alternatives of a condition; raises ``RefusedError`` for what is none, ``UnknownError`` for a cell that no edition has."""
    return tuple(_condition(each, standard) for each in _OR.split(text))


def _condition(text: str, standard: Standard) -> Condition:
    found = _FORM.fullmatch(unicodedata.normalize("NFKC", text).translate(_SIGNS))
    if found is None or (found["number"] == NA.value and found["sign"] not in ("=", "!=")):
        raise RefusedError("condition", text=text)
    condition = Condition(
        found["table"], found["row"] or "", found["column"], found["sign"], None if found["number"] == NA.value else Decimal(found["number"]), found["unit"]
    )
    known = (form.tables[condition.table].column(condition.row, condition.column) for form in standard.forms.values() if condition.table in form.tables)
    columns = [column for column in known if column]
    if not columns:
        raise UnknownError("cell", name=found.string[: found.end("column")].strip())
    if condition.unit and not (any(column.kind == MONEY for column in columns) and envelope(standard).allows("Unit", condition.unit)):
        raise RefusedError("condition", text=text)
    return condition


def holding(connection: Connection, alternatives: Sequence[Condition], standard: Standard) -> sa.Select[tuple[int]]:
    """Return what selects the documents in which any of some conditions holds."""
    cell, place = tables.cells.c, tables.places.c
    wanted = []
    for each in alternatives:
        known = sa.select(place.place, place.edition).where(place.table == each.table, place.row == each.row, place.column == each.column)
        for number, edition in connection.execute(known):
            form = standard.forms.get(edition)
            column = form.tables[each.table].column(each.row, each.column) if form and each.table in form.tables else None
            if column is not None:
                money = column.kind == MONEY
                unit = (each.unit or column.unit) if money else None
                compared = sa.and_(cell.place == number, _compared(cell.value, each, MAXIMUM_DECIMALS if money else 0))
                wanted.append(sa.and_(compared, cell.unit == unit) if unit else compared)
    return sa.select(cell.document).where(sa.or_(sa.false(), *wanted))


def _compared(value: sa.Column[int], each: Condition, decimals: int) -> sa.ColumnElement[bool]:
    if each.number is None:
        return value.is_(None) if each.sign == "=" else value.is_not(None)
    exact = each.number.scaleb(decimals)
    whole = int(exact.to_integral_value("ROUND_FLOOR"))
    whole = max(min(whole, 2**63 - 1), -(2**63))
    if exact != whole:
        # between two whole numbers nothing is equal, and less is at most the lower
        signs = {"<": value <= whole, "<=": value <= whole, ">": value > whole, ">=": value > whole, "=": sa.false(), "!=": value.is_not(None)}
        return signs[each.sign]
    return value.op(each.sign, is_comparison=True)(whole)
