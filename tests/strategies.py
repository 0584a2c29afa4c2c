"""Hypothesis strategies that generate any valid report of a standard: every edition, every kind of block, prose that tempts each format.

A strategy is made once and drawn from often: making one, and Hypothesis' look at what it is made of, costs many times what a draw does.
"""

from __future__ import annotations

import datetime
import string
from decimal import Decimal
from functools import cache

from hypothesis import strategies as st

from govreport.envelope import envelope
from govreport.forms import TableForm
from govreport.model import (
    NA,
    Agency,
    Annotations,
    Attachment,
    Block,
    Chapter,
    Division,
    Grid,
    Metadata,
    Note,
    Paragraph,
    Period,
    Provenance,
    Report,
    Restatement,
    Section,
    Table,
    Value,
    Waiver,
    ZeroDeclaration,
)
from govreport.standard import Standard
from govreport.xmltext import allowed

TEMPTING = (
    "# 一、总体情况", "#", "##（一）主动公开", "| 甲 | 乙 |", "|", "\\", "\\\\", "a\\|b", "末尾\\", "---", "-", "- 项目", "> 引用",
    ": 冒号", "{table applications 2021}", "{end ##}", "{note}", "title: 年度报告", "govreport: 1.0", "1. 项目", "１２３，４５６",
    "（一）", "“三安全一稳定”", "𠀀𫝀𬺰𮯰𰀀", "𣲗㘵䶮", "a\tb", "甲\t\t乙", "甲  乙", "甲　乙", "NA", "null", "0", "007", "+1",
    "1,036", "]]>", "<![CDATA[", "&amp;", "&#9;", "\"引号\"", "'", "\u00a0x".strip(), "e\u0301", "\u200b", "\u2028".join("甲乙"),
    "甲\u0085乙", "甲\u007f乙", "$x$", "=1+1", "@", "元", "12 元", "{#overview}", "一 {#x}", "\\{", "`code`", "*", "a\u3000b",
    "\ufeff甲", "😀", "甲" * 300,
)  # fmt: skip

_CHARACTERS = st.one_of(
    st.sampled_from("一二三四五六、。，（）“”：；０９ａ｜＃－　 \t|#\\-{}>:~`*\"'&<]/"),
    st.characters(min_codepoint=0x20, max_codepoint=0x7E),
    st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF),
    st.characters(min_codepoint=0x20000, max_codepoint=0x323AF),
    st.characters(min_codepoint=0x9, max_codepoint=0x10FFFF, exclude_categories=["Cs"]).filter(lambda each: allowed(each) == each),
).filter(lambda character: character not in "\r\n")

_DATES = st.dates(datetime.date(1950, 1, 1), datetime.date(2100, 12, 31))
_DIGEST = st.text("0123456789abcdef", min_size=64, max_size=64)
_KEY = st.text(string.ascii_letters, min_size=1, max_size=8)


@cache
def texts(longest: int = 30) -> st.SearchStrategy[str]:
    """Any text that a paragraph or title may be."""
    return st.one_of(st.sampled_from(TEMPTING), st.text(_CHARACTERS, min_size=1, max_size=longest).map(str.strip).filter(bool))


