"""Tables in the notations that programs write plain text in: LaTeX, MediaWiki and AsciiDoc."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from govreport.readers.legacy.lines import Line, joined
from govreport.readers.legacy.written import WIDEST, Found, Written

_GROUP = r"\{(?:[^{}]|\{(?:[^{}]|\{[^{}]{0,99}\}){0,99}\}){0,9999}\}"
_OPTION = r"\[[^\[\]]{0,99}\]"
_LATEX = re.compile(r"\\begin\{(?:tabular[xy*]?|longtable|xltabular|longtabu|tabu|array)\}")
_ARGUMENT = re.compile(rf"(?:\s{{0,9}}{_OPTION})?\s{{0,9}}{_GROUP}(?:\s{{0,9}}{_OPTION})?")
_PART = re.compile(r"\\begin\{|\\end\{|\\\\|\\&|&|\\[{}]|[{}]")
_ACROSS = re.compile(rf"\\multicolumn\s{{0,9}}\{{\s{{0,9}}([0-9]{{1,3}})\s{{0,9}}\}}\s{{0,9}}{_GROUP}")
_COMMAND = re.compile(
    rf"\\multirow\s{{0,9}}(?:{_OPTION})?\{{-?[0-9.]{{1,4}}\}}\s{{0,9}}(?:{_OPTION})?(?:\*|{_GROUP})"
    rf"|\\(?:cline|cmidrule|noalign|begin|end|hspace|vspace|rule)(?![a-zA-Z])\*?(?:\([a-z0-9.]{{0,9}}\)|{_OPTION}|{_GROUP}){{0,5}}"
    r"|\\[a-zA-Z]{1,30}\*?|\\\\|[{}~$]|\\(?=[%&_#$])"
)
_DOC_COLUMNS = re.compile(r'cols="?([^"\]]{1,200})"')
_WIKI_SPAN = re.compile(r"""(colspan|rowspan)\s{0,3}=\s{0,3}["']?([0-9]{1,3})""", re.I)
_DOC_CELL = re.compile(r"(?:(?:([0-9]{1,3})(?:\.[0-9]{1,3})?|\.([0-9]{1,3}))\+)?[<^>.]{0,4}[a-z]?\|")
_WITH_WIDTH = ("x}", "y}", "*}", "xltabular}")
"""How the names end of tables whose width is stated before their columns."""
_WIKI, _WIKI_END, _DOC = "{|", "|}", "|==="


class _Piece(NamedTuple):
    """A cell as it is written: its words line by line, where it begins in the source, and how many columns and rows it takes up."""

    words: list[Line]
    place: int
    across: int = 1
    down: int = 1


def marked(lines: Sequence[Line]) -> Iterator[Found]:
    """Yield the tables in such a notation: the number of their first line, that behind their last, and their cells row by row."""
    open_ended: set[str] = set()
    at = 0
    while at < len(lines):
        text = lines[at].text.strip()
        opened = _LATEX.search(text)
        notation = text[:2] if text.startswith(_WIKI) else text if text == _DOC else opened.group() if opened is not None else ""
        last = _last(lines, at, notation) if notation and notation not in open_ended else None
        if last is not None:
            inside = lines[at + 1 : last]
            if notation == _DOC:
                rows = _document(inside, _columns(lines[at - 1].text if at else ""))
            else:
                rows = _wiki(inside) if notation == _WIKI else _latex(lines[at : last + 1], notation)
            yield at, last + 1, _placed(rows)
            at = last
        elif notation:
            open_ended.add(notation)
        at += 1


def _last(lines: Sequence[Line], first: int, opening: str) -> int | None:
    """Return the line on which a table ends that begins on another; such as stand in its cells end before."""
    closing = {_WIKI: _WIKI_END, _DOC: _DOC}.get(opening) or opening.replace("begin", "end")
    depth = 0
    for number in range(first, len(lines)):
        text = lines[number].text.strip()
        if opening == _DOC:
            if text == _DOC and number > first:
                return number
            continue
        count = str.startswith if opening == _WIKI else str.count
        depth += count(text, opening) - count(text, closing)
        if depth <= 0:
            return number
    return None


def _placed(rows: Sequence[Sequence[_Piece]]) -> list[list[Written]]:
    """Return cells in the columns that are left by those that reach down from rows above."""
    reaching: dict[int, int] = {}
    found: list[list[Written]] = []
    for row in rows:
        written, column = [], 0
        held = dict(reaching)
        for piece in row:
            while held.get(column, 0) > 0:
                column += 1
            words = joined([line for line in piece.words if line.text])
            written.append(Written(words, piece.place, column, column + piece.across))
            for each in range(column, min(column + piece.across, WIDEST)):
                reaching[each] = piece.down
            column += piece.across
        reaching = {each: left - 1 for each, left in reaching.items() if left > 1}
        found.append(written)
    return found


