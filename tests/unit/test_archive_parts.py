"""Parts of the archive on their own: configuration, names of files, bundles, digests, the store."""

from __future__ import annotations

import datetime
import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govreport.archive import ArchiveError, BrokenError, configuration
from govreport.archive.bundle import Bundle, of_files, pack, stored_name, unpack
from govreport.archive.digests import sm3
from govreport.archive.failures import UnknownError
from govreport.archive.localstore import LocalStore
from govreport.archive.store import journal_key
from govreport.cli.texts import LANGUAGES, texts
from govreport.profiles import load
from govreport.standard import Standard


def test_sm3_is_that_of_the_standard() -> None:
    """The example of GB/T 32905-2016, annex A."""
    assert sm3(b"abc") == "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"


def test_a_new_configuration_says_the_defaults(tmp_path: Path) -> None:
    configuration.write(tmp_path, 'postgresql://host/a"b\\c')
    assert configuration.read(tmp_path) == configuration.Configuration('postgresql://host/a"b\\c')
    text = configuration.with_catalogue((tmp_path / configuration.FILE).read_text("utf-8"), "sqlite")
    (tmp_path / configuration.FILE).write_text(text, "utf-8")
    assert configuration.read(tmp_path) == configuration.Configuration()


WRONG = ("catalogue = 1", "[rules]\ntwo_persons = 1", "[rules]\ntwo_person = true", "rules = 3", "[deposit]\nlegacy_until = true")
ODD = ("colour = 'red'", "= =", *(f"[[deadlines]]\n{rule}" for rule in ("day = 3", "day = 2024-01-31T00:00:00", "day = 2024-02-29", "")))
UNKNOWN = tuple(f"[[deadlines]]\nday = 2024-01-31\n{word}" for word in ("kind = 3", "kind = 'moon'", "level = 'moon'", "year = '2023'", "other = 1"))


@pytest.mark.parametrize("text", [*WRONG, *ODD, *UNKNOWN])
def test_a_wrong_configuration_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / configuration.FILE).write_text(text, "utf-8")
    with pytest.raises(ArchiveError, match="configuration"):
        configuration.read(tmp_path)


@pytest.mark.parametrize(
    ("text", "reason", "line", "key"),
    [
        ("# a\n[deposit]\nscope = 'moon'", "one-of", 3, "deposit.scope"),
        ("[deposit]\nprofile = 'moon'", "one-of", 2, "deposit.profile"),
        ("[deposit]\nlegacy_until = 20", "value", 2, "deposit.legacy_until"),
        ("[rules]\nclock_tolerance = -1", "value", 2, "rules.clock_tolerance"),
        ("[rules]\nclock_tolerance = nan", "value", 2, "rules.clock_tolerance"),
        ("rules.two_persons = 1", "value", 1, "rules.two_persons"),
        ("[rules]\n\ntwo_person = true", "name", 3, "rules.two_person"),
        ("[[deadlines]]\nday = 2024-01-31\n[[deadlines]]\nyear = 2024\nday = 2024-01-31", "value", 5, "deadlines[2].day"),
        ("[[deadlines]]\nday = 2024-01-31\n[[deadlines]]\nyear = 2024", "lacks", 3, "deadlines[2]"),
        ("deadlines = 3", "value", 1, "deadlines"),
        ("[handover]\nretention = 'ever'", "one-of", 2, "handover.retention"),
        ("[handover]\npattern = '{x}'", "value", 2, "handover.pattern"),
        ("[handover.organs.a]\nfond = 'Z'", "name", 2, "handover.organs.a.fond"),
        ("[deposit]\nscope = [\n1,\n2]", "value", 4, "deposit.scope"),
    ],
)
def test_what_a_configuration_may_not_say_is_told_with_its_line(tmp_path: Path, shipped: Standard, text: str, reason: str, line: int, key: str) -> None:
    (tmp_path / configuration.FILE).write_text(text, "utf-8")
    with pytest.raises(ArchiveError) as caught:
        configuration.read(tmp_path, shipped)
    found = caught.value
    assert (found.reason, found.params["line"], found.params["key"]) == (f"configuration-{reason}", line, key)
    for lang in LANGUAGES:
        words = texts(lang)
        assert words.has(f"error.archive.{found.reason}")
        assert "allowed" not in found.params or words.has(f"archive.allowed.{found.params['allowed']}")


def test_a_profile_beside_the_archive_may_be_named_by_its_path(tmp_path: Path, shipped: Standard) -> None:
    (tmp_path / configuration.FILE).write_text("[deposit]\nprofile = '/srv/own.xml'", "utf-8")
    assert configuration.read(tmp_path, shipped).profile == "/srv/own.xml"


