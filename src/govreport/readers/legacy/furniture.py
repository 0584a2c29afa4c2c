"""What is on a page beside the report: navigation, buttons, catalogue records, page numbers, advertising, lists of attached files."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from govreport.readers.legacy.lines import Line
from govreport.readers.legacy.pagination import page_numbers
from govreport.vocabulary import Vocabulary

LONGEST = 200
"""Furniture stands on short lines; longer ones are text whatever they begin with."""
_TAIL = 6
_BULLET = re.compile(r"^\s{0,4}[-*+\u00b7\u2022\u25aa\u25a0\u25cf\u25c6\u27a2]\s{1,3}")
"""What a list sets before its lines, as a menu becomes one in a copy."""


@dataclass(slots=True)
class Swept:
    """Lines without furniture; what was taken away: whole lines, attached files (title, file name, line), counts with first sample and offset."""

    lines: list[Line]
    removed: list[Line] = field(default_factory=list)
    attachments: list[tuple[str, str | None, Line]] = field(default_factory=list)
    noise: dict[str, tuple[int, str, int]] = field(default_factory=dict)
    adverts: tuple[int, str, int] | None = None

    def count(self, kind: str, line: Line) -> None:
        """Count a line that was taken away."""
        count, sample, offset = self.noise.get(kind, (0, line.text.strip()[:60], line.start))
        self.noise[kind] = (count + 1, sample, offset)


def swept(lines: Sequence[Line], vocabulary: Vocabulary, text: str = "") -> Swept:
    """Return the lines without advertising, page furniture and lists of attached files; blank lines stay where they are.

    ``text`` is that in which they stood: a form feed in it begins a page.
    """
    result = Swept([])
    kept = _without_adverts(lines, vocabulary, result)
    kept = _without_noise(kept, vocabulary, result, text)
    result.lines = _without_attachments(kept, vocabulary, result)
    return result


def _without_adverts(lines: Sequence[Line], vocabulary: Vocabulary, result: Swept) -> list[Line]:
    text = "\n".join(line.text for line in lines)
    pattern = vocabulary.any_of("advert") if any(sign in text for sign in vocabulary.words("advert-sign")) else None
    if pattern is None or pattern.search(text) is None:
        return list(lines)
    kept: list[Line] = []
    for line in lines:
        spans = [found.span() for found in pattern.finditer(line.text) if found.group()]
        if spans:
            count, sample, offset = result.adverts or (0, line.text[slice(*spans[0])], line.origin(spans[0][0]))
            result.adverts = (count + len(spans), sample, offset)
            line = line.without(spans)
            if not line.text.strip():
                continue
        kept.append(line)
    return kept


def _without_noise(lines: Sequence[Line], vocabulary: Vocabulary, result: Swept, source: str) -> list[Line]:
    pattern = vocabulary.any_of("noise")
    if pattern is None:
        return list(lines)
    kinds = vocabulary.pattern_terms("noise")
    begins = frozenset(number for number, line in enumerate(lines) if source[line.start - 1 : line.start] == "\f") if "\f" in source else frozenset()
    pages = page_numbers([line.text for line in lines], begins)
    kept: list[Line] = []
    for number, line in enumerate(lines):
        if number in pages:
            result.count("page", line)
            result.removed.append(line)
            continue
        texts = (line.text, _BULLET.sub("", line.text, count=1)) if 2 < len(line.text) <= LONGEST else ()
        text = next((text for text in texts if pattern.match(text) and _is_furniture(text)), None)
        if text is None:
            kept.append(line)
            continue
        kind = next((term.get("kind") for single, term in kinds if single.match(text)), None) or "navigation"
        result.count(kind, line)
        result.removed.append(line)
    return kept


def _is_furniture(text: str) -> bool:
    """Return whether a line can be furniture at all: blanks and bare numbers are cells."""
    stripped = text.strip()
    return len(stripped) > 2 and not stripped.isdigit()


def _without_attachments(lines: Sequence[Line], vocabulary: Vocabulary, result: Swept) -> list[Line]:
    heads, files, titles = (vocabulary.any_of("attachment-head"), vocabulary.patterns("attachment-file"), vocabulary.patterns("attachment"))
    suffixes = tuple(f".{suffix}" for suffix in vocabulary.words("file-suffix"))
    tail = _tail(lines)
    kept: list[Line] = []
    for number, line in enumerate(lines):
        text = line.text
        if not 2 < len(text.strip()) <= 2 * LONGEST:
            kept.append(line)
        elif any(suffix in text.lower() for suffix in suffixes) and _files(line, files, result):
            continue
        elif heads is not None and heads.match(text):
            result.count("attachment", line)
            result.removed.append(line)
        elif number >= tail and (found := next((match for pattern in titles if (match := pattern.match(text))), None)):
            result.count("attachment", line)
            result.attachments.append((found.group("title").strip(), None, line))
        else:
            kept.append(line)
    return kept


def _files(line: Line, patterns: Sequence[re.Pattern[str]], result: Swept) -> bool:
    """Return whether a line does nothing but name files, and note them."""
    found = [match for pattern in patterns for match in pattern.finditer(line.text)]
    rest = line.text
    for match in found:
        rest = rest.replace(match.group(), "", 1)
    if not found or sum(map(str.isalnum, rest)) > 4:
        return False
    result.count("attachment", line)
    result.attachments += [(match.group("title").strip(), match.group("file").strip(), line) for match in found]
    return True


def _tail(lines: Sequence[Line]) -> int:
    """Return the index from which only a few short lines follow: there a title behind a colon names an attachment."""
    seen = 0
    for number in range(len(lines) - 1, -1, -1):
        text = lines[number].text.strip()
        if text:
            seen += 1
            if seen > _TAIL or "|" in text or len(text) > 100:
                return number + 1
    return 0
