"""What work costs: steps that are counted, which no other work on the machine changes, and processor time of the quickest of several turns."""

from __future__ import annotations

import sqlite3
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import TypeVar

from sqlalchemy import event
from sqlalchemy.pool import Pool

T = TypeVar("T")
Work = Callable[[], object]

TURNS = 8
"""How often work is tried at most: a core that is shared with other work is slow for seconds, seldom for as many turns."""

_STRIDE = 10
"""Instructions of SQLite's machine between two looks at them."""


class Steps:
    """The steps of work on SQLite: calls of functions, and instructions of the machine that runs its statements."""

    def __init__(self) -> None:
        self.calls = self.instructions = 0

    def of(self, work: Work) -> int:
        """Return how many steps a piece of work takes on connections that were made since counting began."""
        before = self.calls + self.instructions
        sys.setprofile(self._called)
        try:
            work()
        finally:
            sys.setprofile(None)
        return self.calls + self.instructions - before

    def watch(self, connection: sqlite3.Connection, _: object) -> None:
        """Count what a new connection does from now on."""
        connection.set_progress_handler(self._stepped, _STRIDE)

    def _called(self, _: FrameType, what: str, __: object) -> None:
        self.calls += what in ("call", "c_call")

    def _stepped(self) -> int:
        self.instructions += _STRIDE
        return 0


@contextmanager
def counted() -> Iterator[Steps]:
    """Count steps of the databases of SQLite that are opened within."""
    steps = Steps()
    event.listen(Pool, "connect", steps.watch)
    try:
        yield steps
    finally:
        event.remove(Pool, "connect", steps.watch)


def within(limit: float, work: Callable[[], T]) -> T:
    """Return what a piece of work returns that takes less seconds of a processor than a limit, in the quickest of several turns."""
    given: list[T] = []
    taken = fastest([lambda: given.append(work())], lambda taken: taken[0] < limit)
    assert taken[0] < limit
    return given[-1]


def fastest(pieces: list[Work], enough: Callable[[list[float]], bool]) -> list[float]:
    """Return the least processor time of each of some pieces of work, done by turns until that is enough or there were many."""
    least = [float("inf")] * len(pieces)
    for _ in range(TURNS):
        least = [min(each, _once(piece)) for each, piece in zip(least, pieces, strict=True)]
        if enough(least):
            break
    return least


def _once(work: Work) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start
