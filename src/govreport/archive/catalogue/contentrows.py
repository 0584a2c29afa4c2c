"""The rows that are written of what a version says, and those that the catalogue has of it: whoever writes and whoever compares makes them here."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from govreport.archive.catalogue import tables

Place = tuple[str, str, str, str]
"""Edition, table, row and column of a cell."""

Row = dict[str, Any]
Rows = Mapping[sa.Table, list[Row]]
Numbers = Mapping[Place, int]

NAMED = ("edition", "table", "row", "column")
"""The columns of a place that name it."""

TABLES = (tables.documents, tables.cells, tables.raised)
"""The tables that have rows of a document; words have tables of their own."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A cell of a document: its place with the decimals that are kept, its number (None where not applicable) and, for money, its unit."""

    place: Place
    decimals: int
    value: int | None
    unit: str | None


@dataclass(frozen=True, slots=True)
class Content:
    """What a version says: ``document`` is its sequence."""

    document: int
    state: str
    agency: str | None
    text: str
    forms: tuple[str, ...] = ()
    figures: tuple[Figure, ...] = ()
    codes: tuple[tuple[str, int], ...] = ()


def rows(content: Content, numbers: Numbers) -> Rows:
    """Return the rows of what a version says, every place of it having a number."""
    figures = [{"document": content.document, "place": numbers[each.place], "value": each.value, "unit": each.unit} for each in content.figures]
    codes = [{"document": content.document, "code": code, "times": times} for code, times in content.codes]
    return {tables.documents: [_document(content, numbers)], tables.cells: figures, tables.raised: codes}


def _document(content: Content, numbers: Numbers) -> Row:
    plain = sorted(((numbers[figure.place], figure.value) for figure in content.figures if figure.unit is None), key=itemgetter(0))
    places, counts = (json.dumps([pair[at] for pair in plain], separators=(",", ":")) for at in (0, 1))
    row = {"document": content.document, "state": content.state, "agency": content.agency, "forms": " ".join(content.forms), "text": content.text}
    return {**row, "places": places, "counts": counts}


def kept(connection: Connection, document: int) -> Rows:
    """Return the rows that the catalogue has of a version."""
    return {table: _read(connection, sa.select(table).where(table.c.document == document)) for table in TABLES}


def places(connection: Connection) -> dict[Place, Row]:
    """Return every place that has a number, with its row."""
    return {(row["edition"], row["table"], row["row"], row["column"]): row for row in _read(connection, sa.select(tables.places))}


def _read(connection: Connection, query: sa.Select[Any]) -> list[Row]:
    # not by mappings: there are hundreds of a version
    names = query.selected_columns.keys()
    return [dict(zip(names, row, strict=True)) for row in connection.execute(query).all()]


def numbered(connection: Connection, found: Iterable[Content]) -> Numbers:
    """Return the number of every place, those met for the first time, which are written, included."""
    known = {place: row["place"] for place, row in places(connection).items()}
    new = []
    for figure in (figure for each in found for figure in each.figures):
        if figure.place not in known:
            known[figure.place] = len(known)
            new.append({"place": known[figure.place], **dict(zip(NAMED, figure.place, strict=True)), "decimals": figure.decimals})
    if new:
        connection.execute(tables.places.insert(), new)
    return known
