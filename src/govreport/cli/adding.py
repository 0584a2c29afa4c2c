"""``archive totals``: what an organ's members add up to, in the terminal, as tables for an office, as JSON, or as a draft report."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from govreport.cli.archives import need_actor, need_known, opened, put, year_of
from govreport.cli.errors import ACCEPTED, REJECTED, UNDETERMINED, USAGE, CommandError
from govreport.cli.settings import Settings
from govreport.cli.sheets import Page, save
from govreport.cli.terminal import aligned, columns, wrapped
from govreport.cli.texts import Texts

if TYPE_CHECKING:
    from govreport.archive.adding import Comparison, Totals
    from govreport.archive.members import Member
    from govreport.standard import Standard


@dataclass(frozen=True)
class Asked:
    """What totals are asked for and where they are to go; ``actor`` is None where no draft is to be deposited."""

    organ: str
    year: str
    line: bool
    scopes: tuple[str, ...]
    output: str
    members: str
    actor: str | None
    reason: str


def totals(settings: Settings, place: str, asked: Asked, as_json: bool) -> int:
    """Add up; exits 0 whatever the comparisons found: they are shown, and skipped ones say why; 1 where the deposit of the totals was refused.

    3 where a catalogue that is read-only does not have all that was to be added up.
    """
    year = year_of(asked.year)
    if not asked.organ or year is None:
        raise CommandError(USAGE, "error.archive.organ-and-year")
    who = need_actor(asked.actor) if asked.actor is not None else ""
    with opened(settings, place, (asked.output, asked.members)) as archive:
        from govreport.archive import totals
        from govreport.archive.aggregates import aggregate
        from govreport.archive.members import PREFERRED
        from govreport.archive.organs import AREA, LINE
        from govreport.archive.tabulated import totals_object

        need_known(archive, scopes=asked.scopes)
        found = totals(archive, asked.organ, year, LINE if asked.line else AREA, asked.scopes or PREFERRED)
        receipt = aggregate(archive, found, who, asked.reason or None) if who else None
        standard = archive.standard
    code = UNDETERMINED if found.unread else ACCEPTED if receipt is None or receipt.accepted else REJECTED
    if found.unread:
        print(settings.say("archive.unread", count=found.unread), file=sys.stderr)
    if asked.output:
        save(asked.output, pages(settings.say, found, standard))
    if asked.members:
        save(asked.members, pages(settings.say, found, standard)[1:2])
    if as_json:
        put({**totals_object(found, standard, settings.say.lang), **({"receipt": receipt.row()} if receipt else {})})
        return code
    if not asked.output:
        for line in lines(settings, found, standard):
            print(line)
    for name in filter(None, (asked.output, asked.members)):
        print(settings.say("archive.written", name=name))
    if receipt is not None:
        print(settings.say("archive.totals-deposited", id=receipt.id, version=receipt.version, state=settings.say(f"archive.state.{receipt.state}")))
    return code


def pages(say: Texts, found: Totals, standard: Standard) -> list[Page]:
    """Return totals as tables: the sums, the members, what was found beside other figures."""
    from govreport.archive.tabulated import FOUND, MEMBERS, SUMS, comparison_rows, member_rows, sum_rows

    lang = say.lang
    rows = {"sums": sum_rows(found, standard, lang), "members": member_rows(found.members, lang), "found": comparison_rows(found, standard, lang)}
    names = {"sums": SUMS, "members": MEMBERS, "found": FOUND}
    return [Page(say(f"totals.page.{page}"), [say(f"totals.column.{name}") for name in names[page]], names[page], rows[page]) for page in rows]


def lines(settings: Settings, found: Totals, standard: Standard) -> Iterator[str]:
    """Yield totals as text: the printed tables with the sums, who is not in them, and what was found beside other figures."""
    say = settings.say
    counts = {"counted": len(found.counted), "missing": len(found.missing), "excluded": len(found.excluded)}
    yield say("totals.head", name=found.name, organ=found.organ, year=found.year, **counts)
    yield from _tables(settings, found, standard)
    rows = [(each.organ, each.name, reason) for each, reason in _absent(found, say.lang)]
    yield from ("", say("totals.absent"), *aligned(rows)) if rows else ()
    yield ""
    yield from _comparison(settings, "own", found.own, standard)
    yield from _comparison(settings, "last_year", found.last_year, standard)


def _absent(found: Totals, lang: str) -> Iterator[tuple[Member, str]]:
    from govreport.archive.tabulated import why, words

    for each in (*found.missing, *found.excluded):
        yield each, words(lang)("absent", status=words(lang)(each.status), why=why(each, lang))


def _tables(settings: Settings, found: Totals, standard: Standard) -> Iterator[str]:
    from govreport import numerals
    from govreport.archive.tabulated import remark
    from govreport.cellnames import cell_name
    from govreport.cli.grids import draw
    from govreport.diagnostics import CellRef
    from govreport.layout import layout
    from govreport.rules.equations import BLANK, REST

    sums = {(each.edition, each.table, each.row, each.column): each for each in found.sums}
    for edition, table in dict.fromkeys((each.edition, each.table) for each in found.sums):
        form = standard.table(table, edition)
        if form is None:
            continue

        def value(row: str, column: str, edition: str = edition, table: str = table) -> str:
            each = sums[edition, table, row, column]
            text = (BLANK if each.not_applicable else "") if each.total is None else numerals.written(each.total) + (each.unit or "")
            return text if each.complete else text + REST

        yield ""
        yield settings.say("show.edition", name=form.name, label=form.label, edition=edition)
        yield from draw(layout(form), value, columns())
    for each in found.sums:
        said = remark(each, settings.say.lang)
        if said:
            cell = cell_name(standard, CellRef(each.table, each.row, each.column, each.edition))
            yield from wrapped(settings.say("totals.remark", cell=cell, remark=said), columns())


def _comparison(settings: Settings, name: str, found: Comparison, standard: Standard) -> Iterator[str]:
    from govreport import diagnostics
    from govreport.archive.tabulated import place

    say, known = settings.say, diagnostics.catalogue_in(standard.root)
    title = say(f"totals.{name}")
    if found.skipped is not None:
        yield say("totals.skipped", title=title, why=say(f"totals.skipped.{found.skipped}"))
    elif not found.found:
        yield say("totals.agrees", title=title, count=len(found.with_))
    for each in found.found:
        yield from wrapped(say("totals.found", title=title, code=each.code, cell=place(each, standard), message=known.message(each, say.lang)), columns())
    if found.left_out:
        yield from wrapped(say("totals.left-out", title=title, count=len(found.left_out), names=" ".join(found.left_out)), columns())
