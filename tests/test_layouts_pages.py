"""Tables as a program prints the pages of a file: heads whose words stand one below the other, figures a line below the label of their row."""

from __future__ import annotations

import pytest

from govreport.standard import Standard
from tests.corpus.printed import PrintedTable
from tests.laid import filled, result, tabbed, text, words

WIDE = 8


def heads_over_lines(table: PrintedTable, apart: int = 2, blank: bool = False) -> str:
    """A table printed side by side, the words of its heads cut in two; the groups of blocks stand beside the first halves of some."""
    if len(table.rows) > 5:
        return tabbed(table)
    figures = [cell.text for row in table.rows for cell in row if cell.place]
    block = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
    first = [head[:2] if len(head) > 2 else "" for head in block]
    second = [head[2:] if len(head) > 2 else head for head in block]
    empty = [""] * 5
    groups = ["未经复议直接起诉", *[""] * 4, "复议后起诉", *[""] * 4]
    lines = [["行政复议", *[""] * 4, "行政诉讼", *[""] * 9], [*first, *groups], [*second, *first, *first], [*empty, *second, *second], figures]
    return ("\n\n" if blank else "\n").join("".join(cell.ljust(WIDE + apart) for cell in line).rstrip() for line in lines)


@pytest.mark.parametrize("blank", [False, True])
def test_heads_whose_words_stand_one_below_the_other_are_read(blank: bool, shipped: Standard) -> None:
    for edition in ("2019", "2021"):
        truth = filled(edition, shipped)
        _, counts = result(text(truth, lambda table: heads_over_lines(table, blank=blank)), truth, shipped)
        assert (counts.wrong, counts.missed) == (0, 0), counts.faults


def test_heads_in_another_order_or_too_few_are_left_blank_and_said(shipped: Standard) -> None:
    truth = filled("2021", shipped)
    source = text(truth, heads_over_lines)
    for seen, other in (("纠正", "维持"), ("审结", "    "), ("复议后起诉", "          ")):
        _, counts = result(source.replace(seen, other), truth, shipped)
        assert (counts.wrong, counts.silent) == (0, 0), counts.faults
        assert counts.missed >= 15


def moved(table: PrintedTable, group: str, end: str, kept: int = 0) -> str:
    """Each figure of a group's rows stands a line below the label of its own, the last beside the end of the group's; ``kept`` rows stay."""
    if not any(group + end == cell.text for row in table.rows for cell in row):
        return tabbed(table)
    lines: list[str] = []
    held: list[str] = []
    left = -1
    for row in table.rows:
        label, figures = words(row)
        cells = [cell.text for cell in row if cell.place is None]
        if group + end in cells:
            left = row[cells.index(group + end)].rowspan - kept
            held = []
        if left > 0 and figures:
            lines.append("        " + "  ".join([*([group] if held and len(held) == 7 and group not in "".join(lines) else []), label, *held]))
            held, left = figures, left - 1
            if left == 0:
                lines.append("  ".join(["        " + end, *held]))
        else:
            lines.append("  ".join([*cells, *figures]))
    return "\n".join(lines)


@pytest.mark.parametrize(("group", "end", "kept"), [("（四）无法提", "供", 0), ("（四）无法提", "供", 1), ("（五）不予处", "理", 0), ("（三）不予公", "开", 1)])
def test_figures_a_line_below_their_labels_go_back(group: str, end: str, kept: int, shipped: Standard) -> None:
    """So they stand where the label of the group is centred on a page among labels that are not."""
    truth = filled("2021", shipped)
    source = text(truth, lambda table: moved(table, group, end, kept))
    assert f"\n        {end}  " in source
    _, counts = result(source, truth, shipped)
    assert (counts.wrong, counts.missed) == (0, 0), counts.faults


def test_figures_that_may_have_moved_are_left_blank_and_said(shipped: Standard) -> None:
    """The end of a label may be a word of the one before it, be lost, or be that of another."""
    truth = filled("2021", shipped)
    _, counts = result(text(truth, lambda table: moved(table, "（五）不予处", "理", 1)), truth, shipped)
    assert (counts.wrong, counts.silent) == (0, 0), counts.faults
    source = text(truth, lambda table: moved(table, "（四）无法提", "供"))
    for seen, other in (("\n        供  ", "\n          "), ("（四）无法提  ", "  "), ("\n        供  ", "\n        其余  ")):
        assert seen in source
        _, counts = result(source.replace(seen, other), truth, shipped)
        assert (counts.wrong, counts.silent) == (0, 0), counts.faults
        assert counts.missed > 0


@pytest.mark.parametrize("rows", [2, 3, 5])
def test_figures_above_the_labels_of_their_rows_are_left_blank_and_said(rows: int, shipped: Standard) -> None:
    """So they stand in the first rows of a copy with a cell a line, where the others have theirs behind."""

    def write(table: PrintedTable) -> str:
        lines, done = [], 0
        for row in table.rows:
            figures = words(row)[1]
            cells = [cell.text for cell in row if cell.place is None]
            done += bool(figures)
            lines += [*figures, *cells] if figures and done <= rows else [*cells, *figures]
        return "\n".join(line.replace("\n", "") for line in lines)

    for edition in ("2019", "2021"):
        truth = filled(edition, shipped)
        _, counts = result(text(truth, write), truth, shipped)
        assert (counts.wrong, counts.silent) == (0, 0), counts.faults


def numbered(lines: list[str], page: int) -> str:
    """The lines with the bare number of the page behind every so many."""
    return "\n".join(part for number, line in enumerate(lines, 1) for part in (line, *([str(number // page)] if number % page == 0 else [])))


@pytest.mark.parametrize("page", [20, 27, 29, 34, 39, 40, 44])
def test_bare_numbers_of_pages_amid_cells_take_no_cells_place(page: int, shipped: Standard) -> None:
    """Where empty cells were lost a row may have as many pieces as columns with the number of a page among them."""
    for edition, blanks in (("2019", "scattered"), ("2021", "scattered"), ("2021", "zeros-blank"), ("2021", "rows-blank"), ("2021", "full")):
        truth = filled(edition, shipped, blanks)
        for write in (lambda table: "\n".join(cell.text for row in table.rows for cell in row if cell.text), lambda table: tabbed(table).replace("\t", " ")):
            _, counts = result(numbered(text(truth, write).split("\n"), page), truth, shipped)
            assert (counts.wrong, counts.silent) == (0, 0), (edition, blanks, counts.faults)
