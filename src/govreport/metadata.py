"""What a report says of itself, and where it was taken from, as values."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from govreport.xmltext import check_optional

ORGAN, GOVERNMENT, AGGREGATE = "organ", "government", "aggregate"
"""The scopes of a report: one organ, and no sum of others; a government with its departments; the whole area."""


@dataclass(frozen=True, slots=True)
class Division:
    """An administrative division: a code, its system and the date it was valid."""

    code: str
    system: str | None = None
    as_of: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class Agency:
    """The agency that reports; all but the name may be unknown."""

    name: str | None = None
    kind: str | None = None
    level: str | None = None
    uscc: str | None = None
    division: Division | None = None

    def __post_init__(self) -> None:
        check_optional(self.name, self.uscc)


@dataclass(frozen=True, slots=True)
class Period:
    """The dates between which the figures were counted, both included."""

    start: datetime.date
    end: datetime.date


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the report says of itself; None where it does not say."""

    agency: Agency = Agency()
    year: int | None = None
    period: Period | None = None
    scope: str | None = None
    title: str | None = None
    document_number: str | None = None
    published: datetime.date | None = None
    contact: str | None = None

    def __post_init__(self) -> None:
        check_optional(self.title, self.document_number, self.contact)


NO_METADATA = Metadata()
"""What a report says that says nothing of itself."""


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where the report was taken from: base name and SHA-256 of the source, the reader and the schema release it followed."""

    source: str
    sha256: str
    reader: str
    schema: str
