"""Tables whose rows are counted in words beside their labels, and pages whose numbers stand on lines of their own."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from govreport.standard import Standard
from tests.corpus.printed import PrintedTable
from tests.laid import filled, result, text, words


def counted(form: str, mark: str, first: int = 1, heads: int = 0) -> Callable[[PrintedTable], str]:
    """Rows with their innermost label and a count; ``heads``: rows of heads are counted too, though it does not show."""

    def write(table: PrintedTable) -> str:
        lines, number = [], first - 1
        for row in table.rows:
            label, figures = words(row)
            number += 1 if figures and label else heads
            lines.append(mark.join([form.format(label=label, n=number), *figures] if figures and label else [cell.text for cell in row]))
        return "\n".join(lines)

    return write


BEHIND = ("{label} 第{n}行", "{label}第{n}行", "{label}（第{n}行）", "{label} No.{n}", "{label} 行次{n}")
BEFORE = ("第{n}行 {label}", "第{n}行：{label}", "No.{n} {label}", "行次{n} {label}")


@pytest.mark.parametrize("mark", [" ", "\t", " | "])
@pytest.mark.parametrize("form", BEHIND + BEFORE)
def test_a_count_in_words_beside_the_label_is_no_part_of_it(form: str, mark: str, shipped: Standard) -> None:
    for edition, first, heads in (("2019", 1, 0), ("2019", 11, 1), ("2021", 1, 1)):
        for blanks in ("full", "leaves-blank") if mark != " " else ("full",):
            truth = filled(edition, shipped, blanks)
            _, counts = result(text(truth, counted(form, mark, first, heads)), truth, shipped)
            assert (counts.wrong, counts.silent) == (0, 0), (edition, blanks, counts.faults)
            assert blanks != "full" or counts.missed == 0, (edition, blanks, counts.faults)


@pytest.mark.parametrize("seen", ["（六）××××", "（六）", "（六）后续办理"])
def test_a_row_whose_label_nobody_can_read_counts_for_the_edition(seen: str, shipped: Standard) -> None:
    """The group that the later edition has there has three rows."""
    truth = filled("2019", shipped)
    source = text(truth, lambda table: "\n".join("\t".join(cell.text for cell in row) for row in table.rows)).replace("（六）其他处理", seen)
    _, counts = result(source, truth, shipped)
    assert (counts.wrong, counts.silent) == (0, 0) and counts.missed <= 7, counts.faults


def paged(source: str, form: str, lines: int, feed: str = "") -> str:
    """A page's number behind so many lines, whatever they hold."""
    parts = source.split("\n")
    pages = [parts[at : at + lines] for at in range(0, len(parts), lines)]
    return "\n".join(line for number, page in enumerate(pages, 1) for line in (*page, form.format(n=number, all=len(pages)), *([feed] if feed else [])))


def cells(table: PrintedTable) -> str:
    return "\n".join(cell.text.replace("\n", "") for row in table.rows for cell in row)


def tabs(table: PrintedTable) -> str:
    return "\n".join("\t".join(cell.text.replace("\n", "") for cell in row) for row in table.rows)


@pytest.mark.parametrize("write", [cells, tabs])
@pytest.mark.parametrize("form", ["- {n} -", "— {n} —", "第 {n} 页 共 {all} 页", "{n} / {all}", "{n}/{all}", "~ {n} ~", "[{n}]", "·{n}·", "Page {n} of {all}"])
def test_a_page_number_is_no_figure(form: str, write: Callable[[PrintedTable], str], shipped: Standard) -> None:
    for edition, lines in (("2019", 23), ("2021", 31)):
        truth = filled(edition, shipped)
        _, counts = result(paged(text(truth, write), form, lines), truth, shipped)
        assert (counts.wrong, counts.missed) == (0, 0), (edition, counts.faults)


@pytest.mark.parametrize("blanks", ["full", "leaves-blank"])
@pytest.mark.parametrize("form", ["{n}", "~ {n}", "3"])
def test_a_page_number_without_signs_is_no_cell_of_the_row_above(form: str, blanks: str, shipped: Standard) -> None:
    for edition in ("2019", "2021"):
        truth = filled(edition, shipped, blanks)
        _, counts = result(paged(text(truth, tabs), form, 17), truth, shipped)
        assert (counts.wrong, counts.silent) == (0, 0), (edition, counts.faults)
        assert form != "{n}" or counts.missed == 0, (edition, counts.faults)


