"""Every page of a site as a value, made of the tree alone: equal values are equal pages, so that a page is drawn only where its value is new."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple, Protocol

from govreport.site import addresses, files
from govreport.site.agencypage import AgencyPage, series
from govreport.site.areapage import Link, area_page, trail
from govreport.site.comparisonpage import ComparisonPage
from govreport.site.desk import Desk, Frame, desk, words
from govreport.site.facts import digest
from govreport.site.frontpages import LANGUAGES, search_page, year_page
from govreport.site.reportpage import ReportPage, VersionPage
from govreport.site.totals import members, own
from govreport.site.totalspage import TotalsPage
from govreport.site.tree import Agency, Tree


class Page(Protocol):
    """A page as a value: its ``repr`` says all that it is made of beside the cells of reports, whose digests it names."""

    @property
    def path(self) -> str:
        """The path of the page."""

    def draw(self, desk: Desk) -> bytes:
        """Return the page."""


def pages(tree: Tree) -> Iterator[Page]:
    """Yield every page of a site but those about the data."""
    for lang in LANGUAGES:
        yield area_page(tree.root, tree, lang)
    yield search_page(tree)
    for year in tree.years:
        yield year_page(tree, year)
    for area in tree.root.all_areas():
        page = area_page(area, tree)
        if area is not tree.root:
            yield page
        for line in page.years:
            yield TotalsPage(area.slug, area.name, line.year, trail(area, tree), tuple(members(area, line.year)), own(area, line.year))
    for agency in tree.agencies:
        yield from _of_agency(agency, tree)


def _of_agency(agency: Agency, tree: Tree) -> Iterator[Page]:
    way = trail(tree.area_of[agency.key], tree)
    missing = tuple(year for year in reversed(tree.years) if agency.is_expected(year) and not agency.in_year(year)) if agency.reports else ()
    yield AgencyPage(agency, way, missing)
    further = (*way, (addresses.agency(agency.slug), agency.name))
    links: dict[str, list[Link]] = {}
    for line in series(agency):
        for before, after in pairwise(line.reports):
            page = ComparisonPage(agency.name, agency.slug, further, before, after)
            yield page
            for one, other in ((before, after), (after, before)):
                links.setdefault(one.id, []).append((page.path, words("zh")("report.compare", year=other.year)))
    for report in agency.reports:
        yield ReportPage(report, further, tuple(links.get(report.id, ())))
        for number in report.earlier:
            yield VersionPage(report, number, further)


def key(page: Page, maker: str, frame: Frame) -> str:
    """Return the digest of all that a page is made of."""
    return digest(f"{maker}\n{frame.title}\n{frame.base_url}\n{frame.versions}\n{frame.profile}\n{page!r}")


class Drawn(NamedTuple):
    """A page that was drawn: its path and its SHA-256, None where drawing it broke its process."""

    path: str
    sha256: str | None


@dataclass(frozen=True)
class Drawer:
    """Draws the pages of a site into its folder; small enough to send to another process."""

    frame: Frame

    def __call__(self, page: Page) -> Drawn:
        """Return what came of a page; raises ``OSError`` where it cannot be written."""
        return Drawn(page.path, files.write(self.frame.site, page.path, page.draw(desk(self.frame))))

    def broken(self, page: Page, _: str) -> Drawn:
        """Return what came of a page of which a process died."""
        return Drawn(page.path, None)


def is_there(site: Path, path: str) -> bool:
    """Return whether a file of the site is there."""
    return (site / path).is_file()
