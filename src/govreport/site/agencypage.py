"""The page of an agency: its reports with versions and files, its years side by side, charts of its main figures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from govreport.cellnames import column_name, row_name
from govreport.forms import TableForm
from govreport.model import Table
from govreport.site import addresses
from govreport.site.areapage import Link
from govreport.site.charts import Chart, of_years
from govreport.site.desk import Desk, number, words
from govreport.site.facts import Facts
from govreport.site.holding import WITHDRAWN
from govreport.site.lineup import Place, lines, only
from govreport.site.tree import Agency
from govreport.standard import Standard
from govreport.texts import Texts


class Shown(NamedTuple):
    """A line of a table side by side: the row's name, None where it goes on from above, how many lines it heads, the column's name, texts."""

    row: str | None
    span: int
    column: str
    values: tuple[str, ...]


class Beside(NamedTuple):
    """A table side by side: its caption and its lines."""

    id: str
    caption: str
    years: tuple[str, ...]
    lines: tuple[Shown, ...]


class Line(NamedTuple):
    """Reports of one scope, a report a year, the first year first."""

    scope: str | None
    reports: tuple[Facts, ...]


@dataclass(frozen=True)
class AgencyPage:
    """The page of an agency; ``missing`` are the years in which a report of it was expected."""

    agency: Agency
    trail: tuple[Link, ...]
    missing: tuple[int, ...]

    @property
    def path(self) -> str:
        """The path of the page."""
        return addresses.agency(self.agency.slug)

    def draw(self, desk: Desk) -> bytes:
        """Return the page."""
        say, found = words("zh"), series(self.agency)
        parts = [(each, self._beside(each, index, desk, say)) for index, each in enumerate(found, 1)]
        charts = self._charts(found[0], desk, say) if found else []
        compared = [(addresses.comparison(self.agency.slug, *pair), pair) for each in found for pair in pairwise(each.reports)]
        return desk.page("agency.html", self.path, agency=self.agency, trail=self.trail, missing=self.missing, parts=parts, charts=charts, compared=compared)

    def _charts(self, line: Line, desk: Desk, say: Texts) -> list[Chart]:
        return of_years([(str(each.year), desk.tables(each.id)) for each in line.reports], desk.standard, say)

    def _beside(self, line: Line, index: int, desk: Desk, say: Texts) -> list[Beside]:
        tables = [{table.key: table for table in desk.tables(each.id)} for each in line.reports]
        years = tuple(str(each.year) for each in line.reports)
        return list(_tables(tables, years, index, desk.standard, say))


def series(agency: Agency) -> list[Line]:
    """Return the reports of an agency that stand side by side: one a year of each scope, the scope with the most years first."""
    found: dict[str | None, dict[int, Facts]] = {}
    for each in agency.reports:
        if each.year is not None and each.state != WITHDRAWN and each.editions:
            found.setdefault(each.scope, {}).setdefault(each.year, each)
    ordered = [Line(scope, tuple(years[year] for year in sorted(years))) for scope, years in found.items()]
    return sorted(ordered, key=lambda each: (-len(each.reports), each.scope or ""))


def _tables(tables: Sequence[Mapping[str, Table]], years: tuple[str, ...], index: int, standard: Standard, say: Texts) -> Iterator[Beside]:
    for key in standard.table_keys:
        column = [each.get(key) for each in tables]
        used = {table.edition for table in column if table is not None}
        forms = [form.tables[key] for form in reversed(standard.forms.values()) if form.edition in used and key in form.tables]
        for form in forms[:1]:
            yield Beside(f"beside.{index}.{key}", f"{form.name} {form.label}", years, tuple(_shown(form, column, standard, say)))
        for other in forms[1:]:
            cells = only(forms[0], other, standard)
            if cells:
                chosen = [(year, table) for year, table in zip(years, column, strict=True) if table is not None and table.edition == other.edition]
                caption = say("agency.only", edition=other.edition, table=f"{other.name} {other.label}")
                own = tuple(_own(other, cells, [table for _, table in chosen], say))
                yield Beside(f"beside.{index}.{key}.{other.edition}", caption, tuple(year for year, _ in chosen), own)


def _shown(form: TableForm, column: Sequence[Table | None], standard: Standard, say: Texts) -> Iterator[Shown]:
    rows: list[tuple[str, str, tuple[str, ...]]] = []
    for line in lines(form, column, standard):
        row, last = line.cells[0]
        unit = _units(form, line.cells, column)
        values = tuple(number(value, say, each) for value, each in zip(line.values, unit, strict=True))
        rows.append((_group(form, line.cells, say) if len(line.cells) > 1 else row_name(form, row), column_name(form, row, last), values))
    yield from _spanned(rows)


def _own(form: TableForm, cells: Sequence[Place], tables: Sequence[Table], say: Texts) -> Iterator[Shown]:
    rows = []
    for row, column in cells:
        units = _units(form, ((row, column),), tables)
        values = tuple(number(table.get(row, column), say, unit) for table, unit in zip(tables, units, strict=True))
        rows.append((row_name(form, row), column_name(form, row, column), values))
    yield from _spanned(rows)


def _group(form: TableForm, cells: Sequence[Place], say: Texts) -> str:
    """Return the name of a sum of rows: that of the group they make up, where they make one up."""
    above = cells[0][0].rpartition(".")[0]
    group = row_name(form, above) if above and all(row.startswith(above + ".") for row, _ in cells) else " + ".join(row_name(form, row) for row, _ in cells)
    return f"{group} {say('agency.sum')}"


def _units(form: TableForm, cells: Sequence[Place], tables: Sequence[Table | None]) -> list[str]:
    row, column = cells[0]
    found = form.column(row, column)
    money = found is not None and found.kind == "money"
    printed = found.unit if found is not None and money else None
    return [((table.units.get(row) if table is not None else None) or printed or "") if money else "" for table in tables]


def _spanned(rows: Sequence[tuple[str, str, tuple[str, ...]]]) -> Iterator[Shown]:
    """Yield lines with the name of a row said once for the lines that follow one another."""
    for index, (row, column, values) in enumerate(rows):
        if index and rows[index - 1][0] == row:
            yield Shown(None, 0, column, values)
            continue
        span = next((at for at, each in enumerate(rows[index:]) if each[0] != row), len(rows) - index)
        yield Shown(row, span, column, values)
