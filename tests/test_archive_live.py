"""What those who read long see of an archive while others deposit, accept, seal and redact in the midst of it: no false alarm, nothing that was destroyed."""

from __future__ import annotations

import itertools
import multiprocessing
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from multiprocessing.synchronize import Event
from pathlib import Path
from types import SimpleNamespace

import pytest

from govreport.archive import Archive, RefusedError, Request, UnknownError, audit, fixity, publication, redaction, strays
from govreport.archive.backup import backup
from govreport.archive.catalogue import database, deleted, entries, queries, rebuilding, words
from govreport.archive.catalogue.database import Database
from govreport.archive.celltable import cell_rows
from govreport.archive.fixity import Verification
from govreport.archive.handover.detection import of_archive
from govreport.archive.handover.export import ALL, export
from govreport.archive.handover.importing import taken_in
from govreport.archive.handover.items import FAILED, PRESERVATION
from govreport.archive.ledger import Ledger
from govreport.archive.localstore import LocalStore
from govreport.archive.objects import sealed
from govreport.archive.opening import open_archive
from govreport.archive.recovery import rebuilt
from govreport.archive.redaction import redact
from govreport.archive.restoring import restore
from govreport.archive.searching import Query
from govreport.archive.states import PUBLISHED
from govreport.archive.store import JOURNAL, LOG, Stored, Unread, journal_key
from govreport.standard import Standard
from govreport.web.indexing import Indexer
from tests.archives import ARCHIVIST, CLERK, REVIEWER, deposited, digest, document, furnished, problems, published
from tests.test_archive_handover import empty
from tests.test_archive_redaction import BASIS, REASON, SECRET, destroyed, holding

ID = "qingshi.2023.government"


def once(work: Callable[[], object], at: int = 1) -> Callable[..., None]:
    """Return what does some work when it is called the first time, or with a number for the first time."""
    waiting = [work]

    def call(number: object = at, *_: object) -> None:
        if waiting and number == at:
            waiting.pop()()

    return call


def accept(archive: Archive, number: int) -> None:
    """Have a draft accepted, and so sealed."""
    archive.act("submit", ID, CLERK, number)
    archive.act("accept", ID, REVIEWER, number)


@pytest.fixture
def kept(archive: Archive) -> Archive:
    """An archive with a report in print and three drafts."""
    published(archive, reason="r")
    for number in (1, 2, 77):
        deposited(archive, number, reason="r")
    return archive


def test_a_verification_has_no_alarm_for_what_is_done_meanwhile(kept: Archive) -> None:
    def work() -> None:
        accept(kept, 2)
        destroyed(kept, ID, 4)
        published(kept, 5, reason="r")
        deposited(kept, 6, reason="r")

    run = Verification(kept, progress=once(work), grace=0)
    assert not list(run.problems())
    assert (run.checked, kept.version(ID, 2).sealed is not None, kept.version(ID, 4).redacted) == (4, True, True)


