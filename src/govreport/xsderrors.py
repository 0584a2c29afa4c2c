"""What libxml2 says of a document against an XSD, taken apart: which of a few problems it is, and the names that stand in its words."""

from __future__ import annotations

import re
from typing import NamedTuple

ROOT, MISSING, EXPECTED, UNKNOWN, ABSENT, FURTHER, INSIDE, VALUE, OTHER = (
    "root", "missing", "expected", "unknown", "absent", "further", "inside", "value", "other",
)  # fmt: skip
"""Another root; a child that is missing, another one than is expected, one too many; an attribute that is absent or one too many; text or
children inside of what has none; a wrong value; anything else."""

_ROOT, _CONTENT = "SCHEMAV_CVC_ELT_1", "SCHEMAV_ELEMENT_CONTENT"
_ATTRIBUTE = ("SCHEMAV_CVC_COMPLEX_TYPE_3_2_1", "SCHEMAV_CVC_COMPLEX_TYPE_3_2_2", "SCHEMAV_CVC_TYPE_3_1_1")
_REQUIRED = "SCHEMAV_CVC_COMPLEX_TYPE_4"
_INSIDE = ("SCHEMAV_CVC_COMPLEX_TYPE_2_1", "SCHEMAV_CVC_COMPLEX_TYPE_2_2", "SCHEMAV_CVC_COMPLEX_TYPE_2_3", "SCHEMAV_CVC_TYPE_3_1_2")
_VALUES = re.compile("SCHEMAV_CVC_(?:[A-Z]+_VALID(?:_[0-9_]+)?|AU|TOTALDIGITS_VALID|FRACTIONDIGITS_VALID)")
_ELEMENT = re.compile(r"^Element '(?P<name>[^']*)'")
_OF_ATTRIBUTE = re.compile(r"^Element '[^']*', attribute '(?P<name>[^']*)':")
_NAMED = re.compile(r"The attribute '(?P<name>[^']*)'")
_EXPECTED = re.compile(r"Expected is (?:one of )?\( (?P<names>.*) \)")
_SET = re.compile(r"an element of the set \{(?P<names>[^}]*)\}")
_MISSING = "Missing child"


class Refusal(NamedTuple):
    """A problem with the element and the attribute it is about, in Clark's notation, and what is expected: names or values, comma-separated."""

    problem: str
    element: str
    attribute: str | None = None
    expected: str = ""


def refusal(kind: str, message: str) -> Refusal:
    """Return what an error of libxml2 is, by the name of its type and its message."""
    of_attribute, named, element = _OF_ATTRIBUTE.match(message), _NAMED.search(message), _ELEMENT.match(message)
    name = element["name"] if element else ""
    if kind == _ROOT:
        return Refusal(ROOT, name)
    if kind == _CONTENT:
        expected = _expected(message)
        return Refusal(MISSING if _MISSING in message else EXPECTED if expected else UNKNOWN, name, None, expected)
    if kind == _REQUIRED and named:
        return Refusal(ABSENT, name, named["name"])
    if kind in _ATTRIBUTE and named:
        return Refusal(FURTHER, name, named["name"])
    if kind in _INSIDE:
        return Refusal(INSIDE, name)
    if _VALUES.fullmatch(kind):
        known = _SET.search(message)
        return Refusal(VALUE, name, of_attribute["name"] if of_attribute else None, known["names"].replace("'", "") if known else "")
    return Refusal(OTHER, name)


def local(name: str) -> str:
    """Return a name without its namespace."""
    return name.rpartition("}")[2]


def _expected(message: str) -> str:
    found = _EXPECTED.search(message)
    return ", ".join(local(name.strip()) for name in found["names"].split(", ")) if found else ""
