"""A pool of processes: work in batches, in order, with a bounded number under way, and a poisonous document set apart."""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from typing import Generic, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

BATCH = 8
"""Documents handed to a process at a time."""


def _batch(work: Callable[[Item], Result], items: Sequence[Item]) -> list[Result]:
    return [work(item) for item in items]


def _ignore_interrupts() -> None:
    """Leave Ctrl-C to the parent, which ends the workers."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


class Pool(Generic[Item, Result]):
    """A pool that is replaced when a process dies, and that finds out which document it died of."""

    def __init__(self, work: Callable[[Item], Result], jobs: int, broken: Callable[[Item], Result]) -> None:
        self._work, self._jobs, self._broken = work, jobs, broken
        self._pool = self._new(jobs)

    def __enter__(self) -> Pool[Item, Result]:
        return self

    def __exit__(self, *_: object) -> None:
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _new(self, jobs: int) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(jobs, initializer=_ignore_interrupts)

    def run(self, items: Iterator[Item]) -> Iterator[Result]:
        """Yield the results in order; at most four batches a process are under way."""
        pending: deque[tuple[list[Item], Future[list[Result]]]] = deque()
        while True:
            while len(pending) < 4 * self._jobs and (batch := list(islice(items, BATCH))):
                pending.append((batch, self._submit(batch)))
            if not pending:
                return
            batch, future = pending.popleft()
            try:
                yield from future.result()
            except BrokenProcessPool:
                self._renew()
                yield from self._one_by_one(batch)
                pending = deque((waiting, self._submit(waiting)) for waiting, _ in pending)

    def _submit(self, batch: list[Item]) -> Future[list[Result]]:
        try:
            return self._pool.submit(_batch, self._work, batch)
        except BrokenProcessPool:
            self._renew()
            return self._pool.submit(_batch, self._work, batch)

    def _renew(self) -> None:
        self._pool.shutdown(wait=True, cancel_futures=True)
        self._pool = self._new(self._jobs)

    def _one_by_one(self, batch: list[Item]) -> Iterator[Result]:
        for item in batch:
            with self._new(1) as alone:
                try:
                    yield alone.submit(self._work, item).result()
                except BrokenProcessPool:
                    yield self._broken(item)
