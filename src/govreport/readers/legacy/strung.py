"""Rows whose figures follow their label one after the other, a sign between each two: made such as tabs part them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from govreport.readers.legacy.labels import LabelIndex, normal
from govreport.readers.legacy.lines import Line, joined
from govreport.readers.legacy.values import ValueReader

FEW, LONGEST = 3, 300
"""So many such rows at least are a table; so long is a line of one."""
_COLON = re.compile("[:：]")
_DOTS = re.compile("[\u2026\u2025]+|[.\uff0e]{3,}|\u00b7{3,}")
"""What leads the eye from a label to its figures."""
_MARKS = "\u3001,，;；"
_CLOSING = "\u3002.;；"
_SET_OFF = re.compile("(?<![0-9,，])[1-9][0-9]{0,2}(?:[,，][0-9]{3})+(?![0-9])")
"""What may be one number, its thousands set off."""


class _Row(NamedTuple):
    """A label, what stands behind it, the sign that parts it, the figures, and whether they are as many as the columns of the form."""

    label: Line | None
    rest: Line
    mark: str
    figures: list[Line]
    whole: bool


def unstrung(lines: Sequence[Line], index: LabelIndex, values: ValueReader) -> list[Line]:
    """Return the lines with tabs between the figures of rows that have as many as columns; all as they are where there are few.

    Where a sign may set off thousands too, it parts figures only if every row of the text has as many as columns.
    """
    dotted = {number: line for number, each in enumerate(lines) if (line := _undotted(each, index, values)) is not None}
    lines = [dotted.get(number, line) for number, line in enumerate(lines)] if len(dotted) >= FEW else lines
    rows = {number: row for number, line in enumerate(lines) if (row := _labelled(line, index, values)) is not None}
    for mark in {row.mark for row in rows.values()}:
        own = {number: row for number, row in rows.items() if row.mark == mark}
        whole = {number: row for number, row in own.items() if row.whole}
        if sum(any(map(str.isdigit, row.rest.text)) for row in whole.values()) < FEW or (
            len(whole) < len(own) and any(_SET_OFF.search(row.rest.text) for row in own.values())
        ):
            continue
        widths = set(index.across)
        bare = {number: row for number, line in enumerate(lines) if number not in rows and (row := _bare(line, mark, widths, values)) is not None}
        lines = [
            joined([row.label, *row.figures] if row.label else row.figures, "\t") if (row := (whole | bare).get(number)) else line
            for number, line in enumerate(lines)
        ]
    return list(lines)


def _undotted(line: Line, index: LabelIndex, values: ValueReader) -> Line | None:
    """Return a line with blanks for the dots between the label of a row and its figures, None where it is anything else."""
    dots = _DOTS.search(line.text) if 0 < len(line) <= LONGEST and "|" not in line.text and "\t" not in line.text else None
    if dots is None or not all(map(values.looks_numeric, figures := line.text[dots.end() :].split())) or not figures:
        return None
    match = index.exact(normal(line.text[: dots.start()]))
    told = match is not None and any(index.columns(use) for use in match.uses)
    return line.rewritten(line.text[: dots.start()] + " " * len(dots.group()) + line.text[dots.end() :]) if told else None


def _labelled(line: Line, index: LabelIndex, values: ValueReader) -> _Row | None:
    """Return the row that a line is: the label of one with several cells, a colon and figures; None where it is anything else."""
    colon = _COLON.search(line.text) if 0 < len(line) <= LONGEST and "|" not in line.text and "\t" not in line.text else None
    match = index.exact(normal(line.text[: colon.start()])) if colon else None
    widths = {len(index.columns(use)) for use in match.uses} - {0, 1} if match else set()
    if colon is None or not widths:
        return None
    rest = line.slice(colon.end()).strip()
    found = next(_parted(rest, values), None)
    return None if found is None else _Row(line.slice(0, colon.start()), rest, *found, len(found[1]) in widths)


def _bare(line: Line, mark: str, widths: set[int], values: ValueReader) -> _Row | None:
    """Return the figures of a table printed side by side: as many as one has columns, with a sign between that parts others."""
    found = next((found for found in _parted(line.strip(), values) if found[0] == mark and len(found[1]) in widths), None) if len(line) <= LONGEST else None
    return None if found is None else _Row(None, line, *found, True)


def _parted(rest: Line, values: ValueReader) -> Iterator[tuple[str, list[Line]]]:
    """Yield a sign with the figures, and empty cells, between which it stands, where there is nothing else."""
    for mark in _MARKS:
        cells = _split(rest.strip(_CLOSING.replace(mark, "") + " "), mark)
        if len(cells) > 1 and all(not cell.text or values.looks_numeric(cell.text) for cell in cells):
            yield mark, cells


def _split(line: Line, mark: str) -> list[Line]:
    ends = [number for number, character in enumerate(line.text) if character == mark]
    return [line.slice(start, end).strip() for start, end in zip([0, *(end + 1 for end in ends)], [*ends, len(line)], strict=True)]
