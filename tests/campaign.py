"""A campaign of seeded mutations: each judged within its time, on several processes, failures printed and kept.

What is counted is the time of the processor, which other work on the machine does not lengthen; what waits without using any is ended
by the clock, wherever it waits.
"""

from __future__ import annotations

import argparse
import signal
import time
import traceback
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from govreport.cli import batch

CLOCK = 600.0
"""Seconds by the clock after which a mutation counts as hanging: many, since other work may leave it hardly any processor."""


@dataclass(frozen=True)
class Failure:
    """A mutation that broke the oracle: its number says how to make it again."""

    number: int
    reason: str


def judged(number: int, size: int, seconds: float, faults: Callable[[], Sequence[str]]) -> Failure | None:
    """Return what an oracle finds wrong with a mutation of so many bytes, a traceback or too many seconds of the processor included."""

    def late(*_: object) -> None:
        raise TimeoutError

    signal.signal(signal.SIGPROF, late)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        found = faults()
    except TimeoutError:
        return Failure(number, f"more than {seconds} s on {size} bytes")
    except Exception:
        return Failure(number, traceback.format_exc(limit=-4))
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    return Failure(number, "; ".join(found[:3])) if found else None


def run(check: Callable[[int], Failure | None], count: int, first: int = 0, jobs: int = 2, clock: float = CLOCK) -> list[Failure]:
    """Return the failures of ``count`` mutations from ``first`` on; one that ends its process or outlasts the clock is one of them."""
    with closing(batch.each(check, range(first, first + count), jobs, _ended, clock)) as judgements:
        return [failure for failure in judgements if failure]


def _ended(number: int, reason: str) -> Failure:
    """Return the failure of a mutation whose process died, or that took too long by the clock."""
    return Failure(number, f"ended by the {reason}")


def main(about: str, of: str, check: Callable[[int], Failure | None], document: Callable[[int], tuple[str, bytes]]) -> int:
    """Run as the command line says, print the failures, keep their documents (name and bytes by number) if asked; 1 where there are any."""
    parser = argparse.ArgumentParser(description=about)
    parser.add_argument("--count", type=int, default=20_000)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--dump", help="folder for the documents that failed")
    options = parser.parse_args()
    start = time.perf_counter()
    failures = run(check, options.count, options.first, options.jobs)
    for failure in failures[:40]:
        print(f"{failure.number}: {failure.reason}")
        if options.dump:
            name, data = document(failure.number)
            Path(options.dump).mkdir(parents=True, exist_ok=True)
            (Path(options.dump) / name).write_bytes(data)
    print(f"{options.count} mutations {of}, {len(failures)} failures, {time.perf_counter() - start:.0f} s")
    return 1 if failures else 0
