"""What is accepted is an OCFL object, the log is a chain, the catalogue follows from the store: whatever was altered is seen, and a replica mends it."""

from __future__ import annotations

import itertools
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import sqlalchemy as sa
from ocfl.storage_root import StorageRoot

from govreport.archive import Archive, BrokenError, Request, objects, open_archive
from govreport.archive import audit as chain
from govreport.archive.backup import backup
from govreport.archive.catalogue import entries, rebuilding, tables
from govreport.archive.fixity import Verification
from govreport.archive.localstore import LocalStore
from govreport.archive.pieces import pieces
from govreport.archive.publication import holdings
from govreport.archive.recovery import rebuilt
from govreport.archive.store import journal_key, log_key
from govreport.standard import Standard
from tests.archives import ARCHIVIST, CLERK, REVIEWER, deposited, digest, document, furnished, problems, published
from tests.damages import unreadable


def test_what_is_accepted_is_an_ocfl_object(archive: Archive) -> None:
    receipt = published(archive)
    version = archive.version(receipt.id)
    assert version.sealed is not None
    assert not archive.store.has(journal_key(version.bundle))
    root = StorageRoot(str(archive.store.root / "objects"))
    assert root.validate(validate_objects=True, check_digests=True)
    assert root.good_objects == root.num_objects == 1
    assert archive.content(version).original == document()
    draft = deposited(archive, 3, reason="r")
    assert archive.unsealed() == ()
    assert [each.version for each in archive.unsealed(everything=True)] == [draft.version]
    sealed = archive.seal(draft.id, ARCHIVIST, draft.version)
    assert archive.seal(draft.id, ARCHIVIST, draft.version) == sealed
    assert StorageRoot(str(archive.store.root / "objects")).validate(validate_objects=True, check_digests=True)
    assert not problems(archive)


def test_what_waits_is_sealed_together_and_one_that_is_altered_keeps_no_other_from_it(archive: Archive) -> None:
    receipts = [deposited(archive, number, reason="r") for number in range(4)]
    broken = archive.version(receipts[1].id, receipts[1].version)
    path = archive.store.root / journal_key(broken.bundle)
    path.write_bytes(path.read_bytes() + b" ")
    before, sealed = len(list(pieces(archive.store))), list[int]()
    with pytest.raises(BrokenError, match="altered"):
        sealed.extend(each.version for each in archive.seal_waiting(ARCHIVIST, everything=True))
    assert sealed == [1, 3, 4]
    assert len(list(pieces(archive.store))) == before + 1
    assert archive.unsealed(everything=True) == (broken,)
    assert StorageRoot(str(archive.store.root / "objects")).validate(validate_objects=True, check_digests=True)
    assert [each.key for each in archive.store.list("journal")] == [journal_key(broken.bundle)]
    assert [each.code for each in problems(archive)] == ["ARC-ALTERED"]


@pytest.mark.parametrize("altered", [False, True])
def test_a_sealing_cut_short_is_told_as_that_and_completed_unless_the_object_is_another(archive: Archive, altered: bool) -> None:
    version = archive.version(deposited(archive).id)
    key, files, _ = objects.sealed(version, archive.content(version), version.time, version.deposited_by)
    archive.store.seal({key: {**files, "v1/content/findings.json": b"{}"} if altered else files})
    told = problems(archive)
    assert {each.code for each in told} == {"ARC-EXTRA"}
    assert [(each.key, each.subject, each.harmless) for each in told if each.subject] == ([] if altered else [(key, version.subject, True)])
    if altered:
        with pytest.raises(BrokenError, match="object-taken"):
            archive.seal(version.id, ARCHIVIST)
        assert archive.content(version).original == document()
    else:
        assert archive.seal(version.id, ARCHIVIST).sealed == key
        assert not problems(archive)


def test_ocfl_py_sees_a_tampered_object(archive: Archive) -> None:
    version = archive.version(published(archive).id)
    path = archive.store.root / str(version.sealed) / "v1" / "content" / "findings.json"
    path.write_bytes(path.read_bytes() + b" ")
    root = StorageRoot(str(archive.store.root / "objects"))
    root.validate(validate_objects=True, check_digests=True)
    assert (root.num_objects, root.good_objects) == (1, 0)
    assert [each.code for each in problems(archive)] == ["ARC-ALTERED"]


