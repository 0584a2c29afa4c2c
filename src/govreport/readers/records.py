"""Records of named strings (attributes of an element, members of an object, lines of a list) as the values of the model.

Whatever a field cannot hold is left out and noted with its raw text; a field that nobody asked for is noted at the end.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import TypeVar

from govreport import numerals
from govreport.diagnostics import Location
from govreport.envelope import Envelope
from govreport.model import (
    Agency,
    Attachment,
    Block,
    Division,
    Metadata,
    Period,
    Provenance,
    is_text,
)
from govreport.readers.notices import Notices, quote
from govreport.xmltext import allowed

_Parsed = TypeVar("_Parsed")
Place = Callable[[str], Location]
"""Where a field of a record stands, by its name; the empty name is the record itself."""

_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_YEAR = re.compile(r"[1-9][0-9]{3}")
_BREAKS = re.compile(r"[\r\n]+")


def tidy(raw: str, notices: Notices, place: Callable[[], Location]) -> str | None:
    """Return a text as the model holds it, None where nothing is left of it; each repair is noted, and only then its place is asked for."""
    if is_text(raw):
        return raw
    notices.add_quoted("XSD-TEXT", place, raw)
    return repaired(raw)


def repaired(raw: str) -> str | None:
    """Return a text as the model holds it, None where nothing is left of it.

    Edge white space goes, line breaks become one space, characters that XML does not allow become U+FFFD.
    """
    if not raw or raw.isspace():
        return None
    return " ".join(part for part in map(str.strip, _BREAKS.split(allowed(raw))) if part) or None


class Record:
    """One record under reading: its fields by name, the place of each, and where to note what is wrong."""

    def __init__(self, name: str, fields: Mapping[str, str], place: Place, notices: Notices, envelope: Envelope) -> None:
        self.name, self.place, self.notices, self.envelope = name, place, notices, envelope
        self._fields = dict(fields)
        self._given = fields
        self._refused: set[str] = set()

    def text(self, key: str) -> str | None:
        """Return a text, repaired where it needs to be."""
        raw = self._fields.pop(key, None)
        return None if raw is None else tidy(raw, self.notices, lambda: self.place(key))

    def token(self, key: str, kind: str) -> str | None:
        """Return a value of a simple type of the envelope."""
        raw = self._fields.pop(key, None)
        if raw is None or self.envelope.allows(kind, raw):
            return raw
        self._wrong(key, raw)
        return None

    def date(self, key: str) -> datetime.date | None:
        """Return a date written YYYY-MM-DD."""
        return self._value(key, parse_date)

    def year(self, key: str) -> int | None:
        """Return a year of four digits."""
        return self._value(key, parse_year)

    def figure(self, key: str) -> Decimal | None:
        """Return a number of any cell."""
        return self._value(key, numerals.parse_figure)

    def figures(self, raw: str) -> str:
        """Return the text of a number or a date as it is parsed; a format in which white space around these does not count takes it off."""
        return raw

    def _value(self, key: str, parse: Callable[[str], _Parsed | None]) -> _Parsed | None:
        """Return what a number or a date stands for; one that cannot be parsed is noted."""
        raw = self._fields.pop(key, None)
        if raw is None:
            return None
        value = parse(self.figures(raw))
        if value is None:
            self._wrong(key, raw)
        return value

    def _wrong(self, key: str, raw: str) -> None:
        """Note a field that stands for nothing."""
        self._refused.add(key)
        self.notices.add_quoted("XSD-VALUE", lambda: self.place(key), raw, name=key)

    def missing(self, *keys: str) -> None:
        """Note fields that are missing; one that stands for nothing was noted when it was read."""
        for key in keys:
            if key in self._refused:
                continue
            self.notices.add("XSD-MISSING", self.place(""), name=f"{self.name}/@{key}")

    def dropped(self, *keys: str) -> None:
        """Note fields without which the record cannot be kept, and what else it says, which is lost with it."""
        self.missing(*keys)
        said = " ".join(raw for key, raw in self._given.items() if key not in self._refused)
        if said:
            self.notices.add("XSD-VALUE", self.place(""), name=self.name, raw=quote(said))

    def leftover(self) -> None:
        """Note the fields that nobody asked for, with their text."""
        for key, raw in self._fields.items():
            self.notices.add("XSD-UNKNOWN", self.place(key), name=quote(key), raw=quote(raw))
        self._refused.update(self._fields)
        self._fields.clear()


def parse_year(raw: str) -> int | None:
    """Return the year that four digits stand for, None where a text is no such year."""
    return int(raw) if _YEAR.fullmatch(raw) else None


def parse_date(raw: str) -> datetime.date | None:
    """Return the date that a text stands for, None where it is not written YYYY-MM-DD."""
    try:
        return datetime.date.fromisoformat(raw) if _DATE.fullmatch(raw) else None
    except ValueError:
        return None


def agency(record: Record, name: str | None, division: Division | None) -> Agency:
    """Return the agency of a record with kind, level and uscc."""
    found = Agency(name, record.token("kind", "AgencyKind"), record.token("level", "AgencyLevel"), record.text("uscc"), division)
    record.leftover()
    return found


def division(record: Record, code: str = "code", system: str = "codeSystem", as_of: str = "asOf") -> Division | None:
    """Return the division of a record, None (noted) without a code."""
    found, named, date = record.text(code), record.text(system), record.date(as_of)
    if found is None:
        if named or date:
            record.dropped(code)
        return None
    return Division(found, named, date)


def period(record: Record, start: str = "from", end: str = "to") -> Period | None:
    """Return the period of a record, None (noted) without both dates."""
    first, last = record.date(start), record.date(end)
    if first and last:
        return Period(first, last)
    record.dropped(*(key for key, date in ((start, first), (end, last)) if date is None))
    return None


def metadata(record: Record, by: Agency, counted: Period | None) -> Metadata:
    """Return the metadata of a record with year, scope, title, documentNumber, published and contact."""
    found = Metadata(
        agency=by,
        year=record.year("year"),
        period=counted,
        scope=record.token("scope", "Scope"),
        title=record.text("title"),
        document_number=record.text("documentNumber"),
        published=record.date("published"),
        contact=record.text("contact"),
    )
    record.leftover()
    return found


def attachment(record: Record, blocks: tuple[Block, ...]) -> Attachment:
    """Return the attachment of a record; one without a title takes its file name, else a dash, which is noted."""
    title, file_name, media_type = record.text("title"), record.text("fileName"), record.text("mediaType")
    digest = record.token("sha256", "Digest")
    if title is None:
        record.missing("title")
    record.leftover()
    return Attachment(title or file_name or "-", file_name, media_type, digest, blocks)


def provenance(record: Record) -> Provenance | None:
    """Return the provenance of a record, None (noted) where one of its parts is missing."""
    source, digest = record.text("source"), record.token("sha256", "Digest")
    reader, schema = record.text("reader"), record.text("schema")
    record.leftover()
    if source and digest and reader and schema:
        return Provenance(source, digest, reader, schema)
    parts = {"source": source, "sha256": digest, "reader": reader, "schema": schema}
    record.dropped(*(key for key, value in parts.items() if not value))
    return None
