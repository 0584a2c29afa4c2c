"""What a text says of itself is found in every wording met; what it does not say is left out and named."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govreport import standard, vocabulary
from govreport.readers.legacy.decode import Decoded
from govreport.readers.legacy.metadata import Extracted, extract
from govreport.readers.legacy.repairs import repair
from govreport.readers.legacy.wording import text_of

STANDARD, VOCABULARY = standard.load(), vocabulary.load()
BODY = "一、总体情况\n认真贯彻落实条例,公开信息35条。\n六、其他需要报告的事项\n本年度没有其他需要报告的事项。"


def extracted(text: str) -> Extracted:
    result = repair(Decoded(text, "utf-8"), STANDARD, VOCABULARY)
    return extract(text_of(result.lines, result.removed, VOCABULARY))


def missing(found: Extracted) -> set[str]:
    assert {diagnostic.code for diagnostic in found.diagnostics} <= {"TEXT-METADATA"}
    return {str(diagnostic.params["field"]) for diagnostic in found.diagnostics}


@pytest.mark.parametrize(
    ("title", "agency", "year"),
    [
        ("清泉乡人民政府2022年政府信息公开工作年度报告", "清泉乡人民政府", 2022),
        ("清泉县卫生健康局2020年政府信息公开年度报告", "清泉县卫生健康局", 2020),
        ("清泉县人民政府办公室关于2023年政府信息公开工作情况的报告", "清泉县人民政府办公室", 2023),
        ("2023年度清泉县教育局政府信息公开工作报告", "清泉县教育局", 2023),
        ("清泉区房管委政府信息公开2023年度报告", "清泉区房管委", 2023),
        ("清泉街道办事处政府信息公开年度报告（2022年）", "清泉街道办事处", 2022),
        ("清泉市自然资源和规划局2021年度政府信息公开工作年报", "清泉市自然资源和规划局", 2021),
        ("清泉镇二〇二二年政府信息公开工作年度报告", "清泉镇", 2022),
        ("清泉镇二○二二年政府信息公开工作年度报告", "清泉镇", 2022),
        ("# 清泉乡人民政府2022年政府信息公开工作年度报告", "清泉乡人民政府", 2022),
        ("2022年政府信息公开工作年度报告", None, 2022),
    ],
)
def test_titles(title: str, agency: str | None, year: int) -> None:
    found = extracted(f"{title}\n{BODY}")
    assert (found.metadata.agency.name, found.metadata.year) == (agency, year)
    assert found.metadata.title == title.lstrip("# ")
    assert found.title_line == 0
    assert found.consumed == {0}


@pytest.mark.parametrize(
    "line", ["详见2022年政府信息公开工作年度报告的有关规定。", "一、2021年政府信息公开情况", "2022年,我乡公开政府信息35条。", "各乡镇要报送年度报告"]
)
def test_sentences_are_no_titles(line: str) -> None:
    assert extracted(f"{line}\n{BODY}").metadata.title is None


def test_title_broken_over_lines_and_agency_above() -> None:
    found = extracted(f"清泉乡人民政府\n2022年政府信息公开\n工作年度报告\n（2023年1月20日）\n{BODY}")
    assert found.metadata.agency.name == "清泉乡人民政府"
    assert found.metadata.title is not None and found.metadata.title.endswith("2022年政府信息公开工作年度报告")
    assert found.metadata.published == datetime.date(2023, 1, 20)
    assert found.consumed == {0, 1, 2, 3}
    assert missing(found) == {"period"}


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("清泉乡人民政府没有收取信息处理费情况。", "清泉乡人民政府"),
        ("2022年,清泉县自然资源局按要求推进工作。", "清泉县自然资源局"),
        ("2022年，清泉乡认真贯彻条例。", "清泉乡"),
        ("2022年,清泉乡按要求推进。清泉乡人民政府在网站公开信息。", "清泉乡人民政府"),
        ("2022年,我乡按要求推进。", None),
        ("2022年,全县认真贯彻。各镇人民政府没有收取费用。", None),
        ("本机关没有收取费用,上级部门下发通知。", None),
        ("如有疑问,请与清泉县财政局办公室联系,电话:0700-1234567。", "清泉县财政局办公室"),
    ],
)
def test_agency_in_sentences_is_never_invented(text: str, agency: str | None) -> None:
    found = extracted(f"{BODY}\n{text}")
    assert found.metadata.agency.name == agency
    assert ("agency" in missing(found)) == (agency is None)


def test_a_date_before_an_attachment_is_metadata_and_stays_where_it_is() -> None:
    middle = "\n".join(f"第{number}段,公开信息35条。" for number in range(12))
    end = "清泉乡人民政府\n2023年1月12日\n附件\n清泉乡主动公开基本目录,随报告一并公开。"
    found = extracted(f"清泉乡人民政府2022年政府信息公开工作年度报告\n{middle}\n{BODY}\n{end}")
    assert found.metadata.published == datetime.date(2023, 1, 12)
    assert found.consumed == {0} and not found.signature


def test_signature_names_the_agency_and_stays_for_the_closing() -> None:
    found = extracted(f"{BODY}\n二、主动公开政府信息情况\n三、收到和处理\n四、复议\n五、存在的主要问题\n\n清泉县水利局\n2023年1月18日\n")
    assert found.metadata.agency.name == "清泉县水利局"
    assert found.metadata.published == datetime.date(2023, 1, 18)
    assert found.signature == {9, 10}
    assert not found.consumed


@pytest.mark.parametrize(
    ("name", "kind", "level"),
    [
        ("硫泉镇人民政府", "government", "township"),
        ("清泉街道办事处", "government", "township"),
        ("清泉县人民政府", "government", "county"),
        ("清泉区人民政府", "government", "county"),
        ("清泉市人民政府", "government", None),
        ("清泉省人民政府", "government", "province"),
        ("清泉自治区人民政府", "government", "province"),
        ("清泉藏族自治州人民政府", "government", "city"),
        ("上海市人民政府", "government", "province"),
        ("清泉县卫生健康局", "department", "county"),
        ("大河市清泉区综合行政执法局", "department", "county"),
        ("大河市教育局", "department", None),
        ("清泉省财政厅", "department", "province"),
        ("国家清泉局", "department", "national"),
        ("清泉县人民政府办公室", "department", "county"),
        ("清泉县第一中学", "other", "county"),
        ("清泉经济开发区管理委员会", "other", None),
    ],
)
def test_kind_and_level(name: str, kind: str, level: str | None) -> None:
    agency = extracted(f"{name}2022年政府信息公开工作年度报告\n{BODY}").metadata.agency
    assert (agency.name, agency.kind, agency.level) == (name, kind, level)


@pytest.mark.parametrize(
    ("sentence", "start", "end"),
    [
        ("本年度报告中所列数据的统计期限自2023年1月1日起至2023年12月31日止。", (2023, 1, 1), (2023, 12, 31)),
        ("本报告所列数据的统计期限自202011日起至20201231日止。", (2020, 1, 1), (2020, 12, 31)),
        ("统计期限从2021-1-1起至2021-12-31。", (2021, 1, 1), (2021, 12, 31)),
        ("统计期限自20241月1日至2024年12月31日止。", (2024, 1, 1), (2024, 12, 31)),
        ("统计时间为2022年1月1日—2022年12月31日。", (2022, 1, 1), (2022, 12, 31)),
        ("数据统计期限为2022年1 月 1日 起至 2022 年12月31 日止。", (2022, 1, 1), (2022, 12, 31)),
        ("期限自2022年1月1日起至12月31日止。", (2022, 1, 1), (2022, 12, 31)),
        ("自2022年1月1日起至2022年12月31日，我局公开信息。", (2022, 1, 1), (2022, 12, 31)),
        ("统计期限自2019年5月15日至2019年12月31日。", (2019, 5, 15), (2019, 12, 31)),
    ],
)
def test_periods(sentence: str, start: tuple[int, int, int], end: tuple[int, int, int]) -> None:
    found = extracted(f"{sentence}\n{BODY}")
    assert found.metadata.period is not None
    assert (found.metadata.period.start, found.metadata.period.end) == (datetime.date(*start), datetime.date(*end))
    assert found.metadata.year == end[0]


@pytest.mark.parametrize(
    "sentence",
    [
        "统计期限自202020年1月1日起至202020年12月31日止。",
        "统计期限自2022年13月1日起至2022年12月32日止。",
        "统计期限自2022111日起至20221231日止。",
        "2022年3月1日至2022年3月31日开展培训。",
        "条例自2019年5月15日起施行。",
    ],
)
def test_dates_that_may_be_several_are_not_guessed(sentence: str) -> None:
    found = extracted(f"{sentence}\n{BODY}")
    assert found.metadata.period is None
    assert "period" in missing(found)


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("(2024年3 月 26日)", (2024, 3, 26)),
        ("(20201231日)", (2020, 12, 31)),
        ("2023-01-20", (2023, 1, 20)),
        ("2023年1月20日", (2023, 1, 20)),
        ("二〇二三年一月二十日", (2023, 1, 20)),
        ("2023/1/20 10:22:05", (2023, 1, 20)),
        ("发布日期：2023-01-20 来源：县政府办", (2023, 1, 20)),
        ("202020年1月1日", None),
        ("12月30日", None),
    ],
)
def test_publication_dates(line: str, date: tuple[int, int, int] | None) -> None:
    found = extracted(f"{line}\n{BODY}")
    assert found.metadata.published == (datetime.date(*date) if date else None)


def test_a_date_line_that_was_not_taken_is_kept() -> None:
    found = extracted(f"清泉乡人民政府2022年政府信息公开工作年度报告\n2023年1月20日\n2023年1月25日\n{BODY}")
    assert found.metadata.published == datetime.date(2023, 1, 20)
    assert found.consumed == {0, 1}


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("2022年,我乡公开。与2021年相比增加。2022年培训。", 2022),
        ("2022年,我乡公开。2021年公开。", None),
        ("没有年份。", None),
        ("(2024年3月26日)\n2023年,我乡公开。", 2023),
        ("202020年,我乡公开。", None),
    ],
)
def test_year_by_frequency(text: str, year: int | None) -> None:
    found = extracted(f"{text}\n{BODY}")
    assert found.metadata.year == year
    assert ("year" in missing(found)) == (year is None)


def test_number_contact_code_and_scope() -> None:
    text = (
        "清泉县人民政府2022年政府信息公开工作年度报告\n清政发〔2023〕3号\n根据国办公开办函〔2021〕30号要求编制。"
        "如有疑问，请与清泉县政府办公室联系（地址：清泉县清泉路1号；邮编：400000；联系电话：0700-1234567）。\n"
        f"统一社会信用代码：11341702486344515H\n本报告数据为全县汇总情况。\n{BODY}"
    )
    found = extracted(text)
    assert found.metadata.document_number == "清政发〔2023〕3号"
    assert found.metadata.contact is not None and "0700-1234567" in found.metadata.contact
    assert found.metadata.agency.uscc == "11341702486344515H"
    assert found.metadata.scope == "aggregate"
    assert {0, 1} <= found.consumed


def test_numbers_of_other_documents_are_not_its_own() -> None:
    assert extracted(f"根据国办公开办函〔2021〕30号要求编制。\n{BODY}").metadata.document_number is None


def test_scope_only_if_stated() -> None:
    assert extracted(f"全县各部门报告公开情况良好。\n{BODY}").metadata.scope is None


def test_catalogue_record_of_the_page() -> None:
    found = extracted(f"发布机构：清泉县司法局 | 发布日期：2023-01-20 | 文号：清司〔2023〕1号\n{BODY}")
    assert found.metadata.agency.name == "清泉县司法局"
    assert found.metadata.published == datetime.date(2023, 1, 20)
    assert found.metadata.document_number == "清司〔2023〕1号"


@settings(derandomize=True, max_examples=80, deadline=None)
@given(
    st.lists(
        st.sampled_from([*BODY.split("\n"), "2022年", "人民政府", "清泉乡", "(20201231日)", "统计期限自", "起至", "|", "", "　", "〔2023〕3号"]), max_size=30
    )
)
def test_any_lines_go_through(parts: list[str]) -> None:
    for joint in ("", "\n"):
        found = extracted(joint.join(parts))
        assert all(isinstance(line, int) for line in found.consumed)


def test_the_date_of_a_letter_before_the_report_is_not_its_own() -> None:
    letter = "市政府办公室：\n现将年度报告报上。\n示例镇人民政府\n2024年1月12日\n示例镇2023年政府信息公开工作年度报告\n"
    rows = "一行\n" * 30
    assert extracted(letter + rows + "示例镇人民政府\n2024年1月20日\n").metadata.published == datetime.date(2024, 1, 20)
    assert extracted(letter + rows).metadata.published == datetime.date(2024, 1, 12)


def test_a_signature_above_a_long_attachment_is_found() -> None:
    text = "示例镇2023年政府信息公开工作年度报告\n" + "一行\n" * 40 + "示例镇人民政府\n2024年1月20日\n附件\n" + "一行\n" * 40
    assert extracted(text).metadata.published == datetime.date(2024, 1, 20)


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("2023年清泉镇政府信息公开工作年度报告\n我镇镇政府高度重视。", "清泉镇"),
        ("2023年清泉镇政府信息公开工作年度报告\n清泉镇政府高度重视。", "清泉镇政府"),
        ("发布机构 | 白石县政府 |\n现将清泉回族镇2022年度政府信息公开工作报告如下:\n清泉回族镇人民政府严格按照条例办理。", "清泉回族镇人民政府"),
        ("发布机构：白石县清泉镇人民政府\n本报告由清泉镇人民政府编制。", "白石县清泉镇人民政府"),
        ("一、总体情况\n根据条例的要求,白石区清泉街道特编制2023年政府信息公开年度报告。", "白石区清泉街道"),
        ("2022年政府信息公开工作年度报告\n白石县清泉镇人民政府\n2022年政府信息公开工作年度报告", "白石县清泉镇人民政府"),
        ("白石县清泉乡\n2022年政府信息公开工作年度报告\n地址：白石县清泉乡人民政府", "白石县清泉乡人民政府"),
        ("白石县清泉乡\n2022年政府信息公开工作年度报告", None),
        ("根据条例,编制白石县清泉乡2024年政府信息公开工作年度报告。", "白石县清泉乡"),
        ("在区委、区政府的领导下,清泉街道办事处认真贯彻落实条例。", "清泉街道办事处"),
        ("在上级领导下,区人民政府认真贯彻落实条例。", None),
        ("本报告由清泉镇人民政府党政办公室编制。", "清泉镇人民政府"),
        ("本报告由清泉县人民政府办公室编制。", "清泉县人民政府办公室"),
    ],
)
def test_the_agency_is_who_writes_not_who_publishes(text: str, agency: str | None) -> None:
    """A title ends the name of a place where it speaks of information; a site's record counts where the text names nobody else."""
    assert extracted(f"{text}\n{BODY}").metadata.agency.name == agency


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("日期:2021-01-29", (2021, 1, 29)),
        ("来源:区政府办 时间:2017-01-12 10:01", (2017, 1, 12)),
        ("时间:2020-01-01至2020-12-31", None),
        ("统计时间:2020-01-01", None),
    ],
)
def test_a_date_of_the_page_without_another_word_is_that_of_publication(line: str, date: tuple[int, int, int] | None) -> None:
    assert extracted(f"清泉镇2020年政府信息公开工作年度报告\n{line}\n{BODY}").metadata.published == (datetime.date(*date) if date else None)


