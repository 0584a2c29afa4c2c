"""The service under load, on both databases: no receipt is lost, nothing fails, it ends when told and loses nothing when killed."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from bench.reports import report
from govreport.archive import open_archive
from govreport.standard import Standard
from tests import archives, load, postgres

PATHS = ("/api/v1/reports", "/api/v1/health", "/static/style.css", "/login")
MINUTE = 60
LEFT = ("ARC-EXTRA", "ARC-HALF")
"""What a kill may leave behind: bundles and half files that nobody has a receipt for."""


@pytest.fixture(params=["sqlite", "postgresql"])
def catalogue(request: pytest.FixtureRequest) -> Iterator[str]:
    """The URL of a new catalogue on either database."""
    if request.param == "sqlite":
        yield "sqlite"
        return
    server = postgres.Server()
    try:
        yield server.url()
    finally:
        server.stop()


def verified(folder: Path, standard: Standard, told: load.Told, answered: int) -> None:
    """Hold that every receipt is one of the archive's, which is sound, and that nothing was answered as a failure."""
    assert len(told.receipts) == answered
    assert len({(receipt["id"], receipt["version"]) for receipt in told.receipts}) == answered, "no two have one receipt"
    with open_archive(folder, standard) as archive:
        assert load.lost(archive, told.receipts) == []
        assert [problem for problem in archives.problems(archive) if problem.code not in LEFT] == []


def test_deposits_of_many_at_once_all_get_their_receipt_and_a_stop_lets_them_end(tmp_path: Path, shipped: Standard) -> None:
    documents = [report(seed, shipped) for seed in range(40)]
    key = load.prepared(tmp_path / "archive", shipped, len(documents))
    with load.running(tmp_path / "archive") as (process, port):
        told = load.load(port, load.mixed(key, documents[:20], PATHS, 4), 8)
        assert set(told.statuses) == {("deposit", 201), ("page", 200), ("api", 200)} and not told.broken
        timer = threading.Timer(0.3, process.send_signal, (signal.SIGTERM,))
        timer.start()
        last = load.load(port, load.handed_in(key, documents[20:], 20), 8, stop=lambda: process.poll() is not None)
        timer.join()
        assert process.wait(120) in (0, -signal.SIGTERM)
    assert not last.failures and set(last.statuses) <= {("deposit", 201)}
    told.receipts += last.receipts
    verified(tmp_path / "archive", shipped, told, 20 + sum(last.statuses.values()))


@pytest.mark.long
def test_a_january_of_minutes(tmp_path: Path, shipped: Standard, catalogue: str) -> None:
    documents = [report(seed, shipped) for seed in range(4000)]
    key = load.prepared(tmp_path / "archive", shipped, len(documents), catalogue)
    with load.running(tmp_path / "archive", RATE="1000000/second") as (process, port):
        asks = load.endless(lambda: load.mixed(key, documents, PATHS, 4))
        first = load.load(port, asks, 16, MINUTE)
        before = load.memory(process.pid)
        told = load.load(port, asks, 16, 2 * MINUTE)
        after = load.memory(process.pid)
        process.send_signal(signal.SIGTERM)
        assert process.wait(120) in (0, -signal.SIGTERM)
    assert not told.failures and not told.broken and not first.failures and not first.broken
    assert told.taken > 2 * MINUTE, "a database that is quick is not let off early"
    told.receipts += first.receipts
    verified(tmp_path / "archive", shipped, told, told.statuses["deposit", 201] + first.statuses["deposit", 201])
    assert after < 1.25 * before, "memory stays flat"


@pytest.mark.long
def test_a_kill_under_load_loses_nothing_acknowledged(tmp_path: Path, shipped: Standard, catalogue: str) -> None:
    documents = [report(seed, shipped) for seed in range(400)]
    key = load.prepared(tmp_path / "archive", shipped, len(documents), catalogue)
    told, asks = load.Told(), load.handed_in(key, documents)
    for seconds in (1.0, 2.5, 4.0, 1.7):
        with load.running(tmp_path / "archive") as (process, port):
            timer = threading.Timer(seconds, os.killpg, (process.pid, signal.SIGKILL))
            timer.start()
            found = load.load(port, asks, 8, stop=lambda process=process: process.poll() is not None)  # type: ignore[misc]
            timer.join()
            process.wait()
        assert not found.failures
        told.receipts += found.receipts
        time.sleep(0.2)
    assert told.receipts
    verified(tmp_path / "archive", shipped, told, len(told.receipts))
    with load.running(tmp_path / "archive") as (_, port):
        last = load.load(port, load.handed_in(key, documents[:10]), 4)
        assert {status for _, status in last.statuses} <= {200, 201}, "the service goes on, and knows what it has"
