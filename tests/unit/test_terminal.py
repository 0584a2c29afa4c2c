"""Texts and tables on a terminal: widths, breaks, merged cells that line up."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govreport.cli.grids import draw
from govreport.cli.terminal import width, wrapped
from govreport.layout import layout
from govreport.standard import load

TABLES = [table for form in load().forms.values() for table in form.tables.values()]


@pytest.mark.parametrize(("text", "columns"), [("abc", 3), ("报告", 4), ("（a）", 5), ("“", 1), ("", 0)])
def test_a_wide_character_takes_two_columns(text: str, columns: int) -> None:
    assert width(text) == columns


@given(st.text(alphabet="ab ，。报告（）", max_size=60), st.integers(4, 20))
@settings(derandomize=True)
def test_no_line_is_too_long_and_nothing_is_lost(text: str, limit: int) -> None:
    lines = list(wrapped(text, limit))
    assert all(width(line) <= limit for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


def test_no_line_begins_with_a_closing_mark() -> None:
    assert list(wrapped("区分处理的，只计", 10)) == ["区分处理", "的，只计"]


@pytest.mark.parametrize("columns", [60, 100])
@pytest.mark.parametrize("table", TABLES, ids=[f"{table.edition}-{table.key}" for table in TABLES])
def test_every_line_of_a_table_is_as_wide_as_the_others(table: object, columns: int) -> None:
    lines = draw(layout(table), lambda row, column: "1234567", columns)  # type: ignore[arg-type]
    assert len({width(line) for line in lines}) == 1
    assert "".join(lines).count("1234567") == len(table.cells)  # type: ignore[attr-defined]


def test_labels_stand_in_the_drawing() -> None:
    table = load().forms["2021"].tables["applications"]
    text = "".join(draw(layout(table), lambda row, column: "", 300))
    assert all(column.label in text for block in table.blocks for column in block.columns if width(column.label) <= 10)
    assert all(row.label in text for row in table.leaves if width(row.label) <= 24)
