"""Tables whose rows are counted in words beside their labels, and pages whose numbers stand on lines of their own."""

from __future__ import annotations

from collections.abc import Callable

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
