"""Hostile archives, file names and kinds of files as sources: each ends in one clear line, nothing is unpacked outside the output."""

from __future__ import annotations

import gzip
import io
import os
import struct
import tarfile
import warnings
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from govreport.csvtext import inert, meant
from tests.confined import BYTES, ROOT, SECONDS, Outcome, run
from tests.hostile import MEGABYTE

DEMO = (ROOT / "fixtures/legacy/demo.txt").read_bytes()
REPORT = (ROOT / "fixtures/reports/2021/township.xml").read_bytes()
NAMES = (
    *("../../evil.txt", "/etc/evil.txt", "..\\..\\evil.txt", "C:\\evil.txt", "a\nb\x1b[31m.txt", "公开\u202e.txt"),
    *("x" * 3000 + ".txt", "same.txt", "same.txt", "a/./b.txt"),
)
Maker = Callable[[Path], None]


def cheap(outcome: Outcome) -> None:
    """Hold a command to the limits of cost, to having asked nobody and to readable lines."""
    assert "Traceback" not in outcome.said, outcome.stderr[-2000:]
    assert outcome.resident
    assert outcome.seconds <= SECONDS
    assert outcome.resident <= BYTES
    assert not outcome.called
    assert "\x1b" not in outcome.said


def zipped(path: Path, *entries: tuple[str, int]) -> None:
    """Write a zip of zeros."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, size in entries:
            with archive.open(name, "w", force_zip64=True) as stream:
                for _ in range(size // MEGABYTE):
                    stream.write(bytes(MEGABYTE))


def overlapping(path: Path, count: int, size: int, suffix: str = "txt") -> None:
    """Write a zip of many entries that are all the same bytes of it."""
    name, data = f"a.{suffix}".encode(), b"a" * size
    packed = zlib.compress(data, 9)[2:-4]
    crc = zlib.crc32(data)
    local = struct.pack("<4sHHHHHIIIHH", b"PK\3\4", 20, 0, 8, 0, 0, crc, len(packed), size, len(name), 0) + name + packed
    entry = struct.pack("<4sHHHHHHIIIHHHHHII", b"PK\1\2", 20, 20, 0, 8, 0, 0, crc, len(packed), size, len(name), 0, 0, 0, 0, 0, 0) + name
    end = struct.pack("<4sHHHHIIH", b"PK\5\6", 0, 0, count & 0xFFFF, count & 0xFFFF, count * len(entry), len(local), 0)
    path.write_bytes(local + entry * count + end)


def tarred(path: Path, *entries: tuple[str, int]) -> None:
    """Write a compressed tar of zeros."""

    class Zeros(io.RawIOBase):
        def read(self, size: int = -1) -> bytes:
            return bytes(size)

    with tarfile.open(path, "w:gz", compresslevel=1) as archive:
        for name, size in entries:
            info = tarfile.TarInfo(name)
            info.size = size
            archive.addfile(info, Zeros())


def encrypted(path: Path) -> None:
    """Write a zip whose only entry says that it is encrypted."""
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.txt", DEMO)
    data = bytearray(path.read_bytes())
    for mark, flags in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        data[data.index(mark) + flags] |= 1
    path.write_bytes(bytes(data))


BOMBS: dict[str, Maker] = {
    "one.zip": lambda path: zipped(path, ("a.xml", 400 * MEGABYTE)),
    "many.zip": lambda path: zipped(path, *((f"{each}.txt", 31 * MEGABYTE) for each in range(12))),
    "overlapping.zip": lambda path: overlapping(path, 2_000, 30 * MEGABYTE),
    "overlapping-small.zip": lambda path: overlapping(path, 60_000, 900),
    "million.zip": lambda path: overlapping(path, 1_000_000, 10, "bin"),
    "one.tar.gz": lambda path: tarred(path, ("a.xml", 400 * MEGABYTE)),
    "other.tar.gz": lambda path: tarred(path, ("a.bin", 400 * MEGABYTE)),
    "many.tar.gz": lambda path: tarred(path, *((f"{each}.txt", 31 * MEGABYTE) for each in range(12))),
    "zeros.tar.gz": lambda path: path.write_bytes(gzip.compress(bytes(300 * MEGABYTE), 1)) and None,
    "cut.zip": lambda path: path.write_bytes(b"PK\3\4" + bytes(500)) and None,
    "not.zip": lambda path: path.write_bytes(b"hello") and None,
    "empty.tar.gz": lambda path: path.write_bytes(b"") and None,
    "encrypted.zip": encrypted,
    "line.jsonl": lambda path: path.write_bytes(b'{"text":"' + b"a" * 60 * MEGABYTE + b'"}\n') and None,
    "deep.jsonl": lambda path: path.write_bytes(b'{"text":' + b"[" * 100_000 + b"\n" + b'{"text":"\\ud800","id":"../\\ud800"}\n' + b"9" * 10_000) and None,
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_undetermined_and_leaves_nothing(tmp_path: Path, name: str) -> None:
    source, target = tmp_path / name, tmp_path / "out"
    BOMBS[name](source)
    outcome = run("validate", source, "--brief", "--jobs", "1", folder=tmp_path)
    cheap(outcome)
    assert outcome.code == 3
    assert not outcome.written
    outcome = run("convert", source, "--to", "json", "-o", target, "--jobs", "1", folder=tmp_path)
    cheap(outcome)
    assert outcome.code in (2, 3)
    assert not [path for path in tmp_path.rglob("*") if path.is_file() and path != source]


def _tar_of_names(path: Path) -> None:
    kinds = (tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.FIFOTYPE, tarfile.CHRTYPE, tarfile.DIRTYPE)
    with tarfile.open(path, "w") as archive:
        for name in NAMES:
            info = tarfile.TarInfo(name)
            info.size = len(DEMO)
            archive.addfile(info, io.BytesIO(DEMO))
        for kind in kinds:
            info = tarfile.TarInfo(f"kind{kind.decode()}.txt")
            info.type, info.linkname = kind, "/etc/passwd"
            archive.addfile(info)


def _zip_of_names(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        for name in NAMES:
            archive.writestr(name, DEMO)
        archive.writestr("dir/", b"")


@pytest.mark.parametrize("make", [_tar_of_names, _zip_of_names], ids=["tar", "zip"])
def test_names_in_archives_stay_inside_the_output(tmp_path: Path, make: Maker) -> None:
    folder = tmp_path / "deep" / "er"
    folder.mkdir(parents=True)
    source, target = folder / ("names.tar" if make is _tar_of_names else "names.zip"), folder / "out"
    make(source)
    outcome = run("convert", source, "--to", "xml", "-o", target, "--jobs", "1", folder=folder)
    cheap(outcome)
    assert outcome.code == 0
    files = [path for path in tmp_path.rglob("*") if path.is_file() and path != source]
    assert len(files) == len(NAMES)
    assert all(path.is_relative_to(target / "names") for path in files)
    assert all(Path(name).is_relative_to(target) for name in outcome.written)
    assert all(path.name.isprintable() for path in files)


ODD = (
    *(b"a\nb.xml", b"esc\x1b[31mred.xml", b"bad\xff\xfe.xml", b"q\"'<&>.xml"),
    *(b"-rf.xml", b"sp ace .xml", "公开\u202e\u3000.xml".encode(), b"{0}%s.xml", b"=cmd.xml", b"\x01.xml"),
)


@pytest.mark.parametrize("output", ["text", "json", "sarif"])
def test_odd_file_names_are_shown_and_judged(tmp_path: Path, output: str) -> None:
    folder = tmp_path / "odd"
    folder.mkdir()
    for name in ODD:
        Path(os.fsdecode(os.fsencode(folder) + b"/" + name)).write_bytes(REPORT)
    outcome = run("validate", folder, "--format", output, "--jobs", "1")
    cheap(outcome)
    assert outcome.code == 0
    outcome.stdout.decode()


def test_odd_file_names_become_files_and_lines_that_can_be_written(tmp_path: Path) -> None:
    folder, target = tmp_path / "odd", tmp_path / "all.csv"
    folder.mkdir()
    for name in ODD:
        Path(os.fsdecode(os.fsencode(folder) + b"/" + name)).write_bytes(REPORT)
    for output in ("svrl", "html"):
        outcome = run("validate", folder, "--format", output, "-o", tmp_path / output, "--jobs", "1")
        assert outcome.code == 0, outcome.said
        assert len(list((tmp_path / output).iterdir())) == len(ODD)
    assert run("convert", folder, "--to", "csv", "-o", target, "--jobs", "1").code == 0
    lines = target.read_text("utf-8").splitlines()
    assert any(line.startswith("'=cmd,") for line in lines)
    assert not any(line.startswith(("=", "-")) for line in lines)


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@a", "\ta", "'=1", "''@", "'", "'a", "公开", "", "-", "'-", "=", "''=", "-\n=1"])
def test_a_formula_is_made_inert_and_read_as_it_was_meant(text: str) -> None:
    assert meant(inert(text)) == text
    assert inert(text) == text if len(text) < 2 else not inert(text).startswith(("=", "+", "-", "@", "\t"))


def _fifo(path: Path) -> None:
    os.mkfifo(path)


def _link(path: Path) -> None:
    path.symlink_to("/nowhere/at/all")


def _loop(path: Path) -> None:
    path.symlink_to(path.name)


@pytest.mark.parametrize("make", [_fifo, _link, _loop], ids=["fifo", "dangling", "loop"])
@pytest.mark.parametrize("suffix", [".xml", ".zip", ".jsonl"])
def test_what_is_no_file_is_said_to_be_none_and_nobody_waits(tmp_path: Path, make: Maker, suffix: str) -> None:
    folder = tmp_path / "dir.xml"
    folder.mkdir()
    make(folder / f"odd{suffix}")
    (folder / "good.xml").write_bytes(REPORT)
    outcome = run("validate", folder, "--brief", "--jobs", "1")
    cheap(outcome)
    assert outcome.code == 3
    assert f"odd{suffix}" in outcome.said
    alone = run("show", folder / f"odd{suffix}")
    cheap(alone)
    assert alone.code in (2, 3)
    assert len(alone.stderr.strip().splitlines()) == 1


@pytest.mark.parametrize("path", ["/dev/zero", "/dev/random", "/dev/tty"])
def test_devices_are_not_read(path: str) -> None:
    outcome = run("validate", path, "--brief")
    cheap(outcome)
    assert outcome.code in (2, 3)


def test_folders_that_lead_into_themselves_are_walked_once(tmp_path: Path) -> None:
    (tmp_path / "good.xml").write_bytes(REPORT)
    (tmp_path / "round").symlink_to(tmp_path)
    outcome = run("validate", tmp_path, "--brief", "--jobs", "1")
    cheap(outcome)
    assert outcome.stdout.count(b"good.xml") == 1


def test_a_folder_of_thousands_of_empty_files_ends(tmp_path: Path) -> None:
    for number in range(3_000):
        (tmp_path / f"{number}.xml").touch()
    outcome = run("validate", tmp_path, "--brief", "--jobs", "1")
    assert outcome.code == 1
    assert outcome.resident <= BYTES
    assert outcome.stdout.count(b"\n") > 3_000
