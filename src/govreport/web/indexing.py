"""What was deposited taken into the catalogue in the background, by one worker of all, so that no question has to wait for it."""

from __future__ import annotations

import time

from govreport.archive import Archive
from govreport.archive.catalogue import contents, database, deleted
from govreport.web.watching import Watcher

LOCK = "indexer.lock"
EVERY = 2.0
"""Seconds between two looks."""
LONGEST = 60.0
"""Seconds that contents wait for deposits to pause: while these come in, the processor is theirs."""
MOST = 100
"""So many versions are taken in before it is asked again whether to stop."""


class Indexer(Watcher):
    """Looks whether contents wait, and takes them in when no more deposits come, or have come for long; a catalogue that may only be read is let be."""

    def __init__(self, archive: Archive, every: float = EVERY) -> None:
        super().__init__("indexing", archive.folder / LOCK, 0 if archive.database.read_only else every)
        self.archive = archive
        self._seen, self._since = -1, time.monotonic()

    def look(self) -> None:
        """Take in what waits, unless more is coming; what was deleted by law goes when nobody reads it any more."""
        deleted.forgotten(self.archive.database)
        with self.archive.reading() as connection:
            end, behind = database.head(connection).sequence, contents.behind(connection)
        if not behind:
            self._since = time.monotonic()
        elif end == self._seen or time.monotonic() - self._since > LONGEST:
            while not self._stop.is_set() and self.archive.take_in(most=MOST):
                pass
        self._seen = end
