"""Texts for people from a TOML file: every text in Chinese and English, found by a dotted key."""

from __future__ import annotations

import string
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

LANGUAGES = ("zh", "en")


@dataclass(frozen=True)
class Texts:
    """The texts of one language; called with a dotted key and parameters it gives the text."""

    lang: str
    entries: Mapping[str, Mapping[str, str]]

    def __call__(self, key: str, /, **params: object) -> str:
        """Return the text of a key with its parameters filled in; raises ``KeyError`` for an unknown key."""
        text = self.entries[key][self.lang].strip("\n")
        return string.Formatter().vformat(text, (), params) if params else text

    def has(self, key: str) -> bool:
        """Return whether there is a text for the key."""
        return key in self.entries


def read(path: Path) -> Mapping[str, Mapping[str, str]]:
    """Return the texts of a file by dotted key and language."""
    with path.open("rb") as stream:
        return dict(_flat(tomllib.load(stream), ""))


def _flat(table: Mapping[str, object], path: str) -> list[tuple[str, dict[str, str]]]:
    """Return (dotted key, text by language) for every table whose values are texts."""
    own = {key: value for key, value in table.items() if isinstance(value, str)}
    below = [item for key, value in table.items() if isinstance(value, dict) for item in _flat(value, f"{path}.{key}" if path else key)]
    return [(path, own), *below] if own else below
