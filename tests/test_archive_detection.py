"""The four properties examined: every item with its figures, nothing passed that was not looked at, everything found that was broken on purpose."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest

from govreport.archive import Archive, open_archive
from govreport.archive.handover import examined
from govreport.archive.handover.detection import Examination, of_archive, of_package
from govreport.archive.handover.export import ALL, export
from govreport.archive.handover.items import ARCHIVING, PRESERVATION, TRANSFER, catalogue
from govreport.archive.handover.package import Package
from govreport.archive.handover.words import words
from govreport.standard import Standard
from tests.archives import deposited, furnished, published
from tests.damages import cut
from tests.pdf.validators import page_failures

BLIND = {"environment", "antivirus", "virus", "speed", "look", "disc", "copy", "attachment"}
"""Items that no program can examine here."""

FILED = """
[handover]
fonds = "Z109"
"""


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory, shipped: Standard) -> Iterator[Archive]:
    """An archive with two reports, published, of the one organ that it has."""
    folder = tmp_path_factory.mktemp("kept") / "archive"
    with furnished(folder, shipped, organs="id,name\nqingshi,临江县青石镇人民政府\n") as made:
        published(made)
        published(made, 2, reason="更正")
    (folder / "archive.toml").write_text((folder / "archive.toml").read_text("utf-8") + FILED, "utf-8")
    with open_archive(folder, shipped) as found:
        yield found


def told(found: Examination) -> dict[str, str]:
    """Return the result of every item by key."""
    return {each.item.key: each.result for each in found.results}


@pytest.mark.parametrize("profile", [ARCHIVING, PRESERVATION])
def test_a_sound_archive_passes_what_can_be_examined(kept: Archive, profile: str) -> None:
    found = of_archive(kept, profile)
    assert {key for key, result in told(found).items() if result == "failed"} == set()
    assert {key for key, result in told(found).items() if result == "unchecked"} == BLIND & told(found).keys()
    assert {each.item.property for each in found.results} == set(catalogue().words["properties"])
    assert found.conclusion == "incomplete"
    figures = {each.item.key: each.checked for each in found.results}
    assert figures["fixity"] == figures["readable"] == found.records == 2
    assert figures["bytes"] == sum(version.size for version in kept.versions())


def test_a_sound_package_passes_what_can_be_examined_and_has_its_report_inside(kept: Archive, tmp_path: Path) -> None:
    export(kept, tmp_path / "package", ALL, examined=lambda package: examined.files(package, kept.standard))
    package = Package(tmp_path / "package")
    assert not list(package.faults())
    found = of_package(package, kept.standard)
    assert {key for key, result in told(found).items() if result == "failed"} == set()
    assert {key for key, result in told(found).items() if result == "unchecked"} == BLIND & told(found).keys()
    inside = json.loads(package.get(words().names["detection"]))
    assert (inside["profile"], inside["conclusion"], inside["records"]) == (TRANSFER, "incomplete", 2)
    assert inside["summary"]["security"]["unchecked"] == 5
    assert not page_failures(package.get(words().names["detection_pdf"]))
    with pypdfium2.PdfDocument(package.get(words().names["detection_pdf"])) as pdf:
        text = "".join(page.get_textpage().get_text_bounded() for page in pdf)
        assert json.loads(bytes(pdf.get_attachment(0).get_data()))["conclusion"] == "incomplete"
    plain = "".join(text.split())
    assert "四性检测报告" in plain and "未检测" in plain and "全部项目合格" not in plain
    for key in catalogue().words["properties"]:
        assert catalogue().say("properties", key, "zh") in plain


def test_nothing_passes_where_there_is_nothing(tmp_path: Path, shipped: Standard) -> None:
    with furnished(tmp_path / "archive", shipped) as empty:
        found = of_archive(empty, ARCHIVING)
    assert set(told(found).values()) == {"unchecked", "passed"}
    assert [key for key, result in told(found).items() if result == "passed"] == ["operation"]
    assert found.conclusion == "incomplete"


def test_without_rules_the_dossiers_fail(tmp_path: Path, shipped: Standard) -> None:
    with furnished(tmp_path / "archive", shipped) as bare:
        published(bare)
        found = of_archive(bare, ARCHIVING)
    failed = {key for key, result in told(found).items() if result == "failed"}
    assert failed == {"needed", "code", "scope"}
    assert found.conclusion == "failed"
    assert "不合格" in examined.conclusion(found, "zh")


@pytest.mark.parametrize(
    ("name", "old", "new", "items"),
    [
        ("document.xml", b"</report>", b"<!-- --></report>", {"fixity", "bytes", "electronic", "package"}),
        ("report.xml", b"<chapter", b"<chaptre", {"readable", "package"}),
        ("deposit.json", b'"year":2023', b'"year":2022', {"linked", "package"}),
        ("元数据.XML", "永久".encode(), "十年".encode(), {"metadata", "package"}),
        ("文件目录.XML", "<文件目录>".encode(), b"", {"directory", "package"}),
        ("目录.jsonl", b'"state":"published"', b'"state":"accepted"', {"package"}),
        ("审计日志.jsonl", b'"action":"organ"', b'"action":"orgam"', {"operation", "package"}),
    ],
)
def test_what_is_broken_on_purpose_is_found(kept: Archive, tmp_path: Path, name: str, old: bytes, new: bytes, items: set[str]) -> None:
    export(kept, tmp_path / "package", ALL)
    package = Package(tmp_path / "package")
    path = package.payload / next(each for each in sorted(package.digests) if each.endswith(name))
    data = path.read_bytes()
    assert old in data
    path.write_bytes(data.replace(old, new))
    failed = {key for key, result in told(of_package(package, kept.standard)).items() if result == "failed"}
    assert items <= failed
    (path.parent / "stray.exe").write_bytes(b"MZ")
    path.unlink()
    if name not in ("目录.jsonl", "审计日志.jsonl"):
        assert {"extra", "package"} <= {key for key, result in told(of_package(package, kept.standard)).items() if result == "failed"}


@pytest.mark.parametrize("name", ["bagit.txt", "bag-info.txt", "tagmanifest-sha256.txt"])
def test_damage_beside_the_payload_of_a_bag_is_found(kept: Archive, tmp_path: Path, name: str) -> None:
    export(kept, tmp_path / "package", ALL)
    cut(tmp_path / "package" / name)
    found = of_package(Package(tmp_path / "package"), kept.standard)
    assert [each.places for each in found.results if each.item.key == "package" and each.result == "failed"] == [(name,)]


def test_damage_of_the_store_is_found_for_preservation(tmp_path: Path, shipped: Standard) -> None:
    with furnished(tmp_path / "archive", shipped) as archive:
        version = archive.version(published(archive).id)
        path = archive.store.root / str(version.sealed) / "v1" / "content" / "findings.json"
        path.write_bytes(path.read_bytes() + b" ")
        path.with_name("report.xml").unlink(missing_ok=True)
        path.with_name("deposit.json").unlink()
        (path.parent / "stray").write_bytes(b"")
        deposited(archive, 2, reason="r")
        found = of_archive(archive, PRESERVATION)
    assert [(each.checked, each.failed) for each in found.results if each.item.key == "store"] == [(2, 1)]
    failed = {key for key, result in told(found).items() if result == "failed"}
    assert {"store", "extra"} <= failed


def test_every_item_has_a_check_or_none_by_design() -> None:
    source = "".join(path.read_text("utf-8") for path in Path(examined.__file__).parent.glob("*.py"))
    items = {item.key for item in catalogue().items}
    noted = {key for key in items if f'note("{key}"' in source}
    assert items - noted == BLIND
