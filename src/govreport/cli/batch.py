"""Many documents one after the other, on several processes where it pays."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

WORTH = 12
"""Fewer documents than this are done in this process: starting others would take longer."""


def cores() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def each(work: Callable[[Item], Result], items: Iterable[Item], jobs: int, broken: Callable[[Item], Result]) -> Iterator[Result]:
    """Yield ``work(item)`` for every item in order, on ``jobs`` processes; ``broken(item)`` where a process died of one."""
    stream = iter(items)
    first = list(islice(stream, WORTH))
    if jobs == 1 or len(first) < WORTH:
        yield from map(work, chain(first, stream))
        return
    from govreport.cli.pool import Pool

    with Pool(work, jobs, broken) as workers:
        yield from workers.run(chain(first, stream))
