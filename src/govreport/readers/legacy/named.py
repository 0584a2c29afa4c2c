"""Rows in which every figure stands behind the name of its column, on one line or each on its own: made such as tabs part them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from govreport.readers.legacy.labels import LabelIndex, Use, normal
from govreport.readers.legacy.lines import Line, joined
from govreport.readers.legacy.values import ValueReader

FEW, LONGEST, WIDEST = 3, 300, 40
"""So many such rows at least are a table; so long is a line, and the name of a column with its figure, at most."""
MANY = 2
"""So many times as long as the longest label, signs among them, is a line at most that is one."""
_COLON = re.compile("[:：]")
_PART = re.compile(r"(?:[^\s,，;；、。]|(?<=[0-9]),(?=[0-9])|(?<=[:：=]) )+")
_NAMED = re.compile(r"(.*?[^0-9+\-.,])((?:[+-]?[0-9][0-9.,]*[^\s0-9]{0,3})?)")


def unnamed(lines: Sequence[Line], index: LabelIndex, values: ValueReader) -> list[Line]:
    """Return the lines with tabs between the figures of rows that name all columns of the form in its order; all as they are where there are few."""
    found: list[Line] = []
    rows = at = 0
    while at < len(lines):
        row, end = _row(lines, at, index, values)
        rows += row is not None
        found += lines[at:end] if row is None else [row]
        at = end
    return found if rows >= FEW else list(lines)


def _row(lines: Sequence[Line], at: int, index: LabelIndex, values: ValueReader) -> tuple[Line | None, int]:
    """Return the row that begins on a line, and the number of the line behind it; None and the next line where none does."""
    line = lines[at]
    label, uses = _label(line, index)
    if label is None:
        return None, at + 1
    figures: list[Line] = []
    names: list[frozenset[str]] = []
    wanted = [columns for use in uses if len(columns := index.columns(use)) > 1]
    for number in range(at, len(lines)):
        part = line.slice(len(label)) if number == at else lines[number]
        for named in _named(part, index, values):
            if named is None:
                return None, at + 1
            names.append(named[0])
            figures.append(named[1])
        wanted = [columns for columns in wanted if all(key in keys for key, keys in zip(columns, names, strict=False)) and len(names) <= len(columns)]
        if not wanted:
            return None, at + 1
        if len(names) == len(wanted[0]):
            return joined([label, *figures], "\t"), number + 1
    return None, at + 1


def _label(line: Line, index: LabelIndex) -> tuple[Line | None, Sequence[Use]]:
    """Return what stands on a line up to a colon, or all of it, where that is the label of a row, with what it stands for."""
    if not 0 < len(line) <= LONGEST or "|" in line.text or "\t" in line.text:
        return None, ()
    colon = _COLON.search(line.text)
    whole = (len(line),) if len(line) <= MANY * index.longest else ()
    for end in ((colon.start(),) if colon else ()) + whole:
        match = index.exact(normal(line.text[:end]))
        if match is not None:
            return line.slice(0, end), match.uses
    return None, ()


def _named(line: Line, index: LabelIndex, values: ValueReader) -> Iterator[tuple[frozenset[str], Line] | None]:
    """Yield the columns that a part of a line may name, with the figure behind it; None where it is anything else."""
    for part in _PART.finditer(line.text) if len(line) <= LONGEST else (None,):
        if part is not None and not normal(part.group()):
            continue
        named = _NAMED.fullmatch(part.group()) if part is not None and len(part.group()) <= WIDEST else None
        match = index.exact(normal(named[1])) if named is not None else None
        if part is None or named is None or match is None or not (values.looks_numeric(named[2]) or _COLON.search(named[1], len(named[1].rstrip()) - 1)):
            yield None
            return
        keys = frozenset(use.key for use in match.uses if use.kind == "column")
        yield keys, line.slice(part.start() + named.start(2), part.start() + named.end(2))
