"""What is said about a document: codes with a place and parameters; texts and severities come from ``schema/diagnostics.xml``."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import lru_cache
from pathlib import Path
from string import Formatter
from typing import NamedTuple

from lxml import etree

from govreport.resources import schema_root
from govreport.schemafile import SchemaTreeError, need, parse
from govreport.texts import LANGUAGES as LANGUAGES


class Severity(Enum):
    """How much a finding weighs; an error rejects."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """The place in a list of findings: errors first."""
        return list(Severity).index(self)


@dataclass(frozen=True, slots=True)
class CellRef:
    """A cell of a report by its keys; row or column None where the whole table, row or column is meant; the edition only helps to name it."""

    table: str
    row: str | None = None
    column: str | None = None
    edition: str | None = field(default=None, compare=False)


class Location(NamedTuple):
    """Where: line and column count from 1 in the source as decoded; ``path`` is an XPath of the canonical XML."""

    source: str | None = None
    line: int | None = None
    column: int | None = None
    path: str | None = None
    cell: CellRef | None = None


NOWHERE = Location()


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A code of ``diagnostics.xml`` at a place, with the parameters of its text; equal ones are the same finding."""

    code: str
    location: Location = NOWHERE
    params: Mapping[str, str | int] = field(default_factory=dict)


_BRACE = "{"
"""What a text has that asks for parameters."""

Words = Mapping[tuple[str, str], Mapping[str, str]]
"""How a parameter with a certain value reads: by (parameter, value), then by language; the reading may name other parameters."""


@dataclass(frozen=True)
class Entry:
    """What ``diagnostics.xml`` says of a code: basis, clause, default severities by profile, texts and advice by language."""

    code: str
    basis: str
    clause: str
    severities: Mapping[str, Severity]
    messages: Mapping[str, str]
    advices: Mapping[str, str]
    schematron: bool
    clauses: Mapping[str, str] = field(default_factory=dict)
    words: Words = field(default_factory=dict)


class UnknownCodeError(KeyError):
    """Raised for a code that the catalogue does not have: a fault of the program or of a schema tree, never of a document."""


class Catalogue:
    """The entries of a ``diagnostics.xml`` by code."""

    def __init__(self, entries: Mapping[str, Entry], words: Words | None = None) -> None:
        self.entries = entries
        self.words = words or {}

    def __getitem__(self, code: str) -> Entry:
        try:
            return self.entries[code]
        except KeyError:
            raise UnknownCodeError(code) from None

    def message(self, diagnostic: Diagnostic, lang: str) -> str:
        """Return the text of a diagnostic in zh or en, its parameters filled in."""
        entry = self[diagnostic.code]
        return self._told(entry, entry.messages[lang], diagnostic, lang)

    def advice(self, diagnostic: Diagnostic, lang: str) -> str:
        """Return what to do about a diagnostic in zh or en."""
        entry = self[diagnostic.code]
        return self._told(entry, entry.advices.get(lang, ""), diagnostic, lang)

    def tells(self, diagnostic: Diagnostic, lang: str) -> bool:
        """Return whether a diagnostic of another time can be told in a language: its code is known, and all that its texts ask for is there."""
        entry, params = self.entries.get(diagnostic.code), diagnostic.params
        if entry is None:
            return False
        words = (self._words_for(entry, name, value) for name, value in params.items())
        texts = (entry.messages[lang], entry.advices.get(lang, ""), *(each[lang] for each in words if each))
        return all(name in params for text in texts for _, name, *_ in Formatter().parse(text) if name)

    def _told(self, entry: Entry, template: str, diagnostic: Diagnostic, lang: str) -> str:
        return _visible(_fill(template, self._in_words(entry, diagnostic.params, lang))) if _BRACE in template else template

    def clause(self, code: str, lang: str, instrument: str = "") -> str:
        """Return the instrument and clause that a code rests on; ``instrument`` is that of the edition concerned."""
        entry = self[code]
        return _fill(entry.clauses.get(lang, entry.clause), {"instrument": instrument}).strip()

    def word(self, name: str, value: str, lang: str, **params: str | int) -> str:
        """Return how a value of a parameter reads, the value itself where the catalogue has no words for it."""
        words = self.words.get((name, value))
        return _fill(words[lang], params) if words else value

    def _in_words(self, entry: Entry, params: Mapping[str, str | int], lang: str) -> Mapping[str, str | int]:
        """Return the parameters with those values put into words that the catalogue has words for."""
        if not entry.words and not self.words:
            return params
        read: dict[str, str | int] = {}
        for name, value in params.items():
            words = self._words_for(entry, name, value)
            read[name] = _fill(words[lang], params) if words else value
        return read

    def _words_for(self, entry: Entry, name: str, value: str | int) -> Mapping[str, str] | None:
        key = (name, str(value))
        return entry.words.get(key) or self.words.get(key)


class _Lenient(dict[str, str | int]):
    """Parameters that show the name of one that is missing, so that a text never fails."""

    def __missing__(self, key: str) -> str:
        return f"{{{key}}}"


def _fill(template: str, params: Mapping[str, str | int]) -> str:
    return template.format_map(_Lenient(params)) if params else template


def _visible(text: str) -> str:
    """Return a text with its controls written out: what is quoted from a document must not steer a terminal or turn a line about."""
    if text.isprintable():
        return text
    return "".join(each if each.isprintable() or unicodedata.category(each) == "Zs" else f"\\u{{{ord(each):x}}}" for each in text)


def catalogue(root: Path | str | None = None) -> Catalogue:
    """Return the catalogue of a schema tree, loaded once a process."""
    return catalogue_in(schema_root(root))


@lru_cache(maxsize=8)
def catalogue_in(root: Path) -> Catalogue:
    """Return the catalogue in a folder, loaded once a process."""
    document = parse(root / "diagnostics.xml")
    return Catalogue({need(element, "code"): _entry(element) for element in document.iter("diagnostic")}, _words(document))


def _entry(element: etree._Element) -> Entry:
    severities = {name: _severity(element, name) for name in ("submission", "legacy") if name in element.attrib}
    messages = {need(text, "lang"): text.text or "" for text in element.findall("message")}
    advices = {need(text, "lang"): text.text or "" for text in element.findall("advice")}
    get = element.get
    clause = get("clause", "")
    clauses = {"zh": clause, "en": get("clauseEn", clause)}
    return Entry(need(element, "code"), get("basis", "F"), clause, severities, messages, advices, get("schematron") == "yes", clauses, _words(element))


def _severity(element: etree._Element, name: str) -> Severity:
    written = need(element, name)
    try:
        return Severity(written)
    except ValueError as error:
        raise SchemaTreeError(f"line {element.sourceline}: no severity: {written}") from error


def _words(element: etree._Element) -> Words:
    return {(need(value, "param"), need(value, "is")): {lang: need(value, lang) for lang in LANGUAGES} for value in element.findall("value")}
