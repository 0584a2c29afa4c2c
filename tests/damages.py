"""What happens to files on disks."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest


def flipped(path: Path) -> None:
    """Change a bit in the middle of a file."""
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)


def cut(path: Path) -> None:
    """Take the last byte of a file away."""
    path.write_bytes(path.read_bytes()[:-1])


def unreadable(patch: pytest.MonkeyPatch, *paths: Path) -> None:
    """Have files and folders answer as a disk does that is broken there."""
    broken = {*map(str, paths)}
    read, scan = Path.read_bytes, os.scandir

    def reading(path: Path) -> bytes:
        if str(path) in broken or broken.intersection(map(str, path.parents)):
            raise OSError(errno.EIO, os.strerror(errno.EIO), str(path))
        return read(path)

    def scanning(path: Path) -> object:
        if str(path) in broken:
            raise OSError(errno.EIO, os.strerror(errno.EIO), str(path))
        return scan(path)

    patch.setattr(Path, "read_bytes", reading)
    patch.setattr(os, "scandir", scanning)
