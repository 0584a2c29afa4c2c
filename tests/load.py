"""Load on a service that runs as processes of its own: connections that are kept, requests as bytes, what was answered and how long it took."""

from __future__ import annotations

import itertools
import json
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from govreport.archive import Archive, organfile
from govreport.standard import Standard
from govreport.web import service
from govreport.web.accounts.account import Account
from tests.archives import ARCHIVIST, furnished
from tests.services import settled

LOADER = "loader"
_LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.I)
Ask = tuple[str, bytes]
"""What is asked: a name under which it is counted, and the request as it goes over the wire."""


@dataclass
class Told:
    """What a load came to: answers by name and status, seconds of each by name, bodies of those that were new, and connections that broke."""

    statuses: Counter[tuple[str, int]] = field(default_factory=Counter)
    seconds: dict[str, list[float]] = field(default_factory=dict)
    receipts: list[dict[str, object]] = field(default_factory=list)
    broken: int = 0
    taken: float = 0.0

    @property
    def failures(self) -> int:
        """How many answers were the fault of the service."""
        return sum(count for (_, status), count in self.statuses.items() if status >= 500)

    def rate(self, name: str) -> float:
        """Return how many answers of a name came a second."""
        return len(self.seconds.get(name, ())) / self.taken

    def quantile(self, name: str, share: float) -> float:
        """Return the seconds within which that share of the answers of a name came."""
        ordered = sorted(self.seconds[name])
        return ordered[min(int(share * len(ordered)), len(ordered) - 1)]


def got(path: str, key: str = "") -> bytes:
    """Return a request to read a path."""
    return f"GET {path} HTTP/1.1\r\nHost: localhost\r\n{_authorization(key)}\r\n".encode()


def put(path: str, key: str, data: bytes) -> bytes:
    """Return a request to put a report."""
    head = f"PUT {path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/xml\r\nContent-Length: {len(data)}\r\n{_authorization(key)}\r\n"
    return head.encode() + data


def _authorization(key: str) -> str:
    return f"Authorization: Bearer {key}\r\n" if key else ""


class Line:
    """A connection that is kept; raises ``OSError`` where it breaks."""

    def __init__(self, port: int) -> None:
        self._socket = socket.create_connection(("127.0.0.1", port), timeout=60)
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def ask(self, request: bytes) -> tuple[int, bytes]:
        """Return status and body of the answer to a request."""
        self._socket.sendall(request)
        data = b""
        while (end := data.find(b"\r\n\r\n")) < 0:
            data += self._received()
        status, found = int(data[9:12]), _LENGTH.search(data, 0, end + 2)
        left = (int(found[1]) if found else 0) - (len(data) - end - 4)
        parts = [data[end + 4 :]]
        while left > 0:
            parts.append(self._received())
            left -= len(parts[-1])
        return status, b"".join(parts)

    def _received(self) -> bytes:
        data = self._socket.recv(1 << 18)
        if not data:
            raise ConnectionResetError
        return data

    def close(self) -> None:
        """End the connection."""
        self._socket.close()


