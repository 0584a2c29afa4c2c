"""The noise of copying is undone where it provably is noise, counted, and every character kept knows its place."""

from __future__ import annotations

import pytest

from govreport.diagnostics import catalogue
from govreport.readers.legacy.decode import Decoded
from govreport.readers.legacy.repairs import MAXIMUM_PLACES, repair
from tests.repaired import SIMPLE, STANDARD, TRADITIONAL, VOCABULARY, repaired, said, texts, with_pinyin


def test_a_clean_text_is_left_as_it_is() -> None:
    result = repaired(SIMPLE)
    assert texts(result) == SIMPLE
    assert result.diagnostics == ()


@pytest.mark.parametrize("form", ["({toned})", "({plain})", "({plain})({plain})", "（{toned}）", "( {toned} )"])
def test_pinyin_and_traditional_characters_go(form: str) -> None:
    result = repaired(with_pinyin(TRADITIONAL, form))
    assert texts(result) == SIMPLE
    (pinyin,), (script,) = said(result, "TEXT-PINYIN"), said(result, "TEXT-SCRIPT")
    assert pinyin.params["count"] == sum(1 for old, new in zip(SIMPLE, TRADITIONAL, strict=True) if old != new)
    assert script.params["count"] == pinyin.params["count"]


def test_traditional_rendering_without_pinyin() -> None:
    result = repaired(TRADITIONAL)
    assert texts(result) == SIMPLE
    assert said(result, "TEXT-SCRIPT") and not said(result, "TEXT-PINYIN")


@pytest.mark.parametrize(
    ("rendered", "original"),
    [
        ("著力", "着力"),
        ("顯著", "显著"),
        ("於", "于"),
        ("強製", "强制"),
        ("全麵", "全面"),
        ("平臺", "平台"),
        ("甚麼", "什么"),
        ("檔案局", "档案局"),
        ("軟體", "软体"),
    ],
)
def test_words_come_out_as_a_clerk_wrote_them(rendered: str, original: str) -> None:
    assert original in texts(repaired(f"{TRADITIONAL}\n{rendered}工作"))


def test_few_pinyin_on_simplified_text_go_if_they_are_readings() -> None:
    result = repaired("一、总体情况\n全年公(gong)开(kai)信息,政(zheng)(zheng)府网站,收入之和(he)。\n")
    assert texts(result) == "一、总体情况\n全年公开信息,政府网站,收入之和。"
    assert said(result, "TEXT-PINYIN")[0].params["count"] == 4


@pytest.mark.parametrize(
    "text",
    [
        "道路长(km)、面积(mu)统计",
        "通过清泉通(APP)办理",
        "自2022年(2023)起",
        "硚(qiáo)口区垚(yáo)村",
        "第(a)项、附件(e)",
        "办公用房(he)",
        "联系(wang)先生",
        "文件(pdf)下载(doc)",
        "第二十条第(一)项",
    ],
)
def test_brackets_that_are_no_artefact_stay(text: str) -> None:
    assert texts(repaired(f"一、总体情况\n{text}")) == f"一、总体情况\n{text}"


def test_gloss_units_stay_among_many_pinyin() -> None:
    text = with_pinyin(TRADITIONAL, "({toned})") + "\n道路长(km)、(APP)、(2023)、第(a)项"
    assert texts(repaired(text)).endswith("道路长(km)、(APP)、(2023)、第(a)项")


def test_simplified_text_with_traditional_names_stays_untouched() -> None:
    text = SIMPLE + "\n联系人:劉國強,地址:錦綉路,著名景点乾隆行宫。"
    result = repaired(text)
    assert texts(result) == text
    assert not said(result, "TEXT-SCRIPT")


def test_a_character_that_carried_pinyin_is_an_artefact_itself() -> None:
    result = repaired(SIMPLE.replace("总体情况", "總(zǒng)体情况", 1) + "\n劉國強")
    assert texts(result) == SIMPLE + "\n劉國強"
    assert said(result, "TEXT-SCRIPT")[0].params["count"] == 1


