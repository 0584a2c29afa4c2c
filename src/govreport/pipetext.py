"""The grammar of the canonical text: what its writer and its reader have to agree on.

A file is a front matter between ``---`` lines, then chapters: ``# number title {#key}``; sections with more hashes; paragraphs, a line
each; ``{table key edition}`` and ``{grid caption}`` before lines of pipes; ``{end ##}`` where a section ends before its chapter does;
``{attachment}``, ``{note}``, ``{restatement}``, ``{waiver}``, ``{zeroDeclaration}`` and ``{provenance}`` before lines of ``name: value``.
A backslash at the start of a paragraph, in a heading and in a cell takes the next character as it is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from govreport.forms import TableForm
from govreport.layout import layout

FENCE = "---"
CLAIM = "govreport"
"""The first name of the front matter: its value is the release that the document claims."""

FRONT = re.compile(rf"\ufeff?\s*{FENCE}[ \t]*\r?\n{CLAIM}:")
"""The start of a canonical text."""

LEADING = "\\#|{"
"""Characters that mean something at the start of a line, so that a paragraph escapes them there."""

AGENCY = {"agencyKind": "kind", "agencyLevel": "level", "uscc": "uscc"}
DIVISION = {"division": "code", "divisionSystem": "codeSystem", "divisionAsOf": "asOf"}
NO_TITLE = "-"
"""Stands for the title of a heading that has a number only."""

_BACKSLASH, _CHARACTER = "\ud800", "\ud801"
_KEY = re.compile(r"(?:^|\s)\{#(?P<key>[^{}]*)\}$")
_DELIMITER = re.compile(r":?-+:?")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading line: level (1 is a chapter), number, title and key, each None where it is absent."""

    level: int
    number: str | None
    title: str | None
    key: str | None = None


def write_heading(heading: Heading) -> str:
    """Return a heading as a line."""
    number, title = heading.number, heading.title
    parts = ["#" * heading.level]
    if number is not None:
        parts.append(_escape(number, "\\{ "))
        parts.append(NO_TITLE if title is None else "\\" + title if title == NO_TITLE else _escape(title, "\\{"))
    elif title is not None:
        parts.append(_escape(title, "\\{ "))
    return " ".join(parts + ([f"{{#{heading.key}}}"] if heading.key is not None else []))


def read_heading(line: str) -> Heading:
    """Return what a line that starts with a hash says."""
    rest = line.lstrip("#")
    level = len(line) - len(rest)
    rest = rest.rstrip()
    found = _KEY.search(rest)
    if found:
        rest = rest[: found.start()]
    number, title = _split(rest.strip())
    return Heading(level, number, title, found["key"] if found else None)


def _split(rest: str) -> tuple[str | None, str | None]:
    """Return number and title: they stand before and behind the first space that is not escaped; a single word is a title."""
    hidden = _hidden(rest, " ")
    first, _, second = hidden.partition(" ")
    if not second.strip():
        return None, _shown(first, " ") or None
    title = _shown(second.strip(), " ")
    return _shown(first, " "), None if second.strip() == NO_TITLE else title


def write_paragraph(text: str) -> str:
    """Return a paragraph as a line."""
    return "\\" + text if text[0] in LEADING else text


def write_cell(text: str) -> str:
    """Return a text as a cell between pipes."""
    if "\\" in text or "|" in text:
        return _escape(text, "\\|")
    return "\\" + text if _DELIMITER.fullmatch(text) else text


def read_cells(line: str) -> list[str]:
    """Return the cells of a line of pipes as they stand, without white space at their ends, escapes taken off."""
    hidden = _hidden(line, "|")
    cells = hidden.removeprefix("|").split("|")
    if not cells[-1].strip():
        cells.pop()
    return [_shown(cell.strip(), "|") for cell in cells]


def is_delimiter(line: str) -> bool:
    """Return whether a line of pipes is the one that GFM wants under the head."""
    cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
    return all(map(_DELIMITER.fullmatch, cells))


def _hidden(text: str, character: str) -> str:
    """Return a text with escaped backslashes and escaped ``character``s hidden: as lone surrogates, which no text holds."""
    return text.replace("\\\\", _BACKSLASH).replace("\\" + character, _CHARACTER) if "\\" in text else text


def _shown(text: str, character: str) -> str:
    """Return a hidden text as it was meant: hidden characters as such, other escapes taken off."""
    if "\\" in text:
        end = "\\" if text.endswith("\\") else ""
        text = text.replace("\\", "") + end
    return text.replace(_BACKSLASH, "\\").replace(_CHARACTER, character)


def _escape(text: str, characters: str) -> str:
    for character in characters:
        text = text.replace(character, "\\" + character)
    return text


@dataclass(frozen=True, slots=True)
class Frame:
    """A line of a printed table: its text in every grid column, and the cells (row, column key) that stand in it by grid column."""

    texts: tuple[str, ...]
    cells: dict[int, tuple[str, str]]


@lru_cache(maxsize=64)
def frames(form: TableForm) -> tuple[Frame, ...]:
    """Return the lines of a table as its form prints them; a span is its text and empty cells."""
    grid = layout(form)
    texts = [[""] * grid.width for _ in grid.lines]
    cells: list[dict[int, tuple[str, str]]] = [{} for _ in grid.lines]
    for line, column, cell in grid.placed():
        if cell.kind == "data" and cell.row and cell.column:
            cells[line][column] = cell.row, cell.column
        else:
            texts[line][column] = cell.text
    return tuple(Frame(tuple(line), found) for line, found in zip(texts, cells, strict=True))
