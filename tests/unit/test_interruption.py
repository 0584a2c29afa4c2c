"""A process that is asked to stop leaves, and leaves nothing half done, wherever the signal meets it."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from govreport.cli import batch, interruption
from govreport.cli.outputs import whole

CODE = 128 + signal.SIGTERM
SIGNALS = (signal.SIGINT, signal.SIGTERM)


@pytest.fixture(autouse=True)
def heeding() -> Iterator[None]:
    """Heed the signals during a test as the command line does."""
    before = [signal.getsignal(each) for each in SIGNALS]
    interruption.heed()
    yield
    for each, handler in zip(SIGNALS, before, strict=True):
        signal.signal(each, handler)
    interruption._asked.clear()


def swallowed() -> None:
    """Be asked to stop where what is raised gets lost, as in a hook around a fork."""
    with suppress(SystemExit):
        signal.raise_signal(signal.SIGTERM)


def test_the_signal_leaves_at_once() -> None:
    with pytest.raises(SystemExit) as left:
        signal.raise_signal(signal.SIGTERM)
    assert left.value.code == CODE


def test_a_swallowed_signal_keeps_a_file_from_taking_its_name(tmp_path: Path) -> None:
    with pytest.raises(SystemExit) as left, whole(str(tmp_path / "out.csv")) as stream:
        stream.write(b"half")
        swallowed()
    assert left.value.code == CODE
    assert not list(tmp_path.iterdir())


def test_a_swallowed_signal_ends_a_pool() -> None:
    results = batch.each(abs, range(1000), 2, lambda number, reason: number)
    assert next(results) == 0
    swallowed()
    with pytest.raises(SystemExit) as left:
        list(results)
    assert left.value.code == CODE


def test_a_swallowed_stop_at_the_keyboard_ends_a_pool() -> None:
    results = batch.each(abs, range(1000), 2, lambda number, reason: number)
    assert next(results) == 0
    with suppress(KeyboardInterrupt):
        signal.raise_signal(signal.SIGINT)
    with pytest.raises(KeyboardInterrupt):
        list(results)


def test_a_stop_at_the_keyboard_that_is_ignored_stays_ignored() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    interruption.heed()
    assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