def test_one_line_with_a_traditional_label_in_simplified_text() -> None:
    text = SIMPLE.replace("二、主动公开政府信息情况", "二、主動公開政府信息情況") + "\n劉國強"
    assert texts(repaired(text)) == SIMPLE + "\n劉國強"


def test_lost_bytes_are_quoted_with_their_place_and_kept() -> None:
    text = "一、总体情况\n积极推进政府?dāng)?shù)据开放,完善三?!敝贫龋工作。\n怎么办?我们加强培训。问题是什么?\n见网址http://a.cn/?id=3\n\ufffd规章"
    result = repaired(text)
    assert texts(result) == text
    quotes = [(d.params["quote"], d.location.line, d.location.column) for d in said(result, "TEXT-LOST-BYTES")]
    assert len(quotes) == 3
    assert "政府?dāng)?shù)据" in str(quotes[0][0]) and quotes[0][1:] == (2, 7)
    assert "三?!敝贫龋" in str(quotes[1][0]) and quotes[1][1] == 2
    assert "\ufffd规章" in str(quotes[2][0]) and quotes[2][1:] == (5, 1)


def test_many_lost_bytes_are_bounded_and_none_is_uncounted() -> None:
    result = repaired("\n".join("政府?据" for _ in range(500)))
    places = said(result, "TEXT-LOST-BYTES")
    assert len(places) == MAXIMUM_PLACES
    assert sum(int(place.params["count"]) for place in places) == 500


def test_page_furniture_goes_and_is_counted_by_kind() -> None:
    page = (
        "當(dāng)前位置: 首頁??>?政務公開?>?年報\n您现在的位置：首页 > 政府信息公开 > 年报\n发布时间：2023-01-20 10:22  来源：清泉乡  浏览次数：35\n"
        "索引号 | 00001/2023-1 | 主题分类 | 政务公开\n【字体：大 中 小】【打印】【关闭】 分享到：\n"
        f"{SIMPLE}\n— 3 —\n- 4 -\n第5页 共9页\n附件下载:\n1.2022年统计表.xlsx\n附件：2.情况说明.pdf\n"
    )
    result = repaired(page)
    assert texts(result) == SIMPLE
    assert {d.params["kind"]: d.params["count"] for d in said(result, "TEXT-NOISE")} == {
        "navigation": 2, "record": 2, "share": 1, "page": 3, "attachment": 3,
    }  # fmt: skip
    assert not said(result, "TEXT-LOST-BYTES")
    assert [(title, name) for title, name, _ in result.attachments] == [("2022年统计表", "2022年统计表.xlsx"), ("情况说明", "情况说明.pdf")]
    assert [line for _, _, line in result.attachments] == [21, 22]
    assert any("2023-01-20" in line.text for line in result.removed)


@pytest.mark.parametrize(
    "line",
    [
        "3",
        "-",
        "12",
        "-8",
        "0 |",
        "| - |",
        "其他",
        "小",
        "首页改版",
        "政府网站首页/专栏更新12次",
        "公开方式：通过网站公开",
        "所在位置明显,便于查阅。",
        "当前存在的主要问题有三个。",
        "来源于群众的申请12件。",
        "行政许可 | - | - |",
        "一、总体情况",
        "附：统计表",
    ],
)
def test_lines_of_the_report_are_no_furniture(line: str) -> None:
    assert texts(repaired(f"一、总体情况\n{line}\n六、其他需要报告的事项\n无。")).split("\n")[1] == line


def test_an_attachment_in_the_middle_stays_where_it_heads_text() -> None:
    text = f"附件：公开情况统计\n{SIMPLE}\n{SIMPLE}"
    assert texts(repaired(text)) == text


