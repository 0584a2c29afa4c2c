"""An archive that somebody has laid hands on, in its database or its store: it is told, and nothing ends with a trace."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from govreport.archive import Archive, BrokenError, audit, objects, open_archive
from govreport.archive.audit import Head
from govreport.archive.catalogue import database
from govreport.archive.recovery import rebuilt
from govreport.archive.store import journal_key, log_key
from govreport.standard import Standard
from tests.archives import CLERK, deposited, furnished, problems, published


@pytest.fixture
def kept(archive: Archive) -> Archive:
    """An archive with two sealed versions and two that wait."""
    for number in range(4):
        (published if number < 2 else deposited)(archive, number, reason="r")
    archive.take_in()
    return archive


def told(archive: Archive) -> set[str]:
    """Return the codes that a verification finds."""
    return {each.code for each in problems(archive)}


def _exchanged(first: Path, second: Path) -> None:
    between = first.with_name("between")
    first.rename(between)
    second.rename(first)
    between.rename(second)


def _bundles(archive: Archive) -> None:
    _exchanged(*(archive.store.root / journal_key(each.bundle) for each in archive.versions() if not each.sealed))


def _sealed(archive: Archive) -> None:
    _exchanged(*(archive.store.root / str(each.sealed) for each in archive.versions() if each.sealed))


def _pieces(archive: Archive) -> None:
    _exchanged(*sorted(path for path in (archive.store.root / "log").rglob("*") if path.is_file())[2:4])


def _gap(archive: Archive) -> None:
    sorted(path for path in (archive.store.root / "log").rglob("*") if path.is_file())[4].unlink()


def _copied(archive: Archive) -> None:
    first = next(str(each.sealed) for each in archive.versions() if each.sealed)
    shutil.copytree(archive.store.root / first, archive.store.root / objects.object_key("urn:govreport:deposit:other.2023.government:1"))


def _folder(archive: Archive) -> None:
    (archive.store.root / log_key(900)).mkdir()


def _empty(archive: Archive) -> None:
    (archive.store.root / next(str(each.sealed) for each in archive.versions() if each.sealed) / "v1" / "empty").mkdir()


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (_bundles, "ARC-ALTERED"),
        (_sealed, "ARC-ALTERED"),
        (_pieces, "ARC-CHAIN"),
        (_gap, "ARC-CHAIN"),
        (_copied, "ARC-EXTRA"),
        (_folder, "ARC-EXTRA"),
        (_empty, "ARC-EXTRA"),
    ],
)
def test_files_exchanged_copied_or_put_where_none_may_be_are_told(kept: Archive, change: Callable[[Archive], None], code: str) -> None:
    change(kept)
    assert told(kept) in ({code}, {code, "ARC-CATALOGUE"})


BUNDLE = "bundle = (SELECT bundle FROM versions AS other WHERE other.version = 7 - versions.version)"


@pytest.mark.parametrize(
    ("statement", "code"),
    [
        (f"UPDATE versions SET {BUNDLE} WHERE version IN (3, 4)", "ARC-CATALOGUE"),
        ("UPDATE versions SET time = '2020-01-01T00:00:00.000000+00:00' WHERE version = 3", "ARC-CATALOGUE"),
        ("UPDATE versions SET sealed = '../../etc' WHERE version = 1", "ARC-CATALOGUE"),
        ("INSERT INTO events SELECT 9999, time, actor, action, subject, old, new, data, previous, hash FROM events WHERE sequence = 7", "ARC-CATALOGUE"),
        ("INSERT INTO events SELECT -9, time, actor, action, subject, old, new, data, previous, hash FROM events WHERE sequence = 7", "ARC-CATALOGUE"),
        ("DELETE FROM events WHERE sequence = 7", "ARC-CATALOGUE"),
        ("UPDATE head SET sequence = 5", "ARC-CATALOGUE"),
        ("DROP INDEX ix_versions_state_year", "ARC-STRUCTURE"),
        ("ALTER TABLE versions ADD COLUMN more TEXT", "ARC-STRUCTURE"),
        ("CREATE VIEW more AS SELECT * FROM versions", "ARC-STRUCTURE"),
        ("DROP TABLE drafts", "ARC-STRUCTURE"),
        ("DELETE FROM place", "ARC-CONTENTS"),
    ],
)
def test_rows_and_tables_changed_behind_the_log_are_told(kept: Archive, statement: str, code: str) -> None:
    with kept.database.writing() as connection:
        connection.execute(sa.text(statement))
    assert code in told(kept)
    if code != "ARC-STRUCTURE":
        rebuilt(kept.folder)
        assert not problems(kept)


def test_a_catalogue_that_names_another_folder_is_told_and_does_no_harm(kept: Archive, tmp_path: Path) -> None:
    with kept.database.writing() as connection:
        connection.execute(sa.text("UPDATE place SET value = :value"), {"value": str(tmp_path)})
    assert [(each.code, each.reason, each.harmless) for each in problems(kept)] == [("ARC-CONTENTS", "folder", True)]


DEEP = "[" * 100_000


@pytest.mark.parametrize(("table", "code"), [("events", "events"), ("organs", "organs")])
def test_json_that_has_no_end_is_told(kept: Archive, table: str, code: str) -> None:
    with kept.database.writing() as connection:
        connection.execute(sa.text(f"UPDATE {table} SET data = :data"), {"data": DEEP})
    with pytest.raises(BrokenError, match=code):
        problems(kept)


@pytest.mark.parametrize("data", [DEEP, '{"a": 1}', "[]", "1", "\xff"])
def test_a_piece_of_the_log_that_is_none_is_told(kept: Archive, data: str) -> None:
    (kept.store.root / log_key(1)).write_bytes(data.encode("latin-1"))
    assert told(kept) == {"ARC-CHAIN"}


@pytest.mark.parametrize("change", [{"time": 5}, {"sequence": "x"}, {"data": []}, {"subject": None}, {"old": 5}])
def test_a_piece_whose_names_have_other_kinds_of_values_is_told(kept: Archive, change: dict[str, object]) -> None:
    path = kept.store.root / log_key(1)
    first, *others = audit.read(path.read_bytes())
    path.write_text("".join((audit.canonical({**first.row(), **change}) + "\n", *(each.line() for each in others))), "utf-8")
    assert told(kept) == {"ARC-CHAIN"}


def test_an_entry_that_somebody_has_added_and_that_says_nothing_is_told(kept: Archive) -> None:
    with kept.reading() as connection:
        head = database.head(connection)
    for action in ("person", "organ", "deposit", "publish", "redact", "seal"):
        event = audit.chained(audit.Draft(CLERK, action, "x", None, None, {}), Head(head.sequence, head.hash), "2999-01-01T00:00:00.000000+00:00")
        path = kept.store.root / log_key(head.sequence + 1)
        path.write_bytes(audit.written([event]))
        with pytest.raises(BrokenError):
            open_archive(kept.folder, kept.standard).close()
        with pytest.raises(BrokenError):
            rebuilt(kept.folder)
        path.unlink()
    assert not problems(kept)


@pytest.fixture
def embedded(tmp_path: Path, shipped: Standard) -> Iterator[Path]:
    """The folder of an archive on SQLite that nobody has open."""
    with furnished(tmp_path / "archive", shipped) as archive:
        for number in range(3):
            deposited(archive, number, reason="r")
        archive.take_in()
    yield tmp_path / "archive"


@pytest.mark.parametrize("value", ["'x'", "x'ff'", "1.5"])
@pytest.mark.parametrize(
    "column", ["versions.sequence", "versions.name", "versions.size", "events.time", "documents.document", "documents.text", "cells.value"]
)
def test_values_of_another_kind_are_told_and_a_rebuild_mends_them(embedded: Path, shipped: Standard, column: str, value: str) -> None:
    table, _, name = column.partition(".")
    with sqlite3.connect(embedded / database.FILE) as connection:
        first = connection.execute(f"SELECT {name} FROM {table} WHERE {name} IS NOT NULL LIMIT 1").fetchone()
        connection.execute(f"UPDATE OR IGNORE {table} SET {name} = {value} WHERE {name} = ?", first)
    connection.close()
    with open_archive(embedded, shipped) as archive:
        assert "ARC-STRUCTURE" in told(archive) or isinstance(first[0], str)
    rebuilt(embedded)
    with open_archive(embedded, shipped) as archive:
        archive.take_in()
        assert not problems(archive)


@pytest.mark.parametrize("size", [0, 10, 4096, -4096, -1])
def test_a_catalogue_that_was_cut_short_is_told_and_a_rebuild_mends_it(embedded: Path, shipped: Standard, size: int) -> None:
    path = embedded / database.FILE
    path.write_bytes(path.read_bytes()[:size])
    with pytest.raises(BrokenError, match="catalogue"), open_archive(embedded, shipped) as archive:
        problems(archive)
    rebuilt(embedded)
    with open_archive(embedded, shipped) as archive:
        assert not problems(archive)


def test_the_catalogue_of_another_archive_is_told(embedded: Path, shipped: Standard, tmp_path: Path) -> None:
    for more in (0, 1, 5):
        with furnished(tmp_path / f"other{more}", shipped) as other:
            for number in range(2 + more):
                deposited(other, number, reason="r")
        shutil.copy(tmp_path / f"other{more}" / database.FILE, embedded / database.FILE)
        try:
            with open_archive(embedded, shipped) as archive:
                found = problems(archive)
            assert {each.code for each in found} >= {"ARC-CHAIN"} or "ARC-CATALOGUE" in {each.code for each in found}
        except BrokenError as error:
            assert error.reason == "log-broken"
    with pytest.raises(BrokenError, match="log-short"):
        rebuilt(embedded)


def test_two_catalogues_of_one_store_stop_at_the_second_write(embedded: Path, shipped: Standard, tmp_path: Path) -> None:
    shutil.copytree(embedded, tmp_path / "second", ignore=shutil.ignore_patterns("store"))
    (tmp_path / "second" / "store").symlink_to(embedded / "store")
    with open_archive(embedded, shipped) as first, open_archive(tmp_path / "second", shipped) as second:
        deposited(first, 7, reason="r")
        # what the other has written is taken over before
        deposited(second, 8, reason="r")
        assert [each.reason for each in problems(second)] == ["folder"]
        first.ledger.catch_up()
        assert not problems(first)


def test_words_that_nobody_finds_are_told(embedded: Path, shipped: Standard) -> None:
    with sqlite3.connect(embedded / database.FILE) as connection:
        connection.execute("DELETE FROM words_idx")
    connection.close()
    with open_archive(embedded, shipped) as archive:
        assert {(each.code, each.reason) for each in problems(archive)} == {("ARC-CONTENTS", "words")}
