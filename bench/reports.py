"""Seeded annual reports in the standard's XML, 30 to 60 KB each, a third of them wrong in the ways that real ones are.

What they are made of is what the published reports among the cases are made of, in the size asked for. These come to 9 to 16 KB in our XML:
the full tables of the form with their chapters take 7 KB in each, the rest is prose in paragraphs of 69 to 426 characters under numbered
headings, local tables, and notes on cells; there are 7.5 to 12.5 elements to a KB. A report of 30 to 60 KB has more of the rest: more
sections of paragraphs, tables by district or channel, attachments. ``python -m bench.reports [FOLDER]`` prints what they are made of, or
what the XML files of a folder are.
"""

from __future__ import annotations

import datetime
import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from hashlib import sha256
from itertools import count
from pathlib import Path
from random import Random

from lxml import etree

from bench.contents import attachment, grid, notes, prose
from bench.spoilt import spoilt
from govreport import standard as standards
from govreport.forms import Form
from govreport.model import Agency, Annotations, Chapter, Metadata, Period, Provenance, Report, Table, Value
from govreport.standard import Standard
from govreport.writers import write
from tests.corpus.truth import TrueTable, truth
from tests.judged import outcomes

LEAST, MOST = 30_000, 60_000
"""Bytes of a report."""

WRONG = 3
"""One report in so many is wrong."""

_CITY = ("city", "市")
_LEVELS = (("county", "县"), ("township", "镇"), _CITY)
_CHARACTER = 3.4
"""Bytes that a character of prose takes, with its share of the tags around it."""

_COUNTED = ("section", "paragraph", "tr", "td", "note")


