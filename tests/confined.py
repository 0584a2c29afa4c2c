"""A command of govreport in a process of its own that may open no connection, that tells what it writes and what it cost.

``run`` has the process forked from one that has loaded the program, which ``python -m tests.confined`` is: that spares every command the start,
whose cost is counted all the same. A socket of the internet family ends the process at once, whoever asks for it, Python or a library in C;
the lookup of a name needs such a socket too.
"""

from __future__ import annotations

import atexit
import ctypes
import gc
import json
import os
import platform
import resource
import select
import signal
import struct
import subprocess
import sys
import tempfile
import time
import traceback
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
SECONDS, BYTES = 2.0, 200 * 1024 * 1024
"""What a hostile document may cost at most: seconds of processor time, bytes resident, both with the start of the program."""

HONEST, HONEST_SECONDS = ROOT / "fixtures" / "reports" / "2021" / "township.xml", 0.22
"""A report of nothing unusual, and the seconds of processor time by which its validation tells how fast a core is.

The seconds are those of a core that does nothing else. Beside other work, which makes everything dearer, this report took 0.36 and the dearest of
the large XML documents 2.24, ``different-elements.xml``: 6.2 times as much, or 1.4 seconds of such a core.
"""

HANGS = 120
"""Seconds by the clock after which a command counts as hanging, however busy the machine is."""

_SOCKET_CALLS = {"x86_64": 41, "aarch64": 198}
_FAMILIES = (2, 10)
_WRITING = {"os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.symlink", "os.link", "os.truncate", "os.chmod", "os.utime"}
_OUTSIDE = {"subprocess.Popen", "os.exec", "os.posix_spawn", "os.system", "os.startfile", "ctypes.dlopen"}
_NETWORK = {"socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto", "urllib.Request"}


@dataclass(frozen=True)
class Begun:
    """What the start of the program cost: seconds, and bytes of files resident, of which a fork holds only what it touches."""

    seconds: float
    files: int


@dataclass(frozen=True)
class Outcome:
    """What became of a command: exit code, what it said, what it cost, what it wrote and called (none of it, where it was killed)."""

    code: int
    stdout: bytes
    stderr: str
    seconds: float
    resident: int
    written: tuple[str, ...]
    called: tuple[str, ...]

    @property
    def said(self) -> str:
        """Everything that it said."""
        return self.stdout.decode("utf-8", "replace") + self.stderr


def run(*arguments: str | Path, folder: Path | None = None) -> Outcome:
    """Return what became of a command line of govreport; raises ``subprocess.TimeoutExpired`` where it hangs."""
    parent = _loaded()
    with tempfile.TemporaryDirectory() as place:
        report, out, error = (Path(place) / name for name in ("report.json", "out", "error"))
        asked = {"report": str(report), "arguments": [*map(str, arguments)], "folder": str(folder or place), "out": str(out), "error": str(error)}
        parent.stdin.write(json.dumps(asked).encode() + b"\n")  # type: ignore[union-attr]
        parent.stdin.flush()  # type: ignore[union-attr]
        if not select.select([parent.stdout], [], [], HANGS)[0]:
            os.killpg(parent.pid, signal.SIGKILL)
            _loaded.cache_clear()
            raise subprocess.TimeoutExpired([*map(str, arguments)], HANGS)
        return _outcome(report, int(parent.stdout.readline()), out.read_bytes(), error.read_bytes())  # type: ignore[union-attr]


def _outcome(report: Path, code: int, out: bytes, error: bytes) -> Outcome:
    told = json.loads(report.read_text()) if report.exists() else {"seconds": 0.0, "resident": 0, "written": [], "called": []}
    return Outcome(code, out, error.decode("utf-8", "replace"), **{**told, "written": tuple(told["written"]), "called": tuple(told["called"])})


