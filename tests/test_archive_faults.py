"""What an archive goes through: killed writers, a full disk, a store that cannot be written. Nothing acknowledged is ever lost."""

from __future__ import annotations

import contextlib
import json
import multiprocessing
import os
import random
import signal
import subprocess
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from statistics import median

import pytest

from govreport.archive import Archive, BrokenError, Receipt, Request, failures, open_archive
from govreport.archive.audit import Draft
from govreport.archive.catalogue.database import FILE
from govreport.archive.digests import sha256
from govreport.archive.fixity import Verification
from govreport.standard import Standard
from tests import mounts
from tests.archives import CLERK, REVIEWER, deposited, digest, document, furnished
from tests.cost import counted
from tests.postgres import Server

WRITERS = 8
MOST, LONGEST = 12, 0.1
"""How many receipts writers give at most before they are killed, and how many seconds they then go on for at most: work, not time, as machines differ."""


def writer(folder: Path, standard: Standard, first: int, said: Path) -> None:
    """Deposit reports, and take every third on to acceptance, saying every receipt as soon as it is there."""
    out = os.open(said, os.O_CREAT | os.O_APPEND | os.O_WRONLY)
    with open_archive(folder, standard) as archive:
        for number in range(first, first + 10_000):
            receipt = archive.deposit(Request(document(number), f"{number}.xml", reason="r"), CLERK)
            os.write(out, (json.dumps({"number": number, **receipt.row()}) + "\n").encode())
            if number % 3 == 0:
                archive.act("submit", receipt.id, CLERK, receipt.version)
                done = archive.act("accept", receipt.id, REVIEWER, receipt.version)
                os.write(out, (json.dumps({"number": number, "accepted": done.sealed, "version": receipt.version, "id": receipt.id}) + "\n").encode())


def killed(archive_folder: Path, standard: Standard, rounds: int, tmp_path: Path, whole_every: int) -> int:
    """Return how many receipts were given in so many rounds of writers that are killed; each round is checked."""
    chance = random.Random(rounds)
    context = multiprocessing.get_context("fork")
    acknowledged = 0
    for turn in range(rounds):
        said = tmp_path / f"said{turn}"
        said.touch()
        processes = [context.Process(target=writer, args=(archive_folder, standard, turn * 1_000_000 + each * 10_000, said)) for each in range(WRITERS)]
        for process in processes:
            process.start()
        wanted, deadline = chance.randint(1, MOST), time.monotonic() + 60
        while said.read_bytes().count(b"\n") < wanted and time.monotonic() < deadline:
            time.sleep(0.005)
        time.sleep(chance.uniform(0, LONGEST))
        for process in processes:
            os.kill(process.pid or 0, signal.SIGKILL)
        for process in processes:
            process.join()
            assert process.exitcode == -signal.SIGKILL
        receipts = [json.loads(line) for line in said.read_text().splitlines()]
        assert receipts
        acknowledged += len(receipts)
        with open_archive(archive_folder, standard) as archive:
            check(archive, receipts, whole=turn % whole_every == 0 or turn == rounds - 1)
    return acknowledged


def check(archive: Archive, receipts: list[dict[str, object]], whole: bool) -> None:
    """Check that every receipt is there and verifies, and that nothing half-done is visible."""
    for receipt in receipts:
        version = archive.version(str(receipt["id"]), int(str(receipt["version"])))
        assert archive.content(version).original == document(int(str(receipt["number"])))
        if "accepted" in receipt:
            assert version.sealed == receipt["accepted"]
        else:
            assert {name: receipt[name] for name in ("sha256", "sm3", "time", "sequence")} == {
                "sha256": version.sha256,
                "sm3": version.sm3,
                "time": version.time,
                "sequence": version.sequence,
            }
    found = list(Verification(archive, share=1 if whole else 0.05, grace=0).problems())
    # a bundle that was never acknowledged, and an object that waits for its entry, do no harm and are told
    assert all(problem.code in ("ARC-EXTRA", "ARC-HALF") for problem in found), found
    assert not list(archive.store.abandoned())


def test_six_kills_lose_nothing_on_sqlite(tmp_path: Path, shipped: Standard) -> None:
    furnished(tmp_path / "archive", shipped).close()
    assert killed(tmp_path / "archive", shipped, 6, tmp_path, 3) > 12


def test_six_kills_lose_nothing_on_postgresql(tmp_path: Path, shipped: Standard, postgresql: Server) -> None:
    furnished(tmp_path / "archive", shipped, postgresql.url()).close()
    assert killed(tmp_path / "archive", shipped, 6, tmp_path, 3) > 12


@pytest.mark.long
@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_two_hundred_kills_lose_nothing(tmp_path: Path, shipped: Standard, postgresql: Server, kind: str) -> None:
    furnished(tmp_path / "archive", shipped, postgresql.url() if kind == "postgresql" else "sqlite").close()
    assert killed(tmp_path / "archive", shipped, 200, tmp_path, 20) > 1000


def test_a_catalogue_that_a_power_cut_left_behind_the_log_catches_up(tmp_path: Path, shipped: Standard) -> None:
    with furnished(tmp_path / "archive", shipped) as archive:
        deposited(archive)
        # SQLite has on the disk what there was at the end of some transaction
        found = {path: path.read_bytes() for path in archive.folder.glob(f"{FILE}*") if not path.name.endswith("-shm")}
        receipts, after = [deposited(archive, number, reason="r") for number in (1, 2)], digest(archive)
    for path, data in found.items():
        path.write_bytes(data)
    with open_archive(tmp_path / "archive", shipped) as archive:
        assert digest(archive) == after and not list(Verification(archive, grace=0).problems())
        assert [deposited(archive, number, reason="r") for number in (1, 2)] == receipts