def test_the_log_is_chained_and_says_who_what_and_both_digests(archive: Archive) -> None:
    receipt = published(archive)
    with archive.reading() as connection:
        events = tuple(entries.log(connection))
    assert not list(chain.verify(events))
    assert events == tuple(event for piece in pieces(archive.store) for event in piece)
    own = [event for event in events if event.subject == f"{receipt.id}@1"]
    assert [(event.actor, event.action) for event in own] == [
        (CLERK, "deposit"),
        (CLERK, "submit"),
        (REVIEWER, "accept"),
        (REVIEWER, "seal"),
        (REVIEWER, "publish"),
    ]
    assert own[0].old is None
    assert all(one.new == other.old for one, other in itertools.pairwise(own))


@pytest.mark.parametrize("fault", ["changed", "dropped", "swapped"])
def test_a_log_that_was_tampered_with_is_seen(archive: Archive, fault: str) -> None:
    published(archive)
    events = [event for piece in pieces(archive.store) for event in piece]
    if fault == "changed":
        events[4] = replace(events[4], actor="another")
    elif fault == "dropped":
        del events[4]
    else:
        events[4], events[5] = events[5], events[4]
    assert list(chain.verify(events))


def test_the_catalogue_is_rebuilt_to_equality(archive: Archive) -> None:
    published(archive)
    deposited(archive, 2, reason="更正")
    archive.deposit(Request(b"no report", "a.txt"), CLERK)
    before = digest(archive)
    with archive.database.writing() as connection:
        for table in tables.PROJECTED:
            if table is not tables.head:
                connection.execute(table.delete())
    assert digest(archive) != before
    rebuilding.rebuild(archive.database, archive.store)
    assert digest(archive) == before
    assert not problems(archive)
    deposited(archive, 4, reason="再更正")


def test_a_row_changed_behind_the_log_is_seen(archive: Archive) -> None:
    receipt = deposited(archive)
    with archive.database.writing() as connection:
        connection.execute(tables.versions.update().values(state="published"))
    assert [(each.code, each.subject) for each in problems(archive)] == [("ARC-CATALOGUE", f"{receipt.id}@1")]


def test_a_rebuild_stops_at_a_gap_in_the_log(archive: Archive) -> None:
    deposited(archive)
    deposited(archive, 2)
    before = digest(archive)
    piece = next(each.key for each in archive.store.list("log") if not each.key.endswith("0001"))
    archive.store.remove(piece)
    with pytest.raises(BrokenError, match="log-gap"):
        rebuilding.rebuild(archive.database, archive.store)
    assert digest(archive) == before
    assert [each.reason for each in problems(archive)] == ["missing"]


def test_what_the_store_has_and_the_catalogue_has_not_is_applied_when_the_archive_is_opened(archive: Archive) -> None:
    receipt = deposited(archive)
    after = digest(archive)
    with archive.database.writing() as connection:
        connection.execute(tables.versions.delete())
        last = connection.execute(sa.select(tables.events).order_by(tables.events.c.sequence.desc())).first()
        assert last is not None
        connection.execute(tables.events.delete().where(tables.events.c.sequence == last.sequence))
        earlier = connection.execute(sa.select(tables.events.c.time).where(tables.events.c.sequence == last.sequence - 1)).scalar()
        connection.execute(tables.head.update().values(sequence=last.sequence - 1, hash=last.previous, time=earlier))
    with open_archive(archive.folder, archive.standard) as again:
        assert digest(again) == after
        assert deposited(again) == receipt


