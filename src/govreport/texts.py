"""Texts for people from a TOML file: every text in Chinese and English, found by a dotted key."""

from __future__ import annotations

import errno
import os
import re
import string
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

LANGUAGES = ("zh", "en")
REFUSALS = Path(__file__).with_name("refusals.toml")
_HEAD = re.compile(r"^\[([\w.-]+)\]$", re.MULTILINE)


@dataclass(frozen=True)
class Texts:
    """The texts of one language; called with a dotted key and parameters it gives the text."""

    lang: str
    entries: Mapping[str, Mapping[str, str]]

    def __call__(self, key: str, /, **params: object) -> str:
        """Return the text of a key with its parameters filled in, refusals of the system in words; raises ``KeyError`` for an unknown key."""
        text = self.entries[key][self.lang].strip("\n")
        if not params:
            return text
        told = {name: refusal(value, self.lang) if isinstance(value, Exception) else value for name, value in params.items()}
        return string.Formatter().vformat(text, (), told)

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


def refusal(error: Exception, lang: str) -> str:
    """Return what an error says; what the system said to it, or to the one that it was raised from, in the words of a language.

    One with a ``text`` of its own tells that by language.
    """
    cause: BaseException | None = error
    while cause is not None and not isinstance(cause, OSError) and not callable(getattr(cause, "text", None)):
        cause = cause.__cause__ or cause.__context__
    text = str(error) or type(error).__name__
    tell = getattr(cause, "text", None)
    if callable(tell):
        return text.replace(str(cause), tell(lang))
    if not isinstance(cause, OSError) or not cause.errno or cause.strerror != os.strerror(cause.errno):  # libraries have numbers of their own
        return text
    words = _refusals().get(errno.errorcode.get(cause.errno, ""), {}).get(lang, cause.strerror)
    return text.replace(str(cause), words).replace(cause.strerror, words)


@lru_cache(maxsize=1)
def _refusals() -> Mapping[str, Mapping[str, str]]:
    return read(REFUSALS)
