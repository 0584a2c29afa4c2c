"""Packages for another archive: bags that bagit validates, the transfer layout, dossiers; what was exported becomes the same archive again."""

from __future__ import annotations

import contextlib
import json
import random
import re
from collections.abc import Iterator
from pathlib import Path

import bagit
import pytest
from lxml import etree

from govreport.archive import Archive, ArchiveError, BrokenError, Filter, Query, RefusedError, Request, UnknownError, create, open_archive, search
from govreport.archive.backup import backup
from govreport.archive.catalogue import rebuilding
from govreport.archive.digests import sha256
from govreport.archive.drafts import Draft, Drafts
from govreport.archive.handover.detection import of_package
from govreport.archive.handover.export import ALL, export
from govreport.archive.handover.filing import HANDED
from govreport.archive.handover.importing import Imported, taken_in
from govreport.archive.handover.package import LAYOUTS, Package, Packing
from govreport.archive.handover.words import words
from govreport.archive.redaction import redact
from govreport.archive.restoring import restore
from govreport.standard import Standard
from tests.archives import ARCHIVIST, CLERK, REVIEWER, deposited, digest, document, furnished, problems, published
from tests.damages import cut, flipped
from tests.postgres import Server

HANDOVER = """
[handover]
fonds = "Z109"
[handover.organs.qingshi]
section = "BGS"
"""


def fill(archive: Archive) -> Archive:
    """Return an archive with a report in every state, filed by rules."""
    published(archive)
    second = published(archive, 2, reason="更正")
    archive.act("withdraw", second.id, REVIEWER, second.version, "内容有误")
    third = deposited(archive, 3, reason="再更正")
    archive.act("submit", third.id, CLERK, third.version)
    archive.act("return", third.id, REVIEWER, third.version, "缺少附件")
    deposited(archive, 4, reason="四")
    archive.deposit(Request(document(wrong=True), "a.xml"), CLERK)
    archive.deposit(Request(b"no report", "a.txt"), CLERK)
    redact(archive, second.id, REVIEWER, 2, "含个人隐私", "依法")
    redact(archive, second.id, ARCHIVIST, 2)
    path = archive.folder / "archive.toml"
    path.write_text(path.read_text("utf-8") + HANDOVER, "utf-8")
    return open_archive(archive.folder, archive.standard)


@pytest.fixture
def filled(archive: Archive) -> Iterator[Archive]:
    """A filled archive on each database in turn."""
    with fill(archive) as found:
        yield found


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory, shipped: Standard) -> Iterator[Archive]:
    """A filled archive that tests only read."""
    with furnished(tmp_path_factory.mktemp("shared") / "archive", shipped) as made, fill(made) as found:
        yield found


def empty(folder: Path, archive: Archive, catalogue: str = "sqlite") -> Archive:
    """Return a new archive with nothing in it."""
    create(folder, catalogue)
    return open_archive(folder, archive.standard)


def test_a_whole_archive_becomes_the_same_again(filled: Archive, tmp_path: Path, postgresql: Server) -> None:
    layout = "bag" if filled.database.embedded else "transfer"
    done = export(filled, tmp_path / "package", ALL, layout)
    assert done.versions == 6
    if layout == "bag":
        bagit.Bag(str(tmp_path / "package")).validate()
    before = digest(filled)
    with empty(tmp_path / "again", filled, "sqlite" if not filled.database.embedded else postgresql.url()) as again:
        assert taken_in(again, tmp_path / "package") == Imported(True, 6, 0)
        assert digest(again) == before
        assert not problems(again)
        for version in filled.versions():
            if not version.redacted:
                assert again.content(version) == filled.content(version)
        deposited(again, 9, reason="r")
        assert not problems(again)


def test_what_ends_a_line_to_python_ends_none_of_the_log_of_a_backup_or_of_a_package(archive: Archive, tmp_path: Path, postgresql: Server) -> None:
    ends = "甲\u2028乙\u2029丙\x85丁\x0b\x0c\x1c\x1e\r\n"
    receipt = published(archive, 1, reason=ends)
    archive.deposit(Request(document(2), f"{ends}.xml", organ="qingshi", scope="organ"), CLERK)
    archive.act("withdraw", receipt.id, REVIEWER, None, ends)
    Drafts(archive.database).begin(Draft("d", "qingshi", 2024, "organ", "<report/>", None, None, {"a": ends}, (), 0, CLERK, ""))
    assert not problems(archive)
    before = digest(archive)
    rebuilding.rebuild(archive.database, archive.store)
    assert digest(archive) == before
    backup(archive, tmp_path / "backup")
    restore(tmp_path / "backup", tmp_path / "restored", "sqlite" if not archive.database.embedded else postgresql.url())
    with open_archive(tmp_path / "restored", archive.standard) as restored:
        assert digest(restored) == before and not problems(restored)
        assert Drafts(restored.database).get("d").fields == {"a": ends}
    export(archive, tmp_path / "package", ALL, "transfer")
    with empty(tmp_path / "again", archive) as again:
        taken_in(again, tmp_path / "package")
        assert digest(again) == before and not problems(again)


