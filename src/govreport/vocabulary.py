"""What texts say around a form, read from ``schema/vocabulary.xml``: words and patterns by the use they have."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from lxml import etree

from govreport.resources import schema_root
from govreport.schemafile import SchemaTreeError, need, parse

_REFERENCE = re.compile("%([a-z][a-z-]*)%")
_NAME = re.compile(r"\(\?P<[^>]+>")


@dataclass(frozen=True, slots=True)
class Term:
    """An entry: its text and what else is said of it (``kind``, ``level``, ``to`` …), None where nothing is."""

    text: str
    attributes: Mapping[str, str] = field(default_factory=dict)

    def get(self, name: str) -> str | None:
        """Return an attribute of the entry, None where it has none."""
        return self.attributes.get(name)


class Vocabulary:
    """The words and patterns of one schema tree; a use that the file does not have is empty."""

    def __init__(self, version: str, words: Mapping[str, tuple[Term, ...]], patterns: Mapping[str, tuple[Term, ...]]) -> None:
        self.version = version
        self._words = words
        self._patterns = patterns
        self._texts = {use: tuple(term.text for term in terms) for use, terms in words.items()}
        self._compiled: dict[str, tuple[re.Pattern[str], ...]] = {}
        self._unions: dict[str, re.Pattern[str] | None] = {}

    @property
    def uses(self) -> frozenset[str]:
        """Every use that has a word or a pattern."""
        return frozenset(self._words) | frozenset(self._patterns)

    def words(self, use: str) -> tuple[str, ...]:
        """Return the words of a use in file order."""
        return self._texts.get(use, ())

    def terms(self, use: str) -> tuple[Term, ...]:
        """Return the words of a use with their attributes, in file order."""
        return self._words.get(use, ())

    def patterns(self, use: str) -> tuple[re.Pattern[str], ...]:
        """Return the patterns of a use in file order, compiled at the first call; raises ``SchemaTreeError`` for one that is none."""
        if use not in self._compiled:
            self._compiled[use] = tuple(_compile(self._expand(term.text), use) for term in self._patterns.get(use, ()))
        return self._compiled[use]

    def any_of(self, use: str) -> re.Pattern[str] | None:
        """Return one pattern that matches where any pattern of a use does, compiled once; None for a use without patterns.

        Its groups are numbered only: names are taken away, since several patterns may use one.
        """
        if use not in self._unions:
            texts = [_NAME.sub("(", self._expand(term.text)) for term in self._patterns.get(use, ())]
            self._unions[use] = _compile("|".join(f"(?:{text})" for text in texts), use) if texts else None
        return self._unions[use]

    def _expand(self, text: str) -> str:
        """Return a pattern with ``%use%`` replaced by the words of that use, the longest first."""
        return _REFERENCE.sub(lambda found: "|".join(sorted(map(re.escape, self.words(found.group(1))), key=len, reverse=True)) or "(?!)", text)

    def pattern_terms(self, use: str) -> tuple[tuple[re.Pattern[str], Term], ...]:
        """Return the patterns of a use with their attributes, in file order."""
        return tuple(zip(self.patterns(use), self._patterns.get(use, ()), strict=True))


def load(root: Path | str | None = None) -> Vocabulary:
    """Return the vocabulary of a schema tree (see ``resources.schema_root``), loaded once a process; raises ``SchemaTreeError``."""
    return _load(schema_root(root))


@lru_cache(maxsize=8)
def _load(root: Path) -> Vocabulary:
    path = root / "vocabulary.xml"
    document = parse(path)
    try:
        return Vocabulary(need(document, "version"), _by_use(document, "word"), _by_use(document, "pattern"))
    except SchemaTreeError as error:
        raise SchemaTreeError(f"{path}: {error}") from error


def _by_use(document: etree._Element, tag: str) -> dict[str, tuple[Term, ...]]:
    found: dict[str, list[Term]] = {}
    for element in document.iter(tag):
        attributes = {str(name): str(value) for name, value in element.attrib.items()}
        found.setdefault(need(element, "use"), []).append(Term(element.text or "", attributes))
    return {use: tuple(terms) for use, terms in found.items()}


def _compile(text: str, use: str) -> re.Pattern[str]:
    try:
        return re.compile(text)
    except re.error as error:
        raise SchemaTreeError(f"vocabulary.xml: {use}: {text}: {error}") from error
