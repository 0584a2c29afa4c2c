"""What was deposited taken into the catalogue in the background, by one worker of all, so that no question has to wait for it."""

from __future__ import annotations

import fcntl
import logging
import threading
import time

from govreport.archive import Archive, ArchiveError
from govreport.archive.catalogue import contents, database

LOCK = "indexer.lock"
EVERY = 2.0
"""Seconds between two looks."""
LONGEST = 60.0
"""Seconds that contents wait for deposits to pause: while these come in, the processor is theirs."""
MOST = 100
"""So many versions are taken in before it is asked again whether to stop."""

_log = logging.getLogger("govreport.indexing")


class Indexer:
    """Looks every so often whether contents wait, and takes them in when no more deposits come, or have come for long."""

    def __init__(self, archive: Archive, every: float = EVERY) -> None:
        self.archive, self.every = archive, every
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="indexer", daemon=True)
        self._seen, self._since = -1, time.monotonic()

    def start(self) -> None:
        """Begin to look; nothing where the catalogue may only be read."""
        if not self.archive.database.read_only:
            self._thread.start()

    def stop(self) -> None:
        """Stop looking; what is being taken in is finished, the next process goes on with the rest."""
        self._stop.set()
        if self._thread.is_alive():
            self._thread.join()

    def _run(self) -> None:
        with (self.archive.folder / LOCK).open("a") as lock:
            while not self._stop.wait(self.every):
                try:
                    fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                    self._look()
                except BlockingIOError:
                    continue  # another process does it
                except (ArchiveError, OSError) as error:
                    _log.error("contents: %s", error)

    def _look(self) -> None:
        with self.archive.reading() as connection:
            end, behind = database.head(connection).sequence, contents.behind(connection)
        if not behind:
            self._since = time.monotonic()
        elif end == self._seen or time.monotonic() - self._since > LONGEST:
            while not self._stop.is_set() and self.archive.take_in(most=MOST):
                pass
        self._seen = end
