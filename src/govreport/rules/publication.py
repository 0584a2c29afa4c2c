"""What must not be published: words of a template that were left in, numbers that identify persons."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property
from itertools import islice

from govreport.diagnostics import NOWHERE, Diagnostic
from govreport.rules.context import Context, finding
from govreport.rules.identity import is_citizen_number
from govreport.rules.passages import Passage
from govreport.rules.registry import LISTED, rule
from govreport.rules.sentences import QUOTED, around

_LONG = 4
"""The digits of the shortest group in which a number is written."""
_YEARS = ("199", "200", "201", "202", "203")
"""How the years begin that reports speak of: a group that may be one is looked at only beside another."""
_WIDE = tuple(map(chr, (0xFF10, 0xFF11, 0xFF12)))
"""The full-width digits of which every number of a person has one: telephones begin with 0 or 1, years of birth with 1 or 2."""
_NARROW = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_MOST = 1000
_AROUND, _NEAR = 12 * QUOTED, 2 * QUOTED
"""How much of a passage is taken on either side of a number to quote it, and how much of that may be shown or be part of a number that is."""
_SHOWN = re.compile("[0-9]{7,}[0-9Xx]?")


@rule("TEXT-TEMPLATE")
def no_words_of_a_template(context: Context) -> Iterator[Diagnostic]:
    """Give TEXT-TEMPLATE, once a passage, for words of a template that were left in."""
    words = context.vocabulary.words("template")
    pattern = context.vocabulary.any_of("template")
    met = 0
    for passage in context.hopeful("template"):
        found = pattern.search(passage.text) if pattern else None
        sample = found.group() if found else next((word for word in words if word in passage.text), None)
        if sample:
            met += 1
            start = passage.text.index(sample)
            about = {"sample": sample, "quote": around(passage.text, start, start + len(sample))} if met <= LISTED else {}
            yield finding("TEXT-TEMPLATE", passage.place() if met <= LISTED else NOWHERE, **about)


@rule("TEXT-SENSITIVE")
def no_numbers_of_persons(context: Context) -> Iterator[Diagnostic]:
    """Give TEXT-SENSITIVE for identity numbers, and for telephone numbers that are not those of the contact; the quote hides them.

    A report that is a list of persons is told so a thousand times.
    """
    yield from islice(_numbers_of_persons(context), _MOST)


def _numbers_of_persons(context: Context) -> Iterator[Diagnostic]:
    identity, telephone = (context.vocabulary.any_of(use) for use in ("identity", "telephone"))
    public = _digits(context.metadata.contact or "")
    wide = [*filter(context.prose.has, _WIDE)]
    for passage in context.prose.having(wide, runs={*filter(_is_suspicious, context.prose.numbers)}):
        text = passage.text.translate(_NARROW) if wide else passage.text
        for found in identity.finditer(text) if identity else ():
            if is_citizen_number("".join(filter(str.isalnum, found.group()))):
                yield _sensitive(context, passage, found, "identity")
        meant = [_Spans(pattern, text) for pattern in map(context.vocabulary.any_of, ("contact", "telephone-public")) if pattern is not None]
        for found in telephone.finditer(text) if telephone else ():
            if _digits(found.group()) not in public and not any(found.start() in spans for spans in meant):
                yield _sensitive(context, passage, found, "telephone")


def _is_suspicious(run: str) -> bool:
    """Return whether a run of digits may be of a number that is no year."""
    return len(run) > _LONG or not run.startswith(_YEARS)


class _Spans:
    """The places of a text that a pattern matches, looked for when first asked for."""

    def __init__(self, pattern: re.Pattern[str], text: str) -> None:
        self._pattern, self._text = pattern, text

    @cached_property
    def _found(self) -> list[tuple[int, int]]:
        return [found.span() for found in self._pattern.finditer(self._text)]

    def __contains__(self, at: int) -> bool:
        before = bisect_right(self._found, at, key=lambda span: span[0])
        return before > 0 and at < self._found[before - 1][1]


def _digits(text: str) -> str:
    return "".join(filter(str.isdigit, text))


def _sensitive(context: Context, passage: Passage, found: re.Match[str], kind: str) -> Diagnostic:
    """Return the finding with a quote in which no long number can be read, whoever's it is."""
    start, end = found.span()
    first, near, behind = max(start - _AROUND, 0), max(start - _NEAR, 0), end + _NEAR
    shown = _hidden(passage.text[near:behind], start - near, end - near)
    for pattern in filter(None, (context.vocabulary.any_of("identity"), context.vocabulary.any_of("telephone"), _SHOWN)):
        for other in pattern.finditer(shown.translate(_NARROW)):
            shown = _hidden(shown, *other.span())
    text = passage.text[first:near] + shown + passage.text[behind : end + _AROUND]
    return finding("TEXT-SENSITIVE", passage.place(), kind=kind, quote=around(text, start - first, end - first))


def _hidden(text: str, start: int, end: int) -> str:
    return text[: start + 3] + "*" * (end - start - 5) + text[end - 2 :]
