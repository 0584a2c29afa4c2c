"""A profile under reading: an element of its file after the other, on its base."""

from __future__ import annotations

import dataclasses
import datetime
from functools import cached_property
from pathlib import Path

from lxml import etree

from govreport import diagnostics, standard
from govreport.diagnostics import Catalogue, Severity
from govreport.envelope import envelope
from govreport.faults import FaultError
from govreport.forms import Form, Relation
from govreport.localrelations import additions
from govreport.profiles.profile import SOFT, Deadline, Profile
from govreport.relations import fault
from govreport.schemafile import line_of, need
from govreport.standard import Standard

_WORDS = {"kind": "AgencyKind", "level": "AgencyLevel"}
"""The attributes of a deadline with the types of ``report.xsd`` that say their words."""


class ProfileError(FaultError):
    """Raised for a profile that is not there or cannot be used: the file, the line and why."""


class ProfileReader:
    """One profile under reading."""

    def __init__(self, document: etree._Element, path: Path, root: Path) -> None:
        self.document, self.path = document, path
        self.catalogue: Catalogue = diagnostics.catalogue(root)
        self.standard: Standard = standard.load(root)

    def profile(self, base: Profile | None) -> Profile:
        """Return the profile on its base."""
        get, find = self.document.get, self.document.find
        self._once("title", "lang")
        self._once("severity", "code")
        self._once("threshold", "name")
        self._once("deadline", *_WORDS)
        name = get("name", "")
        basis, waivers = find("basis"), find("waivers")
        first, last = self._years()
        titles = {need(title, "lang"): title.text or "" for title in self.document.findall("title")}
        said = " ".join(filter(None, (basis.get("instrument"), basis.get("clause")))) if basis is not None else next(iter(titles.values()), name)
        local = said if base is not None else None
        own = tuple(self._deadline(element, local) for element in self.document.findall("deadline"))
        thresholds = {need(each, "name"): int(need(each, "value")) for each in self.document.findall("threshold")}
        return Profile(
            name=name,
            path=self.path,
            base=base,
            titles=titles,
            severities=self._severities(base, name),
            thresholds={**(base.thresholds if base else {}), **thresholds},
            deadlines=(*own, *(base.deadlines if base else ())),
            waivable_errors=waivers.get("errors") == "allowed" if waivers is not None else base is not None and base.waivable_errors,
            waivers_except=self._excepted(waivers) if waivers is not None else base.waivers_except if base else frozenset(),
            first_year=first,
            last_year=last,
            local_forms=self._local_forms(base),
            threshold_instruments={**(base.threshold_instruments if base else {}), **dict.fromkeys(thresholds, local)},
            relation_instruments={**(base.relation_instruments if base else {}), **{each.id: said for own in self._added.values() for each in own}},
            for_any_edition=(*(base.for_any_edition if base else ()), *self._for_any_edition()),
        )

    def _fault(self, element: etree._Element, problem: str, **params: object) -> ProfileError:
        return ProfileError(self.path, problem, line_of(element), **params)

    def _once(self, name: str, *attributes: str) -> None:
        """Raise ``ProfileError`` where two elements say the same thing: only one of them could count."""
        seen: dict[tuple[str | None, ...], etree._Element] = {}
        for element in self.document.findall(name):
            said = tuple(map(element.get, attributes))
            first = seen.setdefault(said, element)
            if first is not element:
                raise self._fault(element, "again", name=" ".join((name, *filter(None, said))), first=line_of(first))

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

    @cached_property
    def _added(self) -> dict[str, list[Relation]]:
        """The relations that the profile itself adds, by edition."""
        added: dict[str, list[Relation]] = {}
        for element, relation, editions in additions(self.document, self.standard):
            self._code(element, relation.code)
            if not editions:
                raise self._fault(element, "relation", id=relation.id)
            for edition in editions:
                found = fault(relation, self.standard.forms[edition])
                if found is not None:
                    raise self._fault(element, f"relation-{found[0]}", id=relation.id, at=found[1])
                if any(relation.id == other.id for other in added.setdefault(edition, [])):
                    raise self._fault(element, "relation-again", id=relation.id)
                added[edition].append(relation)
        return added

    def _for_any_edition(self) -> list[Relation]:
        return [relation for element, relation, _ in additions(self.document, self.standard) if element.get("edition") is None]

    def _local_forms(self, base: Profile | None) -> dict[str, Form]:
        """Return, by edition, the form with none but the relations that the profile and its bases add."""
        added = self._added
        inherited = {edition: form.relations for edition, form in base.local_forms.items()} if base else {}
        return {
            edition: dataclasses.replace(form, relations=(*inherited.get(edition, ()), *added.get(edition, ())))
            for edition, form in self.standard.forms.items()
            if edition in inherited or edition in added
        }
