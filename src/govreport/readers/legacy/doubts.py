"""What puts the figures of a copy of a table, or of one of its rows, in doubt: others may be among them, or they another's."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import itemgetter

from govreport.readers.legacy.drift import drifting
from govreport.readers.legacy.fragments import is_rule
from govreport.readers.legacy.instances import SOLID, Instance, Run
from govreport.readers.legacy.labels import normal
from govreport.readers.legacy.lines import Line
from govreport.readers.legacy.records import Record
from govreport.readers.legacy.tokens import Token, What

MANY, NEAR = 2, 2
"""So many times as many figures as a row has cells are those of other rows too; so many lines away a broken number may be one of a row's."""
_CUT = re.compile("[+-]?[0-9]{1,3}(?:[,\uff0c][0-9]{3})*[,\uff0c]")
_MARK = "[\u2014\u2013/\\\\-]"
_TOGETHER = re.compile(f"0[0-9]+|{_MARK}*[0-9]+{_MARK}[0-9\u2014\u2013/\\\\-]*|{_MARK}{{2,}}[0-9][0-9\u2014\u2013/\\\\-]*")
_STROKES = re.compile(r"[0-9|]{1,12}")
_APART = re.compile(r"(?<!\S)\|(?!\S)")
_CLOSE = re.compile(r"[^\W\d_]\||\|[^\W\d_]")
_TIGHT = re.compile(r"(?<=[ \t])(?:\|[0-9|]*[0-9][0-9|]*|[0-9]+\|[0-9|]*)(?=[ \t])")
_CELLS = (*SOLID, What.BLANK)
_NO_WORDS = (What.LABEL, What.HEADING)


def is_torn(record: Record, lines: Sequence[Line]) -> bool:
    """Return whether a line break stands inside a cell of a row with tabs, or a figure on another line than its bars: whose it is nobody can tell."""
    pairs = [(one, other) for one, other in pairwise(record.run.slots) if other.line != one.line and one.barred and other.what in SOLID]
    return any(
        (other.first and one.what in SOLID and "\t" in lines[one.line].text) or (one.grid and not other.barred and other.cell is None) for one, other in pairs
    )


def signs_between(found: Instance, records: Sequence[Record]) -> frozenset[str]:
    """Return the signs without bars that may stand between the cells of a copy, not in place of one: beside its rows, or in one that they do not fill."""
    uneven = (slot for record in records if len(record.run.solid) != len(record.cells) for slot in record.run.solid)
    return frozenset(token.text for token in (*found.strays, *uneven) if _is_sign(token))


def _is_sign(token: Token) -> bool:
    return token.what is What.TEXT and not token.barred and token.cell is None and not normal(token.text)


def among_words(record: Record, spoken: Sequence[int]) -> bool:
    """Return whether words with a figure, which stand on the lines given in order, stand between the numbers of a row without a label."""
    lines = [slot.line for slot in record.run.solid] if record.run.label is None else []
    return bool(lines) and bisect_left(spoken, min(lines)) < bisect_right(spoken, max(lines))


def has_rest(record: Record) -> bool:
    """Return whether a piece of a row can only be the rest of a number."""
    return any(map(_is_rest, record.run.solid))


def going_on(found: Instance) -> frozenset[int]:
    """Return the rows, by ``id``, whose numbers may go on in the line of cells behind them, though they have as many as columns.

    A row whose label was lost has as many cells as the one before it, and all on one line, as that has with its label; where another
    is broken, or a piece can only be the rest of a number, no such line is taken for one. So are rows whose figures may have moved from one to another.
    """
    pairs = [(one, other) for one, other in pairwise(found.runs) if one.label is not None and other.label is None and one.solid and other.solid]
    labelled = {token.line for token in found.labels}
    pairs = [(one, other) for one, other in pairs if other.slots[0].cell is None and other.slots[0].line not in labelled]
    broken = frozenset(id(one) for one, _ in pairs) if any(_is_broken(one, other) for one, other in pairs) else frozenset()
    return broken | drifting(found)