def test_a_folder_without_configuration_is_no_archive(tmp_path: Path) -> None:
    with pytest.raises(UnknownError, match="no-archive"):
        configuration.read(tmp_path)


def test_deadlines_are_the_archives_own_else_the_profiles(tmp_path: Path) -> None:
    rules = '[[deadlines]]\nlevel = "township"\nyear = 0\nday = 2000-01-20\n[[deadlines]]\nlevel = "township"\nyear = 2024\nday = 2025-02-10\n'
    (tmp_path / configuration.FILE).write_text(rules, "utf-8")
    found, profile = configuration.read(tmp_path), load()
    assert found.deadline(profile, "government", "township", 2023) == datetime.date(2024, 1, 20)
    assert found.deadline(profile, "government", "township", 2024) == datetime.date(2025, 2, 10)
    assert found.deadline(profile, "government", "county", 2023) == datetime.date(2024, 3, 31)


def test_an_original_is_kept_under_a_name_that_nobody_chose() -> None:
    assert [stored_name(name) for name in ("xml", "text", "mht")] == ["document.xml", "document.txt", "document.mht"]


@given(st.binary(max_size=200), st.none() | st.binary(max_size=50))
@settings(derandomize=True, max_examples=50)
def test_a_bundle_comes_back_and_is_the_same_bytes_each_time(original: bytes, xml: bytes | None) -> None:
    found = Bundle("年报.xml", original, xml, b"{}", {"name": "年报.xml"})
    assert unpack(pack(found)) == found
    assert pack(found) == pack(found)


def test_an_original_that_is_the_canonical_xml_is_packed_once_and_older_bundles_stay_as_they_are() -> None:
    data = b"<report/>" * 1000
    older, found = (Bundle("document.xml", data, data, b"{}", about) for about in ({}, {"original": "document.xml"}))
    assert len(pack(older)) > 2 * len(data) > len(pack(found))
    assert [unpack(pack(each)) for each in (older, found)] == [older, found]
    assert of_files(found.files()) == found and pack(of_files(older.files())) == pack(older)
    assert set(found.files()) == {"original/document.xml", "report.xml", "findings.json", "deposit.json"}
    with pytest.raises(BrokenError, match="bundle"):
        of_files({**found.files(), "original/document.xml": b"another"})


@pytest.mark.parametrize("name", ["", "..", "a/../b", "/etc/x"])
def test_an_original_has_a_plain_name(name: str) -> None:
    for about in ({}, {"original": name}):
        with pytest.raises(BrokenError, match="bundle"):
            of_files(Bundle(name, b"x", b"x", b"{}", about).files())


def test_what_is_no_bundle_is_said() -> None:
    with pytest.raises(BrokenError, match="bundle"):
        unpack(b"nothing")


def test_a_key_is_written_once_and_a_folder_whole_or_not_at_all(tmp_path: Path) -> None:
    store = LocalStore(tmp_path / "store")
    store.create()
    key = journal_key("ab" * 32)
    assert store.put(key, b"one")
    assert not store.put(key, b"two")
    assert store.get(key) == b"one"
    assert store.seal({"objects/a/b/c": {"x": b"1", "y/z": b"2"}}) == {"objects/a/b/c"}
    assert not store.seal({"objects/a/b/c": {"x": b"3"}})
    assert [(each.key, each.size) for each in store.list("objects")] == [("objects/a/b/c/x", 1), ("objects/a/b/c/y/z", 1)]
    store.remove("objects/a/b/c")
    store.remove("objects/none")
    assert not list(store.list("objects"))
    assert not list(store.list("incoming"))


def test_what_another_has_put_is_on_the_disk_too_before_anybody_goes_by_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = LocalStore(tmp_path / "store")
    store.create()
    key, prefix = journal_key("ab" * 32), "objects/a/b/c"
    store.put(key, b"one")
    store.seal({prefix: {"x": b"1"}})
    synced: list[Path] = []
    own = os.fsync
    monkeypatch.setattr(os, "fsync", lambda descriptor: (synced.append(Path(f"/proc/self/fd/{descriptor}").readlink()), own(descriptor))[1])
    assert not store.put(key, b"one")
    assert synced == [store.root / "journal" / "ab"]
    assert not store.seal({prefix: {"x": b"1"}})
    assert {store.root / each for each in ("objects", "objects/a", "objects/a/b")} <= set(synced)
