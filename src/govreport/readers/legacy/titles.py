"""The title of a report and the agency that it names; where no title names one, signature, records and sentences."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace

from govreport.readers.legacy.dates import read_year
from govreport.readers.legacy.names import agency_like, fuller, is_torn, name_on
from govreport.readers.legacy.wording import RECORD_LENGTH, SHORTEST, TITLE_LENGTH, Text, one_line
from govreport.vocabulary import Vocabulary

_PAIRS = dict(
    zip('\u300a\u300c\u300e\u3010\u3014\uff08\uff3b\u201c\u2018([<\u3008"', '\u300b\u300d\u300f\u3011\u3015\uff09\uff3d\u201d\u2019)]>\u3009"', strict=True)
)
"""The quotation marks and brackets that a title may stand in."""
_LETTERS = re.compile(r"[^\W\d_]{2,24}")


@dataclass(frozen=True, slots=True)
class Title:
    """A title: its first and last line, its words, and the agency and year it names."""

    first: int
    last: int
    text: str
    agency: str | None
    year: int | None


def title_of(text: Text) -> Title | None:
    """Return the title near the top, None where there is none; of several that name nobody one below the name of an agency counts."""
    first = next(titles(text, text.head), None) or _recorded(text)
    if first is None or _above(text, first) is not None:
        return first
    alike = (each for each in titles(text, text.head) if each.text == first.text and not first.agency)
    return next((each for each in alike if _above(text, each) is not None), None) or _from_above(text, first)


def titles(text: Text, numbers: Sequence[int], first: Container[int] | None = None) -> Iterator[Title]:
    """Yield the titles on lines of these numbers, those on one line first; a title may be broken over up to three.

    Only those are looked for that begin on a line of ``first``, where it is given.
    """
    places = [place for place, number in enumerate(numbers) if first is None or number in first]
    for count in (1, 2, 3):
        for place in places:
            group = numbers[place : place + count]
            if len(group) < count:
                break
            parts = [text.lines[number] for number in group]
            if sum(map(len, parts)) > TITLE_LENGTH or any("|" in part for part in parts):
                continue
            joined = _undressed("".join(part.lstrip("#").strip() for part in parts), text.vocabulary)
            found = _match(joined, text)
            if found:
                yield _as_title(found, group, joined, text)


def _undressed(words: str, vocabulary: Vocabulary) -> str:
    """Return what may be a title without signs, marks and names of sites around it, and without blanks where each character has some."""
    for pattern in (*vocabulary.patterns("title-before"), *vocabulary.patterns("title-behind")):
        words = pattern.sub("", words, count=1)
    closing = _PAIRS.get(words[:1])
    words = words[1:-1] if closing and words.find(closing, 1) == len(words) - 1 else words
    return "".join(words.split()) if all(len(word) == 1 for word in words.split()) else words


def _match(words: str, text: Text) -> re.Match[str] | None:
    """Return what a pattern finds in words that are a title, but for a remark in brackets behind it."""
    bare = words
    for pattern in text.vocabulary.patterns("title-remark"):
        bare = pattern.sub("", bare, count=1)
    return next((match for each in dict.fromkeys((words, bare)) for pattern in text.vocabulary.patterns("title") if (match := pattern.match(each))), None)


def _from_above(text: Text, title: Title) -> Title:
    """Return a title with the words above it, where they begin the name that it goes on with."""
    number = _line_above(text, title)
    above = text.lines[number] if number is not None else ""
    begins = any(pattern.match(title.text) for pattern in text.vocabulary.patterns("title-year"))
    if number is None or begins or not _LETTERS.fullmatch(above) or name_on(above, text.vocabulary):
        return title
    found = _match(above + title.text, text)
    whole = _as_title(found, [number], above + title.text, text) if found else title
    if not whole.agency or whole.agency == title.agency or not whole.agency.startswith(above):
        return title
    elsewhere = any(whole.agency in line for line in text.lines)
    return replace(whole, last=title.last) if elsewhere or is_torn(title.agency or "", above, text.vocabulary) else title


def _recorded(text: Text) -> Title | None:
    """Return the title that a record of the page names; such as was removed takes up no line before the first."""
    lines = [(number, text.lines[number]) for number in text.head] + [(None, line) for line in text.beside]
    for pattern in text.vocabulary.patterns("title-record"):
        for number, line in lines:
            for record in pattern.finditer(line) if SHORTEST < len(line) <= RECORD_LENGTH else ():
                found = _match(record["title"], text)
                if found and (number is not None or text.head):
                    title = _as_title(found, [text.head[0] if number is None else number], record["title"], text)
                    return replace(title, last=title.first - 1) if number is None else title
    return None


def _as_title(found: re.Match[str], group: Sequence[int], joined: str, text: Text) -> Title:
    groups = found.groupdict()
    named = next((name for name in (groups.get("agency"), groups.get("inner")) if name and agency_like(name, text.vocabulary, places=True)), None)
    above = name_on(text.lines[group[0]], text.vocabulary) if len(group) > 1 else None
    return Title(group[0], group[-1], one_line(joined) or joined, one_line(above or named), read_year(groups["year"], text.vocabulary))


def agency_of(text: Text, title: Title | None) -> tuple[str | None, int | None]:
    """Return the agency's name and the line that holds nothing else.

    The order is: the line above the title, the title, the signature, the page's record, sentences, which count before a record that
    names somebody else. A place is taken for its government only where the text itself has the full name.
    """
    vocabulary = text.vocabulary
    above = _above(text, title) if title else None
    if above is not None:
        return name_on(text.lines[above], vocabulary), above
    whole = "\n".join(text.lines)
    if title and title.agency:
        return fuller(title.agency, whole, vocabulary), None
    line = _line_above(text, title) if title else None
    place = text.lines[line] if line is not None else None
    full = fuller(place, whole, vocabulary) if place and agency_like(place, vocabulary, places=True) else place
    if full != place:
        return full, None
    for number in reversed(text.tail):
        if found := name_on(text.lines[number], vocabulary):
            return found, number
    record = text.first("agency-record", "agency", records=True)
    said = _spoken(text, "agency-sentence")
    # a site may publish what others have written: whom the sentences name, and the record does not, is the author
    if record and agency_like(record, vocabulary) and (said is None or said in record or record in said):
        return record, None
    spoken = said or _spoken(text, "agency-contact")
    return fuller(spoken, whole, vocabulary) if spoken else None, None


def _above(text: Text, title: Title) -> int | None:
    """Return the line with words above a title where it holds the name of an agency."""
    number = _line_above(text, title)
    return number if number is not None and name_on(text.lines[number], text.vocabulary) else None


def _line_above(text: Text, title: Title) -> int | None:
    """Return the line with words above a title, None where there is none."""
    return next((number for number in reversed(text.filled) if number < title.first), None)


def _spoken(text: Text, *uses: str) -> str | None:
    """Return the name that sentences give the agency: the first pattern that finds one counts, and of its names the most frequent."""
    for use in uses:
        for pattern in text.vocabulary.patterns(use):
            names = Counter(name for line in text.lines for name in _names(pattern, line) if agency_like(name, text.vocabulary, places=True))
            if names:
                return names.most_common(1)[0][0]
    return None


def _names(pattern: re.Pattern[str], line: str) -> Iterator[str]:
    if len(line) > SHORTEST:
        yield from (found.group("agency") for found in pattern.finditer(line))
