"""What a command line gave, and how to look at it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

COMMAND = Path(sys.executable).with_name("govreport")


class Result:
    """What a command line gave: exit code, standard output and standard error."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err


Run = Callable[..., Result]


def one_line(result: Result) -> bool:
    """Return whether a failure is told in one line on standard error, and nothing else."""
    return result.out == "" and result.err.count("\n") == 1 and "Traceback" not in result.err


def parts(place: Path) -> list[str]:
    """Return the names of all files in a folder, hidden ones too."""
    return sorted(path.relative_to(place).as_posix() for path in place.rglob("*") if path.is_file())
