"""What a text says of itself: agency, year, period, title, number, date, contact; what it does not say is left out and named."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from govreport.diagnostics import Diagnostic
from govreport.model import Agency, Metadata, Period
from govreport.readers.legacy.dates import read_date
from govreport.readers.legacy.names import agency, name_on
from govreport.readers.legacy.titles import Title, agency_of, title_of
from govreport.readers.legacy.wording import SHORTEST, TITLE_LENGTH, TOP, Text, one_line

WANTED = ("agency", "year", "period", "title", "published")
"""Fields that are named when a text does not have them; the others often are not there."""


@dataclass(frozen=True, slots=True)
class Extracted:
    """The metadata, and indexes of lines: ``title_line``; ``consumed``, whose words the metadata hold; ``signature``, at the end."""

    metadata: Metadata
    title_line: int | None = None
    consumed: set[int] = field(default_factory=set)
    diagnostics: tuple[Diagnostic, ...] = ()
    signature: frozenset[int] = frozenset()


def extract(text: Text) -> Extracted:
    """Return what a text says of the report, what was removed from its page (catalogue records) as a further source; never raises on content."""
    title = title_of(text)
    period = _period(text)
    dated = _dated(text)
    name, name_line = agency_of(text, title)
    published, date_line = _published(text, title, dated)
    number, number_line = _document_number(text)
    metadata = Metadata(
        agency=_with_code(name, text),
        year=_year(text, title, period, set(dated)),
        period=period,
        scope=_scope(text),
        title=title.text if title else None,
        document_number=number,
        published=published,
        contact=text.first("contact", "contact"),
    )
    has = {"agency": name, "year": metadata.year, "period": period, "title": title, "published": published}
    missing = tuple(Diagnostic("TEXT-METADATA", params={"field": wanted}) for wanted in WANTED if has[wanted] is None)
    signature = _signature(text, dated)
    # what stands near the end stays there, also where an attachment follows the signature
    consumed = {line for line in (name_line, date_line, number_line) if line is not None and line not in text.tail}
    consumed |= set(range(title.first, title.last + 1)) if title else set()
    return Extracted(metadata, title.first if title else None, consumed, missing, signature)


def _with_code(name: str | None, text: Text) -> Agency:
    code = text.first("uscc", "code")
    return agency(name, code, text.vocabulary) if name else Agency(uscc=code)


def _period(text: Text) -> Period | None:
    for pattern in text.vocabulary.patterns("period"):
        for line in text.lines:
            for found in pattern.finditer(line) if len(line) > SHORTEST else ():
                groups = found.groupdict()
                end = groups.get("end") or f"{groups.get('year')} {groups.get('same')}"
                first, last = read_date(groups["start"], text.vocabulary), read_date(end, text.vocabulary)
                if first and last and first < last:
                    return Period(first, last)
    return None


def _year(text: Text, title: Title | None, period: Period | None, dated: set[int]) -> int | None:
    """Return the reporting year: by title, by period, else the year most often named, if no other is named as often."""
    if title and title.year:
        return title.year
    if period:
        return period.end.year
    lines = [line for number, line in enumerate(text.lines) if number not in dated and len(line) > 4]
    years = Counter(int(found.group("year")) for pattern in text.vocabulary.patterns("year") for line in lines for found in pattern.finditer(line))
    common = years.most_common(2)
    return common[0][0] if common and (len(common) == 1 or common[0][1] > common[1][1]) else None


def _dated(text: Text) -> dict[int, datetime.date]:
    """Return the lines near the top and the end, else below the name of an agency, that are a date and nothing else."""
    return _dates_on(text, (*text.head, *text.tail)) or {number: date for number, date in _dates_on(text, text.filled).items() if _signed(text, number)}


def _dates_on(text: Text, numbers: Sequence[int]) -> dict[int, datetime.date]:
    """Return the dates that lines of these numbers are."""
    dated: dict[int, datetime.date] = {}
    for number in numbers:
        line = text.lines[number]
        found = next((match for pattern in text.vocabulary.patterns("date") if (match := pattern.match(line))), None) if len(line) <= TITLE_LENGTH else None
        date = read_date(found.group("date"), text.vocabulary) if found else None
        if date:
            dated[number] = date
    return dated


def _signed(text: Text, number: int) -> bool:
    """Return whether the line above a date is the name of an agency: a signature, such as that of a letter before the report."""
    place = text.filled.index(number)
    return place > 0 and name_on(text.lines[text.filled[place - 1]], text.vocabulary) is not None


def _published(text: Text, title: Title | None, dated: dict[int, datetime.date]) -> tuple[datetime.date | None, int | None]:
    """Return the date of publication and its line: by the page's record, else a date near title or top, else the last one."""
    record = text.first("date-published", "date", records=True)
    recorded = read_date(record, text.vocabulary) if record else None
    if recorded:
        return recorded, next((number for number, date in dated.items() if date == recorded), None)
    start = sum(number < title.last for number in text.filled) if title else 0
    near = [number for number in text.filled[: start + TOP] if number in dated]
    letter = [number for number in near if title and number < title.first and _signed(text, number)]
    near = [number for number in near if number not in letter or dated.keys() <= set(letter)]
    chosen = near[0] if near else max(dated, default=None)
    return (dated[chosen], chosen) if chosen is not None else (None, None)


def _document_number(text: Text) -> tuple[str | None, int | None]:
    """Return the document's own number, alone on a line near the top or in the page's record; those in sentences are of other documents."""
    short = [number for number in text.head if SHORTEST <= len(text.lines[number]) <= TITLE_LENGTH]
    for pattern in text.vocabulary.patterns("document-number"):
        for number in short:
            if found := pattern.search(text.lines[number]):
                return one_line(found.group("number")), number if found.group() == text.lines[number] else None
        for line in text.beside:
            if found := pattern.search(line):
                return one_line(found.group("number")), None
    return None, None


def _scope(text: Text) -> str | None:
    terms = text.vocabulary.pattern_terms("scope")
    kinds = {term.get("kind") for pattern, term in terms for line in text.lines if len(line) > SHORTEST and pattern.search(line)}
    return kinds.pop() if len(kinds) == 1 else None


def _signature(text: Text, dated: dict[int, datetime.date]) -> frozenset[int]:
    """Return the lines at the very end that are names of agencies and dates and nothing else."""
    found: set[int] = set()
    for number in reversed(text.tail):
        if number not in dated and name_on(text.lines[number], text.vocabulary) is None:
            break
        found.add(number)
    return frozenset(found)
