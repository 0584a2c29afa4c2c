"""The vocabulary is data that holds: its grammar, its patterns, and what its precise ones must and must not hit."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import etree

from govreport import standard, vocabulary
from govreport.resources import schema_root
from govreport.schemafile import SchemaTreeError

VOCABULARY = vocabulary.load()
USES = {
    "na", "unit", "money-unit", "noise", "advert", "attachment", "title", "period", "agency", "date", "contact",
    "document-number", "other-kind", "template", "text-sum", "telephone", "numbering",
}  # fmt: skip


def test_file_follows_its_grammar() -> None:
    grammar = etree.XMLSchema(etree.parse(str(schema_root() / "vocabulary.xsd")))
    grammar.assertValid(etree.parse(str(schema_root() / "vocabulary.xml")))


def test_every_use_that_code_asks_for_is_there() -> None:
    assert not USES - VOCABULARY.uses
    asked = set()
    for path in Path(vocabulary.__file__).parent.rglob("*.py"):
        asked |= set(re.findall(r'vocabulary\.(?:words|terms|patterns|pattern_terms|any_of)\("([a-z-]+)"\)', path.read_text(encoding="utf-8")))
    assert len(asked) > 10
    assert asked <= VOCABULARY.uses


@pytest.mark.parametrize("use", sorted(VOCABULARY.uses))
def test_every_pattern_compiles_once_and_expands(use: str) -> None:
    assert VOCABULARY.patterns(use) is VOCABULARY.patterns(use)
    union = VOCABULARY.any_of(use)
    assert (union is None) == (not VOCABULARY.patterns(use))
    for pattern in VOCABULARY.patterns(use):
        assert not re.search("%[a-z-]+%", pattern.pattern), "a use that has no words"


def test_no_word_stands_twice_in_a_use() -> None:
    for use in VOCABULARY.uses:
        words = VOCABULARY.words(use)
        assert len(words) == len(set(words)), use


def test_corrections_keep_the_length() -> None:
    assert all(len(term.get("to") or "") == len(term.text) for use in ("script", "radical") for term in VOCABULARY.terms(use))


def test_a_use_that_is_not_there_is_empty() -> None:
    assert VOCABULARY.words("no-such-use") == ()
    assert VOCABULARY.patterns("no-such-use") == ()
    assert VOCABULARY.any_of("no-such-use") is None


def test_a_broken_pattern_is_a_fault_of_the_tree(tmp_path: Path) -> None:
    (tmp_path / "vocabulary.xml").write_text('<vocabulary version="1"><pattern use="x">(</pattern></vocabulary>', encoding="utf-8")
    with pytest.raises(SchemaTreeError, match="vocabulary"):
        vocabulary.load(tmp_path).patterns("x")


@pytest.mark.parametrize(
    "text",
    [
        "澳门新葡京总体情况",
        "亚博体育app下载总体情况",
        "bet365官网",
        "澳门金沙娱乐城",
        "太阳城集团",
        "开云体育",
        "威尼斯人官网",
        "彩票app下载",
        "永利皇宫",
        "国产精品视频",
    ],
)
def test_advertising_is_recognised(text: str) -> None:
    union = VOCABULARY.any_of("advert")
    assert union is not None and union.search(text)
    assert any(sign in text for sign in VOCABULARY.words("advert-sign"))


@pytest.mark.parametrize(
    "text",
    [
        "贵州省金沙县人民政府2023年政府信息公开工作年度报告",
        "体育彩票公益金使用情况、福利彩票销售情况",
        "打击赌博、六合彩等违法犯罪活动信息12条",
        "太阳城社区居民委员会政务公开栏",
        "全民健身体育平台、文化体育娱乐场所监管信息",
        "中国—亚欧博览会筹备信息，澳门特别行政区投资企业名录",
        "皇冠街道办事处官方网站公开信息",
        "开云村、大发镇、银河社区、永利村村务公开",
        "国产软件推广应用情况，亚洲开发银行贷款项目",
        "政府网站官网入口统一规范，体育中心对外开放",
        "真人真事宣传、棋牌室整治，体育彩票投注站点公示",
    ],
)
def test_ordinary_prose_is_no_advertising(text: str) -> None:
    union = VOCABULARY.any_of("advert")
    assert union is not None and not union.search(text)


def test_no_label_of_any_form_is_noise() -> None:
    noise, advert, heads = (VOCABULARY.any_of(use) for use in ("noise", "advert", "attachment-head"))
    assert noise is not None and advert is not None and heads is not None
    for form in standard.load().forms.values():
        labels = [chapter.title or "" for chapter in form.chapters]
        labels += [row.label for table in form.tables.values() for row in table.rows.values()]
        labels += [column.label for table in form.tables.values() for columns in table.columns.values() for column in columns.values()]
        for label in labels:
            for line in (label, f"{label} | 0 | 0 |", f"| {label} | 12 |"):
                assert not noise.match(line) and not advert.search(line) and not heads.match(line), line


@pytest.mark.parametrize("use", ["noise", "title", "period", "agency-line", "agency-sentence", "contact", "advert", "attachment", "text-sum", "template"])
def test_hostile_lines_cost_no_more_than_they_are_long(use: str) -> None:
    union = VOCABULARY.any_of(use)
    assert union is not None
    for unit in ("字体大小", "打印", " ", "数据", "2023年", "人民政府", "（", "新葡京官网", "其中", "1条", "联系电话", "发布时间:"):
        union.search(unit * 200 + "x")
