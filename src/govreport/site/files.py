"""The files of a site: written whole, only where their bytes change, and removed when nothing needs them any more."""

from __future__ import annotations

import filecmp
import hashlib
import os
from contextlib import suppress
from pathlib import Path, PurePosixPath

from govreport.replacement import replaced


def write(site: Path, path: str, data: bytes) -> str:
    """Return the SHA-256 of a file of the site, which is written only where it is not there with these bytes; raises ``OSError``."""
    target = site / path
    if not _same(target, data):
        target.parent.mkdir(parents=True, exist_ok=True)
        with replaced(target, durable=False) as stream:
            stream.write(data)
    return hashlib.sha256(data).hexdigest()


def place(site: Path, path: str, made: Path) -> None:
    """Put a file that was made elsewhere on the same disk in its place, unless it is there with these bytes; raises ``OSError``."""
    target = site / path
    if target.is_file() and filecmp.cmp(target, made, shallow=False):
        made.unlink()
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    made.replace(target)


def _same(target: Path, data: bytes) -> bool:
    try:
        return target.stat().st_size == len(data) and target.read_bytes() == data
    except OSError:
        return False


def remove(site: Path, path: str) -> None:
    """Remove a file of the site, and the folders that it leaves empty."""
    with suppress(FileNotFoundError):
        (site / path).unlink()
    for folder in list(PurePosixPath(path).parents)[:-1]:
        try:
            (site / folder).rmdir()
        except OSError:
            return


def relative(path: str, page: str) -> str:
    """Return the address of a file of the site as a page of it names it."""
    return os.path.relpath(path, PurePosixPath(page).parent.as_posix() or ".").replace(os.sep, "/")
