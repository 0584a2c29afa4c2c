"""Durable deposits beside the floor: plain fsynced puts of one blob that holds original, XML and findings together; sealing beside ocfl-py."""

from __future__ import annotations

import gc
import multiprocessing
import os
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from bench.reports import report
from bench.timing import Ratio
from govreport import standard
from govreport.archive import Archive, Request, create, judging, open_archive, organfile
from govreport.archive.digests import sha256
from govreport.archive.durable import sync
from govreport.archive.judging import Placement
from govreport.cli.main import GARBAGE
from govreport.profiles import load as load_profile

CLIENTS = 8
DEPOSITS = 600
"""How many deposits are measured, all clients together."""

ORGANS = 1500
NAMES = tuple(f"示例{place}{kind}人民政府" for place in "甲乙丙丁" for kind in "县镇市")
CLERK, REVIEWER = "clerk", "reviewer"

Work = Callable[[Path, Sequence[bytes]], None]


def lines() -> Iterator[str | Ratio]:
    """Yield what was measured, a line each, then the ratios that have a target."""
    build = Path(__file__).resolve().parents[1] / "build"
    build.mkdir(exist_ok=True)
    # not where temporary files are: that may be memory, where an fsync costs nothing
    with tempfile.TemporaryDirectory(dir=build) as place:
        folder = Path(place)
        known = standard.load()
        documents = [report(seed, known) for seed in range(DEPOSITS)]
        blobs = list(map(blob, documents))
        furnished(folder / "archive").close()
        # nothing is removed before all is measured: some file systems pass over what was removed lately, file by file, when one is made
        for name in ("floor", "crowd"):
            (folder / name).mkdir()
        start = time.perf_counter()
        puts(folder / "floor", blobs[: len(blobs) // 2])
        floor = len(blobs) // 2 / (time.perf_counter() - start)
        crowd = clients(puts, folder / "crowd", blobs)
        ours = clients(deposits, folder / "archive", documents)
        judged = clients(validations, folder, documents)
        size = sum(map(len, blobs)) / len(blobs) / 1000
        yield f"{CLIENTS} clients, {DEPOSITS} reports, blobs of {size:.0f} KB, each line a second:"
        yield f"  {'plain fsynced puts, one after the other':40} {floor:8.0f}"
        yield f"  {'plain fsynced puts, all clients':40} {crowd:8.0f}"
        yield f"  {'validations alone':40} {judged:8.0f}"
        yield f"  {'durable deposits, validated':40} {ours:8.0f}"
        yield Ratio("durable deposits / fsynced puts one after the other", ours / floor, 0.3, False)
        yield from sealing(folder)


def sealing(folder: Path) -> Iterator[str | Ratio]:
    """Yield how many versions are sealed a second, and how many objects ocfl-py makes of the same files."""
    with open_archive(folder / "archive") as archive:
        waiting = archive.unsealed(everything=True)[:200]
        one_by_one, together = waiting[::2], waiting[1::2]
        contents = [archive.content(version).files() for version in one_by_one]
        start = time.perf_counter()
        for version in one_by_one:
            archive.seal(version.id, REVIEWER, version.version)
        ours = len(one_by_one) / (time.perf_counter() - start)
        start = time.perf_counter()
        several = len(list(archive.sealer.each_sealed(together, REVIEWER))) / (time.perf_counter() - start)
    yield f"  {'versions sealed one by one, fsynced':40} {ours:8.0f}"
    yield f"  {'versions sealed together, fsynced':40} {several:8.0f}"
    yield f"  {'objects of ocfl-py, then fsynced':40} {ocfl_py(folder / 'fsynced', contents, True):8.0f}"
    yield f"  {'objects of ocfl-py, not fsynced':40} {ocfl_py(folder / 'peer', contents, False):8.0f}"


def ocfl_py(folder: Path, contents: Sequence[dict[str, bytes]], durable: bool) -> float:
    """Return how many objects ocfl-py makes a second of files in a folder; it leaves the disk to the system, so that for ``durable`` ones we do it."""
    import logging

    from ocfl import Object, VersionMetadata

    logging.getLogger().setLevel(logging.WARNING)

    sources = []
    for number, files in enumerate(contents):
        source = folder / f"in{number}"
        for name, data in files.items():
            (source / name).parent.mkdir(parents=True, exist_ok=True)
            (source / name).write_bytes(data)
        sources.append(source)
    start = time.perf_counter()
    for number, source in enumerate(sources):
        made = Object(identifier=f"urn:{number}")
        made.create(srcdir=str(source), objdir=str(folder / f"out{number}"), metadata=VersionMetadata())
        for path in (folder / f"out{number}", *(folder / f"out{number}").rglob("*")) if durable else ():
            sync(path)
    return len(sources) / (time.perf_counter() - start)


def clients(work: Work, folder: Path, items: Sequence[bytes]) -> float:
    """Return how many items a second processes get done together; their start is not counted."""
    context = multiprocessing.get_context("fork")
    barrier = context.Barrier(CLIENTS + 1, timeout=60)

    def client(own: Sequence[bytes]) -> None:
        gc.freeze()
        gc.set_threshold(GARBAGE, 20, 20)
        work(folder, own[:0])
        barrier.wait()
        work(folder, own)

    processes = [context.Process(target=client, args=(items[number::CLIENTS],)) for number in range(CLIENTS)]
    for process in processes:
        process.start()
    barrier.wait()
    start = time.perf_counter()
    for process in processes:
        process.join()
    taken = time.perf_counter() - start
    if any(process.exitcode for process in processes):
        raise RuntimeError(f"{work.__name__}: a client failed")
    return len(items) / taken


_open: dict[Path, Archive] = {}


def deposits(folder: Path, documents: Sequence[bytes]) -> None:
    """Deposit documents."""
    archive = _open.setdefault(folder, open_archive(folder)) if folder not in _open else _open[folder]
    if not documents:
        # what a process does once
        blob(report(1, archive.standard))
    for number, data in enumerate(documents):
        archive.deposit(Request(data, f"{number}.xml", reason="a correction"), CLERK)


def validations(_: Path, documents: Sequence[bytes]) -> None:
    """Judge documents and keep nothing."""
    known, profile = standard.load(), load_profile("submission")
    for data in documents:
        judging.judged(Request(data, "a.xml"), known, profile, "organ", nowhere)


def nowhere(*_: object) -> Placement:
    """Return the placement of a report that has none."""
    return Placement()


def puts(folder: Path, blobs: Sequence[bytes]) -> None:
    """Keep blobs as files: temporary name, fsync, link, fsync of the folder."""
    for data in blobs:
        digest = sha256(data)
        target, part = folder / digest[:2] / digest, folder / f"{digest}.part"
        target.parent.mkdir(exist_ok=True)
        descriptor = os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o644)
        os.write(descriptor, data)
        os.fsync(descriptor)
        os.close(descriptor)
        os.link(part, target)
        part.unlink()
        descriptor = os.open(target.parent, os.O_RDONLY)
        os.fsync(descriptor)
        os.close(descriptor)


def blob(data: bytes) -> bytes:
    """Return the blob of a document: what a deposit of it keeps."""
    known, profile = standard.load(), load_profile("submission")
    request = Request(data, "a.xml")
    return judging.packed(judging.judged(request, known, profile, "organ", nowhere), request, profile).packed


def furnished(folder: Path) -> Archive:
    """Return a new archive with a register of a province and two persons."""
    shutil.rmtree(folder, ignore_errors=True)
    create(folder)
    archive = open_archive(folder)
    archive.add_person(CLERK, ["archivist", "clerk"], None)
    archive.add_person(REVIEWER, ["reviewer"], CLERK)
    names = (*NAMES, *(f"示例省第{number}机关" for number in range(ORGANS - len(NAMES))))
    rows = "".join(f"o{number},{name}\n" for number, name in enumerate(names))
    archive.import_organs(organfile.read(f"id,name\n{rows}".encode(), "organs.csv").organs, CLERK)
    return archive


if __name__ == "__main__":
    for each in lines():
        print(each.line() if isinstance(each, Ratio) else each, flush=True)
