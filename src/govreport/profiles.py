"""Profiles as values, read from ``schema/profiles/*.xml`` or a file of one's own: severities, thresholds, deadlines, further relations.

A profile states what differs from its base; one without a base takes the severities of its column in ``diagnostics.xml``.
"""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import cast

from lxml import etree

from govreport import diagnostics, standard
from govreport.diagnostics import Catalogue, Severity
from govreport.envelope import envelope
from govreport.faults import FaultError
from govreport.forms import Form, Relation
from govreport.localrelations import additions
from govreport.resources import schema_root
from govreport.schemafile import SchemaTreeError, grammar, need, parse
from govreport.standard import Standard

SUBMISSION = "submission"
SOFT = ("H", "G")
"""The bases that never exceed a warning (form.md section 8): heuristic and unverified."""
_WORDS = {"kind": "AgencyKind", "level": "AgencyLevel"}
"""The attributes of a deadline with the types of ``report.xsd`` that say their words."""


class ProfileError(FaultError):
    """Raised for a profile that is not there or cannot be used: the file, the line and why."""


@dataclass(frozen=True, slots=True)
class Deadline:
    """The last day (month, day) of publication in the year after the reporting year, for agencies of a kind and level, and who locally sets it."""

    kind: str | None
    level: str | None
    month: int
    day: int
    instrument: str | None = None


@dataclass(frozen=True, eq=False)
class Profile:
    """How strictly a report is judged; ``severities`` has every code of the catalogue, ``threshold_instruments`` who locally sets a limit."""

    name: str
    path: Path
    base: Profile | None
    titles: Mapping[str, str]
    severities: Mapping[str, Severity]
    thresholds: Mapping[str, int]
    deadlines: tuple[Deadline, ...]
    waivable_errors: bool
    waivers_except: frozenset[str]
    instrument: str | None = None
    first_year: int | None = None
    last_year: int | None = None
    local_forms: Mapping[str, Form] = field(default_factory=dict)
    threshold_instruments: Mapping[str, str | None] = field(default_factory=dict)

    def severity(self, code: str, basis: str = "") -> Severity:
        """Return how much a code weighs; never more than a warning where ``basis``, that of the relation that raised it, is soft."""
        found = self.severities[code]
        return Severity.WARNING if found is Severity.ERROR and basis in SOFT else found

    def threshold(self, name: str) -> int | None:
        """Return a limit by its name, None where the profile sets none."""
        return self.thresholds.get(name)

    def waivable(self, code: str, severity: Severity) -> bool:
        """Return whether a finding may be dismissed: anything but an error always, an error as the profile says."""
        return severity is not Severity.ERROR or self.waivable_errors != (code in self.waivers_except)

    def due(self, kind: str | None, level: str | None) -> Deadline | None:
        """Return the deadline of such an agency, None where none is set."""
        return next((each for each in self.deadlines if each.kind in (None, kind) and each.level in (None, level)), None)

    def deadline(self, kind: str | None, level: str | None, year: int) -> datetime.date | None:
        """Return the last day on which a report for that year is in time, None where none is set for such an agency."""
        due = self.due(kind, level)
        return datetime.date(year + 1, due.month, due.day) if due is not None else None

    def covers(self, year: int | None) -> bool:
        """Return whether the profile is valid for a reporting year; an unknown year is covered."""
        if year is None:
            return True
        return (self.first_year is None or self.first_year <= year) and (self.last_year is None or year <= self.last_year)

    def valid_for(self, year: int | None) -> Profile:
        """Return the profile itself, or the first of its bases that is valid for the reporting year."""
        profile = self
        while not profile.covers(year) and profile.base is not None:
            profile = profile.base
        return profile

    def chain(self) -> Iterator[Profile]:
        """Yield the profile and its bases, nearest first."""
        profile: Profile | None = self
        while profile is not None:
            yield profile
            profile = profile.base


def load(name: str | Path = SUBMISSION, root: Path | str | None = None) -> Profile:
    """Return a profile by the name of a file in ``schema/profiles`` or by its path; raises ``ProfileError``."""
    folder = schema_root(root)
    path = Path(name)
    if path.suffix != ".xml" and len(path.parts) == 1:
        path = folder / "profiles" / f"{name}.xml"
    return _load(path.resolve(), folder, ())


def names(root: Path | str | None = None) -> tuple[str, ...]:
    """Return the names of the profiles of a schema tree."""
    return tuple(sorted(path.stem for path in (schema_root(root) / "profiles").glob("*.xml")))


@lru_cache(maxsize=32)
def _load(path: Path, root: Path, inside: tuple[Path, ...]) -> Profile:
    if path in inside:
        raise ProfileError(path, "circle")
    if not path.is_file():
        raise ProfileError(path, "no-profile", known=", ".join(names(root)))
    try:
        document = parse(path)
        _check_grammar(document, root, path)
        base_name = document.get("base")
        base = _base(base_name, path, root, inside) if base_name else None
        return _Reader(document, path, root).profile(base)
    except SchemaTreeError as error:
        raise ProfileError(path, "unreadable", detail=str(error).removeprefix(f"{path}: ")) from error


