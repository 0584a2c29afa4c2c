"""Where deposits of many processes wait to be recorded together: whoever has the turn records all that wait (group commit).

What waits here is not durable and need not be: nobody has a receipt for it yet. Whoever waits has a file that is written over again and again,
with the request and then by another with its answer: to make and remove one for each takes a file system ten times as long. A line half
written is told by its checksum. The files of a process that has ended are removed.
"""

from __future__ import annotations

import json
import os
import socket
import time
import zlib
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path

from govreport.archive.failures import of_system
from govreport.machine import alive

FOLDER = "spool"
_ASKED, _ANSWERED = b"asked", b"answered"
_USUAL = 4096
"""Bytes in which a request or an answer mostly ends."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a process asks for, under the ticket with which it fetches the answer; tickets are in the order of time."""

    ticket: str
    data: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class _Slot:
    """A file in which a thread of this process waits."""

    name: str
    descriptor: int


class Spool:
    """The waiting requests of an archive, as files in a folder; may be used by many threads, and after a fork."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._process = os.getpid()
        self._free: list[_Slot] = []
        self._taken: dict[str, _Slot] = {}

    def ask(self, data: Mapping[str, object]) -> str:
        """Return the ticket of a request; raises ``BrokenError`` where it cannot be written."""
        ticket = ""
        try:
            slot = self._slot()
            ticket = f"{time.time_ns():020d}.{slot.name}"
            self._taken[ticket] = slot
            os.pwrite(slot.descriptor, _line(_ASKED, ticket, data), 0)
        except OSError as error:
            self.withdraw(ticket)
            raise of_system(error) from error
        return ticket

    def waiting(self) -> list[Asked]:
        """Return what waits, the oldest first; raises ``BrokenError`` where the folder cannot be read."""
        found = []
        try:
            names = [entry.name for entry in os.scandir(self.folder)]
        except OSError as error:
            raise of_system(error) from error
        ended = _ended(names)
        for name in names:
            # what cannot be read is asked for again by whoever has left it
            with suppress(OSError):
                if name in ended:
                    self.folder.joinpath(name).unlink()
                    continue
                ticket, data = _read(_first_line(f"{self.folder}/{name}"), _ASKED)
                if data is not None:
                    found.append(Asked(ticket, data))
        return sorted(found, key=attrgetter("ticket"))

    def answer(self, ticket: str, data: Mapping[str, object]) -> None:
        """Leave the answer to a request; one that cannot be written is left to be asked for again."""
        with suppress(OSError):
            descriptor = os.open(self.folder / _name(ticket), os.O_WRONLY)
            try:
                os.pwrite(descriptor, _line(_ANSWERED, ticket, data), 0)
            finally:
                os.close(descriptor)

    def answered(self, ticket: str) -> Mapping[str, object] | None:
        """Return the answer to a request, None where there is none yet."""
        slot = self._taken[ticket]
        with suppress(OSError):
            about, data = _read(_line_of(slot.descriptor), _ANSWERED)
            return data if about == ticket else None
        return None

    def withdraw(self, ticket: str) -> None:
        """Take back a request, answered or not."""
        slot = self._taken.pop(ticket, None)
        if slot is not None:
            with suppress(OSError):
                os.pwrite(slot.descriptor, b"\n", 0)
            self._free.append(slot)

    def close(self) -> None:
        """Remove the files in which nobody waits any more."""
        while (slot := self._spare()) is not None:
            with suppress(OSError):
                os.close(slot.descriptor)
                self.folder.joinpath(slot.name).unlink(missing_ok=True)

    def _slot(self) -> _Slot:
        if self._process != os.getpid():
            # those of the process that forked are its own
            self._process, self._free, self._taken = os.getpid(), [], {}
        while (slot := self._spare()) is not None:
            if os.fstat(slot.descriptor).st_nlink:
                return slot
            # somebody has taken it away
            os.close(slot.descriptor)
        name = f"{socket.gethostname()}.{os.getpid()}.{os.urandom(4).hex()}"
        return _Slot(name, os.open(self.folder / name, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o644))

    def _spare(self) -> _Slot | None:
        """Return a file in which nobody waits, None where there is none: another thread may take the last one at any time."""
        with suppress(IndexError):
            return self._free.pop()
        return None


def _line(kind: bytes, ticket: str, data: Mapping[str, object]) -> bytes:
    """Return a request or an answer as a line behind its checksum; what an older one has left behind the line does not count."""
    said = b"%s %s %s" % (kind, ticket.encode("ascii"), json.dumps(data, ensure_ascii=False).encode("utf-8"))
    return b"%08x %s\n" % (zlib.crc32(said), said)


def _first_line(path: str) -> bytes:
    """Return what a file begins with: whoever has the turn looks into all of them, and most are empty."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        return _line_of(descriptor)
    finally:
        os.close(descriptor)


def _line_of(descriptor: int) -> bytes:
    data = os.pread(descriptor, _USUAL, 0)
    return data if b"\n" in data else os.pread(descriptor, os.fstat(descriptor).st_size, 0)


def _read(data: bytes, wanted: bytes) -> tuple[str, Mapping[str, object] | None]:
    """Return the ticket and what a line of a kind says; None where it is another, or not whole."""
    checksum, _, said = data.partition(b"\n")[0].partition(b" ")
    kind, _, rest = said.partition(b" ")
    if kind != wanted or checksum != b"%08x" % zlib.crc32(said):
        return "", None
    ticket, _, content = rest.partition(b" ")
    return ticket.decode("ascii"), json.loads(content)


def _name(ticket: str) -> str:
    return ticket.partition(".")[2]


def _ended(names: Iterable[str]) -> frozenset[str]:
    """Return those files whose process has ended."""
    owners = {name: name.rpartition(".")[0] for name in names}
    here = f"{socket.gethostname()}."
    gone = {each for each in set(owners.values()) if each.startswith(here) and each[len(here) :].isdigit() and not alive(int(each[len(here) :]))}
    return frozenset(name for name, owner in owners.items() if owner in gone)