def load(port: int, asks: Iterator[Ask], connections: int, seconds: float = 1e9, stop: Callable[[], bool] = lambda: False) -> Told:
    """Return what came of asking until there is nothing more to ask, the time is over, or it is told to stop; a broken connection is made again."""
    told, lock, began = Told(), threading.Lock(), time.perf_counter()

    def work() -> None:
        line: Line | None = None
        while time.perf_counter() - began < seconds and not stop():
            with lock:
                asked = next(asks, None)
            if asked is None:
                break
            name, request = asked
            start = time.perf_counter()
            try:
                line = line or Line(port)
                status, body = line.ask(request)
            except OSError:
                line = None
                with lock:
                    told.broken += 1
                time.sleep(0.05)
                continue
            taken = time.perf_counter() - start
            with lock:
                told.statuses[name, status] += 1
                told.seconds.setdefault(name, []).append(taken)
                if status == 201:
                    told.receipts.append(json.loads(body))
        if line:
            line.close()

    threads = [threading.Thread(target=work, daemon=True) for _ in range(connections)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    told.taken = time.perf_counter() - began
    return told


def prepared(folder: Path, standard: Standard, organs: int, catalogue: str = "sqlite") -> str:
    """Return the API key of an account that may hand in reports of all organs of a new archive, ``o0`` and so on."""
    with furnished(folder, standard, catalogue) as archive:
        rows = "".join(f"o{number},示例省第{number}机关\n" for number in range(organs))
        archive.import_organs(organfile.read(f"id,name\n{rows}".encode(), "organs.csv").organs, ARCHIVIST)
        here = service.opened(settled(), archive)
        here.accounts.add(Account(LOADER, ("archivist",), None), ARCHIVIST, "correct-horse-7")
        return here.keys.make(LOADER, "load", None, LOADER, "-")[1]


def free_port() -> int:
    """Return a port that was free just now."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@contextmanager
def running(folder: Path, workers: int | None = None, **more: str) -> Iterator[tuple[subprocess.Popen[bytes], int]]:
    """Run ``govreport serve`` on an archive, by as many processes as are usual, and yield its process and port; without limits of rate."""
    port = free_port()
    settings = {"RATE": "1000000/second", "PUBLISH_EVERY": "0", "WORKERS": str(workers or ""), "PORT": str(port), "LOG_LEVEL": "error", "DRAIN": "20", **more}
    environment = {**os.environ, **{f"GOVREPORT_SERVICE_{name}": value for name, value in settings.items()}}
    command = [str(Path(sys.executable).with_name("govreport")), "serve", "--archive", str(folder)]
    with subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, start_new_session=True) as process:
        try:
            await_answer(port)
            yield process, port
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)


def await_answer(port: int, within: float = 120) -> None:
    """Return when the service answers; raises ``OSError`` where it does not."""
    end = time.monotonic() + within
    while True:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/api/v1/health/ready", timeout=10):
                return
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.1)


def handed_in(key: str, documents: Sequence[bytes], first: int = 0) -> Iterator[Ask]:
    """Yield a deposit of each document, each of an organ and with a key of its own."""
    for number, data in enumerate(documents, first):
        yield "deposit", put(f"/api/v1/reports/o{number}.{year(data)}.organ/content?reason=load", key, data)


def mixed(key: str, documents: Sequence[bytes], pages: Sequence[str], reads: int) -> Iterator[Ask]:
    """Yield deposits with so many readings of public and of protected pages between them."""
    paths = itertools.cycle(pages)
    for ask in handed_in(key, documents):
        yield ask
        for _ in range(reads):
            path = next(paths)
            yield "api" if path.startswith("/api") else "page", got(path, key if path.startswith("/api") else "")


def endless(asked: Callable[[], Iterator[Ask]]) -> Iterator[Ask]:
    """Yield what is asked over and over: deposits that are there already are handed in again."""
    while True:
        yield from asked()


def year(data: bytes) -> int:
    """Return the year that a report says."""
    found = re.search(rb"<year>(\d+)</year>", data)
    assert found
    return int(found[1])


def memory(process: int) -> int:
    """Return the bytes that a process and those it has started hold, shared pages counted once for each."""
    own = int(Path(f"/proc/{process}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    children = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    return own + sum(memory(int(each)) for each in children)


def lost(archive: Archive, receipts: Sequence[dict[str, object]]) -> list[dict[str, object]]:
    """Return the receipts that the archive does not stand for: no such version, other bytes, content that cannot be had."""
    missing = []
    for receipt in receipts:
        try:
            found = archive.version(str(receipt["id"]), int(str(receipt["version"])))
            whole = found.sha256 == receipt["sha256"] and bool(archive.content(found).original)
        except Exception:
            whole = False
        if not whole:
            missing.append(receipt)
    return missing
