"""The prose of a chapter as the lines of a text field, and back: the grammar of the canonical text, a paragraph a line.

Headings begin with ``##``; a table of the form stands as its machine line alone where it is not what the chapter begins with.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import dropwhile

from govreport import readers
from govreport.diagnostics import Diagnostic
from govreport.model import Block, Chapter, Paragraph, Section, Table
from govreport.pipetext import CLAIM, FENCE
from govreport.standard import Standard
from govreport.writers import text

NAME = "prose"
"""What the composed text is called in diagnostics."""

_PLACE = "\ue000"
"""Stands before the machine line of a table while the text is read: a paragraph that nobody types."""

_MACHINE = re.compile(r"\{(?:grid(?: .*)?|end #+)\}\s*")
_BREAKS = re.compile(r"\r\n?|[\v\f\x1c-\x1e\x85\u2028\u2029]")


def written(blocks: tuple[Block, ...], standard: Standard) -> str:
    """Return the blocks of a chapter as lines; tables that stand first are left out."""
    rest = tuple(dropwhile(lambda block: isinstance(block, Table), blocks))
    lines: list[str] = []
    skipping = False
    for piece in text.body(_emptied(rest), standard):
        if skipping:
            skipping = False
            continue
        lines.append(piece)
        skipping = piece.startswith("{table ")
    return "\n".join(lines)


def _emptied(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return blocks with the tables of the form empty, for they have fields of their own."""
    found: list[Block] = []
    for block in blocks:
        if isinstance(block, Table):
            found.append(Table(block.key, block.edition, {}))
        elif isinstance(block, Section):
            found.append(replace(block, blocks=_emptied(block.blocks)))
        else:
            found.append(block)
    return tuple(found)


def read(chapters: Sequence[Chapter], texts: Sequence[str], standard: Standard) -> tuple[tuple[Chapter, ...], tuple[tuple[int, Diagnostic], ...]]:
    """Return chapters with the blocks that texts say, and what was noticed, each with the index of its chapter.

    Every table of the form that a chapter had is in it still, empty, each once: at its line, else in front.
    """
    lines, starts = [FENCE, f"{CLAIM}: {standard.claim}", FENCE], []
    for chapter, typed in zip(chapters, texts, strict=True):
        starts.append(len(lines) + 1)
        lines += ["# -", *_guarded(typed, _tables(chapter.blocks))]
    reading = readers.reader("text")("\n".join(lines).encode("utf-8", "replace"), NAME, standard)
    if reading.report is None:
        return tuple(chapters), tuple((0, each) for each in reading.diagnostics)
    found = tuple(replace(old, blocks=_completed(new.blocks, old)) for old, new in zip(chapters, reading.report.chapters, strict=True))
    noticed = tuple((_index(starts, each.location.line or 0), each) for each in reading.diagnostics)
    return found, noticed


def _index(starts: Sequence[int], line: int) -> int:
    return max((index for index, start in enumerate(starts) if start <= line), default=0)


def _guarded(typed: str, tables: Mapping[str, Table]) -> list[str]:
    """Return the lines of a text field as lines of a chapter: no line of it can begin another chapter, or anything but a piece of prose."""
    left = dict(tables)
    lines = []
    for raw in _BREAKS.sub("\n", typed).split("\n"):
        line = raw.strip()
        if line.startswith("#"):
            line = f"#{line}" if not line.startswith("##") else line
            line = line.replace("{#", "\\{#")
        elif line.startswith("{"):
            mark = _PLACE if left.pop(line, None) else "" if _MACHINE.fullmatch(line) else "\\"
            line = mark + line
        lines.append(line)
    return lines


def _line(table: Table) -> str:
    return f"{{table {table.key} {table.edition}}}"


def _tables(blocks: tuple[Block, ...]) -> dict[str, Table]:
    """Return the tables of the form in blocks by their machine line."""
    found: dict[str, Table] = {}
    for block in blocks:
        if isinstance(block, Table):
            found.setdefault(_line(block), block)
        elif isinstance(block, Section):
            found |= _tables(block.blocks)
    return found


def _completed(blocks: tuple[Block, ...], old: Chapter) -> tuple[Block, ...]:
    """Return blocks with the tables that the chapter had, empty: where their lines stand, else in front."""
    left = {line: Table(table.key, table.edition, {}) for line, table in _tables(old.blocks).items()}
    found = _placed(blocks, left)
    return (*left.values(), *found)


def _placed(blocks: tuple[Block, ...], left: dict[str, Table]) -> tuple[Block, ...]:
    found: list[Block] = []
    for block in blocks:
        if isinstance(block, Section):
            found.append(replace(block, blocks=_placed(block.blocks, left)))
        elif isinstance(block, Paragraph) and block.text.startswith(_PLACE):
            table = left.pop(block.text.removeprefix(_PLACE), None)
            found.append(table or block)
        else:
            found.append(block)
    return tuple(found)
