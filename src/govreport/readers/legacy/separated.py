"""Tables of a plain text whose cells are parted by commas, semicolons, colons or drawn lines: made such as tabs and bars part them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from govreport.readers.legacy.doubled import undoubled
from govreport.readers.legacy.dumps import undumped
from govreport.readers.legacy.labels import LabelIndex, normal
from govreport.readers.legacy.lines import Line, joined
from govreport.readers.legacy.literals import unlisted
from govreport.readers.legacy.named import unnamed
from govreport.readers.legacy.ordinals import uncounted
from govreport.readers.legacy.stacked import unstacked
from govreport.readers.legacy.strung import unstrung
from govreport.readers.legacy.values import ValueReader
from govreport.readers.legacy.wrapped import unwrapped

FEW = 3
"""So many lines of one kind at least are a table; fewer are words."""
NARROWEST, ALIKE = 3, 0.9
"""A file of comma-separated values has so many columns at least, and so large a share of its lines has as many as most."""
LONGEST = 300
_UPRIGHT, _LEVEL = "\u2502\u2503\u2506\u2507\u250a\u250b\u2551\uffe8", "\u2500\u2501\u2504\u2505\u2508\u2509\u2550"
_DRAWN = {ord(each): "|" for each in _UPRIGHT} | {ord(each): "-" for each in _LEVEL}
_DRAWN |= {code: "+" for code in range(0x250C, 0x256D) if code not in _DRAWN}
_GROUPED = re.compile("[0-9]{1,3}(?:[,\uff0c] ?[0-9]{3})+")
"""One number, its thousands set off."""
_COLONS = (":", "\uff1a")
_MARKS = (",", ";", "\uff0c", "\uff1b", *_COLONS)
_SIGNS = re.compile("[^\\w\\s+\\-.,\uff0c\u2010-\u2015/\uff0f\\\\\u2215()\uff08\uff09\\[\\]{}|%\uff05\"'\u201c\u201d]{1,6}")
"""Other signs that may part cells: none that stands in a number, or in a cell that is not applicable."""
MOST, WITHIN = 4, 8
"""So many of those that are found most often are tried; a label that holds them is of so many parts at most."""


def separated(lines: Sequence[Line], index: LabelIndex, values: ValueReader) -> list[Line]:
    """Return the lines with a tab or a bar wherever one of another kind parts two cells; all others as they are."""
    if sum(any(upright in line.text for upright in _UPRIGHT) for line in lines) >= FEW:
        lines = [line if "|" in line.text else line.rewritten(line.text.translate(_DRAWN)) for line in lines]
    lines = unnamed(uncounted(unlisted(unwrapped(unstacked(undoubled(lines), index), index)), index, values), index, values)
    lines = unstrung(lines, index, values)
    for mark in (",", ";"):
        records = _records(lines, mark)
        if records is not None:
            return undumped(_unended([line for record in records if (line := _tabbed(record)).text.strip()]))
        lines = _blocks(lines, mark, index)
    for mark in dict.fromkeys((*_MARKS, *_signs(lines))):
        rows = {number: row for number, line in enumerate(lines) if (row := _row(line, mark, index, values)) is not None}
        filled = [lines[number].text for number in rows if any(map(str.isdigit, lines[number].text))]
        if len(filled) >= FEW and (mark in _MARKS or sum(any(map(str.isalpha, text)) for text in filled) >= FEW):
            lines = [rows.get(number, line) for number, line in enumerate(lines)]
    return undumped(_unended(lines))


def _unended(lines: Sequence[Line]) -> list[Line]:
    """Return the lines without the tab behind the last cell, where all rows have one, or all of a table whose rows are of different lengths."""
    tabs = [number for number, line in enumerate(lines) if "\t" in line.text]
    ended = {number for number in tabs if lines[number].text.rstrip(" ").endswith("\t")}
    if len(ended) < len(tabs):
        filled = [number for number, line in enumerate(lines) if line.text.strip()]
        parts = [0, *(at for at in range(1, len(tabs)) if bisect_left(filled, tabs[at]) - bisect_left(filled, tabs[at - 1]) > 1), len(tabs)]
        tables = [tabs[start:end] for start, end in pairwise(parts)]
        ragged = (rows for rows in tables if len(rows) >= FEW and ended.issuperset(rows) and len({lines[row].text.count("\t") for row in rows}) > 1)
        ended = {row for rows in ragged for row in rows}
    return [line.slice(0, line.text.rindex("\t")) if number in ended else line for number, line in enumerate(lines)]


def _signs(lines: Sequence[Line]) -> list[str]:
    """Return the signs that stand twice at least on the most lines without bars and tabs."""
    counts: Counter[str] = Counter()
    for line in lines:
        if 0 < len(line) <= LONGEST and "|" not in line.text and "\t" not in line.text:
            counts.update(sign for sign, count in Counter(_SIGNS.findall(line.text)).items() if count > 1)
    return [sign for sign, count in counts.most_common(MOST) if count >= FEW]


def _row(line: Line, mark: str, index: LabelIndex, values: ValueReader) -> Line | None:
    """Return a line that is nothing but labels, and values or empty cells behind them, with tabs between."""
    text = line.text
    if mark not in text or len(text) > LONGEST or "|" in text or "\t" in text or (mark in _COLONS and mark * 2 in text):
        return None
    line = line.strip()
    text = line.text.rstrip("\u3002")
    cells = text.split(mark)
    figures = cells[-1].split()
    if mark in _COLONS and len(cells) == 2 and len(figures) > 1 and cells[1].removeprefix(" ") == " ".join(figures):
        cells = [text[: -len(cells[1].lstrip()) - 1], *figures]
    may_be = [not cell.strip() or values.looks_numeric(cell) for cell in cells]
    first = len(may_be) - next((number for number, each in enumerate(reversed(may_be)) if not each), len(may_be))
    if first == 0 and (len(cells) < NARROWEST or _GROUPED.fullmatch(text.strip())):
        return None
    labels = _labels(cells[:first], mark, index)
    if labels is None:
        return None
    return line.slice(0, len(text)).rewritten("\t".ljust(len(mark)).join([*labels, *cells[first:]]))


def _labels(cells: Sequence[str], mark: str, index: LabelIndex) -> list[str] | None:
    """Return the labels and empty cells that cells are, taken together where a label holds the very mark; None where there is anything else."""
    found: list[str] = []
    at = 0
    while at < len(cells):
        ends = range(min(at + WITHIN, len(cells)), at, -1) if cells[at].strip() else (at + 1,)
        end = next((end for end in ends if not cells[at].strip() or index.exact(normal(mark.join(cells[at:end])))), None)
        if end is None:
            return None
        found.append(mark.join(cells[at:end]))
        at = end
    return found


def _records(lines: Sequence[Line], mark: str) -> list[list[Line]] | None:
    """Return the cells of every line of a file of separated values, None where the text is none."""
    filled = [line for line in lines if line.text.strip()]
    if len(filled) < FEW or 2 * sum(line.text.count(mark) + 1 >= NARROWEST for line in filled) < len(filled):
        return None
    records = list(_parsed(lines, mark))
    widths = Counter(len(record) for record in records)
    width, count = widths.most_common(1)[0]
    return records if width >= NARROWEST and count >= ALIKE * len(records) else None


def _blocks(lines: Sequence[Line], mark: str, index: LabelIndex) -> list[Line]:
    """Return the lines with those made tabbed that stand one below the other as records of separated values, with labels among them."""
    found: list[Line] = []
    at = 0
    while at < len(lines):
        end, quoted = at, False
        while end < len(lines) and (quoted or mark in lines[end].text):
            quoted ^= lines[end].text.count('"') % 2 == 1
            end += 1
        records = list(_parsed(lines[at:end], mark)) if end - at >= FEW and not quoted else []
        width, count = Counter(len(record) for record in records).most_common(1)[0] if records else (0, 0)
        labelled = sum(any(index.exact(normal(cell.text)) for cell in record) for record in records)
        listed = any(record[0].text.lstrip().startswith(("[", "{")) for record in records)
        if not listed and count >= FEW and width >= NARROWEST and count >= ALIKE * len(records) and 2 * labelled > len(records):
            found += [line for record in records if (line := _tabbed(record)).text.strip()]
        else:
            found += lines[at : max(end, at + 1)]
        at = max(end, at + 1)
    return found


def _parsed(lines: Sequence[Line], mark: str) -> Iterator[list[Line]]:
    """Yield the cells of every record; a quoted cell may go on over line ends, a doubled quotation mark is one."""
    record: list[Line] = []
    held: list[Line] = []
    quoted = False
    for line in lines:
        text, at = line.text, 0
        if not quoted and not text.strip():
            continue
        while True:
            if not quoted and not held and text[at:].lstrip().startswith('"'):
                quoted, at = True, text.index('"', at) + 1
            end = text.find('"', at) if quoted else text.find(mark, at)
            held.append(line.slice(at, end if end >= 0 else len(text)))
            if end < 0:
                break
            at = end + 1
            if not quoted:
                record.append(joined(held))
                held = []
            elif text[at : at + 1] == '"':
                held.append(line.slice(at, at + 1))
                at += 1
            else:
                quoted = False
        if not quoted:
            yield [*record, joined(held)]
            record, held = [], []
    if record or held:
        yield [*record, joined(held)]


def _tabbed(record: Sequence[Line]) -> Line:
    """Return a record as a line with tabs, a single cell as itself."""
    filled = [cell for cell in record if cell.text.strip()]
    return filled[0].strip() if len(filled) == 1 and filled[0] is record[0] else joined(record, "\t")
