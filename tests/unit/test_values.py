"""Words for a sign before a number: they count where a column holds changes, and nowhere else."""

from __future__ import annotations

import pytest

from govreport import vocabulary
from govreport.model import NA
from govreport.readers.legacy.values import value_reader

VALUES = value_reader(vocabulary.load())


@pytest.mark.parametrize(
    ("raw", "value"),
    [("增15", 15), ("增加 15", 15), ("减4", -4), ("减少4", -4), ("减0", 0), ("减 4项", -4), ("增（减）", None), ("减-4", None), ("增减4", None), ("无", NA)],
)
def test_a_word_for_a_sign_counts_in_a_column_of_changes(raw: str, value: object) -> None:
    assert VALUES.read(raw, "change").value == value


@pytest.mark.parametrize("kind", ["count", "money"])
def test_a_word_for_a_sign_is_no_number_elsewhere(kind: str) -> None:
    assert VALUES.read("增15", kind).value is None


def test_a_word_for_a_sign_makes_a_piece_a_value() -> None:
    assert VALUES.looks_numeric("减4") and not VALUES.looks_numeric("增减情况")


@pytest.mark.parametrize(
    "mark", ["\u00b9", "\u00b9\u2070", "\u2079", "\u2474", "\u2020", "①", "*", " \u00b2", "①②", "**", "^1", "^[1]", "[1][2]", "注1", "\u207d\u00b9\u207e"]
)
def test_the_mark_of_a_note_is_no_digit(mark: str) -> None:
    assert VALUES.read(f"12{mark}", "count")[::3] == (12, mark.strip())
    assert VALUES.looks_numeric(f"12{mark}") and VALUES.number(f"12{mark}").strip() == "12"


@pytest.mark.parametrize("text", ["12\u00b9\u00b9\u00b9", "1\uff12", "\uff112", "12注", "12^", "\u00b9", "\u00b92", "12\u2081", "12\u24d0"])
def test_other_raised_or_circled_figures_are_no_number(text: str) -> None:
    assert VALUES.read(text, "count").value is None
