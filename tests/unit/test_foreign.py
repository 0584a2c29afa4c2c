"""Files of other programs: told for what they are, with what to do, in any format that was asked for; in folders and archives none goes missing."""

from __future__ import annotations

import io
import tarfile
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from govreport import diagnostics, readers
from govreport.cli.main import main
from govreport.readers.foreign import kind_of
from govreport.sources import SourceError, documents, expand
from govreport.standard import load
from tests import schematrees

STANDARD = load(schematrees.SCHEMA)
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
REPORT = Path("fixtures/conformance/SYS-FORMAT/pass-ruled.pdf").read_bytes()


def zipped(*names: str) -> bytes:
    """Return a zip with entries of these names."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in names:
            archive.writestr(name, "application/vnd.oasis.opendocument.text" if name == "mimetype" else "<x/>" * 100, zipfile.ZIP_STORED)
    return data.getvalue()


def stream(name: str) -> bytes:
    """Return a compound file with a stream of this name."""
    return COMPOUND + name.encode("utf-16-le")


FILES = {
    "docx": (zipped("[Content_Types].xml", "word/document.xml"), "word"),
    "xlsx": (zipped("[Content_Types].xml", "xl/workbook.xml"), "sheet"),
    "pptx": (zipped("[Content_Types].xml", "ppt/presentation.xml"), "slides"),
    "odt": (zipped("mimetype", "content.xml"), "word"),
    "ofd": (zipped("OFD.xml", "Doc_0/Document.xml"), "ofd"),
    "zip": (zipped("a.txt"), "packed"),
    "empty.zip": (zipped(), "packed"),
    "doc": (stream("WordDocument"), "word"),
    "xls": (stream("Workbook"), "sheet"),
    "locked.docx": (stream("EncryptedPackage"), "locked"),
    "wps": (COMPOUND, "office"),
    "rtf": (b"{\\rtf1\\ansi}", "word"),
    "word.xml": (b'<?xml version="1.0"?>\n<?mso-application progid="Word.Document"?>\n<w:wordDocument xmlns:w="urn:w"/>', "word"),
    "excel.xml": (b'\xef\xbb\xbf<?xml version="1.0"?>\r\n<?mso-application progid="Excel.Sheet"?><Workbook/>', "sheet"),
    "rar": (b"Rar!\x1a\x07\x01\x00", "packed"),
    "gz": (b"\x1f\x8b\x08\x00", "packed"),
    "png": (b"\x89PNG\r\n\x1a\n", "image"),
    "gif": (b"GIF89a", "image"),
    "bmp": (b"BM\x36\x00\x00\x00\x00\x00\x00\x00", "image"),
    "tif": (b"II*\x00", "image"),
    "mp4": (b"\x00\x00\x00\x20ftypisom", "media"),
    "mp3": (b"ID3\x03\x00", "media"),
    "wav": (b"RIFF\x24\x00\x00\x00WAVEfmt ", "media"),
    "webp": (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "image"),
}


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("format", [None, "text", "html", "pdf", "json", "csv", "mht"])
def test_a_file_of_another_program_is_told_with_what_to_do(name: str, format: str | None) -> None:
    data, kind = FILES[name]
    reading = readers.read(data, f"报告.{name}", STANDARD, format)
    (found,) = reading.diagnostics
    assert (reading.report, found.code, found.params["kind"]) == (None, "SYS-FORMAT", kind)
    catalogue = diagnostics.catalogue(schematrees.SCHEMA)
    for lang in diagnostics.LANGUAGES:
        assert len(catalogue.advice(found, lang)) > len(kind) and "{" not in catalogue.message(found, lang) + catalogue.advice(found, lang)


MAIL = b"From: a@example.cn\r\nMIME-Version: 1.0\r\nContent-Type: "
OTHERS = {
    "甲.caj": (b"CAJ\x00\x00\x00\x02\x00" + bytes(range(256)) * 8, "unknown"),
    "乙.exe": (b"MZ\x90\x00\x03\x00\x00\x00\x04\x00\x00\x00\xff\xff" + bytes(600), "unknown"),
    "丙.eml": (MAIL + b'multipart/mixed; boundary="x"\r\n\r\n--x\r\nContent-Type: text/html\r\n\r\n<p>hello</p>\r\n--x--\r\n', "mail"),
    "丁.eml": (MAIL + b"text/plain\r\nContent-Transfer-Encoding: base64\r\n\r\nSGVsbG8=\r\n", "mail"),
}


@pytest.mark.parametrize("name", OTHERS)
def test_what_holds_no_text_is_no_text_of_another_kind(name: str) -> None:
    data, kind = OTHERS[name]
    reading = readers.read(data, name, STANDARD)
    assert [(each.code, each.params["kind"]) for each in reading.diagnostics] == [("SYS-FORMAT", kind)]
    assert reading.unread


def test_a_report_in_the_text_of_a_mail_is_read() -> None:
    report = Path("fixtures/legacy/demo.txt").read_bytes()
    head = MAIL + b'multipart/mixed; boundary="x"\r\n\r\n--x\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n'
    assert readers.read(head + report + b"\r\n--x--\r\n", "甲.eml", STANDARD).report is not None


@pytest.mark.parametrize("data", [b"", b"BM", b"PK", b"BMW 100", b"RIFF", REPORT, "政府信息公开".encode("utf-16"), b'<?xml version="1.0"?><a/>'])
def test_no_document_is_taken_for_such_a_file(data: bytes) -> None:
    assert kind_of(data) is None


@pytest.mark.parametrize("around", [b"\r\n", b"\xef\xbb\xbf", b"HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\n\r\n"])
def test_a_pdf_with_something_in_front_of_it_is_one(around: bytes) -> None:
    assert readers.sniff(around + REPORT, "报告", STANDARD) == "pdf"
    wrapped, plain = (readers.read(data, "报告", STANDARD).report for data in (around + REPORT, REPORT))
    assert wrapped is not None and plain is not None and replace(wrapped, provenance=None) == replace(plain, provenance=None)


def test_a_text_that_speaks_of_pdf_is_a_text() -> None:
    assert readers.sniff(b"%PDF- is how such files begin", "a.txt", STANDARD) == "pdf"
    assert readers.sniff("本文件由 %PDF- 转换".encode(), "a.txt", STANDARD) == "text"


def test_files_of_other_programs_in_a_folder_are_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("甲.docx", "乙.WPS", "丙.et", "~$甲.docx", ".丁.doc", "图.png", "样式.css"):
        (tmp_path / name).write_bytes(FILES["docx"][0])
    with pytest.raises(SourceError) as empty:
        expand([str(tmp_path)], [".pdf"])
    assert (empty.value.reason, empty.value.detail) == ("foreign", "丙.et, 乙.WPS, 甲.docx")
    assert main(["--lang", "zh", "validate", str(tmp_path)]) == 2
    assert "丙.et, 乙.WPS, 甲.docx" in capsys.readouterr().err
    (tmp_path / "报告.pdf").write_bytes(REPORT)
    assert [path.name for path in expand([str(tmp_path)], [".pdf"]).passed] == ["丙.et", "乙.WPS", "甲.docx"]
    for command in (["validate"], ["convert", "--to", "csv", "-o", str(tmp_path / "表.csv")]):
        main(["--lang", "en", *command, str(tmp_path)])
        assert "files that are not read as they are and were left out: 3" in capsys.readouterr().err


def test_files_of_other_programs_in_an_archive_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    packed = tmp_path / "各镇.zip"
    packed.write_bytes(zipped("甲/报告.docx", "乙.txt", "图/1.png", "__MACOSX/._丙.docx"))
    rolled = tmp_path / "各镇.tar"
    with tarfile.open(rolled, "w") as archive:
        for name in ("甲/报告.docx", "乙.txt", "图/1.png", "__MACOSX/._丙.docx"):
            archive.addfile(tarfile.TarInfo(name))
    for path in (packed, rolled):
        found = list(documents(expand([str(path)], [".txt"]), [".txt"]))
        assert [(each.relative, getattr(each, "reason", None), getattr(each, "detail", None)) for each in found] == [
            ("各镇/甲/报告.docx", "foreign", "报告.docx"),
            ("各镇/乙.txt", None, None),
        ]
        assert main(["--lang", "zh", "validate", str(path)]) == 3
        assert "SYS-INPUT" in (said := capsys.readouterr().out) and "另存为 PDF 或网页（报告.docx）" in said
