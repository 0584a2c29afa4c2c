"""Sentences as clerks write them: what is said of them, and above all what is not."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from govreport import profiles, readers
from govreport.contents import contents
from govreport.diagnostics import Diagnostic
from govreport.model import Agency, Chapter, Metadata, Paragraph, Report, Table
from govreport.rules import Context, judge
from govreport.rules.parts import adds_up
from govreport.standard import Standard
from govreport.validation import validate_reading
from tests.cost import within

ROOT = Path(__file__).resolve().parents[2]
CASES = ROOT.parent / "shared" / "cases"
PROSE = ("TEXT-CELL", "TEXT-SUM", "TEXT-TEMPLATE", "TEXT-SENSITIVE")

APPLICATIONS = {("received", "total"): 8, ("received", "naturalPerson"): 6, ("carriedIn", "total"): 1, ("carriedOut", "total"): 2}
REVIEW = {("reconsideration", "total"): 3, ("litigation.direct", "total"): 1, ("litigation.afterReconsideration", "total"): 1}


def said(text: str, shipped: Standard) -> list[Diagnostic]:
    """Return what is said of a sentence in a report for 2023: received 8, carried in 1, out 2, reconsideration 3, litigation 2."""
    tables = (Table("applications", "2021", APPLICATIONS), Table("reviewAndLitigation", "2021", REVIEW))
    chapters = (Chapter("overview", None, None, (Paragraph(text),)), *(Chapter(table.key, None, None, (table,)) for table in tables))
    report = Report("1.0", Metadata(Agency("示例镇人民政府"), year=2023), chapters)
    return [raised.diagnostic for raised in judge(Context(contents(report), shipped, profiles.load()), "rules") if raised.diagnostic.code in PROSE]


@pytest.mark.parametrize(
    "text",
    [
        "2023年，我镇新收政府信息公开申请8件，上年结转1件，结转下年度继续办理2件。",
        "全年新收到政府信息公开申请８件，其中网上申请5件、信函申请3件。",
        "新收自然人申请6件，法人或其他组织申请2件。",
        "2022年新收12件，2023年新收8件，同比减少4件。",
        "比上年新收12件减少4件。",
        "去年同期新收12件。",
        "因政府信息公开被申请行政复议3件，被提起行政诉讼2件。",
        "行政复议维持2件、纠正1件。",
        "行政复议结果维持2件，结果纠正1件，均已审结。",
        "行政复议和行政诉讼共5件。",
        "行政复议、行政诉讼5件，均已办结。",
        "办理行政复议3件，其中尚未审结0件。",
        "依据《行政复议法》第12条的规定办理。",
        "无新收申请，无结转。",
        "原告张××名下房屋的信息不予公开。",
        "转交李××批准。",
        "共公开22条。其中，政府文件3条，通知公告6条，决算预算2条，人事信息3条，政策解读1条，预警2条，信箱5条。",
        "共受理50件，其中网上申请30件、信函申请20件；按期办结48件，其中予以公开40件、不予公开8件。",
        "主动公开信息120条，其中文件50条，公告70条，较上年增加20条。",
        "公开信息100条，其中网站公开80条，包括文件30条、公告50条，微信公众号20条。",
        "公开信息100条，其中政策文件30条、通知公告20条等。",
        "发布120条，其中政策文件30条（规范性文件5条，其他25条），通知公告50条，财政信息40条。",
        "主动公开1,200条,其中文件1,000条,公告200条。",
        "公开90条，其中：一是机构职能类20条；二是政策文件类30条；三是其他40条。",
        "发布120条，其中图文100条、视频20个、解读20条。",
        "收到人大代表建议45件、政协提案60件，其中主办30件、会办75件。",
        "区司法局公开行政复议决定书45件。",
        "公开行政处罚、行政复议决定信息共56件。",
        "在网站上公开行政复议文书20件，行政诉讼裁判文书10件。",
        "领导信箱新收来信45件，新收信件25件，新收工单320件，均已回复。",
        "全年新收各类档案1200件，受理行政许可新收材料120件。",
        "新收政府信息公开申请较上年增加3件，新收申请数量比2022年减少1件。",
        "上半年新收政府信息公开申请5件，下半年新收政府信息公开申请3件。",
        "通过网站新收申请6件，通过信函新收申请2件，均已答复。",
        "新收集惠企政策诉求56件，新收录规范性文件12件，信访室新收信访件23件。",
        "结转下年度办理的信访事项3件。",
        "县司法局全年受理行政复议案件312件，办结298件。",
        "全年办理行政复议案件156件，其中政府信息公开类3件。",
        "全年行政应诉案件45件，其中行政诉讼一审案件30件、二审案件15件。",
        "行政复议案件被纠正0件，驳回1件；行政复议撤回0件。",
        "协助县政府办理行政复议答复4件，行政诉讼答辩状5件。",
        "镇人民政府作为被告的行政诉讼案件4件，均与政府信息公开无关。",
        "因征地拆迁引发行政复议4件、行政诉讼5件，均不涉及政府信息公开。",
        "公开信息500条，其中网站公开300条，较上年增加20条，新媒体公开200条。",
        "申请人请填写《政府信息公开申请表》。",
        "王××等三人反映的问题，5×8米的公示栏，5G基站3个，二○○八年，二○○○年，「单位」一词。",
        "（）内的数字为上年数，新建N次方众创空间（ ）。",
        "做到应公开尽公开……条件成熟的逐步推开。",
        "通过MAXX件处理系统办理。",
        "联系电话：0550-3511234，传真：0550-3511235。",
        "传真：0550-3511235。服务热线0550-12345678。",
        "拨打12345热线，网站访问量12345678次，投资13812345678元。",
        "设备编号123456789012345678，文号20230001。",
        "累计阅读13912345678.5次。",
    ],
)
def test_nothing_is_said_of_a_sound_sentence(text: str, shipped: Standard) -> None:
    found = said(text, shipped)
    assert not found, [(each.code, dict(each.params)) for each in found]


@pytest.mark.parametrize(
    ("text", "code", "shown"),
    [
        ("2023年，我镇新收政府信息公开申请9件。", "TEXT-CELL", "9"),
        ("全年共新收依申请公开12件，均按时答复。", "TEXT-CELL", "12"),
        ("上年结转0件，结转下年度2件。", "TEXT-CELL", "0"),
        ("结转下年度继续办理3件。", "TEXT-CELL", "3"),
        ("被申请行政复议1件。", "TEXT-CELL", "1"),
        ("行政诉讼案件共计5件。", "TEXT-CELL", "5"),
        ("新收政府信息公开申请材料齐全的9件。", "TEXT-CELL", "9"),
        ("新收政府信息公开申请增加至9件。", "TEXT-CELL", "9"),
        ("全年受理新收政府信息公开申请9件。", "TEXT-CELL", "9"),
        ("办理因政府信息公开引起的行政复议案件4件。", "TEXT-CELL", "4"),
        ("上半年新收政府信息公开申请4件，下半年新收政府信息公开申请3件。", "TEXT-CELL", "4"),
        ("发布186条，其中机构12条，政策19条，资金97条，其他68条；通过公众号推送128条。", "TEXT-SUM", "196"),
        ("公开200条，其中网站100条；公众号50条；微博40条。", "TEXT-SUM", "190"),
        ("收到建议45件、提案60件，其中主办30件、会办74件。", "TEXT-SUM", "104"),
        ("共公开22条。其中，政府文件3条，通知公告6条，决算预算2条。", "TEXT-SUM", "11"),
        ("主动公开120条，其中文件50条，公告60条。", "TEXT-SUM", "110"),
        ("主动公开120条，其中文件80条，公告70条。", "TEXT-SUM", "150"),
        ("××镇人民政府认真落实。", "TEXT-TEMPLATE", "××镇"),
        ("（单位名称）将进一步加强公开工作。", "TEXT-TEMPLATE", "（单位名称）"),
        ("【单位名称】认真落实。", "TEXT-TEMPLATE", "【单位名称】"),
        ("××人民政府办公室认真落实。", "TEXT-TEMPLATE", "××人民政府"),
        ("公开率××%。", "TEXT-TEMPLATE", "××%"),
        ("收费XX万元。", "TEXT-TEMPLATE", "XX万元"),
        ("配备电脑××台。", "TEXT-TEMPLATE", "××台"),
        ("培训干部××名。", "TEXT-TEMPLATE", "××名"),
        ("○○镇认真落实。", "TEXT-TEMPLATE", "○○镇"),
        ("某某县认真落实。", "TEXT-TEMPLATE", "某某县"),
        ("主动公开信息N条。", "TEXT-TEMPLATE", "N条"),
        ("主动公开信息（）条。", "TEXT-TEMPLATE", "（）条"),
        ("〔单位名称〕认真落实。", "TEXT-TEMPLATE", "〔单位名称〕"),
        ("（本单位名称）认真落实。", "TEXT-TEMPLATE", "（本单位名称）"),
        ("20XX年主动公开XX条。", "TEXT-TEMPLATE", "XX年"),
        ("主动公开____条。", "TEXT-TEMPLATE", "____条"),
        ("此处填写本年度工作情况。", "TEXT-TEMPLATE", "此处填写"),
        ("请填写本单位情况。", "TEXT-TEMPLATE", "请填写"),
        ("申请人张三，身份证号11010519491231002X。", "TEXT-SENSITIVE", "identity"),
        ("申请人张三，手机13912345678。", "TEXT-SENSITIVE", "telephone"),
        ("张三家住某村，0550-3511234。", "TEXT-SENSITIVE", "telephone"),
    ],
)
def test_what_is_said_quotes_the_sentence(text: str, code: str, shown: str, shipped: Standard) -> None:
    found = said(text, shipped)
    assert [each.code for each in found] == [code]
    (each,) = found
    assert shown in map(str, each.params.values())
    quote = str(each.params["quote"])
    assert (quote in text) is (code != "TEXT-SENSITIVE")


@pytest.mark.parametrize(
    "numbers",
    [
        ("11010519491231002X", "13912345678", "13712345678"),
        ("110105 19491231 002X", "139 1234 5678", "137-1234-5678"),
        ("１１０１０５１９４９１２３１００２Ｘ", "１３９１２３４５６７８", "1371234 5678"),
    ],
)
def test_a_quote_shows_no_persons_number(numbers: tuple[str, str, str], shipped: Standard) -> None:
    found = said("张三，身份证号{}，手机{}，李四{}。".format(*numbers), shipped)
    assert len(found) == 3
    for each in found:
        assert not any(part in str(each.params["quote"]) for number in numbers for part in (number, number[6:-3]))


@pytest.mark.parametrize(
    ("total", "parts", "right"),
    [
        (22, [3, 6, 2, 3, 1, 2, 5], True),
        (22, [3, 6], False),
        (50, [30, 20, 48, 40, 8], True),
        (100, [80, 30, 50, 20], True),
        (5, [5], False),
        (0, [0, 0], True),
        (10, [5, 3, 0, 2, 5], True),
        (5, [0] * 99, False),
        (5, [4, *[0] * 99], False),
        (10, [8, 2, 0], True),
        (5, [5, 0, 9], True),
    ],
)
def test_parts_come_to_a_total(total: int, parts: list[int], right: bool) -> None:
    assert adds_up(Decimal(total), list(map(Decimal, parts))) is right


CRAFTED = ("共5条，其中" + "一0条" * 98, "新收1件，" * 30_000, "共5条，其中一1条，二2条。" * 3_000, "共1条，其中" + "一8条二4条三2条四2条" * 20)


@pytest.mark.parametrize("text", CRAFTED)
def test_crafted_prose_is_judged_in_time(text: str, shipped: Standard) -> None:
    assert within(2, lambda: said(text, shipped))


def test_no_false_alarms_on_reports_as_they_are_published(shipped: Standard) -> None:
    beside = [*CASES.glob("seed.txt"), *sorted((CASES / "recreated").glob("*.txt"))]
    told = []
    for path in (*sorted((ROOT / "fixtures" / "html").iterdir()), *beside):
        reading = readers.read(path.read_bytes(), path.name, shipped)
        findings = validate_reading(reading, path.name, shipped, profiles.load("legacy"))
        told += [(path.name, each.code, dict(each.diagnostic.params)) for each in findings.findings if each.code in (*PROSE, "HINT-CELL")]
    assert not told
