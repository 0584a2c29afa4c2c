"""What a text says of itself: agency, year, period, title, number, date, contact; what it does not say is left out and named."""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from govreport.diagnostics import Diagnostic
from govreport.model import Agency, Metadata, Period, TextError, check_text
from govreport.readers.legacy.dates import read_date, read_year
from govreport.readers.legacy.lines import Line
from govreport.readers.legacy.names import agency, agency_like, fuller, name_on
from govreport.standard import Standard
from govreport.vocabulary import Vocabulary

HEAD, TOP, TAIL = 30, 8, 12
"""Among how many filled lines a title is looked for, a date and a number, and a signature from the end."""
TITLE_LENGTH, RECORD_LENGTH, SHORTEST = 80, 400, 8
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


@dataclass(frozen=True, slots=True)
class _Title:
    first: int
    last: int
    text: str
    agency: str | None
    year: int | None


@dataclass(frozen=True)
class _Text:
    """Stripped lines, those removed from the page, and the indexes of lines with words: all, the head's, the tail's."""

    lines: tuple[str, ...]
    beside: tuple[str, ...]
    filled: tuple[int, ...]
    vocabulary: Vocabulary

    @property
    def head(self) -> tuple[int, ...]:
        return self.filled[:HEAD]

    @property
    def tail(self) -> tuple[int, ...]:
        return self.filled[TOP:][-TAIL:]

    def first(self, use: str, group: str, records: bool = False) -> str | None:
        """Return the first group found by the patterns of a use; records stand on short lines, removed lines first."""
        for pattern in self.vocabulary.patterns(use):
            for text in (*self.beside, *self.lines) if records else self.lines:
                if SHORTEST < len(text) and (not records or len(text) <= RECORD_LENGTH):
                    found = pattern.search(text)
                    if found:
                        return _one_line(found.group(group))
        return None


def extract(lines: Sequence[Line], standard: Standard, vocabulary: Vocabulary, removed: Sequence[Line] = ()) -> Extracted:
    """Return what the lines say of the report, with ``removed`` lines (catalogue records) as a further source; never raises on content."""
    stripped = tuple(line.text.strip() for line in lines)
    text = _Text(stripped, tuple(line.text.strip() for line in removed), tuple(i for i, line in enumerate(stripped) if line), vocabulary)
    title = _title(text)
    period = _period(text)
    dated = _dated(text)
    name, name_line = _agency(text, title)
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
    consumed = {line for line in (name_line, date_line, number_line) if line is not None and line not in signature}
    consumed |= set(range(title.first, title.last + 1)) if title else set()
    return Extracted(metadata, title.first if title else None, consumed, missing, signature)


def _with_code(name: str | None, text: _Text) -> Agency:
    code = text.first("uscc", "code")
    return agency(name, code, text.vocabulary) if name else Agency(uscc=code)


def _title(text: _Text) -> _Title | None:
    """Return the title near the top; it may be broken over up to three lines."""
    for count in (1, 2, 3):
        for place in range(len(text.head) - count + 1):
            group = text.head[place : place + count]
            parts = [text.lines[number] for number in group]
            if sum(map(len, parts)) > TITLE_LENGTH or any("|" in part for part in parts):
                continue
            joined = "".join(part.lstrip("#").strip() for part in parts)
            found = next((match for pattern in text.vocabulary.patterns("title") if (match := pattern.match(joined))), None)
            if found:
                return _as_title(found, group, joined, text)
    return None


def _as_title(found: re.Match[str], group: Sequence[int], joined: str, text: _Text) -> _Title:
    groups = found.groupdict()
    named = next((name for name in (groups.get("agency"), groups.get("inner")) if name and agency_like(name, text.vocabulary, places=True)), None)
    above = name_on(text.lines[group[0]], text.vocabulary) if len(group) > 1 else None
    return _Title(group[0], group[-1], _one_line(joined) or joined, _one_line(above or named), read_year(groups["year"], text.vocabulary))


def _agency(text: _Text, title: _Title | None) -> tuple[str | None, int | None]:
    """Return the agency's name and the line that holds nothing else.

    The order is: the line above the title, the title, the signature, the page's record, sentences. A place is taken for its
    government only where the text itself has the full name.
    """
    vocabulary = text.vocabulary
    above = next((number for number in reversed(text.filled) if title and number < title.first), None)
    if above is not None and (found := name_on(text.lines[above], vocabulary)):
        return found, above
    whole = "\n".join(text.lines)
    if title and title.agency:
        return fuller(title.agency, whole, vocabulary), None
    for number in reversed(text.tail):
        if found := name_on(text.lines[number], vocabulary):
            return found, number
    record = text.first("agency-record", "agency", records=True)
    if record and agency_like(record, vocabulary):
        return record, None
    spoken = _spoken(text)
    return fuller(spoken, whole, vocabulary) if spoken else None, None