def test_only_what_follows_from_the_log_is_not_waited_for(tmp_path: Path, shipped: Standard) -> None:
    with furnished(tmp_path / "archive", shipped) as archive:
        for opened, wanted in ((archive.database.transaction, 2), (archive.database.following, 1), (archive.database.transaction, 2)):
            with archive.database.alone(), opened() as connection:
                assert connection.connection.cursor().execute("PRAGMA synchronous").fetchone() == (wanted,)
        with archive.database.writing() as connection:
            assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == 2


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Path]:
    """A file system of two megabytes; where none can be mounted the test is skipped."""
    with mounts.small(tmp_path / "small", "2m", "neither a full disk nor a read-only one can be shown") as place:
        yield place


def test_a_full_disk_is_a_clear_error_and_loses_nothing(small: Path, shipped: Standard) -> None:
    with furnished(small / "archive", shipped) as archive:
        receipts: list[Receipt] = []
        with pytest.raises(BrokenError, match="full"):
            receipts.extend(deposited(archive, number, reason="r") for number in range(1000))
        assert receipts
        assert not list(Verification(archive, grace=0).problems()) or all(problem.harmless for problem in Verification(archive, grace=0).problems())
        with contextlib.suppress(BrokenError):
            archive.act("submit", receipts[0].id, CLERK, 1)
    subprocess.run(["mount", "-o", "remount,size=8m", small], check=True)
    with open_archive(small / "archive", shipped) as archive:
        again = deposited(archive, len(receipts), reason="r")
        assert again.version == len(receipts) + 1
        assert [archive.content(archive.version(each.id, each.version)).original for each in receipts] == [document(n) for n in range(len(receipts))]
        assert all(problem.harmless for problem in Verification(archive, grace=0).problems())


def test_a_store_that_cannot_be_written_is_a_clear_error_and_can_be_read(small: Path, shipped: Standard) -> None:
    with furnished(small / "archive", shipped) as archive:
        receipt = deposited(archive)
    subprocess.run(["mount", "-o", "remount,ro", small], check=True)
    try:
        with open_archive(small / "archive", shipped) as archive:
            for work in (lambda: deposited(archive, 2), lambda: archive.act("submit", receipt.id, CLERK)):
                with pytest.raises(BrokenError, match="read-only"):
                    work()
            assert archive.content(archive.version(receipt.id)).original == document()
            assert not list(Verification(archive, grace=0).problems())
    finally:
        subprocess.run(["mount", "-o", "remount,rw", small], check=True)
    with open_archive(small / "archive", shipped) as archive:
        assert deposited(archive, 2).version == 2


def test_the_largest_file_allowed_is_a_clear_error(tmp_path: Path, shipped: Standard) -> None:
    import resource

    with furnished(tmp_path / "archive", shipped) as archive:
        before = resource.getrlimit(resource.RLIMIT_FSIZE)
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, before[1]))
        try:
            with pytest.raises(BrokenError, match="full"):
                deposited(archive)
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, before)
        assert not list(Verification(archive, grace=0).problems())
        assert deposited(archive).version == 1


def test_a_deposit_costs_no_more_behind_five_thousand(tmp_path: Path, shipped: Standard) -> None:
    with counted() as steps, furnished(tmp_path / "archive", shipped) as archive:
        filed(archive, range(20))
        first = steps.of(lambda: filed(archive, range(100, 110)))
        version = archive.version("qingshi.2023.government", 1)

        def many(_: object, __: object) -> list[Draft]:
            made = (replace(version, id=f"o{n}.2023.organ", organ=f"o{n}", sha256=sha256(str(n).encode()), bundle=sha256(b"b%d" % n)) for n in range(5_000))
            return [Draft(CLERK, "deposit", each.subject, None, each.digest(), each.said()) for each in made]

        archive.ledger.record(many)
        filed(archive, range(20, 40))
        assert 10_000 < steps.of(lambda: filed(archive, range(200, 210))) < 1.1 * first


@pytest.mark.long
def test_the_hundred_thousandth_deposit_costs_what_the_first_did(tmp_path: Path, shipped: Standard) -> None:
    """The thousand behind 100,000 take turns with the first thousand of a new archive, since the pace of a machine changes."""
    with furnished(tmp_path / "archive", shipped) as archive, furnished(tmp_path / "new", shipped) as new:
        for each in (archive, new):
            filed(each, range(20))
        filed(archive, range(100, 100_080))
        found = [(cost(archive, number), cost(new, number)) for number in range(200_000, 201_000)]
        assert sum(1 for _ in archive.versions()) == 101_000
    late, early = (median(each) for each in zip(*found, strict=True))
    assert late < 1.3 * early


def filed(archive: Archive, numbers: range) -> None:
    """Deposit reports."""
    for number in numbers:
        archive.deposit(Request(document(number), f"{number}.xml", reason="r"), CLERK)


def cost(archive: Archive, number: int) -> float:
    """Return the seconds of processor time that a deposit took: other work on the machine counts little."""
    start = time.process_time()
    filed(archive, range(number, number + 1))
    return time.process_time() - start


def test_of_a_file_that_cannot_be_moved_the_place_is_named_that_does_not_take_it(tmp_path: Path) -> None:
    (tmp_path / "made").write_text("made")
    with pytest.raises(OSError) as raised:
        (tmp_path / "made").rename(tmp_path / "none" / "kept")
    assert failures.of_system(raised.value).params["name"] == str(tmp_path / "none" / "kept")
