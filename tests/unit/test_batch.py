"""Many pieces of work on several processes: order, bounds, and a piece that kills its process."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator

import pytest

from govreport.cli import batch
from govreport.cli.pool import BATCH


def doubled(number: int) -> int:
    """Return twice the number; some numbers kill the process that works on them."""
    if number in (17, 58):
        os.kill(os.getpid(), signal.SIGKILL)
    return 2 * number


def lost(number: int) -> int:
    """Return what stands for a number whose process died."""
    return -number


def test_order_is_kept_and_a_poisonous_piece_is_set_apart() -> None:
    found = list(batch.each(doubled, range(80), 2, lost))
    assert found == [-number if number in (17, 58) else 2 * number for number in range(80)]


def test_only_so_many_are_taken_ahead() -> None:
    taken = []

    def numbers() -> Iterator[int]:
        for number in range(1000, 2000):
            taken.append(number)
            yield number

    stream = batch.each(doubled, numbers(), 2, lost)
    assert next(stream) == 2000
    assert len(taken) <= batch.WORTH + 9 * BATCH
    assert len(list(stream)) == 999


@pytest.mark.parametrize(("count", "jobs"), [(0, 2), (3, 2), (40, 1)])
def test_little_work_stays_in_this_process(count: int, jobs: int) -> None:
    here = os.getpid()
    assert set(batch.each(lambda _: os.getpid(), range(count), jobs, lost)) == ({here} if count else set())