@pytest.mark.parametrize("fault", ["missing", "altered", "extra", "half"])
def test_verify_finds_what_is_wrong_and_a_replica_mends_it(archive: Archive, tmp_path: Path, fault: str) -> None:
    receipt = deposited(archive)
    backup(archive, tmp_path / "replica")
    path = archive.store.root / journal_key(archive.version(receipt.id).bundle)
    if fault == "missing":
        path.unlink()
    elif fault == "altered":
        path.write_bytes(path.read_bytes()[:-1])
    elif fault == "extra":
        archive.store.put(journal_key("0" * 64), b"stray")
    else:
        (archive.store.root / "incoming" / f"{__import__('socket').gethostname()}.4194304.part").write_bytes(b"ha")
    replica = LocalStore(tmp_path / "replica" / "store")
    (found,) = problems(archive, replica=replica)
    assert found.code == f"ARC-{fault.upper()}"
    assert found.repairable == (fault in ("missing", "altered"))
    assert found.harmless == (fault in ("extra", "half"))
    if found.repairable:
        (mended,) = problems(archive, replica=replica, repair=True)
        assert mended.mended
        assert not problems(archive)


@pytest.mark.parametrize("name", ["inventory.json", "v1/content/findings.json"])
@pytest.mark.parametrize("data", [b"", b"[]", b"\xff", b"{}"])
def test_an_object_that_was_altered_is_never_read_as_it_was_not(tmp_path: Path, shipped: Standard, name: str, data: bytes) -> None:
    with furnished(tmp_path / "archive", shipped) as archive:
        version = archive.version(published(archive).id)
        (archive.store.root / str(version.sealed) / name).write_bytes(data)
        with pytest.raises(BrokenError, match="altered"):
            archive.content(version)
        assert archive.take_in() == 1, "what is damaged keeps no other from being taken in"
        (shown,) = holdings(archive, ())
        assert shown.content is not None and shown.content() == b"", "nor from the public"
        (archive.store.root / str(version.sealed) / name).unlink()
        with pytest.raises(BrokenError, match="content"):
            archive.content(version)


def test_a_sealed_object_and_the_log_are_mended_from_a_replica(archive: Archive, tmp_path: Path) -> None:
    version = archive.version(published(archive).id)
    backup(archive, tmp_path / "replica")
    (archive.store.root / str(version.sealed) / "inventory.json").unlink()
    archive.store.remove(log_key(1))
    replica = LocalStore(tmp_path / "replica" / "store")
    found = problems(archive, replica=replica, repair=True)
    assert {each.code for each in found} == {"ARC-CHAIN", "ARC-MISSING"}
    assert all(each.mended for each in found)
    assert not problems(archive)


def test_all_of_an_object_and_all_of_the_log_are_mended_at_one_go(archive: Archive, tmp_path: Path) -> None:
    version = archive.version(published(archive).id)
    backup(archive, tmp_path / "replica")
    archive.store.remove(str(version.sealed))
    lost = [each.key for each in archive.store.list("log")]
    for key in lost[1:]:
        archive.store.remove(key)
    first = archive.store.root / lost[0]
    first.write_bytes(first.read_bytes().replace(ARCHIVIST.encode(), CLERK.encode()))
    with pytest.raises(BrokenError, match="log-broken"):
        rebuilt(archive.folder)
    replica = LocalStore(tmp_path / "replica" / "store")
    told = problems(archive, replica=replica)
    assert all(each.repairable for each in told) and {each.key for each in told} >= set(lost)
    assert all(each.mended for each in problems(archive, replica=replica, repair=True))
    assert not problems(archive)


def test_a_log_that_has_lost_its_end_is_not_taken_for_all(archive: Archive) -> None:
    receipt = published(archive)
    before = digest(archive)
    for each in list(archive.store.list("log"))[-2:]:
        archive.store.remove(each.key)
    with pytest.raises(BrokenError, match="log-short"):
        rebuilt(archive.folder)
    assert digest(archive) == before and archive.version(receipt.id).state == "published"


@pytest.mark.parametrize("key", objects.ROOT_FILES)
def test_the_files_of_the_storage_root_are_looked_at_and_mended(archive: Archive, key: str, tmp_path: Path) -> None:
    path = archive.store.root / key
    path.write_bytes(path.read_bytes()[:-2])
    assert [(each.code, each.key, each.harmless) for each in problems(archive)] == [("ARC-ALTERED", key, False)]
    path.unlink()
    assert [(each.code, each.key) for each in problems(archive, repair=True)] == [("ARC-MISSING", key)]
    assert not problems(archive)


