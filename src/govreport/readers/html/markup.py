"""Where the words of a page stand in its source: the texts between the tags, found again in the order of the tree."""

from __future__ import annotations

import html
import re
from array import array
from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Iterator
from functools import lru_cache
from operator import itemgetter

BLANKS = " \t\r\n\f"
_TAG = re.compile(r"""</?[A-Za-z](?:[^"'>]|"[^"]*+"|'[^']*+')*+>""")
_LOOSE_TAG = re.compile(r"</?[A-Za-z][^>]*+>")
_ROWLESS = re.compile(r"(?:</tr\s*+>|<(?:table|tbody|thead|tfoot)\b[^<>]*+>|-->)\s*+<t[dh][\s>]", re.I)
"""What stands before a cell that no row holds."""
_TABLE_TAG = re.compile(r"<(/?)(table|thead|tbody|tfoot|tr|td|th)(?=[\s/>])", re.I)
_NAME = re.compile(r"[A-Za-z][^\s/>]*")
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?")
_RAW = frozenset(("script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes"))
AHEAD = 400
"""So many texts further on a text is looked for; one that is not there (the parser moved it) is placed where its element stands."""

Points = tuple[tuple[int, int], ...]
"""Index into a text and offset in the source, from the first character on and behind every entity."""
_INDEX = itemgetter(0)


def within(points: Points, start: int, end: int) -> Points:
    """Return the points of a part of a text, the first of them for its first character."""
    at = max(bisect_right(points, start, key=_INDEX), 1)
    index, offset = points[at - 1]
    return (0, offset + start - index), *((index - start, offset) for index, offset in points[at : bisect_left(points, end, key=_INDEX)])


class Texts:
    """The texts of a source in order, looked at as far as is needed; each is handed out once."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._spans = _texts(source)
        self._ahead: deque[tuple[int, int, str]] = deque()
        """The texts that may come next with their words, and by their words how many were read before each."""
        self._numbers: dict[str, deque[int]] = {}
        self._passed = self._read = 0
        self._lines = array("L", (0, *(found.end() for found in re.finditer("\n", source))))

    def line(self, number: int | None) -> int:
        """Return the offset of a line of the source, counted from 1; of the first where the number is not known."""
        return self._lines[min(max(number or 1, 1), len(self._lines)) - 1]

    def place(self, text: str) -> Points | None:
        """Return where a text of the tree, blanks at its ends included, stands in the source, None where it is not found."""
        bare = text.strip(BLANKS)
        if not bare:
            return None
        self._look()
        numbers = self._numbers.get(bare)
        if numbers is None:
            return None
        last = numbers[0]
        while self._passed <= last:
            start, end, words = self._ahead.popleft()
            self._passed += 1
            self._numbers[words].popleft()
            if not self._numbers[words]:
                del self._numbers[words]
        return tuple(self._points(text, start, end))

    def _look(self) -> None:
        """Read on until so many texts are known as one is looked for among."""
        while len(self._ahead) <= AHEAD:
            start, end = next(self._spans, (0, 0))
            if not end:
                return
            words = _plain(self._source[start:end])
            self._ahead.append((start, end, words))
            self._numbers.setdefault(words, deque()).append(self._read)
            self._read += 1

    def _points(self, text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
        raw = self._source[start:end]
        index = len(text) - len(text.lstrip(BLANKS))
        yield index, start
        done = 0
        for entity in _ENTITY.finditer(raw) if "&" in raw else ():
            index += entity.start() - done + _length(entity.group())
            done = entity.end()
            yield index, start + done


@lru_cache(maxsize=4096)
def _length(entity: str) -> int:
    return len(html.unescape(entity))


def _plain(raw: str) -> str:
    text = html.unescape(raw) if "&" in raw else raw
    return text.replace("\r\n", "\n").replace("\r", "\n").strip(BLANKS)


def with_rows(source: str) -> str:
    """Return a source with the ``<tr>`` that were left out before cells, which browsers put there and libxml2 does not; no line changes."""
    if _ROWLESS.search(source) is None:
        return source
    parts: list[str] = []
    open_rows: list[bool] = []
    done = 0
    for start, end, is_tag in pieces(source):
        found = _TABLE_TAG.match(source, start, end) if is_tag else None
        if found is None:
            continue
        closing, name = found[1], found[2].lower()
        if name == "table":
            if not closing:
                open_rows.append(False)
            elif open_rows:
                open_rows.pop()
        elif not open_rows:
            continue
        elif name in ("td", "th"):
            if not closing and not open_rows[-1]:
                parts += (source[done:start], "<tr>")
                done = start
                open_rows[-1] = True
        else:
            open_rows[-1] = name == "tr" and not closing
    return "".join((*parts, source[done:])) if parts else source


def _texts(source: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of every text that is not blank, without the blanks at its ends."""
    for start, end, is_tag in pieces(source):
        text = "" if is_tag else source[start:end]
        bare = text.strip(BLANKS)
        if bare:
            first = start + len(text) - len(text.lstrip(BLANKS))
            yield first, first + len(bare)


def pieces(source: str) -> Iterator[tuple[int, int, bool]]:
    """Yield start and end of every text and of all markup, and whether it is markup; linear in the length of the source."""
    at = start = 0
    while True:
        at = source.find("<", at)
        following = source[at + 1 : at + 2] if at >= 0 else ""
        if at >= 0 and not (following.isalpha() and following.isascii()) and following not in ("/", "!", "?"):
            at += 1
            continue
        yield start, at if at >= 0 else len(source), False
        if at < 0:
            return
        start = _behind(source, at)
        yield at, start, True
        at = start


def _behind(source: str, at: int) -> int:
    """Return where the markup that begins at an offset ends."""
    if source.startswith("<!--", at):
        end = source.find("-->", at + 4)
        return end + 3 if end >= 0 else len(source)
    if source[at + 1] in "!?":
        end = source.find(">", at)
        return end + 1 if end >= 0 else len(source)
    tag = tag_at(source, at)
    if tag is None:
        return len(source) if source.find(">", at) < 0 else at + 2
    name = _NAME.match(source, at + 1)
    if name and name.group().lower() in _RAW:
        closing = _closing(name.group().lower()).search(source, tag.end())
        return closing.end() if closing else len(source)
    return tag.end()


def tag_at(source: str, at: int) -> re.Match[str] | None:
    """Return the tag that begins at an offset, without what a script or a style holds; None where it is none."""
    return _TAG.match(source, at) or _LOOSE_TAG.match(source, at)


@lru_cache(maxsize=16)
def _closing(name: str) -> re.Pattern[str]:
    return re.compile(rf"</{name}[^>]*>", re.I)
