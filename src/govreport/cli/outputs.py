"""Files that are written whole or not at all: a temporary name beside the target, fsync, rename."""

from __future__ import annotations

import errno
import os
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from govreport.cli import interruption
from govreport.cli.errors import UNDETERMINED, USAGE, CommandError

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
        if path.exists() and not path.is_file() and not path.is_dir():
            with path.open("wb") as stream:
                yield stream
        else:
            yield from _replaced(path)
    except BrokenPipeError:  # who reads standard output has gone: no fault of this target
        raise
    except OSError as error:
        raise refusal(target, error) from error


def _replaced(path: Path) -> Iterator[BinaryIO]:
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    part = path.with_name(f".{path.name[:40]}.{os.getpid()}-{os.urandom(4).hex()}.part")
    try:
        with part.open("xb") as stream:
            yield stream
            interruption.check()
            stream.flush()
            os.fsync(stream.fileno())
        if path.exists():
            part.chmod(stat.S_IMODE(path.stat().st_mode))
        part.replace(path)
    except BaseException:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise


def is_same(target: Path, source: Path) -> bool:
    """Return whether a target is the file that a source came from; raises ``CommandError`` where its name is none."""
    try:
        return target.exists() and source.exists() and target.samefile(source)
    except OSError as error:
        raise refusal(str(target), error) from error


def write(target: str, data: bytes) -> None:
    """Write a file whole; raises ``CommandError``."""
    with whole(target) as stream:
        stream.write(data)


def refusal(target: str, error: OSError) -> CommandError:
    """Return the failure that says in one line why a target was not written."""
    code = USAGE if error.errno in _OURS else UNDETERMINED
    return CommandError(code, "error.write", name=target, detail=error.strerror or type(error).__name__)


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
        raise CommandError(USAGE, "error.write", name=target, detail=os.strerror(errno.EACCES))
    return path
