"""The dossier of a version: what an archives office files it by, after the rules of the archive's configuration."""

from __future__ import annotations

import string
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field

from govreport.archive import settings
from govreport.archive.handover.words import words
from govreport.archive.states import Version
from govreport.model import Metadata

PARTS = frozenset({"fonds", "category", "year", "retention", "section", "item"})
"""What a pattern of numbers may name."""
_PLACE = "handover"


@dataclass(frozen=True, slots=True)
class OrganRules:
    """What differs for an organ: its 全宗号 and its 机构或问题; empty leaves what holds for all."""

    fonds: str = ""
    section: str = ""


@dataclass(frozen=True, slots=True)
class DossierRules:
    """What ``[handover]`` of the configuration says; ``retention`` and ``secrecy`` are keys of their terms, an empty pattern is the shipped one."""

    fonds: str = ""
    category: str = "WS"
    retention: str = "permanent"
    secrecy: str = "public"
    pattern: str = ""
    organs: Mapping[str, OrganRules] = field(default_factory=dict)

    @property
    def form(self) -> str:
        """The pattern of a 档号."""
        return self.pattern or words().pattern

    def of(self, organ: str | None) -> OrganRules:
        """Return the rules of an organ, what it lacks filled in: the fonds of all, the organ's id as its section."""
        own = self.organs.get(organ or "", OrganRules())
        return OrganRules(own.fonds or self.fonds, own.section or organ or "")

    def group(self, version: Version) -> tuple[str, int | None, str]:
        """Return within what a version's 件号 is counted."""
        own = self.of(version.organ)
        return own.fonds, version.year, own.section

    def code(self, version: Version, item: int | None) -> str:
        """Return the 档号 of a version, empty where a part of it is not known."""
        own, parsed = self.of(version.organ), self.form
        term = words().terms["retention"][self.retention]
        parts = {"fonds": own.fonds, "category": self.category, "year": version.year, "retention": term.code, "section": own.section, "item": item}
        asked = {name for _, name, _, _ in string.Formatter().parse(parsed) if name}
        return "" if any(parts[each] in ("", None) for each in asked) else parsed.format(**parts)


def rules(table: object) -> DossierRules:
    """Return the rules of the table ``handover`` of the configuration; raises ``settings.WrongError``."""
    own, terms = (_PLACE, "organs"), words().terms
    settings.need_names((_PLACE,), table, ("fonds", "category", "retention", "secrecy", "pattern", "organs"))
    assert isinstance(table, dict)
    found = {name: value for name, value in table.items() if name != "organs"}
    for name, value in found.items():
        settings.need((_PLACE, name), value, settings.TEXT)
        if name in terms:
            settings.need_one_of((_PLACE, name), value, terms[name])
    _check(found.get("pattern") or words().pattern)
    organs = table.get("organs", {})
    settings.need(own, organs, settings.TABLE)
    for id, each in organs.items():
        settings.need_names((*own, id), each, ("fonds", "section"))
        for name, value in each.items():
            settings.need((*own, id, name), value, settings.TEXT)
    return DossierRules(**found, organs={id: OrganRules(**each) for id, each in organs.items()})


def _check(pattern: str) -> None:
    """Raise ``settings.WrongError`` for a pattern that names other than parts, or cannot be filled in."""
    try:
        names = {name for _, name, _, _ in string.Formatter().parse(pattern) if name is not None}
        pattern.format(fonds="F", category="WS", year=2000, retention="Y", section="S", item=1)
        if not names <= PARTS:
            raise ValueError(pattern)
    except (ValueError, KeyError, IndexError, AttributeError, TypeError) as error:
        raise settings.WrongError((_PLACE, "pattern"), "pattern") from error


def numbered(accepted: Iterable[str], groups: Mapping[str, Hashable]) -> dict[str, int]:
    """Return the 件号 of versions by subject: counted within their groups, in the order in which they were accepted."""
    counts: dict[Hashable, int] = {}
    numbers: dict[str, int] = {}
    for subject in accepted:
        if subject in groups and subject not in numbers:
            counts[groups[subject]] = numbers[subject] = counts.get(groups[subject], 0) + 1
    return numbers


def dossier(version: Version, item: int | None, found: DossierRules, metadata: Metadata, day: str, organ: str) -> dict[str, str]:
    """Return the fields of a version's dossier by key; ``day`` is when it was accepted, ``organ`` the name that the register has."""
    own, terms = found.of(version.organ), words().terms
    values = {
        "code": found.code(version, item),
        "fonds": own.fonds,
        "year": version.year,
        "retention": terms["retention"][found.retention].name,
        "section": own.section,
        "item": item,
        "secrecy": terms["secrecy"][found.secrecy].name,
        "title": version.title or version.name,
        "author": metadata.agency.name or organ,
        "date": metadata.published.isoformat() if metadata.published else day,
        "document_number": metadata.document_number,
        "id": version.id,
        "version": version.version,
        "state": version.state,
        "file": version.name,
        "format": version.format,
        "size": version.size,
        "sha256": version.sha256,
        "sm3": version.sm3,
        "note": version.remark or version.reason,
    }
    return {key: "" if value is None else str(value) for key, value in values.items()}
