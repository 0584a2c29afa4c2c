"""What a catalogue is made of, beside what its steps make: tables, columns and indexes, values of another kind, and what acts behind the archive's back."""

from __future__ import annotations

from collections.abc import Iterator

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from govreport.archive.catalogue import accounttables, drafttables, tables, words

_KNOWN = (accounttables.accounts, drafttables.drafts)
"""Of the modules whose tables are in the same metadata."""

_ACTING = {
    "sqlite": "SELECT type || ' ' || name FROM sqlite_master WHERE type IN ('trigger', 'view')",
    "postgresql": (
        "SELECT 'trigger ' || tgname FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid"
        " WHERE NOT tgisinternal AND relnamespace = current_schema()::regnamespace"
        " UNION SELECT 'rule ' || rulename FROM pg_rules WHERE schemaname = current_schema()"
        " UNION SELECT 'view ' || viewname FROM pg_views WHERE schemaname = current_schema()"
    ),
}


def unlike(connection: Connection) -> Iterator[str]:
    """Yield the names of what is missing, added or of another kind in the tables; triggers, rules and views, of which a catalogue has none."""
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    context = MigrationContext.configure(connection, opts={"include_name": words.beside})
    for each in compare_metadata(context, tables.metadata):
        parts = each[0] if isinstance(each, list) else each
        yield " ".join([parts[0], *(part.name for part in parts[1:] if getattr(part, "name", None)), *(part for part in parts[1:] if isinstance(part, str))])
    yield from connection.execute(sa.text(_ACTING[connection.dialect.name])).scalars()


def beside() -> Iterator[sa.Table]:
    """Yield the tables that follow neither from the log nor from the store, those before others that belong to them."""
    yield from (table for table in tables.metadata.sorted_tables if table not in (*tables.PROJECTED, *tables.INDEXED, tables.place))


def completed(connection: Connection) -> tuple[str, ...]:
    """Return the names of those tables among ``beside`` that were missing; they, and all else that was, are there now, empty."""
    there = sa.inspect(connection).get_table_names()
    tables.metadata.create_all(connection)
    for index in [each for table in tables.metadata.tables.values() for each in table.indexes]:
        index.create(connection, checkfirst=True)
    if words.TABLE not in there:
        for statement in words.made(connection):
            connection.execute(sa.text(statement))
    return tuple(table.name for table in beside() if table.name not in there)


def mistyped(connection: Connection) -> Iterator[str]:
    """Yield the columns in which a value of another kind stands: SQLite keeps whatever somebody puts into them."""
    if connection.dialect.name != "sqlite":
        return
    for table in (*tables.PROJECTED, *tables.INDEXED, tables.place):
        columns = [*table.columns]
        wrong = [sa.func.max(sa.case((_typed(column), 0), else_=1)).label(column.name) for column in columns]
        row = connection.execute(sa.select(*wrong).select_from(table)).one()
        yield from (f"{table.name}.{column.name}" for column, found in zip(columns, row, strict=True) if found)


def _typed(column: sa.Column[object]) -> sa.ColumnElement[bool]:
    kind = sa.func.typeof(column)
    # a comparison of the column itself would be one of its kind
    allowed = kind == ("integer" if isinstance(column.type, sa.Integer | sa.Boolean) else "text")
    if isinstance(column.type, sa.Boolean):
        allowed = sa.and_(allowed, sa.cast(column, sa.Integer).in_((0, 1)))
    return sa.or_(allowed, kind == "null") if column.nullable else allowed


def damage(connection: Connection) -> Iterator[str]:
    """Yield what the database itself finds wrong with its file, the first of it."""
    if connection.dialect.name == "sqlite":
        yield from (each for each in connection.execute(sa.text("PRAGMA integrity_check(10)")).scalars() if each != "ok")