def test_a_bare_page_number_is_told_by_the_form_feed_behind_it(shipped: Standard) -> None:
    for edition in ("2019", "2021"):
        truth = filled(edition, shipped)
        _, counts = result(paged(text(truth, cells), "\n{n}\n", 37, "\f"), truth, shipped)
        assert (counts.wrong, counts.missed) == (0, 0), (edition, counts.faults)
        _, counts = result(paged(text(truth, cells), "{n}", 37), truth, shipped)
        assert (counts.wrong, counts.silent) == (0, 0), (edition, counts.faults)


def test_the_number_of_the_last_page_ends_the_text(shipped: Standard) -> None:
    """Form feeds tell the pages, and one stands behind the last: a row without cells gets none of the numbers."""
    truth = filled("2021", shipped)
    lines = text(truth, lambda table: "\n".join("   ".join(cell.text for cell in row) for row in table.rows)).split("\n")
    at = next(number for number, line in enumerate(lines) if "重复申请" in line)
    for column in truth.tables["applications"].form.columns["results.notProcessed.duplicate"]:
        truth.tables["applications"].cells["results.notProcessed.duplicate", column] = None
    lines[at] = lines[at].split("   ")[0]
    source = "\n".join([*lines[: at + 1], "1", "\f" + lines[at + 1], *lines[at + 2 :], "2", "\f", ""])
    _, counts = result(source, truth, shipped)
    assert (counts.wrong, counts.silent) == (0, 0), counts.faults


def test_page_numbers_before_form_feeds_are_no_cells_of_a_copy_with_a_cell_a_line(shipped: Standard) -> None:
    """Some pages have few lines with anything on them: empty cells are blanks on lines of their own."""
    for blanks in ("leaves-blank", "scattered"):
        truth = filled("2021", shipped, blanks)
        source = text(truth, lambda table: "\n\n".join(cell.text.replace("\n", "") or "\u00a0" for row in table.rows for cell in row))
        _, counts = result(paged(source, "{n}", 24, "\f"), truth, shipped)
        assert (counts.wrong, counts.silent) == (0, 0), (blanks, counts.faults)


def test_copies_of_a_merged_cell_that_differ_are_read_by_nobody(shipped: Standard) -> None:
    truth = filled("2019", shipped)
    table = truth.tables["proactiveDisclosure"]
    table.cells["procurement", "items"], table.cells["procurement", "amount"] = None, Decimal(8040)

    def write(printed: PrintedTable) -> str:
        return "\n".join("\t".join(cell.text.replace("\n", "") for cell, _ in row) for row in printed.grid())

    source = text(truth, write)
    assert "\t8040\t8040" in source
    _, counts = result(source.replace("\t8040\t8040", "\t8040\t8O40"), truth, shipped)
    assert (counts.wrong, counts.silent) == (0, 0), counts.faults


@pytest.mark.parametrize("form", ["第{n}页\n示例镇人民政府政府信息公开工作年度报告", "二、主动公开政府信息情况（续）", "{n}"])
def test_what_stands_between_pages_puts_no_figure_into_a_row_that_lost_cells(form: str, shipped: Standard) -> None:
    """A running title, or a bare number among the cells of a copy with a cell a line."""
    for edition, lines in (("2019", 23), ("2021", 26), ("2021", 31)):
        truth = filled(edition, shipped, "leaves-blank")
        _, counts = result(paged(text(truth, cells), form, lines), truth, shipped)
        wrong = [fault for fault in counts.faults if fault.startswith("WRONG")]
        assert form == "{n}" or not wrong, (edition, lines, wrong)
        assert len(wrong) <= 1, (edition, lines, wrong)


def test_an_empty_row_without_a_label_is_told_where_prose_begins_with_a_number(shipped: Standard) -> None:
    """It has no words that could be quoted."""
    truth = filled("2021", shipped, "leaves-blank")
    table = truth.tables["reviewAndLitigation"]
    table.cells.update(dict.fromkeys(table.cells, None))
    source = text(truth, lambda printed: "\n".join(" | ".join(cell.text.replace("\n", "") for cell in row if cell.text) + " |||" for row in printed.rows))
    for prose in ("2023 年公开内容还不够丰富。", "7"):
        _, counts = result(source.replace("公开内容还不够丰富。", prose), truth, shipped)
        assert (counts.wrong, counts.silent) == (0, 0), counts.faults
