"""Where the products of a conversion go: standard output, one file, one table, or a file each in a folder."""

from __future__ import annotations

import os
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from govreport.cli.errors import USAGE, CommandError
from govreport.cli.outputs import STDOUT, folder
from govreport.cli.single import format_name
from govreport.formats import FORMATS, Format, by_suffix
from govreport.sources import Sources, stem

TABLE = "csv"
"""The format in which several reports go into one long table."""
LINES = "json"
"""The format in which several reports go into one file, a line each."""


@dataclass(frozen=True)
class Plan:
    """The format, and one of: a folder for a file each, or a target for all; ``many`` where the target takes several reports."""

    format: Format
    target: str
    folder: Path | None
    many: bool


def plan(sources: Sources, to: str, output: str) -> Plan:
    """Return where a conversion's products go; raises ``CommandError`` (exit 2) where format and target do not go together."""
    chosen = chosen_format(to, output)
    if output != STDOUT and is_folder(output, sources.several):
        return Plan(chosen, output, folder(output), False)
    if sources.several and chosen.name not in (TABLE, LINES):
        raise CommandError(USAGE, "error.several", name=chosen.name)
    return Plan(chosen, output, None, sources.several)


def chosen_format(to: str, output: str) -> Format:
    """Return the format to write: the one named, else that of the output's suffix; raises ``CommandError``."""
    if to:
        format_name(to, writes=True)
        return FORMATS[to]
    hinted = None if output == STDOUT else by_suffix(output)
    if hinted is None or not hinted.writes:
        raise CommandError(USAGE, "error.format-unnamed", known=" ".join(each.name for each in FORMATS.values() if each.writes))
    return hinted


def is_folder(output: str, several: bool) -> bool:
    """Return whether an output is meant as a folder: it is one, it ends like one, or several reports go to a name without suffix."""
    path = Path(output)
    try:
        return path.is_dir() or output.endswith(("/", os.sep)) or (several and not path.suffix and not path.exists())
    except OSError:  # no name of a folder, nor of a file: writing it will say why
        return False


class Names:
    """Names for reports, each given once: a second ``a`` is ``a-2``."""

    def __init__(self) -> None:
        self._met: Counter[str] = Counter()
        self._given: set[str] = set()

    def give(self, relative: str) -> str:
        """Return the name for a source: its relative name without suffix, numbered where it was given before."""
        base = name = stem(relative)
        while name.casefold() in self._given:
            self._met[base] += 1
            name = f"{base}-{self._met[base] + 1}"
        self._given.add(name.casefold())
        return name