@cache
def _loaded() -> subprocess.Popen[bytes]:
    """Return the process that has the program; it ends with this one, when its input does."""
    command, streams = [sys.executable, "-m", "tests.confined"], {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    setting = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1", "GOVREPORT_LANG": "en"}
    return subprocess.Popen(command, **streams, cwd=ROOT, env=setting, start_new_session=True)


def _leave() -> None:
    """End the process that has the program."""
    with _loaded() as parent:
        parent.stdin.close()  # type: ignore[union-attr]
    _loaded.cache_clear()


def least(*arguments: str | Path, folder: Path | None = None) -> Outcome:
    """Return the cheapest of up to three runs of a command that changes nothing, one where that is cheap enough; its seconds are those of a free core.

    A core that is shared with other work makes every command dearer: then seconds are told by what an honest document takes at the same time.
    """
    outcome = again = run(*arguments, folder=folder)
    for turn in range(3):
        if outcome.seconds > SECONDS:
            if turn:
                _leave()  # another start, whose cost is of now
                again = run(*arguments, folder=folder)
            honest = run("validate", HONEST, "--format", "json", "--jobs", "1").seconds
            seconds = min(outcome.seconds, again.seconds, again.seconds * HONEST_SECONDS / max(honest, HONEST_SECONDS))
            outcome = replace(again, seconds=seconds)
    return outcome


def _forbid_sockets() -> None:
    """Have the kernel end this process when it asks for a socket of the internet (seccomp); only where the machine's calls are known."""
    call = _SOCKET_CALLS.get(platform.machine())
    if call is None or not sys.platform.startswith("linux"):
        return
    load, equal, give = 0x20, 0x15, 0x06
    steps = [(load, 0, 0, 0), (equal, 0, 4, call), (load, 0, 0, 16), (equal, 1, 0, _FAMILIES[0]), (equal, 0, 1, _FAMILIES[1])]
    steps += [(give, 0, 0, 0x80000000), (give, 0, 0, 0x7FFF0000)]
    code = ctypes.create_string_buffer(b"".join(struct.pack("HBBI", *step) for step in steps))
    program = ctypes.create_string_buffer(struct.pack("HxxxxxxP", len(steps), ctypes.addressof(code)))
    library = ctypes.CDLL(None, use_errno=True)
    if library.prctl(38, 1, 0, 0, 0) or library.prctl(22, 2, program, 0, 0):
        raise OSError(ctypes.get_errno(), "no seccomp filter")


def _watch(written: list[str], called: list[str]) -> None:
    def hook(event: str, arguments: tuple[object, ...]) -> None:
        if event == "open":
            path, _, flags = arguments
            if isinstance(flags, int) and flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT) and not isinstance(path, int):
                written.append(os.fsdecode(path) if isinstance(path, str | bytes) else str(path))
        elif event in _WRITING:
            written.append(str(arguments[0]))
        elif event in _NETWORK | _OUTSIDE:
            called.append(f"{event} {arguments}")

    sys.addaudithook(hook)


def _resident() -> int:
    """Return the most bytes that were resident; what the parent held before the start is not counted."""
    return _status("VmHWM") or resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def _status(name: str) -> int:
    """Return bytes that the kernel tells of this process, 0 where it does not."""
    status = Path("/proc/self/status")
    lines = status.read_text().splitlines() if status.exists() else []
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith(f"{name}:")), 0)


def serve() -> None:
    """Load the program, fork a process for every request of the input, and answer with its exit code."""
    from govreport import profiles, standard, validation
    from govreport.cli import application, main

    assert application and main
    validation.validate(HONEST.read_bytes(), HONEST.name, standard.load(), profiles.load("submission"))
    begun = Begun(time.process_time(), _status("RssFile"))
    gc.freeze()
    while line := sys.stdin.buffer.readline():
        asked, child = json.loads(line), os.fork()
        if not child:
            _end(asked, begun)
        print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)


def _end(asked: dict[str, Any], begun: Begun) -> None:
    """Be the process of a request, to its end."""
    code = 1
    try:
        os.chdir(asked["folder"])
        for number, (name, flags) in enumerate(((os.devnull, os.O_RDONLY), *((asked[each], os.O_WRONLY | os.O_CREAT) for each in ("out", "error")))):
            os.dup2(os.open(name, flags), number)
        _confine(asked["report"], asked["arguments"], begun)
        code = 0
    except SystemExit as left:
        code = left.code if isinstance(left.code, int) else int(bool(left.code))
    except BaseException:
        traceback.print_exc()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


def _confine(report: str, arguments: list[str], begun: Begun) -> None:
    """Run the command line of this process behind the guards; what the program had cost before is counted with its own."""
    sys.argv = ["govreport", *arguments]
    written: list[str] = []
    called: list[str] = []
    own, leave = os.getpid(), os._exit

    def tell() -> None:
        if os.getpid() != own:
            return
        seconds, resident = begun.seconds + time.process_time(), _resident() + max(0, begun.files - _status("RssFile"))
        found = {"seconds": seconds, "resident": resident, "written": list(written), "called": list(called)}
        Path(report).write_text(json.dumps(found))

    def left(code: int) -> None:
        tell()
        leave(code)

    os._exit = left  # type: ignore[assignment]
    _forbid_sockets()
    atexit.register(tell)
    _watch(written, called)
    from govreport.cli.main import run as command

    command()


if __name__ == "__main__":
    serve()
