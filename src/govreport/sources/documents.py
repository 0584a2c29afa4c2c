"""The documents of sources, read one at a time and bounded; those of an archive come from it as a stream."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import BinaryIO, ClassVar

from govreport.sources.names import held, shown
from govreport.sources.places import STDIN, Sources

MAX_BYTES = 32 * 1024 * 1024
"""The most bytes that one document may have (contract, section 4)."""

_HANDED_OVER = (Path("/dev/stdin"), Path("/dev/fd"), Path("/proc/self/fd"))
"""Standard input by name, and where the pipes stand that a shell makes of ``<(command)``."""


@dataclass(frozen=True, slots=True)
class Document:
    """A document's bytes; ``name`` is its base name, ``relative`` its path below the argument, ``source`` what to call it in a message.

    All three can be printed and written, whatever the file is called; ``path`` is where a file of its own lies.
    """

    name: str
    relative: str
    source: str
    data: bytes
    path: Path | None = None

    @property
    def weight(self) -> int:
        """How many bytes it holds."""
        return len(self.data)


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A document or archive that could not be read.

    ``reason`` is one of ``limit``, ``damaged``, ``encrypted``, ``denied``, ``special`` (no regular file), ``empty``, ``extra``,
    ``foreign`` (another program must open it).
    """

    relative: str
    source: str
    reason: str
    detail: str | OSError = ""
    weight: ClassVar[int] = 0


@dataclass(frozen=True, slots=True)
class File:
    """A file that holds one document and is read where that is looked at, in this process or another; ``weight`` are the bytes it says it has."""

    path: Path
    relative: str
    source: str
    weight: int
    limit: int

    def read(self) -> Document | Unreadable:
        """Return the document."""
        return _read(self.path, self.relative, self.limit)


def documents(sources: Sources, suffixes: Collection[str], limit: int = MAX_BYTES) -> Iterator[Document | Unreadable]:
    """Yield every document of the sources in order, read one at a time; what cannot be read comes as ``Unreadable``."""
    return map(opened, unopened(sources, suffixes, limit))


def opened(document: Document | Unreadable | File) -> Document | Unreadable:
    """Return a document that may stand in a file that has not been read yet."""
    return document.read() if isinstance(document, File) else document


def unopened(sources: Sources, suffixes: Collection[str], limit: int = MAX_BYTES) -> Iterator[Document | Unreadable | File]:
    """Yield what ``documents`` does, but files that hold one document each as they lie."""
    for place in sources.places:
        path = place.path
        if path is None:
            yield _bounded(sys.stdin.buffer.read(limit + 1), STDIN, limit)
            continue
        relative, size, handed_over = held(place.relative), _size(path), path.parent in _HANDED_OVER or path in _HANDED_OVER
        if size is None and os.path.exists(path) and not handed_over:  # noqa: PTH110 (what cannot be looked at is told by opening it)
            # opening it could wait for ever, as a pipe that nobody writes to would
            yield Unreadable(relative, shown(str(path)), "special")
        elif place.packed:
            from govreport.packed import unpack

            yield from unpack(path, relative, suffixes, limit)
        elif size is None or handed_over:
            yield _read(path, relative, limit)
        else:
            yield File(path, relative, shown(str(path)), size, limit)


def _size(path: Path) -> int | None:
    """Return the bytes of a regular file, None for anything else."""
    try:
        found = path.stat()
    except (OSError, ValueError):
        return None
    return found.st_size if stat.S_ISREG(found.st_mode) else None


def _bounded(data: bytes, name: str, limit: int) -> Document | Unreadable:
    return Unreadable(name, name, "limit") if len(data) > limit else Document(name, name, name, data)


def _read(path: Path, relative: str, limit: int) -> Document | Unreadable:
    source = shown(str(path))
    try:
        with path.open("rb") as stream:
            data = _bytes(stream, limit)
    except OSError as error:
        return Unreadable(relative, source, "denied", error)
    if len(data) > limit:
        return Unreadable(relative, source, "limit")
    return Document(PurePosixPath(relative).name, relative, source, data, path)


def _bytes(stream: BinaryIO, limit: int) -> bytes:
    """Return what a file holds, of one with more than ``limit`` bytes one byte more than these.

    It is asked for as much as it says it has, since memory for as much as it may have is taken anew for each; a pipe says that it has none.
    """
    size = os.fstat(stream.fileno()).st_size
    data = stream.read(min(size, limit) + 1)
    return data if len(data) <= size else data + stream.read(limit + 1 - len(data))
