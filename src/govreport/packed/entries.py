"""What the entries of archives share: bounds on what they give, names, and which of them are wanted."""

from __future__ import annotations

import io
from collections.abc import Collection, Iterator
from pathlib import Path, PurePosixPath
from typing import IO, BinaryIO
from urllib.parse import unquote, urlsplit

from govreport.formats import ELSEWHERE
from govreport.sources import Document, Unreadable, inner, is_document, shown

RATIO = 100
"""An archive may give at most this many times its own size, and ``SLACK`` bytes more."""
SLACK = 64 * 1024 * 1024
_PIECE = 1024 * 1024


class BombError(ValueError):
    """Raised when an archive gives more bytes than its size allows."""


class Counted(io.RawIOBase):
    """A reader that stops at a number of bytes: what a decompressor may give in all."""

    def __init__(self, stream: BinaryIO | IO[bytes], allowed: int) -> None:
        self._stream = stream
        self._left = allowed

    def read(self, size: int = -1) -> bytes:
        data = self._stream.read(size if size >= 0 else self._left + 1)
        self._left -= len(data)
        if self._left < 0:
            raise BombError
        return data


def most(path: Path) -> int:
    """Return how many bytes an archive may give in all."""
    return path.stat().st_size * RATIO + SLACK


def taken(stream: IO[bytes], count: int) -> bytes:
    """Return the next bytes of a stream, at most so many, read in pieces so that no decompressor holds them all once more."""
    taken = io.BytesIO()
    while count > 0 and (piece := stream.read(min(count, _PIECE))):
        taken.write(piece)
        count -= len(piece)
    return taken.getvalue()


def document(path: Path, relative: str, name: str, data: bytes, limit: int) -> Document | Unreadable:
    """Return an entry as a document, an ``Unreadable`` where it has more bytes than the limit."""
    below, source = inner(relative, name), shown(f"{path}!{name}")
    if len(data) > limit:
        return Unreadable(below, source, "limit")
    return Document(PurePosixPath(below).name, below, source, data)


def wanted(name: str, suffixes: Collection[str]) -> bool:
    """Return whether an entry of that name is a document; those in hidden folders are none."""
    parts = PurePosixPath(name.replace("\\", "/")).parts
    hidden = any(part.startswith((".", "~$", "__MACOSX")) and part not in (".", "..") for part in parts)
    return bool(parts) and not hidden and is_document(parts[-1], suffixes)


def left_out(path: Path, relative: str, name: str) -> Iterator[Unreadable]:
    """Yield an entry that no reader can read and which is likely a report all the same: of a word processor, a spreadsheet, an archive in it."""
    if wanted(name, ELSEWHERE):
        below = inner(relative, name)
        yield Unreadable(below, shown(f"{path}!{name}"), "foreign", PurePosixPath(below).name)


def named(given: str, number: int, suffix: str) -> str:
    """Return a base name for a record: its number, then the last step of its name or address, with the suffix of its kind."""
    last = PurePosixPath(unquote(urlsplit(given).path).replace("\\", "/")).name if given else ""
    stem = PurePosixPath(last).stem.lstrip(".")[:80]
    return f"{number}-{stem}{suffix}" if stem else f"{number}{suffix}"
