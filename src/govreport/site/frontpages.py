"""The pages about a site as a whole: the list of a year, the search, the data and what they mean."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from govreport.site import addresses
from govreport.site.areapage import Link
from govreport.site.desk import Desk, words
from govreport.site.tree import Area, Tree
from govreport.writers.longtable import dictionary

LANGUAGES = ("zh", "en")
"""The languages of the front page and of the page about the data; all others are in the language of the reports."""


@dataclass(frozen=True)
class YearPage:
    """All reports of a year by area: (name of the area, reports as agency, slug and scope)."""

    year: int
    trail: tuple[Link, ...]
    groups: tuple[tuple[str, tuple[tuple[str, str, str | None], ...]], ...]

    @property
    def path(self) -> str:
        """The path of the page."""
        return addresses.year(self.year)

    def draw(self, desk: Desk) -> bytes:
        """Return the page."""
        return desk.page("year.html", self.path, page=self)


def year_page(tree: Tree, year: int) -> YearPage:
    """Return the list of a year's reports."""
    return YearPage(year, ((addresses.front(), tree.root.name),), tuple(_groups(tree.root, year)))


def _groups(area: Area, year: int) -> Iterator[tuple[str, tuple[tuple[str, str, str | None], ...]]]:
    for each in area.all_areas():
        found = tuple((report.agency or agency.name, report.slug, report.scope) for agency in each.agencies for report in agency.in_year(year))
        if found:
            yield " / ".join(region.name for region in each.path), found


@dataclass(frozen=True)
class SearchPage:
    """The page of the search; without script it leads to the lists of all years."""

    years: tuple[Link, ...]
    path: str = addresses.SEARCH

    def draw(self, desk: Desk) -> bytes:
        """Return the page."""
        return desk.page("search.html", self.path, page=self)


def search_page(tree: Tree) -> SearchPage:
    """Return the page of the search."""
    say = words("zh")
    return SearchPage(tuple((addresses.year(year), say("area.list-of", year=year)) for year in tree.years))


class DataFile(NamedTuple):
    """A file of data: its path, the name by which the texts know it, how many bytes it has and their SHA-256."""

    path: str
    name: str
    size: int
    sha256: str


@dataclass(frozen=True)
class DataPage:
    """The page about the data in a language: files, dictionary, versions of data, reader and standard."""

    lang: str
    files: tuple[DataFile, ...]
    data: str
    tool: str
    schema: str
    editions: tuple[tuple[str, int, str], ...]

    @property
    def path(self) -> str:
        """The path of the page."""
        return addresses.data(self.lang)

    def draw(self, desk: Desk) -> bytes:
        """Return the page."""
        return desk.page("data.html", self.path, self.lang, page=self, columns=dictionary())
