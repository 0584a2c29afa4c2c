"""The names and words of a package, from ``words.toml``: of files, of elements, of the fields of a dossier."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a dossier: its element, whether it must be filled in, how many characters it holds, and what it may look like."""

    key: str
    name: str
    needed: bool
    length: int
    pattern: str | None = None
    values: str | None = None

    def fits(self, value: str) -> bool:
        """Return whether a value has the form of the field; an empty one has."""
        return not value or self.pattern is None or re.fullmatch(self.pattern, value) is not None


@dataclass(frozen=True, slots=True)
class Term:
    """A word of a set: as it is written, and its code in a number."""

    name: str
    code: str


@dataclass(frozen=True, eq=False)
class Words:
    """The names and words of packages; ``terms`` has the sets of words by the key of their field, ``directory`` its elements by field."""

    names: Mapping[str, str]
    root: str
    entry: str
    directory: Mapping[str, str]
    metadata: str
    namespace: str
    fields: tuple[Field, ...]
    terms: Mapping[str, Mapping[str, Term]]
    pattern: str
    texts: Mapping[str, str]

    def say(self, key: str, **parameters: object) -> str:
        """Return a text with its parameters filled in."""
        return self.texts[key].strip("\n").format(**parameters)


@lru_cache(maxsize=1)
def words() -> Words:
    """Return the words that are shipped."""
    found = tomllib.loads(Path(__file__).with_name("words.toml").read_text("utf-8"))
    directory, metadata = found["directory"], found["metadata"]
    return Words(
        names=found["names"],
        root=directory["root"],
        entry=directory["entry"],
        directory=directory["elements"],
        metadata=metadata["root"],
        namespace=metadata["namespace"],
        fields=tuple(Field(**each) for each in found["fields"]),
        terms={each: {key: Term(**term) for key, term in found[each].items()} for each in ("retention", "secrecy")},
        pattern=found["code"]["pattern"],
        texts=found["texts"],
    )
