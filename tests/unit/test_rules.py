"""Rules over reports as values: relations against their reference, all-zero reports, prose, series."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govreport import profiles, readers, standard
from govreport.contents import contents
from govreport.model import NA, Agency, Chapter, Metadata, Paragraph, Report, Section
from govreport.rules import RULES, Context, judge
from govreport.rules.identity import check_character, is_citizen_number
from govreport.rules.sentences import QUOTED, around, excerpt, number, sentences, without_brackets
from govreport.standard import Standard
from tests import filled, schematrees
from tests.judged import outcomes

CASES = Path(__file__).resolve().parents[2] / "fixtures" / "conformance"


def codes(context: Context, stage: str = "rules") -> list[str]:
    return [raised.diagnostic.code for raised in judge(context, stage)]


def fixture(path: str, standard: Standard) -> Report:
    report = readers.read((CASES / path).read_bytes(), path, standard).report
    assert report is not None
    return report


def telling(texts: list[str], shipped: Standard, **metadata: object) -> Context:
    """Return a context of a report whose overview says these paragraphs."""
    chapter = Chapter("overview", None, None, tuple(map(Paragraph, texts)))
    return Context(contents(Report("1.0", replace(Metadata(), **metadata), (chapter,))), shipped, profiles.load())  # type: ignore[arg-type]


def test_every_rule_is_named_by_codes_of_the_catalogue() -> None:
    known = profiles.load().severities
    for rule in RULES:
        assert rule.codes and set(rule.codes) <= set(known), rule.name
        assert rule.judge.__doc__, rule.name


@settings(derandomize=True, max_examples=150, deadline=None)
@given(st.integers(0, 10**6), st.sampled_from(["2019", "2021"]))
def test_relations_give_what_their_reference_gives(seed: int, edition: str) -> None:
    shipped = standard.load()
    form = shipped.forms[edition]
    tables = filled.seeded(form, seed)
    context = Context(contents(filled.report(shipped, form, tables)), shipped, profiles.load())
    expected = {(o.equation.relation.code, o.equation.at.row, o.equation.at.column) for o in outcomes(form, context.tables) if o.failed}
    codes_of_relations = {relation.code for relation in form.relations}
    found = [raised.diagnostic for raised in judge(context, "rules") if raised.diagnostic.code in codes_of_relations]
    assert {(each.code, each.location.cell.row, each.location.cell.column) for each in found if each.location.cell} == expected
    blank = sum(len(context.shapes[key].cells) - len(table.cells) for key, table in context.tables.items())
    marks = sum(
        value is NA and context.shapes[key].columns[row][column].kind != "money"
        for key, table in context.tables.items()
        for (row, column), value in table.cells.items()
    )
    raised = codes(context)
    assert (raised.count("CELL-BLANK"), raised.count("CELL-NA")) == (blank, marks)


@pytest.mark.parametrize("edition", ["2019", "2021"])
def test_all_zeros_are_never_flagged(edition: str, shipped: Standard) -> None:
    form = shipped.forms[edition]
    bare = filled.report(shipped, form, [filled.zeros(table) for table in form.tables.values()])
    agency = Agency("示例镇人民政府", "other", "township")
    report = replace(bare, metadata=Metadata(agency, year=form.first_year))
    assert set(codes(Context(contents(report), shipped, profiles.load()))) == {"DOC-CHAPTER"}, "only the chapters that this bare report lacks"


def test_a_carry_without_code_is_a_table_carry(tmp_path: Path) -> None:
    tree = schematrees.copy(tmp_path)
    schematrees.replace(tree / "2021" / "form.xml", 'code="YEAR-CARRY" ', "")
    own = standard.load(tree)
    this, last = fixture("YEAR-CARRY/fail-differs.xml", own), fixture("YEAR-CARRY/previous.xml", own)
    assert codes(Context(contents(this), own, profiles.load(root=tree), last), "series").count("TABLE-CARRY") == 2


@pytest.mark.parametrize(
    ("text", "differs"),
    [
        ("全年新收政府信息公开申请8件。", False),
        ("全年新收政府信息公开申请９件。", True),
        ("全年新收申请1,008件。", True),
        ("全年新收申请9份。", False),
        ("新收情况见下，办理12件。", False),
        ("全市新收9件，本机关新收8件。", False),
        ("因政府信息公开被申请行政复议2件。", True),
        ("行政复议、行政诉讼均为0件。", False),
        ("行政诉讼3件。", True),
    ],
)
def test_numbers_of_the_prose_against_cells(text: str, differs: bool, shipped: Standard) -> None:
    report = fixture("TEXT-CELL/pass-agrees.xml", shipped)
    chapters = tuple(replace(chapter, blocks=(Paragraph(text),)) if chapter.key == "overview" else chapter for chapter in report.chapters)
    found = codes(Context(contents(replace(report, chapters=chapters)), shipped, profiles.load()))
    assert ("TEXT-CELL" in found) is differs


@pytest.mark.parametrize(
    ("text", "differs"),
    [
        ("共公开22条。其中，文件3条，公告6条，预算2条，人事3条，解读1条，预警2条，信箱5条。", False),
        ("共公开22条。其中，文件3条，公告6条。", True),
        ("共公开22条，其中文件20条。", False),
        ("共公开22条，其中文件10条（含规章2条，规范性文件8条），公告12条。", False),
        ("共公开22条，其中文件10条，培训4次，公告12条。", False),
    ],
)
def test_parts_of_the_prose(text: str, differs: bool, shipped: Standard) -> None:
    assert ("TEXT-SUM" in codes(telling([text], shipped))) is differs


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        ("联系电话：0550-3511234。", False),
        ("咨询人张三，手机13912345678。", True),
        ("值班室0550-3511234。", True),
        ("网站访问量12345678次。", False),
        ("设备编号123456789012345678。", False),
        ("拨打12345热线。", False),
        ("张三手机138 1234 5678。", True),
        ("张三手机138-1234-5678，李四同。", True),
        ("张三手机138 12345678、1381234 5678。", True),
        ("张三手机138—1234—5678。", True),
        ("张三手机138.1234.5678。", True),
        ("张三手机138\u30001234\u30005678。", True),
        ("张三手机138 2079 1989。", True),
        ("张三手机+8613812345678。", True),
        ("张三手机+86 138 1234 5678。", True),
        ("张三手机（86）138-1234-5678。", True),
        ("张三手机0086-138-1234-5678。", True),
        ("张三手机１３８１２３４５６７８。", True),
        ("张三手机138 1234 5678 139 1234 5678", True),
        ("身份证号110105 19491231 002X。", True),
        ("身份证号110105-19491231-002x。", True),
        ("身份证号1101 0519 4912 3100 2x。", True),
        ("身份证号110 105 1949 1231 002X。", True),
        ("身份证号１１０１０５１９４９１２３１００２Ｘ。", True),
        ("身份证号110105 19491231 0021。", False),
        ("联系电话：138 1234 5678。", False),
        ("联系方式：王主任，138-1234-5678。", False),
        ("电话：+86 138 1234 5678。", False),
        ("联系电话：０５５０－３５１１２３４。", False),
        ("热线0550 3511234、400 123 4567、400-123-4567。", False),
        ("各列依次为0 138 1234 5678 0 0。", False),
        ("全年138 1234 5678件。", False),
        ("2023年12月31日至2024-01-31，编号2023 1234 5678。", False),
        ("分别为1381、2345、6789件。", False),
        ("内线12345678转123。", False),
    ],
)
def test_numbers_of_persons(text: str, flagged: bool, shipped: Standard) -> None:
    context = telling(["一般文字。", text], shipped)
    found = [raised.diagnostic for raised in judge(context, "rules") if raised.diagnostic.code == "TEXT-SENSITIVE"]
    assert bool(found) is flagged
    assert all("*" in str(each.params["quote"]) and each.location.path == "/report/chapter/paragraph[2]" for each in found)


def test_the_contact_of_the_metadata_is_public(shipped: Standard) -> None:
    text = "值班室0550-3511234，手机138 1234 5678。"
    assert "TEXT-SENSITIVE" not in codes(telling([text], shipped, contact="0550-3511234，+86 138-1234-5678"))


def test_paths_of_passages_count_only_what_repeats(shipped: Standard) -> None:
    sections = (Section("1", "a", (Paragraph("x"),)), Section("2", "b", (Paragraph("y"), Paragraph("z"))))
    report = Report("1.0", chapters=(Chapter(None, None, None, sections), Chapter(None, None, None, (Paragraph("w"),))))
    paths = [passage.path for passage in Context(contents(report), shipped, profiles.load()).prose.passages()]
    first = "/report/chapter[1]/section[1]"
    second = "/report/chapter[1]/section[2]"
    last = "/report/chapter[2]/paragraph"
    assert paths == [first, f"{first}/paragraph", second, f"{second}/paragraph[1]", f"{second}/paragraph[2]", last]


@pytest.mark.parametrize("code", ["11341702486344515H", "11341702003256079T", "11341703003249434A", "12620600MB0523338C"])
def test_credit_codes_of_the_standard(code: str) -> None:
    assert check_character(code) == code[-1]


def test_a_wrong_credit_code_has_another_character() -> None:
    assert check_character("91350100M000100Y4Z") == "3"


@pytest.mark.parametrize(
    ("text", "is_one"), [("11010519491231002X", True), ("110105194912310021", False), ("110105194913310020", False), ("1101051949", False)]
)
def test_identity_numbers(text: str, is_one: bool) -> None:
    assert is_citizen_number(text) is is_one


@settings(derandomize=True, max_examples=200)
@given(st.text("甲乙。；！ab3 ", min_size=1, max_size=200), st.data())
def test_quotes_are_bounded_and_hold_the_place(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    quote = around(text, start, start + 1)
    assert len(quote) <= QUOTED + 2
    assert "".join(sentences(text)) in text
    if text[start] not in "。；！ ":
        assert text[start] in quote


def test_small_parts_of_texts() -> None:
    assert number("１，２３４") == 1234
    assert without_brackets("甲（乙(丙)丁）戊)己") == "甲戊)己"
    assert excerpt("长" * 100).endswith("\u2026")
