"""The chapters of the form in force: all there, in order, once, titled, not empty."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from govreport.contents import Part
from govreport.diagnostics import Diagnostic, Location
from govreport.forms import ChapterForm, Form
from govreport.rules.context import Context, finding
from govreport.rules.registry import rule

CODE = "DOC-CHAPTER"
_UNTITLED_KINDS = ("lead", "closing")


@rule(CODE)
def no_chapter_is_missing(context: Context) -> Iterator[Diagnostic]:
    """Give DOC-CHAPTER for every chapter that the form requires and the report does not have."""
    present = {chapter.key for chapter in context.contents.chapters}
    for chapter in context.form.chapters:
        if chapter.required and chapter.key not in present:
            yield finding(CODE, Location(path="/report"), problem="missing", chapter=_name(chapter))


@rule(CODE)
def chapters_stand_in_order(context: Context) -> Iterator[Diagnostic]:
    """Give DOC-CHAPTER for every chapter behind one that the form prints later, and for one that stands there twice."""
    latest: ChapterForm | None = None
    reached = -1
    met: set[str] = set()
    for _, path, form, number in _known(context):
        if form.key in met:
            yield finding(CODE, Location(path=path), problem="repeated", chapter=_name(form))
        elif latest is not None and number < reached:
            yield finding(CODE, Location(path=path), problem="order", chapter=_name(form), after=_name(latest))
        else:
            latest, reached = form, number
        met.add(form.key)


@rule(CODE)
def chapters_have_titles_and_content(context: Context) -> Iterator[Diagnostic]:
    """Give DOC-CHAPTER for a required chapter without title, without any content, or without one of its tables."""
    for chapter, path, form, _ in _known(context):
        if form.kind in _UNTITLED_KINDS:
            continue
        if chapter.title is None:
            yield finding(CODE, Location(path=path), problem="untitled", chapter=_name(form))
        if not form.required:
            continue
        for table in form.tables:
            if table not in context.tables:
                problem = "table" if len(form.tables) == 1 else "lacks"
                yield finding(CODE, Location(path=path), problem=problem, chapter=_name(form), table=context.form.tables[table].label)
        if chapter.is_empty and not form.tables:
            yield finding(CODE, Location(path=path), problem="empty", chapter=_name(form))


def _known(context: Context) -> Iterator[tuple[Part, str, ChapterForm, int]]:
    """Yield the chapters that the form in force has, with their paths, their forms and the numbers of these in the form."""
    order = _order(context.form)
    for chapter, path in zip(context.contents.chapters, context.contents.chapter_paths, strict=True):
        known = order.get(chapter.key or "")
        if known is not None:
            yield chapter, path, *known


@lru_cache(maxsize=64)
def _order(form: Form) -> dict[str, tuple[ChapterForm, int]]:
    """Return the chapters of a form by key, with their numbers."""
    return {chapter.key: (chapter, number) for number, chapter in enumerate(form.chapters)}


def _name(chapter: ChapterForm) -> str:
    return chapter.title or chapter.key
