"""What the hand-written ``report.xsd`` allows in the simple values of the envelope: enumerations and patterns by the name of their type."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from lxml import etree

from govreport.schemafile import parse
from govreport.standard import Standard

BELOW_CITY = ("county", "township")
"""The levels of agencies below a city with districts."""

_MOST, _LONG = 4096, 100
"""How many answers are kept, and of how long values at most: keys come again in every report."""

_XS = "{http://www.w3.org/2001/XMLSchema}"


class Envelope:
    """The simple types of one ``report.xsd``; an inline type is named after its complex type and attribute (``Note.kind``)."""

    def __init__(self, root: etree._Element) -> None:
        self.enumerations: dict[str, tuple[str, ...]] = {}
        self._patterns: dict[str, str] = {}
        self._met: dict[tuple[str, str], bool] = {}
        for simple in root.iter(f"{_XS}simpleType"):
            self._read(simple, _name(simple))

    def _read(self, simple: etree._Element, name: str) -> None:
        values = tuple(value.get("value", "") for value in simple.iterfind(f"{_XS}restriction/{_XS}enumeration"))
        patterns = [pattern.get("value", "") for pattern in simple.iterfind(f"{_XS}restriction/{_XS}pattern")]
        if values:
            self.enumerations[name] = values
        elif patterns:
            self._patterns[name] = "|".join(f"(?:{pattern})" for pattern in patterns)

    @property
    def patterns(self) -> Mapping[str, str]:
        """The patterns by the name of their type."""
        return self._patterns

    def allows(self, name: str, value: str) -> bool:
        """Return whether a type allows a value; a type that the schema does not restrict allows all."""
        allowed = self._met.get((name, value))
        if allowed is None:
            allowed = self._met[name, value] = self._allows(name, value)
            if len(self._met) > _MOST or len(value) > _LONG:
                self._met.clear()
        return allowed

    def _allows(self, name: str, value: str) -> bool:
        if name in self.enumerations:
            return value in self.enumerations[name]
        pattern = self._patterns.get(name)
        return pattern is None or _compiled(pattern).fullmatch(value) is not None


@lru_cache(maxsize=64)
def _compiled(pattern: str) -> re.Pattern[str]:
    """Return a pattern ready to match: only those asked for, since that of a text takes longer to compile than a report to read."""
    return re.compile(pattern)


def _name(simple: etree._Element) -> str:
    name = simple.get("name")
    if name:
        return name
    attribute = simple.getparent()
    owner = next((node for node in simple.iterancestors(f"{_XS}complexType") if node.get("name")), None)
    return f"{owner.get('name') if owner is not None else ''}.{attribute.get('name') if attribute is not None else ''}"


def envelope(standard: Standard) -> Envelope:
    """Return the simple types of a standard's envelope, read once a process."""
    return _envelope(standard.root)


@lru_cache(maxsize=8)
def _envelope(root: Path) -> Envelope:
    return Envelope(parse(root / "report.xsd"))
