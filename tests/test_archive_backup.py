"""Backups of what is damaged and damaged backups: what is not whole is told, and nothing is called whole that is not."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from govreport.archive import Archive, BrokenError, UnknownError, manifest, open_archive
from govreport.archive.backup import backup
from govreport.archive.drafts import Draft, Drafts
from govreport.archive.recovery import rebuilt
from govreport.archive.restoring import Restored, restore
from govreport.archive.store import journal_key, log_key
from govreport.standard import Standard
from tests.archives import CLERK, deposited, furnished, problems, published
from tests.commandline import Run
from tests.damages import cut, flipped


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory, shipped: Standard) -> Iterator[Path]:
    """A backup that every test leaves as it was."""
    folder = tmp_path_factory.mktemp("copy")
    with furnished(folder / "archive", shipped) as archive:
        published(archive)
        deposited(archive, 2, reason="r")
        Drafts(archive.database).begin(Draft("d", "qingshi", 2024, "organ", "<report/>", None, None, {}, (), 0, CLERK, ""))
        backup(archive, folder / "backup")
    yield folder / "backup"
    with open_archive(folder / "archive", shipped) as archive:
        assert not problems(archive)


DAMAGES: tuple[Callable[[Path], None], ...] = (flipped, cut, Path.unlink)
PLACES = ("backup.json", "archive.toml", "tables.jsonl", f"store/{log_key(1)}", "store/objects/*/*/*/*/inventory.json", "store/journal/*/*")


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize("place", PLACES)
def test_no_damaged_backup_is_restored_as_a_whole_one(copy: Path, tmp_path: Path, shipped: Standard, place: str, damage: Callable[[Path], None]) -> None:
    (path,) = copy.glob(place)
    kept = path.read_bytes()
    try:
        damage(path)
        done = restore(copy, tmp_path / "again", standard=shipped)
    except (BrokenError, UnknownError):
        assert not (tmp_path / "again").exists()
    else:
        assert [each for each in done.problems if not each.harmless]
        with open_archive(tmp_path / "again", shipped) as again:
            assert len(list(again.versions())) == 2, "what is whole is there"
    finally:
        path.write_bytes(kept)


def test_a_damaged_backup_is_told_and_exits_1(run: Run, copy: Path, tmp_path: Path) -> None:
    (path,) = copy.glob("store/journal/*/*")
    kept = path.read_bytes()
    flipped(path)
    done = run("archive", "restore", copy, tmp_path / "again", "--json")
    path.write_bytes(kept)
    told, result = map(json.loads, done.out.splitlines())
    assert (done.code, told["code"], told["key"], result["harmful"]) == (1, "ARC-ALTERED", path.relative_to(copy / "store").as_posix(), 1)
    assert run("archive", "restore", copy, tmp_path / "whole").code == 0


@pytest.mark.parametrize("key", ["log/000000000/a.txt", log_key(2), log_key(900), "a.txt", "incoming/a.txt", "journal/a.txt"])
def test_what_somebody_has_put_into_a_backup_is_told(run: Run, copy: Path, tmp_path: Path, key: str) -> None:
    shutil.copytree(copy, tmp_path / "other")
    (tmp_path / "other" / "store" / key).write_bytes(b"a")
    done = run("archive", "restore", tmp_path / "other", tmp_path / "again", "--json")
    assert (done.code, [(each["code"], each["key"]) for each in map(json.loads, done.out.splitlines()[:-1])]) == (1, [("ARC-EXTRA", key)])


def test_a_backup_that_tells_no_digests_is_restored(copy: Path, tmp_path: Path, shipped: Standard) -> None:
    shutil.copytree(copy, tmp_path / "old")
    said = json.loads((copy / "backup.json").read_text("utf-8"))
    old = {name: value for name, value in said.items() if name not in ("beside", "digest", "damaged")}
    (tmp_path / "old" / "backup.json").write_text(json.dumps(old), "utf-8")
    assert restore(tmp_path / "old", tmp_path / "again", standard=shipped) == Restored(manifest.read(copy).copy, ())


def test_a_copy_of_a_backup_becomes_an_archive_by_a_rebuild(copy: Path, tmp_path: Path, shipped: Standard) -> None:
    shutil.copytree(copy, tmp_path / "again")
    (tmp_path / "again" / "backup.json").unlink()
    # what some programs that copy leave out
    (tmp_path / "again" / "store" / "incoming").rmdir()
    rebuilt(tmp_path / "again")
    with open_archive(tmp_path / "again", shipped) as again:
        deposited(again, 3, reason="r")
        with ThreadPoolExecutor(4) as pool:
            list(pool.map(lambda number: deposited(again, number, reason="r"), range(4, 12)))
        assert not problems(again) and len(list(again.versions())) == 11


@pytest.mark.parametrize("stop", [1, 2, 3])
def test_a_backup_stopped_at_its_end_is_still_whole(archive: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stop: int) -> None:
    deposited(archive)
    before = backup(archive, tmp_path / "copy")
    configuration = archive.folder / "archive.toml"
    configuration.write_text(configuration.read_text("utf-8") + "\n# more\n", "utf-8")
    Drafts(archive.database).begin(Draft("d", "qingshi", 2024, "organ", "<report/>", None, None, {}, (), 0, CLERK, ""))
    deposited(archive, 2, reason="r")
    calls, replace = iter(range(1, 9)), manifest.durable.replace

    def stopped(path: Path, data: bytes) -> None:
        if next(calls) > stop:
            raise KeyboardInterrupt
        replace(path, data)

    with monkeypatch.context() as patch:
        patch.setattr(manifest.durable, "replace", stopped)
        with pytest.raises(KeyboardInterrupt):
            backup(archive, tmp_path / "copy")
    done = restore(tmp_path / "copy", tmp_path / "again", "sqlite", archive.standard)
    assert done.copy == before and all(each.harmless for each in done.problems)
    done = Restored(backup(archive, tmp_path / "copy"), ())
    assert restore(tmp_path / "copy", tmp_path / "later", "sqlite", archive.standard) == done


@pytest.mark.parametrize("damage", [flipped, Path.unlink])
def test_what_is_damaged_in_the_archive_is_told_and_taken_again_once_it_is_mended(archive: Archive, tmp_path: Path, damage: Callable[[Path], None]) -> None:
    sealed, waiting = archive.version(published(archive).id), archive.version(deposited(archive, 2, reason="r").id)
    deposited(archive, 3, reason="r")
    paths = [archive.store.root / str(sealed.sealed) / "v1" / "content" / "findings.json", archive.store.root / journal_key(waiting.bundle)]
    kept = [path.read_bytes() for path in paths]
    for path in paths:
        damage(path)
    for _ in range(2):
        assert set(backup(archive, tmp_path / "copy").damaged) == {sealed.sealed, journal_key(waiting.bundle)}
    done = restore(tmp_path / "copy", tmp_path / "again", "sqlite", archive.standard)
    assert {each.subject for each in done.problems} == {sealed.subject, waiting.subject}
    for path, data in zip(paths, kept, strict=True):
        path.write_bytes(data)
    assert backup(archive, tmp_path / "copy").damaged == ()
    assert restore(tmp_path / "copy", tmp_path / "mended", "sqlite", archive.standard).problems == ()


def test_what_a_backup_that_was_cut_short_has_brought_is_looked_at(archive: Archive, tmp_path: Path) -> None:
    def stop(files: int) -> None:
        if files > 12:
            raise KeyboardInterrupt

    version = archive.version(deposited(archive).id)
    path = archive.store.root / journal_key(version.bundle)
    flipped(path)
    published(archive, 2, reason="r")
    with pytest.raises(KeyboardInterrupt):
        backup(archive, tmp_path / "copy", stop)
    assert (tmp_path / "copy" / "store" / journal_key(version.bundle)).exists()
    assert backup(archive, tmp_path / "copy").damaged == (journal_key(version.bundle),)


def test_a_backup_of_a_damaged_archive_exits_1(run: Run, tmp_path: Path, shipped: Standard) -> None:
    with furnished(tmp_path / "archive", shipped) as archive:
        (archive.store.root / journal_key(archive.version(deposited(archive).id).bundle)).unlink()
    done = run("archive", "backup", tmp_path / "copy", "--archive", tmp_path / "archive")
    assert done.code == 1 and "missing or damaged in the archive (journal/" in done.err


def test_a_log_that_has_lost_an_entry_is_backed_up_no_further_and_says_what_to_do(run: Run, tmp_path: Path, shipped: Standard) -> None:
    with furnished(tmp_path / "archive", shipped) as archive:
        (archive.store.root / log_key(1)).unlink()
    done = run("archive", "backup", tmp_path / "copy", "--archive", tmp_path / "archive")
    assert done.code == 3 and "entry 1 of the log is missing in the store" in done.err and "--repair" in done.err
