"""Every character that repairs keep knows where it stood in the source."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govreport.readers.legacy.lines import Line, Source
from govreport.readers.legacy.script import converter
from tests.repaired import TRADITIONAL, repaired, with_pinyin

PIECES = [
    "一、總體情況",
    "公(gong)开",
    "總(zǒng)體",
    "規章 | 0 | | 6 ||",
    "\n",
    "\r\n",
    "\r",
    "\u00a0",
    "\u3000",
    "首页 > 年报\n",
    "澳门新葡京",
    "e\u0301",
    "⽂",
    "\u200b",
    "\0",
    "&nbsp;",
    "?",
    "\ufffd",
    "<br>",
    "**",
    "附件：a.pdf\n",
    "清泉乡人民政府2022年政府信息公开工作年度报告\n",
    "自202211日起至20221231日止",
    "劉",
    "着",
    "𣲗",
    "\u2028",
    "\x0c",
    "12",
    "|",
    " ",
]


def check_positions(text: str) -> None:
    result = repaired(text)
    convert = converter()
    last = -1
    for line in (*result.lines,):
        assert len(line.text) == len(line.origins)
        assert line.start >= 0
        for character, origin in zip(line.text, line.origins, strict=True):
            old = text[origin]
            assert old == character or convert(old) == character or not old.isalnum() or old in "\u0301e⽂著甚", (old, character)
            assert origin >= last
            last = origin
    starts = [line.start for line in result.lines]
    assert starts == sorted(starts)


@settings(derandomize=True, max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join))
def test_every_character_kept_knows_where_it_stood(text: str) -> None:
    check_positions(text)


@settings(derandomize=True, max_examples=60, deadline=None)
@given(st.text(max_size=80))
def test_any_text_goes_through(text: str) -> None:
    result = repaired(text)
    assert all("\n" not in line.text for line in result.lines)


def test_shuffled_reports_keep_their_places() -> None:
    rng = random.Random(7)
    base = with_pinyin(TRADITIONAL, "({toned})").split("\n")
    for _ in range(10):
        check_positions("\n".join(rng.sample(base, len(base))))


def test_source_places() -> None:
    source = Source("ab\r\nc\rd\n\ne")
    assert [source.place(offset) for offset in (0, 1, 4, 6, 8, 9)] == [(1, 1), (1, 2), (2, 1), (3, 1), (4, 1), (5, 1)]
    assert [line.text for line in source.lines()] == ["ab", "c", "d", "", "e"]
    assert [line.start for line in source.lines()] == [0, 4, 6, 8, 9]


def test_lines_keep_origins_through_every_cut() -> None:
    line = Source("  甲乙 | 丙丁  ").lines()[0]
    assert line.strip().text == "甲乙 | 丙丁"
    assert line.strip().start == 2
    assert list(line.slice(2, 4).origins) == [2, 3]
    cut = line.without([(0, 2), (4, 7)])
    assert (cut.text, list(cut.origins)[:4]) == ("甲乙丙丁  ", [2, 3, 7, 8])
    changed = line.substituted([(2, 4, "戊"), (7, 8, "己庚")])
    assert (changed.text, list(changed.origins)[2:3], list(changed.origins)[6:8]) == ("  戊 | 己庚丁  ", [2], [7, 7])
    assert line.origin(99) == line.end == 11
    with pytest.raises(ValueError, match="origin"):
        Line("a", ())
