"""Figures that a recogniser or a hand has spoiled: what is not sure is left blank and said, and moves no other figure."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

import pytest

from govreport.standard import Standard
from tests.corpus.printed import PrintedTable
from tests.corpus.truth import truth
from tests.laid import page, result, tagged, text

Spoil = Callable[[str, Random], str]


def spoiled(spoil: Spoil, seed: int, write: Callable[[list[list[str]]], str]) -> Callable[[PrintedTable], str]:
    def of(table: PrintedTable) -> str:
        chance = Random(f"{table.key} {seed}")
        grid = [[(spoil(cell.text, chance) if cell.place else cell.text.replace("\n", "")) if own else "" for cell, own in row] for row in table.grid()]
        return write(grid)

    return of


def lines(grid: list[list[str]]) -> str:
    return "\n".join(cell for row in grid for cell in row if cell)


def ruled(grid: list[list[str]]) -> str:
    rows = ["| " + " | ".join(row) + " |" for row in grid]
    return "\n".join([rows[0], "|" + "---|" * len(grid[0]), *rows[1:]])


def tabs(grid: list[list[str]]) -> str:
    return "\n".join("\t".join(row) for row in grid)


SPOILS: dict[str, Spoil] = {
    "bars for ones": lambda cell, chance: cell.replace("1", "|") if chance.random() < 0.5 else cell,
    "stops": lambda cell, chance: cell + "。" if chance.random() < 0.1 else cell,
    "marks that say the same": lambda cell, chance: '"' if chance.random() < 0.1 else cell,
    "numerals": lambda cell, chance: "〇一二三四五六七八九"[int(cell)] if cell.isdigit() and 0 < int(cell) < 10 else cell,
    "circles": lambda cell, chance: chr(0x245F + int(cell)) if cell.isdigit() and 0 < int(cell) < 10 and chance.random() < 0.5 else cell,
    "raised": lambda cell, chance: cell.translate(dict(zip(range(48, 58), "⁰¹²³⁴⁵⁶⁷⁸⁹", strict=True))) if chance.random() < 0.1 else cell,
}


@pytest.mark.parametrize("write", [lines, ruled, tabs])
@pytest.mark.parametrize("spoil", SPOILS)
def test_a_spoiled_figure_is_left_blank_and_said(spoil: str, write: Callable[[list[list[str]]], str], shipped: Standard) -> None:
    for seed in range(6):
        report = truth(50000 + seed, shipped, blanks="full", regime=("town", "county")[seed % 2], editions=(("2021", "2019")[seed % 2],))
        _, counts = result(text(report, spoiled(SPOILS[spoil], seed, write)), report, shipped)
        assert (counts.wrong, counts.silent) == (0, 0), (seed, counts.faults)


@pytest.mark.parametrize("write", [lines, ruled, tabs])
def test_the_mark_of_a_number_that_is_text_is_no_part_of_it(write: Callable[[list[list[str]]], str], shipped: Standard) -> None:
    for seed in range(2):
        report = truth(50000 + seed, shipped, blanks="full", regime="town", editions=("2021",))
        _, counts = result(text(report, spoiled(lambda cell, chance: f"'{cell}" if chance.random() < 0.5 else cell, seed, write)), report, shipped)
        assert (counts.wrong, counts.missed) == (0, 0), (seed, counts.faults)


@pytest.mark.parametrize("struck", ["<s>{}</s>", "<del>{}</del>", '<span style="text-decoration: line-through">{}</span>'])
def test_a_figure_that_is_struck_out_is_said(struck: str, shipped: Standard) -> None:
    report = truth(50000, shipped, blanks="full", regime="town", editions=("2021",))
    source = page(report, tagged).replace('<td colspan="1" rowspan="1">0</td>', f'<td colspan="1" rowspan="1">{struck.format(0)}</td>', 9)
    _, counts = result(source, report, shipped)
    assert (counts.wrong, counts.silent, counts.missed) == (0, 0, 9), counts.faults


STYLED = "<style>.up {{vertical-align: super}} span.MsoEndnote{{mso-text-raise:3.0pt}} .W {{color:#FFFFFF}} .del{{text-decoration:line-through}}</style>{}"
"""Rules as office programs write them into the pages that they save."""
BESIDE = {
    "class": '{}<span class="up">1</span>',
    "note": '<span>{}<span class="up"><span title="注"><a href="#ftn1">1</a></span></span></span>',
    "element and class": "{}<span class=MsoEndnote>12</span>",
    "style": '{}<span style="vertical-align:super">1</span>',
    "raise": '{}<span style="position:relative;mso-text-raise:3.5pt">1</span>',
    "font": '{}<font color="#ffffff"><font face="宋体">9</font></font>',
    "nested": '{}<span style="color:white"><span lang="EN-US">9</span></span>',
    "white": '{}<span class="W">9</span>',
    "struck": '<span class="del">9</span>{}',
    "small": "{}<small>1</small>",
}


@pytest.mark.parametrize("beside", BESIDE)
def test_digits_that_an_office_program_sets_beside_a_figure_are_no_part_of_it(beside: str, shipped: Standard) -> None:
    """Numbers of footnotes, digits in white: 12 with a footnote 1 was read as 121."""
    report = truth(50000, shipped, blanks="full", regime="town", editions=("2021",))
    cell = '<td colspan="1" rowspan="1">0</td>'
    source = STYLED.format(page(report, tagged).replace(cell, cell.replace(">0<", f">{BESIDE[beside].format(0)}<"), 9))
    found, counts = result(source, report, shipped)
    assert (counts.wrong, counts.silent, counts.missed) == (0, 0, 9), counts.faults
    assert sum(each.code == "TEXT-VALUE" for each in found.diagnostics) == 9


UNSEEN = {
    "height": '<span style="display:inline-block;max-height:0;overflow:hidden">9</span>',
    "clip": '<span style="position:absolute;clip-path:inset(100%)">9</span>',
    "tiny": '<span style="font-size:1px">9</span>',
    "faded": '<span style="opacity:0.01">9</span>',
}


@pytest.mark.parametrize("unseen", UNSEEN)
def test_digits_that_a_style_keeps_from_being_seen_are_not_read(unseen: str, shipped: Standard) -> None:
    report = truth(50000, shipped, blanks="full", regime="town", editions=("2021",))
    _, counts = result(page(report, lambda table: tagged(table, f"{{}}{UNSEEN[unseen]}")), report, shipped)
    assert (counts.wrong, counts.silent, counts.missed) == (0, 0, 0), counts.faults


TURNED = (
    '<bdo dir="rtl">{}</bdo>',
    '<span style="unicode-bidi:bidi-override; direction:rtl">{}</span>',
    "\u202e{}\u202c",
    '<script>document.write("{}")</script>',
)


@pytest.mark.parametrize("turned", TURNED)
def test_figures_that_are_turned_round_or_written_by_a_script_are_said(turned: str, shipped: Standard) -> None:
    """A page that shows 12 may hold 21, for those who copy it."""
    report = truth(50000, shipped, blanks="full", regime="town", editions=("2021",))
    cell = '<td colspan="1" rowspan="1">0</td>'
    source = page(report, tagged).replace(cell, cell.replace(">0<", f">{turned.format(0)}<"), 9)
    _, counts = result(source, report, shipped)
    assert (counts.wrong, counts.silent, counts.missed) == (0, 0, 9), counts.faults


def test_a_page_that_is_white_on_a_ground_of_its_style_sheet_is_read(shipped: Standard) -> None:
    report = truth(50000, shipped, blanks="full", regime="town", editions=("2021",))
    written = page(report, lambda table: tagged(table, '<span class="W">{}</span>'))
    _, counts = result(STYLED.format(written), report, shipped)
    assert (counts.wrong, counts.missed) == (0, 0), counts.faults
