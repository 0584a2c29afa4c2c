"""JSON text as a tree whose numbers keep their text, with the place of every member: bounded, and never an exception."""

from __future__ import annotations

import json
import re
from functools import cached_property

from govreport.readers.guard import Limits, over
from govreport.readers.notices import Notices, quote

BRACKETS = 3
"""A section in XML is one element; in JSON it is three brackets."""

Path = tuple[str | int, ...]
"""Where a value stands: names of members and indexes from the root."""

_STRING = r'"[^"\\]*+(?:\\.[^"\\]*+)*+(?:"|\\?\Z)'
"""A string, or what is left of the text where it never ends: so every quote starts a match, and finding them all is linear."""
STRINGS = re.compile(_STRING, re.DOTALL)
_TOKENS = re.compile(rf"{_STRING}|[{{}}\[\]:,]|\n\s*|[^\s{{}}\[\]:,\"]+", re.DOTALL)


class Number(str):
    """The text of a number, of NaN or Infinity, or of values that one name was given twice: never turned into a float."""

    __slots__ = ()


Tree = str | bool | None | list["Tree"] | dict[str, "Tree"]


def load(text: str, notices: Notices, limits: Limits) -> tuple[bool, Tree]:
    """Return whether a JSON text could be read, and its tree; else SYS-LIMIT or XSD-MALFORMED is noted."""
    if _over(text, notices, limits):
        return False, None
    doubled = False

    def members(pairs: list[tuple[str, Tree]]) -> dict[str, Tree]:
        nonlocal doubled
        found = dict(pairs)
        if len(found) != len(pairs):
            doubled = True
            _resolve(found, pairs)
        return found

    try:
        tree: Tree = json.loads(text, object_pairs_hook=members, parse_int=Number, parse_float=Number, parse_constant=Number)
    except json.JSONDecodeError as error:
        notices.add("XSD-MALFORMED", notices.at(error.lineno, error.colno), reason="quoted", quote=quote(error.msg))
        return False, None
    except RecursionError:
        notices.add_all([over(notices.source, "depth", BRACKETS * limits.depth, BRACKETS * limits.depth + 1)])
        return False, None
    for path, place in Places(text).again.items() if doubled else ():
        notices.add("XSD-DUPLICATE", notices.at(*place, pointer(path)), name=quote(str(path[-1])))
    return True, tree


def _resolve(found: dict[str, Tree], pairs: list[tuple[str, Tree]]) -> None:
    """Give each name that stands twice its first value if it is an object or array, else a value that no field accepts."""
    values: dict[str, list[Tree]] = {}
    for name, value in pairs:
        values.setdefault(name, []).append(value)
    for name, several in values.items():
        if len(several) > 1:
            simple = all(not isinstance(value, list | dict) for value in several)
            found[name] = Number(" | ".join(str(value) for value in several[:9])) if simple and len(set(map(repr, several))) > 1 else several[0]


def _over(text: str, notices: Notices, limits: Limits) -> bool:
    """Note and return whether a text has more values or nests deeper than the limits; exact only where a cheap bound does not settle it."""
    if len(text) > limits.text:
        longest = 0
        for count, string in enumerate(STRINGS.finditer(text)):
            longest = max(longest, string.end() - string.start())
            if count > 2 * limits.elements:
                notices.add_all([over(notices.source, "elements", limits.elements, count // 2)])
                return True
        if longest > limits.text:
            notices.add_all([over(notices.source, "text", limits.text, longest)])
            return True
    opened, deep = text.count("{") + text.count("["), BRACKETS * limits.depth
    commas = text.count(",")
    if opened + commas <= limits.elements and opened + commas + text.count(":") <= limits.nodes and opened <= deep:
        return False
    bare = STRINGS.sub("", text)
    values = bare.count("{") + bare.count("[") + bare.count(",")
    names = bare.count(":")
    for limit, maximum, found in (("elements", limits.elements, values), ("nodes", limits.nodes, values + names)):
        if found > maximum:
            notices.add_all([over(notices.source, limit, maximum, found)])
            return True
    depth = deepest = 0
    for bracket in re.findall(r"[\[\]{}]", bare):
        depth += 1 if bracket in "[{" else -1
        deepest = max(depth, deepest)
    if deepest > deep:
        notices.add_all([over(notices.source, "depth", deep, deepest)])
    return deepest > deep


class Places:
    """The line and column of every member and item of a JSON text, found when first asked for."""

    def __init__(self, text: str) -> None:
        self._text = text

    def at(self, path: Path) -> tuple[int | None, int | None]:
        """Return the line and column of a member's name or an item, of the nearest one around it where it is absent."""
        while path and path not in self._found:
            path = path[:-1]
        return self._found.get(path, (None, None))

    @property
    def again(self) -> dict[Path, tuple[int, int]]:
        """The line and column at which a name stands a second time in its object."""
        return self._places[1]

    @property
    def _found(self) -> dict[Path, tuple[int, int]]:
        return self._places[0]

    @cached_property
    def _places(self) -> tuple[dict[Path, tuple[int, int]], dict[Path, tuple[int, int]]]:
        found: dict[Path, tuple[int, int]] = {(): (1, 1)}
        again: dict[Path, tuple[int, int]] = {}
        path: list[str | int] = []
        line, start, pending = 1, 0, False
        for token in _TOKENS.finditer(self._text):
            first = token[0][0]
            if first == "\n":
                line, start = line + token[0].count("\n"), token.start() + token[0].rindex("\n") + 1
            elif first in "{[":
                _enter(found, path, line, token.start() - start + 1)
                path.append(0 if first == "[" else "")
                pending = first == "{"
            elif first in "}]":
                path = path[:-1]
                pending = False
            elif first == ",":
                last = path[-1] if path else ""
                if isinstance(last, int):
                    path[-1] = last + 1
                else:
                    pending = bool(path)
            elif first == '"' and pending:
                path[-1] = name = _name(token[0])
                if tuple(path) in found:
                    again.setdefault(tuple(path), (line, token.start() - start + 1))
                    # what stands below it is not taken for what stands below the first
                    path[-1] = f"{name}\0"
                found.setdefault(tuple(path), (line, token.start() - start + 1))
                pending = False
            elif first != ":":
                _enter(found, path, line, token.start() - start + 1)
        return found, again


def _enter(found: dict[Path, tuple[int, int]], path: list[str | int], line: int, column: int) -> None:
    """Keep the place of an item of an array; a member has that of its name already."""
    if path and isinstance(path[-1], int):
        found.setdefault(tuple(path), (line, column))


def _name(token: str) -> str:
    if "\\" not in token:
        return token[1:-1]
    try:
        return str(json.loads(token, strict=False))
    except json.JSONDecodeError:
        return token[1:-1]


def pointer(path: Path) -> str:
    """Return a path as it is written in a diagnostic: ``$.chapters[2].title``."""
    return "$" + "".join(f"[{step}]" if isinstance(step, int) else f".{quote(step)}" for step in path)
