"""What is asked of an archive of a province: totals of 1,500 organs, search of 40,000 reports, beside plain reads of the same rows.

``python -m bench.asking [REPORTS]`` runs it alone. Contents are put into the catalogue as ``archive.catalogue.contents`` puts them; the
store holds none of them, so that it is the asking that is measured.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import sqlalchemy as sa

from bench.contents import prose
from bench.timing import Ratio, least
from govreport.archive import Archive, Query, create, open_archive, organfile, search, totals
from govreport.archive.catalogue import contents, tables
from govreport.archive.catalogue.contentrows import Content, Figure
from govreport.archive.catalogue.contents import READ
from govreport.archive.states import Version
from govreport.model import Paragraph, Section
from govreport.numerals import MAXIMUM_DECIMALS
from govreport.standard import Standard, load

REPORTS, ORGANS, CITIES = 40_000, 1500, 20
CHARACTERS = 900
"""Characters of prose in a report: the published ones have 700 to 3,000."""

PAGE = 1000
FIRST = 1_000_000
"""The sequence of the first report, above those of the register."""

RARE, ABSENT = "\u9f98", "\u9f98\u9f98"
QUERIES = {
    "a common word": Query("公开"),
    "one character": Query("政"),
    "a phrase": Query("政府信息公开"),
    "a rare word": Query(RARE),
    "what nobody says": Query(ABSENT),
    "a word, a city, a year": Query("公开", organ="c3", year=2020),
    "a word and a cell": Query("公开", where=("applications.received.total > 500",)),
    "a code": Query(codes=("T3-ROW",)),
}
MOST = 0.05
"""Seconds that a search may take, and ten times as much totals."""


def lines(reports: int = REPORTS) -> Iterator[str | Ratio]:
    """Yield what was measured, a line each, then the ratios that have a target."""
    build = Path(__file__).resolve().parents[1] / "build"
    build.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=build) as name:
        create(Path(name) / "archive")
        with open_archive(Path(name) / "archive") as archive:
            start = time.perf_counter()
            year = filled(archive, reports)
            yield f"{reports} reports of {ORGANS} organs taken into the catalogue: {reports / (time.perf_counter() - start):.0f} a second"
            times = {name: least(lambda query=query: search(archive, query)) for name, query in QUERIES.items()}  # type: ignore[misc]
            for name, taken in times.items():
                yield f"  {'search: ' + name:40} {1000 * taken:8.1f} ms"
            slowest = max(times.values())
            yield Ratio("the slowest search / 50 ms", slowest / MOST, 1, True, (slowest, MOST))
            plain = least(lambda: rows_read(archive, year), 3)
            added = least(lambda: totals(archive, "root", year), 3)
            yield f"  {'reading the cells of a province and year':40} {1000 * plain:8.1f} ms"
            yield Ratio("totals of a province / 500 ms", added / MOST / 10, 1, True, (added, 10 * MOST))


def filled(archive: Archive, reports: int) -> int:
    """Fill a catalogue with the reports of a province, every organ one a year, and return the last full year."""
    archive.add_person("clerk", ["archivist", "clerk"], None)
    names = [f"c{number},示例省第{number}市人民政府,root" for number in range(CITIES)]
    names += [f"o{number},示例省第{number}机关,c{number % CITIES}" for number in range(ORGANS - CITIES)]
    register = organfile.read("\n".join(("id,name,parent", "root,示例省人民政府,", *names)).encode(), "organs.csv").organs
    archive.import_organs(register, "clerk")
    ids, rng, known = [each.id for each in register], random.Random(1), load(archive.standard.root)
    sentences = [text for seed in range(200) for text in _texts(prose(2021, [], 1500, random.Random(seed)))]
    last = 2025
    for start in range(0, reports, PAGE):
        versions, found = [], []
        for number in range(start, min(start + PAGE, reports)):
            organ, year = ids[number % len(ids)], last - (reports - 1) // len(ids) + number // len(ids)
            version = _version(organ, year, FIRST + number, rng)
            versions.append(version.row())
            found.append(_content(version, number, sentences, known, rng))
        with archive.database.writing() as connection:
            connection.execute(tables.versions.insert(), versions)
            contents.put(connection, found)
    return last - 1


def _texts(blocks: object) -> Iterator[str]:
    for block in blocks:  # type: ignore[attr-defined]
        if isinstance(block, Paragraph):
            yield block.text
        elif isinstance(block, Section):
            yield from _texts(block.blocks)


def _version(organ: str, year: int, sequence: int, rng: random.Random) -> Version:
    state = rng.choice(("published",) * 8 + ("accepted", "draft"))
    digest = f"{sequence:064x}"
    place = (f"{organ}.{year}.organ", 1, organ, year, "organ", state, "accepted", "submission", "", "a.xml", "xml", 1, digest, "", digest)
    return Version(*place, f"{organ} {year}", 0, 0, None, None, "clerk", sequence=sequence, time="")


def _content(version: Version, number: int, sentences: list[str], known: Standard, rng: random.Random) -> Content:
    said: list[str] = [version.title or ""]
    while sum(map(len, said)) < CHARACTERS:
        said.append(rng.choice(sentences))
    if number % 1000 == 7:
        said.append(f"试点{RARE}。")
    form = known.in_force(version.year)
    figures = []
    for table in form.tables.values():
        for row, column in table.cells:
            shape = table.columns[row][column]
            money = shape.kind == "money"
            value = rng.randrange(1000) if row == "received" else rng.choice((0, 0, 0, rng.randrange(50)))
            unit = (shape.unit or "") if money else None
            figures.append(Figure((form.edition, table.key, row, column), MAXIMUM_DECIMALS if money else 0, value, unit))
    forms = tuple(f"{form.edition}:{key}" for key in form.tables)
    return Content(version.sequence, READ, version.organ, "\n".join(said), forms, tuple(figures), (("T3-ROW", 1),) if number % 50 == 0 else ())


def rows_read(archive: Archive, year: int) -> int:
    """Return how many cells a year has, each of them read: the floor of any sum."""
    version, cell = tables.versions.c, tables.cells.c
    chosen = sa.select(version.sequence).where(version.year == year)
    with archive.reading() as connection:
        return int(connection.execute(sa.select(sa.func.count(), sa.func.sum(cell.value)).where(cell.document.in_(chosen))).one()[0])


if __name__ == "__main__":
    for each in lines(*map(int, sys.argv[1:2])):
        print(each.line() if isinstance(each, Ratio) else each, flush=True)
