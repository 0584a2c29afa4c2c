"""A profile as a value: how strictly a report is judged."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from govreport.diagnostics import Severity
from govreport.forms import Form, Relation

SUBMISSION = "submission"
SOFT = ("H", "G")
"""The bases that never exceed a warning (form.md section 8): heuristic and unverified."""


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
    """How strictly a report is judged; ``severities`` has every code of the catalogue, ``…_instruments`` who locally asks for what,
    ``for_any_edition`` the relations of ``local_forms`` that name no edition.

    Where a profile names no instrument, its title stands for it: what it asks for is not told by the instrument of the form.
    """

    name: str
    path: Path
    base: Profile | None
    titles: Mapping[str, str]
    severities: Mapping[str, Severity]
    thresholds: Mapping[str, int]
    deadlines: tuple[Deadline, ...]
    waivable_errors: bool
    waivers_except: frozenset[str]
    first_year: int | None = None
    last_year: int | None = None
    local_forms: Mapping[str, Form] = field(default_factory=dict)
    threshold_instruments: Mapping[str, str | None] = field(default_factory=dict)
    relation_instruments: Mapping[str, str] = field(default_factory=dict)
    for_any_edition: tuple[Relation, ...] = ()

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
        """Return the last day on which a report for that year is in time, None where none is set for such an agency or the calendar has none."""
        due = self.due(kind, level)
        return datetime.date(year + 1, due.month, due.day) if due is not None and year < datetime.MAXYEAR else None

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