def _is_broken(row: Run, behind: Run) -> bool:
    line = [slot for slot in behind.slots if slot.line == behind.slots[0].line and slot.what in _CELLS]
    lines = {slot.line for slot in row.solid} | ({row.label.last_line} if row.label else set())
    return len(lines) > 1 or len(line) < len(row.solid) or any(map(_is_rest, line))


def _is_rest(token: Token) -> bool:
    """Return whether a piece that nothing but blanks part is the rest of a number: it has more digits than one, and the first is a 0."""
    return not token.barred and token.cell is None and token.text.isdecimal() and len(token.text) > 1 and token.text[0] == "0"


def unsure(records: Sequence[Record], lines: Sequence[Line]) -> frozenset[int]:
    """Return the lines whose pieces may be no cells: a number and what is set beside it, one of a page, or one that a bar breaks which was a digit."""
    return frozenset((*_uneven(records), *_alone(records), *_with_strokes(records, lines), *_between_rules(records, lines)))


def _uneven(records: Sequence[Record]) -> Iterator[int]:
    """Yield the lines with several pieces where a row has a line for each of its own."""
    rows = [Counter(token.line for token in record.run.solid if not token.barred and token.cell is None) for record in records if len(record.cells) > 1]
    lines = {line: count for row in rows for line, count in row.items()}
    single = sum(count == 1 for count in lines.values())
    told = any(len(row) > 1 for row in rows) and 2 * single >= len(lines)
    yield from (line for line, count in lines.items() if told and count > 1)


def _alone(records: Sequence[Record]) -> Iterator[int]:
    """Yield the lines with a single figure of a row, not beside its label, where most rows are a line each: it may be the number of a page."""
    rows = [(run.label.last_line, run.solid) for record in records if len(record.cells) > 1 and (run := record.run).label is not None and run.solid]
    parted = [(line, solid) for line, solid in rows if solid[-1].line != line]
    if MANY * len(parted) < len(rows):
        counts = ((line, Counter(token.line for token in solid if not token.barred and token.cell is None)) for line, solid in parted)
        yield from (line for own, count in counts for line, pieces in count.items() if pieces == 1 and line != own)


def _with_strokes(records: Sequence[Record], lines: Sequence[Line]) -> Iterator[int]:
    """Yield the lines on which a bar may be a digit that nobody could read.

    They have more bars than the rule above them, a bar right beside a digit where others have blanks around, or nothing but bars and
    digits where the row has other figures without a bar.
    """
    texts = {slot.line: lines[slot.line].text.strip() for record in records for slot in record.run.solid if slot.barred and slot.cell is None}
    if not any("|" in text for text in texts.values()):
        return
    close = [_CLOSE.search(line.text) is not None for line in lines if "|" in line.text]
    apart = len(close) > MANY * sum(close)
    rules = [number for number, line in enumerate(lines) if "|" in line.text and is_rule(line.text)]
    usual = max(Counter(text.count("|") for text in texts.values() if text).items(), key=itemgetter(1), default=(0, 0))[0]
    for record in records:
        bare = any(not slot.barred for slot in record.run.solid)
        for slot in record.run.solid:
            text = texts.get(slot.line, "")
            above = bisect_left(rules, slot.line) - 1 if slot.grid and text[:1] == "|" and text.count("|") > usual else -1
            over = above >= 0 and lines[rules[above]].text.count("|") == usual
            if over or (bare and _STROKES.fullmatch(text)) or (apart and len(_APART.findall(text)) > len(_TIGHT.findall(text)) > 0):
                yield slot.line


