"""Times of commands and functions, the least of several runs, so that other work on the machine counts little."""

from __future__ import annotations

import resource
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

COMMAND = (str(Path(sys.executable).with_name("govreport")),)


@dataclass(frozen=True)
class Ratio:
    """A measured ratio with its target; ``at_most`` says on which side of it to stay, ``times`` are what was divided."""

    name: str
    value: float
    target: float
    at_most: bool
    times: tuple[float, ...] = ()

    @property
    def met(self) -> bool:
        """Whether the target is met."""
        return self.value <= self.target if self.at_most else self.value >= self.target

    def line(self) -> str:
        """Return the ratio as a line of the table."""
        sign = "<=" if self.at_most else ">="
        times = " / ".join(f"{1000 * each:.0f} ms" for each in self.times)
        return f"{self.name:58} {self.value:6.2f}  {sign} {self.target:<5} {'met' if self.met else 'MISSED':6}  {times}"


def command(arguments: Sequence[str], runs: int = 9, fails: bool = False) -> float:
    """Return the least seconds that a command took; raises where it fails, unless it is meant to (as on reports that are wrong)."""
    return least(lambda: subprocess.run(arguments, check=not fails, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL), runs)


def least(work: Callable[[], object], runs: int = 5) -> float:
    """Return the least seconds that a piece of work took."""
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def spent(work: Callable[[], object], runs: int = 5) -> float:
    """Return the least seconds of the processor that a piece of work took, here and in processes that it waited for, all threads together."""
    times = []
    for _ in range(runs):
        start = _processor()
        work()
        times.append(_processor() - start)
    return min(times)


def _processor() -> float:
    used = [resource.getrusage(whose) for whose in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)
