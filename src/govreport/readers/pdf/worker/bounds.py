"""The bounds within which a document is taken out: what is counted here, and what the system watches."""

from __future__ import annotations

from contextlib import suppress
from typing import NamedTuple


class Bounds(NamedTuple):
    """How much is taken out at most: pages, characters, pieces of drawing; seconds of work and bytes of memory are the system's to watch."""

    pages: int
    characters: int
    drawn: int
    seconds: int
    memory: int


class OverError(Exception):
    """Raised where a bound is passed: its name, the most, what was found."""

    def __init__(self, limit: str, maximum: int, found: int) -> None:
        super().__init__(limit)
        self.limit, self.maximum, self.found = limit, maximum, found


def confine(bounds: Bounds) -> None:
    """Have the system end this process where it takes too long or too much memory; on systems without such limits the parent's clock does."""
    try:
        import resource
    except ImportError:
        return
    for kind, value in ((resource.RLIMIT_CPU, bounds.seconds), (resource.RLIMIT_AS, bounds.memory), (resource.RLIMIT_CORE, 0)):
        with suppress(ValueError, OSError):
            resource.setrlimit(kind, (value, value))
