"""``compare``: two reports cell by cell and chapter by chapter."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from govreport.cellnames import cell_name
from govreport.cli.errors import ACCEPTED, REJECTED
from govreport.cli.settings import Settings
from govreport.cli.showing import in_words, untitled
from govreport.cli.single import once, report
from govreport.cli.texts import Texts
from govreport.comparison import CHANGED, EQUAL, INCOMPARABLE, CellLine, ChapterLine, Comparison, FieldLine
from govreport.comparison import compare as compared
from govreport.diagnostics import CellRef
from govreport.model import NotApplicable, Value
from govreport.standard import Standard

Marks = Mapping[tuple[str, str | None, str | None], str]


def compare(settings: Settings, left: str, right: str, source_format: str | None) -> int:
    """Print what differs between two reports; exits 0 where they are equal."""
    standard = settings.standard()
    once((left, right))
    ours, _ = report(left, source_format, settings)
    theirs, _ = report(right, source_format, settings)
    found = compared(ours, theirs, standard)
    print("\n".join(lines(found, (ours.annotations.marks(), theirs.annotations.marks()), standard, settings.say)))
    return ACCEPTED if found.equal else REJECTED


def lines(found: Comparison, marks: tuple[Marks, Marks], standard: Standard, say: Texts) -> Iterator[str]:
    """Yield a comparison as text: what differs and what does not compare, a heading for each part; one line where all is equal.

    ``marks`` are those of either report, as it prints them in cells that are not applicable.
    """
    if found.equal:
        yield say("compare.equal")
        return
    fields = [line for line in found.metadata if line.before != line.after]
    if fields:
        yield say("compare.metadata")
        yield from (_field(line, say) for line in fields)
    for key, group in groupby(found.cells, lambda line: line.table):
        yield from _table(key, list(group), marks, standard, say)
    chapters = [line for line in found.chapters if line.state != EQUAL]
    if chapters:
        yield say("compare.chapters")
        yield from (_chapter(line, standard, say) for line in chapters)


def _field(line: FieldLine, say: Texts) -> str:
    name = say(f"show.{line.name}") if say.has(f"show.{line.name}") else line.name
    left, right = (say("compare.absent") if side is None else in_words(line.name, side, say) for side in (line.before, line.after))
    return say("compare.line", name=name, left=left, right=right)


def _table(key: str, found: Sequence[CellLine], marks: tuple[Marks, Marks], standard: Standard, say: Texts) -> Iterator[str]:
    count = {state: sum(line.state == state for line in found) for state in (EQUAL, CHANGED, INCOMPARABLE)}
    if count[EQUAL] == len(found):
        return
    edition = next(side.edition for line in found for side in (*line.left, *line.right))
    name = cell_name(standard, CellRef(key, edition=edition))
    yield say("compare.cells", name=name, changed=count[CHANGED], equal=count[EQUAL], incomparable=count[INCOMPARABLE])
    yield from (_cell(line, marks, standard, say) for line in found if line.state == CHANGED)
    yield from (_cell(line, marks, standard, say) for line in found if line.state == INCOMPARABLE)


def _cell(line: CellLine, marks: tuple[Marks, Marks], standard: Standard, say: Texts) -> str:
    sides = [" + ".join(cell_name(standard, cell) for cell in side) for side in (line.left, line.right) if side]
    name = " | ".join(dict.fromkeys(sides))
    shown = {"name": name, "left": _value(line.before, line.left, marks[0], say), "right": _value(line.after, line.right, marks[1], say)}
    if line.state == INCOMPARABLE:
        reason = line.why.get(say.lang) or say(f"reason.{line.reason}", left=line.units[0], right=line.units[1])
        return say("compare.incomparable", reason=reason, **shown)
    delta = line.delta
    return say("compare.line", **shown) if delta is None else say("compare.line-delta", delta=f"{delta:+}", **shown)


def _value(value: Value | None, side: tuple[CellRef, ...], marks: Marks, say: Texts) -> str:
    if not side:
        return say("compare.absent")
    if value is None:
        return say("compare.blank")
    if isinstance(value, NotApplicable):
        return marks.get((side[0].table, side[0].row, side[0].column)) or say("value.not-applicable")
    return f"{value}"


def _chapter(line: ChapterLine, standard: Standard, say: Texts) -> str:
    name = line.title or untitled(line.key, standard, say)
    if line.before is None or line.after is None:
        return say("compare.chapter.right-only" if line.before is None else "compare.chapter.left-only", name=name)
    return say("compare.chapter.changed", name=name, left=line.before, right=line.after)
