"""An archive in use: backups while deposits go on, threads and openings at once, clocks, catalogues and their migrations."""

from __future__ import annotations

import datetime
import itertools
import os
import stat
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import sqlalchemy as sa

from govreport.archive import Archive, BrokenError, RefusedError, UnknownError, create, open_archive
from govreport.archive.backup import backup
from govreport.archive.catalogue import database, rebuilding, revisions, tables, words
from govreport.archive.restoring import Restored, restore
from govreport.standard import Standard
from tests.archives import CLERK, REVIEWER, deposited, digest, furnished, problems, published
from tests.postgres import Server


def test_backup_and_restore_while_deposits_go_on(archive: Archive, tmp_path: Path, postgresql: Server) -> None:
    published(archive)
    stop = threading.Event()

    def work() -> None:
        number = 100
        while not stop.is_set():
            receipt = deposited(archive, number, reason="r")
            archive.act("submit", receipt.id, CLERK, receipt.version)
            archive.act("accept", receipt.id, REVIEWER, receipt.version)
            number += 1

    with ThreadPoolExecutor(1) as pool:
        working = pool.submit(work)
        try:
            copies = [backup(archive, tmp_path / "backup") for _ in range(3)]
        finally:
            stop.set()
        working.result()
    assert copies[0].sequence < copies[-1].sequence
    other = "sqlite" if not archive.database.embedded else postgresql.url()
    done = restore(tmp_path / "backup", tmp_path / "restored", other).copy
    assert done == copies[-1]
    with open_archive(tmp_path / "restored", archive.standard) as restored:
        assert digest(restored) == done.catalogue
        assert all(each.code == "ARC-EXTRA" and each.harmless for each in problems(restored) if not each.key.startswith("objects/"))
        deposited(restored, 5, reason="r")
    with pytest.raises(RefusedError, match="not-empty"):
        restore(tmp_path / "backup", tmp_path / "restored")


def test_a_backup_ends_however_much_is_sealed_meanwhile(archive: Archive, tmp_path: Path) -> None:
    for number in range(3):
        published(archive, number, reason="r")
    more = itertools.count(100)

    def meanwhile(_: int) -> None:
        for _ in range(2):
            published(archive, number := next(more), reason="r")
            assert number < 200, "the backup runs after those who deposit"

    first = backup(archive, tmp_path / "backup", meanwhile)
    assert next(more) > 102
    done = backup(archive, tmp_path / "backup")
    assert done.new > first.files, "what came while the first ran is taken by the second"
    with archive.reading() as connection:
        assert done.sequence == database.head(connection).sequence
    other = None if archive.database.embedded else "sqlite"
    assert restore(tmp_path / "backup", tmp_path / "restored", other) == Restored(done, ())


def test_eight_threads_and_two_openings_lose_nothing(archive: Archive) -> None:
    with open_archive(archive.folder, archive.standard) as other, ThreadPoolExecutor(8) as pool:
        receipts = list(pool.map(lambda number: deposited((archive, other)[number % 2], number), range(64)))
    assert sorted(receipt.version for receipt in receipts) == list(range(1, 65))
    assert not problems(archive)


def test_the_same_bytes_at_once_are_one_version(archive: Archive) -> None:
    with ThreadPoolExecutor(8) as pool:
        receipts = set(pool.map(lambda _: deposited(archive), range(24)))
    assert len(receipts) == 1
    assert len(list(archive.versions())) == 1


def test_a_clock_that_goes_backwards_is_a_clear_error(archive: Archive) -> None:
    receipt = deposited(archive)
    past = datetime.datetime.now(datetime.UTC) - datetime.timedelta(hours=1)
    with open_archive(archive.folder, archive.standard, lambda: past) as behind:
        with pytest.raises(BrokenError, match="clock"):
            deposited(behind, 2)
        with pytest.raises(BrokenError, match="clock"):
            behind.act("submit", receipt.id, CLERK)
    late = datetime.datetime.fromisoformat(receipt.time) - datetime.timedelta(seconds=20)
    with open_archive(archive.folder, archive.standard, lambda: late) as slightly:
        times = [deposited(slightly, number).time for number in range(2, 5)]
    assert times == sorted(set(times)) and times[0] > receipt.time
    assert not problems(archive)