@pytest.mark.parametrize("around", ["《{}》", "- 设为首页\n- 加入收藏\n{}", "• 索引号：11341700/2024-00001\n• 名 称：公开年报\n• 发布日期：2023-01-20\n{}"])
def test_quotation_marks_and_menus_are_no_part_of_the_report(around: str) -> None:
    title = "清泉乡人民政府2022年政府信息公开工作年度报告"
    result = repair(Decoded(around.format(title) + f"\n{BODY}", "utf-8"), STANDARD, VOCABULARY)
    found = extract(text_of(result.lines, result.removed, VOCABULARY))
    assert (found.metadata.title, found.metadata.agency and found.metadata.agency.name) == (title, "清泉乡人民政府")
    assert "\n".join(line.text for line in result.lines if line.text.strip()).split("\n", 1)[1] == BODY


TITLE = "白石县清泉乡人民政府2022年政府信息公开工作年度报告"


@pytest.mark.parametrize(
    "around",
    [
        "【{}】",
        "“{}”",
        "「{}」",
        "（{}）",
        "★{}★",
        "——{}——",
        ">>> {}",
        "【标题】{}",
        "[转载] {}",
        "转发：{}",
        "（一）{}",
        "{}【全文】",
        "{}_清泉乡",
        "{} - 白石县人民政府门户网站",
    ],
)
def test_what_stands_around_a_title_is_no_part_of_it(around: str) -> None:
    found = extracted(f"{around.format(TITLE)}\n{BODY}")
    assert (found.metadata.title, found.metadata.agency.name, found.metadata.year) == (TITLE, "白石县清泉乡人民政府", 2022)


