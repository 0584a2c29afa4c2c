"""A full disk, an output that cannot be written, an interrupted command: one clear line, and nothing half-written is left."""

from __future__ import annotations

import os
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import mounts
from tests.confined import ROOT

DEMO = ROOT / "fixtures" / "legacy" / "demo.txt"
COMMAND = [sys.executable, "-c", "from govreport.cli.main import run; run()"]
SETTING = {**os.environ, "GOVREPORT_LANG": "en"}
SMALL = 4096
"""Fewer bytes than any report has."""


def command(*arguments: str | Path, largest: int | None = None, stdout: int = subprocess.PIPE) -> subprocess.CompletedProcess[str]:
    """Run a command; ``largest`` is the most bytes that it may write into one file."""

    def limit() -> None:
        if largest is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (largest, largest))

    line = [*COMMAND, *map(str, arguments)]
    return subprocess.run(line, env=SETTING, stdout=stdout, stderr=subprocess.PIPE, text=True, preexec_fn=limit, timeout=60, check=False)


def last_line(done: subprocess.CompletedProcess[str]) -> str:
    """Return the line that says why a command failed, having seen that there is no other trace of it."""
    assert "Traceback" not in done.stderr
    assert "Exception" not in done.stderr
    return done.stderr.strip().splitlines()[-1]


@pytest.fixture
def full(tmp_path: Path) -> Iterator[Path]:
    """A file system of 16 KB; where none can be mounted the test is skipped."""
    with mounts.small(tmp_path / "small", "16k", "the limit on the size of a file stands for the full disk") as place:
        yield place


@pytest.mark.parametrize("to", ["xml", "json", "text", "csv"])
def test_a_file_that_cannot_be_finished_is_not_there(tmp_path: Path, to: str) -> None:
    target = tmp_path / f"report.{to}"
    done = command("convert", DEMO, "--to", to, "-o", target, largest=SMALL)
    assert done.returncode == 3
    assert str(target) in last_line(done)
    assert not list(tmp_path.iterdir())


def test_an_older_file_stays_as_it_was(tmp_path: Path) -> None:
    target = tmp_path / "report.xml"
    target.write_text("old")
    done = command("convert", DEMO, "--to", "xml", "-o", target, largest=SMALL)
    assert done.returncode == 3
    assert target.read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["report.xml"]


def test_a_full_disk_fails_what_does_not_fit_and_only_that(full: Path, tmp_path: Path) -> None:
    sources = tmp_path / "in"
    sources.mkdir()
    for number in range(6):
        shutil.copy(DEMO, sources / f"{number}.txt")
    done = command("convert", sources, "--to", "xml", "-o", full, "--jobs", "1")
    assert done.returncode == 3
    assert "No space left" in done.stderr
    last_line(done)
    written = list(full.iterdir())
    assert 0 < len(written) < 6
    assert all(path.read_text("utf-8").endswith("</report>\n") for path in written)


@pytest.mark.parametrize("beside", ["--diagnostics", "--evidence"])
def test_files_beside_the_output_are_whole_or_not_there(tmp_path: Path, beside: str) -> None:
    done = command("convert", DEMO, "--to", "csv", "-o", tmp_path / "report.csv", beside, tmp_path / "beside.jsonl", largest=SMALL)
    assert done.returncode == 3
    last_line(done)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    "arguments",
    [
        ("convert", DEMO, "--to", "xml"),
        ("convert", DEMO, DEMO, "--to", "csv"),
        ("validate", DEMO),
        ("validate", DEMO, "--format", "json"),
        ("show", DEMO),
        ("compare", DEMO, ROOT / "fixtures/reports/2021/township.xml"),
        ("forms",),
        ("formats",),
        ("--help",),
        ("convert", "--help"),
        ("--version",),
    ],
    ids=lambda arguments: "-".join(Path(each).name for each in arguments),
)
def test_output_on_a_full_device_is_one_line_and_undetermined(arguments: tuple[str | Path, ...]) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    device = os.open("/dev/full", os.O_WRONLY)
    try:
        done = command(*arguments, stdout=device)
    finally:
        os.close(device)
    assert done.returncode == 3
    assert last_line(done).startswith("govreport: ")


def test_a_reader_that_has_gone_is_no_failure_to_speak_of(tmp_path: Path) -> None:
    read, write = os.pipe()
    os.close(read)
    try:
        done = command("convert", DEMO, "--to", "xml", "--diagnostics", tmp_path / "said.jsonl", stdout=write)
    finally:
        os.close(write)
    assert done.returncode == 3
    assert "Traceback" not in done.stderr
    assert "Broken" not in done.stderr
    assert not list(tmp_path.glob(".*.part"))


@pytest.mark.parametrize("place", ["{}/report.txt/a.xml", "/proc/nothing/a.xml", "{}/" + "x" * 300 + ".xml", "{}", "{}/none/a.xml"])
def test_a_target_that_cannot_be_is_wrong_usage(tmp_path: Path, place: str) -> None:
    (tmp_path / "report.txt").write_text("old")
    target = place.format(tmp_path)
    done = command("convert", DEMO, "--to", "xml", "-o", target)
    if place == "{}":
        assert (tmp_path / "demo.xml").exists()
        return
    assert done.returncode == 2
    last_line(done)
    assert [path.name for path in tmp_path.iterdir()] == ["report.txt"]


def test_the_longest_name_that_a_file_may_have_is_written(tmp_path: Path) -> None:
    target = tmp_path / ("年" * 83 + ".xml")
    assert command("convert", DEMO, "--to", "xml", "-o", target).returncode == 0
    assert [path.name for path in tmp_path.iterdir()] == [target.name]


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM], ids=["interrupt", "terminate"])
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_an_interrupted_command_leaves_nothing_half_written(tmp_path: Path, number: signal.Signals, jobs: str) -> None:
    sources, target = tmp_path / "in", tmp_path / "out"
    sources.mkdir()
    target.mkdir()
    for each in range(400):
        (sources / f"{each}.txt").symlink_to(DEMO)
    arguments = ["convert", sources, "--to", "csv", "-o", target / "all.csv", "--diagnostics", target / "said.jsonl", "--jobs", jobs]
    process = subprocess.Popen([*COMMAND, *map(str, arguments)], env=SETTING, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True)
    deadline = time.monotonic() + 20
    while not (list(target.glob(".*.part")) and any(path.stat().st_size for path in target.glob(".*.part"))):
        assert process.poll() is None, process.communicate()
        assert time.monotonic() < deadline
        time.sleep(0.01)
    process.send_signal(number)
    _, said = process.communicate(timeout=30)
    assert process.returncode == 128 + number
    assert "Traceback" not in said
    assert not list(target.iterdir())
