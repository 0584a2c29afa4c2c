"""Charts of the site: the lines across stand at whole numbers where counts are shown."""

from __future__ import annotations

import re
from decimal import Decimal
from random import Random

import pytest

from govreport.site.charts import HIGHEST, Chart, Number
from govreport.site.lineup import State


def ticks(stacked: bool, *series: tuple[Number, ...]) -> list[str]:
    labels = tuple(f"label {index}" for index in range(len(series[0])))
    drawn = Chart("c", "t", labels, tuple((f"series {index}", values) for index, values in enumerate(series)), stacked).svg()
    return [each for each in re.findall(r"<text[^>]*>([^<]*)</text>", drawn) if not each.startswith(("label", "series"))]


@pytest.mark.parametrize(
    ("stacked", "series", "wanted"),
    [
        (False, ((2, 1),), ["0", "1", "2"]),
        (False, ((0, None),), ["0", "1"]),
        (True, ((2, State.INCOMPARABLE), (1, State.INCOMPARABLE)), ["0", "1", "2", "3"]),
        (False, ((7, 3), (None, 9)), ["0", "5", "10"]),
        (True, ((7, 3), (None, 9)), ["0", "5", "10", "15"]),
        (False, ((-3, 5),), ["-5", "0", "5"]),
        (False, ((1234, 3999),), ["0", "1,000", "2,000", "3,000", "4,000"]),
    ],
)
def test_lines_across_are_whole_numbers(stacked: bool, series: tuple[tuple[Number, ...], ...], wanted: list[str]) -> None:
    assert ticks(stacked, *series) == wanted


def test_whatever_the_counts_the_lines_are_few_and_hold_them() -> None:
    rng = Random("charts")
    for _ in range(40):
        top = 10 ** rng.randint(0, 11)
        values = tuple(rng.randint(0, top) for _ in range(3))
        numbers = [int(each.replace(",", "")) for each in ticks(False, values)]
        assert len(numbers) <= HIGHEST + 1 and numbers[0] == 0 and numbers[-1] >= max(values)


def test_money_keeps_its_decimals() -> None:
    assert any("." in each for each in ticks(False, (Decimal("0.5"), Decimal("1.2"))))
