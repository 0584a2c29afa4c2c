"""Many pieces of work on several processes: order, bounds, and a piece that kills or hangs its process."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from govreport.cli import batch, pool
from govreport.cli.pool import AHEAD, BATCH, Pool

KILLING, HANGING = (17, 58, 59), (33,)


def doubled(number: int) -> int:
    """Return twice the number; some numbers kill the process that works on them, others hang it."""
    if number in KILLING:
        os.kill(os.getpid(), signal.SIGKILL)
    while number in HANGING:
        time.sleep(60)
    return 2 * number


def spread(number: int) -> bytes:
    """Return two megabytes for any number."""
    return bytes([number % 256]) * 2_000_000


def lost_bytes(number: int, reason: str) -> bytes:
    """Return what stands for a number that has no bytes."""
    return f"{number} {reason}".encode()


def lost(number: int, reason: str) -> int:
    """Return what stands for a number whose process died or took too long."""
    return -number if reason == "process" else -1000 * number


def expected(number: int) -> int:
    """Return what should come of a number."""
    return -number if number in KILLING else -1000 * number if number in HANGING else 2 * number


@pytest.mark.parametrize("jobs", [2, 3])
def test_order_is_kept_and_a_poisonous_piece_is_set_apart(jobs: int) -> None:
    start = time.monotonic()
    assert list(batch.each(doubled, range(80), jobs, lost, seconds=1)) == list(map(expected, range(80)))
    assert time.monotonic() - start < 20


def test_only_so_many_are_taken_ahead() -> None:
    taken = []

    def numbers() -> Iterator[int]:
        for number in range(1000, 2000):
            taken.append(number)
            yield number

    stream = batch.each(doubled, numbers(), 2, lost)
    assert next(stream) == 2000
    assert len(taken) <= batch.WORTH + 2 * AHEAD * BATCH
    assert len(list(stream)) == 999


def test_processes_end_when_the_rest_is_not_wanted() -> None:
    stream = batch.each(process, range(1000), 2, lost)
    there = next(stream)
    stream.close()
    with pytest.raises(ProcessLookupError):
        os.kill(there, 0)


def process(_: int) -> int:
    """Return the process that does a piece of work."""
    return os.getpid()


@pytest.mark.parametrize(("count", "jobs"), [(0, 2), (1, 2), (40, 1)])
def test_little_work_stays_in_this_process(count: int, jobs: int) -> None:
    here = os.getpid()
    assert set(batch.each(process, range(count), jobs, lost)) == ({here} if count else set())


def test_several_pieces_go_to_other_processes() -> None:
    assert os.getpid() not in set(batch.each(process, range(3), 2, lost))


_SLOW = r"""
import os, time
from govreport.cli import batch, pool
def told(number):
    os.write(1, b"%d\n" % os.getpid())  # at once: a line that is printed may be written in two parts
    time.sleep(0.05)
list(batch.each(told, iter(range(10_000)), 2, lambda *_: None))
"""


def test_leaving_waits_for_no_result_that_was_being_written() -> None:
    """A process that is ended in the midst of a result larger than a pipe holds leaves a part of it."""
    for stop in range(6):
        with pytest.raises(KeyboardInterrupt), Pool(spread, 2, lost_bytes, 60) as workers:
            for number, _ in enumerate(workers.run(iter(range(400)))):
                if number == stop:
                    raise KeyboardInterrupt
    deadline = time.monotonic() + 20
    while threading.active_count() > 1 + len(multiprocessing.active_children()):
        assert time.monotonic() < deadline, threading.enumerate()
        time.sleep(0.01)


@pytest.mark.parametrize("moment", range(0, 24, 3))
def test_a_process_that_is_killed_from_outside_costs_nothing(moment: int) -> None:
    """Where it is killed in the midst of a result, larger than a pipe holds, a part of that stays behind."""
    results = batch.each(spread, range(80), 2, lost_bytes)
    found = []
    for number, result in enumerate(results):
        if number == moment:
            multiprocessing.active_children()[moment % 2].kill()
        found.append(result[:1])
    assert found == [bytes([number]) for number in range(80)]


def test_a_system_without_alarms_ends_what_hangs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "_ALARM", None)
    assert list(batch.each(doubled, range(33, 35), 2, lost, seconds=1)) == list(map(expected, range(33, 35)))


def broken_off(number: int) -> int:
    """Raise what a fault of the program would."""
    raise LookupError(f"no {number}")


def test_what_the_work_raises_is_raised() -> None:
    with pytest.raises(LookupError, match="no 0"):
        list(batch.each(broken_off, range(9), 2, lost))
    assert not multiprocessing.active_children()


def test_processes_end_when_their_parent_is_killed(tmp_path: Path) -> None:
    said = tmp_path / "said"
    with said.open("w") as out, subprocess.Popen([sys.executable, "-c", _SLOW], stdout=out) as parent:
        until(lambda: len(set(said.read_text().split()) - {str(parent.pid)}) == 2)
        parent.kill()
    children = set(map(int, said.read_text().split())) - {parent.pid}
    until(lambda: not any(map(is_running, children)))


def until(holds: Callable[[], bool]) -> None:
    """Wait for ten seconds at most until something holds."""
    end = time.monotonic() + 10
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.02)


def is_running(number: int) -> bool:
    """Return whether there is a process of a number that has not ended; one that nobody waits for has."""
    try:
        return Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False
