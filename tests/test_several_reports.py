"""Texts that hold more than a report: the first is read, what it says of itself too, and that another follows is said."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from govreport import standard as standards
from govreport.model import Table
from govreport.readers.legacy.reader import read
from govreport.reading import Reading

FIRST = (Path(__file__).parent.parent / "fixtures" / "conformance" / "TEXT-SECOND" / "pass-plain.txt").read_text(encoding="utf-8")
SIGNED = "示例县青山镇人民政府\n2024年1月12日\n"
SECOND = FIRST.replace("青山镇", "白水镇").replace("2023年", "2022年").replace("| 14 |", "| 15 |") + "2023年1月9日\n"


def reading(text: str) -> Reading:
    return read(text.encode(), "name", standards.load())


def tables(found: Reading) -> dict[str, Table]:
    assert found.report is not None
    return {table.key: table for table in found.report.tables()}


def places(found: Reading) -> list[int | None]:
    return [each.location.line for each in found.diagnostics if each.code == "TEXT-SECOND"]


def test_what_a_report_says_of_itself_is_not_taken_from_the_one_behind_it() -> None:
    alone, both = reading(FIRST + SIGNED), reading(FIRST + SIGNED + SECOND)
    assert alone.report is not None and both.report is not None
    assert both.report.metadata == alone.report.metadata
    assert both.report.metadata.published == datetime.date(2024, 1, 12)
    assert tables(both) == tables(alone)
    assert (places(alone), places(both)) == ([], [(FIRST + SIGNED).count("\n") + 1])


def test_what_follows_is_kept_without_being_the_report() -> None:
    found = reading(FIRST + SIGNED + SECOND).report
    assert found is not None
    keys = [chapter.key for chapter in found.chapters if chapter.key]
    assert len(keys) == len(set(keys))
    assert [chapter.title for chapter in found.chapters if not chapter.key][:2] == [SECOND.split("\n", 1)[0], "总体情况"]


def test_a_table_that_the_first_report_does_not_have_is_not_taken_from_the_second() -> None:
    start, end = FIRST.index("四、政府信息公开行政复议"), len(FIRST)
    found = reading(FIRST[:start] + FIRST[end:] + SIGNED + SECOND)
    assert "reviewAndLitigation" not in tables(found)
    assert {"TEXT-SECOND", "TEXT-UNREAD"} <= {each.code for each in found.diagnostics}


@pytest.mark.parametrize("without", ["title", "chapters"])
def test_a_second_report_is_found_by_its_title_or_by_its_first_chapter(without: str) -> None:
    first, second = FIRST, SECOND
    if without == "title":
        second = second[second.index("一、总体情况") :]
    else:
        first, second = ("\n".join(line for line in text.split("\n") if line[1:2] != "、") for text in (FIRST, SECOND))
    found = reading(first + SIGNED + second)
    assert found.report is not None and found.report.metadata.published == datetime.date(2024, 1, 12)
    assert places(found) == [(first + SIGNED).count("\n") + 1]


@pytest.mark.parametrize(
    "text",
    [
        "一、总体情况\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n五、存在的主要问题及改进情况\n" + FIRST,
        FIRST + SIGNED + "示例县白水镇人民政府2022年政府信息公开工作年度报告\n上一篇 下一篇\n",
        FIRST + FIRST[FIRST.index("二、") :],
        "规章\n行政规范性文件\n行政许可\n" + FIRST,
        "规章 3\n行政规范性文件 5\n行政许可 7\n" + FIRST,
    ],
    ids=["contents", "link", "tables-again", "menu", "menu-with-counts"],
)
def test_contents_links_and_copies_are_no_second_report(text: str) -> None:
    assert places(reading(text)) == []
