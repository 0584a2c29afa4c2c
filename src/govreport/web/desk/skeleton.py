"""A report of a year with every chapter and table of its edition, as the desk begins with it."""

from __future__ import annotations

from collections.abc import Sequence
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
        chapters.append(replace(found, blocks=_with_tables(found.blocks, [form.tables[key] for key in each.tables])))
    for index, chapter in enumerate(base.chapters if base else ()):
        if chapter.key is None or form.chapter(chapter.key) is None:
            chapters.insert(min(index, len(chapters)), chapter)
    started = base or Report(standard.claim)
    return replace(started, chapters=tuple(chapters))


def _with_tables(blocks: tuple[Block, ...], forms: Sequence[TableForm]) -> tuple[Block, ...]:
    """Return the blocks of a chapter with those of its tables before them that are not there, empty."""
    there = {table.key for table in Report("", chapters=(Chapter(None, None, None, blocks),)).tables()}
    return (*(Table(form.key, form.edition, {}) for form in forms if form.key not in there), *blocks)
