"""Which fonts the page wants, as data: roles, families in order, fallbacks and distributions of ``stylesheets/pdf/fonts.xml``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from lxml import etree

from govreport.resources import stylesheets_root
from govreport.schemafile import need, parse

FOLDER, FILE = "pdf", "fonts.xml"


@dataclass(frozen=True, slots=True)
class Family:
    """A family by its exact name, of any style where none is given; a substitute is not what the standard of the page names."""

    name: str
    style: str | None = None
    substitute: bool = False


@dataclass(frozen=True, slots=True)
class Role:
    """What a part of the page is set in: its families in order of preference; ``name`` is what clerks call it."""

    key: str
    name: str
    families: tuple[Family, ...]


@dataclass(frozen=True, slots=True)
class Distribution:
    """A package that brings font files: family and path inside it; ``python`` or ``debian`` is its name."""

    python: str | None
    debian: str | None
    licence: str
    files: tuple[tuple[Family, str], ...]


@dataclass(frozen=True, slots=True)
class Licence:
    """A licence by its short name, and words by which the faces under it say so."""

    name: str
    words: str


@dataclass(frozen=True)
class Typography:
    """All that is known of fonts; ``characters`` are those of the standard list, ``names`` rare ones of places and people."""

    roles: dict[str, Role]
    fallbacks: tuple[Family, ...]
    distributions: tuple[Distribution, ...]
    licences: tuple[Licence, ...]
    characters: str
    names: str

    def role(self, name: str) -> Role | None:
        """Return a role by its key or by its name, None where there is none."""
        return self.roles.get(name) or next((role for role in self.roles.values() if role.name == name), None)


@lru_cache(maxsize=1)
def typography() -> Typography:
    """Return the description of the fonts; raises ``SchemaTreeError`` where it cannot be read."""
    folder = stylesheets_root() / FOLDER
    root = parse(folder / FILE)
    roles = {need(each, "key"): Role(need(each, "key"), need(each, "name"), _families(each.findall("family"))) for each in root.findall("role")}
    distributions = tuple(
        Distribution(
            each.get("python"), each.get("debian"), need(each, "licence"), tuple((_families([file])[0], need(file, "path")) for file in each.findall("file"))
        )
        for each in root.findall("distribution")
    )
    licences = tuple(Licence(need(each, "name"), need(each, "words")) for each in root.findall("licence"))
    characters = "".join(_lines(folder / need(root, "characters")))
    return Typography(roles, _families(root.findall("fallback")), distributions, licences, characters, root.get("names", ""))


def _families(elements: list[etree._Element]) -> tuple[Family, ...]:
    return tuple(Family(each.get("name") or need(each, "family"), each.get("style"), each.get("substitute") == "true") for each in elements)


def _lines(path: Path) -> list[str]:
    return path.read_text("utf-8").split()
