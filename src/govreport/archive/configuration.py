"""The configuration of an archive: ``archive.toml`` in its folder."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache, partial
from pathlib import Path, PurePath
from typing import Any

from govreport.archive import durable, settings
from govreport.archive.failures import BrokenError, UnknownError, of_system
from govreport.archive.handover.dossier import DossierRules
from govreport.archive.handover.dossier import rules as dossier_rules
from govreport.archive.organs import KINDS, LEVELS
from govreport.envelope import envelope
from govreport.profiles import SUBMISSION, Profile, ProfileError, load, names
from govreport.standard import Standard

FILE = "archive.toml"
SQLITE = "sqlite"
SCOPE = "organ"
LEGACY = "legacy"
"""The profile that takes history as it was."""

TEMPLATE = """\
# The configuration of this archive. What is left out is as shown here.

# Where the catalogue is: "sqlite" for the file beside this one, or postgresql://host/name (keep the password in ~/.pgpass).
catalogue = {catalogue}

[rules]
# Whoever submitted a version cannot accept or publish it. An office of one may switch this off: the audit log and every such change say so.
two_persons = true
# Seconds that the clock may be behind the last entry of the audit log.
clock_tolerance = 60

[deposit]
profile = "submission"
# The last year whose reports an archivist may deposit under the legacy profile; 0 for every year.
legacy_until = 0
# The scope of a report that states none.
scope = "organ"

# Deadlines that differ from those of the profile, by kind and level of the organ and reporting year (0 for every year).
# [[deadlines]]
# kind = "department"
# level = "county"
# year = 2024
# day = 2025-01-20

