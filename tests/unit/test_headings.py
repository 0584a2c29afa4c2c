"""The chapters of a text: told from sections, from tables of contents, from the title of a table; numbered in whatever way."""

from __future__ import annotations

import pytest

from govreport import standard as standards
from govreport.model import Chapter
from govreport.readers.legacy.reader import read

TITLES = (
    "总体情况",
    "主动公开政府信息情况",
    "收到和处理政府信息公开申请情况",
    "政府信息公开行政复议、行政诉讼情况",
    "存在的主要问题及改进情况",
    "其他需要报告的事项",
)
NUMERALS = "一二三四五六"
KEYS = ("overview", "proactiveDisclosure", "applications", "reviewAndLitigation", "problemsAndImprovements", "otherMatters")


def chapters(text: str) -> tuple[Chapter, ...]:
    report = read(text.encode(), "name", standards.load()).report
    assert report is not None
    return tuple(chapter for chapter in report.chapters if chapter.key in KEYS)


def body(number: str, between: str = "本机关依法办理。") -> str:
    return "\n".join(f"{number.format(NUMERALS[count], count + 1)}{title}\n{between}" for count, title in enumerate(TITLES))


@pytest.mark.parametrize("number", ["{0}、", "第{0}部分 ", "第{0}章：", "{1}. ", "（{0}）", "{1}、", "", "| {0}、"])
def test_chapters_are_found_however_they_are_numbered(number: str) -> None:
    assert tuple(chapter.key for chapter in chapters(body(number))) == KEYS


@pytest.mark.parametrize("number", ["{0} ", "{0}　　", "# {0} "])
def test_a_number_set_off_by_blanks_alone_is_one_in_front_of_a_title_of_the_form(number: str) -> None:
    found = chapters(body(number, "本机关依法办理。\n一 年来没有别的情况。"))
    assert [(chapter.key, chapter.number, chapter.title) for chapter in found] == [*zip(KEYS, NUMERALS, TITLES, strict=True)]


@pytest.mark.parametrize("section", ["（一）主动公开政府信息情况", "1.总体情况", "（3）其他需要报告的事项"])
@pytest.mark.parametrize("number", ["{0}、", ""])
def test_a_section_with_the_title_of_a_chapter_is_none(number: str, section: str) -> None:
    found = chapters(body(number, f"{section}\n本机关依法办理。"))
    assert tuple(chapter.key for chapter in found) == KEYS


@pytest.mark.parametrize("dots", ["", "……………………3"])
def test_a_table_of_contents_is_no_chapter(dots: str) -> None:
    contents = "\n".join(f"{NUMERALS[count]}、{title}{dots}" for count, title in enumerate(TITLES))
    assert tuple(chapter.key for chapter in chapters(f"目录\n{contents}\n\n{body('{0}、')}")) == KEYS


def test_the_title_of_a_chapter_over_its_table_begins_no_other() -> None:
    text = body("{0}、").replace("二、主动公开政府信息情况\n", "二、主动公开政府信息情况\n主动公开政府信息情况\n")
    assert tuple(chapter.key for chapter in chapters(text)) == KEYS


def test_the_first_chapter_is_found_by_its_title_alone_where_its_number_was_lost() -> None:
    """The others keep theirs; what has the number of a section later, or is no chapter that comes before them, is none."""
    text = body("{0}、")
    assert tuple(chapter.key for chapter in chapters(text.replace("一、", "1、 ", 1))) == KEYS
    late = text.replace("一、总体情况\n本机关依法办理。\n", "", 1).replace("五、存在的主要问题", "1、总体情况\n五、存在的主要问题", 1)
    assert tuple(chapter.key for chapter in chapters(late)) == KEYS[1:]
    assert tuple(chapter.key for chapter in chapters(text.replace("一、总体情况", "1、其他需要报告的事项", 1))) == KEYS[1:]
