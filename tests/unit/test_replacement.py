"""Files that take the place of others only when they are whole; what a killed command left goes, and nothing else."""

from __future__ import annotations

import fcntl
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from govreport import replacement
from govreport.replacement import replaced
from tests.commandline import parts

DEMO = Path(__file__).parents[2] / "fixtures" / "legacy" / "demo.txt"
KILLED = """
import os, signal, sys
from pathlib import Path
from govreport.replacement import replaced
with replaced(Path(sys.argv[1])) as stream:
    stream.write(b"half")
    stream.flush()
    os.kill(os.getpid(), signal.SIGKILL)
"""


def write(path: Path, data: bytes) -> None:
    with replaced(path) as stream:
        stream.write(data)


@pytest.mark.parametrize("name", ["x.xml", "很长的名称" * 16 + ".xml"])
def test_what_a_killed_command_left_goes_when_the_target_is_written_again(tmp_path: Path, name: str) -> None:
    target = tmp_path / name
    write(target, b"old")
    assert subprocess.run([sys.executable, "-c", KILLED, target], check=False).returncode == -signal.SIGKILL
    assert len(parts(tmp_path)) == 2 and target.read_bytes() == b"old"
    write(target, b"new")
    assert parts(tmp_path) == [name] and target.read_bytes() == b"new"


def test_who_writes_the_same_target_at_the_same_time_is_not_disturbed(tmp_path: Path) -> None:
    target = tmp_path / "x.xml"
    with replaced(target) as first:
        first.write(b"first")
        write(target, b"second")
        assert target.read_bytes() == b"second" and len(parts(tmp_path)) == 2
    assert target.read_bytes() == b"first" and parts(tmp_path) == ["x.xml"]


def test_a_part_that_another_takes_for_left_behind_before_it_is_locked_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lock, seen = fcntl.flock, []

    def late(descriptor: int, mode: int) -> None:
        if not seen:
            seen.extend(tmp_path.glob(".*.part"))
            seen[0].unlink()
            seen[0].write_bytes(b"of another")
        lock(descriptor, mode)

    monkeypatch.setattr(fcntl, "flock", late)
    write(tmp_path / "x.xml", b"mine")
    assert (tmp_path / "x.xml").read_bytes() == b"mine" and seen[0].read_bytes() == b"of another"


def test_without_locks_nothing_is_cleared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def none(descriptor: int, mode: int) -> None:
        raise OSError(95, "not supported")

    monkeypatch.setattr(fcntl, "flock", none)
    for data in (b"one", b"two"):
        with replaced(tmp_path / "x.xml") as stream:
            write(tmp_path / "x.xml", b"beside")
            stream.write(data)
        assert parts(tmp_path) == ["x.xml"] and (tmp_path / "x.xml").read_bytes() == data


def test_a_system_whose_open_files_cannot_be_renamed_is_served(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(replacement, "fcntl", None)
    rename, opened = Path.replace, []

    def strict(part: Path, target: Path) -> Path:
        assert all(stream.closed for stream in opened)
        return rename(part, target)

    monkeypatch.setattr(Path, "replace", strict)
    for data in (b"one", b"two"):
        with replaced(tmp_path / "x.xml") as stream:
            opened.append(stream)
            stream.write(data)
        assert parts(tmp_path) == ["x.xml"] and (tmp_path / "x.xml").read_bytes() == data


UNIX = ("fcntl", "grp", "pwd", "resource", "termios")
WITHOUT = f"import sys; sys.modules.update(dict.fromkeys({UNIX})); from govreport.cli.main import run; run()"


@pytest.mark.parametrize("arguments", [("convert", "--to", "xml", "-o"), ("convert", "--to", "pdf", "-o"), ("validate", "--format", "html", "-o")])
def test_what_a_clerk_does_needs_no_module_that_windows_lacks(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    done = subprocess.run([sys.executable, "-c", WITHOUT, *arguments, tmp_path / "made", DEMO], capture_output=True, text=True, check=False)
    assert (tmp_path / "made").stat().st_size > 0, done.stderr


def test_no_link_is_followed_and_no_other_file_touched(tmp_path: Path) -> None:
    victim, target = tmp_path / "victim", tmp_path / "x.xml"
    victim.write_bytes(b"kept")
    with replaced(target):
        (part,) = tmp_path.glob(".*.part")
    part.symlink_to(victim)
    others = [tmp_path / ".x.xml.part", tmp_path / ".y.xml.00000000.part", tmp_path / f"{part.stem}.1-00000000.part"]
    for other in others:
        other.write_bytes(b"of another")
    write(target, b"new")
    assert victim.read_bytes() == b"kept" and target.read_bytes() == b"new"
    assert all(other.read_bytes() == b"of another" for other in others)


def test_what_fails_leaves_the_target_and_nothing_beside_it(tmp_path: Path) -> None:
    write(tmp_path / "x.xml", b"old")
    (tmp_path / "x.xml").chmod(0o640)
    with pytest.raises(ValueError), replaced(tmp_path / "x.xml") as stream:
        stream.write(b"half")
        raise ValueError
    assert parts(tmp_path) == ["x.xml"] and (tmp_path / "x.xml").read_bytes() == b"old"
    write(tmp_path / "x.xml", b"new")
    assert (tmp_path / "x.xml").stat().st_mode & 0o777 == 0o640
