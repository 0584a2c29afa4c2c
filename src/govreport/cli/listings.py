"""Lists: versions, editions of the form, formats."""

from __future__ import annotations

from govreport.cli.errors import ACCEPTED
from govreport.cli.settings import Settings
from govreport.cli.terminal import aligned
from govreport.cli.texts import Texts
from govreport.formats import formats as all_formats
from govreport.forms import Form


def version(settings: Settings) -> int:
    """Print the versions of the tool and of the standard."""
    from govreport.version import __version__

    print(settings.say("list.version", tool=__version__, schema=settings.standard(built=False).release))
    return ACCEPTED


def forms(settings: Settings) -> int:
    """Print every edition with its instrument, years, tables and number of cells, oldest first."""
    for form in settings.standard().forms.values():
        years = _years(form, settings.say)
        print(settings.say("list.edition", edition=form.edition, revision=form.revision, instrument=form.instrument, years=years))
        for table in form.tables.values():
            shown = {"name": table.name, "key": table.key, "label": table.label}
            print(settings.say("list.edition-table", rows=len(table.leaves), cells=len(table.cells), **shown))
    return ACCEPTED


def _years(form: Form, say: Texts) -> str:
    if form.last_year is None:
        return say("list.years-open", first=form.first_year)
    return say("list.years-closed", first=form.first_year, last=form.last_year)


def formats(settings: Settings) -> int:
    """Print every format with whether it is read and written, its suffixes and what it is."""
    settings.standard()
    say = settings.say
    rows = [tuple(say(f"list.format-{name}") for name in ("head", "reads", "writes", "suffixes", "name"))]
    for each in all_formats():
        name = say(f"format.{each.name}") if say.has(f"format.{each.name}") else each.media_type
        rows.append((each.name, _yes(each.reads, say), _yes(each.writes, say), " ".join(each.suffixes), name))
    for line in aligned(rows):
        print(line)
    return ACCEPTED


def _yes(value: bool, say: Texts) -> str:
    return say("list.yes" if value else "list.no")
