"""``show``: a report for reading in the terminal: metadata, chapters with their tables as printed, findings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields

from govreport.cli.errors import ACCEPTED
from govreport.cli.grids import draw
from govreport.cli.settings import Settings
from govreport.cli.single import report
from govreport.cli.terminal import columns, width, wrapped
from govreport.cli.texts import Texts
from govreport.layout import layout
from govreport.model import Agency, Block, Grid, NotApplicable, Paragraph, Report, Section, Table
from govreport.sources import shown
from govreport.standard import Standard


def show(settings: Settings, source: str, source_format: str | None, profile: str) -> int:
    """Print a report and its findings; exits 0 where the report could be read."""
    from govreport.validation import render, validate_reading

    standard, rules = settings.standard(), settings.profile(profile)
    found, read = report(source, source_format, settings)
    print("\n".join(map(shown, lines(found, standard, settings.say))))
    print()
    print(render.text(validate_reading(read, source, standard, rules), settings.say.lang, details=False), end="")
    return ACCEPTED


def lines(found: Report, standard: Standard, say: Texts) -> Iterator[str]:
    """Yield a report as text, its own order of chapters kept."""
    said = list(_metadata(found, say))
    label = max((width(name) for name, _ in said), default=0)
    for name, text in said:
        yield f"{name}{' ' * (label - width(name))}  {text}"
    for chapter in found.chapters:
        yield ""
        yield _heading(chapter.number, chapter.title) or untitled(chapter.key, standard, say)
        yield from _blocks(chapter.blocks, found, standard, say, "  ")
    for attachment in found.attachments:
        yield ""
        yield say("show.attachment", name=attachment.title)


def _metadata(found: Report, say: Texts) -> Iterator[tuple[str, str]]:
    metadata, agency = found.metadata, found.metadata.agency
    for item in fields(Agency):
        value = getattr(agency, item.name)
        if value is not None:
            yield say("show.agency" if item.name == "name" else f"show.{item.name}"), value.code if item.name == "division" else in_words(item.name, value, say)
    for item in fields(metadata):
        value = getattr(metadata, item.name)
        if item.name == "agency" or value is None:
            continue
        yield say(f"show.{item.name}"), say("show.range", start=value.start, end=value.end) if item.name == "period" else in_words(item.name, value, say)
    if found.provenance:
        yield say("show.provenance"), found.provenance.source
    yield say("show.schema"), found.schema


def in_words(name: str, value: object, say: Texts) -> str:
    """Return what a field of the metadata holds as people call it: a code in words, anything else as it stands."""
    key = f"show.{name}-is.{value}"
    return say(key) if say.has(key) else str(value)


def untitled(key: str | None, standard: Standard, say: Texts) -> str:
    """Return what a chapter without a title is called: by its kind where some edition has it."""
    known = next((chapter for form in standard.forms.values() if (chapter := form.chapter(key))), None)
    name = f"show.chapter.{known.kind if known else None}"
    return say(name) if say.has(name) else key or say("show.untitled")


def _heading(number: str | None, title: str | None) -> str:
    return " ".join(part for part in (number, title) if part)


def _blocks(blocks: tuple[Block, ...], found: Report, standard: Standard, say: Texts, indent: str) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield from (indent + line for line in wrapped(block.text, columns() - len(indent)))
        elif isinstance(block, Section):
            yield indent + _heading(block.number, block.title)
            yield from _blocks(block.blocks, found, standard, say, indent + "  ")
        elif isinstance(block, Grid):
            yield from (indent + " | ".join(row) for row in block.rows)
        else:
            yield from _table(block, found, standard, say)


def _table(table: Table, found: Report, standard: Standard, say: Texts) -> Iterator[str]:
    form = standard.table(table.key, table.edition)
    if form is None:
        return
    marks = found.annotations.marks()

    def value(row: str, column: str) -> str:
        number = table.get(row, column)
        if number is None:
            return ""
        if isinstance(number, NotApplicable):
            return marks.get((table.key, row, column)) or say("value.not-applicable")
        kind = form.column(row, column)
        unit = table.units.get(row, "") if kind is not None and kind.kind == "money" else ""
        return f"{number:f}{unit}" if not isinstance(number, int) else f"{number}"

    yield say("show.edition", name=form.name, label=form.label, edition=table.edition)
    yield from draw(layout(form), value, columns())
    for note in found.annotations.notes:
        if note.table == table.key and note.kind != "mark":
            yield say("show.note", text=note.text)
