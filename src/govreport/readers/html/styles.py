"""What styles do to words that a page shows: raised above the line, white on white, of a class or name that a style sheet hides."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from functools import lru_cache
from typing import NamedTuple

from lxml import etree

from govreport.readers.html.elements import CELLS, LONGEST_STYLE, effect

RAISED = frozenset(("sup", "sub", "small", "big"))
"""Elements whose words stand above or below the line, or are of another size than those beside them."""
LONGEST_SHEET, LONGEST_SHEETS = 200_000, 500_000
_RAISING = re.compile(r"vertical-align\s*:\s*(?:super|sub)\b|mso-text-raise\s*:\s*-?[0-9.]*[1-9]", re.I)
_WHITE = re.compile(r"(?<![\w-])color\s*:\s*(?:#fff(?:fff)?(?![0-9a-f])|white|rgba?\(\s*255\s*,\s*255\s*,\s*255\b)", re.I)
_BACKGROUND = re.compile(r"background", re.I)
_REVERSED = re.compile(r"unicode-bidi\s*:\s*(?:isolate-|bidi-)override")
_BRACE = re.compile("[{}]")
_SIMPLE = re.compile(r"[a-z]{0,8}([.#][\w-]{1,80})", re.I)


class Sheets(NamedTuple):
    """The classes (``.name``) and identifiers (``#name``) to which the style sheets of a page do something, those of other media left out."""

    hidden: frozenset[str] = frozenset()
    raised: frozenset[str] = frozenset()
    white: frozenset[str] = frozenset()


def sheets(root: etree._Element) -> Sheets:
    """Return the names that the style sheets of a page hide, raise above the line, or make white without a background."""
    hidden, raised, white = set[str](), set[str](), set[str]()
    left = LONGEST_SHEETS
    for sheet in root.iter("style"):
        text = (sheet.text or "")[: min(left, LONGEST_SHEET)]
        left -= len(text)
        for selectors, style in _rules(text):
            shown = style[:LONGEST_STYLE]
            told = (bool(effect(style)), _RAISING.search(shown), _WHITE.search(shown) and not _BACKGROUND.search(shown))
            if any(told):
                names = [name[1] for each in selectors.split(",") if (name := _SIMPLE.fullmatch(each.strip()))]
                for found, does in zip((hidden, raised, white), told, strict=True):
                    found.update(names if does else ())
    return Sheets(frozenset(hidden), frozenset(raised), frozenset(white))


def _rules(sheet: str) -> Iterator[tuple[str, str]]:
    """Yield selectors and style of the rules of a style sheet that stand in no other, which would be those of one medium or one size of screen."""
    opened: list[str] = []
    start = others = 0
    for brace in _BRACE.finditer(sheet):
        text, start = sheet[start : brace.start()], brace.end()
        if brace.group() == "{":
            opened.append(text.rpartition(";")[2])
            others += "@" in opened[-1]
        elif opened:
            if not others:
                yield opened[-1], text
            others -= "@" in opened.pop()


def is_raised(element: etree._Element, tag: str, names: Sheets) -> bool:
    """Return whether the words of an element stand above or below the line or are of another size, as the numbers of footnotes are."""
    if tag in RAISED:
        return True
    return tag not in CELLS and bool(element.attrib) and (_is_named(element, names.raised) or _raises((element.get("style") or "")[:LONGEST_STYLE]))


@lru_cache(maxsize=4096)
def _raises(style: str) -> bool:
    return _RAISING.search(style) is not None


def is_faint(element: etree._Element, names: Sheets) -> bool:
    """Return whether an element may not be seen as it is written: white without a background, of a class or name that a sheet hides, or turned round."""
    if not element.attrib:
        return False
    if element.tag == "bdo" or _REVERSED.search(element.get("style") or ""):
        return True
    style = f"{element.get('style') or ''};color:{element.get('color') or ''}"
    return _is_named(element, names.hidden) or (_WHITE.search(style) is not None and not _on_ground(element))


def is_white(element: etree._Element, names: Sheets) -> bool:
    """Return whether a style sheet makes the words of an element white where nothing is seen behind them; a sheet may say elsewhere what is."""
    return bool(element.attrib) and _is_named(element, names.white) and not _on_ground(element)


def _is_named(element: etree._Element, names: Container[str]) -> bool:
    return f"#{element.get('id')}" in names or any(f".{each}" in names for each in (element.get("class") or "").split())


def _on_ground(element: etree._Element) -> bool:
    return any("bgcolor" in each.attrib or _BACKGROUND.search(each.get("style") or "") for each in (element, *element.iterancestors()))
