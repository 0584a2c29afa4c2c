"""Lone bars that may be a digit which a recogniser of characters took for a bar."""

from __future__ import annotations

from collections.abc import Sequence

from govreport.readers.legacy.lines import Line

FEW = 4
"""So many times as many lines of digits are there as lone bars, where these are figures too."""


def strokes(lines: Sequence[Line]) -> frozenset[int]:
    """Return which lone bars may be a digit that nobody could read: such as stand beside a line of digits, and none with bars, where few do."""
    filled = [(number, text) for number, line in enumerate(lines) if (text := line.text.strip())]
    lone = [place for place, (_, text) in enumerate(filled) if text == "|"]
    if FEW * len(lone) > sum(text.isdigit() for _, text in filled):
        return frozenset()
    around = {place: [text for _, text in filled[max(place - 1, 0) : place + 2 : 2]] for place in lone}
    return frozenset(filled[place][0] for place, texts in around.items() if any(map(str.isdigit, texts)) and not any("|" in text for text in texts))