def _base(name: str, path: Path, root: Path, inside: tuple[Path, ...]) -> Profile:
    beside = path.parent / (name if name.endswith(".xml") else f"{name}.xml")
    chosen = beside if beside.is_file() and beside != path else root / "profiles" / f"{name}.xml"
    return _load(chosen.resolve(), root, (*inside, path))


def _check_grammar(document: etree._Element, root: Path, path: Path) -> None:
    grammar = _grammar(root)
    if not grammar.validate(document):
        error = next(iter(cast("Iterable[etree._LogEntry]", grammar.error_log)))
        raise ProfileError(path, "grammar", error.line, grammar="profile.xsd", detail=error.message)


@lru_cache(maxsize=4)
def _grammar(root: Path) -> etree.XMLSchema:
    return grammar(parse(root / "profile.xsd"))


class _Reader:
    """One profile under reading."""

    def __init__(self, document: etree._Element, path: Path, root: Path) -> None:
        self.document, self.path = document, path
        self.catalogue: Catalogue = diagnostics.catalogue(root)
        self.standard: Standard = standard.load(root)

    def profile(self, base: Profile | None) -> Profile:
        """Return the profile on its base."""
        get, find = self.document.get, self.document.find
        name = get("name", "")
        basis, waivers = find("basis"), find("waivers")
        first, last = self._years()
        instrument = " ".join(filter(None, (basis.get("instrument"), basis.get("clause")))) if basis is not None else None
        local = instrument if base is not None else None
        own = tuple(self._deadline(element, local) for element in self.document.findall("deadline"))
        thresholds = {need(each, "name"): int(need(each, "value")) for each in self.document.findall("threshold")}
        return Profile(
            name=name,
            path=self.path,
            base=base,
            titles={need(title, "lang"): title.text or "" for title in self.document.findall("title")},
            severities=self._severities(base, name),
            thresholds={**(base.thresholds if base else {}), **thresholds},
            deadlines=(*own, *(base.deadlines if base else ())),
            waivable_errors=waivers.get("errors") == "allowed" if waivers is not None else base is not None and base.waivable_errors,
            waivers_except=self._excepted(waivers) if waivers is not None else base.waivers_except if base else frozenset(),
            instrument=instrument,
            first_year=first,
            last_year=last,
            local_forms=self._local_forms(base),
            threshold_instruments={**(base.threshold_instruments if base else {}), **dict.fromkeys(thresholds, local)},
        )

    def _fault(self, element: etree._Element, problem: str, **params: object) -> ProfileError:
        return ProfileError(self.path, problem, cast("int | None", element.sourceline), **params)

    def _years(self) -> tuple[int | None, int | None]:
        """Return the first and the last reporting year that the profile is valid for, None where it sets none."""
        years = self.document.find("years")
        if years is None:
            return None, None
        first, last = int(years.get("from", "0")), int(years.get("to", "9999"))
        if first > last:
            raise self._fault(years, "years", first=first, last=last)
        return first, last

    def _severities(self, base: Profile | None, name: str) -> dict[str, Severity]:
        if base is None:
            try:
                found = {code: entry.severities[name] for code, entry in self.catalogue.entries.items()}
            except KeyError:
                raise ProfileError(self.path, "no-base", name=name) from None
        else:
            found = dict(base.severities)
        for element in self.document.findall("severity"):
            found[self._code(element, need(element, "code"))] = Severity(need(element, "is"))
        soft = {code for code, entry in self.catalogue.entries.items() if entry.basis in SOFT}
        return {code: Severity.WARNING if code in soft and severity is Severity.ERROR else severity for code, severity in found.items()}

    def _code(self, element: etree._Element, code: str) -> str:
        if code not in self.catalogue.entries:
            raise self._fault(element, "unknown-code", code=code)
        return code

    def _excepted(self, waivers: etree._Element) -> frozenset[str]:
        return frozenset(self._code(waivers, code) for code in waivers.get("except", "").split())

    def _deadline(self, element: etree._Element, instrument: str | None) -> Deadline:
        written = need(element, "day")
        month, day = map(int, written.split("-"))
        try:
            datetime.date(2001, month, day)
        except ValueError as error:
            raise self._fault(element, "day", day=written) from error
        for name, type_name in _WORDS.items():
            known, value = envelope(self.standard).enumerations[type_name], element.get(name)
            if value is not None and value not in known:
                raise self._fault(element, "word", name=name, value=value, known=", ".join(known))
        return Deadline(element.get("kind"), element.get("level"), month, day, instrument)

    def _local_forms(self, base: Profile | None) -> dict[str, Form]:
        """Return, by edition, the form with none but the relations that the profile and its bases add."""
        added: dict[str, list[Relation]] = {}
        for element, relation, editions in additions(self.document, self.standard):
            self._code(element, relation.code)
            if not editions:
                raise self._fault(element, "relation", id=relation.id)
            for edition in editions:
                if any(relation.id == other.id for other in added.setdefault(edition, [])):
                    raise self._fault(element, "relation-twice", id=relation.id)
                added[edition].append(relation)
        inherited = {edition: form.relations for edition, form in base.local_forms.items()} if base else {}
        return {
            edition: dataclasses.replace(form, relations=(*inherited.get(edition, ()), *added.get(edition, ())))
            for edition, form in self.standard.forms.items()
            if edition in inherited or edition in added
        }
