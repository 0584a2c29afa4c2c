"""Seeded annual reports in the standard's XML, 30 to 60 KB each, a third of them wrong in the ways that real ones are."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path
from random import Random

from bench.sentences import HEADINGS, SENTENCES
from govreport.forms import ChapterForm, Form
from govreport.model import Agency, Block, Chapter, Metadata, Paragraph, Period, Report, Section, Table, Value
from govreport.relations import judge
from govreport.standard import Standard
from govreport.writers import write
from tests.corpus.truth import TrueTable, truth

LEAST, MOST = 30_000, 60_000
"""Bytes of a report."""

WRONG = 3
"""One report in so many is wrong."""

_LEVELS = (("county", "县"), ("township", "镇"), ("city", "市"))
_CHARACTER = 3
_FIGURE = re.compile(r'(?<==")[0-9]+(?=")')


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
    size = rng.randint(LEAST + 6_000, MOST - 4_000)
    bare = len(write(_report(form, standard, year, tables, rng, 0), "xml", standard))
    sound = _report(form, standard, year, tables, rng, max(size - bare, 0) // _CHARACTER)
    if seed % WRONG:
        return write(sound, "xml", standard)
    spoil = rng.choices(tuple(_SPOILT), tuple(_SPOILT.values()))[0]
    return spoil(sound, rng, standard)


def _tables(form: Form, standard: Standard, rng: Random) -> dict[str, Table]:
    """Return tables of an edition in which every relation holds."""
    for _ in count():
        true = truth(rng.randrange(1 << 30), standard, blanks="full", editions=(form.edition,))
        tables = {key: _table(table) for key, table in true.tables.items()}
        if not any(outcome.failed for outcome in judge(form, tables)):
            return tables
    raise AssertionError


def _table(true: TrueTable) -> Table:
    cells: dict[tuple[str, str], Value] = {place: value for place, value in true.cells.items() if value is not None}  # type: ignore[misc]
    return Table(true.form.key, true.form.edition, cells, true.units)


def _report(form: Form, standard: Standard, year: int, tables: dict[str, Table], rng: Random, characters: int) -> Report:
    """Return a sound report with about so many characters of prose, most of it in the chapters behind the overview."""
    level, kind = rng.choice(_LEVELS)
    name = f"示例{rng.choice('甲乙丙丁')}{kind}人民政府"
    agency = Agency(name, "government", level)
    title, published = f"{name}{year}年政府信息公开工作年度报告", datetime.date(year + 1, 1, rng.randint(2, 30))
    period = Period(datetime.date(year, 1, 1), datetime.date(year, 12, 31))
    metadata = Metadata(agency, year, period, "organ", title, published=published, contact=f"{name}办公室，电话0000-8000{rng.randint(100, 999)}")
    prose = [chapter for chapter in form.chapters if chapter.title and not chapter.table]
    shares = {chapter.key: min(characters // len(prose), rng.randint(500, 1000)) if chapter.role == "overview" else 0 for chapter in prose}
    rest = (characters - sum(shares.values())) // max(len(prose) - 1, 1)
    chapters = []
    for chapter in form.chapters:
        if chapter.table:
            chapters.append(Chapter(chapter.key, chapter.number, chapter.title, (tables[chapter.table],)))
        elif chapter.title:
            stated = _stated(form, tables) if chapter.role == "overview" else []
            chapters.append(Chapter(chapter.key, chapter.number, chapter.title, _prose(chapter, year, stated, shares[chapter.key] or rest, rng)))
    return Report(standard.claim, metadata, tuple(chapters))


def _prose(chapter: ChapterForm, year: int, stated: list[str], characters: int, rng: Random) -> tuple[Block, ...]:
    """Return sections of paragraphs with about so many characters."""
    sections: list[Block] = []
    said = 0
    for number, heading in enumerate(HEADINGS * 10):
        paragraphs = [Paragraph(text) for text in stated] if not number else []
        while said < characters * (number + 1) / 5 or not paragraphs:
            text = "".join(_sentence(year, rng) for _ in range(rng.randint(1, 5)))
            paragraphs.append(Paragraph(text))
            said += len(text)
        sections.append(Section(f"（{'一二三四五六七八九十'[number % 10]}）", heading, tuple(paragraphs)))
        if said >= characters:
            break
    return tuple(sections)


def _sentence(year: int, rng: Random) -> str:
    parts = [rng.randint(1, 90) for _ in range(3)]
    return rng.choice(SENTENCES).format(year=year, number=rng.randint(2, 400), total=sum(parts), a=parts[0], b=parts[1], c=parts[2])


def _stated(form: Form, tables: dict[str, Table]) -> list[str]:
    """Return sentences that speak of cells as the tables have them, and of what a government must report."""
    said = []
    for table in form.tables.values():
        for row in table.rows.values():
            for phrase in row.phrases[:1]:
                values = [tables[table.key].get(each, phrase.column or "") for each in table.under(row.key)]
                said.append(f"{phrase.text}{sum(values)}{phrase.unit}")  # type: ignore[arg-type]
    matters = "、".join(phrase.text for _, phrase in form.spoken("assessment"))
    return ["本年度" + "，".join(said) + "。", f"{matters}均按规定进行，未发生应当追究的情形。"]


def _miscounted(sound: Report, rng: Random, standard: Standard) -> bytes:
    return write(_cells(sound, rng, rng.randint(1, 3), lambda value: value + rng.choice((1, 3, 10)) if isinstance(value, int) else value), "xml", standard)


def _blank(sound: Report, rng: Random, standard: Standard) -> bytes:
    return write(_cells(sound, rng, rng.randint(1, 20), lambda value: None), "xml", standard)


def _cells(sound: Report, rng: Random, number: int, change: Callable[[Value], Value | None]) -> Report:
    """Return a report with so many cells of one table changed."""
    table = rng.choice([each for each in sound.tables() if len(each.cells) > 20])
    cells = dict(table.cells)
    for place in rng.sample(list(cells), number):
        changed = change(cells.pop(place))
        if changed is not None:
            cells[place] = changed
    spoilt = replace(table, cells=cells)
    chapters = (replace(each, blocks=tuple(spoilt if block is table else block for block in each.blocks)) for each in sound.chapters)
    return replace(sound, chapters=tuple(chapters))


def _unfilled(sound: Report, rng: Random, standard: Standard) -> bytes:
    return write(_cells(sound, rng, 20, lambda value: None), "xml", standard).replace(b'total="0"', b"")


def _incomplete(sound: Report, rng: Random, standard: Standard) -> bytes:
    gone = rng.choice(sound.chapters[:4])
    return write(replace(sound, chapters=tuple(each for each in sound.chapters if each is not gone)), "xml", standard)


def _disordered(sound: Report, rng: Random, standard: Standard) -> bytes:
    return write(replace(sound, chapters=tuple(rng.sample(sound.chapters, len(sound.chapters)))), "xml", standard)


def _miswritten(sound: Report, rng: Random, standard: Standard) -> bytes:
    """Return a report with cells that are not written as numbers are."""
    text = write(sound, "xml", standard).decode()
    places = [found.span() for found in _FIGURE.finditer(text)]
    for start, end in sorted(rng.sample(places, rng.randint(1, 4)), reverse=True):
        text = text[:start] + rng.choice(("+{}", "{}件", "0{}", " {}", "")).format(text[start:end]) + text[end:]
    return text.encode()


def _unknown(sound: Report, rng: Random, standard: Standard) -> bytes:
    """Return a report with an element and an attribute that the standard does not have."""
    data = write(sound, "xml", standard)
    return data.replace(b"<section ", b'<section level="2" ', 1).replace(b"</paragraph>", b"</paragraph><remark>-</remark>", 1)


def _late(sound: Report, rng: Random, standard: Standard) -> bytes:
    metadata = replace(sound.metadata, published=datetime.date((sound.metadata.year or 0) + 1, 6, 1))
    agency = replace(metadata.agency, uscc="11000000000000000A")
    return write(replace(sound, metadata=replace(metadata, agency=agency)), "xml", standard)


_SPOILT: dict[Callable[[Report, Random, Standard], bytes], int] = {
    _miscounted: 8, _blank: 6, _unfilled: 1, _incomplete: 2, _disordered: 1, _miswritten: 3, _unknown: 1, _late: 2,
}  # fmt: skip
"""How a report can be wrong, with the weight of each way."""


def each(folder: Path) -> Iterator[bytes]:
    """Yield the reports of a folder."""
    for path in sorted(folder.glob("*.xml")):
        yield path.read_bytes()
