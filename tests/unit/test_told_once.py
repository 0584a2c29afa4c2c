"""What is wrong with a cell or a row is told once, in the clerk's words, at its place."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from govreport import profiles
from govreport.diagnostics import Severity
from govreport.standard import Standard
from govreport.validation import Findings, validate
from govreport.validation.render import text

REPORT = (Path(__file__).resolve().parents[2] / "fixtures" / "reports" / "2021" / "township.xml").read_text(encoding="utf-8")


def judged(shipped: Standard, change: tuple[str, str], source: str = REPORT) -> Findings:
    """Return the findings on the township's report after one change by a pattern."""
    changed, count = re.subn(*change, source, count=1)
    assert count == 1
    return validate(changed.encode(), "report.xml", shipped, profiles.load(root=shipped.root))


def errors(findings: Findings) -> list[tuple[str, str]]:
    return [(each.code, findings.place(each)) for each in findings.findings if each.severity is Severity.ERROR]


@pytest.mark.parametrize("raw", ["-5", "五", "5.0", "约5"])
def test_a_cell_with_other_than_a_number_is_not_called_blank(raw: str, shipped: Standard) -> None:
    found = judged(shipped, ('<received naturalPerson="5"', f'<received naturalPerson="{raw}"'))
    assert errors(found) == [("XSD-CELL", "表三 · 一、本年新收政府信息公开申请数量 · 自然人")]


def test_a_missing_row_is_told_by_its_label_and_no_other_is_blamed(shipped: Standard) -> None:
    found = judged(shipped, ("<duplicate [^>]*/>", ""))
    missing, *blanks = errors(found)
    assert missing == ("XSD-MISSING", "表三 · 三（五）2.重复申请")
    assert [code for code, _ in blanks] == ["CELL-BLANK"] * 7
    at = next(each.diagnostic.location for each in found.findings if each.code == "XSD-MISSING")
    assert at.path == "/report/chapter[4]/applications/results/notProcessed"


def test_a_surplus_cell_is_named_with_its_row(shipped: Standard) -> None:
    found = judged(shipped, ('<received naturalPerson="5"', '<received male="3" naturalPerson="5"'))
    assert errors(found) == [("XSD-ROW", "表三")]
    assert "received/@male" in found.message(found.ranked[0])


def test_a_wrong_last_character_of_a_credit_code_is_told_with_the_right_one(shipped: Standard) -> None:
    found = judged(shipped, ("<agency ", '<agency uscc="91350100M000100Y4Z" '))
    (finding,) = (each for each in found.findings if each.code == "ID-USCC")
    assert found.message(finding).endswith("校验位应为 3")


def test_a_character_that_no_credit_code_has_is_named(shipped: Standard) -> None:
    found = judged(shipped, ("<agency ", '<agency uscc="91350100M0O0100Y43" '))
    (finding,) = (each for each in found.findings if each.code == "ID-USCC")
    assert "“O”" in found.message(finding)


def test_folded_findings_open_to_their_cells(shipped: Standard) -> None:
    one = judged(shipped, (r'(<granted [^>]*) otherOrganization="0" total="4"/>', r"\1/>"))
    said = text(one, "zh")
    assert "表三：2 处未填" in said
    assert "各处：第 59 行，三（一）予以公开 · 其他、总计" in said


def test_a_row_that_is_wrong_as_a_whole_is_named_once(shipped: Standard) -> None:
    said = text(judged(shipped, ("<carriedOut [^>]*/>", "<carriedOut/>")), "zh")
    assert "表三：7 处未填" in said and said.count("四、结转下年度继续办理") == 1


def test_of_many_cells_the_first_are_named(shipped: Standard) -> None:
    said = text(judged(shipped, ("(?s)<applications .*</applications>", '<applications xmlns="urn:govreport:report:1:2021"/>')), "zh")
    line = next(each for each in said.splitlines() if "一、本年新收政府信息公开申请数量" in each and "缺少" not in each)
    assert line.endswith("…") and line.count("；") < 12
