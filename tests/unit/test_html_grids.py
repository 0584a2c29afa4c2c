"""Spans of tables expanded: what each cell of a row takes up, what reaches down, and spans that cannot be right."""

from __future__ import annotations

import pytest
from lxml import etree

from govreport.readers.html.grids import COVERED, Grid, grid


def laid_out(rows: str) -> Grid:
    root = etree.fromstring(f"<table>{rows}</table>", etree.HTMLParser(encoding="utf-8"))
    table = root.find(".//table")
    assert table is not None
    return grid(table)


def places(found: Grid) -> list[list[tuple[str | None, int, int, bool]]]:
    return [[(cell.element.text, cell.start, cell.end, cell.covered) for cell in row] for row in found.rows.values()]


def test_cells_take_up_the_columns_that_their_spans_say() -> None:
    found = laid_out("<tr><td colspan=2>a<td>b<tr><td>c<td>d<td>e")
    assert places(found) == [[("a", 0, 2, False), ("b", 2, 3, False)], [("c", 0, 1, False), ("d", 1, 2, False), ("e", 2, 3, False)]]
    assert (found.width, found.faults) == (3, 0)


def test_a_cell_that_reaches_down_pushes_those_below_it() -> None:
    found = laid_out("<tr><td rowspan=2>a<td>b<td rowspan=2>c<tr><td>d")
    assert places(found)[1] == [("a", 0, 1, True), ("d", 1, 2, False), ("c", 2, 3, True)]
    assert [cell.shared for cell in next(iter(found.rows.values()))] == [True, False, True]


def test_a_span_that_pushes_a_full_row_over_the_edge_shares_nothing() -> None:
    found = laid_out("<tr><td>a<td rowspan=2>b<tr><td>c<td>d<tr><td>e<td>f")
    assert not any(cell.shared for row in found.rows.values() for cell in row)


@pytest.mark.parametrize(
    ("span", "faults"), [("rowspan=9", 1), ("rowspan=1000000", 2), ("colspan=1000000", 1), ("colspan=0", 0), ("colspan=-3", 0), ("rowspan=x", 0)]
)
def test_spans_that_cannot_be_right_are_cut_and_counted(span: str, faults: int) -> None:
    found = laid_out(f"<tr><td>a<td {span}>b<tr><td>c")
    assert found.faults == faults
    assert all(cell.end <= 1001 for row in found.rows.values() for cell in row)


def test_overlapping_cells_keep_their_order() -> None:
    found = laid_out("<tr><td>a<td rowspan=2>b<tr><td colspan=2>c")
    assert found.faults == 1
    assert [text for text, *_ in places(found)[1]] == ["c", "b"]


def test_hidden_rows_and_cells_are_no_part_of_the_grid() -> None:
    found = laid_out("<tr hidden><td>a<tr><td style='display : none'>b<td>c")
    assert places(found) == [[("c", 0, 1, False)]]


def test_tables_inside_cells_are_none_of_it() -> None:
    found = laid_out("<tr><td>a<table><tr><td>inner</table><td>b")
    assert len(found.rows) == 1 and found.width == 2


def test_much_reaching_down_costs_bounded_work() -> None:
    found = laid_out(("<tr>" + "<td rowspan=65534>1</td>" * 200 + "</tr>") * 150)
    assert found.faults and len(found.rows) == 150
    widest = 150 * 200
    assert COVERED <= found.covered < COVERED + widest
    assert sum(cell.covered for cells in found.rows.values() for cell in cells) == found.covered