def write_reports(folder: Path, number: int, standard: Standard) -> list[Path]:
    """Write that many reports into a folder and return their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for seed in range(number):
        paths.append(folder / f"{seed:05}.xml")
        paths[-1].write_bytes(report(seed, standard))
    return paths


def report(seed: int, standard: Standard) -> bytes:
    """Return the report of a seed as XML; every third one is wrong."""
    rng = Random(f"report {seed}")
    year = rng.randint(2019, 2025)
    form = standard.in_force(year)
    tables = _tables(form, standard, rng)
    bare = _report(form, standard, year, tables, rng)
    characters = int(max(rng.randint(LEAST, MOST - 10_000) - len(write(bare, "xml", standard)), 0) / _CHARACTER)
    sound = _told(bare, form, _stated(form, tables), characters, rng)
    return write(sound, "xml", standard) if seed % WRONG else spoilt(sound, rng, standard)


def _tables(form: Form, standard: Standard, rng: Random) -> dict[str, Table]:
    """Return tables of an edition in which every relation holds."""
    for _ in count():
        true = truth(rng.randrange(1 << 30), standard, blanks="full", editions=(form.edition,))
        tables = {key: _table(table) for key, table in true.tables.items()}
        if not any(outcome.failed for outcome in outcomes(form, tables)):
            return tables
    raise AssertionError


def _table(true: TrueTable) -> Table:
    cells: dict[tuple[str, str], Value] = {place: value for place, value in true.cells.items() if value is not None}  # type: ignore[misc]
    return Table(true.form.key, true.form.edition, cells, true.units)


def _report(form: Form, standard: Standard, year: int, tables: dict[str, Table], rng: Random) -> Report:
    """Return a report with everything but its prose."""
    level, kind = rng.choice(_LEVELS) if not _has_rules(form, tables) else _CITY
    name = f"示例{rng.choice('甲乙丙丁')}{kind}人民政府"
    title, published = f"{name}{year}年政府信息公开工作年度报告", datetime.date(year + 1, 1, rng.randint(2, 30))
    period = Period(datetime.date(year, 1, 1), datetime.date(year, 12, 31))
    contact = f"{name}办公室，电话0000-8000{rng.randint(100, 999)}"
    metadata = Metadata(Agency(name, "government", level), year, period, "organ", title, published=published, contact=contact)
    chapters = []
    for each in form.chapters:
        if each.title:
            blocks = tuple(tables[key] for key in each.tables) or tuple(grid(rng) for _ in range(rng.randint(0, 1)))
            chapters.append(Chapter(each.key, each.number, each.title, blocks))
    attachments = tuple(attachment(year, rng) for _ in range(rng.randint(0, 2)))
    source = Provenance(f"{year}.docx", sha256(rng.randbytes(8)).hexdigest(), "text-legacy", standard.release)
    return Report(standard.claim, metadata, tuple(chapters), attachments, Annotations(notes(form, tables, rng)), source)


def _told(bare: Report, form: Form, stated: dict[str, list[str]], characters: int, rng: Random) -> Report:
    """Return a report with about so many characters of prose, most of it in the chapters behind the overview."""
    year = bare.metadata.year or 0
    keys = [each.key for each in form.chapters if each.title and not each.tables]
    overview = next(each.key for each in form.chapters if each.role == "overview")
    short = min(characters // len(keys), rng.randint(400, 800))
    rest = (characters - short) // max(len(keys) - 1, 1)
    chapters = []
    for each in bare.chapters:
        if each.key in keys:
            said = prose(year, stated.get(each.key or "", []), short if each.key == overview else rest, rng)
            each = replace(each, blocks=(*said, *each.blocks))
        chapters.append(each)
    return replace(bare, chapters=tuple(chapters))


def _has_rules(form: Form, tables: dict[str, Table]) -> bool:
    """Return whether a row that only cities fill in counts something."""
    rows = [(table, row.key) for table in form.tables.values() for row in table.leaves if row.role == "city-only"]
    return any(tables[table.key].get(row, column) for table, row in rows for column in table.columns[row])


def _stated(form: Form, tables: dict[str, Table]) -> dict[str, list[str]]:
    """Return sentences by chapter that speak of cells as the tables have them, and of what a government must report."""
    said = []
    for table in form.tables.values():
        for row in table.rows.values():
            for phrase in row.phrases[:1]:
                values = [tables[table.key].get(each, phrase.column or "") for each in table.under(row.key)]
                said.append(f"{phrase.text}{sum(values)}{phrase.unit}")  # type: ignore[arg-type]
    matters = "、".join(form.matters("assessment"))
    overview = next(each.key for each in form.chapters if each.role == "overview")
    stated = {overview: ["本年度" + "，".join(said) + "。", f"{matters}均按规定进行，未发生应当追究的情形。"]}
    for chapter, phrase in form.spoken("fee"):
        if chapter is not None:
            stated.setdefault(chapter.key, []).append(f"本年度未就政府信息公开申请收取{phrase.text}。")
    return stated


def composition(documents: Iterable[bytes]) -> dict[str, float]:
    """Return what XML reports are made of on the average: KB, elements by name where there are many of them, attributes, characters of prose."""
    sums, number = Counter[str](), 0
    for data in documents:
        number += 1
        sums["KB"] += len(data)  # type: ignore[assignment]
        for element in etree.fromstring(data).iter(etree.Element):
            name = str(element.tag).rpartition("}")[2]
            sums["elements"] += 1
            sums["attributes"] += len(element.attrib)
            if name in _COUNTED:
                sums[name] += 1
            if name == "paragraph":
                sums["characters"] += len(element.text or "")
    sums["KB"] = sums["KB"] / 1000  # type: ignore[assignment]
    means = {name: count / number for name, count in sums.items()}
    return {**means, "elements a KB": sums["elements"] / sums["KB"], "characters a paragraph": sums["characters"] / sums["paragraph"]}


if __name__ == "__main__":
    known = standards.load()
    given = (path.read_bytes() for path in Path(sys.argv[1]).glob("*.xml")) if sys.argv[1:] else (report(seed, known) for seed in range(200))
    for part, mean in composition(given).items():
        print(f"{part:24}{mean:9.1f}")