def test_a_package_has_the_layout_and_the_dossiers(shared: Archive, tmp_path: Path) -> None:
    export(shared, tmp_path / "package", HANDED, "transfer")
    names = {path.name for path in (tmp_path / "package").iterdir()}
    assert names == {"说明文件.TXT", "文件目录.XML", "电子档案", "其他"}
    (entry,) = etree.parse(tmp_path / "package" / "文件目录.XML").getroot()
    found = {each.tag: each.text for each in entry}
    assert found["顺序号"] == "1"
    assert found["档号"] == "Z109-WS·2023-Y-BGS-0001"
    assert found["责任者"] == "临江县青石镇人民政府"
    assert found["密级"] == "公开"
    folder = tmp_path / "package" / str(found["电子档案名称"])
    assert folder.relative_to(tmp_path / "package") == Path("电子档案/2023/BGS/Z109-WS·2023-Y-BGS-0001")
    assert (folder / "original" / "document.xml").read_bytes() == document()
    assert {path.name for path in folder.iterdir()} == {"original", "report.xml", "findings.json", "deposit.json", "元数据.XML"}
    assert "件数：1" in (tmp_path / "package" / "说明文件.TXT").read_text("utf-8")
    schema = etree.XMLSchema(etree.parse(tmp_path / "package" / "其他" / "XML模式" / "report.xsd"))
    assert schema.validate(etree.parse(folder / "report.xml"))


def test_numbers_stay_what_they_were(tmp_path: Path, shipped: Standard) -> None:
    with furnished(tmp_path / "archive", shipped) as made, fill(made) as filled:
        published(filled, 5, reason="五")
        export(filled, tmp_path / "all", Filter())
        export(filled, tmp_path / "one", Filter(states=("published",)))
    codes = {}
    for name in ("all", "one"):
        lines = Package(tmp_path / name).get(words().names["list"]).splitlines()
        codes[name] = {(found["version"]["id"], found["version"]["version"]): found["dossier"]["code"] for found in map(json.loads, lines)}
    assert codes["one"].items() <= codes["all"].items()
    assert sorted(filter(None, codes["all"].values())) == [f"Z109-WS·2023-Y-BGS-{item:04}" for item in (1, 2, 3)]


def test_reports_are_taken_in_with_their_states(filled: Archive, tmp_path: Path) -> None:
    export(filled, tmp_path / "package", Filter())
    with furnished(tmp_path / "other", filled.standard, organs="id,name\nx,无关机关\n") as other:
        with pytest.raises(RefusedError, match="role"):
            taken_in(other, tmp_path / "package", CLERK)
        assert taken_in(other, tmp_path / "package", ARCHIVIST) == Imported(False, 6, 0, 2)
        for version in filled.versions():
            here = other.version(version.id, version.version)
            assert here.said() == version.said()
            if not version.redacted:
                assert other.content(here) == filled.content(version)
        origin = other.history(other.version("qingshi.2023.government", 1))[0].data["origin"]
        assert [each["action"] for each in origin["history"]] == ["deposit", "submit", "accept", "seal", "publish"]  # type: ignore[index]
        assert not problems(other)
        assert taken_in(other, tmp_path / "package", ARCHIVIST) == Imported(False, 0, 6)
        before = digest(other)
        rebuilding.rebuild(other.database, other.store)
        assert digest(other) == before


def test_a_version_that_is_here_with_other_content_is_refused(shared: Archive, tmp_path: Path) -> None:
    export(shared, tmp_path / "package")
    with furnished(tmp_path / "other", shared.standard) as other:
        deposited(other, 7)
        before = digest(other)
        with pytest.raises(RefusedError, match="import-taken"):
            taken_in(other, tmp_path / "package", ARCHIVIST)
        assert digest(other) == before


def test_what_was_destroyed_here_is_not_taken_in_under_another_name(shared: Archive, tmp_path: Path) -> None:
    export(shared, tmp_path / "package")
    with furnished(tmp_path / "other", shared.standard) as other:
        receipt = other.deposit(Request(document(), "a.xml", organ="linjiang"), CLERK)
        for actor in (REVIEWER, ARCHIVIST):
            redact(other, receipt.id, actor, None, "含个人隐私", "依法")
        with pytest.raises(RefusedError, match="redacted"):
            taken_in(other, tmp_path / "package", ARCHIVIST)
        assert not problems(other)


