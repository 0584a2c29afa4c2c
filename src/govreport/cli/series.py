"""What the reports of a batch are judged beside: the batch itself as a series, the members of an aggregate, a file of waivers."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from govreport.cli import batch
from govreport.cli.errors import USAGE, CommandError
from govreport.cli.progress import watched
from govreport.cli.settings import Settings
from govreport.cli.single import expanded, suffixes
from govreport.cli.unread import ENGINE
from govreport.contents import Contents
from govreport.model import Report
from govreport.readers import Limits, read
from govreport.sources import Document, File, Sources, Unreadable, opened, stem, unopened
from govreport.standard import load
from govreport.validation.companions import Companions
from govreport.validation.series import Kept, Shelf, kept, named, series, unpacked
from govreport.waivers import Beside as Waived
from govreport.waivers import WaiverError
from govreport.waivers import load as load_waivers


@dataclass(frozen=True)
class Beside:
    """What stands beside every report of one call; small enough to send to another process."""

    settings: Settings
    previous: Report | None = None
    shelf: Path | None = None
    waivers: tuple[Waived, ...] = ()

    def companions(self, document: Document) -> Callable[[Contents], Companions]:
        """Return what tells the companions of a document's report, once that is read."""

        def of(read: Contents) -> Companions:
            found = Companions(self.previous)
            if self.shelf is not None:
                found = series(self.shelf).companions(document.source, read.report, load(self.settings.schema))
            waivers = tuple(each.waiver for each in self.waivers if each.concerns(read.metadata, document.source))
            return replace(found, waivers=waivers) if waivers else found

        return of


@dataclass(frozen=True)
class Keeper:
    """Reads documents to be kept, in this process or another; None for one that is no report or cannot be read."""

    settings: Settings
    source_format: str | None
    limits: Limits

    def __call__(self, found: Document | Unreadable | File) -> tuple[str, Kept | None]:
        """Return the relative name of a document with its report as it is kept."""
        document = opened(found)
        if isinstance(document, Unreadable):
            return document.relative, None
        standard = load(self.settings.schema)
        try:
            report = read(document.data, document.name, standard, self.source_format, self.limits).report
        except ENGINE:
            return document.relative, None
        return document.relative, kept(document.source, report, standard) if report is not None else None

    def broken(self, document: Document | Unreadable | File, _: str) -> tuple[str, Kept | None]:
        """Return what is kept of a document of which a process died or that took too long: nothing."""
        return document.relative, None


@contextmanager
def beside(
    settings: Settings, keeper: Keeper, jobs: int, previous: Report | None, members: str | None, sources: Sources | None, waivers: str | None
) -> Iterator[Beside]:
    """Gather what stands beside the reports and drop it at the end; ``sources`` are given where they are a series of their own.

    Raises ``CommandError`` (exit 2) for members or waivers that are not there, and for a series that cannot be read twice.
    """
    waived = _waivers(waivers, settings) if waivers else ()
    if members is None and sources is None:
        yield Beside(settings, previous, waivers=waived)
        return
    if sources is not None and any(place.path is None for place in sources.places):
        raise CommandError(USAGE, "error.series-input")
    folder = Path(tempfile.mkdtemp(prefix="govreport-"))
    try:
        shelf = Shelf(folder / "series.sqlite", load(settings.schema))
        shelf.beside(previous, tuple(_members(keeper, expanded([members], settings.say), jobs)) if members else ())
        if sources is not None:
            found = batch.each(keeper, unopened(sources, suffixes(), keeper.limits.size), jobs, keeper.broken)
            for _, each in watched(found, sources, settings.say("progress.series")):
                if each is not None:
                    shelf.add(each)
        shelf.seal(series=sources is not None)
        yield Beside(settings, previous, folder / "series.sqlite", waived)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _members(keeper: Keeper, sources: Sources, jobs: int) -> Iterator[Report]:
    """Yield the members of an aggregate; one that cannot be read is a name without tables, and so is listed as missing."""
    for relative, found in batch.each(keeper, unopened(sources, suffixes(), keeper.limits.size), jobs, keeper.broken):
        yield named(stem(relative)) if found is None else unpacked(found.body)


def _waivers(path: str, settings: Settings) -> tuple[Waived, ...]:
    try:
        return load_waivers(Path(path), settings.schema)
    except WaiverError as error:
        raise CommandError(USAGE, "error.waivers", detail=error.text(settings.say.lang)) from error
