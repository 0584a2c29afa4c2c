"""A pool of processes: work in batches, in order, with a bounded number under way; what kills or hangs its process is set apart.

Every process has a pipe of its own. Those of the standard library share one for their results: what dies in the midst of one leaves a
part of it there, and the lock that its fellows wait for.
"""

from __future__ import annotations

import gc
import os
import signal
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
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
"""The signal that ends a process that takes too long, whatever it is doing; where the system has none, the pool looks at its clock."""
_LOOK = 1.0
"""Seconds after which the pool looks at its clock, and whether it is to stop, though no process has said anything."""


@dataclass(eq=False)
class _Batch(Generic[Item, Result]):
    """Items that are worked on together, with their results once there are any."""

    items: list[Item]
    results: list[Result] | None = None

    @property
    def weight(self) -> int:
        """How many bytes the items hold that say so."""
        return sum(getattr(item, "weight", 0) for item in self.items)


def _next(items: Iterator[Item]) -> _Batch[Item, Any]:
    """Return the next items to work on together, fewer where they are heavy, none at the end."""
    batch = _Batch[Item, Any]([])
    for item in items:
        batch.items.append(item)
        if len(batch.items) == BATCH or batch.weight >= HEAVY:
            break
    return batch


def _serve(work: Callable[[Any], Any], seconds: float, pipe: Connection) -> None:
    """Work on what comes through a pipe until nothing does: Ctrl-C is left to the parent, which ends its children.

    A parent that is killed cannot, and is watched for that. What the work raises is the parent's to raise.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if _ALARM is not None:
        signal.signal(_ALARM, signal.SIG_DFL)
    parent = parent_process()
    if parent is not None:
        threading.Thread(target=_follow, args=(parent.sentinel,), daemon=True).start()
    while items := pipe.recv():
        try:
            answer: object = [_timed(work, item, seconds) for item in items]
        except Exception as error:
            answer = error
        pipe.send(answer)
        gc.collect(1)  # what the documents left behind in circles, before it counts among what stays


def _follow(sentinel: int) -> None:
    """End this process when its parent has ended: it would wait for work for ever, and hold the parent's pipes open."""
    wait([sentinel])
    os._exit(1)


def _timed(work: Callable[[Item], Result], item: Item, seconds: float) -> Result:
    if _ALARM is None:
        return work(item)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        return work(item)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


class _Worker(Generic[Item, Result]):
    """A process of a pool, the batch that it works on, and when it takes too long for it."""

    def __init__(self, work: Callable[[Item], Result], seconds: float) -> None:
        self.pipe, theirs = Pipe()
        self._process = Process(target=_serve, args=(work, seconds, theirs), daemon=True)
        self._process.start()
        theirs.close()
        self._seconds, self._late = seconds, float("inf")
        self.batch = _Batch[Item, Result]([])

    def give(self, batch: _Batch[Item, Result]) -> None:
        """Hand over a batch."""
        self.batch = batch
        if _ALARM is None:
            self._late = time.monotonic() + 2 * self._seconds * len(batch.items)
        with suppress(OSError):  # whoever has died meanwhile is met where its answer is waited for
            self.pipe.send(batch.items)

    def answer(self) -> Sequence[Result] | None:
        """Return the results of the batch once the process has said something, None where it has died; raises what the work did."""
        try:
            said = self.pipe.recv()
        except (EOFError, OSError):
            return None
        if isinstance(said, Exception):
            raise said
        return said  # type: ignore[no-any-return]

    def hurry(self) -> None:
        """End a process that takes too long where no alarm does."""
        if time.monotonic() > self._late:
            self._process.kill()

    def end(self) -> str:
        """End the process, gently where it waits for work, and return why it had no answer."""
        with suppress(OSError):
            self.pipe.send([])
        self.pipe.close()
        self._process.join()
        alarmed = _ALARM is not None and self._process.exitcode == -_ALARM
        return HUNG if alarmed or time.monotonic() > self._late else KILLED


class Pool(Generic[Item, Result]):
    """A pool whose processes are replaced when they die, and that finds out which item one died of: its batch is then tried item by item.

    ``broken`` gives the result of such an item; it is told whether its process died (``process``) or took too long (``time``).
    """

    def __init__(self, work: Callable[[Item], Result], jobs: int, broken: Callable[[Item, str], Result], seconds: float) -> None:
        self._work, self._jobs, self._broken, self._seconds = work, jobs, broken, seconds
        self._idle: list[_Worker[Item, Result]] = []
        self._busy: dict[Any, _Worker[Item, Result]] = {}
        self._pending: list[_Batch[Item, Result]] = []
        self._waiting: deque[_Batch[Item, Result]] = deque()

    def __enter__(self) -> Pool[Item, Result]:
        return self

    def __exit__(self, kind: object, *_: object) -> None:
        if kind is None:
            for worker in self._idle:
                worker.end()
            return
        for process in active_children():
            process.kill()  # one that has just been forked would answer a gentler signal as its parent does
            process.join()

    def run(self, items: Iterator[Item]) -> Iterator[Result]:
        """Yield the results in order; at most four batches a process are under way."""
        while True:
            self._take(items)
            if not self._pending:
                return
            interruption.check()
            self._hand_out()
            self._hear()
            self._hand_out()  # before whoever takes the results is at work
            while self._pending and (results := self._pending[0].results) is not None:
                del self._pending[0]
                yield from results

    def _take(self, items: Iterator[Item]) -> None:
        while len(self._pending) < AHEAD * self._jobs and sum(batch.weight for batch in self._pending) < HEAVY and (batch := _next(items)).items:
            self._pending.append(batch)
            self._waiting.append(batch)

    def _hand_out(self) -> None:
        while self._waiting and (self._idle or len(self._busy) < self._jobs):
            worker = self._idle.pop() if self._idle else _Worker(self._work, self._seconds)
            self._busy[worker.pipe] = worker
            worker.give(self._waiting.popleft())

    def _hear(self) -> None:
        """Take the answers that have come, once there are any."""
        for worker in self._busy.values():
            worker.hurry()
        for pipe in wait(list(self._busy), _LOOK):
            worker = self._busy.pop(pipe)
            results = worker.answer()
            if results is None:
                self._set_apart(worker.batch, worker.end())
            else:
                worker.batch.results = list(results)
                self._idle.append(worker)

    def _set_apart(self, batch: _Batch[Item, Result], reason: str) -> None:
        """Give a single item its result, and have each of several tried by itself."""
        if len(batch.items) == 1:
            batch.results = [self._broken(batch.items[0], reason)]
            return
        at = self._pending.index(batch)
        self._pending[at : at + 1] = apart = [_Batch[Item, Result]([item]) for item in batch.items]
        self._waiting.extendleft(reversed(apart))
