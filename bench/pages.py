"""Pages beside the parse of the reports they show, and a folder of them on one process and on two."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from lxml import etree

from bench.reports import report, write_reports
from bench.timing import COMMAND, Ratio, command, spent
from govreport import standard
from govreport.stylesheet import stylesheet, textual
from govreport.writers import html

Item = TypeVar("Item")
REPORTS, FILES = 40, 400
"""How many reports are drawn in one process, and how many a folder holds."""


def lines() -> Iterator[str | Ratio]:
    """Yield what a page costs, in milliseconds a report, then every ratio that has a target."""
    known = standard.load()
    documents = [report(seed, known) for seed in range(REPORTS)]
    trees = [etree.fromstring(each) for each in documents]
    sheet, plain = stylesheet(html.STYLESHEET, known.root), etree.XSLT.strparam("report")
    quick = textual(html.STYLESHEET, known.root, "zh")
    assert quick is not None
    written = [quick(each, source=plain) for each in trees]
    parse = _each(etree.fromstring, documents)
    work = {
        "stylesheet, as a tree": _each(lambda each: sheet(each, source=plain), trees),
        "stylesheet, as text": _each(lambda each: quick(each, source=plain), trees),
        "writing out": _each(bytes, written),
        "all": _each(_page(known), documents),
    }
    yield f"{REPORTS} reports of {sum(map(len, documents)) / REPORTS / 1000:.0f} KB as pages: milliseconds a report, times the lxml parse"
    yield from (f"  {name:40} {1000 * each:8.3f} {each / parse:8.2f}" for name, each in {"lxml: parse": parse, **work}.items())
    yield Ratio("a report's page, from XML / lxml parse", work["all"] / parse, 3, True, (work["all"], parse))
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "reports")
        write_reports(source, FILES, known)
        convert = (*COMMAND, "convert", str(source), "--to", "html")
        once, twice = (command([*convert, "-o", f"{folder}/{jobs}/", "--jobs", jobs], 1) for jobs in ("1", "2"))
        yield Ratio(f"{FILES} reports to pages: one process / two", once / twice, 1.6, False, (once, twice))


def _page(known: standard.Standard) -> Callable[[bytes], bytes]:
    return lambda data: html.page(data, known)


def _each(work: Callable[[Item], object], items: Sequence[Item]) -> float:
    """Return the least seconds of the processor that a piece of work took, a report; what comes of one is let go before the next, as commands do."""

    def all_of_them() -> None:
        for each in items:
            work(each)

    return spent(all_of_them, 15) / len(items)
