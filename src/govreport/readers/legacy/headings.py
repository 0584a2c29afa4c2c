"""The chapters of a text by the lines that announce them: all of them, and without those that a table of contents lists."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from govreport.readers.legacy.labels import LabelIndex
from govreport.readers.legacy.lines import Line
from govreport.readers.legacy.outline import Heading, Outline
from govreport.readers.legacy.wording import unboxed

LISTED = 3
"""So many chapters that follow each other with nothing between them are a table of contents, if they come again."""


def headings(lines: Sequence[Line], outline: Outline, labels: LabelIndex) -> dict[int, Heading]:
    """Return the chapters that lines announce, by line; those with the number of a section only where none has another, or as the first of all."""
    found = {number: heading for number, line in enumerate(lines) if (heading := outline.chapter(unboxed(line.text), labels))}
    lower = {number for number in found if outline.lowered(lines[number].text) is not None}
    numbered = {number: heading for number, heading in found.items() if number not in lower}
    if any(heading.key for heading in numbered.values()):
        return _first(lines, outline, numbered) | numbered
    every = {number: heading for number, line in enumerate(lines) if (heading := outline.lowered(unboxed(line.text)))} if lower else {}
    return dict(sorted((found | every).items()))


def _first(lines: Sequence[Line], outline: Outline, found: Mapping[int, Heading]) -> dict[int, Heading]:
    """Return the chapter that a line with the number of a section announces before all others, where the form prints it before them and none does."""
    place = min(found)
    if found[place].key is None:
        return {}
    for number, line in enumerate(lines[:place]):
        heading = outline.lowered(unboxed(line.text))
        if heading is not None and all(outline.precedes(heading.key, other.key) for other in found.values() if other.key):
            return {number: heading}
    return {}


def without_contents(found: Mapping[int, Heading], lines: Sequence[Line]) -> dict[int, Heading]:
    """Return the chapters without those that a table of contents lists: a run of them with nothing between, all of which come again."""
    listed: set[int] = set()
    last = {heading.key: number for number, heading in found.items()}
    for run in _runs(found, lines):
        keys = [found[number].key for number in run]
        if len(run) >= LISTED and all(last[key] > run[-1] for key in keys if key):
            listed.update(run)
    return {number: heading for number, heading in found.items() if number not in listed}


def _runs(found: Mapping[int, Heading], lines: Sequence[Line]) -> Iterator[list[int]]:
    """Yield the numbers of headings that follow each other with nothing but empty lines between, up to one that comes again."""
    run = list(found)[:1]
    keys = {found[number].key for number in run}
    for one, other in pairwise(found):
        key = found[other].key
        if (key is not None and key in keys) or any(line.text.strip() for line in lines[one + 1 : other]):
            yield run
            run, keys = [], set()
        run.append(other)
        keys.add(key)
    if run:
        yield run
