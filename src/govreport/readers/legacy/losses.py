"""Places where copying lost bytes: marks of replacement inside Chinese text, quoted and never repaired."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from govreport.readers.legacy.lines import Line
from govreport.readers.legacy.script import HAN
from govreport.vocabulary import Vocabulary

NEAR, CONTEXT, ASKED, QUOTE = 8, 8, 12, 80
_MARK = re.compile("\ufffd+|\\?+")
_HAN = re.compile(HAN)
_ENDS = frozenset("\"'\u201d\u2019\u300d\u300f)\uff09|\u3002 \t\u3000\u00a0")


def losses(lines: Sequence[Line], vocabulary: Vocabulary) -> Iterator[tuple[Line, int, str, int]]:
    """Yield each place: its line, the index of the first mark, a quotation with some characters on both sides, the number of marks."""
    for line in lines:
        if "?" in line.text or "\ufffd" in line.text:
            marks = [found.span() for found in _MARK.finditer(line.text) if _is_loss(line.text, found, vocabulary)]
            for group in _near(marks):
                start, end = group[0][0], group[-1][1]
                yield line, start, line.text[max(0, start - CONTEXT) : end + CONTEXT].strip()[:QUOTE], sum(b - a for a, b in group)


def _near(marks: Sequence[tuple[int, int]]) -> Iterator[list[tuple[int, int]]]:
    group: list[tuple[int, int]] = []
    for mark in marks:
        if group and (mark[0] - group[-1][1] > NEAR or mark[1] - group[0][0] > 6 * NEAR):
            yield group
            group = []
        group.append(mark)
    if group:
        yield group


def _is_loss(text: str, found: re.Match[str], vocabulary: Vocabulary) -> bool:
    """Return whether a mark stands for lost bytes: U+FFFD always, question marks beside Chinese characters where nothing is asked."""
    start, end = found.span()
    if text[start] == "\ufffd":
        return True
    before, behind = text[max(0, start - 1) : start], text[end : end + 1]
    if end - start > 1:
        return bool(_HAN.match(before) or _HAN.match(behind))
    if _HAN.match(before):
        asked = behind == "" or behind in _ENDS or any(word in text[max(0, start - ASKED) : start] for word in vocabulary.words("question"))
        return not asked
    return bool(_HAN.match(behind)) or (before in (")", "\uff09") and behind.isalpha())
