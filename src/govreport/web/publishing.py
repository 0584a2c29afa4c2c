"""Public pages kept up with the archive: built by a process of their own whenever something public has changed, by one worker of all."""

from __future__ import annotations

import logging
import multiprocessing
import os
import time
from pathlib import Path

from prometheus_client import Counter, Gauge

from govreport.archive import Archive, ArchiveError, open_archive
from govreport.archive.publication import holdings, last_change, organs
from govreport.reference import pages
from govreport.site import builder, files
from govreport.site.wish import Wish
from govreport.standard import load
from govreport.web import logs
from govreport.web.settings import Settings
from govreport.web.watching import Watcher

SITE, STANDARD = "site", "standard"
"""The folders below that of the public pages: reports, and the documentation of the standard."""
LOCK = "publisher.lock"
NICE = 10
"""How much the builder stands back for those who answer requests."""
AGAIN = 60.0
"""Seconds until a build that failed is tried again."""

_log = logging.getLogger("govreport.publishing")
BUILT = Counter("govreport_publications", "Builds of the public pages", ("outcome",))
SHOWN = Gauge("govreport_published_sequence", "The entry of the log that the public pages have come to", multiprocess_mode="max")


def folder(settings: Settings, archive: Archive) -> Path:
    """Return the folder of the public pages: that of the settings, else one in the archive's."""
    return settings.public_folder or archive.folder / "public"


def publish(place: str, schema: Path, target: Path, wish: Wish) -> builder.Built:
    """Return what building the public pages of an archive came to; only what has changed is made."""
    standard = load(schema)
    for name, data in pages.documentation(standard).items():
        files.write(target / STANDARD, name, data)
    with open_archive(place, standard) as archive:
        known = organs(archive)
        return builder.build(target / SITE, holdings(archive, known), known, standard, wish)


def _process(settings: Settings, place: str, schema: Path, target: Path, wish: Wish) -> None:
    os.nice(NICE)
    logs.install(settings)
    began = time.perf_counter()
    try:
        built = publish(place, schema, target, wish)
    except (ArchiveError, OSError) as error:
        _log.error("public pages: %s", error)
        raise SystemExit(1) from error
    for each in built.failures:
        _log.error("no page for %s: %s %s", each.holding.id, each.reason, each.detail)
    for path in built.broken:
        _log.error("page not drawn: %s", path)
    _log.info("public pages: %d reports, %d taken in, %d drawn, %.1f s", built.reports, built.taken, built.drawn, time.perf_counter() - began)
    raise SystemExit(1 if built.broken else 0)


class Publisher(Watcher):
    """Looks whether something public has changed, and has the pages built; a build under way when it is stopped is broken off."""

    def __init__(self, settings: Settings, archive: Archive) -> None:
        self.archive, self.target, self._settings = archive, folder(settings, archive), settings
        super().__init__("publishing", self.target / LOCK, settings.publish_every)
        self._wish = Wish(settings.public_title, settings.public_url, settings.public_pdf)
        self._done: int | None = None
        self._failed = 0.0

    def look(self) -> None:
        """Build the pages anew where they may be others."""
        now = last_change(self.archive, self._done or 0)
        if self._done == now or (self._failed and time.monotonic() - self._failed < AGAIN):
            return
        arguments = (self._settings, str(self.archive.folder), self.archive.standard.root, self.target, self._wish)
        process = multiprocessing.get_context("spawn").Process(target=_process, args=arguments, daemon=True)
        process.start()
        while process.is_alive() and not self._stop.is_set():
            process.join(0.1)
        if process.is_alive():
            process.terminate()
            process.join()
            return
        worked = process.exitcode == 0
        BUILT.labels("built" if worked else "failed").inc()
        self._failed = 0.0 if worked else time.monotonic()
        if worked:
            self._done = now
            SHOWN.set(now)
