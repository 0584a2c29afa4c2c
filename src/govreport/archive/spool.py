"""Where deposits of many processes wait to be recorded together: whoever has the turn records all that wait (group commit).

What waits here is not durable and need not be: nobody has a receipt for it yet. What was left by a process that has ended is dropped.
"""

from __future__ import annotations

import json
import os
import socket
import time
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from govreport.archive.failures import of_system
from govreport.archive.store import alive

FOLDER = "spool"
_ASKED, _ANSWERED, _PART = ".asked", ".answered", ".part"


@dataclass(frozen=True, slots=True)
class Asked:
    """What a process asks for, under the ticket with which it fetches the answer."""

    ticket: str
    data: Mapping[str, object]


class Spool:
    """The waiting requests of an archive, as files in a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def ask(self, data: Mapping[str, object]) -> str:
        """Return the ticket of a request; raises ``BrokenError`` where it cannot be written."""
        ticket = f"{time.time_ns():020d}.{socket.gethostname()}.{os.getpid()}.{os.urandom(4).hex()}"
        self._write(ticket, _ASKED, data)
        return ticket

    def waiting(self) -> Iterator[Asked]:
        """Yield what waits, the oldest first; raises ``BrokenError`` where the folder cannot be read."""
        try:
            names = sorted(entry.name for entry in os.scandir(self.folder))
        except OSError as error:
            raise of_system(error) from error
        for name in names:
            ticket, _, state = name.rpartition(".")
            # what cannot be read is asked for again by whoever has left it
            with suppress(OSError):
                if _deserted(ticket):
                    self.folder.joinpath(name).unlink()
                elif f".{state}" == _ASKED:
                    yield Asked(ticket, json.loads(self.folder.joinpath(name).read_bytes()))

    def answer(self, ticket: str, data: Mapping[str, object]) -> None:
        """Leave the answer to a request; one that cannot be written is left to be asked for again."""
        with suppress(OSError):
            self._write(ticket, _ANSWERED, data)
            self.folder.joinpath(ticket + _ASKED).unlink(missing_ok=True)

    def answered(self, ticket: str) -> Mapping[str, object] | None:
        """Return the answer to a request and forget both, None where there is none yet."""
        path = self.folder / (ticket + _ANSWERED)
        try:
            found: Mapping[str, object] = json.loads(path.read_bytes())
        except FileNotFoundError:
            return None
        path.unlink(missing_ok=True)
        return found

    def withdraw(self, ticket: str) -> None:
        """Take a request back."""
        with suppress(OSError):
            self.folder.joinpath(ticket + _ASKED).unlink(missing_ok=True)

    def _write(self, ticket: str, suffix: str, data: Mapping[str, object]) -> None:
        part, path = self.folder / (ticket + _PART), self.folder / (ticket + suffix)
        try:
            part.write_text(json.dumps(data, ensure_ascii=False), "utf-8")
            part.replace(path)
        except OSError as error:
            with suppress(OSError):
                part.unlink(missing_ok=True)
            raise of_system(error) from error


def _deserted(ticket: str) -> bool:
    """Return whether the process that asked has ended."""
    host, _, process = ticket.rpartition(".")[0].partition(".")[2].rpartition(".")
    return host == socket.gethostname() and process.isdigit() and not alive(int(process))