def test_an_archive_is_found_by_the_url_of_its_catalogue(archive: Archive) -> None:
    receipt = deposited(archive)
    url = archive.database.url.render_as_string(hide_password=False)
    with open_archive(url, archive.standard) as found:
        assert found.version(receipt.id).sha256 == receipt.sha256


def test_a_catalogue_or_a_folder_is_not_taken_twice(archive: Archive, tmp_path: Path, catalogue: str) -> None:
    with pytest.raises(RefusedError, match="not-empty"):
        create(archive.folder)
    if catalogue != "sqlite":
        with pytest.raises(RefusedError, match="catalogue-taken"):
            create(tmp_path / "other", catalogue)
    with pytest.raises(UnknownError, match="no-archive"):
        open_archive(tmp_path / "nowhere", archive.standard)


def test_migrations_go_down_and_up(archive: Archive) -> None:
    deposited(archive)
    before = digest(archive)
    revisions.upgrade(archive.database, "base")
    assert revisions.revision(archive.database) is None
    revisions.prepare(archive.database)
    with archive.reading() as connection:
        assert not list(_differences(connection))
    rebuilding.rebuild(archive.database, archive.store)
    assert digest(archive) == before


def test_the_catalogue_of_an_older_program_is_brought_up_when_it_is_opened(archive: Archive) -> None:
    from alembic import command
    from alembic.config import Config

    deposited(archive)
    before, config = digest(archive), Config()
    config.set_main_option("script_location", str(Path(database.__file__).with_name("migrations")))
    with archive.database.writing() as connection:
        config.attributes["connection"] = connection
        command.downgrade(config, "0001")
    assert revisions.revision(archive.database) == "0001"
    with open_archive(archive.folder, archive.standard) as opened:
        assert revisions.revision(opened.database) == revisions.REVISION and digest(opened) == before
        with opened.reading() as connection:
            assert not list(_differences(connection))
        assert not problems(opened)


def _differences(connection: sa.Connection) -> Iterator[object]:
    """Yield what Alembic finds different between the migrated tables and those that the code knows."""
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    yield from compare_metadata(MigrationContext.configure(connection, opts={"include_name": words.beside}), tables.metadata)


@pytest.mark.parametrize(("mask", "mode"), [(0, 0o750), (0o022, 0o750), (0o077, 0o700)])
def test_what_an_archive_holds_is_not_for_everybody(tmp_path: Path, shipped: Standard, mask: int, mode: int) -> None:
    before = os.umask(mask)
    try:
        with furnished(tmp_path / "above" / "archive", shipped) as archive:
            backup(archive, tmp_path / "copy")
        restore(tmp_path / "copy", tmp_path / "restored")
        (tmp_path / "own").mkdir(0o705)
        (tmp_path / "own").chmod(0o705)
        create(tmp_path / "own")
    finally:
        os.umask(before)
    made = [tmp_path / "above" / "archive", tmp_path / "copy", tmp_path / "restored"]
    assert {stat.S_IMODE(path.stat().st_mode) for path in made} == {mode}
    assert stat.S_IMODE((tmp_path / "own").stat().st_mode) == 0o705, "a folder that somebody has made stays as it was made"


def test_several_open_an_archive_of_an_older_program_at_once_and_deposit(archive: Archive) -> None:
    archive.close()
    revisions.upgrade(archive.database, "0001")
    begin = threading.Barrier(4)

    def work(number: int) -> int:
        begin.wait()
        with open_archive(archive.folder, archive.standard) as found:
            return sum(deposited(found, each, reason="r").version for each in (number, 100))

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(work, range(4)))
    assert revisions.revision(archive.database) == revisions.REVISION
    assert [each.version for each in archive.versions()] == [1, 2, 3, 4, 5], "what all of them hand in is one version"
    assert not problems(archive)
