"""A thousand seeded mutations of legacy texts: no traceback, no hang, no invented number. ``make fuzz`` runs twenty thousand."""

from __future__ import annotations

from tests.fuzz import mutation, run


def test_mutations_are_the_same_every_time() -> None:
    assert mutation(17) == mutation(17)


def test_a_thousand_mutations_break_nothing() -> None:
    failures = run(1000)
    assert not failures, "\n".join(f"{failure.number}: {failure.reason}" for failure in failures[:10])