# How what is handed over is filed. A number is empty where a part of it is not known.
# [handover]
# fonds = "Z109"
# category = "WS"
# retention = "permanent"
# secrecy = "public"
# pattern = "{{fonds}}-{{category}}·{{year}}-{{retention}}-{{section}}-{{item:04d}}"
# [handover.organs.qingshi]
# fonds = "Z110"
# section = "BGS"
"""


@dataclass(frozen=True, slots=True)
class DeadlineRule:
    """A deadline by kind, level and reporting year; None stands for every one. ``day`` of a rule for every year is a day of its following year."""

    day: datetime.date
    kind: str | None = None
    level: str | None = None
    year: int | None = None

    def fits(self, kind: str | None, level: str | None, year: int) -> bool:
        """Return whether the rule speaks of an organ of that kind and level and of that year."""
        return self.kind in (None, kind) and self.level in (None, level) and self.year in (None, year)


@dataclass(frozen=True, slots=True)
class Configuration:
    """What ``archive.toml`` says, its defaults filled in."""

    catalogue: str = SQLITE
    two_persons: bool = True
    clock_tolerance: float = 60
    profile: str = SUBMISSION
    legacy_until: int = 0
    scope: str = SCOPE
    deadlines: tuple[DeadlineRule, ...] = field(default=())
    handover: DossierRules = field(default=DossierRules())

    def logged(self) -> Mapping[str, object]:
        """Return the settings whose change stands in the audit log."""
        return {"two_persons": self.two_persons, "profile": self.profile, "legacy_until": self.legacy_until, "scope": self.scope}

    def legacy_allowed(self, year: int | None) -> bool:
        """Return whether policy lets the report of a year in under the legacy profile."""
        return not self.legacy_until or (year is not None and year <= self.legacy_until)

    def deadline(self, profile: Profile, kind: str | None, level: str | None, year: int) -> datetime.date | None:
        """Return the day by which an organ's report is due: a rule of this file, the last that fits, else the profile's; None where there is none."""
        found = [rule for rule in self.deadlines if rule.fits(kind, level, year)]
        if not found:
            return profile.deadline(kind, level, year)
        rule = found[-1]
        return rule.day if rule.year is not None else rule.day.replace(year=year + 1)


@lru_cache(maxsize=8)
def usable(name: str, root: Path) -> Profile:
    """Return the profile of a name; raises ``BrokenError`` where there is none, or it cannot be used."""
    try:
        return load(name, root)
    except ProfileError as error:
        raise BrokenError("profile-unusable", name=name, detail=error) from error


def read(folder: Path, standard: Standard | None = None) -> Configuration:
    """Return the configuration in a folder; scope and profile are looked for in a standard, where one is given.

    Raises ``UnknownError`` where it is no archive, ``ArchiveError`` for a file that cannot be used.
    """
    path = folder / FILE
    try:
        return settings.read(path, partial(_configuration, standard=standard))
    except (FileNotFoundError, NotADirectoryError) as error:
        raise UnknownError("no-archive", name=folder) from error
    except OSError as error:
        raise of_system(error) from error


def with_catalogue(text: str, catalogue: str) -> str:
    """Return the text of a configuration with another catalogue."""
    line = f"catalogue = {_quoted(catalogue)}"
    found, times = _CATALOGUE.subn(lambda _: line, text, count=1)
    # what is left out is the default; a name of the file stands before its first section
    return found if times else f"{line}\n{text}"


def write(folder: Path, catalogue: str = SQLITE) -> None:
    """Write the configuration of a new archive."""
    durable.write(folder / FILE, TEMPLATE.format(catalogue=_quoted(catalogue)).encode("utf-8"))
    durable.sync(folder)


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


_CATALOGUE = re.compile(r"^catalogue\s*=.*$", re.M)
_SECTIONS: Mapping[str, Mapping[str, str]] = {
    "rules": {"two_persons": settings.TRUTH, "clock_tolerance": settings.SECONDS},
    "deposit": {"profile": settings.TEXT, "legacy_until": settings.YEAR, "scope": settings.TEXT},
}


def _configuration(found: Mapping[str, Any], standard: Standard | None) -> Configuration:
    settings.need_names((), found, ("catalogue", *_SECTIONS, "deadlines", "handover"))
    values = {name: found[name] for name in ("catalogue",) if name in found}
    settings.need(("catalogue",), values.get("catalogue", SQLITE), settings.TEXT)
    for section, kinds in _SECTIONS.items():
        part = found.get(section, {})
        settings.need_names((section,), part, kinds)
        for name, value in part.items():
            settings.need((section, name), value, kinds[name])
            values[name] = value
    if standard is not None:
        settings.need_one_of(("deposit", "scope"), values.get("scope", SCOPE), envelope(standard).enumerations["Scope"])
        profile = values.get("profile", SUBMISSION)
        if PurePath(profile).name == profile and not profile.endswith(".xml"):
            settings.need_one_of(("deposit", "profile"), profile, names(standard.root))
    rules = found.get("deadlines", [])
    settings.need(("deadlines",), rules, settings.TABLES)
    deadlines = tuple(_deadline(("deadlines", number), rule) for number, rule in enumerate(rules))
    return Configuration(deadlines=deadlines, handover=dossier_rules(found.get("handover", {})), **values)


def _deadline(place: settings.Place, rule: Mapping[str, Any]) -> DeadlineRule:
    settings.need_names(place, rule, ("kind", "level", "year", "day"))
    for name, known in (("kind", KINDS), ("level", LEVELS)):
        if name in rule:
            settings.need_one_of((*place, name), rule[name], known)
    year, day = rule.get("year", 0), rule.get("day")
    settings.need((*place, "year"), year, settings.YEAR)
    if day is None:
        raise settings.WrongError(place, settings.LACKS, ("day",))
    settings.need((*place, "day"), day, settings.DAY)
    # what no year but a leap year has can be the day of one year alone, and no report is due before its year has ended
    if day.year <= year if year else (day.month, day.day) == (2, 29):
        raise settings.WrongError((*place, "day"), "day-after" if year else "day-of-every-year")
    return DeadlineRule(day, rule.get("kind"), rule.get("level"), year or None)
