"""What of an archive somebody may see, as a value that both the database and a single version can be asked by."""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from govreport.archive.catalogue import tables
from govreport.archive.states import Version


@dataclass(frozen=True, slots=True)
class Grant:
    """Versions that may be seen: those in some states, of some organs; None is any. With ``by``, those of no organ that somebody deposited."""

    states: frozenset[str] | None = None
    organs: frozenset[str] | None = None
    by: str | None = None

    def shows(self, version: Version) -> bool:
        """Return whether a version may be seen by it."""
        return (
            (self.states is None or version.state in self.states)
            and (self.organs is None or version.organ in self.organs)
            and (self.by is None or (version.organ is None and version.deposited_by == self.by))
        )


@dataclass(frozen=True, slots=True)
class Sight:
    """Versions that may be seen by any of several grants; by none, nothing."""

    grants: tuple[Grant, ...] = ()

    def shows(self, version: Version) -> bool:
        """Return whether a version may be seen."""
        return any(grant.shows(version) for grant in self.grants)

    def clause(self, connection: Connection, columns: sa.ColumnCollection[str, sa.Column[object]]) -> sa.ColumnElement[bool]:
        """Return the condition on the columns of the table of versions, or of an alias of it."""
        return sa.or_(sa.false(), *(sa.and_(sa.true(), *_conditions(connection, grant, columns)) for grant in self.grants))


def _conditions(connection: Connection, grant: Grant, columns: sa.ColumnCollection[str, sa.Column[object]]) -> list[sa.ColumnElement[bool]]:
    found: list[sa.ColumnElement[bool]] = []
    if grant.states is not None:
        found.append(columns["state"].in_(sorted(grant.states)))
    if grant.organs is not None:
        found.append(columns["organ"].in_(listed(connection, sorted(grant.organs))))
    if grant.by is not None:
        found += [columns["organ"].is_(None), columns["deposited_by"] == grant.by]
    return found


def listed(connection: Connection, values: list[str]) -> sa.Select[tuple[str]]:
    """Return a selection of many values as one parameter: databases take thousands of parameters, not tens of thousands."""
    text = json.dumps(values)
    if connection.dialect.name == "sqlite":
        return sa.select(sa.func.json_each(text).table_valued("value").c.value)
    return sa.select(sa.func.json_array_elements_text(sa.cast(sa.literal(text, sa.Text), sa.JSON)).column_valued("value").label("value"))


def organs_changed(connection: Connection, behind: int) -> bool:
    """Return whether the register of organs has changed since an entry of the log."""
    columns = tables.events.c
    return connection.execute(sa.select(columns.sequence).where(columns.sequence > behind, columns.action == "organ").limit(1)).first() is not None


def among(connection: Connection, column: sa.Column[int], documents: Collection[int]) -> sa.ColumnElement[bool]:
    """Return the condition that a column names one of some documents, however many they are."""
    return column.in_(sa.select(sa.cast(listed(connection, [*map(str, documents)]).subquery().c.value, sa.BigInteger)))
