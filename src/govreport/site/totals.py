"""The figures of an area added up: whose reports count and why others do not, every cell summed exactly, beside the area's own report."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

from govreport.metadata import ORGAN
from govreport.model import NotApplicable, Table
from govreport.site.facts import Facts
from govreport.site.holding import WITHDRAWN
from govreport.site.lineup import Place
from govreport.site.tree import Agency, Area
from govreport.standard import Standard

COUNTED, MISSING, WITHDRAWN_ONE, SUM, UNSAID, TWICE, EMPTY = "counted", "missing", "withdrawn", "sum", "unsaid", "twice", "empty"
"""How an agency stands in a total: counted; without report; withdrawn; itself a sum; not said whose figures; one report too many; without tables."""


class Member(NamedTuple):
    """An agency in a total, with the report in question, None where it has none, and how it stands."""

    name: str
    slug: str
    report: Facts | None
    standing: str


@dataclass
class Added:
    """A table added up: for every cell the sum and how many members gave a number, None for the sum where they give money in different units."""

    key: str
    edition: str
    members: int = 0
    cells: dict[Place, tuple[int | Decimal | None, int]] = field(default_factory=dict)
    units: dict[str, str | None] = field(default_factory=dict)

    def add(self, table: Table) -> None:
        """Add the table of one member."""
        self.members += 1
        for (row, column), value in table.cells.items():
            if isinstance(value, NotApplicable):
                continue
            total, count = self.cells.get((row, column), (0, 0))
            if isinstance(value, Decimal):
                unit = table.units.get(row)
                if self.units.setdefault(row, unit) != unit:
                    total = None
            self.cells[row, column] = None if total is None else total + value, count + 1

    def table(self) -> Table:
        """Return the sums as a table, blank where nobody gave a number or units differ."""
        cells = {place: total for place, (total, _) in self.cells.items() if total is not None}
        return Table(self.key, self.edition, cells, {row: unit for row, unit in self.units.items() if unit})


def members(area: Area, year: int) -> Iterator[Member]:
    """Yield every agency of an area and a year with how it stands; no report counts twice, and none that is a sum itself."""
    for agency in area.everyone():
        found = agency.in_year(year)
        if not found:
            if agency.is_expected(year):
                yield Member(agency.name, agency.slug, None, MISSING)
            continue
        counted = False
        for report in found:
            standing = _standing(report, agency, area)
            if standing == COUNTED and counted:
                standing = TWICE
            counted = counted or standing == COUNTED
            yield Member(agency.name, agency.slug, report, standing)


def _standing(report: Facts, agency: Agency, area: Area) -> str:
    if report.state == WITHDRAWN:
        return WITHDRAWN_ONE
    if not report.editions:
        return EMPTY
    if report.scope == ORGAN:
        return COUNTED
    if report.scope is not None:
        return SUM
    # a government that others stand under may have summed them up: who does not say is not counted
    return UNSAID if agency.head and any(each.key != agency.key for each in _beside(agency, area)) else COUNTED


def _beside(agency: Agency, area: Area) -> Iterable[Agency]:
    """Return the agencies of the very area that an agency governs."""
    own = next((each for each in area.all_areas() if agency in each.agencies), None)
    return own.everyone() if own is not None else ()


def added(ids: Iterable[str], tables: Callable[[str], tuple[Table, ...]], standard: Standard) -> list[Added]:
    """Return the tables of some reports added up, one for every edition, in the order of the form."""
    sums: dict[tuple[str, str], Added] = {}
    for id in ids:
        for table in tables(id):
            sums.setdefault((table.key, table.edition), Added(table.key, table.edition)).add(table)
    order = list(standard.table_keys)
    return sorted(sums.values(), key=lambda each: (order.index(each.key) if each.key in order else len(order), each.edition))


def own(area: Area, year: int) -> Facts | None:
    """Return the report of an area's own government that sums it up or does not say, None where there is none."""
    head = area.head
    found = [] if head is None else [each for each in head.in_year(year) if each.scope != ORGAN and each.state != WITHDRAWN and each.editions]
    return max(found, key=lambda each: each.scope or "", default=None) if found else None
