"""Dates and years are read only if they can be but one."""

from __future__ import annotations

import datetime

import pytest

from govreport.readers.legacy.dates import read_date, read_year
from tests.unit.test_metadata import VOCABULARY


@pytest.mark.parametrize(
    ("raw", "date"),
    [
        ("2020111日", None),
        ("2020131日", (2020, 1, 31)),
        ("202011日", (2020, 1, 1)),
        ("20200101", (2020, 1, 1)),
        ("２０２０年１月１日", (2020, 1, 1)),
        ("二〇二〇年十二月三十一日", (2020, 12, 31)),
        ("二〇二〇年二月三十日", None),
        ("2020", None),
        ("2020年1月", None),
        ("", None),
        ("2020年1月1日2", None),
    ],
)
def test_dates_are_read_only_if_they_can_be_but_one(raw: str, date: tuple[int, int, int] | None) -> None:
    assert read_date(raw, VOCABULARY) == (datetime.date(*date) if date else None)


def test_years_in_numerals() -> None:
    assert [read_year(raw, VOCABULARY) for raw in ("2022", "２０２２", "二〇二二", "二零二二", "")] == [2022, 2022, 2022, 2022, None]
