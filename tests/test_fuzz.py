"""Five hundred seeded mutations of legacy texts, and of our own formats: no traceback, no hang, nothing invented, nothing lost.

``make fuzz`` runs twenty thousand of each.
"""

from __future__ import annotations

import os
import time

import pytest

from tests import fuzz, fuzz_formats
from tests.campaign import Failure, run
from tests.fuzz import mutation


def _troubled(number: int) -> Failure | None:
    if number == 3:
        time.sleep(60)
    if number == 5:
        os._exit(1)
    return Failure(number, "wrong") if number == 7 else None


def test_mutations_that_wait_or_kill_are_found() -> None:
    failures = run(_troubled, 9, clock=1)
    assert [(failure.number, failure.reason) for failure in failures] == [(3, "ended by the time"), (5, "ended by the process"), (7, "wrong")]


def test_mutations_are_the_same_every_time() -> None:
    assert mutation(17) == mutation(17)


@pytest.mark.parametrize("number", [16063])
def test_a_mutation_that_once_broke_something_does_not(number: int) -> None:
    assert fuzz.check(number) is None


def test_five_hundred_mutations_break_nothing() -> None:
    failures = run(fuzz.check, 500)
    assert not failures, "\n".join(f"{failure.number}: {failure.reason}" for failure in failures[:10])


def test_mutations_of_formats_are_the_same_every_time() -> None:
    assert fuzz_formats.mutation(17) == fuzz_formats.mutation(17)


def test_mutations_reach_readers_and_rules() -> None:
    formats = [fuzz_formats.mutation(number)[0] for number in range(200)]
    assert set(formats) == set(fuzz_formats.FORMATS)
    changed = [data not in fuzz_formats.originals()[format] for format, data in map(fuzz_formats.mutation, range(200))]
    assert sum(changed) > 150


def test_five_hundred_mutations_of_formats_break_nothing() -> None:
    failures = run(fuzz_formats.check, 500)
    assert not failures, "\n".join(f"{failure.number}: {failure.reason}" for failure in failures[:10])