@pytest.mark.parametrize("name", ["a.txt", "v1/content/a.txt"])
def test_what_somebody_has_put_into_an_object_is_no_sealing_cut_short(archive: Archive, name: str) -> None:
    path = archive.store.root / str(archive.version(published(archive).id).sealed) / name
    path.write_bytes(b"a")
    assert [(each.code, each.harmless, each.reason) for each in problems(archive)] == [("ARC-EXTRA", False, "")]


def test_a_sample_is_smaller_and_a_run_goes_on_where_it_stopped(archive: Archive, tmp_path: Path) -> None:
    for number in range(60):
        deposited(archive, number)
    sample = Verification(archive, share=0.3, seed=1)
    assert not list(sample.problems())
    assert (sample.checked, sample.among) == (18, 60)
    least = Verification(archive, share=0.001)
    assert not list(least.problems())
    assert least.checked == 1, "a sample is never empty"
    done: list[int] = []
    first = Verification(archive, resume=tmp_path / "state.json", progress=lambda number, _: done.append(number))
    (archive.store.root / journal_key(archive.version("qingshi.2023.government", 50).bundle)).unlink()
    next(first.problems())
    assert done[-1] == 49
    second = Verification(archive, resume=tmp_path / "state.json")
    assert [each.code for each in second.problems()] == ["ARC-MISSING"]
    assert second.checked == 20
    found = {len(list(Verification(archive, share=0.5).problems())) for _ in range(16)}
    assert found == {0, 1}, "a sample is another one each time"
    assert not (tmp_path / "state.json").exists()


def test_a_place_that_cannot_be_written_is_told_before_the_work(archive: Archive, tmp_path: Path) -> None:
    deposited(archive)
    for place in (tmp_path / "none" / "place.json", tmp_path):
        with pytest.raises(BrokenError):
            problems(archive, resume=place)
    assert not problems(archive, resume=tmp_path / "place.json") and not (tmp_path / "place.json").exists()


@pytest.mark.parametrize(
    ("place", "code", "harmless"),
    [
        ("a.txt", "ARC-EXTRA", False),
        ("more/a.txt", "ARC-EXTRA", False),
        ("incoming/a.txt", "ARC-EXTRA", False),
        ("journal/a.txt", "ARC-EXTRA", False),
        ("journal/57/a.txt", "ARC-EXTRA", False),
        ("log/000000000/a.txt", "ARC-EXTRA", False),
        ("log/000000000/\u00b2", "ARC-EXTRA", False),
        (log_key(2), "ARC-EXTRA", False),
        (log_key(999), "ARC-EXTRA", False),
        (journal_key("0" * 64), "ARC-EXTRA", True),
        ("incoming/another-machine.7.1-1-0000beef", "ARC-HALF", True),
    ],
)
def test_what_stands_anywhere_in_a_store_and_belongs_to_nothing_is_seen(archive: Archive, place: str, code: str, harmless: bool) -> None:
    path = archive.store.root / place
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(b"a")
    assert [(each.code, each.key, each.harmless) for each in problems(archive)] == [(code, place, harmless)]


@pytest.mark.parametrize("put", ["link", "folder", "pipe"])
def test_what_is_no_file_in_the_place_of_one_is_seen_and_mended(archive: Archive, tmp_path: Path, put: str) -> None:
    sealed, waiting = archive.version(published(archive).id), archive.version(deposited(archive, 2, reason="r").id)
    backup(archive, tmp_path / "replica")
    keys = {log_key(1), journal_key(waiting.bundle), f"{sealed.sealed}/inventory.json", f"{sealed.sealed}/v1/content/findings.json", *objects.ROOT_FILES}
    for number, key in enumerate(keys):
        path = archive.store.root / key
        path.rename(tmp_path / str(number))
        if put == "link":
            path.symlink_to(tmp_path / str(number))
        elif put == "folder":
            path.mkdir()
        else:
            os.mkfifo(path)
    with pytest.raises(BrokenError, match="content"):
        archive.content(waiting)
    replica = LocalStore(tmp_path / "replica" / "store")
    found = problems(archive, replica=replica, repair=True)
    assert {each.key for each in found} == keys
    assert all(each.mended and each.code in ("ARC-ALTERED", "ARC-CHAIN") for each in found)
    assert not problems(archive)


