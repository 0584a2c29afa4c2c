"""The service under a January's load, as processes of its own beside the one that loads them: deposits, pages, both at once, memory."""

from __future__ import annotations

import itertools
import os
import signal
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from bench.reports import report
from bench.timing import Ratio
from govreport import standard
from govreport.archive import Archive, Request, open_archive
from govreport.site.wish import Wish
from govreport.web import publishing
from govreport.web.settings import Settings
from tests import archives, load

CONNECTIONS = 8
DEPOSITS, ALONE = 600, 200
"""How many reports are handed in over the wire, and how many into the archive directly, to compare."""
READS = 6000
MIXED = 20
"""Readings for every deposit in the mixed load."""
PATHS = ("/public/", "/public/search.html", "/standard/form-2021.html", "/api/v1/reports/qingshi.2023.government")


def lines() -> Iterator[str | Ratio]:
    """Yield what was measured, a line each, then the ratios that have a target."""
    build = Path(__file__).resolve().parents[1] / "build"
    build.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=build) as name:
        yield from _lines(Path(name))


def _lines(folder: Path) -> Iterator[str | Ratio]:
    known = standard.load()
    documents = [report(seed, known) for seed in range(DEPOSITS + ALONE + 60)]
    key = load.prepared(folder / "archive", known, len(documents))
    with open_archive(folder / "archive", known) as archive:
        archives.published(archive, 1)
        alone = _alone(archive, documents[-ALONE:])
    publishing.publish(str(folder / "archive"), known.root, folder / "archive" / "public", Wish())
    with load.running(folder / "archive") as (process, port):
        load.load(port, load.handed_in(key, documents[DEPOSITS : DEPOSITS + 50], DEPOSITS), CONNECTIONS)
        spent = _spent(process.pid)
        put = load.load(port, load.handed_in(key, documents[: DEPOSITS // 2]), CONNECTIONS)
        put_spent = (_spent(process.pid) - spent) / (DEPOSITS // 2)
        read = load.load(port, itertools.islice(itertools.cycle([("page", load.got(path)) for path in PATHS[:3]]), READS), CONNECTIONS)
        before = load.memory(process.pid)
        both = load.load(port, load.mixed(key, documents[DEPOSITS // 2 : DEPOSITS], PATHS, MIXED), CONNECTIONS)
        after = load.memory(process.pid)
        process.send_signal(signal.SIGTERM)
        process.wait(60)
    size = sum(map(len, documents)) / len(documents) / 1000
    yield f"the service, {Settings().processes} processes, {CONNECTIONS} connections, reports of {size:.0f} KB, judged completely and durable:"
    yield f"  {'deposits a second':44} {put.rate('deposit'):8.0f}   p50 {_milliseconds(put, 'deposit', 0.5)}, p99 {_milliseconds(put, 'deposit', 0.99)}"
    yield f"  {'processor time of the service for each, ms':44} {put_spent * 1000:8.1f}   of one put into the archive directly: {alone * 1000:.1f}"
    yield f"  {'pages a second':44} {read.rate('page'):8.0f}   p50 {_milliseconds(read, 'page', 0.5)}, p99 {_milliseconds(read, 'page', 0.99)}"
    yield f"  {'both at once: deposits, pages, API a second':44} " + ", ".join(f"{both.rate(name):.0f}" for name in ("deposit", "page", "api"))
    yield f"  {'memory before and after, MB':44} {before / 1e6:8.0f}, {after / 1e6:.0f}"
    with open_archive(folder / "archive", known) as archive:
        receipts = put.receipts + both.receipts
        lost = len(load.lost(archive, receipts))
    failed = sum(told.failures + told.broken for told in (put, read, both))
    yield f"  {'receipts, lost ones, failures':44} {len(receipts):8}, {lost}, {failed}"
    if lost or failed or len(receipts) != DEPOSITS:
        raise RuntimeError(f"under load: {len(receipts)} receipts of {DEPOSITS}, {lost} lost, {failed} failures")
    yield Ratio("processor time: a deposit over the wire / into the archive", put_spent / alone, 1.6, True, (put_spent, alone))
    yield Ratio("pages a second / deposits a second", read.rate("page") / put.rate("deposit"), 5, False)
    yield Ratio("memory after / before the mixed load", after / before, 1.3, True)


def _alone(archive: Archive, documents: list[bytes]) -> float:
    """Return the seconds of the processor that a deposit takes in this process, one after the other."""
    for data in documents[:20]:
        archive.deposit(Request(data, "report.xml", reason="load"), archives.ARCHIVIST)
    start = time.process_time()
    for data in documents[20:]:
        archive.deposit(Request(data, "report.xml", reason="load"), archives.ARCHIVIST)
    return (time.process_time() - start) / len(documents[20:])


def _spent(process: int) -> float:
    """Return the seconds of the processor that a process and those it has started have taken."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    children = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK") + sum(_spent(int(each)) for each in children)


def _milliseconds(told: load.Told, name: str, share: float) -> str:
    return f"{told.quantile(name, share) * 1000:.0f} ms"


if __name__ == "__main__":
    for each in lines():
        print(each.line() if isinstance(each, Ratio) else each, flush=True)
