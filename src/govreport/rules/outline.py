"""The chapters of the form in force: all there, in order, once, titled, not empty."""

from __future__ import annotations

from collections.abc import Iterator

from govreport.contents import Part
from govreport.diagnostics import Diagnostic, Location
from govreport.forms import ChapterForm
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
    order = {chapter.key: number for number, chapter in enumerate(context.form.chapters)}
    latest: ChapterForm | None = None
    met: set[str] = set()
    for chapter, path in _known(context):
        form = context.form.chapters[order[chapter.key or ""]]
        if form.key in met:
            yield finding(CODE, Location(path=path), problem="repeated", chapter=_name(form))
        elif latest is not None and order[form.key] < order[latest.key]:
            yield finding(CODE, Location(path=path), problem="order", chapter=_name(form), after=_name(latest))
        else:
            latest = form
        met.add(form.key)


@rule(CODE)
def chapters_have_titles_and_content(context: Context) -> Iterator[Diagnostic]:
    """Give DOC-CHAPTER for a required chapter without title, without any content, or without its table."""
    for chapter, path in _known(context):
        form = context.form.chapter(chapter.key)
        if form is None or form.kind in _UNTITLED_KINDS:
            continue
        if chapter.title is None:
            yield finding(CODE, Location(path=path), problem="untitled", chapter=_name(form))
        if not form.required:
            continue
        if form.table is not None and form.table not in context.tables:
            yield finding(CODE, Location(path=path), problem="table", chapter=_name(form))
        elif chapter.is_empty and form.table is None:
            yield finding(CODE, Location(path=path), problem="empty", chapter=_name(form))


def _known(context: Context) -> Iterator[tuple[Part, str]]:
    """Yield the chapters that the form in force has, with their paths."""
    keys = {chapter.key for chapter in context.form.chapters}
    for chapter, path in zip(context.contents.chapters, context.contents.chapter_paths, strict=True):
        if chapter.key in keys:
            yield chapter, path


def _name(chapter: ChapterForm) -> str:
    return chapter.title or chapter.key
