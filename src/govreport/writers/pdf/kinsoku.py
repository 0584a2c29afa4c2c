"""Where a line may end: which marks may not start or end one, which pairs, words, and numbers with their units stay together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

_JOINING = frozenset("._-@/:%&+#=~?")
"""What joins letters and digits to one word."""
_GROUPING = frozenset(",，")
"""What parts the thousands of a number."""


@dataclass(frozen=True, eq=False)
class Kinsoku:
    """Marks that may not start a line, marks that may not end one, those that are never parted from their like, units of numbers."""

    start: frozenset[str]
    end: frozenset[str]
    pairs: frozenset[str]
    units: tuple[str, ...]
    closing: frozenset[str]
    opening: frozenset[str]

    @cached_property
    def _units(self) -> dict[str, tuple[str, ...]]:
        """The units by their first character, longest first."""
        found: dict[str, list[str]] = {}
        for unit in sorted(self.units, key=len, reverse=True):
            found.setdefault(unit[0], []).append(unit)
        return {first: tuple(units) for first, units in found.items()}

    @cached_property
    def _longest(self) -> int:
        return max(map(len, self.units), default=0)

    def keeps(self, text: str, at: int) -> bool:
        """Return whether marks forbid a break before a place: the one thing that even a line without another place holds to."""
        before, after = text[at - 1], text[at]
        return after in self.start or before in self.end or (before == after and before in self.pairs)

    def breaks(self, text: str, at: int) -> bool:
        """Return whether a line may end before a place inside the text."""
        before, after = text[at - 1], text[at]
        if after in self.start or before in self.end or (before == after and before in self.pairs):
            return False
        if before == " " or after == " ":
            return after != " " or before == " "
        if (_is_word(before) and _is_word(after)) or _groups(text, at):
            return False
        return not self._splits_number(text, at)

    def _splits_number(self, text: str, at: int) -> bool:
        """Return whether a break parts a number from its unit, or a unit behind a number."""
        for back in range(min(self._longest, at)):
            place = at - back
            if text[place - 1].isdigit() and place < len(text):
                return any(len(unit) > back and text.startswith(unit, place) for unit in self._units.get(text[place], ()))
        return False

    def weight(self, text: Iterable[str]) -> int:
        """Return how many characters of a text are no marks or spaces: what makes a last line stand alone."""
        return sum(1 for each in text if each not in self.start and not each.isspace())


def _is_word(character: str) -> bool:
    return character.isascii() and (character.isalnum() or character in _JOINING)


def _groups(text: str, at: int) -> bool:
    """Return whether a break would part the thousands of a number: a separator between digits, three behind it."""
    if text[at - 1] not in _GROUPING or at < 2 or not text[at - 2].isdigit():
        return False
    return len(text[at : at + 3]) == 3 and text[at : at + 3].isdigit() and not text[at + 3 : at + 4].isdigit()
