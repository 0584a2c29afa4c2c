"""A progress bar on long work, only where standard error is a terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

from govreport.sources import Sources

Item = TypeVar("Item")


def watched(items: Iterable[Item], sources: Sources, label: str) -> Iterator[Item]:
    """Yield the items while a bar counts them; the number in all is known where no source is an archive."""
    if not sources.several or not sys.stderr.isatty():
        yield from items
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    total = None if any(place.packed for place in sources.places) else len(sources.places)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(label, total=total)
        for item in items:
            yield item
            progress.advance(task)
