"""Readers: the bytes of a format as a report, as far as it can be read; a reader never raises on content."""

from __future__ import annotations

import importlib
from typing import Protocol, cast

from govreport.formats import FORMATS, UnknownFormatError
from govreport.readers import foreign, guard
from govreport.readers.guard import DEFAULT, Limits
from govreport.readers.sniffing import sniff
from govreport.reading import Reading
from govreport.standard import Standard

__all__ = ["DEFAULT", "Limits", "Reader", "read", "reader", "sniff"]


class Reader(Protocol):
    """A reader of one format; ``name`` is the base name of the source."""

    def __call__(self, data: bytes, name: str, standard: Standard, limits: Limits = DEFAULT) -> Reading: ...


def read(data: bytes, name: str, standard: Standard, format: str | None = None, limits: Limits = DEFAULT) -> Reading:
    """Return the reading of a document in a format, told by its content where none is given; raises ``UnknownFormatError``."""
    too_long = guard.size(data, name, limits)
    if too_long:
        return Reading(None, too_long)
    kind = foreign.kind_of(data)
    if kind is not None:
        return Reading(None, (foreign.told(kind, name),))
    chosen = reader(format or sniff(data, name, standard))
    try:
        return chosen(data, name, standard, limits)
    except RecursionError:
        return Reading(None, (guard.over(name, "depth", limits.depth, limits.depth + 1),))


def reader(format: str) -> Reader:
    """Return the reader of a format, loaded when it is first asked for; raises ``UnknownFormatError``."""
    line = FORMATS.get(format)
    if line is None or not line.reads:
        raise UnknownFormatError(format)
    return cast(Reader, importlib.import_module(f"govreport.readers.{line.module}").read)
