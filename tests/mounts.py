"""File systems of a given size, to be filled."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


@contextmanager
def small(place: Path, size: str, without: str) -> Iterator[Path]:
    """Give a new folder with a file system of its own; where none can be mounted the test is skipped, saying what it goes ``without``."""
    place.mkdir()
    if os.geteuid() or not shutil.which("mount") or subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", place], check=False).returncode:
        pytest.skip(f"no file system can be mounted here: {without}")
    yield place
    subprocess.run(["umount", place], check=True)
