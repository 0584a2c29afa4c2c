"""Many documents one after the other, on several processes where it pays."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable
from itertools import chain, islice
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

WORTH = 2
"""Fewer documents than this are done in this process: where there are several, one that kills its process must not end the others."""

SECONDS = 60
"""How long one document may take in a process of its own."""


def each(
    work: Callable[[Item], Result], items: Iterable[Item], jobs: int, broken: Callable[[Item, str], Result], seconds: float = SECONDS
) -> Generator[Result, None, None]:
    """Yield ``work(item)`` for every item in order, on ``jobs`` processes.

    ``broken(item, reason)`` stands for an item of which a process died (reason ``process``) or that took it longer than allowed (``time``).
    """
    if jobs == 1:
        yield from map(work, items)  # one at a time: none is held while the next is fetched
        return
    stream = iter(items)
    first = list(islice(stream, WORTH))
    if len(first) < WORTH:
        yield from map(work, first)
        return
    from govreport.cli.pool import Pool

    with Pool(work, jobs, broken, seconds) as workers:
        yield from workers.run(chain(first, stream))
