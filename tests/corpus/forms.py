"""The registry of forms: how a printed report came down to us as text, and what of it was lost on the way."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from random import Random

from .printed import Document, Heading, Place, PrintedTable, Prose

Render = Callable[[Document, Random], "Rendered"]


@dataclass
class Rendered:
    """The text of a form and the places whose print is still in it; ``kept`` is None where nothing was lost, blank cells included.

    ``unplaced`` are places whose number is there but whose row or column nothing tells any more.
    """

    text: str
    kept: set[Place] | None = None
    unplaced: set[Place] = field(default_factory=set)


@dataclass(frozen=True)
class FormOfText:
    """A registered form: what its blank cells hold before it is applied, and how the loss of cells shows in it.

    ``loss`` is ``none``; ``blanks`` (empty cells vanish, numbers stay in order); ``repeats`` (any repeated number may be gone);
    ``all`` (numbers are not there, or are apart from their rows).
    """

    name: str
    render: Render
    loss: str = "none"
    blank: str = ""
    case: str = ""
    plain: bool = False


FORMS: dict[str, FormOfText] = {}


def form(name: str, *, loss: str = "none", blank: str = "", case: str = "", plain: bool = False) -> Callable[[Render], Render]:
    """Return a decorator that registers a renderer under its name."""

    def register(render: Render) -> Render:
        FORMS[name] = FormOfText(name, render, loss, blank, case, plain)
        return render

    return register


def joined(document: Document, table: Callable[[PrintedTable], Iterable[str]], gap: str = "\n") -> str:
    """Return the document with its lines joined by ``gap``, each table put into lines by ``table``."""
    lines: list[str] = []
    for item in document.items:
        if isinstance(item, (Heading, Prose)):
            lines.append(item.text)
        else:
            lines += table(item)
    return gap.join(lines) + "\n"


def flat(text: str) -> str:
    """Return a cell's text on one line, its breaks as blanks, as extractors put it."""
    return " ".join(text.split("\n"))


def spanning_rows(document: Document) -> set[Place]:
    """Return the places of rows in which a merged value cell stands beside a blank one: there nothing tells a span from a blank."""
    rows = [[cell for cell in row if cell.place] for table in document.tables() for row in table.rows]
    unsure = [row for row in rows if len(row) > 1 and any(c.colspan > 1 for c in row) and any(not c.text.strip() for c in row)]
    return {cell.place for row in unsure for cell in row if cell.place}


def open_ended_rows(document: Document) -> set[Place]:
    """Return the places of rows whose only blank cells are their last: there nothing tells a blank cell from a bar of padding."""
    found: set[Place] = set()
    for table in document.tables():
        for row in table.rows:
            cells = [cell for cell in row if cell.place]
            texts = "".join("x" if cell.text.strip() else " " for cell in cells)
            if texts.endswith(" ") and " " not in texts.rstrip():
                found |= {cell.place for cell in cells if cell.place}
    return found


def filled(document: Document) -> set[Place]:
    """Return the places of cells that print something."""
    return {cell.place for table in document.tables() for row in table.rows for cell in row if cell.place and cell.text.strip()}
