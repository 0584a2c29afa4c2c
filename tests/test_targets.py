"""Targets of the command line are written whole or not at all."""

from __future__ import annotations

import errno
import json
import os
import signal
import subprocess
import time
from pathlib import Path

import pytest

from tests.commandline import COMMAND, Run, one_line, parts

PROFILE = b'<profile name="x" base="submission"><title lang="zh">x</title><title lang="en">x</title></profile>'


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


def held(folder: Path) -> dict[Path, bytes]:
    """Return the files in a folder with what they hold."""
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("name", ["a.xml", "b.json", "link.xml"])
@pytest.mark.parametrize("options", [("convert", "--to", "json", "-o"), ("validate", "-o"), ("validate", "--report"), ("convert", "--to", "csv", "--evidence")])
def test_no_source_is_overwritten_by_what_is_said_of_all(run: Run, folder: Path, options: tuple[str, ...], name: str) -> None:
    """Neither by its own name nor by another, and not by the report of another source either."""
    command, *rest = options
    (folder / "link.xml").symlink_to("a.xml")
    (folder / "b.json").write_bytes((folder / "a.xml").read_bytes())
    if "--report" in rest:
        name += ".csv"
        (folder / name).write_bytes((folder / "a.xml").read_bytes())
    before = held(folder)
    result = run(command, folder, *rest, folder / name)
    assert result.code == 2 and name in result.err.splitlines()[-1]
    assert held(folder) == before


@pytest.mark.parametrize("option", ["--previous", "--members", "--waivers", "--profile"])
def test_nothing_that_is_read_beside_the_sources_is_overwritten(run: Run, folder: Path, xml: bytes, tmp_path: Path, option: str) -> None:
    beside = tmp_path / "beside.xml"
    held = {"--waivers": b"<waivers/>", "--profile": PROFILE}.get(option, xml)
    for target in ("-o", "--report"):
        read = beside if target == "-o" else beside.with_suffix(".csv")
        read.write_bytes(held)
        result = run("validate", folder, option, read, target, read)
        assert result.code == 2 and one_line(result) and read.read_bytes() == held


def test_two_outputs_do_not_go_to_one_file(run: Run, folder: Path, tmp_path: Path) -> None:
    for one, other in (("-o", "--journal"), ("--report", "--journal"), ("-o", "--report")):
        result = run("validate", folder, one, tmp_path / "same.csv", other, f"{tmp_path}/../{tmp_path.name}/same.csv")
        assert result.code == 2 and one_line(result) and not (tmp_path / "same.csv").exists()


def test_no_source_is_overwritten_by_another(run: Run, folder: Path, xml: bytes) -> None:
    """Where b.csv would become b.json and there is one: that stays as it is, and the rest is converted."""
    assert run("convert", folder / "a.xml", "-o", folder / "b.csv").code == 0
    (folder / "b.json").write_bytes(xml)
    result = run("convert", folder, "--to", "json", "-o", f"{folder}/")
    assert result.code == 2 and (folder / "b.json").read_bytes() == xml
    assert (folder / "a.json").is_file()


def test_no_source_is_overwritten_by_its_findings(run: Run, folder: Path) -> None:
    (folder / "c.txt").write_text("x", "utf-8")
    assert run("validate", folder, "-o", f"{folder}/").code == 2
    assert (folder / "c.txt").read_text("utf-8") == "x"


def test_a_journal_that_lies_among_the_reports_is_none(run: Run, folder: Path) -> None:
    """What was stopped goes on by the same command."""
    journal = folder / "journal.jsonl"
    first, again = (run("validate", folder, "--journal", journal) for _ in range(2))
    assert (first.code, first.out) == (again.code, again.out) and journal.name not in again.out


def test_a_journal_is_a_file(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    result = run("validate", folder, "--journal", "-")
    assert result.code == 2 and one_line(result) and not Path("-").exists()


def test_a_file_that_is_no_journal_is_left_as_it_is(run: Run, folder: Path, xml: bytes, tmp_path: Path) -> None:
    (tmp_path / "other.xml").write_bytes(xml)
    result = run("validate", folder, "--journal", tmp_path / "other.xml")
    assert result.code == 2 and one_line(result) and (tmp_path / "other.xml").read_bytes() == xml
    (tmp_path / "cut.jsonl").write_bytes(b'{"ke')
    assert run("validate", folder, "--journal", tmp_path / "cut.jsonl").out == run("validate", folder).out


@pytest.mark.parametrize("arguments", [("compare", "-", "-"), ("validate", "-", "-"), ("convert", "-", "-"), ("validate", "-", "--previous", "-")])
def test_standard_input_is_read_once(run: Run, arguments: tuple[str, ...]) -> None:
    result = run(*arguments)
    assert result.code == 2 and one_line(result) and "once" in result.err


def test_evidence_names_sources_as_findings_do(run: Run, xml: bytes, tmp_path: Path) -> None:
    for place in ("in/a", "in/b"):
        (tmp_path / place).mkdir(parents=True)
        (tmp_path / place / "r.xml").write_bytes(xml)
    targets = ("--diagnostics", tmp_path / "findings", "--evidence", tmp_path / "evidence")
    assert run("convert", tmp_path / "in/a", tmp_path / "in/b", "--to", "json", "-o", f"{tmp_path}/out/", *targets).code == 0
    findings, evidence = ({json.loads(each)["source"] for each in (tmp_path / name).read_text("utf-8").splitlines()} for name in ("findings", "evidence"))
    assert findings == evidence == {str(tmp_path / "in/a/r.xml"), str(tmp_path / "in/b/r.xml")}


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
