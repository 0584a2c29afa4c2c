"""A report of a year with every chapter and table of its edition, as the desk begins with it."""

from __future__ import annotations

from dataclasses import replace

from govreport.forms import TableForm
from govreport.model import Block, Chapter, Report, Table
from govreport.standard import Standard


def skeleton(standard: Standard, year: int, base: Report | None = None) -> Report:
    """Return a report of a year with every chapter and table of the edition in force, empty where ``base`` has none of them.

    Chapters of ``base`` that the form does not know stay where they stand; a table of another edition gives way to that in force.
    """
    form = standard.in_force(year)
    known = {chapter.key: chapter for chapter in base.chapters if chapter.key} if base else {}
    chapters: list[Chapter] = []
    for each in form.chapters:
        found = known.get(each.key) or Chapter(each.key, each.number, each.title)
        chapters.append(replace(found, blocks=_with_table(found.blocks, form.tables[each.table])) if each.table else found)
    for index, chapter in enumerate(base.chapters if base else ()):
        if chapter.key is None or form.chapter(chapter.key) is None:
            chapters.insert(min(index, len(chapters)), chapter)
    started = base or Report(standard.claim)
    return replace(started, chapters=tuple(chapters))


def _with_table(blocks: tuple[Block, ...], form: TableForm) -> tuple[Block, ...]:
    if any(table.key == form.key for table in Report("", chapters=(Chapter(None, None, None, blocks),)).tables()):
        return blocks
    return (Table(form.key, form.edition, {}), *blocks)
