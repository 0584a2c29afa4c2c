"""What a store or a database does not take is in no log: nothing is acknowledged that is not there, and no catalogue stands still behind the log."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from govreport.archive import Archive, BrokenError, RefusedError, organfile
from govreport.archive.catalogue import database, projection
from govreport.archive.handover.export import ALL, export
from govreport.archive.handover.importing import taken_in
from govreport.archive.handover.possible import need_version
from govreport.archive.ledger import Ledger
from govreport.archive.localstore import LocalStore
from govreport.archive.store import JOURNAL, journal_key, log_key
from tests.archives import ARCHIVIST, deposited, digest, document, problems, published
from tests.test_archive_handover import empty


def left(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the bundle of a deposit that nobody has recorded, as a process leaves it that ends between the two."""
    before = {each.key for each in archive.store.list(JOURNAL)}
    with monkeypatch.context() as cut, pytest.raises(ZeroDivisionError):
        cut.setattr(Ledger, "together", lambda *_: 1 / 0)
        deposited(archive, 5)
    (key,) = {each.key for each in archive.store.list(JOURNAL)} - before
    return archive.store.root / key


@pytest.mark.parametrize("fault", ["altered", "cut", "link", "dangling", "folder"])
def test_no_receipt_is_given_where_something_else_lies_in_the_place_of_the_bundle(
    archive: Archive, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, fault: str
) -> None:
    path = left(archive, monkeypatch)
    data = path.read_bytes()
    path.unlink()
    if fault == "folder":
        path.mkdir()
    elif fault in ("link", "dangling"):
        if fault == "link":
            (tmp_path / "elsewhere").write_bytes(data)
        path.symlink_to(tmp_path / "elsewhere")
    else:
        path.write_bytes(data[:-1] + (b"" if fault == "cut" else b"\1"))
    with pytest.raises(BrokenError, match="taken"):
        deposited(archive, 5)
    assert not list(archive.versions())
    path.rmdir() if fault == "folder" else path.unlink()
    receipt = deposited(archive, 5)
    assert archive.content(archive.version(receipt.id)).original == document(5) and not problems(archive)


def test_a_bundle_that_was_left_whole_is_taken_up(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    path = left(archive, monkeypatch)
    data = path.read_bytes()
    receipt = deposited(archive, 5)
    assert path == archive.store.root / journal_key(archive.version(receipt.id).bundle) and path.read_bytes() == data
    assert not problems(archive)


@pytest.mark.parametrize("sealed", [True, False])
def test_an_import_tells_what_lies_where_it_would_keep_something(archive: Archive, tmp_path: Path, sealed: bool) -> None:
    receipt = published(archive) if sealed else deposited(archive)
    version = archive.version(receipt.id)
    export(archive, tmp_path / "package", ALL)
    with empty(tmp_path / "other", archive) as other:
        if sealed:
            (other.store.root / str(version.sealed)).mkdir(parents=True)
        else:
            (other.store.root / journal_key(version.bundle)).write_bytes(b"another")
        with pytest.raises(BrokenError, match="taken"):
            taken_in(other, tmp_path / "package", ARCHIVIST)


def test_what_the_database_does_not_take_is_not_in_the_log(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    before = digest(archive)
    with archive.reading() as connection:
        end = database.head(connection).sequence
    for name in ("note", "end"):
        with monkeypatch.context() as cut, pytest.raises(ZeroDivisionError):
            cut.setattr(projection, name, lambda *_: 1 / 0)
            deposited(archive)
        with monkeypatch.context() as cut, pytest.raises(ZeroDivisionError):
            cut.setattr(projection, name, lambda *_: 1 / 0)
            archive.add_person("另一人", ["clerk"], ARCHIVIST)
    assert not archive.store.has(log_key(end + 1)) and digest(archive) == before
    assert deposited(archive).version == 1 and not problems(archive)


def test_what_the_store_does_not_take_is_not_in_the_database(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    before, put = digest(archive), LocalStore.put

    def full(store: LocalStore, key: str, data: bytes) -> bool:
        if key.startswith("log/"):
            raise BrokenError("full")
        return put(store, key, data)

    with monkeypatch.context() as cut:
        cut.setattr(LocalStore, "put", full)
        for work in (lambda: deposited(archive), lambda: archive.add_person("另一人", ["clerk"], ARCHIVIST)):
            with pytest.raises(BrokenError, match="full"):
                work()
    assert digest(archive) == before and deposited(archive).version == 1
    assert [each.code for each in problems(archive)] == []


CHARACTERS = "".join(chr(0x4E00 + (number * 7919) % 20_000) for number in range(1000))


@pytest.mark.parametrize("length", [64, 65, 893, 895, 897, 1000])
def test_a_name_that_a_database_cannot_look_up_is_refused_by_both(archive: Archive, length: int) -> None:
    name = CHARACTERS[:length]
    if length <= 64:
        assert archive.add_person(name, ["clerk"], ARCHIVIST).name == name
    else:
        with pytest.raises(RefusedError, match="person-wrong"):
            archive.add_person(name, ["clerk"], ARCHIVIST)
    assert deposited(archive).version == 1 and not problems(archive)


@pytest.mark.parametrize(("name", "division", "column"), [(CHARACTERS[:201], "1", "名称"), ("镇", "1" * 33, "区划代码"), (CHARACTERS[:200], "1" * 32, None)])
def test_an_organ_that_a_database_cannot_look_up_is_told_by_its_row(archive: Archive, name: str, division: str, column: str | None) -> None:
    found = organfile.read(f"编号,名称,区划代码\na,{name},{division}\n".encode(), "organs.csv")
    assert [(each.column, each.reason) for each in found.faults] == ([(column, "long")] if column else [])
    assert archive.import_organs(found.organs, ARCHIVIST) == len(found.organs) == (column is None)


def test_a_version_of_a_package_is_none_that_only_one_database_could_hold(archive: Archive) -> None:
    version = archive.version(deposited(archive).id)
    need_version(version)
    for more in (
        {"scope": "x" * 17, "id": f"qingshi.2023.{'x' * 17}"},
        {"format": "x" * 33},
        {"errors": 2**31},
        {"year": 2**31, "id": f"qingshi.{2**31}.government"},
    ):
        with pytest.raises(ValueError):
            need_version(replace(version, **more))  # type: ignore[arg-type]
