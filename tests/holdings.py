"""A province in small, as holdings: a city with two counties, departments and townships, over years of two editions; seeded and sound."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import partial
from random import Random

from govreport.forms import Form
from govreport.model import Agency, Chapter, Division, Metadata, Paragraph, Period, Report, Table, Value
from govreport.relations import Cell, equations
from govreport.site.holding import Holding, digest_of
from govreport.standard import Standard
from govreport.writers import write

YEARS = (2019, 2020, 2021, 2022)


@dataclass(frozen=True)
class Body:
    """An agency: name, kind, level, division code."""

    name: str
    kind: str
    level: str
    code: str


BODIES = (
    Body("示例市人民政府", "government", "city", "990100"),
    Body("示例市教育局", "department", "city", "990100"),
    Body("示例市甲县人民政府", "government", "county", "990121"),
    Body("示例市甲县民政局", "department", "county", "990121"),
    Body("甲县城关镇人民政府", "government", "township", "990121100"),
    Body("示例市乙县人民政府", "government", "county", "990122"),
    Body("乙县河口乡人民政府", "government", "township", "990122200"),
)
ABSENT = {("甲县城关镇人民政府", 2021), ("示例市教育局", 2020)}
"""Who has no report for which year."""


def reports(standard: Standard) -> Iterator[tuple[str, Report]]:
    """Yield every report with its id; counties also sum up their members, the one of the first county for 2022 wrongly."""
    for year in YEARS:
        form = standard.in_force(year)
        single = {body: report(body, year, standard, form) for body in BODIES if (body.name, year) not in ABSENT}
        for body, found in single.items():
            yield f"{body.code}-{BODIES.index(body)}/{year}", found
        for body in BODIES:
            if (body.kind, body.level) == ("government", "county"):
                members = [each for other, each in single.items() if other.code.startswith(body.code)]
                wrong = int(year == 2022 and body is BODIES[2])
                yield f"{body.code}-total/{year}", _sum(body, year, members, standard, form, wrong)


def report(body: Body, year: int, standard: Standard, form: Form, seed: int = 0) -> Report:
    """Return the report of an agency for a year, whose relations within the year hold."""
    chance = Random(f"{body.name} {year} {seed}")
    return _report(body, year, "organ", numbers(form, chance), standard, form)


def numbers(form: Form, chance: Random) -> dict[Cell, int | Decimal]:
    """Return numbers for every cell of a form: small ones, then every total put right."""
    cells: dict[Cell, int | Decimal] = {Cell(key, *place): chance.randint(0, 9) for key, table in form.tables.items() for place in table.cells}
    for key, table in form.tables.items():
        for row, column in table.money:
            cells[Cell(key, row, column.key)] = Decimal(chance.randint(0, 99999)) / 100
    for _ in range(4):
        for equation in equations(form):
            terms = (*equation.left, *equation.right)
            if not any(cell.last_year for cell in terms) and len(equation.right) == 1:
                cells[equation.at] = sum(cells[cell] for cell in equation.left)
    return cells


def _sum(body: Body, year: int, members: list[Report], standard: Standard, form: Form, wrong: int) -> Report:
    cells: dict[Cell, int | Decimal] = {}
    for member in members:
        for table in member.tables():
            for place, value in table.cells.items():
                cell = Cell(table.key, *place)
                cells[cell] = cells.get(cell, 0) + value  # type: ignore[operator]
    first = next(iter(cells))
    cells[first] += wrong
    return _report(body, year, "aggregate", cells, standard, form)


def _report(body: Body, year: int, scope: str, cells: Mapping[Cell, Value], standard: Standard, form: Form) -> Report:
    title = f"{body.name}{year}年政府信息公开工作年度报告"
    period = Period(datetime.date(year, 1, 1), datetime.date(year, 12, 31))
    agency = Agency(body.name, body.kind, body.level, None, Division(body.code))
    metadata = Metadata(agency, year, period, scope, title, None, datetime.date(year + 1, 1, 20), None)
    chapters = []
    for each in form.chapters:
        if each.title:
            tables = tuple(_table(form, key, cells) for key in each.tables)
            prose = () if tables else (Paragraph(f"{year}年，{body.name}依法公开政府信息，未发现违反条例的情形。"),)
            chapters.append(Chapter(each.key, each.number, each.title, (*prose, *tables)))
    return Report(standard.claim, metadata, tuple(chapters))


def _table(form: Form, key: str, cells: Mapping[Cell, Value]) -> Table:
    table = form.tables[key]
    return Table(table.key, form.edition, {place: cells[Cell(table.key, *place)] for place in table.cells})


def holding(id: str, found: Report, standard: Standard, **said: object) -> Holding:
    """Return a report as a holding."""
    data = write(found, "xml", standard)
    made = Holding(id, "", partial(bytes, data), f"{id.rpartition('/')[2]}.xml", **said)  # type: ignore[arg-type]
    return replace(made, digest=digest_of(hashlib.sha256(data).hexdigest(), sorted(map(str, said.items()))))


def province(standard: Standard) -> list[Holding]:
    """Return all reports as holdings."""
    return [holding(id, found, standard) for id, found in reports(standard)]
