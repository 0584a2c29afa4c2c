"""What is said about a document: codes with a place and parameters; texts and severities come from ``schema/diagnostics.xml``."""

from __future__ import annotations

import string
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import lru_cache
from pathlib import Path

from lxml import etree

from govreport.resources import schema_root
from govreport.schemafile import need, parse

LANGUAGES = ("zh", "en")


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


@dataclass(frozen=True, slots=True)
class Location:
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


class UnknownCodeError(KeyError):
    """Raised for a code that the catalogue does not have: a fault of the program or of a schema tree, never of a document."""


class Catalogue:
    """The entries of a ``diagnostics.xml`` by code."""

    def __init__(self, entries: Mapping[str, Entry]) -> None:
        self.entries = entries

    def __getitem__(self, code: str) -> Entry:
        try:
            return self.entries[code]
        except KeyError:
            raise UnknownCodeError(code) from None

    def message(self, diagnostic: Diagnostic, lang: str) -> str:
        """Return the text of a diagnostic in zh or en, its parameters filled in."""
        return _fill(self[diagnostic.code].messages[lang], diagnostic.params)

    def advice(self, diagnostic: Diagnostic, lang: str) -> str:
        """Return what to do about a diagnostic in zh or en."""
        return _fill(self[diagnostic.code].advices.get(lang, ""), diagnostic.params)


class _Lenient(string.Formatter):
    """Fills the parameters it has and shows the name of one that is missing, so that a text never fails."""

    def get_value(self, key: int | str, args: object, kwargs: Mapping[str, object]) -> object:
        return kwargs.get(str(key), f"{{{key}}}")


def _fill(template: str, params: Mapping[str, str | int]) -> str:
    return _Lenient().vformat(template, (), params) if params else template


def catalogue(root: Path | str | None = None) -> Catalogue:
    """Return the catalogue of a schema tree, loaded once a process."""
    return _catalogue(schema_root(root))


@lru_cache(maxsize=8)
def _catalogue(root: Path) -> Catalogue:
    document = parse(root / "diagnostics.xml")
    return Catalogue({need(element, "code"): _entry(element) for element in document.iter("diagnostic")})


def _entry(element: etree._Element) -> Entry:
    severities = {name: Severity(need(element, name)) for name in ("submission", "legacy") if name in element.attrib}
    messages = {need(text, "lang"): text.text or "" for text in element.findall("message")}
    advices = {need(text, "lang"): text.text or "" for text in element.findall("advice")}
    get = element.get
    return Entry(need(element, "code"), get("basis", "F"), get("clause", ""), severities, messages, advices, get("schematron") == "yes")
