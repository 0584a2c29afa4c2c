"""Two reports of an agency cell by cell: what changed, by how much and by how many percent, and what does not compare."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from govreport.cellnames import SEPARATOR, cell_name
from govreport.comparison import CHANGED, EQUAL, INCOMPARABLE, CellLine, compare
from govreport.forms import TableForm
from govreport.site import addresses
from govreport.site.areapage import Link
from govreport.site.desk import Desk, number, percent, signed, words
from govreport.site.facts import Facts, bare
from govreport.standard import Standard
from govreport.texts import Texts


class Shown(NamedTuple):
    """A line of the page: the cell's name within its table, both values, the change and its share in percent; ``reason`` where they do not compare."""

    name: str
    changed: bool
    before: str
    after: str
    change: str
    percent: str
    reason: str


@dataclass(frozen=True)
class ComparisonPage:
    """The comparison of two reports of an agency, one year and a later one."""

    name: str
    slug: str
    trail: tuple[Link, ...]
    before: Facts
    after: Facts

    @property
    def path(self) -> str:
        """The path of the page."""
        return addresses.comparison(self.slug, self.before, self.after)

    def draw(self, desk: Desk) -> bytes:
        """Return the page."""
        say, standard = words("zh"), desk.standard
        left, right = (bare(desk.tables(each.id), standard.claim) for each in (self.before, self.after))
        found = compare(left, right, standard).cells
        counts = {state: sum(line.state == state for line in found) for state in (CHANGED, EQUAL, INCOMPARABLE)}
        tables = [(key, _caption(list(lines), standard), list(_shown(lines, standard, say))) for key, lines in _grouped(found)]
        apart = [(caption, [each for each in shown if each.reason]) for _, caption, shown in tables]
        alike = [(key, caption, [each for each in shown if not each.reason]) for key, caption, shown in tables]
        lists = {"tables": [each for each in alike if each[2]], "apart": [each for each in apart if each[1]]}
        return desk.page("comparison.html", self.path, page=self, counts=counts, **lists)


def _grouped(lines: Sequence[CellLine]) -> Iterator[tuple[str, list[CellLine]]]:
    for key, found in groupby(lines, key=lambda line: line.table):
        yield key, list(found)


def _form(lines: Sequence[CellLine], standard: Standard) -> TableForm | None:
    first = (*lines[0].right, *lines[0].left)[0]
    return standard.table(first.table, first.edition or "")


def _caption(lines: Sequence[CellLine], standard: Standard) -> str:
    form = _form(lines, standard)
    return f"{form.name} {form.label}" if form else lines[0].table


def _shown(lines: Sequence[CellLine], standard: Standard, say: Texts) -> Iterator[Shown]:
    for line in lines:
        reason = ""
        if line.state == INCOMPARABLE:
            reason = line.why.get(say.lang) or say(f"reason.{line.reason}")
        before = number(line.before, say, line.units[0]) if line.left else ""
        after = number(line.after, say, line.units[1]) if line.right else ""
        share = percent(line.before, line.after) if line.state == CHANGED else ""
        yield Shown(_name(line, standard), line.state == CHANGED, before, after, signed(line.delta) if line.state == CHANGED else "", share, reason)


def _name(line: CellLine, standard: Standard) -> str:
    """Return the cells of a line by name, without the table: those of the later report where they are single, else of the earlier."""
    side = line.right if len(line.right) == 1 or not line.left else line.left
    return " + ".join(cell_name(standard, cell).partition(SEPARATOR)[2] for cell in side)
