"""Targets of the command line are written whole or not at all."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import time
from pathlib import Path

import pytest

from tests.commandline import COMMAND, Run, one_line, parts


@pytest.mark.parametrize("target", ["no/such/folder/x.xml", "file.txt/x.xml", "."])
def test_a_target_that_cannot_be_is_one_line(run: Run, demo: Path, tmp_path: Path, target: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "file.txt").write_text("kept", "utf-8")
    result = run("convert", demo, "--to", "xml", "--diagnostics", target)
    assert result.code == 2 and result.err.count("\n") == 1 and parts(tmp_path) == ["file.txt"]


def test_a_full_disk_is_one_line_and_leaves_the_old_file(run: Run, demo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "x.xml"
    target.write_text("old", "utf-8")

    def full(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    result = run("convert", demo, "--to", "xml", "-o", target)
    assert result.code == 3 and parts(tmp_path) == ["x.xml"] and target.read_text("utf-8") == "old"
    assert os.strerror(errno.ENOSPC) in result.err.splitlines()[-1]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full, which is always a full disk")
def test_a_device_is_written_and_never_replaced(run: Run, demo: Path) -> None:
    assert run("convert", demo, "--to", "xml", "-o", "/dev/full").code == 3
    assert run("convert", demo, "--to", "xml", "-o", "/dev/null").code == 0
    assert not Path("/dev/null").is_file()


def test_an_existing_file_keeps_its_permissions_and_a_link_its_target(run: Run, demo: Path, tmp_path: Path) -> None:
    (tmp_path / "real.xml").write_text("old", "utf-8")
    (tmp_path / "real.xml").chmod(0o640)
    (tmp_path / "link.xml").symlink_to("real.xml")
    assert run("convert", demo, "--to", "xml", "-o", tmp_path / "link.xml").code == 0
    assert (tmp_path / "link.xml").is_symlink() and (tmp_path / "real.xml").stat().st_mode & 0o777 == 0o640
    assert (tmp_path / "real.xml").read_bytes().startswith(b"<?xml")


def test_a_source_is_not_overwritten_by_its_folder(run: Run, folder: Path, xml: bytes) -> None:
    result = run("convert", folder, "--to", "xml", "-o", f"{folder}/")
    assert result.code == 2 and (folder / "a.xml").read_bytes() == xml


def test_two_outputs_need_two_targets(run: Run, demo: Path, tmp_path: Path) -> None:
    result = run("convert", demo, "--to", "xml", "-o", tmp_path / "x", "--evidence", tmp_path / "x")
    assert result.code == 2 and one_line(result) and not parts(tmp_path)


def test_an_interrupted_conversion_leaves_nothing(demo: Path, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for number in range(400):
        (tmp_path / "in" / f"{number}.txt").write_bytes(demo.read_bytes())
    process = subprocess.Popen([COMMAND, "convert", tmp_path / "in", "--to", "csv", "-o", tmp_path / "all.csv"], stderr=subprocess.DEVNULL)
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline and not list(tmp_path.glob(".all.csv.*")):
        time.sleep(0.02)
    process.terminate()
    assert process.wait(20) == 128 + signal.SIGTERM
    assert [path.name for path in tmp_path.iterdir()] == ["in"]


def test_a_pipe_that_is_closed_is_no_traceback(folder: Path) -> None:
    done = subprocess.run(f"'{COMMAND}' convert '{folder}' --to csv | head -1", shell=True, capture_output=True, text=True, check=False)
    assert done.stdout.startswith("report,") and "Traceback" not in done.stderr
