"""Rows whose cells are parted by signs that no table is usually drawn with, by tabs behind every cell, and items of lists."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from govreport.standard import Standard
from tests.corpus.printed import PrintedCell, PrintedTable
from tests.corpus.truth import Truth, truth
from tests.laid import filled, result, tabbed, text

Rows = Sequence[Sequence[str]]


def shown(row: Sequence[PrintedCell]) -> list[str]:
    return [cell.text.replace("\n", "") for cell in row]


def once(table: PrintedTable) -> Rows:
    """The cells of every row, a merged one where it begins."""
    return [shown(row) for row in table.rows]


def grid(table: PrintedTable) -> Rows:
    return [[cell.text.replace("\n", "") if own else "" for cell, own in row] for row in table.grid()]


def parted(rows: Rows, sign: str, around: str) -> str:
    closing = around.format(sign)
    return "\n".join(closing + sign.join(row) + closing for row in rows)


SIGNS = ["~", "$", "^", "@", "、", "::", "……", " → ", " = ", "｜", "¦", " ; "]


@pytest.mark.parametrize("rows", [once, grid])
@pytest.mark.parametrize("around", ["", "{0}"])
@pytest.mark.parametrize("sign", SIGNS)
def test_every_figure_is_found_whatever_sign_parts_the_cells(sign: str, around: str, rows: Callable[[PrintedTable], Rows], shipped: Standard) -> None:
    for edition, blanks in ((edition, blanks) for edition in ("2019", "2021") for blanks in ("full", "leaves-blank")):
        truth = filled(edition, shipped, blanks)
        _, counts = result(text(truth, lambda table: parted(rows(table), sign, around)), truth, shipped)
        assert (counts.wrong, counts.silent) == (0, 0) and counts.missed < 5, (edition, blanks, counts.faults)


@pytest.mark.parametrize("before", ["", "\t"])
@pytest.mark.parametrize("behind", ["", "\t"])
def test_a_tab_behind_every_row_is_no_cell(before: str, behind: str, shipped: Standard) -> None:
    for edition in ("2019", "2021"):
        truth = filled(edition, shipped, "leaves-blank")
        _, counts = result(text(truth, lambda table: "\n".join(f"{before}{line}{behind}" for line in tabbed(table).split("\n"))), truth, shipped)
        assert (counts.wrong, counts.missed) == (0, 0), (edition, counts.faults)


def test_items_of_lists_that_are_empty_are_no_marks(shipped: Standard) -> None:
    """A row is a list, each of its cells an item."""
    for edition, blanks in ((edition, blanks) for edition in ("2019", "2021") for blanks in ("leaves-blank", "scattered")):
        truth = filled(edition, shipped, blanks)
        _, counts = result(text(truth, lambda table: "\n".join("\n".join(["-", *(f"  - {cell}" for cell in row)]) for row in grid(table))), truth, shipped)
        assert (counts.wrong, counts.silent) == (0, 0), (edition, blanks, counts.faults)


@pytest.mark.parametrize("write", ["/".join, "".join, lambda row: "".join(f"（{cell}）" for cell in row), lambda row: "".join(f"[{cell}]" for cell in row)])
def test_a_table_of_which_no_cell_is_read_is_said_as_a_whole(write: Callable[[Sequence[str]], str], shipped: Standard) -> None:
    for edition in ("2019", "2021"):
        truth = filled(edition, shipped, "zeros-blank")
        _, counts = result(text(truth, lambda table: "\n".join(map(write, once(table)))), truth, shipped)
        assert counts.wrong == 0 and counts.silent == 0, counts.faults


def test_signs_in_the_words_of_a_report_stay(report: Truth, shipped: Standard) -> None:
    overview = "公开~指南~年报\n网站、微信、报纸\n目标=任务=结果"
    found, counts = result(text(report, tabbed, overview), report, shipped)
    assert (counts.wrong, counts.missed) == (0, 0), counts.faults
    assert found.report and "网站、微信、报纸" in str(found.report.chapters) and "公开~指南~年报" in str(found.report.chapters)


def innermost(table: PrintedTable) -> Rows:
    """Every row with the last of its labels only."""
    return [[*[cell for cell, each in zip(shown(row), row, strict=True) if not each.place][-1 if any(each.place for each in row) else 0 :],
             *(cell.text for cell in row if cell.place)] for row in table.rows]  # fmt: skip


@pytest.mark.parametrize("rows", [once, grid, innermost])
@pytest.mark.parametrize("blanks", ["full", "leaves-blank", "scattered"])
@pytest.mark.parametrize("sign", ["\t\t", "\t \t", " | | ", "||"])
def test_two_marks_part_two_cells_where_a_single_one_never_does(sign: str, blanks: str, rows: Callable[[PrintedTable], Rows], shipped: Standard) -> None:
    for edition in ("2019", "2021"):
        truth = filled(edition, shipped, blanks)
        _, counts = result(text(truth, lambda table: parted(rows(table), sign, "")), truth, shipped)
        assert (counts.wrong, counts.silent) == (0, 0) and counts.missed < 20, (edition, counts.faults)
        _, counts = result(text(truth, lambda table: parted([[cell for cell in row if cell] for row in rows(table)], sign, "")), truth, shipped)
        assert (counts.wrong, counts.silent) == (0, 0), (edition, counts.faults)


@pytest.mark.parametrize("rows", [once, grid, innermost])
@pytest.mark.parametrize("sign", ["|", "  ", " + ", " . ", " > ", " ...  "])
def test_empty_cells_between_bars_blanks_and_signs_move_no_figure(sign: str, rows: Callable[[PrintedTable], Rows], shipped: Standard) -> None:
    for edition, blanks, seed in ((edition, blanks, seed) for edition in ("2019", "2021") for blanks in ("leaves-blank", "scattered") for seed in (0, 1, 2)):
        report = truth(50000 + seed, shipped, blanks=blanks, regime="town", editions=(edition,))
        _, counts = result(text(report, lambda table: parted(rows(table), sign, "")), report, shipped)
        assert (counts.wrong, counts.silent) == (0, 0), (edition, blanks, seed, counts.faults)
