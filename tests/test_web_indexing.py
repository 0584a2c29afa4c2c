"""Contents taken into the catalogue behind the service's back: without a question, in pauses of the deposits, by one of all processes."""

from __future__ import annotations

import fcntl
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from govreport.archive import Archive
from govreport.archive.catalogue import contents
from govreport.web import indexing
from govreport.web.indexing import Indexer
from govreport.web.watching import Watcher
from tests.archives import deposited

SOON = 30.0


def behind(archive: Archive) -> int:
    """Return how many versions have yet to be taken in."""
    with archive.reading() as connection:
        return contents.behind(connection)


def becomes(true: Callable[[], bool]) -> bool:
    """Return whether something becomes true soon."""
    end = time.monotonic() + SOON
    while not true() and time.monotonic() < end:
        time.sleep(0.02)
    return true()


def test_what_was_deposited_is_taken_in_without_a_question(archive: Archive) -> None:
    indexer = Indexer(archive, 0.02)
    with (archive.folder / indexing.LOCK).open("a") as other:
        # another process does it, until it ends
        fcntl.flock(other, fcntl.LOCK_EX)
        for number in range(3):
            deposited(archive, number, reason="更正")
        indexer.start()
        time.sleep(0.2)
        assert behind(archive) == 3
    assert becomes(lambda: behind(archive) == 0)
    deposited(archive, 4, reason="更正")
    assert becomes(lambda: behind(archive) == 0)
    indexer.stop()
    deposited(archive, 5, reason="更正")
    time.sleep(0.2)
    assert behind(archive) == 1


@pytest.mark.parametrize("catalogue", ["sqlite"], indirect=True)
def test_while_deposits_come_in_contents_wait_but_not_for_ever(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    indexer = Indexer(archive)
    deposited(archive, 1, reason="更正")
    indexer.look()
    assert behind(archive) == 1
    deposited(archive, 2, reason="更正")
    indexer.look()
    assert behind(archive) == 2
    indexer.look()
    assert behind(archive) == 0
    deposited(archive, 3, reason="更正")
    monkeypatch.setattr(indexing, "LONGEST", -1.0)
    indexer.look()
    assert behind(archive) == 0


def test_a_fault_of_ours_does_not_end_the_work_behind_requests(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    seen = threading.Event()

    class Stumbling(Watcher):
        times = 0

        def look(self) -> None:
            self.times += 1
            if self.times < 4:
                raise ValueError("nobody thought of this")
            seen.set()

    watcher = Stumbling("stumbling", tmp_path / "lock", 0.01)
    watcher.start()
    assert seen.wait(5)
    watcher.stop()
    assert [each.exc_info is not None for each in caplog.records if each.name == "govreport.stumbling"] == [True], "told once, with what led to it"
