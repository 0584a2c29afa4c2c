"""Characters put right before anything else is read: invisible and forbidden ones, entities, NFC, radicals set for characters."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from govreport.readers.legacy.escapes import breaks, meant, points, signs
from govreport.readers.legacy.lines import Line
from govreport.readers.legacy.margins import margins
from govreport.vocabulary import Vocabulary

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]+")
_INVISIBLE = re.compile("(?:[\u00ad\u200b-\u200f\u202a-\u202d\u2060-\u2064\u2066-\u2069\ufeff]|\u202e(?![0-9]))+")
"""What turns digits round stays before them: the number that is seen is another than the one that is written."""
_RUNS = (_FORBIDDEN, _INVISIBLE)
"""These take a run at a time, so that a text of nothing else costs little; what is counted are its characters."""
_ENTITY = re.compile(r"&(?:[a-zA-Z]{2,8}[0-9]{0,2}|#[0-9]{1,6}|#[xX][0-9a-fA-F]{1,5});|&nbsp")
_BREAK_TAG = re.compile(r"<br\s{0,3}/?>", re.I)
_RAISED = re.compile(r"<sup>\s{0,3}[\[(]?([^<>\[\]()]{1,9})[\])]?\s{0,3}</sup>", re.I)
MANY = 40
"""So many of them are the line ends of a text that stands on one line."""
_INLINE_TAG = re.compile(r"</?(?:span|font|o:p|strong|em|div|[bipu])(?:\s[^<>]{0,400})?>", re.I)
"""Tags of words inside of lines, which a program that writes plain text may leave where it knows no other way to say them."""
_SPAN = re.compile(r"\[([^\[\]|]{1,200})\]\{[.#a-zA-Z][^{}|]{0,200}\}")
"""What Markdown of pandoc sets around words that have a language, a style or a class; what goes leaves blanks, so that columns stay."""
_BOLD = re.compile(r"(?<!\*)\*\*(?!\*)|(?<!_)__(?!_)")
_HEAD = re.compile(r"^[ \t]{0,3}#{1,6}(?:[ \t]+(?=[^\s|])|[ \t]*$)")
"""What Markdown sets before a heading: of whatever level, since copies number the levels at random."""
_AROUND = (
    re.compile(
        r"^\s{0,9}(\\(?:textbf|textit|emph|underline|title|chapter|(?:sub){0,2}section\*?|(?:sub)?paragraph)\{)[^{}]{1,300}(\}(?:\\label\{[^{}]{0,2000}\})?)\s{0,9}$"
    ),
    re.compile(r"^\s{0,3}(={1,6} )[^=]{1,300}?((?: ={1,6})?)\s{0,9}$"),
    re.compile(r"^\s{0,3}('{2,5})[^']{1,300}('{2,5})\s{0,9}$"),
    re.compile(r"^\s{0,3}(\*)[^*\s][^*]{0,300}(\*)\s{0,9}$"),
)
"""What LaTeX, wikis, AsciiDoc and Org set around a line that is a heading or stands out."""
_RADICAL = re.compile("[\u2e80-\u2fd5]")
_UNSTABLE = (
    "\u0300-\u036f\u0374-\u0387\u0483-\u0487\u0591-\u1fff\u2000\u2001\u20d0-\u20f0\u2126\u212a\u212b\u2329\u232a\u2adc\u302a-\u302f\u3099\u309a"
    "\ua66f-\ua6f1\ua806-\uabed\uac00-\ud7ff\uf900-\ufaff\ufb1d-\ufb4e\ufe20-\ufe2f\U00010000-\U0001ffff\U0002f800-\U0002fa1d"
)
"""Characters that NFC may change or join with the one before them, and their neighbours in the code charts."""


@lru_cache(maxsize=1)
def _cluster() -> re.Pattern[str]:
    """Return the pattern of a character with those behind it that may combine, bounded so that hostile runs cost no more than they are."""
    return re.compile(f"[^{_UNSTABLE}]?[{_UNSTABLE}]{{1,32}}")


@dataclass(frozen=True, slots=True)
class Cleaned:
    """Lines put right: for each kind of repair how many characters, the first of them as it was, and its offset."""

    lines: tuple[Line, ...]
    removed: dict[str, tuple[int, str, int]]
    normal: tuple[int, str, int] | None = None


def cleaned(lines: Sequence[Line], vocabulary: Vocabulary) -> Cleaned:
    """Return the lines without forbidden and invisible characters and marks of emphasis, entities resolved, in NFC."""
    removed: dict[str, tuple[int, str, int]] = {}
    kept = list(lines)
    for kind, pattern in (("control", _FORBIDDEN), ("invisible", _INVISIBLE)):
        kept = _each(kept, pattern, lambda found: "", removed, kind)
    kept = _as_written(kept, removed)
    for _ in range(2):  # a program may have written out those of another
        kept = _each(kept, _ENTITY, _resolved, removed, "markup")
    kept = _each(kept, _RAISED, lambda found: f"[{found.group(1)}]", removed, "markup")
    kept = _each(kept, _INLINE_TAG, lambda found: "", removed, "markup")
    kept = [_unspanned(line, removed) for line in kept]
    kept = [part for line in kept for part in _broken(line, _BREAK_TAG, removed)]
    kept = _each(kept, _HEAD, lambda found: "", removed, "markup")
    kept = [_unwrapped(line, removed) for line in kept]
    kept = _each(kept, _BOLD, lambda found: "", removed, "markup", lambda text: len(_BOLD.findall(text)) % 2 == 0)
    normal: dict[str, tuple[int, str, int]] = {}
    radicals = {term.text: term.get("to") or term.text for term in vocabulary.terms("radical")}
    kept = _each(kept, _RADICAL, lambda found: radicals.get(found.group()) or unicodedata.normalize("NFKC", found.group()), normal, "")
    if not all(unicodedata.is_normalized("NFC", line.text) for line in kept):
        kept = _each(kept, _cluster(), lambda found: unicodedata.normalize("NFC", found.group()), normal, "")
    return Cleaned(tuple(kept), removed, normal.get(""))


def _as_written(lines: list[Line], removed: dict[str, tuple[int, str, int]]) -> list[Line]:
    """Return lines without what a program has set before each, and with the characters that it has written out."""
    pattern = points([line.text for line in lines])
    kept = _each(lines, pattern, meant, removed, "markup") if pattern is not None else lines
    pattern = breaks([line.text for line in kept])
    if pattern is not None:
        kept = [part for line in kept for part in _broken(line, pattern, removed)]
    for number, spans in margins([line.text for line in kept]).items():
        line = kept[number]
        _count(removed, "markup", len(spans), line.text[slice(*spans[0])], line.origin(spans[0][0]))
        kept[number] = line.without(spans)
    for pattern in signs([line.text for line in kept]):
        kept = _each(kept, pattern, meant, removed, "markup")
    return kept


def _each(
    lines: list[Line],
    pattern: re.Pattern[str],
    replacement: Callable[[re.Match[str]], str],
    counts: dict[str, tuple[int, str, int]],
    kind: str,
    admitted: Callable[[str], bool] = lambda text: True,
) -> list[Line]:
    result = []
    for line in lines:
        if pattern.search(line.text) is None or not admitted(line.text):
            result.append(line)
            continue
        parts = [(*found.span(), text) for found in pattern.finditer(line.text) if (text := replacement(found)) != found.group()]
        if parts:
            start, end, _ = parts[0]
            if pattern in _RUNS:
                _count(counts, kind, sum(end - start for start, end, _ in parts), line.text[start], line.origin(start))
            else:
                _count(counts, kind, len(parts), line.text[start:end], line.origin(start))
            line = line.substituted(parts)
        result.append(line)
    return result


def _count(counts: dict[str, tuple[int, str, int]], kind: str, more: int, sample: str, offset: int) -> None:
    count, first, place = counts.get(kind, (0, sample, offset))
    counts[kind] = (count + more, first, place)


def _unspanned(line: Line, removed: dict[str, tuple[int, str, int]]) -> Line:
    """Return a line with blanks behind the words of a span for what was set around them."""
    spans = list(_SPAN.finditer(line.text)) if "]{" in line.text else []
    if not spans:
        return line
    _count(removed, "markup", len(spans), spans[0].group(), line.origin(spans[0].start()))
    around = [((found.start(), found.start(1), ""), (found.end(1), found.end(), " " * (found.end() - found.end(1) + 1))) for found in spans]
    return line.substituted(part for pair in around for part in pair)


def _unwrapped(line: Line, removed: dict[str, tuple[int, str, int]]) -> Line:
    """Return a line without the marks around all of its words."""
    found = next((match for pattern in _AROUND if (match := pattern.match(line.text))), None) if len(line) else None
    if found is None:
        return line
    _count(removed, "markup", 1, found.group(1), line.origin(found.start(1)))
    return line.without([found.span(1), found.span(2)])


def _resolved(found: re.Match[str]) -> str:
    """Return the character an entity stands for, the entity itself where it stands for none that a line can hold."""
    character = html.unescape(found.group())
    return character if len(character) == 1 and (character.isprintable() or character.isspace()) and character not in "\r\n\x0b\x0c" else found.group()


def _broken(line: Line, pattern: re.Pattern[str], removed: dict[str, tuple[int, str, int]]) -> Iterator[Line]:
    """Yield the lines that a line with tags for line breaks, or others of a pattern, stands for; inside a row of a table such a tag is a blank."""
    tags = list(pattern.finditer(line.text)) if "<" in line.text or pattern is not _BREAK_TAG else []
    if not tags:
        yield line
        return
    _count(removed, "markup", len(tags), tags[0].group(), line.origin(tags[0].start()))
    if "|" in line.text and pattern is _BREAK_TAG and len(tags) < MANY:
        yield line.substituted((*tag.span(), " ") for tag in tags)
        return
    at = 0
    for tag in tags:
        yield line.slice(at, tag.start())
        at = tag.end()
    yield line.slice(at)
