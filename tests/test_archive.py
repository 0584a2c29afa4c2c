"""The archive as its users have it, on SQLite and on PostgreSQL: deposits, persons, states, the log, proofs, backups."""

from __future__ import annotations

import datetime
import itertools
import json
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
import sqlalchemy as sa
from ocfl.storage_root import StorageRoot

from govreport.archive import Archive, BrokenError, Filter, RefusedError, Request, UnknownError, create, open_archive
from govreport.archive import audit as chain
from govreport.archive.backup import backup, restore
from govreport.archive.catalogue import database, queries, rebuilding, tables, words
from govreport.archive.digests import sha256, sm3
from govreport.archive.fixity import Verification
from govreport.archive.ledger import pieces
from govreport.archive.publication import holdings
from govreport.archive.redaction import redact
from govreport.archive.store import LocalStore, journal_key, log_key
from govreport.archive.tombstones import tombstone
from govreport.standard import Standard
from tests.archives import ARCHIVIST, CLERK, NAME, REVIEWER, deposited, digest, document, furnished, problems, published
from tests.postgres import Server


def test_a_deposit_is_judged_kept_and_acknowledged(archive: Archive) -> None:
    data = document(1)
    receipt = archive.deposit(Request(data, "年报.xml"), CLERK)
    assert (receipt.id, receipt.version, receipt.verdict, receipt.state) == ("qingshi.2023.government", 1, "accepted", "draft")
    assert (receipt.sha256, receipt.sm3, receipt.size) == (sha256(data), sm3(data), len(data))
    assert abs(datetime.datetime.fromisoformat(receipt.time) - datetime.datetime.now(datetime.UTC)) < datetime.timedelta(minutes=1)
    kept = archive.content(archive.version(receipt.id))
    assert kept.original == data
    assert kept.xml is not None and kept.xml.startswith(b"<?xml")
    findings = json.loads(kept.findings)
    assert findings["verdict"] == "accepted"
    assert findings["versions"]["rules"]
    assert (kept.name, kept.about["name"], archive.version(receipt.id).name) == ("document.xml", "年报.xml", "年报.xml")
    assert not problems(archive)


def test_a_refusal_is_kept_with_its_findings(archive: Archive) -> None:
    receipt = archive.deposit(Request(document(wrong=True), "a.xml"), CLERK)
    assert (receipt.verdict, receipt.state, receipt.accepted) == ("rejected", "refused", False)
    assert receipt.errors > 0
    codes = {each["code"] for each in json.loads(archive.content(archive.version(receipt.id)).findings)["diagnostics"]}
    assert "T3-ROW" in codes
    with pytest.raises(RefusedError, match="state"):
        archive.act("submit", receipt.id, CLERK)


def test_what_is_no_report_is_kept_too(archive: Archive) -> None:
    receipt = archive.deposit(Request(b"no report", "a.txt"), CLERK)
    assert receipt.id.startswith("unplaced.")
    kept = archive.content(archive.version(receipt.id))
    assert kept.original == b"no report" and kept.xml is None
    assert not problems(archive)


@pytest.mark.parametrize(("more", "code"), [({"name": "无名镇人民政府"}, "ARC-ORGAN"), ({"name": "临江县白河镇人民政府"}, "ARC-ORGAN")])
def test_a_report_of_no_organ_of_its_year_is_refused(archive: Archive, more: dict[str, str], code: str) -> None:
    receipt = archive.deposit(Request(document(**more), "a.xml"), CLERK)  # type: ignore[arg-type]
    assert receipt.verdict == "rejected"
    assert code in archive.content(archive.version(receipt.id)).findings.decode()


def test_an_organ_that_is_named_counts_and_another_name_is_said(archive: Archive) -> None:
    receipt = archive.deposit(Request(document(), "a.xml", organ="linjiang"), CLERK)
    assert receipt.id == "linjiang.2023.government"
    assert "ARC-NAME" in archive.content(archive.version(receipt.id)).findings.decode()