def _between_rules(records: Sequence[Record], lines: Sequence[Line]) -> Iterator[int]:
    """Yield the lines of rows, each ruled off from the next, that have figures on other lines too: what was broken over them nobody can tell."""
    rules = [number for number, line in enumerate(lines) if "+" in line.text and is_rule(line.text)]
    if len(rules) <= len(records):
        return
    own = {slot.line for record in records for slot in record.run.solid if slot.barred and slot.cell is None}
    whole = {record.run.solid[0].line for record in records if record.run.label is not None and record.run.solid}
    for number in {bisect_left(rules, line) for line in own}:
        band = range(rules[number - 1] + 1, rules[number]) if 0 < number < len(rules) else range(0)
        figured = [line for line in band if any(part.strip().isdecimal() for part in lines[line].text.split("|"))]
        yield from figured if len(figured) > 1 and not whole.issuperset(figured) else ()


def overfull(records: Sequence[Record]) -> bool:
    """Return whether several rows without bars have more figures than columns: others may have as many only because their empty cells were lost."""
    rows = [(record, [slot for slot in record.run.solid if any(map(str.isdigit, slot.text))]) for record in records if len(record.cells) > 1]
    return sum(len(figures) > len(record.cells) and not figures[0].barred and figures[0].cell is None for record, figures in rows) >= MANY


def sparse(records: Sequence[Record]) -> bool:
    """Return whether some rows with a line a cell have fewer cells than columns: in another, what is no cell may take the place of an empty one."""
    rows = [record for record in records if len(record.cells) > 1 and not any(slot.barred or slot.cell is not None for slot in record.run.slots)]
    return any(1 < len({slot.line for slot in record.run.slots}) == len(record.run.slots) < len(record.cells) for record in rows)


def is_near(record: Record, cut: Sequence[int]) -> bool:
    """Return whether one of the lines given in order, on which a piece of a broken number stands, is one of a row's without bars, or next to it."""
    lines = [slot.line for slot in record.run.solid if not slot.barred and slot.cell is None]
    return bool(lines) and bisect_left(cut, min(lines) - NEAR) < bisect_right(cut, max(lines) + NEAR)


def is_cut(token: Token) -> bool:
    """Return whether a piece is a number that breaks off behind the mark of its thousands."""
    return token.what not in _NO_WORDS and not token.barred and token.cell is None and _CUT.fullmatch(token.text) is not None


def is_apart(record: Record) -> bool:
    """Return whether none of the cells of a row stands on the line of its label."""
    label = record.run.label
    return label is not None and label.cell is None and bool(record.run.solid) and record.run.solid[0].line != label.last_line


def mostly_bare(records: Sequence[Record]) -> bool:
    """Return whether more than half of the rows have a label and no cell, though others have cells."""
    return 2 * sum(record.run.label is not None and not record.run.slots for record in records) > len(records)


def leads(found: Instance, records: Sequence[Record]) -> bool:
    """Return whether numbers may stand before the labels of their rows: a whole row's before the first label, and none behind the last."""
    first, last = (records[0], records[-1]) if records else (None, None)
    if first is None or last is None or first.run.label is None or not first.run.solid or first.run.solid[0].barred or last.run.solid:
        return False
    ahead = [token for token in found.strays if token.what is What.VALUE and (token.line, token.start) < (first.run.label.line, first.run.label.start)]
    return len(ahead) == len(first.cells)


def displaced(found: Instance, records: Sequence[Record]) -> bool:
    """Return whether figures stand beside the rows of a copy, or far too many behind one, while another row has no cell: whose they are nobody can tell."""
    bare = any(not record.run.slots and record.run.label is not None and record.run.label.cell is None for record in records)
    return bare and (piled(records) or any(token.what is What.VALUE for token in found.strays))


def piled(records: Sequence[Record]) -> bool:
    """Return whether far too many figures stand behind one row, or several run together in those of some: each may have others'."""
    together = (any(_is_together(slot) for slot in record.run.solid) for record in records)
    return sum(together) >= MANY or any(len(record.run.solid) > MANY * len(record.cells) for record in records)


def _is_together(token: Token) -> bool:
    """Return whether a piece can only be several cells without anything between them: figures with a mark of none among them, or a 0 before."""
    return not token.barred and token.cell is None and _TOGETHER.fullmatch(token.text) is not None