@pytest.mark.parametrize("fault", ["altered", "missing", "extra", "listed", "unlisted", "forged", "signed"])
def test_a_damaged_package_is_not_taken_in(shared: Archive, tmp_path: Path, fault: str) -> None:
    export(shared, tmp_path / "package", ALL)
    package = Package(tmp_path / "package")
    name = next(each for each in package.digests if each.endswith("report.xml"))
    path = package.payload / name
    if fault == "altered":
        path.write_bytes(path.read_bytes() + b" ")
    elif fault == "missing":
        path.unlink()
    elif fault == "extra":
        (path.parent / "stray").write_bytes(b"")
    elif fault == "listed":
        (tmp_path / "package" / "manifest-sha256.txt").unlink()
    elif fault == "unlisted":
        (tmp_path / "package" / "tagmanifest-sha256.txt").write_bytes(b"")
    else:
        listed = package.payload / words().names["list"]
        listed.write_bytes(listed.read_bytes().replace(b'"state":"published"', b'"state":"withdrawn"'))
    if fault == "signed":
        signed(tmp_path / "package")
    with empty(tmp_path / "again", shared) as again:
        with pytest.raises((BrokenError, UnknownError)):
            taken_in(again, tmp_path / "package")
        assert not list(again.versions())
        assert not problems(again)


def emptied(path: Path) -> None:
    """Leave a file without its bytes."""
    path.write_bytes(b"")


def joined(path: Path) -> None:
    """Put another file beside one."""
    (path.parent / "stray").write_bytes(b"")


def renamed(path: Path) -> None:
    """Give a file another name."""
    path.rename(path.with_name("stray"))


def linked(path: Path) -> None:
    """Put a link to the same bytes in the place of a file: within the package, where there is another like it."""
    path.rename(path.with_name("stray"))
    path.symlink_to("stray")


DAMAGES = (flipped, cut, emptied, Path.unlink, joined, renamed, linked)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_no_file_of_a_package_can_be_damaged_unseen(shared: Archive, tmp_path: Path, layout: str) -> None:
    export(shared, tmp_path / "package", ALL, layout)
    with empty(tmp_path / "again", shared) as again:
        for number, path in enumerate(sorted(each for each in (tmp_path / "package").rglob("*") if each.is_file())):
            kept = path.read_bytes()
            # of records there are many, and one list speaks of them all
            for damage in DAMAGES if words().names["records"] not in path.parts else (DAMAGES[number % len(DAMAGES)],):
                damage(path)
                with pytest.raises((BrokenError, UnknownError)):
                    taken_in(again, tmp_path / "package")
                path.with_name("stray").unlink(missing_ok=True)
                path.unlink(missing_ok=True)
                path.write_bytes(kept)
        assert not list(again.store.list("log")) and not list(again.store.list("journal")) and not problems(again)
        assert taken_in(again, tmp_path / "package").whole and digest(again) == digest(shared)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_list_of_a_package_names_every_file_once(shared: Archive, tmp_path: Path, layout: str) -> None:
    export(shared, tmp_path / "package", layout=layout)
    listed = Package(tmp_path / "package").listed
    first = listed.read_text("utf-8").splitlines()[0]
    listed.write_text(f"{'0' * 64}{first[64:]}\n{listed.read_text('utf-8')}", "utf-8")
    with pytest.raises(UnknownError, match="no-package"):
        Package(tmp_path / "package")


WRONG = (
    ("list", b'"state":"published"', b'"state":"moon"'),
    ("list", b'"errors":0', b'"errors":"x"'),
    ("list", b'"year":2023', b'"year":1' + b"0" * 30),
    ("list", b'"version":1', b'"version":0'),
    ("organs", b'"government","township"', b'"moon","township"'),
    ("organs", b'"id":"qingshi"', b'"id":"../x"'),
    ("organs", b'"namings":[[', b'"namings":[[5,null],['),
    ("organs", b"{", b"["),
)


@pytest.mark.parametrize(("name", "good", "wrong"), WRONG)
def test_what_no_version_and_no_organ_can_be_is_not_taken_in(shared: Archive, tmp_path: Path, name: str, good: bytes, wrong: bytes) -> None:
    export(shared, tmp_path / "package")
    path = Package(tmp_path / "package").payload / words().names[name]
    assert good in path.read_bytes()
    path.write_bytes(path.read_bytes().replace(good, wrong))
    signed(tmp_path / "package")
    create(tmp_path / "new")
    with open_archive(tmp_path / "new", shared.standard) as archive:
        archive.add_person(ARCHIVIST, ["archivist"], None)
        with pytest.raises(BrokenError, match=r"package|altered"):
            taken_in(archive, tmp_path / "package", ARCHIVIST)
        assert not list(archive.versions()) and not archive.register().organs