def test_a_link_in_the_place_of_a_folder_is_seen(archive: Archive, tmp_path: Path) -> None:
    sealed = str(archive.version(published(archive).id).sealed)
    for number, key in enumerate((sealed, "journal/00", "log/000000000")):
        path = archive.store.root / key
        path.rename(tmp_path / str(number))
        path.symlink_to(tmp_path / str(number))
        assert [(each.code, each.key, each.harmless) for each in problems(archive)] == [("ARC-EXTRA", key, False)]
        path.unlink()
        (tmp_path / str(number)).rename(path)


@pytest.mark.parametrize("change", [lambda data: data[:-1], lambda data: data + b"\n", lambda data: data.replace(b'":"', b'": "', 1)])
def test_a_piece_of_the_log_is_what_was_written_to_the_last_byte(archive: Archive, tmp_path: Path, change: Callable[[bytes], bytes]) -> None:
    backup(archive, tmp_path / "replica")
    path = archive.store.root / log_key(1)
    path.write_bytes(change(path.read_bytes()))
    replica = LocalStore(tmp_path / "replica" / "store")
    assert [(each.code, each.key, each.mended) for each in problems(archive, replica=replica, repair=True)] == [("ARC-CHAIN", log_key(1), True)]
    assert not problems(archive)


def test_every_row_that_follows_from_the_log_is_compared_with_it(archive: Archive) -> None:
    published(archive)
    for table in (each for each in tables.PROJECTED if each is not tables.events):
        with archive.reading() as connection:
            row = dict(next(iter(connection.execute(sa.select(table)).mappings())))
        at = [column == row[column.name] for column in table.primary_key.columns]
        for column in (each for each in table.columns if not (each.primary_key and table is tables.head)):
            old = row[column.name]
            new = not old if isinstance(old, bool) else old + 1000 if isinstance(old, int) else "1999-01-01" if column.name in ("day", "start", "end") else "x"
            for before, after in ((old, new), (new, old)):
                here = [column == before if each.left is column else each for each in at]
                with archive.database.writing() as connection:
                    assert connection.execute(table.update().where(*here).values({column: after})).rowcount == 1
                if after is new and column.name != "data":
                    assert problems(archive), (table.name, column.name)
                elif after is new:
                    with pytest.raises(BrokenError, match="catalogue"):
                        problems(archive)
    assert not problems(archive)
    with archive.database.writing() as connection:
        connection.execute(tables.events.update().where(tables.events.c.sequence == 2).values(data="{"))
    with pytest.raises(BrokenError, match="catalogue"):
        problems(archive)
    rebuilt(archive.folder)
    assert not problems(archive)


def test_what_cannot_be_read_is_told_and_the_rest_is_looked_at_and_copied(archive: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sealed, first = (archive.version(published(archive, number, reason="r").id) for number in (0, 1))
    waiting = [archive.version(deposited(archive, number, reason="r").id) for number in (2, 3)]
    backup(archive, tmp_path / "replica")
    objects_root = next(iter(objects.ROOT_FILES))
    keys = [f"{sealed.sealed}/inventory.json", f"{first.sealed}/v1/content", journal_key(waiting[0].bundle), "journal/00", log_key(1), "incoming", objects_root]
    with monkeypatch.context() as patch:
        unreadable(patch, *(archive.store.root / key for key in keys))
        found = problems(archive)
        told = [each.key for each in found if each.code == "ARC-UNREADABLE"]
        assert set(told) >= {*keys} - {log_key(1)} and len(told) == len({*told})
        assert [(each.key, each.reason) for each in found if each.code == "ARC-CHAIN"] == [(log_key(1), "unreadable")]
        assert {each.code for each in found} == {"ARC-UNREADABLE", "ARC-CHAIN"} and not any(each.harmless for each in found)
        assert all(each.repairable for each in problems(archive, replica=LocalStore(tmp_path / "replica" / "store")) if each.key == keys[2])
    with monkeypatch.context() as patch:
        unreadable(patch, archive.store.root / keys[2])
        assert backup(archive, tmp_path / "copy").damaged == (keys[2],)
    assert not problems(archive)
    assert not backup(archive, tmp_path / "copy").damaged
