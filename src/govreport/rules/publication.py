"""What must not be published: words of a template that were left in, numbers that identify persons."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from govreport.diagnostics import Diagnostic
from govreport.rules.context import Context, finding
from govreport.rules.identity import is_citizen_number
from govreport.rules.passages import Passage, found_bytes
from govreport.rules.registry import rule
from govreport.rules.sentences import around

_IDENTITY = re.compile(r"(?<![0-9A-Za-z])[1-9][0-9]{16}[0-9Xx](?![0-9A-Za-z])")
_LONG = b"0" * 7
"""The shortest run of digits that can be a telephone number."""
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
    """Give TEXT-SENSITIVE for identity numbers, and for telephone numbers that are not those of the contact; the quote hides them."""
    telephone = context.vocabulary.any_of("telephone")
    contact = context.vocabulary.any_of("contact")
    office = context.vocabulary.any_of("telephone-public")
    public = context.report.metadata.contact or ""
    for passage in context.prose.at(list(found_bytes(context.prose.digits, _LONG))):
        text = passage.text
        for found in _IDENTITY.finditer(text):
            if is_citizen_number(found.group()):
                yield _sensitive(passage, found, "identity")
        if telephone is None:
            continue
        for found in telephone.finditer(text):
            if _is_complete(found.group()) and found.group() not in public and not _stands_in((contact, office), text, found.start()):
                yield _sensitive(passage, found, "telephone")


def _stands_in(patterns: Iterable[re.Pattern[str] | None], text: str, at: int) -> bool:
    return any(each.start() <= at < each.end() for pattern in patterns if pattern is not None for each in pattern.finditer(text))


def _is_complete(telephone: str) -> bool:
    """Return whether a telephone number has its area code or is a mobile one: seven digits alone may be any number."""
    digits = "".join(filter(str.isdigit, telephone))
    return digits.startswith("0") or (len(digits) == 11 and digits.startswith("1"))


def _sensitive(passage: Passage, found: re.Match[str], kind: str) -> Diagnostic:
    """Return the finding with a quote in which no long number can be read, whoever's it is."""
    text = passage.text[: found.start()] + _hidden(found) + passage.text[found.end() :]
    return finding("TEXT-SENSITIVE", passage.place(), kind=kind, quote=around(_SHOWN.sub(_hidden, text), found.start(), found.end()))


def _hidden(found: re.Match[str]) -> str:
    raw = found.group()
    return raw[:3] + "*" * (len(raw) - 5) + raw[-2:]