def test_a_refused_report_is_judged_anew_once_its_organ_is_known(archive: Archive) -> None:
    data = document(name="临江县新设镇人民政府")
    assert not archive.deposit(Request(data, "a.xml"), CLERK).accepted
    from govreport.archive import organfile

    archive.import_organs(organfile.read("id,name\nxinshe,临江县新设镇人民政府\n".encode(), "o.csv").organs, ARCHIVIST)
    assert archive.deposit(Request(data, "a.xml"), CLERK).id == "xinshe.2023.government"


def test_the_same_bytes_get_the_same_receipt(archive: Archive) -> None:
    first = deposited(archive)
    archive.act("submit", first.id, CLERK)
    assert deposited(archive) == first
    assert archive.deposit(Request(document(), "other name.xml", reason="again"), REVIEWER) == first
    refused = archive.deposit(Request(document(wrong=True), "a.xml"), CLERK)
    assert archive.deposit(Request(document(wrong=True), "a.xml"), CLERK) == refused
    assert len(list(archive.versions())) == 2


def test_the_same_key_gets_the_same_receipt_and_never_other_bytes(archive: Archive) -> None:
    first = deposited(archive, key="k-1")
    assert deposited(archive, key="k-1") == first
    with pytest.raises(RefusedError, match="key-taken"):
        deposited(archive, 2, key="k-1")
    with pytest.raises(RefusedError, match="key"):
        deposited(archive, 2, key="two words")


def test_a_correction_is_a_new_version_with_a_reason(archive: Archive) -> None:
    first = published(archive)
    with pytest.raises(RefusedError, match="correction"):
        deposited(archive, 2)
    second = deposited(archive, 2, reason="更正联系方式")
    assert (second.id, second.version) == (first.id, 2)
    assert archive.content(archive.version(first.id, 1)).original == document()
    assert [version.version for version in archive.versions(Filter(id=first.id))] == [1, 2]
    assert [version.version for version in archive.versions(Filter(latest=True))] == [2]
    assert not problems(archive)


@pytest.mark.parametrize("action", ["accept", "publish"])
def test_whoever_submitted_cannot_judge(archive: Archive, action: str) -> None:
    receipt = deposited(archive)
    archive.act("submit", receipt.id, CLERK)
    archive.add_person(CLERK, ["clerk", "reviewer", "archivist"], ARCHIVIST)
    if action == "publish":
        archive.act("accept", receipt.id, REVIEWER)
    with pytest.raises(RefusedError, match="two-persons"):
        archive.act(action, receipt.id, CLERK)
    archive.act(action, receipt.id, REVIEWER)


def test_an_office_of_one_switches_it_off_in_the_configuration_and_the_log_says_so(archive: Archive) -> None:
    path = archive.folder / "archive.toml"
    path.write_text(path.read_text("utf-8").replace("two_persons = true", "two_persons = false"), "utf-8")
    with open_archive(archive.folder, archive.standard) as alone:
        receipt = deposited(alone)
        for action in ("submit", "accept", "publish"):
            alone.act(action, receipt.id, CLERK)
        with alone.reading() as connection:
            settings = [event.data["two_persons"] for event in queries.log(connection) if event.action == "configure"]
        assert settings == [True, False]
        alone_in = [event.action for event in alone.history(alone.version(receipt.id)) if event.data.get("alone")]
        assert alone_in == ["accept", "publish"]
        assert not problems(alone)


def test_states_only_go_where_they_may(archive: Archive) -> None:
    receipt = deposited(archive)
    for action in ("accept", "publish", "return", "withdraw"):
        with pytest.raises(RefusedError, match="state"):
            archive.act(action, receipt.id, REVIEWER, reason="r")
    archive.act("submit", receipt.id, CLERK)
    with pytest.raises(RefusedError, match="reason"):
        archive.act("return", receipt.id, REVIEWER)
    assert archive.act("return", receipt.id, REVIEWER, reason="缺少附件").state == "returned"
    archive.act("submit", receipt.id, CLERK)
    archive.act("accept", receipt.id, REVIEWER)
    archive.act("publish", receipt.id, REVIEWER)
    done = archive.act("withdraw", receipt.id, REVIEWER, reason="内容有误")
    assert (done.state, done.remark) == ("withdrawn", "内容有误")
    assert archive.content(done).original == document()
    history = archive.history(done)
    assert [event.action for event in history] == ["deposit", "submit", "return", "submit", "accept", "seal", "publish", "withdraw"]
    stone = tombstone(done, history)
    assert stone is not None
    assert (stone.reason, stone.basis, stone.by, stone.sha256, stone.redacted) == ("内容有误", None, (REVIEWER,), receipt.sha256, False)


