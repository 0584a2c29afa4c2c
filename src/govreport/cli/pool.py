"""A pool of processes: work in batches, in order, with a bounded number under way; what kills or hangs its process is set apart."""

from __future__ import annotations

import gc
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import Pipe, Process, active_children, parent_process
from multiprocessing.connection import Connection, wait
from typing import Any, Generic, TypeVar

from govreport.cli import interruption

Item = TypeVar("Item")
Result = TypeVar("Result")

BATCH = 8
"""Items handed to a process at a time."""
AHEAD = 4
"""Batches under way for each process."""
HEAVY = 16 * 1024 * 1024
"""So many bytes in documents are under way at a time, and one document more, however few they are."""

KILLED, HUNG = "process", "time"
"""Why an item has no result: its process died, or took longer than allowed."""

_ALARM = getattr(signal, "SIGALRM", None)
"""The signal that ends a process that takes too long, whatever it is doing; None where the system has none."""

_kept: list[Any] = []
"""What this process was started to do, and how many seconds it may take for one item."""


def _start(work: Callable[[Any], Any], seconds: float) -> None:
    """Make ready a process: Ctrl-C is left to the parent, which ends its children; one that is killed cannot, and is watched for that."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if _ALARM is not None:
        signal.signal(_ALARM, signal.SIG_DFL)
    _kept[:] = [work, seconds]
    parent = parent_process()
    if parent is not None:
        threading.Thread(target=_follow, args=(parent.sentinel,), daemon=True).start()


def _follow(sentinel: int) -> None:
    """End this process when its parent has ended: it would wait for work for ever, and hold the parent's pipes open."""
    wait([sentinel])
    os._exit(1)


def _next(items: Iterator[Item]) -> list[Item]:
    """Return the next items to work on together, fewer where they are heavy."""
    batch: list[Item] = []
    for item in items:
        batch.append(item)
        if len(batch) == BATCH or _weight(batch) >= HEAVY:
            break
    return batch


def _weight(items: Sequence[Item]) -> int:
    """Return how many bytes items hold that say so."""
    return sum(getattr(item, "weight", 0) for item in items)


def _timed(item: Item) -> Any:
    work, seconds = _kept
    if _ALARM is None:
        return work(item)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        return work(item)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def _batch(items: Sequence[Item]) -> list[Any]:
    done = [_timed(item) for item in items]
    gc.collect(1)  # what the documents left behind in circles, before it counts among what stays
    return done


def _one_by_one(work: Callable[[Item], Result], seconds: float, items: Sequence[Item], results: Connection) -> None:
    _start(work, seconds)
    for item in items:
        results.send(_timed(item))


class Pool(Generic[Item, Result]):
    """A pool that is replaced when a process dies, and that finds out which item it died of.

    ``broken`` gives the result of such an item; it is told whether its process died (``process``) or took too long (``time``).
    """

    def __init__(self, work: Callable[[Item], Result], jobs: int, broken: Callable[[Item, str], Result], seconds: float) -> None:
        self._work, self._jobs, self._broken, self._seconds = work, jobs, broken, seconds
        self._pool = self._new()

    def __enter__(self) -> Pool[Item, Result]:
        return self

    def __exit__(self, kind: object, *_: object) -> None:
        if kind is None:
            self._pool.shutdown(wait=True, cancel_futures=True)
            return
        for process in active_children():
            process.kill()  # one that has just been forked would answer a gentler signal as its parent does
            process.join()
        # who reads the results waits for the rest of one that its process was writing, for this end of their pipe is open too
        writer = getattr(getattr(self._pool, "_result_queue", None), "_writer", None)
        if writer is not None:
            writer.close()
        self._pool.shutdown(wait=False, cancel_futures=True)

    def _new(self) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(self._jobs, initializer=_start, initargs=(self._work, self._seconds))

    def run(self, items: Iterator[Item]) -> Iterator[Result]:
        """Yield the results in order; at most four batches a process are under way."""
        pending: deque[tuple[list[Item], Future[list[Result]]]] = deque()
        while True:
            while len(pending) < AHEAD * self._jobs and sum(_weight(batch) for batch, _ in pending) < HEAVY and (batch := _next(items)):
                pending.append((batch, self._submit(batch)))
            if not pending:
                return
            interruption.check()
            batch, future = pending.popleft()
            try:
                found = future.result()
            except BrokenProcessPool:
                found = list(self._apart(batch))
                pending = self._recovered(pending)
            yield from found

    def _submit(self, batch: list[Item]) -> Future[list[Result]]:
        try:
            return self._pool.submit(_batch, batch)
        except BrokenProcessPool:
            self._renew()
            return self._pool.submit(_batch, batch)

    def _renew(self) -> None:
        self._pool.shutdown(wait=True, cancel_futures=True)
        self._pool = self._new()

    def _recovered(self, pending: deque[tuple[list[Item], Future[list[Result]]]]) -> deque[tuple[list[Item], Future[list[Result]]]]:
        """Return what was under way when a process died: what is done stays done, the first that are not may hold the cause too."""
        self._renew()
        suspects, recovered = self._jobs - 1, deque[tuple[list[Item], Future[list[Result]]]]()
        for batch, future in pending:
            if future.done() and not future.cancelled() and future.exception() is None:
                recovered.append((batch, future))
            elif suspects:
                suspects -= 1
                done = Future[list[Result]]()
                done.set_result(list(self._apart(batch)))
                recovered.append((batch, done))
            else:
                recovered.append((batch, self._submit(batch)))
        return recovered

    def _apart(self, batch: list[Item]) -> Iterator[Result]:
        """Yield the results of a batch from a process of its own, which says each as it comes: the next after the last said is the culprit."""
        rest = deque(batch)
        while rest:
            receiver, sender = Pipe(duplex=False)
            process = Process(target=_one_by_one, args=(self._work, self._seconds, list(rest), sender), daemon=True)
            process.start()
            sender.close()
            reason = HUNG
            try:
                # where there is an alarm it ends the process first
                while rest and receiver.poll(2 * self._seconds):
                    yield receiver.recv()
                    rest.popleft()
            except EOFError:
                process.join()
                reason = HUNG if _ALARM is not None and process.exitcode == -_ALARM else KILLED
            finally:
                process.kill()
                process.join()
                receiver.close()
            if rest:
                yield self._broken(rest.popleft(), reason)
