"""Headings told from row labels: chapters of the form under whatever title they were given, and numbered heads inside them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from rapidfuzz import fuzz, process

from govreport.readers.legacy.labels import LabelIndex, normal
from govreport.readers.legacy.lines import Line
from govreport.schemafile import parse
from govreport.standard import Standard

TITLE_LENGTH = 40
NUMBERED_RATIO, BARE_RATIO = 74, 92
_NUMERAL = "[\u3007\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d\u5341]{1,3}"
_LEVELS = (
    re.compile(rf"^\s*(?P<number>{_NUMERAL})\s*[\u3001.\uff0e,\uff0c]\s*(?P<rest>.*)$"),
    re.compile(rf"^\s*(?P<number>[(\uff08]\s*{_NUMERAL}\s*[)\uff09])[\u3001.]?\s*(?P<rest>.*)$"),
    re.compile(r"^\s*(?P<number>[0-9\uff10-\uff19]{1,2}\s*[.\u3001\uff0e])(?![0-9])\s*(?P<rest>.*)$"),
    re.compile(r"^\s*(?P<number>[(\uff08][0-9\uff10-\uff19]{1,2}[)\uff09])\s*(?P<rest>.*)$"),
)
_SENTENCE = re.compile("[\u3002\uff1b;\uff01!\uff1f?]")
_RUN_IN = re.compile("^(?P<title>[^\u3002\uff1a:\uff0c,]{2,20}[\u3002\uff1a:])(?P<rest>.+)$")
_YEAR = re.compile("^[0-9\uff10-\uff19]{4}\u5e74?\u5ea6?")


@dataclass(frozen=True, slots=True)
class Heading:
    """A numbered or titled line: ``level`` 1 is a chapter, ``key`` the form's chapter; ``rest`` is text run in behind the title."""

    level: int
    number: str | None
    title: str
    key: str | None = None
    rest: str | None = None


class TitleIndex:
    """The titles of every edition's chapters with their recognised variants."""

    def __init__(self, standard: Standard) -> None:
        self._keys: dict[str, str] = {}
        self.printed: list[str] = []
        for form in standard.forms.values():
            for chapter in form.chapters:
                if chapter.title:
                    self._add(chapter.title, chapter.key)
            path = standard.root / form.edition / "variants.xml"
            for element in parse(path).findall("variant") if path.is_file() else ():
                chapter_key = element.get("chapter")
                if chapter_key and element.text:
                    self._add(element.text, chapter_key)
        self._texts = list(self._keys)

    def _add(self, title: str, key: str) -> None:
        self._keys.setdefault(normal(title), key)
        self.printed.append(title)

    def __len__(self) -> int:
        return len(set(self._keys.values()))

    def find(self, title: str, cutoff: int) -> str | None:
        """Return the chapter key of a title, misprints and additions tolerated down to the cutoff (percent)."""
        text = normal(_YEAR.sub("", title.strip()))
        if not 2 <= len(text) <= TITLE_LENGTH:
            return None
        exact = self._keys.get(text)
        if exact:
            return exact
        best = process.extractOne(text, self._texts, scorer=fuzz.ratio, score_cutoff=cutoff)
        return self._keys[best[0]] if best else None


@lru_cache(maxsize=8)
def title_index(standard: Standard) -> TitleIndex:
    """Return the index of a standard, built once a process."""
    return TitleIndex(standard)


def chapter_heading(text: str, titles: TitleIndex, labels: LabelIndex) -> Heading | None:
    """Return the chapter that a whole line announces, None where it is a row label, a sentence or anything else."""
    stripped = text.strip().rstrip(":\uff1a")
    if not stripped or "|" in stripped or len(stripped) > TITLE_LENGTH + 20:
        return None
    found = _LEVELS[0].match(stripped)
    rest = found.group("rest").strip() if found else stripped
    number = found.group("number") if found else None
    if not rest or _SENTENCE.search(rest):
        return None
    as_label = labels.find(stripped)
    if as_label is not None and any(use.kind in ("row", "group") for use in as_label.uses) and normal(stripped)[:1] == normal(as_label.label)[:1]:
        return None
    key = titles.find(rest, NUMBERED_RATIO if found else BARE_RATIO)
    if key is None and not found:
        return None
    return Heading(1, number, rest, key)


def section_heading(text: str) -> Heading | None:
    """Return the head inside a chapter that a line begins with: alone on its line, or with its text run in behind it."""
    for level, pattern in enumerate(_LEVELS[1:], 2):
        found = pattern.match(text.strip())
        if not found:
            continue
        number, rest = found.group("number"), found.group("rest").strip()
        if not rest:
            return None
        if len(rest) <= TITLE_LENGTH and not _SENTENCE.search(rest) and not rest.endswith(("\uff0c", ",")):
            return Heading(level, number, rest)
        run_in = _RUN_IN.match(rest)
        if run_in and run_in.group("rest").strip():
            return Heading(level, number, run_in.group("title"), rest=run_in.group("rest").strip())
        return None
    return None


def split_at_titles(lines: Sequence[Line], titles: TitleIndex) -> list[Line]:
    """Return the lines with chapter titles on lines of their own where copying glued them to other text.

    A list of titles (a table of contents) is left alone: its titles follow each other with nothing but punctuation between.
    """
    words = "|".join(r"\s*".join(map(re.escape, title)) for title in sorted(titles.printed, key=len, reverse=True))
    glued = re.compile(rf"(?:^|(?<=[\s\u3002\uff1b;>]))(?P<title>{_NUMERAL}\s*\u3001\s*(?:{words}))(?=\s|$|[\u3002:\uff1a])")
    result: list[Line] = []
    for line in lines:
        places = [found.span("title") for found in glued.finditer(line.text)] if "\u3001" in line.text else []
        listed = any(len(normal(line.text[end:start])) < 4 for (_, end), (start, _) in pairwise(places))
        if not places or listed or (line.text[: places[0][0]].strip() == "" and line.text[places[0][1] :].strip(" :\uff1a") == ""):
            result.append(line)
        else:
            result += _cut(line, places)
    return _split_sections(result)


def _cut(line: Line, places: Sequence[tuple[int, int]]) -> Iterator[Line]:
    at = 0
    for start, end in places:
        if line.text[at:start].strip():
            yield line.slice(at, start).strip()
        if end > start:
            yield line.slice(start, end)
        at = end
    if line.text[at:].strip():
        yield line.slice(at).strip()


_INNER = re.compile(rf"(?<=\s)(?=[(\uff08]{_NUMERAL}[)\uff09])")


def _split_sections(lines: Sequence[Line]) -> list[Line]:
    """Return the lines with numbered heads on lines of their own where a text has lost all its line breaks."""
    result: list[Line] = []
    for line in lines:
        if len(line.text) < 60 or "|" in line.text or "    " in line.text:
            result.append(line)
            continue
        places = [found.start() for found in _INNER.finditer(line.text)]
        result += _cut(line, [(place, place) for place in places]) if places else [line]
    return result
