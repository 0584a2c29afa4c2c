"""What the members of an organ add up to in a year, beside the organ's own aggregate and beside last year."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy.engine import Connection

from govreport.archive.archive import Archive
from govreport.archive.catalogue import contents, figures, lineage, queries
from govreport.archive.catalogue.figures import Sum
from govreport.archive.members import COUNTED, PREFERRED, Member, Tally, chosen, members, sequences, standing
from govreport.archive.organs import AREA
from govreport.archive.states import Version
from govreport.contents import contents as contents_of
from govreport.diagnostics import Diagnostic
from govreport.metadata import AGGREGATE
from govreport.model import Agency, Chapter, Metadata, Report, Table
from govreport.profiles import load as load_profile
from govreport.rules.context import Context
from govreport.rules.registry import Raised
from govreport.rules.rollup import members_add_up
from govreport.rules.series import figures_carry_over
from govreport.standard import Standard


@dataclass(frozen=True, slots=True)
class Comparison:
    """What was found beside other figures: ``skipped`` says why nothing was compared (a check that did not run is no pass).

    ``with_`` are the versions compared with; ``left_out`` the members that nothing is known of to compare with.
    """

    skipped: str | None
    with_: tuple[Version, ...] = ()
    left_out: tuple[str, ...] = ()
    found: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class Totals(Tally):
    """The sums of an organ's members over all cells in a year.

    ``own`` compares them with the organ's own aggregate (ROLL-SUM), ``last_year`` with what the same members, or those that became
    part of them, said the year before (YEAR-CARRY and its like). ``unread`` versions had yet to be taken into the catalogue, which is read-only.
    """

    organ: str
    name: str
    year: int
    line: str
    scopes: tuple[str, ...]
    members: tuple[Member, ...]
    sums: tuple[Sum, ...]
    tables: tuple[Table, ...]
    own: Comparison
    last_year: Comparison
    sequence: int
    unread: int = 0


def totals(archive: Archive, organ: str, year: int, line: str = AREA, scopes: Sequence[str] = PREFERRED) -> Totals:
    """Return what an organ's members add up to in a year, by area or by one line; raises ``UnknownError`` for an organ that is not there."""
    archive.take_in()
    standard = archive.standard
    with archive.reading() as connection:
        found = members(connection, organ, year, line, scopes)
        sums = figures.added(connection, sequences(found), standard)
        tables = figures.table_sums(sums, standard)
        naming = queries.organ(connection, organ).at(year)
        name = naming.name if naming else organ
        return Totals(
            organ,
            name,
            year,
            line,
            tuple(scopes),
            found,
            sums,
            tables,
            _own(connection, organ, year, tables, standard),
            _last_year(connection, name, year, found, standard),
            contents.mark(connection),
            contents.behind(connection),
        )


def _own(connection: Connection, organ: str, year: int, tables: Sequence[Table], standard: Standard) -> Comparison:
    """Compare sums with the aggregate that the organ itself handed in."""
    own = chosen(standing(queries.reports(connection, (organ,), year)).get(organ, {}), (AGGREGATE,))
    if own is None or own.redacted or not figures.readable(connection, (own.sequence,)):
        return Comparison("no-aggregate")
    if not tables:
        return Comparison("no-members", (own,))
    stated = figures.tables_of(connection, own.sequence, standard)
    if {each.edition for each in tables} != {each.edition for each in stated}:
        return Comparison("editions", (own,))
    aggregate = report(stated, organ, year, AGGREGATE)
    context = Context(contents_of(aggregate), standard, load_profile(root=standard.root), members=(report(tables, organ, year, None),))
    return Comparison(None, (own,), (), _said(members_add_up(context)))


def _last_year(connection: Connection, name: str, year: int, found: Sequence[Member], standard: Standard) -> Comparison:
    """Compare the sums of those members of which last year's figures are known with these: their own, and of what became part of them."""
    counted = {each.organ: each.version for each in found if each.status == COUNTED and each.version is not None}
    before: dict[str, list[str]] = {organ: [organ] for organ in counted}
    parted = set[str]()
    for organ, successors in lineage.successions(connection, year).items():
        for successor in successors:
            if successor in before:
                before[successor].append(organ)
            else:
                parted.add(organ)
    asked = {organ for each in before.values() for organ in each}
    register = {each.id: each for each in queries.organs(connection, asked)}
    known = standing(queries.reports(connection, asked, year - 1))
    now, last, left_out = [], dict[str, Version](), []
    for organ, version in counted.items():
        # an organ that is new has nothing to go on from
        expected = [each for each in before[organ] if each not in register or register[each].at(year - 1)]
        picked = {each: chosen(known.get(each, {}), (str(version.scope),)) for each in expected}
        if any(each is None or each.redacted for each in picked.values()) or parted.intersection(expected):
            left_out.append(organ)
            continue
        now.append(version.sequence)
        last.update({each: kept for each, kept in picked.items() if kept is not None})
    sequences = [version.sequence for version in last.values()]
    if not sequences:
        return Comparison("no-last-year", (), tuple(left_out))
    if figures.readable(connection, sequences) != frozenset(sequences):
        return Comparison("unreadable", tuple(last.values()), tuple(left_out))
    this_year, year_before = (figures.table_sums(figures.added(connection, each, standard), standard) for each in (now, sequences))
    if any(len({table.edition for table in each}) != 1 for each in (this_year, year_before)):
        return Comparison("editions", tuple(last.values()), tuple(left_out))
    profile = load_profile(root=standard.root)
    context = Context(contents_of(report(this_year, name, year, None)), standard, profile, report(year_before, name, year - 1, None))
    return Comparison(None, tuple(last.values()), tuple(left_out), _said(figures_carry_over(context)))


def report(tables: Sequence[Table], name: str, year: int, scope: str | None) -> Report:
    """Return a report that has nothing but tables."""
    return Report("", Metadata(Agency(name), year, scope=scope), (Chapter(None, None, None, tuple(tables)),))


def _said(found: Iterable[Diagnostic | Raised]) -> tuple[Diagnostic, ...]:
    return tuple(each.diagnostic if isinstance(each, Raised) else each for each in found)
