"""What programs that write out a frame of data add to a table: a count of its rows before them, one of its columns above, names for heads that are none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from govreport.readers.legacy.fragments import is_rule
from govreport.readers.legacy.lines import Line, joined

FEW, WIDE = 3, 4
"""So many rows one below the other, and so many columns, are counted by a program if each is."""
_CELL = re.compile(r"[^|\t]*[^|\t\s][^|\t]*")
_COUNT = re.compile(r" *\|? *([0-9]{1,5}) *[|\t]")
_AHEAD = re.compile(r" *([0-9]{1,5})  +[^ ]")
_GAP = re.compile(r"(?<=[^ ])  +(?=[^ ])")
_FIRST = re.compile(r" *\|?([^|\t]*)[|\t]")
_AGAIN = re.compile(r"(.*[^.0-9].*)\.([0-9]{1,2})")
"""A head as it is named that stands before already."""
_NO_HEAD = re.compile(r"Unnamed: ?[0-9]{1,3}(?:_level_[0-9])?")
_MARKS = ("|", "\t")


def undumped(lines: Sequence[Line]) -> list[Line]:
    """Return the lines without what counts the rows and columns of a table, and with the heads that a program has renamed as they were."""
    found: list[Line] = []
    for rows in _blocks(_parted(lines)):
        if len(rows) >= FEW:
            rows = _uncounted(rows)
            rows = rows[1:] if _counts(_words(rows[0].text)) else [_renamed(rows[0]), *rows[1:]]
        found += rows
    return found


def _blocks(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Yield lines one below the other whose cells the same mark parts, and all others one by one."""
    block: list[Line] = []
    last = None
    for line in lines:
        mark = next((mark for mark in _MARKS if mark in line.text), None)
        if block and (mark is None or mark != last):
            yield block
            block = []
        block.append(line)
        last = mark
    if block:
        yield block


def _parted(lines: Sequence[Line]) -> list[Line]:
    """Return the lines with tabs between the cells of rows that are counted, all of them with as many, and have two blanks or more between."""
    found = list(lines)
    at = 0
    while at < len(lines):
        rows = [_ahead(lines[at])]
        while rows[-1] is not None and at + len(rows) < len(lines):
            count, width = rows[-1]
            rows.append(following if (following := _ahead(lines[at + len(rows)])) == (count + 1, width) else None)
        end = at + sum(row is not None for row in rows)
        if end - at >= FEW and rows[0] is not None:
            width = rows[0][1]
            head = at > 0 and len(_GAP.split(lines[at - 1].text.strip())) == width - 1
            found[at - head : end] = [_tabbed(line, width) for line in lines[at - head : end]]
        at = max(end, at + 1)
    return found


def _ahead(line: Line) -> tuple[int, int] | None:
    """Return the number that stands first on a line, and how many cells have two blanks or more between them; None where they are few."""
    first = _AHEAD.match(line.text)
    width = len(_GAP.split(line.text)) if first else 0
    return (int(first[1]), width) if first and width >= WIDE else None


def _tabbed(line: Line, width: int) -> Line:
    line = line.strip(" ")
    gaps = [(*gap.span(), "\t") for gap in _GAP.finditer(line.text)]
    parted = line.substituted(gaps)
    return parted if len(gaps) == width - 1 else joined([line.slice(0, 0), parted], "\t")


def _uncounted(rows: Sequence[Line]) -> list[Line]:
    """Return rows without the first cell of each, where that is one more than the one above: but for the heads, of which the first may have none."""
    plain = [row for row in rows if not is_rule(row.text)]
    if not plain:
        return list(rows)
    counts = [_COUNT.match(row.text) for row in plain]
    head = counts[0] is None and _FIRST.match(plain[0].text)
    numbers = [int(count[1]) for count in counts[bool(head) :] if count is not None]
    if len(numbers) < len(plain) - bool(head) or len(numbers) < FEW or numbers != list(range(numbers[0], numbers[0] + len(numbers))):
        return list(rows)
    if not any(map(str.isalpha, "".join(row.text for row in plain))) or (head and head[1].strip() and not _NO_HEAD.fullmatch(head[1].strip())):
        return list(rows)
    return [_beheaded(row) for row in rows]


def _beheaded(row: Line) -> Line:
    """Return a row without its first cell; what then stands alone in it as itself."""
    first = _FIRST.match(row.text)
    if first is None:
        return row
    rest = row.without([(first.start(1), first.end())])
    filled = list(_CELL.finditer(rest.text))
    return rest.slice(*filled[0].span()).strip() if len(filled) == 1 and "\t" in row.text and not rest.text[: filled[0].start()].strip(" ") else rest


def _words(text: str) -> list[str]:
    return [word for cell in _CELL.findall(text) if (word := cell.strip())]


def _counts(words: Sequence[str]) -> bool:
    """Return whether words count the columns of a table, from 0 or 1."""
    return len(words) >= WIDE and list(words) in ([str(number + first) for number in range(len(words))] for first in (0, 1))


def _renamed(head: Line) -> Line:
    """Return the first row of a table with the heads as they were before a program told such apart as are alike, and named such as are empty."""
    seen: set[str] = set()
    gone: list[tuple[int, int]] = []
    for cell in _CELL.finditer(head.text):
        word = cell.group().strip()
        start = cell.start() + cell.group().index(word)
        again = _AGAIN.fullmatch(word)
        if again and again[1] in seen:
            gone.append((start + again.start(2) - 1, start + len(word)))
        elif _NO_HEAD.fullmatch(word):
            gone.append((start, start + len(word)))
        seen.add(word)
    return head.without(gone) if gone else head
