"""Work that a service does behind its requests: looked for every so often in a thread of its own, by one process of all, the one that holds a lock."""

from __future__ import annotations

import fcntl
import logging
import threading
from abc import ABC, abstractmethod
from contextlib import ExitStack
from pathlib import Path
from typing import TextIO

from govreport.archive import ArchiveError


class Watcher(ABC):
    """Looks every so often whether there is something to do; never where ``every`` is 0 seconds."""

    def __init__(self, name: str, lock: Path, every: float) -> None:
        self.every, self._lock = every, lock
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)
        self._log = logging.getLogger(f"govreport.{name}")

    def start(self) -> None:
        """Begin to look."""
        if self.every:
            self._thread.start()

    def stop(self) -> None:
        """Stop looking; what ``look`` does just then it ends as soon as it can, the next process goes on with the rest."""
        self._stop.set()
        if self._thread.is_alive():
            self._thread.join()

    @abstractmethod
    def look(self) -> None:
        """Do what there is to do."""

    def _run(self) -> None:
        said = ""
        with ExitStack() as kept:
            lock: TextIO | None = None
            while not self._stop.wait(self.every):
                try:
                    lock = lock or kept.enter_context(self._opened())
                    fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                    self.look()
                    said = ""
                except BlockingIOError:
                    continue  # another process does it
                except (ArchiveError, OSError) as error:
                    if str(error) != said:
                        said = str(error)
                        self._log.error("%s: %s", self._thread.name, error)
                except Exception as error:  # a fault of ours: whoever ends here does nothing more until the service is started anew
                    if repr(error) != said:
                        said = repr(error)
                        self._log.exception("%s", self._thread.name)

    def _opened(self) -> TextIO:
        """Open the file that is locked, which a disk may not let be made now, but later."""
        self._lock.parent.mkdir(parents=True, exist_ok=True)
        return self._lock.open("a")
