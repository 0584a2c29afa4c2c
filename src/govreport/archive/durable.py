"""Files that are durable when a call returns: what is written is on the disk, and so is the name that it has in its folder."""

from __future__ import annotations

import os
from pathlib import Path


def write(path: Path, data: bytes) -> None:
    """Write a file that is not there yet."""
    descriptor = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o644)
    try:
        view = memoryview(data)
        while view:
            view = view[os.write(descriptor, view) :]
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync(folder: Path) -> None:
    """Have the names in a folder on the disk."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def clear(path: Path) -> None:
    """Remove a file, or a folder with all that is in it."""
    if path.is_dir() and not path.is_symlink():
        for entry in list(path.iterdir()):
            clear(entry)
        path.rmdir()
    else:
        path.unlink(missing_ok=True)


def emptied(folder: Path) -> bool:
    """Return whether a folder is not there any more, having removed it where it was empty."""
    try:
        folder.rmdir()
    except FileNotFoundError:
        return True
    except OSError:
        return False
    return True


def replace(path: Path, data: bytes) -> None:
    """Write a file in the place of the one that is there: the old or the new is there whenever it stops."""
    part = path.with_name(f".{path.name}.part")
    with part.open("wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())
    part.replace(path)
    sync(path.parent)