def _wiki(lines: Sequence[Line]) -> list[list[_Piece]]:
    rows: list[list[_Piece]] = [[]]
    for line in lines:
        text = line.text.lstrip()
        start = len(line.text) - len(text)
        if text.startswith("|-"):
            rows.append([])
        elif text.startswith("|+") or not (text[:1] in ("|", "!") or rows[-1]):
            continue
        elif text[:1] in ("|", "!"):
            mark = "!!" if text[0] == "!" else "||"
            at = start + 1
            for words in line.text[start + 1 :].split(mark):
                rows[-1].append(_attributed(line, at, at + len(words)))
                at += len(words) + len(mark)
        elif text:
            rows[-1][-1].words.append(line.strip())
    return [row for row in rows if row]


def _attributed(line: Line, start: int, end: int) -> _Piece:
    """Return a cell of a wiki's table without the attributes that stand before a bar of its own."""
    text, place = line.text[start:end], line.origin(start - 1)
    attributes, bar, _ = text.partition("|")
    if not bar or "=" not in attributes:
        return _Piece([line.slice(start, end).strip()], place)
    spans = {name.lower(): int(number) for name, number in _WIKI_SPAN.findall(attributes)}
    return _Piece([line.slice(start + len(attributes) + 1, end).strip()], place, spans.get("colspan", 1) or 1, spans.get("rowspan", 1) or 1)


def _columns(text: str) -> int:
    """Return how many columns the line above a table in AsciiDoc states, 0 where it states none."""
    stated = _DOC_COLUMNS.search(text)
    counts = [each.partition("*")[0].strip() for each in stated[1].split(",")] if stated else []
    return sum(int(count) if "*" in text and count.isdecimal() else 1 for count in counts)


def _document(lines: Sequence[Line], width: int) -> list[list[_Piece]]:
    """Return the rows of a table in AsciiDoc: as many columns as are stated, else as its first line has, whatever lines the cells stand on."""
    cells: list[_Piece] = []
    for line in lines:
        marks = list(_DOC_CELL.finditer(line.text))
        lead = line.slice(0, marks[0].start() if marks else None).strip()
        if lead.text and cells:
            cells[-1].words.append(lead)
        for number, mark in enumerate(marks):
            end = marks[number + 1].start() if number + 1 < len(marks) else len(line.text)
            across, down = int(mark[1] or 1), int(mark[2] or 1)
            cells.append(_Piece([line.slice(mark.end(), end).strip()], line.origin(mark.end() - 1), across, down))
        width = width or sum(cell.across for cell in cells)
    return list(_filled(cells, width))


def _filled(cells: Sequence[_Piece], width: int) -> Iterator[list[_Piece]]:
    """Yield cells in rows of a width."""
    row: list[_Piece] = []
    reaching: list[tuple[int, int]] = []
    taken = 0
    for cell in cells:
        row.append(cell)
        taken += cell.across
        if taken >= width:
            yield row
            reaching = [(across, down - 1) for across, down in (*reaching, *((each.across, each.down) for each in row)) if down > 1]
            row, taken = [], sum(across for across, _ in reaching)
    if row:
        yield row


def _latex(lines: Sequence[Line], opening: str) -> list[list[_Piece]]:
    whole = joined([part for line in lines for part in (line, Line(" ", [line.end]))])
    start = whole.text.index(opening) + len(opening)
    for _ in range(1 + opening.endswith(_WITH_WIDTH)):
        argument = _ARGUMENT.match(whole.text, start)
        start = start if argument is None else argument.end()
    body = whole.slice(start, max(start, whole.text.rfind(opening.replace("begin", "end"))))
    rows = [[piece for words in cells for piece in _cells(words)] for cells in _parts(body)]
    return [row for row in rows if any(words.text for piece in row for words in piece.words)]


def _parts(body: Line) -> Iterator[list[Line]]:
    """Yield the rows of a LaTeX table, each as the text of its cells; groups and environments inside of cells are left whole."""
    row: list[Line] = []
    at = depth = inner = 0
    for found in _PART.finditer(body.text):
        mark = found.group()
        depth += {"{": 1, "}": -1}.get(mark, 0)
        if mark in (r"\begin{", r"\end{"):
            inner += 1 if mark == r"\begin{" else -1
            depth += 1
        elif mark in ("&", r"\\") and depth <= 0 and inner <= 0:
            row.append(body.slice(at, found.start()))
            at = found.end()
            if mark != "&":
                yield row
                row = []
    yield [*row, body.slice(at)]


def _cells(words: Line) -> Iterator[_Piece]:
    """Yield the cell that a text of LaTeX says."""
    place = words.start
    across = _ACROSS.search(words.text)
    if across is not None:
        words = words.without([across.span()])
    yield _Piece([words.without([found.span() for found in _COMMAND.finditer(words.text)]).strip()], place, int(across[1]) if across is not None else 1)
