"""The targets of commands: standard output, devices, and files that are written whole or not at all."""

from __future__ import annotations

import errno
import os
import stat
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import BinaryIO

from govreport.cli import interruption
from govreport.cli.errors import UNDETERMINED, USAGE, CommandError
from govreport.replacement import replaced

STDOUT = "-"
_OURS = {errno.ENOENT, errno.EACCES, errno.EPERM, errno.EISDIR, errno.ENOTDIR, errno.EROFS, errno.ENAMETOOLONG, errno.EINVAL}
"""The errors that another target would mend: wrong usage. All others (a full disk) are a failure to carry out."""


@contextmanager
def whole(target: str) -> Iterator[BinaryIO]:
    """Open a file to be written, which takes the target's name only when the block ends well; ``-`` is standard output.

    Raises ``CommandError`` with one line: exit 2 where the target cannot be written, 3 where writing it failed.
    """
    if target == STDOUT:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    path = Path(os.path.realpath(target))
    try:
        if path.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
        if path.exists() and not path.is_file():
            with path.open("wb") as stream:
                yield stream
        else:
            with replaced(path) as stream:
                yield stream
                interruption.check()
    except BrokenPipeError:  # who reads standard output has gone: no fault of this target
        raise
    except OSError as error:
        raise refusal(target, error) from error


class Originals:
    """The files that a command reads: none of its targets may be one of them, by whatever name."""

    def __init__(self, paths: Iterable[Path]) -> None:
        self._paths = tuple(paths)

    def spare(self, target: str | Path) -> None:
        """Raise ``CommandError`` (exit 2) for a target that is one of them."""
        if target != STDOUT and self.hold(Path(target)):
            raise CommandError(USAGE, "error.overwrite", name=target)

    def hold(self, path: Path) -> bool:
        """Return whether a path leads to one of them."""
        file = _file(path)
        return file is not None and file in self._files

    @cached_property
    def _files(self) -> frozenset[tuple[int, int]]:
        """Each file by its device and number; looked for only where a target is there already."""
        return frozenset(file for path in self._paths if (file := _file(path)) is not None)


def _file(path: Path) -> tuple[int, int] | None:
    """Return the device and the number of a regular file, None for anything else."""
    try:
        found = path.stat()
    except (OSError, ValueError):
        return None
    return (found.st_dev, found.st_ino) if stat.S_ISREG(found.st_mode) else None


def write(target: str, data: bytes) -> None:
    """Write a file whole; raises ``CommandError``."""
    with whole(target) as stream:
        stream.write(data)


def keep_apart(*targets: str | None) -> None:
    """Raise ``CommandError`` (exit 2) where two outputs go to one place, whatever names it has."""
    places: set[str] = set()
    for target in filter(None, targets):
        place = target if target == STDOUT else os.path.realpath(target)
        if place in places and not _is_device(place):
            raise CommandError(USAGE, "error.same-target", name=target)
        places.add(place)


def _is_device(place: str) -> bool:
    path = Path(place)
    return path.exists() and not path.is_file() and not path.is_dir()


def refusal(target: str, error: OSError) -> CommandError:
    """Return the failure that says in one line why a target was not written."""
    code = USAGE if error.errno in _OURS else UNDETERMINED
    return CommandError(code, "error.write", name=target, detail=error)


def folder(target: str) -> Path:
    """Return the folder of that name, made where it is missing; raises ``CommandError`` where that cannot be."""
    path = Path(target)
    try:
        path.mkdir(parents=True, exist_ok=True)
    except FileExistsError as error:
        raise CommandError(USAGE, "error.not-a-folder", name=target) from error
    except OSError as error:
        raise refusal(target, error) from error
    if not os.access(path, os.W_OK | os.X_OK):
        raise CommandError(USAGE, "error.write", name=target, detail=PermissionError(errno.EACCES, os.strerror(errno.EACCES)))
    return path
