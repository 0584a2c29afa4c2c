"""Reports as published pages: site templates and ways of writing cells, and what editors and browsers do to their markup."""

from __future__ import annotations

import html
import quopri
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from random import Random

from govreport.standard import Standard

from .decoration import free_style, plain_style, print_table
from .expected import Expected, cells
from .printed import Document, Heading, Place, PrintedTable, Prose
from .prose import document
from .truth import Truth, truth


@dataclass(frozen=True)
class WebCell:
    """A cell of a page: its text, the spans its markup claims, its place in the form, whether a browser shows it."""

    text: str
    colspan: int = 1
    rowspan: int = 1
    place: Place | None = None
    shown: bool = True


@dataclass
class WebTable:
    """A table of a page: rows of cells, how many of them are heads; ``unplaced`` are places whose cell nobody can tell any more."""

    rows: list[list[WebCell]]
    head: int
    width: int
    unplaced: set[Place] = field(default_factory=set)


Write = Callable[[str, Random], str]
"""How the text of a cell or paragraph is marked up."""


@dataclass(frozen=True)
class Template:
    """A kind of site: how it marks up cells, paragraphs and tables, the page around them, and its encoding."""

    name: str
    cell: Write
    paragraph: Write
    table: Callable[[WebTable, Write, Random], str]
    page: Callable[[str, list[str], Random], str]
    encoding: str = "utf-8"
    declared: str = "utf-8"
    archived: bool = False


@dataclass(frozen=True)
class Disturbance:
    """What goes wrong on the way: with the tables before they are marked up, or with the markup."""

    name: str
    table: Callable[[WebTable, Random], WebTable] = lambda table, rng: table
    unfit: tuple[str, ...] = ()
    markup: Callable[[str, Random], str] = lambda page, rng: page


@dataclass(frozen=True)
class WebCase:
    """A page with what should be read from it."""

    name: str
    data: bytes
    truth: Truth
    expected: dict[Place, Expected]


TEMPLATES: dict[str, Template] = {}
DISTURBANCES: dict[str, Disturbance] = {}


def web_case(template: str, disturbance: str, seed: int, standard: Standard) -> WebCase:
    """Return the page of a template, a disturbance and a seed: the same bytes every time."""
    shape, fault = TEMPLATES[template], DISTURBANCES[disturbance]
    rng = Random(f"{template} {disturbance} {seed}")
    report = truth(seed, standard)
    quiet = seed % 2 == 0
    style = plain_style("") if quiet else free_style(rng, report.year, "")
    page, slots = document(report, standard, rng, plain=quiet)
    for key, at in sorted(slots.items(), key=lambda pair: -pair[1]):
        page.items.insert(at, print_table(report.tables[key], style))
    unplaced: set[Place] = set()
    parts = [_part(item, shape, fault, unplaced, rng) for item in page.items]
    title = next((item.text for item in page.items if isinstance(item, Prose)), "")
    text = fault.markup(shape.page(title, parts, rng), rng)
    data = text.replace("CHARSET", shape.declared).encode(shape.encoding, "xmlcharrefreplace")
    if shape.archived:
        data = _archived(data, shape)
    return WebCase(f"{template}+{disturbance}-{seed}", data, report, cells(report, standard, "none", None, unplaced))


def _part(item: Heading | Prose | PrintedTable, shape: Template, fault: Disturbance, unplaced: set[Place], rng: Random) -> str:
    if not isinstance(item, PrintedTable):
        return shape.paragraph(item.text, rng)
    table = WebTable([[WebCell(c.text, c.colspan, c.rowspan, c.place) for c in row] for row in item.rows], item.head, item.width)
    table = fault.table(table, rng)
    unplaced |= table.unplaced
    return shape.table(table, shape.cell, rng)


def _archived(data: bytes, shape: Template) -> bytes:
    head = (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: http://www.example.gov.cn/art.html\r\nSubject: =?utf-8?B?5bm05oql?=\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----MultipartBoundary--x----"\r\n\r\n\r\n------MultipartBoundary--x----\r\n'
        f"Content-Type: text/html; charset={shape.declared}\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
    )
    tail = "\r\n------MultipartBoundary--x----\r\nContent-Type: text/css\r\n\r\nbody {}\r\n------MultipartBoundary--x------\r\n"
    return head.encode() + quopri.encodestring(data).replace(b"\n", b"\r\n") + tail.encode()


def escaped(text: str) -> str:
    """Return a text as markup, its line breaks as ``br``."""
    return html.escape(text, quote=False).replace("\n", "<br/>")


def spans(cell: WebCell) -> str:
    """Return the attributes of a cell's spans."""
    across = f' colspan="{cell.colspan}"' if cell.colspan > 1 else ""
    down = f' rowspan="{cell.rowspan}"' if cell.rowspan > 1 else ""
    return across + down


def hiding(cell: WebCell, plain: bool, rng: Random) -> str:
    """Return the attribute that hides a cell; where a cell has a style already only ``plain`` ones may have a second."""
    return "" if cell.shown else rng.choice((' hidden=""', " hidden", ' aria-hidden="true" style="display:none"')) if plain else " hidden"


def tabular(table: WebTable, cell: Write, rng: Random, attributes: str = ' border="1" cellspacing="0"', own: str = "") -> str:
    """Return a table as markup."""
    rows = []
    for row in table.rows:
        written = [f"<td{own}{spans(each)}{hiding(each, not own, rng)}>{cell(each.text, rng)}</td>" for each in row]
        rows.append("<tr>" + "".join(written) + "</tr>\n")
    return f"<table{attributes}><tbody>" + "".join(rows) + "</tbody></table>\n"


def documented(body: str, title: str, head: str = "") -> str:
    """Return a whole page around a body."""
    meta = '<meta http-equiv="Content-Type" content="text/html; charset=CHARSET"/>'
    return f"<!DOCTYPE html>\n<html><head>{meta}<title>{html.escape(title)}_示例网</title>{head}</head>\n<body>{body}</body></html>\n"


__all__ = [
    "DISTURBANCES",
    "TEMPLATES",
    "Disturbance",
    "Document",
    "Template",
    "WebCase",
    "WebCell",
    "WebTable",
    "documented",
    "escaped",
    "hiding",
    "replace",
    "spans",
    "tabular",
    "web_case",
]
