"""Tables written as lists: of the figures of one column at a time, of figures behind a label and a colon; and by heads in an order of their own."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

import pytest

from govreport.standard import Standard
from tests.corpus.printed import PrintedTable
from tests.laid import filled, result, tabbed, text, words

HEADS = ("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计")


def rows_of(table: PrintedTable) -> list[tuple[str, list[str]]]:
    """Return the rows of the table of applications, nothing of another."""
    rows = [words(row) for row in table.rows]
    return [(label, figures) for label, figures in rows if label and len(figures) == len(HEADS)]


@pytest.mark.parametrize("gap", ["\t", " ", "："])
@pytest.mark.parametrize("edition", ["2019", "2021"])
def test_figures_below_the_name_of_one_column_are_no_totals(edition: str, gap: str, shipped: Standard) -> None:
    def write(table: PrintedTable) -> str:
        rows = rows_of(table)
        lists = ["\n".join([head, *(f"{label}{gap}{figures[at]}" for label, figures in rows)]) for at, head in enumerate(HEADS)]
        return "\n".join(lists) if rows else tabbed(table)

    truth = filled(edition, shipped)
    _, counts = result(text(truth, write), truth, shipped)
    assert (counts.wrong, counts.silent) == (0, 0), counts.faults


def strung(mark: str, behind: str = "：") -> Callable[[PrintedTable], str]:
    """Every row its label, a sign, and its figures with a mark between each two; heads as they stand."""

    def write(table: PrintedTable) -> str:
        lines = []
        for row in table.rows:
            label, figures = words(row)
            lines.append(f"{label}{behind if label else ''}{mark.join(figures)}" if figures else " ".join(cell.text for cell in row))
        return "\n".join(lines)

    return write


@pytest.mark.parametrize("mark", ["，", "、", ",", "; ", "；"])
@pytest.mark.parametrize("edition", ["2019", "2021"])
def test_figures_behind_a_label_and_a_colon_are_those_of_its_columns(edition: str, mark: str, shipped: Standard) -> None:
    truth = filled(edition, shipped)
    _, counts = result(text(truth, strung(mark)), truth, shipped)
    assert (counts.wrong, counts.missed) == (0, 0), counts.faults


@pytest.mark.parametrize("dots", ["……", "..........", "……………", "·····"])
def test_dots_lead_from_a_label_to_its_figures(dots: str, shipped: Standard) -> None:
    for edition in ("2019", "2021"):
        truth = filled(edition, shipped)
        _, counts = result(text(truth, strung(" ", dots)), truth, shipped)
        assert (counts.wrong, counts.missed) == (0, 0), (edition, counts.faults)


@pytest.mark.parametrize("mark", ["，", ",", "、"])
def test_empty_cells_between_such_figures_are_kept_and_lost_ones_are_not_guessed(mark: str, shipped: Standard) -> None:
    for edition, blanks in (("2019", "scattered"), ("2021", "zeros-blank"), ("2021", "leaves-blank"), ("2021", "marks")):
        truth = filled(edition, shipped, blanks)
        whole = text(truth, strung(mark))
        _, counts = result(whole, truth, shipped)
        assert (counts.wrong, counts.silent) == (0, 0), (edition, blanks, counts.faults)
        assert counts.share > 0.8, (edition, blanks, counts.faults)
        dropped = re.sub(f"{mark}(?={mark}|$)|(?<=：){mark}+", "", whole, flags=re.MULTILINE)
        _, counts = result(dropped, truth, shipped)
        assert (counts.wrong, counts.silent) == (0, 0), (edition, blanks, counts.faults)


def test_thousands_that_are_set_off_by_the_sign_between_figures_part_none(shipped: Standard) -> None:
    """Where a row has another number of parts than columns, one with as many may have lost a cell and have a number of two parts."""
    truth = filled("2021", shipped)
    table = truth.tables["applications"]
    table.cells["results.granted", "naturalPerson"] = 1234
    table.cells["results.granted", "commercialEnterprise"] = None
    table.cells["received", "naturalPerson"] = 5678

    def write(printed: PrintedTable) -> str:
        rows = [(label, [f"{int(figure):,}" for figure in figures if figure]) for label, figures in rows_of(printed)]
        return "\n".join([" ".join(HEADS), *(f"{label}：{','.join(figures)}" for label, figures in rows)]) if rows else tabbed(printed)

    _, counts = result(text(truth, write), truth, shipped)
    assert counts.wrong == 0, counts.faults


ORDERS = ((6, 0, 1, 2, 3, 4, 5), (0, 6, 1, 2, 3, 4, 5), (5, 4, 3, 2, 1, 0, 6), (3, 6, 1, 0, 2, 5, 4))


def ordered(order: Sequence[int], bars: bool, drop: bool = False) -> Callable[[PrintedTable], str]:
    """The table of applications by heads on one line, in an order of their own; ``drop`` as extractors do that lose empty cells and pad the row."""

    def write(table: PrintedTable) -> str:
        rows = [("项目", [HEADS[at] for at in order]), *((label, [figures[at] for at in order]) for label, figures in rows_of(table))]
        if len(rows) == 1:
            return tabbed(table)
        if drop:
            return "\n".join(" | ".join([label, *filter(None, figures)]) + " |" + "|" * figures.count("") for label, figures in rows)
        lines = [f"| {label} | {' | '.join(figures)} |" if bars else "\t".join([label, *figures]) for label, figures in rows]
        return "\n".join([lines[0], "|---" * 8 + "|", *lines[1:]] if bars else lines)

    return write


@pytest.mark.parametrize("bars", [False, True])
@pytest.mark.parametrize("order", ORDERS)
def test_columns_in_an_order_of_their_own_are_told_by_the_heads_right_above(order: Sequence[int], bars: bool, shipped: Standard) -> None:
    for edition in ("2019", "2021"):
        truth = filled(edition, shipped)
        _, counts = result(text(truth, ordered(order, bars)), truth, shipped)
        assert (counts.wrong, counts.missed) == (0, 0), (edition, counts.faults)


@pytest.mark.parametrize("order", ORDERS)
def test_lost_cells_of_such_columns_are_not_guessed(order: Sequence[int], shipped: Standard) -> None:
    for blanks in ("scattered", "zeros-blank", "leaves-blank", "totals-blank"):
        for bars, drop in ((False, False), (True, False), (True, True)):
            truth = filled("2021", shipped, blanks)
            _, counts = result(text(truth, ordered(order, bars, drop)), truth, shipped)
            assert (counts.wrong, counts.silent) == (0, 0), (blanks, bars, drop, counts.faults)