def test_findings_that_are_none_are_not_taken_in(shared: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("govreport.archive.judging.recorded", lambda *_: b"[]")
    with furnished(tmp_path / "hostile", shared.standard) as hostile:
        published(hostile, 7)
        export(hostile, tmp_path / "package")
        # what was taken in before this was looked at breaks no answer
        assert search(hostile, Query("惠农")).hits and not problems(hostile)
        with pytest.raises(BrokenError, match="bundle"):
            hostile.findings(hostile.version("qingshi.2023.government"), "en")
    with empty(tmp_path / "again", shared) as again:
        again.add_person(ARCHIVIST, ["archivist"], None)
        with pytest.raises(BrokenError, match="bundle"):
            taken_in(again, tmp_path / "package", ARCHIVIST)


def signed(root: Path) -> None:
    """Write the lists of a bag anew, as whoever forges one would."""
    package = Package(root)
    manifest, tags = root / "manifest-sha256.txt", root / "tagmanifest-sha256.txt"
    manifest.write_text("".join(f"{sha256((package.payload / name).read_bytes())}  data/{name}\n" for name in package.digests), "utf-8")
    lines = [line for line in tags.read_text("utf-8").splitlines() if not line.endswith("  manifest-sha256.txt")]
    tags.write_text("\n".join([*lines, f"{sha256(manifest.read_bytes())}  manifest-sha256.txt"]) + "\n", "utf-8")
    assert not list(Package(root).faults())


def test_forged_packages_are_refused_whatever_they_hold(shared: Archive, tmp_path: Path) -> None:
    chance, names = random.Random(6), words().names
    export(shared, tmp_path / "package", ALL)
    payload = Package(tmp_path / "package").payload
    kept = {key: (payload / names[key]).read_bytes() for key in ("list", "log", "origin", "organs")}
    words_of = [b"null", b"[]", b"{}", b"-1", b'""', b"[" * 5000, b"1e999", b"true"]
    refused, again = 0, empty(tmp_path / "again0", shared)
    for turn in range(12):
        key = chance.choice(list(kept))
        start, end = chance.choice([found.span(1) for found in re.finditer(rb'(?<=":) ?("[^"]*"|[0-9]+|\[|\{|null|true|false)', kept[key])])
        (payload / names[key]).write_bytes(kept[key][:start] + chance.choice(words_of) + kept[key][end:])
        signed(tmp_path / "package")
        for work in (lambda: of_package(Package(tmp_path / "package"), shared.standard), lambda: taken_in(again, tmp_path / "package", ARCHIVIST)):  # noqa: B023
            with contextlib.suppress(ArchiveError):
                work()
                continue
            refused += 1
        (payload / names[key]).write_bytes(kept[key])
        if list(again.versions()):
            # what was changed is nothing that the log speaks of
            assert digest(again) == digest(shared)
            assert not [each for each in problems(again) if not each.harmless]
            again.close()
            again = empty(tmp_path / f"again{turn + 1}", shared)
    again.close()
    assert refused > 6


def test_a_package_names_no_file_outside_itself(shared: Archive, tmp_path: Path) -> None:
    export(shared, tmp_path / "package", ALL)
    secret = tmp_path / "secret"
    secret.write_bytes(b"secret")
    manifest = tmp_path / "package" / "manifest-sha256.txt"
    manifest.write_text(manifest.read_text("utf-8") + f"{sha256(b'secret')}  data/../../secret\n", "utf-8")
    package = Package(tmp_path / "package")
    assert ("../../secret", "missing") in set(package.faults())
    with pytest.raises(UnknownError):
        package.get("../../secret")


def test_a_package_is_written_outside_into_an_empty_folder(shared: Archive, tmp_path: Path) -> None:
    with pytest.raises(RefusedError, match="export-inside"):
        export(shared, shared.folder / "package")
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "a").write_bytes(b"")
    with pytest.raises(RefusedError, match="not-empty"):
        export(shared, tmp_path / "full")


def test_a_package_that_cannot_be_finished_leaves_the_folder_as_it_was(shared: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise BrokenError("full", name="")

    (tmp_path / "there").mkdir()
    for name in ("new", "there"):
        with monkeypatch.context() as patch:
            patch.setattr(Packing, "finish", full)
            with pytest.raises(BrokenError, match="full"):
                export(shared, tmp_path / name, ALL)
        assert not (tmp_path / "new").exists() and not any((tmp_path / "there").iterdir())
    assert export(shared, tmp_path / "there", ALL).whole
