"""``archive cells``: the cells of all reports as the long table, in CSV or Parquet, for analysis."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, BinaryIO

from govreport.cli.archives import need_known, opened, year_of
from govreport.cli.errors import ACCEPTED, USAGE, CommandError
from govreport.cli.outputs import STDOUT, whole
from govreport.cli.settings import Settings

if TYPE_CHECKING:
    from govreport.standard import Standard
    from govreport.writers.longtable import Row

SUFFIXES = (".csv", ".parquet")
EXTRA = "analysis"
GROUP = 10_000
"""So many rows are put into words at a time."""


def cells(settings: Settings, place: str, output: str, whose: tuple[str, bool, str], states: Sequence[str], everything: bool) -> int:
    """Write the long table of what is accepted or published, or of the states asked for; memory does not grow with its rows."""
    organ, line, text = whose
    year = year_of(text)
    packed = output.lower().endswith(SUFFIXES[1])
    if output != STDOUT and not output.lower().endswith(SUFFIXES):
        raise CommandError(USAGE, "error.report-format", name=output, known=" ".join(SUFFIXES))
    if packed:
        _need(output)
    with opened(settings, place, (output,)) as archive:
        from govreport.archive import Query
        from govreport.archive.celltable import cell_rows
        from govreport.archive.organs import AREA, LINE
        from govreport.archive.states import DONE

        need_known(archive, organ)
        query = Query(organ=organ or None, line=LINE if line else AREA, year=year, states=tuple(states) or DONE, everything=everything)
        with whole(output) as stream:
            (_parquet if packed else _text)(stream, cell_rows(archive, query), archive.standard)
    return ACCEPTED


def _need(output: str) -> None:
    try:
        import pyarrow.parquet  # noqa: F401
    except ImportError as error:
        raise CommandError(USAGE, "error.extra", name=output, detail=EXTRA) from error


def _text(stream: BinaryIO, rows: Iterator[Row], _: Standard) -> None:
    from govreport.writers.csv import LONG, line, lines

    stream.write(lines([LONG]).encode("utf-8"))
    while group := [line(row) for row in islice(rows, GROUP)]:
        stream.write(lines(group).encode("utf-8"))


def _parquet(stream: BinaryIO, rows: Iterator[Row], standard: Standard) -> None:
    from govreport.writers.parquet import parquet

    with parquet(stream, standard) as table:
        table.add(rows)