def _spoken(text: _Text) -> str | None:
    """Return the name that sentences give the agency: the first pattern that finds one counts, and of its names the most frequent."""
    for use in ("agency-sentence", "agency-contact"):
        for pattern in text.vocabulary.patterns(use):
            names = Counter(name for line in text.lines for name in _names(pattern, line) if agency_like(name, text.vocabulary, places=True))
            if names:
                return names.most_common(1)[0][0]
    return None


def _names(pattern: re.Pattern[str], line: str) -> Iterator[str]:
    if len(line) > SHORTEST:
        yield from (found.group("agency") for found in pattern.finditer(line))


def _period(text: _Text) -> Period | None:
    for pattern in text.vocabulary.patterns("period"):
        for line in text.lines:
            for found in pattern.finditer(line) if len(line) > SHORTEST else ():
                groups = found.groupdict()
                end = groups.get("end") or f"{groups.get('year')} {groups.get('same')}"
                first, last = read_date(groups["start"], text.vocabulary), read_date(end, text.vocabulary)
                if first and last and first < last:
                    return Period(first, last)
    return None


def _year(text: _Text, title: _Title | None, period: Period | None, dated: set[int]) -> int | None:
    """Return the reporting year: by title, by period, else the year most often named, if no other is named as often."""
    if title and title.year:
        return title.year
    if period:
        return period.end.year
    lines = [line for number, line in enumerate(text.lines) if number not in dated and len(line) > 4]
    years = Counter(int(found.group("year")) for pattern in text.vocabulary.patterns("year") for line in lines for found in pattern.finditer(line))
    common = years.most_common(2)
    return common[0][0] if common and (len(common) == 1 or common[0][1] > common[1][1]) else None


def _dated(text: _Text) -> dict[int, datetime.date]:
    """Return the lines near the top and the end that are a date and nothing else."""
    dated: dict[int, datetime.date] = {}
    for number in (*text.head, *text.tail):
        line = text.lines[number]
        found = next((match for pattern in text.vocabulary.patterns("date") if (match := pattern.match(line))), None) if len(line) <= TITLE_LENGTH else None
        date = read_date(found.group("date"), text.vocabulary) if found else None
        if date:
            dated[number] = date
    return dated


def _published(text: _Text, title: _Title | None, dated: dict[int, datetime.date]) -> tuple[datetime.date | None, int | None]:
    """Return the date of publication and its line: by the page's record, else a date near title or top, else the last one."""
    record = text.first("date-published", "date", records=True)
    recorded = read_date(record, text.vocabulary) if record else None
    if recorded:
        return recorded, next((number for number, date in dated.items() if date == recorded), None)
    start = text.filled.index(title.last) if title else 0
    near = [number for number in text.filled[: start + TOP] if number in dated]
    chosen = near[0] if near else max(dated, default=None)
    return (dated[chosen], chosen) if chosen is not None else (None, None)


def _document_number(text: _Text) -> tuple[str | None, int | None]:
    """Return the document's own number, alone on a line near the top or in the page's record; those in sentences are of other documents."""
    short = [number for number in text.head if SHORTEST <= len(text.lines[number]) <= TITLE_LENGTH]
    for pattern in text.vocabulary.patterns("document-number"):
        for number in short:
            if found := pattern.search(text.lines[number]):
                return _one_line(found.group("number")), number if found.group() == text.lines[number] else None
        for line in text.beside:
            if found := pattern.search(line):
                return _one_line(found.group("number")), None
    return None, None


def _scope(text: _Text) -> str | None:
    terms = text.vocabulary.pattern_terms("scope")
    kinds = {term.get("kind") for pattern, term in terms for line in text.lines if len(line) > SHORTEST and pattern.search(line)}
    return kinds.pop() if len(kinds) == 1 else None


def _signature(text: _Text, dated: dict[int, datetime.date]) -> frozenset[int]:
    """Return the lines at the very end that are names of agencies and dates and nothing else."""
    found: set[int] = set()
    for number in reversed(text.tail):
        if number not in dated and name_on(text.lines[number], text.vocabulary) is None:
            break
        found.add(number)
    return frozenset(found)


def _one_line(text: str | None) -> str | None:
    """Return a text as the model holds it, None where nothing is left."""
    if text is None:
        return None
    try:
        return check_text(" ".join(text.split()))
    except TextError:
        return None
