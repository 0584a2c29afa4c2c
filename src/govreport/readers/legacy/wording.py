"""A text as it is searched for what it says of itself: stripped lines, what was removed from the page, head and tail."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from govreport.model import TextError, check_text
from govreport.readers.legacy.lines import Line
from govreport.vocabulary import Vocabulary

HEAD, TOP, TAIL = 30, 8, 12
"""Among how many filled lines a title is looked for, a date and a number, and a signature from the end."""
TITLE_LENGTH, RECORD_LENGTH, SHORTEST = 80, 400, 8


@dataclass(frozen=True)
class Text:
    """Stripped lines, those removed from the page, and the indexes of lines with words: all, the head's, the tail's."""

    lines: tuple[str, ...]
    beside: tuple[str, ...]
    filled: tuple[int, ...]
    vocabulary: Vocabulary

    @property
    def head(self) -> tuple[int, ...]:
        """The first lines with words."""
        return self.filled[:HEAD]

    @property
    def tail(self) -> tuple[int, ...]:
        """The last lines with words, none of them among the very first."""
        return self.filled[TOP:][-TAIL:]

    def first(self, use: str, group: str, records: bool = False) -> str | None:
        """Return the first group found by the patterns of a use; records stand on short lines, removed lines first."""
        for pattern in self.vocabulary.patterns(use):
            for text in (*self.beside, *self.lines) if records else self.lines:
                if len(text) > SHORTEST and (not records or len(text) <= RECORD_LENGTH):
                    found = pattern.search(text)
                    if found:
                        return one_line(found.group(group))
        return None


def text_of(lines: Sequence[Line], removed: Sequence[Line], vocabulary: Vocabulary) -> Text:
    """Return lines, and lines removed from their page, as a text to be searched."""
    stripped = tuple(unboxed(line.text.strip()) for line in lines)
    filled = tuple(number for number, line in enumerate(stripped) if line)
    return Text(stripped, tuple(line.text.strip() for line in removed), filled, vocabulary)


def unboxed(text: str) -> str:
    """Return what stands between bars where it is the only thing on a line, such as a row of a table around the whole page."""
    if "|" not in text:
        return text
    cells = [cell for cell in text.split("|") if cell.strip()]
    return cells[0].strip() if len(cells) == 1 else text


def one_line(text: str | None) -> str | None:
    """Return a text as the model holds it, None where nothing is left."""
    if text is None:
        return None
    try:
        return check_text(" ".join(text.split()))
    except TextError:
        return None
