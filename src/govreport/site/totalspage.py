"""The totals of an area for a year: the sums as the form's own tables, whose reports count, and the area's own report beside them."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from typing import NamedTuple

from lxml import etree

from govreport.cellnames import cell_name
from govreport.diagnostics import CellRef
from govreport.model import Table
from govreport.numerals import written
from govreport.site import addresses
from govreport.site.areapage import Link
from govreport.site.desk import Desk, signed, words
from govreport.site.facts import Facts, bare
from govreport.site.totals import COUNTED, MISSING, Added, Member, added
from govreport.standard import Standard
from govreport.writers import UnwritableError, html, xml


class Difference(NamedTuple):
    """A cell in which an area's own report differs from the sum of its members."""

    name: str
    reported: str
    sum: str
    difference: str


@dataclass(frozen=True)
class TotalsPage:
    """The totals of an area for a year; ``own`` is the area's own report for the year with the path of its page, None where it has none."""

    slug: str
    name: str
    year: int
    trail: tuple[Link, ...]
    members: tuple[Member, ...]
    own: Facts | None

    @property
    def path(self) -> str:
        """The path of the page."""
        return addresses.totals(self.slug, self.year)

    def draw(self, desk: Desk) -> bytes:
        """Return the page."""
        say, standard = words("zh"), desk.standard
        found = added((each.report.id for each in self.members if each.report and each.standing == COUNTED), desk.tables, standard)
        groups = groupby(sorted(found, key=lambda each: each.edition, reverse=True), key=lambda each: (each.members, each.edition))
        sums = [(*group, [(drawn(each.table(), standard), _partial(each, standard)) for each in tables]) for group, tables in groups]
        counts = {
            "all": len({each.slug for each in self.members}),
            "counted": sum(each.standing == COUNTED for each in self.members),
            "missing": sum(each.standing == MISSING for each in self.members),
        }
        counts["other"] = len(self.members) - counts["counted"] - counts["missing"]
        beside = _beside(found, desk.tables(self.own.id), standard) if self.own else None
        title = say("totals.title", area=self.name, year=self.year)
        return desk.page("totals.html", self.path, page=self, title=title, sums=sums, counts=counts, beside=beside)


def drawn(table: Table, standard: Standard) -> str:
    """Return a table as the form draws it, with its headings; its ids are told apart from those of another edition; empty where it cannot be drawn."""
    try:
        page = html.drawn(xml.write(bare((table,), standard.claim), standard), standard)
    except UnwritableError:  # a sum that is longer than any cell
        return ""
    region = page.getroot().find(".//main//div[@class='scroll']")
    if region is None:
        return ""
    for element in region.iter(etree.Element):
        for name in ("id", "headers", "aria-labelledby"):
            value = element.get(name)
            if value is not None:
                element.set(name, " ".join(f"e{table.edition}.{each}" for each in value.split()))
    region.tail = None
    return etree.tostring(region, encoding="unicode", method="html")


def _partial(sums: Added, standard: Standard) -> list[tuple[str, int, bool]]:
    """Return the cells that not every member gave a number for, with how many did and whether they could be added."""
    form = standard.table(sums.key, sums.edition)
    cells = form.cells if form else ()
    found = ((place, *sums.cells.get(place, (0, 0))) for place in cells)
    return [
        (cell_name(standard, CellRef(sums.key, *place, sums.edition)), count, total is not None)
        for place, total, count in found
        if total is None or count < sums.members
    ]


def _beside(sums: list[Added], tables: tuple[Table, ...], standard: Standard) -> list[Difference] | None:
    """Return where a report differs from the sums, None where not one cell compares: other editions, blanks, other units."""
    known = {(each.key, each.edition): each for each in sums}
    found, compared = [], 0
    for table in tables:
        total = known.get((table.key, table.edition))
        alone = total is not None and sum(each.key == table.key for each in sums) == 1
        for place, value in table.cells.items() if total is not None and alone else ():
            summed, count = total.cells.get(place, (None, 0)) if total is not None else (None, 0)
            same_unit = total is not None and table.units.get(place[0]) == total.units.get(place[0], table.units.get(place[0]))
            if isinstance(value, int | Decimal) and summed is not None and total is not None and count == total.members and same_unit:
                compared += 1
                if value != summed:
                    name = cell_name(standard, CellRef(table.key, *place, table.edition))
                    found.append(Difference(name, written(value), written(summed), signed(value - summed)))
    return found if compared else None
