"""Failures of the database and of its driver, as the archive tells of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from sqlalchemy.engine import Engine
from sqlalchemy.exc import DBAPIError, OperationalError, SQLAlchemyError

from govreport.archive.failures import BrokenError, need_text

_AWAY = ("08", "57P")
"""The classes of PostgreSQL's codes for connections that failed and servers that end or begin; a connection never made has no code at all."""


@contextmanager
def told(engine: Engine) -> Iterator[None]:
    """Turn failures of the database and of its driver into ``BrokenError``: the first line of what it says; what it cannot be asked for is refused."""
    try:
        yield
    except UnicodeEncodeError as error:
        need_text(str(error.object))
        raise
    except (SQLAlchemyError, engine.dialect.loaded_dbapi.Error) as error:
        cause = error.orig if isinstance(error, DBAPIError) else error
        said = str(cause).strip().splitlines() or [type(error).__name__]
        need_text(*_texts(getattr(error, "params", None)))
        raise BrokenError(_reason(error, said[0]), name="", detail=said[0]) from error


def _texts(given: object) -> Iterator[str]:
    """Yield the texts among what a statement was given, of which some drivers look at NUL and others do not."""
    if isinstance(given, str):
        yield given
    elif isinstance(given, Mapping):
        yield from _texts(list(given.values()))
    elif isinstance(given, list | tuple):
        for each in given:
            yield from _texts(each)


def _reason(error: Exception, said: str) -> str:
    """Return the word for a failure of the database: a server that cannot be reached is another matter than tables that cannot be read."""
    state = getattr(getattr(error, "orig", None), "sqlstate", "")
    if isinstance(error, OperationalError) and (state is None or str(state).startswith(_AWAY)):
        return "unreachable"
    return "full" if "full" in said else "read-only" if "readonly" in said or "read-only" in said else "catalogue"
