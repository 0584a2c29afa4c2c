"""Documents out of paths, folders, globs and archives: order, names, bounds, damage."""

from __future__ import annotations

import io
import json
import os
import tarfile
import zipfile
from pathlib import Path

import pytest

from govreport.packed import entries
from govreport.sources import Document, SourceError, Unreadable, documents, expand, inner, stem

SUFFIXES = (".txt", ".xml")


def every(*arguments: object, limit: int = 1000) -> list[Document | Unreadable]:
    """Return the documents of arguments."""
    return list(documents(expand([str(each) for each in arguments], SUFFIXES), SUFFIXES, limit))


def names(found: list[Document | Unreadable]) -> list[str]:
    """Return the relative names of documents that were read."""
    return [each.relative for each in found if isinstance(each, Document)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.xml", "sub/c.TXT", "sub/.hidden.txt", ".git/d.txt", "notes.pdf"):
        path = tmp_path / "reports" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(name.encode())
    return tmp_path / "reports"


def test_a_folder_is_read_in_order_without_hidden_and_foreign_files(folder: Path) -> None:
    assert names(every(folder)) == ["a.xml", "b.txt", "sub/c.TXT"]


def test_a_glob_names_files_below_its_fixed_part(folder: Path) -> None:
    assert names(every(folder / "**" / "*.txt")) == ["b.txt"]
    assert names(every(folder / "*")) == ["a.xml", "b.txt", "notes.pdf", "sub/c.TXT"]


def test_a_named_file_is_read_whatever_its_suffix(folder: Path) -> None:
    assert every(folder / "notes.pdf") == [Document("notes.pdf", "notes.pdf", str(folder / "notes.pdf"), b"notes.pdf", folder / "notes.pdf")]


@pytest.mark.parametrize(("name", "reason"), [("none.txt", "missing"), ("empty", "empty"), ("*.csv", "empty")])
def test_nothing_there_is_said_before_anything_is_read(tmp_path: Path, name: str, reason: str) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(SourceError) as caught:
        expand([str(tmp_path / name)], SUFFIXES)
    assert caught.value.reason == reason


def test_a_document_over_the_limit_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "large.txt").write_bytes(b"x" * 1001)
    assert every(tmp_path / "large.txt") == [Unreadable("large.txt", str(tmp_path / "large.txt"), "limit")]


@pytest.mark.parametrize(("length", "read"), [(0, True), (999, True), (1000, True), (1001, False), (40_000, False)])
def test_a_file_and_a_pipe_are_read_to_the_limit_and_no_further(tmp_path: Path, length: int, read: bool) -> None:
    path, data = tmp_path / "a.txt", b"x" * length
    path.write_bytes(data)
    given, taken = os.pipe()
    with os.fdopen(given), os.fdopen(taken, "wb") as stream:
        stream.write(data)
        stream.close()
        found = every(path) + every(f"/dev/fd/{given}")
    assert [each.data if isinstance(each, Document) else each.reason for each in found] == 2 * [data if read else "limit"]