def test_the_log_and_its_rows_are_seen_as_they_are_at_one_time(kept: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    work, verify = once(lambda: deposited(kept, 9, reason="r")), audit.verify
    monkeypatch.setattr(audit, "verify", lambda *given: (work(), verify(*given))[1])
    assert not problems(kept)
    assert kept.version(ID).version == 5


@pytest.mark.parametrize("moment", ["turn", "grace"])
def test_a_file_put_before_its_entry_is_looked_at_again(kept: Archive, monkeypatch: pytest.MonkeyPatch, moment: str) -> None:
    version, stray = kept.version(ID, 3), journal_key("0" * 64)
    key, files, _ = sealed(version, kept.content(version), version.time, version.deposited_by)

    def begin() -> None:
        with monkeypatch.context() as cut, suppress(ZeroDivisionError):
            cut.setattr(Ledger, "together", lambda *_: 1 / 0)
            deposited(kept, 9, reason="r")
        kept.store.seal({key: files})
        deposited(kept, 10, reason="r")

    def end() -> None:
        deposited(kept, 9, reason="r")
        kept.seal(ID, ARCHIVIST, 3)

    @contextmanager
    def turn(_: Database) -> Iterator[None]:
        # he who waits for the turn has it before
        if moment == "turn":
            monkeypatch.setattr(Database, "alone", alone)
            end()
        yield

    alone = Database.alone

    def rest(_: float) -> None:
        if moment == "grace":
            monkeypatch.setattr(Database, "alone", alone)
            end()

    def begun() -> None:
        begin()
        monkeypatch.setattr(Database, "alone", turn)

    hooked(monkeypatch, begun)
    monkeypatch.setattr(strays, "time", SimpleNamespace(sleep=rest))
    assert not problems(kept, grace=1)
    moment = ""
    assert kept.version(ID).version == 6
    kept.store.put(stray, b"stray")
    assert [(each.code, each.key) for each in problems(kept, grace=1)] == [("ARC-EXTRA", stray)]


def test_a_piece_of_the_log_that_is_put_while_they_are_listed_is_none_too_many(kept: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    hooked(monkeypatch, lambda: deposited(kept, 9, reason="r"), LOG)
    assert not problems(kept)
    assert kept.version(ID).version == 5


def hooked(monkeypatch: pytest.MonkeyPatch, work: Callable[[], object], where: str = JOURNAL) -> None:
    """Have some work done when the journal, or another folder of the store, is listed the first time."""
    listed, call = LocalStore.list, once(work, where)  # type: ignore[arg-type]

    def listing(store: LocalStore, prefix: str, *told: Unread | None) -> Iterator[Stored]:
        call(prefix)
        return listed(store, prefix, *told)

    monkeypatch.setattr(LocalStore, "list", listing)


def test_a_destruction_under_way_is_no_remains(kept: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as cut:
        cut.setattr(redaction, "destroy", lambda *_: None)
        destroyed(kept, ID, 4)
    assert [each.code for each in problems(kept)] == ["ARC-REMAINS"]
    monkeypatch.setattr(fixity, "time", SimpleNamespace(sleep=lambda seconds: redact(kept, ID, ARCHIVIST, 4) if seconds else None))
    assert not problems(kept, grace=1)


def test_what_is_destroyed_meanwhile_is_not_mended_from_a_replica(kept: Archive, tmp_path: Path) -> None:
    backup(kept, tmp_path / "replica")
    replica = LocalStore(tmp_path / "replica" / "store")
    assert not problems(kept, progress=once(lambda: destroyed(kept, ID, 4)), replica=replica, repair=True)
    assert not holding(kept.folder, SECRET)


def test_a_list_of_the_store_leaves_out_what_goes_while_it_is_made(kept: Archive) -> None:
    keys = {journal_key(version.bundle) for version in kept.versions() if not version.sealed}
    folder = kept.store.root / JOURNAL / "ff"
    for name in ("a", "b", "c"):
        (folder / name).touch()
    found = kept.store.list(JOURNAL)
    seen = [next(each.key for each in found if each.key.endswith("/ff/a"))]
    (folder / "b").unlink()
    assert [*seen, *(each.key for each in found)] == [f"{JOURNAL}/ff/a", f"{JOURNAL}/ff/c"]
    for name in ("a", "c"):
        (folder / name).unlink()
    assert {each.key for each in kept.store.list(JOURNAL)} == keys


def test_an_interrupted_verification_goes_on_though_deposits_came(kept: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fixity, "OFTEN", 1)
    path = kept.store.root / journal_key(kept.version(ID, 2).bundle)
    data = path.read_bytes()
    path.unlink()

    def stop(number: int, _: int) -> None:
        if number == 3:
            raise KeyboardInterrupt

    for _ in range(2):
        first = Verification(kept, resume=tmp_path / "place", grace=0, progress=stop)
        with pytest.raises(KeyboardInterrupt):
            list(first.problems())
    second = Verification(kept, resume=tmp_path / "place", grace=0)
    deposited(kept, 9, reason="r")
    assert [each.code for each in second.problems()] == ["ARC-MISSING"], "what was wrong before is told again"
    assert (second.checked, second.among) == (3, 5), "the one that was wrong, the fourth, the new one"
    assert not (tmp_path / "place").exists()
    path.write_bytes(data)
    with suppress(KeyboardInterrupt):
        list(Verification(kept, share=0.9, resume=tmp_path / "place", grace=0, progress=stop).problems())
    deposited(kept, 10, reason="r")
    sample = Verification(kept, share=0.9, resume=tmp_path / "place", grace=0)
    assert not list(sample.problems())
    assert sample.checked == 1, "the sample is that of the run that was interrupted"


def test_a_backup_with_a_redaction_in_its_midst_ends_without_the_content(kept: Archive, tmp_path: Path) -> None:
    redact(kept, ID, REVIEWER, 4, REASON, BASIS)
    worker = threading.Thread(target=lambda: redact(kept, ID, ARCHIVIST, 4))

    def work() -> None:
        worker.start()
        while not kept.version(ID, 4).redacted:
            time.sleep(0.01)

    progress = once(work)
    done = backup(kept, tmp_path / "copy", lambda _: progress())
    worker.join()
    assert not holding(tmp_path / "copy", SECRET) and not holding(kept.folder, SECRET)
    assert (done.removed, done.catalogue) == (1, digest(kept))
    restore(tmp_path / "copy", tmp_path / "restored", "sqlite")
    with open_archive(tmp_path / "restored", kept.standard) as again:
        assert again.version(ID, 4).redacted and not problems(again)


def test_what_is_sealed_while_a_backup_runs_leaves_the_journal_behind_it(kept: Archive, tmp_path: Path) -> None:
    bundle, work = journal_key(kept.version(ID, 2).bundle), once(lambda: accept(kept, 2))
    there: list[bool] = []

    def meanwhile(_: int) -> None:
        work()
        there.append(kept.store.has(bundle))

    backup(kept, tmp_path / "copy", meanwhile)
    assert all(there) and not kept.store.has(bundle)
    assert kept.content(kept.version(ID, 2)).original == document(1) and not problems(kept)


def test_a_backup_that_was_cut_short_leaves_the_one_before_as_it_was(kept: Archive, tmp_path: Path) -> None:
    done = backup(kept, tmp_path / "copy")
    published(kept, 8, reason="r")
    deposited(kept, 9, reason="r")

    def stop(files: int) -> None:
        if files > 30:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        backup(kept, tmp_path / "copy", stop)
    assert restore(tmp_path / "copy", tmp_path / "restored", "sqlite").copy == done
    with open_archive(tmp_path / "restored", kept.standard) as again:
        assert all(each.harmless for each in problems(again))
        assert again.version(ID).version == 4


@pytest.mark.parametrize("after", [0, 5, 20])
def test_a_first_backup_that_was_cut_short_is_gone_on_with(kept: Archive, tmp_path: Path, after: int) -> None:
    def stop(files: int) -> None:
        if files > after:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        backup(kept, tmp_path / "copy", stop)
    # a process that was killed has left half a file behind
    half = tmp_path / "copy" / "store" / "incoming" / f"{socket.gethostname()}.999999999.1-1-ab"
    half.write_bytes(b"half")
    with pytest.raises(UnknownError, match="backup-begun"):
        restore(tmp_path / "copy", tmp_path / "restored", "sqlite")
    with open_archive(kept.folder, kept.standard) as again:
        published(again, 8, reason="r")
        done = backup(again, tmp_path / "copy")
    assert done.new < done.files and not half.exists()
    assert restore(tmp_path / "copy", tmp_path / "restored", "sqlite").copy == done
    with open_archive(tmp_path / "restored", kept.standard) as restored:
        assert not problems(restored)


@pytest.mark.parametrize("method", ["seal", "put"])
def test_what_is_destroyed_while_it_is_sealed_or_deposited_does_not_come_back(kept: Archive, monkeypatch: pytest.MonkeyPatch, method: str) -> None:
    archive, own = kept, getattr(LocalStore, method)
    work = once(lambda: destroyed(archive, ID, 4))

    def late(store: LocalStore, *given: object) -> object:
        if method == "seal" or str(given[0]).startswith(JOURNAL):
            work()
        return own(store, *given)

    monkeypatch.setattr(LocalStore, method, late)
    with pytest.raises(RefusedError, match="redacted"):
        if method == "seal":
            accept(archive, 4)
        else:
            archive.deposit(Request(document(77), "a.xml", organ="linjiang"), CLERK)
    assert not holding(archive.folder, SECRET)
    assert not problems(archive)


@pytest.mark.parametrize("by", ["opening", "service"])
def test_what_a_reader_keeps_in_the_catalogue_goes_when_he_has_ended(tmp_path: Path, shipped: Standard, monkeypatch: pytest.MonkeyPatch, by: str) -> None:
    monkeypatch.setattr(deleted, "PATIENCE", 0)
    with furnished(tmp_path / "archive", shipped) as archive:
        receipt = deposited(archive, 77)
        archive.take_in()
        with archive.reading() as connection:
            assert database.head(connection).sequence
            started = time.monotonic()
            destroyed(archive, receipt.id)
            assert time.monotonic() - started < database.WAIT, "those who write do not wait for those who read"
            assert holding(archive.folder, SECRET)
            assert [(each.code, each.key) for each in problems(archive)] == [("ARC-REMAINS", database.FILE)]
        if by == "opening":
            open_archive(archive.folder, shipped).close()
        else:
            Indexer(archive).look()
        assert not holding(archive.folder, SECRET) and not problems(archive)


def test_a_version_is_read_as_it_is_now(kept: Archive) -> None:
    early = kept.version(ID, 2), kept.version(ID, 4)
    accept(kept, 2)
    assert kept.content(early[0]).original == document(1)
    destroyed(kept, ID, 4)
    with pytest.raises(UnknownError, match="redacted"):
        kept.content(early[1])


def test_an_examination_sees_versions_and_their_history_at_one_time(kept: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    accept(kept, 2)
    before = {each.item.key for each in of_archive(kept, PRESERVATION).results if each.result == FAILED}

    def work() -> None:
        kept.act("publish", ID, REVIEWER, 2)
        deposited(kept, 9, reason="r")

    call, history = once(work), entries.history
    monkeypatch.setattr(entries, "history", lambda connection, subject: (call(), history(connection, subject))[1])
    assert {each.item.key for each in of_archive(kept, PRESERVATION).results if each.result == FAILED} == before
    assert kept.version(ID, 2).state == PUBLISHED


def test_what_is_deposited_while_a_catalogue_is_made_anew_waits(kept: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    own = rebuilding.digest
    waiting: list[threading.Thread] = []

    def late(connection: object) -> str:
        found = own(connection)  # type: ignore[arg-type]
        if not waiting:
            waiting.append(threading.Thread(target=deposited, args=(kept, 9), kwargs={"reason": "r"}))
            waiting[0].start()
        return found

    monkeypatch.setattr(rebuilding, "digest", late)
    assert rebuilt(kept.folder).equal
    waiting[0].join(60)
    assert kept.version(ID).version == 5 and not problems(kept)


def test_whoever_searches_sees_the_same_words_while_the_catalogue_is_made_anew(kept: Archive) -> None:
    kept.take_in()
    with kept.reading() as connection:
        assert database.head(connection).sequence
        rebuilding.rebuild(kept.database, kept.store)
        found = connection.execute(words.having(connection, "办公室", 0, 1000)).all()
    assert len(set(found)) == 4


def test_tables_and_pages_go_on_where_a_report_is_sealed_or_redacted_meanwhile(kept: Archive) -> None:
    rows = cell_rows(kept, Query(everything=True))
    first = next(rows)
    destroyed(kept, ID, 4)
    accept(kept, 2)
    names = {row[0] for row in (first, *rows)}
    assert names == {f"{ID}@{number}" for number in (1, 2, 3)}
    (shown,) = publication.holdings(kept, ())
    assert shown.content is not None and shown.content().startswith(b"<?xml")


def test_pages_keep_no_view_of_the_catalogue_open_and_miss_no_report(kept: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in (5, 6):
        published(kept, number, reason="r")
    for organ in ("linjiang", "jiaoyu"):
        receipt = kept.deposit(Request(document(7), "7.xml", organ=organ), CLERK)
        kept.act("submit", receipt.id, CLERK)
        for action in ("accept", "publish"):
            kept.act(action, receipt.id, REVIEWER)
    whole = [(each.id, each.digest, each.versions) for each in publication.holdings(kept, ())]
    assert [len(versions) for _, _, versions in whole] == [1, 1, 3]
    for page in (1, 2, 3, 4):
        monkeypatch.setattr(queries, "PAGE", page)
        assert [(each.id, each.digest, each.versions) for each in publication.holdings(kept, ())] == whole
    shown = publication.holdings(kept, ())
    next(shown)
    assert kept.database.engine.pool.checkedout() == 0  # type: ignore[attr-defined]


def work(folder: Path, standard: Standard, first: int, stop: Event, said: Path) -> None:
    """Deposit reports and take them on, destroy some, and write down which, until it is told to stop."""
    with open_archive(folder, standard) as archive:
        for number in itertools.count(first):
            receipt = deposited(archive, number, reason="r")
            archive.act("submit", receipt.id, CLERK, receipt.version)
            if number % 3:
                archive.act("accept", receipt.id, REVIEWER, receipt.version)
            if number % 3 == 1:
                archive.act("publish", receipt.id, REVIEWER, receipt.version)
            if number % 7 == 0:
                destroyed(archive, receipt.id, receipt.version)
                with said.open("a") as out:
                    out.write(f"{number}\n")
            if stop.is_set():
                return


@pytest.mark.long
def test_readers_find_nothing_wrong_while_two_processes_are_at_work(archive: Archive, tmp_path: Path) -> None:
    context, said = multiprocessing.get_context("fork"), tmp_path / "said"
    stop, standard = context.Event(), archive.standard
    archive.close()
    writers = [context.Process(target=work, args=(archive.folder, standard, first, stop, said)) for first in (1_000, 100_000)]
    for each in writers:
        each.start()
    time.sleep(5)
    try:
        for turn in range(3):
            assert not list(Verification(archive).problems())
            backup(archive, tmp_path / "copy")
            restore(tmp_path / "copy", tmp_path / f"restored{turn}", "sqlite")
            with open_archive(tmp_path / f"restored{turn}", standard) as again:
                assert all(each.code == "ARC-EXTRA" for each in problems(again))
            examined = {each.item.key: each for each in of_archive(archive, PRESERVATION).results}
            assert not {key for key in ("catalogue", "content", "count", "extra", "fixity", "operation", "store") if examined[key].failed}
            assert sum(1 for _ in cell_rows(archive, Query(everything=True)))
            assert list(publication.holdings(archive, ()))
            assert rebuilt(archive.folder).equal
            export(archive, tmp_path / f"package{turn}", ALL)
            with empty(tmp_path / f"again{turn}", archive) as again:
                taken_in(again, tmp_path / f"package{turn}")
                assert not problems(again)
    finally:
        stop.set()
        for each in writers:
            each.join(120)
    assert [each.exitcode for each in writers] == [0, 0] and not problems(archive)
    backup(archive, tmp_path / "copy")
    kept = b"".join(path.read_bytes() for folder in (archive.folder, tmp_path / "copy") for path in folder.rglob("*") if path.is_file())
    assert not [number for number in said.read_text().split() if f"第{number}办公室".encode() in kept]
