"""The ways in which a report is wrong: those that real ones are, by how often they are."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from dataclasses import replace
from random import Random

from govreport.model import Report, Value
from govreport.standard import Standard
from govreport.writers import write

_FIGURE = re.compile(r'(?<==")[0-9]+(?=")')


def spoilt(sound: Report, rng: Random, standard: Standard) -> bytes:
    """Return a sound report as XML that is wrong in one way."""
    return rng.choices(tuple(_WAYS), tuple(_WAYS.values()))[0](sound, rng, standard)


def _miscounted(sound: Report, rng: Random, standard: Standard) -> bytes:
    return write(_cells(sound, rng, rng.randint(1, 3), lambda value: value + rng.choice((1, 3, 10)) if isinstance(value, int) else value), "xml", standard)


def _blank(sound: Report, rng: Random, standard: Standard) -> bytes:
    return write(_cells(sound, rng, rng.randint(1, 20), lambda value: None), "xml", standard)


def _cells(sound: Report, rng: Random, number: int, change: Callable[[Value], Value | None]) -> Report:
    """Return a report with so many cells of one table changed."""
    table = rng.choice([each for each in sound.tables() if len(each.cells) > 20])
    cells = dict(table.cells)
    for place in rng.sample(list(cells), number):
        changed = change(cells.pop(place))
        if changed is not None:
            cells[place] = changed
    changed_table = replace(table, cells=cells)
    chapters = (replace(each, blocks=tuple(changed_table if block is table else block for block in each.blocks)) for each in sound.chapters)
    return replace(sound, chapters=tuple(chapters))


def _unfilled(sound: Report, rng: Random, standard: Standard) -> bytes:
    return write(_cells(sound, rng, 20, lambda value: None), "xml", standard).replace(b'total="0"', b"")


def _incomplete(sound: Report, rng: Random, standard: Standard) -> bytes:
    gone = rng.choice(sound.chapters[:4])
    return write(replace(sound, chapters=tuple(each for each in sound.chapters if each is not gone)), "xml", standard)


def _disordered(sound: Report, rng: Random, standard: Standard) -> bytes:
    return write(replace(sound, chapters=tuple(rng.sample(sound.chapters, len(sound.chapters)))), "xml", standard)


def _miswritten(sound: Report, rng: Random, standard: Standard) -> bytes:
    """Return a report with cells that are not written as numbers are."""
    text = write(sound, "xml", standard).decode()
    places = [found.span() for found in _FIGURE.finditer(text)]
    for start, end in sorted(rng.sample(places, rng.randint(1, 4)), reverse=True):
        text = text[:start] + rng.choice(("+{}", "{}件", "0{}", " {}", "")).format(text[start:end]) + text[end:]
    return text.encode()


def _unknown(sound: Report, rng: Random, standard: Standard) -> bytes:
    """Return a report with an element and an attribute that the standard does not have."""
    data = write(sound, "xml", standard)
    return data.replace(b"<section ", b'<section level="2" ', 1).replace(b"</paragraph>", b"</paragraph><remark>-</remark>", 1)


def _late(sound: Report, rng: Random, standard: Standard) -> bytes:
    metadata = replace(sound.metadata, published=datetime.date((sound.metadata.year or 0) + 1, 6, 1))
    agency = replace(metadata.agency, uscc="11000000000000000A")
    return write(replace(sound, metadata=replace(metadata, agency=agency)), "xml", standard)


_WAYS: dict[Callable[[Report, Random, Standard], bytes], int] = {
    _miscounted: 8, _blank: 6, _unfilled: 1, _incomplete: 2, _disordered: 1, _miswritten: 3, _unknown: 1, _late: 2,
}  # fmt: skip
"""How a report can be wrong, with the weight of each way."""
