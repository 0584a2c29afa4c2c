"""Where documents come from: paths, folders, globs, standard input, and archives as streams; bounded, nothing is unpacked to disk."""

from __future__ import annotations

import fnmatch
import glob
import os
import re
import sys
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import BinaryIO, ClassVar

MAX_BYTES = 32 * 1024 * 1024
"""The most bytes that one document may have (contract, section 4)."""

STDIN = "-"
_HIDDEN = re.compile("[\x00-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""Characters that a terminal obeys, that change the order of others, or that stand for a byte that is no text."""
_LONGEST, _DEEPEST = 80, 16
"""How many characters a part of an entry's name keeps, and how many parts: at three bytes a character every file system takes them."""
_HANDED_OVER = (Path("/dev/stdin"), Path("/dev/fd"), Path("/proc/self/fd"))
"""Standard input by name, and where the pipes stand that a shell makes of ``<(command)``."""
PACKED = (".zip", ".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tbz2", ".tar.xz", ".txz", ".jsonl", ".ndjson", ".warc", ".warc.gz")
"""The suffixes of files that are streams of documents."""


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

    ``reason`` is one of ``limit``, ``damaged``, ``encrypted``, ``denied``, ``special`` (no regular file), ``empty``, ``extra``.
    """

    relative: str
    source: str
    reason: str
    detail: str = ""
    weight: ClassVar[int] = 0


class SourceError(Exception):
    """Raised before anything is read: ``reason`` is ``missing`` (no such file), ``empty`` (nothing to read there) or ``denied``."""

    def __init__(self, reason: str, source: str) -> None:
        super().__init__(f"{source}: {reason}")
        self.reason = reason
        self.source = source


@dataclass(frozen=True, slots=True)
class Place:
    """A file that an argument named; ``relative`` is its path below the argument, ``packed`` whether it holds several documents."""

    path: Path | None
    relative: str
    packed: bool = False


@dataclass(frozen=True, slots=True)
class Sources:
    """The files that arguments name, in order; ``several`` says whether they may give more than one document."""

    places: tuple[Place, ...]
    several: bool


def expand(arguments: Sequence[str], suffixes: Collection[str]) -> Sources:
    """Return the files that arguments name: folders recursively and sorted, globs, ``-`` for standard input.

    In folders only files with one of the suffixes (``.txt``) or of an archive count, hidden ones never.
    Raises ``SourceError`` for a missing file, an unreadable folder, and a folder or glob without any such file.
    """
    places: list[Place] = []
    several = len(arguments) > 1
    for argument in arguments:
        found = list(_expand(argument, suffixes))
        if not found:
            raise SourceError("empty", argument)
        several = several or len(found) > 1 or found[0].packed or Path(argument).is_dir()
        places += found
    return Sources(tuple(places), several)


def _expand(argument: str, suffixes: Collection[str]) -> Iterator[Place]:
    if argument == STDIN:
        yield Place(None, STDIN)
        return
    path = Path(argument)
    if path.is_dir():
        yield from _folder(path, path, suffixes)
    elif path.exists():
        yield Place(path, path.name, is_packed(path.name))
    elif glob.has_magic(argument):
        base = _glob_base(argument)
        for match in sorted(Path(found) for found in glob.iglob(argument, recursive=True)):  # noqa: PTH207 (absolute patterns)
            if match.is_dir():
                yield from _folder(match, base, suffixes)
            else:
                yield Place(match, _below(match, base), is_packed(match.name))
    else:
        raise SourceError("missing", argument)


def _glob_base(pattern: str) -> Path:
    parts = Path(pattern).parts
    fixed = next(index for index, part in enumerate(parts) if glob.has_magic(part))
    return Path(*parts[:fixed])


def _folder(folder: Path, base: Path, suffixes: Collection[str]) -> Iterator[Place]:
    def refuse(error: OSError) -> None:
        raise SourceError("denied", str(error.filename or folder)) from error

    for parent, folders, files in os.walk(folder, onerror=refuse):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            path = Path(parent, name)
            if is_wanted(name, suffixes):
                yield Place(path, _below(path, base), is_packed(name))


def _below(path: Path, base: Path) -> str:
    return path.relative_to(base).as_posix()


def is_packed(name: str) -> bool:
    """Return whether a file of this name is a stream of documents."""
    return name.lower().endswith(PACKED)


def is_wanted(name: str, suffixes: Collection[str]) -> bool:
    """Return whether a file of this name in a folder counts as a report or as an archive of reports."""
    if name.startswith((".", "~$")):
        return False
    return is_packed(name) or is_document(name, suffixes)


def is_document(name: str, suffixes: Collection[str]) -> bool:
    """Return whether a name ends in one of the suffixes, in any case."""
    return any(fnmatch.fnmatch(name.lower(), "*" + suffix) for suffix in suffixes)


def documents(sources: Sources, suffixes: Collection[str], limit: int = MAX_BYTES) -> Iterator[Document | Unreadable]:
    """Yield every document of the sources in order, read one at a time; what cannot be read comes as ``Unreadable``."""
    for place in sources.places:
        if place.path is None:
            yield _bounded(sys.stdin.buffer.read(limit + 1), STDIN, limit)
        elif not _may_be_opened(place.path):
            yield Unreadable(held(place.relative), shown(str(place.path)), "special")
        elif place.packed:
            from govreport.packed import unpack

            yield from unpack(place.path, held(place.relative), suffixes, limit)
        else:
            yield _file(place.path, held(place.relative), limit)


def _may_be_opened(path: Path) -> bool:
    """Return whether opening a path cannot wait for ever, as a pipe that nobody writes to would; what a shell hands over is read."""
    return path in _HANDED_OVER or path.parent in _HANDED_OVER or path.is_file() or not path.exists()


def _bounded(data: bytes, name: str, limit: int) -> Document | Unreadable:
    return Unreadable(name, name, "limit") if len(data) > limit else Document(name, name, name, data)


def _file(path: Path, relative: str, limit: int) -> Document | Unreadable:
    source = shown(str(path))
    try:
        with path.open("rb") as stream:
            data = _read(stream, limit)
    except OSError as error:
        return Unreadable(relative, source, "denied", error.strerror or "")
    if len(data) > limit:
        return Unreadable(relative, source, "limit")
    return Document(PurePosixPath(relative).name, relative, source, data, path)


def _read(stream: BinaryIO, limit: int) -> bytes:
    """Return what a file holds, of one with more than ``limit`` bytes one byte more than these.

    It is asked for as much as it says it has, since memory for as much as it may have is taken anew for each; a pipe says that it has none.
    """
    size = os.fstat(stream.fileno()).st_size
    data = stream.read(min(size, limit) + 1)
    return data if len(data) <= size else data + stream.read(limit + 1 - len(data))


def inner(archive: str, name: str) -> str:
    """Return the relative name of an archive's entry: the archive's without suffix, then the entry's.

    It is held inside (no ``..``, no root), and every part can be the name of a file.
    """
    parts = [part for part in PurePosixPath(name.replace("\\", "/")).parts if part not in ("/", "..", ".") and not part.endswith(":")]
    return "/".join([stem(archive), *map(_plain, parts[-_DEEPEST:])])


def shown(name: str) -> str:
    """Return a name as a message shows it: what cannot be printed, or stands for a byte that is no text, as its number."""
    return _HIDDEN.sub(lambda found: f"\\x{ord(found.group()):02x}", name)


def held(relative: str) -> str:
    """Return a path below an argument as names that can be written anywhere."""
    return "/".join(map(_plain, relative.split("/"))) if _HIDDEN.search(relative) else relative


def _plain(part: str) -> str:
    """Return a part of a name that any file system takes: without characters that cannot be printed, short; the suffix stays."""
    clean = _HIDDEN.sub("_", part).strip() or "_"
    if len(clean) <= _LONGEST:
        return clean
    name, dot, suffix = clean.rpartition(".")
    return name[: _LONGEST - 16] + dot + suffix[:15] if dot else clean[:_LONGEST]


def stem(relative: str) -> str:
    """Return a relative name without the suffix of its format: ``town/a.tar.gz`` gives ``town/a``."""
    packed = max((suffix for suffix in PACKED if relative.lower().endswith(suffix)), key=len, default=None)
    return relative[: -len(packed)] if packed else PurePosixPath(relative).with_suffix("").as_posix()