def test_only_registered_persons_act_and_only_in_their_roles(archive: Archive) -> None:
    with pytest.raises(UnknownError, match="person"):
        archive.deposit(Request(document(), "a.xml"), "nobody")
    archive.add_person("只报送", ["clerk"], ARCHIVIST)
    receipt = archive.deposit(Request(document(), "a.xml"), "只报送")
    archive.act("submit", receipt.id, "只报送")
    archive.add_person("另一位", ["clerk"], ARCHIVIST)
    with pytest.raises(RefusedError, match="role"):
        archive.act("accept", receipt.id, "另一位")
    with pytest.raises(RefusedError, match="role"):
        archive.add_person("自己加的", ["archivist"], CLERK)
    archive.add_person("另一位", [], ARCHIVIST)
    with pytest.raises(RefusedError, match="role"):
        archive.deposit(Request(document(2), "a.xml", reason="r"), "另一位")
    with pytest.raises(RefusedError, match="last-archivist"):
        archive.add_person(ARCHIVIST, ["clerk"], ARCHIVIST)


def test_legacy_needs_role_and_policy(archive: Archive) -> None:
    path = archive.folder / "archive.toml"
    path.write_text(path.read_text("utf-8").replace("legacy_until = 0", "legacy_until = 2022"), "utf-8")
    with open_archive(archive.folder, archive.standard) as found:
        with pytest.raises(RefusedError, match="role"):
            found.deposit(Request(document(year=2022, wrong=True), "a.xml", profile="legacy"), CLERK)
        with pytest.raises(RefusedError, match="legacy-year"):
            found.deposit(Request(document(wrong=True), "a.xml", profile="legacy"), ARCHIVIST)
        assert found.deposit(Request(document(year=2022, wrong=True), "a.xml", profile="legacy"), ARCHIVIST).accepted
        with pytest.raises(RefusedError, match="profile"):
            found.deposit(Request(document(), "a.xml", profile="lax"), ARCHIVIST)


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
        events = tuple(queries.log(connection))
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


@pytest.mark.parametrize("wrong", ["a\ud800", "\udcff", "a\0b"])
def test_what_is_no_character_is_refused_and_changes_nothing(archive: Archive, wrong: str) -> None:
    receipt = deposited(archive)
    archive.act("submit", receipt.id, CLERK)
    before = digest(archive)
    for more in ({"name": wrong}, {"name": "a.xml", "reason": wrong}):
        with pytest.raises(RefusedError, match="characters"):
            archive.deposit(Request(document(1), **more), CLERK)
    for action in (lambda: archive.act("return", receipt.id, REVIEWER, None, wrong), lambda: redact(archive, receipt.id, REVIEWER, None, "a", wrong)):
        with pytest.raises(RefusedError, match="characters"):
            action()
    assert not problems(archive) and digest(archive) == before


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
    done = restore(tmp_path / "backup", tmp_path / "restored", other)
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
    assert restore(tmp_path / "backup", tmp_path / "restored", other) == done


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
    archive.database.upgrade("base")
    assert archive.database.revision() is None
    archive.database.prepare()
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
    assert archive.database.revision() == "0001"
    with open_archive(archive.folder, archive.standard) as opened:
        assert opened.database.revision() == database.REVISION and digest(opened) == before
        with opened.reading() as connection:
            assert not list(_differences(connection))
        assert not problems(opened)


def _differences(connection: sa.Connection) -> Iterator[object]:
    """Yield what Alembic finds different between the migrated tables and those that the code knows."""
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    yield from compare_metadata(MigrationContext.configure(connection, opts={"include_name": words.beside}), tables.metadata)


def test_names_of_organs_tell_whose_a_report_is(archive: Archive) -> None:
    assert archive.deposit(Request(document(name="临江县白河镇人民政府", year=2021), "a.xml"), CLERK).id == "baihe.2021.government"
    assert archive.register().children("linjiang", 2023)[-1].id == "qingshi"
    assert NAME in {naming.name for _, _, naming in archive.register().tree(2023)}
