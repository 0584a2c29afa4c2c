"""Statements that every deposit runs: compiled once for a kind of database, then given to its driver as they are.

The way of a statement through SQLAlchemy takes ten times as long as a statement that finds one row by its key. What comes back is what the
driver gives, so a truth value of SQLite is a number.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import sqlalchemy as sa
from sqlalchemy.engine import Dialect
from sqlalchemy.engine.interfaces import DBAPIConnection

Values = Mapping[str, object]


class Source(Protocol):
    """What a prepared statement is run on: a connection of SQLAlchemy, or no more than its driver's."""

    @property
    def dialect(self) -> Dialect:
        """The kind of database."""
        ...

    @property
    def connection(self) -> DBAPIConnection:
        """The connection of the driver."""
        ...


@dataclass(frozen=True, slots=True)
class Plain:
    """A connection of the driver, in a transaction."""

    dialect: Dialect
    connection: DBAPIConnection


@dataclass(frozen=True, slots=True)
class _Compiled:
    """A statement for one kind of database: ``order`` names the parameters of a driver that counts them, ``fixed`` are those that have a value."""

    text: str
    order: Sequence[str] | None
    fixed: Values

    def parameters(self, values: Values) -> Any:
        """Return the parameters as the driver wants them."""
        known = {**self.fixed, **values} if self.fixed else values
        return known if self.order is None else [known[name] for name in self.order]


class Prepared:
    """A statement that is run over and over; its parameters are given by name."""

    def __init__(self, statement: sa.Select[Any] | sa.Insert | sa.Update) -> None:
        self._statement = statement
        self._compiled: dict[str, _Compiled] = {}

    def rows(self, connection: Source, values: Values) -> list[tuple[Any, ...]]:
        """Return all rows of a query."""
        compiled = self._for(connection.dialect)
        found: list[tuple[Any, ...]] = connection.connection.cursor().execute(compiled.text, compiled.parameters(values)).fetchall()
        return found

    def row(self, connection: Source, values: Values) -> tuple[Any, ...] | None:
        """Return the first row of a query, None where there is none."""
        return next(iter(self.rows(connection, values)), None)

    def run(self, connection: Source, *rows: Values) -> None:
        """Run a statement that changes something, once for every row of values."""
        compiled = self._for(connection.dialect)
        connection.connection.cursor().executemany(compiled.text, [compiled.parameters(row) for row in rows])

    def _for(self, dialect: Dialect) -> _Compiled:
        known = self._compiled.get(dialect.name)
        if known is None:
            made = self._statement.compile(dialect=dialect)
            fixed = {name: value for name, value in made.params.items() if value is not None}
            known = self._compiled[dialect.name] = _Compiled(str(made), made.positiontup, fixed)
        return known