def test_advertising_goes_from_inside_of_lines() -> None:
    result = repaired(SIMPLE.replace("总体情况", "澳门新葡京官网总体情况", 1).replace("清泉乡", "清泉乡bet365", 1) + "\n亚博体育app下载\n")
    assert texts(result) == SIMPLE
    assert said(result, "TEXT-ADVERT")[0].params["count"] == 3


def test_characters_are_put_right() -> None:
    text = "\ufeff一、总\u200b体情况\n规\u00ad章\x01 | 0 |\0 0 |&nbsp;| 6 |\n⼀般⽂件⺠ cafe\u0301 \u212b\n**（一）主动公开。**<br />续行\n商业<br>企业 | 1 |\n"
    result = repaired(text)
    assert texts(result) == "一、总体情况\n规章 | 0 | 0 |\u00a0| 6 |\n一般文件民 caf\u00e9 \u00c5\n（一）主动公开。\n续行\n商业 企业 | 1 |"
    kinds = {d.params["kind"]: d.params["count"] for d in said(result, "TEXT-NOISE")}
    assert kinds == {"control": 2, "invisible": 3, "markup": 5}
    assert said(result, "TEXT-NORMAL")[0].params["count"] == 5


def test_bars_and_blanks_stay_as_they_are() -> None:
    table = "一、… | 821 | | |\u00a0| 2 |  | ||||\n|\n0 |\n\u3000\n\u00a0\n\n   \n|||\n| a | b | "
    assert texts(repaired(table)) == table


def test_encoding_is_said_where_it_is_not_the_usual_one() -> None:
    result = repair(Decoded(SIMPLE, "gb18030", 2), STANDARD, VOCABULARY)
    assert said(result, "TEXT-ENCODING")[0].params == {"encoding": "gb18030", "lost": 2}


def test_every_code_is_in_the_catalogue() -> None:
    page = with_pinyin(TRADITIONAL, "({toned})") + "\n⽂件\u200b政府?据\n首页 > 公开\n澳门新葡京"
    result = repair(Decoded(page, "big5", 1), STANDARD, VOCABULARY)
    codes = {diagnostic.code for diagnostic in result.diagnostics}
    assert codes == {"TEXT-ENCODING", "TEXT-NOISE", "TEXT-NORMAL", "TEXT-PINYIN", "TEXT-SCRIPT", "TEXT-ADVERT", "TEXT-LOST-BYTES"}
    for diagnostic in result.diagnostics:
        for lang in ("zh", "en"):
            assert "{" not in catalogue(STANDARD.root).message(diagnostic, lang)


# positions


@pytest.mark.parametrize(
    "line",
    [
        "首页/ 政府信息公开 / 政府信息公开年报 / 各镇信息公开年报 / 正文",
        "政府信息公开 > 政府信息公开年度报告 > 年报专栏 > 乡镇 > 清泉镇",
        "> 政务公开 > 乡镇街道 > 清泉镇 > 政府信息公开年报",
        "• 无障碍",
        "字体:【 默认 超大",
        "点击查看解读",
        "索 引 号 1133102400268125XW/2024-104757 公开方式 主动公开",
        "是否有效 | 有效 | 有限期限 |",
        "您好,欢迎访问清泉市统计局!",
        "  • |",
    ],
)
def test_what_a_page_has_above_a_report_is_no_text(line: str) -> None:
    result = repair(Decoded(f"{line}\n本机关依法办理。", "utf-8"), STANDARD, VOCABULARY)
    assert [each.text for each in result.lines] == ["本机关依法办理。"] and len(said(result, "TEXT-NOISE")) == 1


@pytest.mark.parametrize("line", ["本年度 > 上年度", "一、总体情况 > 100", "日期由经办人填写", "发布日期以门户网站为准，共3件"])
def test_what_a_report_says_is_no_furniture(line: str) -> None:
    assert [each.text for each in repair(Decoded(line, "utf-8"), STANDARD, VOCABULARY).lines] == [line]
