"""``archive progress``: who has handed in, who is late, who was returned, who has not begun."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from govreport.cli.archives import opened, put, year_of
from govreport.cli.errors import ACCEPTED, USAGE, CommandError
from govreport.cli.settings import Settings
from govreport.cli.sheets import Cell, Page, save
from govreport.cli.terminal import aligned
from govreport.cli.texts import Texts

if TYPE_CHECKING:
    from govreport.archive.standings import Standing


@dataclass(frozen=True)
class Asked:
    """Whose progress is asked for, on which day, and where it is to go; ``late`` keeps those who have to be reminded."""

    organ: str
    year: str
    line: bool
    late: bool
    day: str
    output: str


def progress(settings: Settings, place: str, asked: Asked, as_json: bool) -> int:
    """Print how far organs have come, or write it as a table."""
    year = year_of(asked.year)
    if year is None:
        raise CommandError(USAGE, "error.archive.no-year")
    day = _day(asked.day)
    with opened(settings, place, (asked.output,)) as archive:
        from dataclasses import replace

        from govreport.archive import progress
        from govreport.archive.organs import AREA, LINE
        from govreport.archive.tabulated import progress_object

        found = progress(archive, year, asked.organ or None, LINE if asked.line else AREA, day)
    shown = replace(found, standings=found.overdue) if asked.late else found
    say = settings.say
    if asked.output:
        save(asked.output, [page(shown.standings, say)])
    if as_json:
        put(progress_object(shown))
    elif asked.output:
        print(say("archive.written", name=asked.output))
    else:
        for line in aligned([_line(each, say) for each in shown.standings]):
            print(line)
        counts = say("archive.comma").join(say("progress.count", state=say(f"archive.state.{state}"), count=count) for state, count in found.counts.items())
        print(say("progress.counts", day=found.day.isoformat(), counts=counts, overdue=len(found.overdue)))
    return ACCEPTED


def page(found: Sequence[Standing], say: Texts) -> Page:
    """Return how far organs have come as a table in words."""
    from govreport.archive.tabulated import STANDINGS, standing_rows

    rows = (_said(row, say) for row in standing_rows(found))
    return Page(say("progress.page"), [say(f"totals.column.{name}") for name in STANDINGS], STANDINGS, rows)


def _day(text: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(text) if text else None
    except ValueError as error:
        raise CommandError(USAGE, "error.option-number", name="--day", value=text) from error


def _said(row: Sequence[Cell], say: Texts) -> tuple[Cell, ...]:
    from govreport.archive.tabulated import placed

    organ, name, kind, level, parent, state, due, handed_in, late, overdue, report, version, remark = row
    yes = say("list.yes") if overdue else ""
    words = placed(str(kind or ""), str(level or ""), say.lang)
    return (organ, name, *words, parent, say(f"archive.state.{state}"), due, handed_in, late, yes, report, version, remark)


def _line(each: Standing, say: Texts) -> tuple[str, ...]:
    late = ""
    if each.overdue:
        late = say("progress.overdue", days=each.late)
    elif each.late:
        late = say("progress.late", days=each.late)
    due = say("progress.due", day=each.due.isoformat()) if each.due else ""
    return each.name, each.organ, say(f"archive.state.{each.state}"), due, late