@pytest.mark.parametrize(
    "broken",
    [
        "白石县清\n泉乡人民政府2022年政府信息公开\n工作年度报告",
        "白石县清泉乡人民\n政府2022年政府信息公开工作年度报告",
        "白石县清泉\n乡人民政府2022年政府信息公开工作年度报告",
        " ".join(TITLE),
    ],
)
def test_a_title_broken_inside_of_a_name_names_all_of_it(broken: str) -> None:
    found = extracted(f"{broken}\n{BODY}")
    assert (found.metadata.title, found.metadata.agency.name) == (TITLE, "白石县清泉乡人民政府")
    assert min(found.consumed) == 0


@pytest.mark.parametrize("above", ["乡镇", "政务公开", "信息公开年报", "乡镇街道", "索引号"])
def test_a_menu_above_a_title_is_no_part_of_its_name(above: str) -> None:
    found = extracted(f"{above}\n清泉乡人民政府2022年政府信息公开工作年度报告\n{BODY}")
    assert found.metadata.agency.name == "清泉乡人民政府"


def test_a_government_is_named_where_its_information_follows() -> None:
    assert extracted(f"2022年清泉乡人民政府信息公开工作年度报告\n{BODY}").metadata.agency.name == "清泉乡人民政府"


def test_a_remark_in_brackets_behind_a_title_stays() -> None:
    found = extracted(f"{TITLE}（公开版）\n{BODY}")
    assert (found.metadata.title, found.metadata.agency.name, found.metadata.year) == (f"{TITLE}（公开版）", "白石县清泉乡人民政府", 2022)


