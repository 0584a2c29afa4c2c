"""Text with positions: every character of a repaired line knows where it stood in the text as decoded."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from govreport.readers.legacy.cells import Cell

_LINE_END = re.compile("\r\n|[\n\r]")
_BREAK = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Line:
    """One line without its break: ``origins`` holds one offset into the decoded text per character, ``start`` that of the line itself."""

    text: str
    origins: Sequence[int]
    start: int = 0

    def __post_init__(self) -> None:
        if len(self.text) != len(self.origins):
            raise ValueError("a line needs one origin per character")

    def __len__(self) -> int:
        return len(self.text)

    @property
    def end(self) -> int:
        """The offset behind the last character kept, ``start`` for an empty line."""
        return self.origins[-1] + 1 if self.origins else self.start

    def origin(self, index: int) -> int:
        """Return the offset of a character; ``len(line)`` and beyond give ``end``."""
        return self.origins[index] if index < len(self.origins) else self.end

    def slice(self, start: int, end: int | None = None) -> Line:
        """Return a part of the line, its characters with their origins; indexes as in slicing a string."""
        origins = self.origins[start:end]
        return Line(self.text[start:end], origins, origins[0] if origins else self.origin(min(start, len(self.text))))

    def strip(self, characters: str | None = None) -> Line:
        """Return the line without white space (or the characters given) at both ends."""
        left = len(self.text) - len(self.text.lstrip(characters))
        right = len(self.text.rstrip(characters))
        return self if right - left == len(self.text) else self.slice(left, max(left, right))

    def without(self, spans: Iterable[tuple[int, int]]) -> Line:
        """Return the line without the spans (start, end), which are in order and do not overlap."""
        kept: list[str] = []
        origins, at = array("L"), 0
        for start, end in spans:
            kept.append(self.text[at:start])
            origins.extend(self.origins[at:start])
            at = end
        kept.append(self.text[at:])
        origins.extend(self.origins[at:])
        return Line("".join(kept), origins, self.start)

    def substituted(self, parts: Iterable[tuple[int, int, str]]) -> Line:
        """Return the line with spans (start, end, text) replaced; a new character takes the origin of the one at its place in the span."""
        kept: list[str] = []
        origins, at = array("L"), 0
        for start, end, text in parts:
            kept += (self.text[at:start], text)
            origins.extend(self.origins[at:start])
            origins.extend(self.origins[min(start + index, end - 1)] for index in range(len(text)))
            at = end
        kept.append(self.text[at:])
        origins.extend(self.origins[at:])
        return Line("".join(kept), origins, self.start)

    def rewritten(self, text: str) -> Line:
        """Return the line with another text of the same length, character for character."""
        return self if text == self.text else Line(text, self.origins, self.start)


def joined(parts: Sequence[Line], between: str = "") -> Line:
    """Return parts as one line, what stands between them with the place of what follows."""
    text, origins = "", array("L")
    for number, part in enumerate(parts):
        text += (between if number else "") + part.text
        origins.extend([part.origin(0)] * (len(between) if number else 0))
        origins.extend(part.origins)
    return Line(text, origins, parts[0].start if parts else 0)


class Source:
    """The text as decoded, with its places: line and column count from 1, lines end at LF, CR or CR LF.

    ``spaced``: blanks tell where on a page everything stood, so that no cell was lost in copying.
    """

    spaced = False

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(match.end() for match in _LINE_END.finditer(self.text))]

    def place(self, offset: int) -> tuple[int, int]:
        """Return line and column of an offset."""
        number = bisect_right(self._starts, offset)
        return number, offset - self._starts[number - 1] + 1

    def raw(self, start: int, end: int) -> str:
        """Return the text between two offsets as it stood in the source."""
        return self.text[start:end]

    def cell(self, offset: int) -> Cell | None:
        """Return the cell that markup draws at an offset; a text has no markup."""
        return None

    def area(self, start: int, end: int) -> tuple[int, tuple[float, float, float, float]] | None:
        """Return the page, and the bounds on it, of what stands between two offsets; a text has no pages."""
        return None

    def lines(self) -> tuple[Line, ...]:
        """Return all lines, untouched; form feeds and the separators of Unicode end a line too."""
        lines, at = [], 0
        for match in _BREAK.finditer(self.text):
            lines.append(Line(self.text[at : match.start()], range(at, match.start()), at))
            at = match.end()
        if at < len(self.text):
            lines.append(Line(self.text[at:], range(at, len(self.text)), at))
        return tuple(lines)
