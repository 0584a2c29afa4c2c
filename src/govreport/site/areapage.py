"""The page of an area, the front page among them: areas below, agencies by year, how many report, and the totals of every year as charts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from govreport.model import Table
from govreport.site import addresses
from govreport.site.charts import Chart, of_years
from govreport.site.desk import Desk, words
from govreport.site.holding import WITHDRAWN
from govreport.site.totals import COUNTED, MISSING, added, members
from govreport.site.tree import WHOLE, Agency, Area, Tree

Link = tuple[str, str]
"""The path of a page and its name."""


class ReportLink(NamedTuple):
    """A report as a list shows it."""

    slug: str
    year: int | None
    scope: str | None
    withdrawn: bool


class AgencyLine(NamedTuple):
    """An agency as a list shows it."""

    name: str
    slug: str
    head: bool
    reports: tuple[ReportLink, ...]

    def of(self, year: int | None) -> tuple[ReportLink, ...]:
        """Return its reports of a year."""
        return tuple(each for each in self.reports if each.year == year)


class AreaLine(NamedTuple):
    """An area below, with how deep it lies, from 0, and how many agencies and reports are in it."""

    name: str
    slug: str
    depth: int
    agencies: int
    reports: int


class YearLine(NamedTuple):
    """A year of an area: how many reports, the ids and digests of those that count in its total, how many agencies are missing."""

    year: int
    reports: int
    counted: tuple[tuple[str, str], ...]
    missing: int


@dataclass(frozen=True)
class AreaPage:
    """The page of an area in a language; years are the last first."""

    slug: str
    name: str
    lang: str
    trail: tuple[Link, ...]
    areas: tuple[AreaLine, ...]
    agencies: tuple[AgencyLine, ...]
    years: tuple[YearLine, ...]
    unknown: bool

    @property
    def path(self) -> str:
        """The path of the page."""
        return addresses.front(self.lang) if self.slug == WHOLE else addresses.region(self.slug)

    def draw(self, desk: Desk) -> bytes:
        """Return the page."""
        say = words(self.lang)
        reports = sum(each.reports for each in self.years)
        labels = tuple(str(each.year) for each in reversed(self.years))
        counts = Chart("chart.reports", say("chart.reports"), labels, ((say("area.reports"), tuple(each.reports for each in reversed(self.years))),))
        charts = [each for each in (counts, *of_years(self._tables(desk), desk.standard, say)) if each.worth]
        return desk.page("area.html", self.path, self.lang, area=self, reports=reports, charts=charts, front=self.slug == WHOLE)

    def _tables(self, desk: Desk) -> list[tuple[str, list[Table]]]:
        """Return the sums of every year that has any, the first year first."""
        found = []
        for each in reversed(self.years):
            sums = added((id for id, _ in each.counted), desk.tables, desk.standard)
            found.append((str(each.year), [table.table() for table in sums]))
        return found


def area_page(area: Area, tree: Tree, lang: str = "zh") -> AreaPage:
    """Return the page of an area."""
    everyone = list(area.everyone())
    standing = {year: list(members(area, year)) for year in tree.years}
    years = []
    for year, found in standing.items():
        counted = tuple((each.report.id, each.report.digest) for each in found if each.standing == COUNTED and each.report)
        reports = sum(each.report is not None for each in found)
        if reports:
            years.append(YearLine(year, reports, counted, sum(each.standing == MISSING for each in found)))
    unknown = any(each.year is None for agency in everyone for each in agency.reports)
    below = tuple(_lines(area.areas, 0, deep=area.slug == WHOLE))
    return AreaPage(area.slug, area.name, lang, trail(area, tree)[:-1], below, tuple(map(agency_line, area.agencies)), tuple(years), unknown)


def trail(area: Area, tree: Tree) -> tuple[Link, ...]:
    """Return the pages that lead to an area, the front page first, its own last."""
    above = ((addresses.region(each.slug), each.name) for each in (tree.areas[region.key] for region in area.path))
    return ((addresses.front(), tree.root.name), *above)


def _lines(areas: tuple[Area, ...], depth: int, deep: bool) -> list[AreaLine]:
    found = []
    for area in areas:
        everyone = list(area.everyone())
        found.append(AreaLine(area.name, area.slug, depth, len(everyone), sum(len(each.reports) for each in everyone)))
        if deep:
            found += _lines(area.areas, depth + 1, deep)
    return found


def agency_line(agency: Agency) -> AgencyLine:
    """Return an agency as a list shows it."""
    reports = tuple(ReportLink(each.slug, each.year, each.scope, each.state == WITHDRAWN) for each in agency.reports)
    return AgencyLine(agency.name, agency.slug, agency.head, reports)
