"""Chapters that are copies: of last year's report, or of another agency's in the same batch."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from govreport.diagnostics import Diagnostic, Location
from govreport.model import Report
from govreport.rules.alike import Essence, Likeness, essence, fingerprint, letters, likeness, pieces
from govreport.rules.context import Context, finding
from govreport.rules.registry import rule
from govreport.rules.sentences import excerpt
from govreport.rules.series import unlike
from govreport.standard import Standard
from govreport.vocabulary import Vocabulary

CODE = "TEXT-COPY"
SHARE, LENGTH = "copy-share", "copy-length"
"""The limits of the profile: the share of a chapter in percent from which it is a copy, and the letters that it must have."""
PREVIOUS = "previous"


@rule(CODE, stage="series")
def chapters_are_no_copies(context: Context) -> Iterator[Diagnostic]:
    """Give TEXT-COPY for a chapter of prose that is, but for its figures, last year's or that of another agency in the batch."""
    share, length = context.profile.threshold(SHARE), context.profile.threshold(LENGTH)
    if share is None or (context.previous is None and not context.fellows):
        return
    own = {key: found for key, found in _prose(context.report, context).items() if len(found.letters) >= (length or 1)}
    others = [(PREVIOUS, context.previous)] if context.previous is not None and unlike(context.report, context.previous) is None else []
    for name, group in ((PREVIOUS, others), ("", [(_named(fellow), fellow) for fellow in context.fellows])):
        told = [(other, _prose(report, context)) for other, report in group]
        for key, chapter in own.items():
            compared = ((other, likeness(chapter, prose[key])) for other, prose in told if key in prose)
            other, most = max(compared, key=lambda pair: pair[1].share, default=(name, Likeness(0.0, "")))
            if 100 * most.share >= share:
                yield _told(context, key, other, most)


def chapters(report: Report, standard: Standard) -> dict[str, str]:
    """Return the text of every chapter of prose of the form, by key; chapters that repeat a key count once."""
    form = standard.in_force(report.metadata.year, {table.edition for table in report.tables()})
    prose = {chapter.key for chapter in form.chapters if chapter.kind == "prose"}
    found: dict[str, str] = {}
    for chapter in report.chapters:
        if chapter.key in prose:
            found.setdefault(chapter.key or "", "\n".join(chapter.paragraphs()))
    return found


def in_essence(report: Report, standard: Standard, vocabulary: Vocabulary, common: Collection[int]) -> dict[str, Essence]:
    """Return the chapters of prose in their essence, by key: without what quotes a statute and the sentences common to the batch."""
    statutory = vocabulary.any_of("statutory-sentence")

    def left_out(sentence: str, plain: str) -> bool:
        return (statutory is not None and statutory.search(sentence) is not None) or (bool(common) and fingerprint(plain) in common)

    return {key: essence(text, left_out) for key, text in chapters(report, standard).items()}


def said(report: Report, standard: Standard) -> frozenset[int]:
    """Return the fingerprints of all sentences of the chapters of prose, by which what a batch has in common is found."""
    return frozenset(fingerprint(letters(sentence)) for text in chapters(report, standard).values() for sentence in pieces(text))


def _prose(report: Report, context: Context) -> dict[str, Essence]:
    return in_essence(report, context.standard, context.vocabulary, context.common)


def _named(report: Report) -> str:
    metadata = report.metadata
    return " ".join(str(part) for part in (metadata.agency.name, metadata.year) if part) or "\u2013"


def _told(context: Context, key: str, other: str, found: Likeness) -> Diagnostic:
    form = context.form.chapter(key)
    path = next(path for chapter, path in zip(context.contents.chapters, context.contents.chapter_paths, strict=True) if chapter.key == key)
    quote = excerpt(" ".join(found.passage.split()))
    return finding(CODE, Location(path=path), chapter=(form.title if form else None) or key, other=other, share=int(100 * found.share), quote=quote)
