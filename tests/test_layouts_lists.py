"""Tables written as lists: of the figures of one column at a time, of figures behind the label of their row and a colon."""

from __future__ import annotations

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
