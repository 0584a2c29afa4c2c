"""The items of the four-property examination, from ``detection.toml``, and what a run of them comes to."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

PASSED, FAILED, UNCHECKED = "passed", "failed", "unchecked"
ARCHIVING, TRANSFER, PRESERVATION = "archiving", "transfer", "preservation"
SHOWN = 5
"""So many places are named of what failed."""


@dataclass(frozen=True, slots=True)
class Item:
    """What is examined: its property, the profiles that have it, what is counted, and its name by language."""

    key: str
    property: str
    profiles: tuple[str, ...]
    unit: str
    names: Mapping[str, str]


@dataclass(frozen=True, eq=False)
class Catalogue:
    """The items, and the words of a report by section, key and language."""

    items: tuple[Item, ...]
    words: Mapping[str, Mapping[str, Mapping[str, str]]]
    formats: frozenset[str]

    def say(self, section: str, key: str, lang: str, **parameters: object) -> str:
        """Return a word with its parameters filled in."""
        return self.words[section][key][lang].strip().format(**parameters)


@lru_cache(maxsize=1)
def catalogue() -> Catalogue:
    """Return the items that are shipped."""
    found: dict[str, Any] = tomllib.loads(Path(__file__).with_name("detection.toml").read_text("utf-8"))
    items = found.pop("items")
    formats = frozenset(found.pop("formats")["open"])
    made = (
        Item(key, each["property"], tuple(each["profiles"]), each.get("unit", "records"), {"zh": each["zh"], "en": each["en"]}) for key, each in items.items()
    )
    return Catalogue(tuple(made), found, formats)


@dataclass
class Tally:
    """What checks have counted, by the key of their item: how many they looked at, how many failed, and the first places of those."""

    checked: Counter[str] = field(default_factory=Counter)
    failed: Counter[str] = field(default_factory=Counter)
    places: dict[str, list[str]] = field(default_factory=dict)

    def note(self, key: str, good: bool, place: str = "", number: int = 1) -> None:
        """Count what an item's check found at a place."""
        self.checked[key] += number
        if not good:
            self.failed[key] += number
            shown = self.places.setdefault(key, [])
            if len(shown) < SHOWN:
                shown.append(place)


@dataclass(frozen=True, slots=True)
class Result:
    """What an item came to; ``unchecked`` where no check stands behind it, or it found nothing to look at."""

    item: Item
    result: str
    checked: int
    failed: int
    places: tuple[str, ...]


def results(profile: str, tally: Tally) -> tuple[Result, ...]:
    """Return what every item of a profile came to."""
    return tuple(_result(item, tally) for item in catalogue().items if profile in item.profiles)


def _result(item: Item, tally: Tally) -> Result:
    checked, failed = tally.checked[item.key], tally.failed[item.key]
    word = UNCHECKED if not checked else FAILED if failed else PASSED
    return Result(item, word, checked, failed, tuple(tally.places.get(item.key, ())))
