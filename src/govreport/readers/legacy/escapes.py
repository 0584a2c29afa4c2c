"""Characters that a program has written as it writes them in a string of its own: line ends, tabs, signs of Markdown, code points."""

from __future__ import annotations

import re
from collections.abc import Sequence

FEW = 5
"""So many of a kind are no chance."""
_BREAK = re.compile(r"(?<!\\)\\(?:r\\n|[nr])(?![a-zA-Z])")
_TAB = re.compile(r"(?<!\\)\\t(?![a-zA-Z])")
_POINT = re.compile(r"\\u[0-9a-fA-F]{4}")
_SIGN = re.compile(r"(?<!\\)\\[()\[\]{}._*#+!>~`-]")
_BAR = re.compile(r"(?<!\\)\\\|")
_LITERAL = re.compile("^\\s*[\\[(]+['\"]")
"""How a list of a programming language begins, which has such characters inside of its cells."""
_NOTATION = "\\begin{"


def points(texts: Sequence[str]) -> re.Pattern[str] | None:
    """Return the pattern of characters written as their code points, None where the lines have hardly any."""
    return _POINT if _are_several(_POINT, texts) else None


def breaks(texts: Sequence[str]) -> re.Pattern[str] | None:
    """Return the pattern of line ends written out, None where the lines have hardly any or are lists."""
    told = _are_several(_BREAK, texts) and not any(map(_LITERAL.match, texts))
    return _BREAK if told else None


def signs(texts: Sequence[str]) -> list[re.Pattern[str]]:
    """Return the patterns of tabs, of bars and of other signs of Markdown that are written out, those of which the lines have several."""
    if any(_NOTATION in text for text in texts):
        return []
    barred = any("|" in _BAR.sub("", text) for text in texts if _BAR.search(text))
    return [pattern for pattern in (_TAB, *(() if barred else (_BAR,)), _SIGN) if _are_several(pattern, texts)]


def meant(found: re.Match[str]) -> str:
    """Return the character that is written so."""
    text = found.group()
    if len(text) > 2:
        character = chr(int(text[2:], 16))
        return text if 0xD800 <= ord(character) < 0xE000 or (not character.isprintable() and not character.isspace()) else character
    return "\t" if text[1] == "t" else text[1]


def _are_several(pattern: re.Pattern[str], texts: Sequence[str]) -> bool:
    count = 0
    for text in texts:
        count += len(pattern.findall(text)) if "\\" in text else 0
        if count >= FEW:
            return True
    return False
