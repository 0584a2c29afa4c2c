"""Files that take the place of others only when they are whole: a name beside the target until then, and nothing that stays after a command was killed."""

from __future__ import annotations

import os
import stat
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

try:
    import fcntl
except ImportError:  # Windows, which does not rename a file that is open either
    fcntl = None  # type: ignore[assignment]

_SHOWN = 40
"""How much of a target's name its part begins with: names have a longest length."""


@contextmanager
def replaced(path: Path, *, durable: bool = True) -> Iterator[BinaryIO]:
    """Open a file to be written, which takes the name and the permissions of the target when the block ends well, on the disk first if ``durable``.

    Raises ``OSError``.
    """
    part, stream = _opened(path)
    try:
        with stream:
            yield stream
            stream.flush()
            if durable:
                os.fsync(stream.fileno())
            if path.exists():
                part.chmod(stat.S_IMODE(path.stat().st_mode))
            if fcntl is None:
                stream.close()
            part.replace(path)  # while it is locked: whoever finds it unlocked takes it for left behind
    except BaseException:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise


def _opened(path: Path) -> tuple[Path, BinaryIO]:
    """Return a new file beside a target, locked while it is open.

    Its name is the same each time, so that what a killed command left of it is found; who writes the same target at the same time takes another.
    """
    part = part_of(path)
    if fcntl is not None:
        _clear(part)
        with suppress(FileExistsError):
            stream = part.open("xb")
            if not _is_locked(stream.fileno()) and _is_at(stream, part):
                return part, stream
            stream.close()
    part = part.with_name(f"{part.stem}.{os.getpid()}-{os.urandom(4).hex()}.part")
    return part, part.open("xb")


def part_of(path: Path) -> Path:
    """Return the file beside a target in which it is written, unless somebody else writes it at the same time."""
    return path.with_name(f".{path.name[:_SHOWN]}.{zlib.crc32(os.fsencode(path.name)):08x}.part")


def _clear(part: Path) -> None:
    """Remove a part that a command which was killed left behind: nobody has it locked."""
    with suppress(OSError):
        descriptor = os.open(part, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            part.unlink()
        finally:
            os.close(descriptor)


def _is_locked(descriptor: int) -> bool:
    """Return whether another has a file locked, having locked it for this process where it can be: where there are no locks nobody clears anything."""
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    except OSError:
        return False
    return False


def _is_at(stream: BinaryIO, part: Path) -> bool:
    """Return whether a file is still there by its name: another may have found it before it was locked."""
    try:
        return os.path.samestat(os.fstat(stream.fileno()), part.stat())
    except FileNotFoundError:
        return False
