"""Texts for people from a TOML file: every text in Chinese and English, found by a dotted key."""

from __future__ import annotations

import re
import string
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

LANGUAGES = ("zh", "en")
_HEAD = re.compile(r"^\[([\w.-]+)\]$", re.MULTILINE)


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


class _Entries(Mapping[str, Mapping[str, str]]):
    """The tables of a file by dotted key, each parsed when it is first asked for: a command says few of hundreds of texts."""

    def __init__(self, text: str) -> None:
        _, *pieces = _HEAD.split(text)
        self._written = dict(zip(pieces[::2], pieces[1::2], strict=True))
        self._parsed: dict[str, Mapping[str, str]] = {}

    def __getitem__(self, key: str) -> Mapping[str, str]:
        found = self._parsed.get(key)
        if found is None:
            found = self._parsed[key] = tomllib.loads(self._written[key])
        return found

    def __contains__(self, key: object) -> bool:
        return key in self._written

    def __iter__(self) -> Iterator[str]:
        return iter(self._written)

    def __len__(self) -> int:
        return len(self._written)


def read(path: Path) -> Mapping[str, Mapping[str, str]]:
    """Return the texts of a file, every table of which is a text by language, by dotted key."""
    return _Entries(path.read_text("utf-8"))
