"""The look of a page as data: measures, type and fixed words of ``stylesheets/pdf/page.xml``, in points."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from lxml import etree

from govreport.resources import stylesheets_root
from govreport.schemafile import SchemaTreeError, parse
from govreport.writers.pdf.kinsoku import Kinsoku

MILLIMETRE = 72 / 25.4


class StyleError(ValueError):
    """Raised for a page description that lacks a measure or a word."""


@dataclass(frozen=True)
class Style:
    """The type of a part: role of its faces, size in points, indent in characters, space before and after in lines."""

    role: str
    size: float
    indent: float = 0.0
    centred: bool = False
    before: float = 0.0
    after: float = 0.0


@dataclass(frozen=True)
class Level:
    """The headings of a depth: their style, and what joins a bare number to its title."""

    style: Style
    join: str


@dataclass(frozen=True)
class TableStyle:
    """The type of tables: sizes tried from largest to smallest, padding, rule, leading and least height of a row as multiples of the size.

    ``rest`` are the rows left over at a page break, ``empty`` the lines that may stay free so that a table stands on one page,
    ``gap`` those below a table.
    """

    role: str
    sizes: tuple[float, ...]
    padding: float
    rule: float
    leading: float
    row: float
    rest: int
    empty: int
    gap: float


@dataclass(frozen=True)
class Folio:
    """The page number: its type, its distance below the area and from the area's edge, its text."""

    style: Style
    below: float
    inset: float
    text: str


@dataclass(frozen=True)
class RedHead:
    """The head that names the agency: whether it is printed, its place, largest width, size below which it takes two lines, colour, rule and its place."""

    print: bool
    top: float
    width: float
    least: float
    colour: str
    rule: float
    below: float
    suffix: str


@dataclass(frozen=True, eq=False)
class PageStyle:
    """The whole page; ``left`` and ``top`` are the area's edges from the paper's, ``cell`` and ``pitch`` those of its grid."""

    paper: tuple[float, float]
    left: float
    top: float
    width: float
    height: float
    lines: int
    characters: int
    styles: dict[str, Style]
    levels: tuple[Level, ...]
    folio: Folio
    signature: tuple[float, float]
    table: TableStyle
    redhead: RedHead
    latin: str
    latin_roles: frozenset[str]
    words: dict[str, str]
    whole: tuple[str, ...]
    kinsoku: Kinsoku
    attributes: dict[str, str]

    @property
    def cell(self) -> float:
        """The width of a character of the body."""
        return self.width / self.characters

    @property
    def pitch(self) -> float:
        """The height of a line."""
        return self.height / self.lines

    @property
    def roles(self) -> tuple[str, ...]:
        """The roles of faces that the page has, sorted."""
        return tuple(sorted({each.role for each in self.styles.values()} | {self.table.role, self.folio.style.role}))

    def level(self, depth: int) -> Level:
        """Return the headings of a depth from 1; the last one known counts for all deeper ones."""
        return self.levels[min(depth, len(self.levels)) - 1]

    def say(self, key: str, **parameters: object) -> str:
        """Return a fixed word with its parameters filled in."""
        text = self.words[key]
        for name, value in parameters.items():
            text = text.replace(f"{{{name}}}", str(value))
        return text


@lru_cache(maxsize=8)
def page_style(path: Path | None = None) -> PageStyle:
    """Return the page description of a file, by default the one shipped; raises ``StyleError``."""
    chosen = path or stylesheets_root() / "pdf" / "page.xml"
    try:
        return _style(parse(chosen))
    except (SchemaTreeError, KeyError, ValueError, AttributeError) as error:
        raise StyleError(f"{chosen.name}: {error}") from error


def _style(root: etree._Element) -> PageStyle:
    area, paper, folio, table, red, signature = (_child(root, name) for name in ("area", "paper", "folio", "table", "redhead", "signature"))
    styles = {_text(each, "name"): _part(each) for each in root.findall("style")}
    return PageStyle(
        paper=(_millimetres(paper, "width"), _millimetres(paper, "height")),
        left=_millimetres(area, "left"),
        top=_millimetres(area, "top"),
        width=_millimetres(area, "width"),
        height=_millimetres(area, "height"),
        **{name: int(_number(area, name)) for name in ("lines", "characters")},
        styles=styles,
        levels=tuple(Level(styles[_text(each, "style")], each.get("join", "")) for each in root.findall("level")),
        folio=Folio(_part(folio), _millimetres(folio, "below"), _number(folio, "inset"), _text(folio, "text")),
        signature=(_number(signature, "inset"), _number(signature, "longest")),
        table=_table(table),
        redhead=RedHead(
            print=red.get("print") == "true",
            top=_millimetres(red, "top"),
            width=_millimetres(red, "width"),
            least=_number(red, "least"),
            colour=_text(red, "colour"),
            rule=_number(red, "rule"),
            below=_millimetres(red, "below"),
            suffix=red.get("suffix", ""),
        ),
        latin=_text(_child(root, "latin"), "role"),
        latin_roles=frozenset(_text(_child(root, "latin"), "within").split()),
        words={_text(each, "key"): _text(each, "text") for each in _child(root, "words")},
        whole=tuple((_child(root, "whole").text or "").split()),
        kinsoku=_kinsoku(_child(root, "kinsoku")),
        attributes={str(name): str(value) for name, value in root.attrib.items()},
    )


def _part(element: etree._Element) -> Style:
    get = element.get
    numbers = {name: float(get(name, "0")) for name in ("indent", "before", "after")}
    return Style(_text(element, "role"), _number(element, "size"), centred=get("align") == "center", **numbers)


def _table(element: etree._Element) -> TableStyle:
    largest, smallest, step = (_number(element, name) for name in ("largest", "smallest", "step"))
    sizes = tuple(largest - step * number for number in range(round((largest - smallest) / step) + 1))
    measures = {name: _number(element, name) for name in ("padding", "rule", "leading", "row", "gap")}
    rest, empty = (int(_number(element, name)) for name in ("rest", "empty"))
    return TableStyle(_text(element, "role"), sizes, rest=rest, empty=empty, **measures)


def _kinsoku(element: etree._Element) -> Kinsoku:
    start, end, pairs, closing, opening = (frozenset(_text(element, name)) for name in ("start", "end", "pairs", "closing", "opening"))
    return Kinsoku(start, end, pairs, tuple((_child(element, "units").text or "").split()), closing, opening)


def _child(element: etree._Element, name: str) -> etree._Element:
    found = element.find(name)
    if found is None:
        raise StyleError(f"no {name}")
    return found


def _text(element: etree._Element, name: str) -> str:
    found = element.get(name)
    if found is None:
        raise StyleError(f"no {name} of {element.tag}")
    return found


def _number(element: etree._Element, name: str) -> float:
    return float(_text(element, name))


def _millimetres(element: etree._Element, name: str) -> float:
    return _number(element, name) * MILLIMETRE
