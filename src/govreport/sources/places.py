"""Files that arguments name: paths, folders, globs, standard input."""

from __future__ import annotations

import glob
import os
import stat
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from govreport.formats import ELSEWHERE
from govreport.sources.names import is_packed, is_wanted, shown

STDIN = "-"
_NAMED = 5


class SourceError(Exception):
    """Raised before anything is read.

    ``reason`` is ``missing`` (no such file), ``empty`` (nothing to read there), ``foreign`` (only files of other programs, which ``detail`` names)
    or ``denied`` (``detail`` says why).
    """

    def __init__(self, reason: str, source: str, detail: str | OSError = "") -> None:
        super().__init__(f"{source}: {reason}")
        self.reason, self.source, self.detail = reason, source, detail


@dataclass(frozen=True, slots=True)
class Place:
    """A file that an argument named; ``relative`` is its path below the argument, ``packed`` whether it holds several documents.

    ``foreign``: it lies in a folder and another program must open it.
    """

    path: Path | None
    relative: str
    packed: bool = False
    foreign: bool = False


@dataclass(frozen=True, slots=True)
class Sources:
    """The files that arguments name, in order; ``several`` says whether they may give more than one document.

    ``passed`` are the files of other programs that lie among them in folders.
    """

    places: tuple[Place, ...]
    several: bool
    passed: tuple[Path, ...] = ()

    @property
    def paths(self) -> tuple[Path, ...]:
        """The paths of those that have one."""
        return tuple(place.path for place in self.places if place.path is not None)


def expand(arguments: Sequence[str], suffixes: Collection[str]) -> Sources:
    """Return the files that arguments name: folders recursively and sorted, globs, ``-`` for standard input.

    In folders only files with one of the suffixes (``.txt``) or of an archive count, hidden ones never.
    Raises ``SourceError`` for a missing file, an unreadable folder, and a folder or glob without any such file.
    """
    places: list[Place] = []
    passed: list[Path] = []
    several = len(arguments) > 1
    for argument in arguments:
        all_found = list(_expand(argument, suffixes))
        found = [place for place in all_found if not place.foreign]
        left = [place.path for place in all_found if place.foreign and place.path is not None]
        if not found:
            raise SourceError("foreign", argument, named(left)) if left else SourceError("empty", argument)
        passed += left
        several = several or len(found) > 1 or found[0].packed or Path(argument).is_dir()
        places += found
    return Sources(tuple(places), several, tuple(passed))


def named(paths: Sequence[Path]) -> str:
    """Return the names of files in a line, of many the first."""
    return ", ".join([shown(path.name) for path in paths[:_NAMED]] + ["…"] * (len(paths) > _NAMED))


def _expand(argument: str, suffixes: Collection[str]) -> Iterator[Place]:
    if argument == STDIN:
        yield Place(None, STDIN)
        return
    path = Path(argument)
    mode = _mode(argument)
    if mode is not None and stat.S_ISDIR(mode):
        yield from _folder(path, path, suffixes)
    elif mode is not None:
        yield Place(path, path.name, is_packed(path.name))
    elif glob.has_magic(argument):
        base = _glob_base(argument)
        for match in sorted(Path(found) for found in glob.iglob(argument, recursive=True)):  # noqa: PTH207 (absolute patterns)
            if os.path.isdir(match):  # noqa: PTH112 (what cannot be looked at is none)
                yield from _folder(match, base, suffixes)
            else:
                yield Place(match, _below(match, base), is_packed(match.name))
    else:
        raise SourceError("missing", argument)


def _mode(argument: str) -> int | None:
    """Return the mode of what an argument names, None where there is nothing; raises ``SourceError`` where that cannot be told."""
    try:
        return Path(argument).stat().st_mode
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return None
    except OSError as error:
        raise SourceError("denied", argument, error) from error


def _glob_base(pattern: str) -> Path:
    parts = Path(pattern).parts
    fixed = next(index for index, part in enumerate(parts) if glob.has_magic(part))
    return Path(*parts[:fixed])


def _folder(folder: Path, base: Path, suffixes: Collection[str]) -> Iterator[Place]:
    def refuse(error: OSError) -> None:
        raise SourceError("denied", str(error.filename or folder), error) from error

    for parent, folders, files in os.walk(folder, onerror=refuse):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            path = Path(parent, name)
            if is_wanted(name, suffixes):
                yield Place(path, _below(path, base), is_packed(name))
            elif is_wanted(name, ELSEWHERE):
                yield Place(path, _below(path, base), foreign=True)


def _below(path: Path, base: Path) -> str:
    return path.relative_to(base).as_posix()
