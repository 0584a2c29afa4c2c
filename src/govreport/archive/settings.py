"""A file of settings in TOML: every value is looked at when the file is read, and what may not be is told with its line and what may."""

from __future__ import annotations

import datetime
import json
import math
import re
import tomllib
from collections.abc import Callable, Collection, Mapping
from pathlib import Path
from typing import Any, TypeVar

from govreport.archive.failures import ArchiveError

Found = TypeVar("Found")

TEXT, TRUTH, SECONDS, YEAR, DAY, TABLE, TABLES = "text", "truth", "seconds", "year", "day", "table", "tables"

_IS: Mapping[str, Callable[[Any], bool]] = {
    TEXT: lambda value: isinstance(value, str) and value.isprintable(),
    TRUTH: lambda value: isinstance(value, bool),
    SECONDS: lambda value: type(value) in (int, float) and math.isfinite(value) and value >= 0,
    YEAR: lambda value: type(value) is int and (value == 0 or 1000 <= value <= 9999),
    DAY: lambda value: type(value) is datetime.date,
    TABLE: lambda value: isinstance(value, dict),
    TABLES: lambda value: isinstance(value, list) and all(isinstance(each, dict) for each in value),
}
"""What is allowed, by a word that the texts have words for."""

_PLACE = re.compile(r"\(at line (\d+), column (\d+)\)$")

NAME, LACKS, ONE_OF = "name", "lacks", "one-of"
_NOTHING = object()
_SHOWN = 60
"""So many characters of a wrong value are told."""

Place = tuple[str | int, ...]
"""The names that lead to a setting, and the number of a table among its like."""


class WrongError(ValueError):
    """Raised for a setting that may not be: its place, what is allowed there (a word), and ``known``, the list that it is to be one of."""

    def __init__(self, place: Place, allowed: str, known: Collection[str] = ()) -> None:
        super().__init__(named(place))
        self.place, self.allowed, self.known = place, allowed, known


def need(place: Place, value: object, allowed: str) -> None:
    """Raise ``WrongError`` for a value that is not what is allowed at a place."""
    if not _IS[allowed](value):
        raise WrongError(place, allowed)


def need_one_of(place: Place, value: object, known: Collection[str]) -> None:
    """Raise ``WrongError`` for a value that is none of those known."""
    if value not in known:
        raise WrongError(place, ONE_OF, known)


def need_names(place: Place, table: object, known: Collection[str]) -> None:
    """Raise ``WrongError`` for what is no table, and for the first name in one that is none of those known."""
    need(place, table, TABLE)
    for name in table if isinstance(table, dict) else ():
        if name not in known:
            raise WrongError((*place, name), NAME, known)


def read(path: Path, made: Callable[[Mapping[str, Any]], Found]) -> Found:
    """Return what is made of the settings in a file; raises ``ArchiveError`` for what is wrong in it, ``OSError`` where it cannot be read."""
    try:
        text = path.read_text("utf-8")
    except UnicodeError as error:
        raise ArchiveError("configuration-bytes", name=path) from error
    try:
        return made(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        said = str(error)
        place = _PLACE.search(said)
        line, column = (int(place[1]), int(place[2])) if place else (text.count("\n") + 1, 1)
        raise ArchiveError("configuration", name=path, line=line, column=column, detail=_PLACE.sub("", said).strip()) from error
    except WrongError as error:
        told = {"name": path, "line": _line(text, error.place), "key": named(error.place), "known": " ".join(error.known)}
        if error.allowed in (NAME, LACKS):
            raise ArchiveError(f"configuration-{error.allowed}", **told) from error
        value = _value(_at(tomllib.loads(text), error.place))
        if error.allowed == ONE_OF:
            raise ArchiveError("configuration-one-of", **told, value=value) from error
        raise ArchiveError("configuration-value", **told, value=value, allowed=error.allowed) from error


def named(place: Place) -> str:
    """Return a place as people write it: names with points between, the number of a table from 1."""
    return "".join(f"[{part + 1}]" if isinstance(part, int) else f".{part}" for part in place).removeprefix(".")


def _line(text: str, place: Place) -> int:
    """Return the line on which a setting ends: the first behind which it is there."""
    lines = text.split("\n")
    for number in range(1, len(lines) + 1):
        try:
            found = tomllib.loads("\n".join(lines[:number]))
        except tomllib.TOMLDecodeError:
            continue
        if _at(found, place) is not _NOTHING:
            return number
    return len(lines)


def _at(found: Any, place: Place) -> Any:
    for part in place:
        if not (part in found if isinstance(found, dict) else isinstance(found, list) and isinstance(part, int) and part < len(found)):
            return _NOTHING
        found = found[part]
    return found


def _value(found: Any) -> str:
    """Return a value as the file has it, shortly; nothing where it is not there."""
    return "" if found is _NOTHING else json.dumps(found, ensure_ascii=False, default=str)[:_SHOWN]
