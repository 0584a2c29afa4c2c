"""Forms without bars: a cell a line, one line for all, and the copies in which lines or numbers were lost."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from .forms import Rendered, filled, flat, form, joined
from .printed import Document, Heading, Place, PrintedCell, PrintedTable, Prose

NBSP = "\u00a0"


def _cells(item: PrintedTable) -> Iterator[PrintedCell]:
    for row in item.rows:
        yield from row


@form("bare-lines", loss="blanks", case="012 016 021")
def bare_lines(document: Document, rng: Random) -> Rendered:
    """One cell a line; blank cells vanish."""
    return Rendered(joined(document, lambda item: [flat(cell.text) for cell in _cells(item) if cell.text.strip()]), filled(document))


@form("bare-lines-nbsp", blank=NBSP, case="122")
def bare_lines_nbsp(document: Document, rng: Random) -> Rendered:
    """One cell a line with empty lines between; a blank cell is a line of a no-break space, a break in a cell a line break."""
    return Rendered(joined(document, lambda item: [cell.text for cell in _cells(item)], "\n\n"))


@form("bare-lines-spaced", loss="blanks", case="102 113")
def bare_lines_spaced(document: Document, rng: Random) -> Rendered:
    """One cell a line with empty lines between, a broken label in two; blank cells vanish."""
    return Rendered(
        joined(document, lambda item: [part for cell in _cells(item) if cell.text.strip() for part in cell.text.split("\n")], "\n\n"), filled(document)
    )


@form("one-line", loss="blanks", case="112")
def one_line(document: Document, rng: Random) -> Rendered:
    """Everything on one line with single blanks."""
    return Rendered(joined(document, lambda item: [flat(cell.text) for cell in _cells(item) if cell.text.strip()], " "), filled(document))


@form("one-line-tables", loss="blanks", case="112")
def one_line_tables(document: Document, rng: Random) -> Rendered:
    """Each table on one line, its cells apart by tabs or two blanks."""
    gap = rng.choice(("\t", "  "))
    return Rendered(joined(document, lambda item: [gap.join(flat(cell.text) for cell in _cells(item) if cell.text.strip())]), filled(document))


@form("tab-rows", case="")
def tab_rows(document: Document, rng: Random) -> Rendered:
    """Rows with cells apart by tabs, as pasted from a spreadsheet or a browser; blank cells are kept."""
    return Rendered(joined(document, lambda item: ["\t".join(flat(cell.text) for cell in row) for row in item.rows]))


@form("bare-lines-deduplicated", loss="repeats", case="028 104", plain=True)
def bare_lines_deduplicated(document: Document, rng: Random) -> Rendered:
    """One cell a line; every line that was there before is dropped."""
    seen: set[str] = set()
    kept: set[Place] = set()
    lines: list[str] = []
    for text, place in _lines(document):
        if text not in seen:
            seen.add(text)
            lines.append(text)
            if place:
                kept.add(place)
    return Rendered("\n".join(lines) + "\n", kept)


def _lines(document: Document) -> Iterator[tuple[str, Place | None]]:
    for item in document.items:
        if isinstance(item, (Heading, Prose)):
            yield item.text, None
        else:
            yield from ((flat(cell.text), cell.place) for cell in _cells(item) if cell.text.strip())


@form("labels-only", loss="all", case="103")
def labels_only(document: Document, rng: Random) -> Rendered:
    """The labels of the tables stand, all numbers are gone."""
    return Rendered(joined(document, lambda item: [flat(cell.text) for cell in _cells(item) if not cell.place]), set())


@form("labels-only-pipes", loss="all", case="103")
def labels_only_pipes(document: Document, rng: Random) -> Rendered:
    """The labels of the tables stand between bars, all numbers are gone."""
    return Rendered(
        joined(document, lambda item: [" | ".join(flat(c.text) for c in row if not c.place) + " | " for row in item.rows if not row[0].place]), set()
    )


@form("titles-only", loss="all", case="110 111")
def titles_only(document: Document, rng: Random) -> Rendered:
    """The tables are absent, the chapter titles stand; runs of bars may be left of a layout table."""
    noise = ["|" * rng.randint(100, 450)] if rng.random() < 0.5 else []
    return Rendered(joined(document, lambda item: noise), set())
