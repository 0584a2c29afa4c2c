"""Locks on files, by which processes wait for one another; the system gives them back when a process ends."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from govreport.archive.failures import of_system


@contextmanager
def locked(path: Path, mode: int) -> Iterator[bool]:
    """Hold the lock on a file, in a mode of ``fcntl.flock``; yields whether it could be had."""
    try:
        # whoever shares it need not be one who may write
        shared = mode & fcntl.LOCK_SH and path.exists()
        descriptor = os.open(path, os.O_RDONLY if shared else os.O_RDWR | os.O_CREAT, 0o644)
    except OSError as error:
        raise of_system(error) from error
    try:
        try:
            fcntl.flock(descriptor, mode)
            free = True
        except BlockingIOError:
            free = False
        yield free
    finally:
        os.close(descriptor)