def test_a_zip_gives_its_reports_and_stays_inside(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as archive:
        for name in ("town/b.txt", "../../etc/a.txt", "/abs/c.xml", "skip.pdf", "__MACOSX/town/b.txt"):
            archive.writestr(name, "inside")
    assert names(every(tmp_path / "x.zip")) == ["x/town/b.txt", "x/etc/a.txt", "x/abs/c.xml"]


def test_a_zip_from_a_chinese_desktop_keeps_its_names(tmp_path: Path) -> None:
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w") as archive:
        archive.writestr("AAAAAA.txt", "x")
    name = "年报镇".encode("gb18030")
    (tmp_path / "x.zip").write_bytes(raw.getvalue().replace(b"AAAAAA", name))
    assert names(every(tmp_path / "x.zip")) == ["x/年报镇.txt"]


@pytest.mark.parametrize("suffix", [".tar", ".tar.gz", ".tgz", ".tar.xz", ".tar.bz2"])
def test_a_tar_is_streamed(tmp_path: Path, suffix: str) -> None:
    mode = {".tar": "w", ".tar.gz": "w:gz", ".tgz": "w:gz", ".tar.xz": "w:xz", ".tar.bz2": "w:bz2"}[suffix]
    with tarfile.open(tmp_path / f"x{suffix}", mode) as archive:  # type: ignore[call-overload]
        for name in ("b.txt", "a.txt", "link.txt"):
            info = tarfile.TarInfo(name)
            if name == "link.txt":
                info.type, info.linkname = tarfile.SYMTYPE, "/etc/passwd"
            info.size = 0 if info.issym() else 1
            archive.addfile(info, io.BytesIO(b"x"))
    assert names(every(tmp_path / f"x{suffix}")) == ["x/b.txt", "x/a.txt"]


def test_json_lines_are_reports_or_records_of_a_crawl(tmp_path: Path) -> None:
    lines = [json.dumps({"schema": "1.0"}), "", json.dumps({"url": "https://example.cn/a/2023.html?x=1", "text": "正文"}, ensure_ascii=False), "no json"]
    (tmp_path / "x.jsonl").write_text("\n".join(lines), "utf-8")
    found = every(tmp_path / "x.jsonl")
    assert names(found) == ["x/1.json", "x/3-2023.txt", "x/4.json"]
    assert isinstance(found[1], Document) and found[1].data.decode() == "正文"


def test_a_line_over_the_limit_does_not_hide_the_next(tmp_path: Path) -> None:
    (tmp_path / "x.jsonl").write_bytes(b'{"text":"' + b"x" * 5000 + b'"}\n{"text":"y"}\n')
    found = every(tmp_path / "x.jsonl")
    assert [type(each) for each in found] == [Unreadable, Document]


def test_a_warc_gives_its_pages(tmp_path: Path) -> None:
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    with (tmp_path / "x.warc.gz").open("wb") as stream:
        writer = WARCWriter(stream, gzip=True)
        for address, media in (("http://a.cn/1.txt", "text/plain"), ("http://a.cn/p.png", "image/png")):
            headers = StatusAndHeaders("200 OK", [("Content-Type", media)], protocol="HTTP/1.1")
            writer.write_record(writer.create_warc_record(address, "response", payload=io.BytesIO(b"page"), http_headers=headers))
    assert names(every(tmp_path / "x.warc.gz")) == ["x/1-1.txt"]


def test_a_decompression_bomb_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(entries, "SLACK", 10_000)
    info = tarfile.TarInfo("a.txt")
    info.size = 20_000_000
    with tarfile.open(tmp_path / "y.tar.gz", "w:gz") as archive:
        archive.addfile(info, io.BytesIO(b"\0" * info.size))
    found = every(tmp_path / "y.tar.gz")
    assert [each.reason for each in found if isinstance(each, Unreadable)] == ["limit", "limit"]
    with zipfile.ZipFile(tmp_path / "z.zip", "w", zipfile.ZIP_DEFLATED) as archive_zip:
        for number in range(500):
            archive_zip.writestr(f"{number}.txt", b"\0" * 20_000)
    found = every(tmp_path / "z.zip", limit=20_000)
    assert len(found) < 500
    assert isinstance(found[-1], Unreadable) and found[-1].reason == "limit"


@pytest.mark.parametrize("name", ["x.zip", "x.tar", "x.tar.gz", "x.tar.xz", "x.warc"])
def test_a_damaged_archive_is_said_to_be_so(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"\x1f\x8b this is no archive at all " * 50)
    found = every(tmp_path / name)
    assert isinstance(found[-1], Unreadable) and found[-1].reason in ("damaged", "empty")


def test_an_encrypted_entry_is_said_to_be_so(tmp_path: Path) -> None:
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w") as archive:
        archive.writestr("a.txt", "x")
    data = bytearray(raw.getvalue())
    data[data.index(b"PK\x01\x02") + 8] |= 1
    (tmp_path / "x.zip").write_bytes(bytes(data))
    assert every(tmp_path / "x.zip") == [Unreadable("x/a.txt", f"{tmp_path / 'x.zip'}!a.txt", "encrypted")]


def test_an_archive_without_reports_is_empty(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as archive:
        archive.writestr("a.pdf", "x")
    assert [each.reason for each in every(tmp_path / "x.zip") if isinstance(each, Unreadable)] == ["empty"]


@pytest.mark.parametrize(
    ("argument", "several"), [("one.txt", False), ("folder", True), ("x.zip", True), ("*.txt", False)], ids=["file", "folder", "archive", "glob of one"]
)
def test_whether_there_may_be_several(tmp_path: Path, argument: str, several: bool) -> None:
    (tmp_path / "one.txt").write_bytes(b"x")
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "one.txt").write_bytes(b"x")
    (tmp_path / "x.zip").write_bytes(b"")
    assert expand([str(tmp_path / argument)], SUFFIXES).several is several


@pytest.mark.parametrize(("name", "want"), [("a/b.txt", "a/b"), ("a.tar.gz", "a"), ("a.cells.csv", "a.cells"), ("-", "-")])
def test_a_stem_is_the_name_without_its_format(name: str, want: str) -> None:
    assert stem(name) == want


@pytest.mark.parametrize("name", ["..\\..\\a.txt", "C:\\a.txt", "/../a.txt", "./a.txt"])
def test_an_entry_never_leaves_its_archive(name: str) -> None:
    assert inner("x.zip", name) == "x/a.txt"