@cache
def maybe(strategy: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    """A value or nothing."""
    return st.none() | strategy


@cache
def values(kind: str) -> st.SearchStrategy[Value | None]:
    """What a cell of a column of a kind may hold, blank included."""
    if kind == "money":
        cents = st.integers(0, 10**12 - 1).map(Decimal)
        number = st.tuples(cents, st.integers(0, 6)).map(lambda pair: pair[0].scaleb(-pair[1]))
    else:
        number = st.one_of(st.integers(0, 9), st.integers(0, 10**12 - 1))
        if kind == "change":
            number = st.one_of(number, number.map(lambda value: -value))
    return st.one_of(st.just(0), st.none(), st.just(NA), number)


@cache
def fillings(kind: str) -> st.SearchStrategy[list[Value | None]]:
    """A few values for the cells of columns of a kind."""
    return st.lists(values(kind), min_size=1, max_size=6)


@cache
def chosen_units(rows: tuple[str, ...], units: tuple[str, ...]) -> st.SearchStrategy[dict[str, str]]:
    """Units for some of the rows with money."""
    return st.dictionaries(st.sampled_from(rows), st.sampled_from(units), max_size=2)


_SEEDS = st.integers(0, 2**30)


@st.composite
def tables(draw: st.DrawFn, form: TableForm, units: tuple[str, ...]) -> Table:
    """A table of the form, filled in any way; the filling repeats a few drawn values, so that a large form stays cheap."""
    seed = draw(_SEEDS)
    cells: dict[tuple[str, str], Value] = {}
    drawn: dict[str, list[Value | None]] = {}
    for at, (row, key) in enumerate(form.cells):
        column = form.columns[row][key]
        if column.kind not in drawn:
            drawn[column.kind] = draw(fillings(column.kind))
        choices = drawn[column.kind]
        value = choices[(seed >> at % 24) % len(choices)]
        if value is not None:
            cells[row, key] = value
    money = tuple(row for row in form.columns if form.money_column(row))
    chosen = draw(chosen_units(money, units)) if money and units else {}
    return Table(form.key, form.edition, cells, chosen)


@cache
def grids() -> st.SearchStrategy[Grid]:
    """A plain table with empty cells, ragged rows and rows without cells."""
    rows = st.lists(st.lists(st.just("") | texts(10), max_size=4).map(tuple), max_size=4).map(tuple)
    return st.builds(Grid, rows, maybe(texts(10)))


@cache
def prose(depth: int = 2) -> st.SearchStrategy[tuple[Block, ...]]:
    """Paragraphs, grids and nested sections in any order."""
    leaf = st.one_of(st.builds(Paragraph, texts()), st.builds(Paragraph, texts()), grids())
    if depth == 0:
        return st.lists(leaf, max_size=3).map(tuple)
    section = st.builds(Section, maybe(texts(6)), maybe(texts(10)), prose(depth - 1))
    return st.lists(st.one_of(leaf, section), max_size=4).map(tuple)


@cache
def agencies(standard: Standard) -> st.SearchStrategy[Agency]:
    """An agency of which anything may be unknown."""
    allowed = envelope(standard).enumerations
    division = st.builds(Division, texts(8), maybe(texts(8)), maybe(_DATES))
    return st.builds(
        Agency,
        maybe(texts(12)),
        maybe(st.sampled_from(allowed["AgencyKind"])),
        maybe(st.sampled_from(allowed["AgencyLevel"])),
        maybe(texts(8)),
        maybe(division),
    )


@cache
def metadata(standard: Standard) -> st.SearchStrategy[Metadata]:
    """Metadata of which anything may be unknown."""
    scopes = st.sampled_from(envelope(standard).enumerations["Scope"])
    period = st.builds(Period, _DATES, _DATES)
    return st.builds(
        Metadata,
        agencies(standard),
        maybe(st.integers(1000, 9999)),
        maybe(period),
        maybe(scopes),
        maybe(texts()),
        maybe(texts(8)),
        maybe(_DATES),
        maybe(texts()),
    )


_MARKS = st.sampled_from(("/", "—", "无", "-", "5", "NA", "\\", "|", "元", "1 元"))


@cache
def remarks(standard: Standard) -> tuple[st.SearchStrategy[list[object]], ...]:
    """Lists of notes, restatements, waivers and declarations of zero, in the order of the annotations."""
    allowed = envelope(standard).enumerations
    note = st.builds(Note, _KEY, texts(), maybe(_KEY.map(lambda key: f"{key}.{key}")), maybe(_KEY), st.sampled_from(allowed["Note.kind"]))
    figures = st.one_of(st.integers(-(10**12) + 1, 10**12 - 1).map(Decimal), st.integers(0, 10**9).map(lambda value: Decimal(value).scaleb(-3)))
    restatement = st.builds(Restatement, _KEY, _KEY, _KEY, figures, figures, st.sampled_from(allowed["Restatement.reason"]), maybe(texts()))
    waiver = st.builds(Waiver, st.sampled_from(("T3-ROW", "CELL-BLANK")), texts(), maybe(_KEY), maybe(_KEY), maybe(_KEY), maybe(texts(6)), maybe(_DATES))
    zero = st.builds(ZeroDeclaration, _KEY, maybe(texts(6)), maybe(_DATES))
    return (st.lists(note, max_size=3), *(st.lists(each, max_size=2) for each in (restatement, waiver, zero)))


@st.composite
def annotations(draw: st.DrawFn, standard: Standard, placed: list[Table]) -> Annotations:
    """Annotations, with marks for some of the cells that are not applicable."""
    marks = [Note(table.key, draw(_MARKS), row, column, "mark") for table in placed for (row, column), value in list(table.cells.items())[:6] if value is NA]
    notes, *others = (draw(each) for each in remarks(standard))
    return Annotations((*marks, *notes), *map(tuple, others))  # type: ignore[arg-type]


@cache
def chosen_tables(standard: Standard) -> st.SearchStrategy[tuple[TableForm, ...]]:
    """Tables of a standard, each once, of any of its editions."""
    forms = {key: [edition.tables[key] for edition in standard.forms.values() if key in edition.tables] for key in standard.table_keys}
    keys = st.lists(st.sampled_from(standard.table_keys), unique=True, max_size=3)
    return keys.flatmap(lambda chosen: st.tuples(*(st.sampled_from(forms[key]) for key in chosen)))


@cache
def chapters_of(standard: Standard) -> st.SearchStrategy[Chapter]:
    """A chapter with a key of any edition or without, without a table."""
    keys = [chapter.key for form in standard.forms.values() for chapter in form.chapters]
    return st.builds(Chapter, maybe(st.sampled_from(keys)), maybe(texts(6)), maybe(texts(10)), prose())


_ATTACHMENTS = st.lists(st.builds(Attachment, texts(10), maybe(texts(8)), maybe(texts(8)), maybe(_DIGEST), prose(1)), max_size=2)
_SOURCE = maybe(st.builds(Provenance, texts(8), _DIGEST, texts(8), texts(4)))
_FEW, _PLACES, _TRUTHS = st.integers(0, 4), st.integers(0, 3), st.booleans()


@st.composite
def reports(draw: st.DrawFn, standard: Standard) -> Report:
    """Any valid report: tables of any edition anywhere, each table once."""
    units = envelope(standard).enumerations.get("Unit", ())
    placed = [draw(tables(form, units)) for form in draw(chosen_tables(standard))]
    chapters = [draw(chapters_of(standard)) for _ in range(max(draw(_FEW), bool(placed)))]
    for table in placed:
        at = draw(_FEW) % len(chapters)
        chapters[at] = _with(chapters[at], draw(_PLACES), table, draw(_TRUTHS))
    said = draw(annotations(standard, placed))
    return Report(standard.claim, draw(metadata(standard)), tuple(chapters), tuple(draw(_ATTACHMENTS)), said, draw(_SOURCE))  # type: ignore[arg-type]


def _with(chapter: Chapter, at: int, table: Table, nested: bool) -> Chapter:
    block: Block = Section(None, None, (table,)) if nested else table
    blocks = (*chapter.blocks[:at], block, *chapter.blocks[at:])
    return Chapter(chapter.key, chapter.number, chapter.title, blocks)