RECORDED = "清泉县教育局2022年政府信息公开工作年度报告"


@pytest.mark.parametrize(
    "record",
    [
        "标题：{}",
        "索 引 号： 011/2023-00012\t主题分类： 政务公开\n标    题： {}\n主 题 词：",
        "| 索引号 | 011/2023-00012 |\n| 名称 | {} |",
        "信息名称：{}\n发布机构：清泉县教育局",
        "标题: {}  发布日期: 2023-01-20",
        '---\ntitle: "{}"\ndate: 2023-01-20\n---',
    ],
)
def test_a_title_that_stands_in_a_record_only_is_the_title(record: str) -> None:
    found = extracted(f"{record.format(RECORDED)}\n{BODY}")
    assert (found.metadata.title, found.metadata.year, found.metadata.agency and found.metadata.agency.name) == (RECORDED, 2022, "清泉县教育局")


def test_a_title_on_a_line_counts_before_that_of_a_record() -> None:
    found = extracted(f"标题：{RECORDED}\n清泉县公安局\n2023年政府信息公开\n工作年度报告\n{BODY}")
    assert (found.metadata.title, found.metadata.agency and found.metadata.agency.name) == ("2023年政府信息公开工作年度报告", "清泉县公安局")


def test_a_record_of_another_title_names_none() -> None:
    assert "title" in missing(extracted(f"标题：政务公开工作要点\n{BODY}"))
