"""The pieces of a canonical text, before anything is made of them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

RECORDS = ("attachment", "note", "restatement", "waiver", "zeroDeclaration", "provenance")
"""Machine lines that stand before lines of ``name: value``."""

PIPED = ("table", "grid")
"""Machine lines that stand before lines of pipes."""

_MACHINE = re.compile(r"\{(?P<name>[A-Za-z]+)(?: (?P<rest>.*))?\}\s*")


@dataclass
class Part:
    """A piece: ``kind`` is heading, paragraph, pipes or the name of a machine line; its line, its text, and the lines under it."""

    kind: str
    number: int
    text: str = ""
    lines: list[tuple[int, str]] = field(default_factory=list)


def parts(lines: list[str], start: int) -> list[Part]:
    """Return the pieces of a text from a line (from 0) on: pipes belong together across empty lines, a record ends at one."""
    found: list[Part] = []
    for number, line in enumerate(lines[start:], start + 1):
        last = found[-1] if found else None
        if not line.strip():
            if last is not None and last.kind in RECORDS:
                found.append(Part("", number))
        elif line[0] == "|" and last is not None and last.kind in (*PIPED, "pipes"):
            last.lines.append((number, line))
        elif line[0] == "|":
            found.append(Part("pipes", number, "", [(number, line)]))
        elif line[0] == "{" and (machine := _MACHINE.fullmatch(line)):
            found.append(Part(machine["name"], number, machine["rest"] or ""))
        elif last is not None and last.kind in RECORDS:
            last.lines.append((number, line))
        else:
            found.append(Part("heading" if line[0] == "#" else "paragraph", number, line))
    return [part for part in found if part.kind]


def front(lines: list[str], fence: str) -> tuple[list[tuple[int, str]], int]:
    """Return the lines of the front matter with their numbers, and the line (from 0) behind its second fence."""
    fences = (at for at, line in enumerate(lines) if line.strip() == fence)
    begin, end = next(fences, 0), next(fences, len(lines))
    return [(at + 1, lines[at]) for at in range(begin + 1, end) if lines[at].strip()], end + 1
