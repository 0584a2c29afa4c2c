"""What must not be published: words of a template that were left in, numbers that identify persons."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property
from itertools import islice

from govreport.diagnostics import Diagnostic
from govreport.rules.context import Context, finding
from govreport.rules.identity import is_citizen_number
from govreport.rules.passages import Passage
from govreport.rules.registry import rule
from govreport.rules.sentences import QUOTED, around

_IDENTITY = re.compile(r"(?<![0-9A-Za-z])[1-9][0-9]{16}[0-9Xx](?![0-9A-Za-z])")
_LONG = 7
"""The digits of the shortest telephone number."""
_MOST = 1000
_AROUND = 12 * QUOTED
"""How much of a passage is looked at on either side of a number: more than a quote of it can show."""
_SHOWN = re.compile("[0-9]{7,}[0-9Xx]?")


@rule("TEXT-TEMPLATE")
def no_words_of_a_template(context: Context) -> Iterator[Diagnostic]:
    """Give TEXT-TEMPLATE, once a passage, for words of a template that were left in."""
    words = context.vocabulary.words("template")
    pattern = context.vocabulary.any_of("template")
    for passage in context.hopeful("template"):
        found = pattern.search(passage.text) if pattern else None
        sample = found.group() if found else next((word for word in words if word in passage.text), None)
        if sample:
            start = passage.text.index(sample)
            yield finding("TEXT-TEMPLATE", passage.place(), sample=sample, quote=around(passage.text, start, start + len(sample)))


@rule("TEXT-SENSITIVE")
def no_numbers_of_persons(context: Context) -> Iterator[Diagnostic]:
    """Give TEXT-SENSITIVE for identity numbers, and for telephone numbers that are not those of the contact; the quote hides them.

    A report that is a list of persons is told so a thousand times.
    """
    yield from islice(_numbers_of_persons(context), _MOST)


def _numbers_of_persons(context: Context) -> Iterator[Diagnostic]:
    telephone = context.vocabulary.any_of("telephone")
    contact = context.vocabulary.any_of("contact")
    office = context.vocabulary.any_of("telephone-public")
    public = context.metadata.contact or ""
    for passage in context.prose.having(number for number in context.prose.numbers if len(number) >= _LONG):
        text = passage.text
        for found in _IDENTITY.finditer(text):
            if is_citizen_number(found.group()):
                yield _sensitive(passage, found, "identity")
        if telephone is None:
            continue
        meant = [_Spans(pattern, text) for pattern in (contact, office) if pattern is not None]
        for found in telephone.finditer(text):
            if _is_complete(found.group()) and found.group() not in public and not any(found.start() in spans for spans in meant):
                yield _sensitive(passage, found, "telephone")


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


def _is_complete(telephone: str) -> bool:
    """Return whether a telephone number has its area code or is a mobile one: seven digits alone may be any number."""
    digits = "".join(filter(str.isdigit, telephone))
    return digits.startswith("0") or (len(digits) == 11 and digits.startswith("1"))


def _sensitive(passage: Passage, found: re.Match[str], kind: str) -> Diagnostic:
    """Return the finding with a quote in which no long number can be read, whoever's it is."""
    first, end = max(found.start() - _AROUND, 0), found.end() + _AROUND
    text = passage.text[first : found.start()] + _hidden(found) + passage.text[found.end() : end]
    return finding("TEXT-SENSITIVE", passage.place(), kind=kind, quote=around(_SHOWN.sub(_hidden, text), found.start() - first, found.end() - first))


def _hidden(found: re.Match[str]) -> str:
    raw = found.group()
    return raw[:3] + "*" * (len(raw) - 5) + raw[-2:]
