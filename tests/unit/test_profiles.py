"""Profiles: what a file of one's own changes, and what it cannot."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

import pytest

from govreport import profiles, resources, waivers
from govreport.diagnostics import Severity
from govreport.profiles import Profile, ProfileError
from govreport.standard import load
from govreport.validation import validate

HEAD = '<profile name="local" base="{base}"><title lang="zh">本地</title><title lang="en">local</title>'


def write(folder: Path, body: str, base: str = "submission", name: str = "local.xml") -> Path:
    path = folder / name
    path.write_text(HEAD.format(base=base) + "\n" + body + "\n</profile>", encoding="utf-8")
    return path


def local(folder: Path, body: str, base: str = "submission") -> Profile:
    return profiles.load(write(folder, body, base))


def test_shipped_profiles_have_every_code() -> None:
    strict, legacy = profiles.load(), profiles.load("legacy")
    assert profiles.names() == ("legacy", "submission")
    assert strict.severities.keys() == legacy.severities.keys()
    assert strict.severity("T3-BALANCE") is Severity.ERROR
    assert legacy.severity("T3-BALANCE") is Severity.WARNING


def test_what_a_profile_states_wins_over_its_base(tmp_path: Path) -> None:
    body = '<severity code="DOC-LENGTH" is="error"/><threshold name="overview-length" value="500"/><deadline level="township" day="01-10"/>'
    profile = local(tmp_path, body)
    assert profile.severity("DOC-LENGTH") is Severity.ERROR
    assert (profile.threshold("overview-length"), profile.threshold("fee-amount"), profile.threshold("nothing")) == (500, 10000, None)
    assert profile.deadline("government", "township", 2023) == datetime.date(2024, 1, 10)
    assert profile.deadline("department", "county", 2023) == datetime.date(2024, 1, 31)
    assert profile.deadline("other", None, 2023) is None


def test_a_heuristic_never_becomes_an_error(tmp_path: Path) -> None:
    profile = local(tmp_path, '<severity code="T2-UNIT" is="error"/><severity code="T2-RULES" is="error"/>')
    assert profile.severity("T2-UNIT") is Severity.WARNING
    assert profile.severity("T2-RULES") is Severity.WARNING
    assert profile.severity("TABLE-SUM", "H") is Severity.WARNING


def test_profiles_build_on_one_another(tmp_path: Path) -> None:
    write(tmp_path, '<severity code="DOC-LENGTH" is="warning"/>', name="province.xml")
    city = local(tmp_path, '<severity code="DOC-FEE" is="info"/>', base="province")
    assert (city.severity("DOC-LENGTH"), city.severity("DOC-FEE")) == (Severity.WARNING, Severity.INFO)
    assert [each.path.name for each in city.chain()] == ["local.xml", "province.xml", "submission.xml"]


def test_what_a_profile_asks_for_is_told_by_its_own_instrument_else_by_its_title(tmp_path: Path) -> None:
    relation = '<equal id="{}" table="applications"><left><term row="received"/></left><right><term row="carriedIn"/></right></equal>'
    limits = '<threshold name="overview-length" value="{}"/><deadline level="{}" day="01-{}"/>'
    write(tmp_path, '<basis instrument="《通知》" clause="第三条"/>' + limits.format(9, "county", 10) + relation.format("a"), name="province.xml")
    profile = local(tmp_path, limits.format(5, "township", 20) + relation.format("b"), base="province.xml")
    assert profile.relation_instruments == {"a": "《通知》 第三条", "b": "本地"}
    assert profile.threshold_instruments["overview-length"] == "本地"
    township, county, city = (profile.due("government", level) for level in ("township", "county", "city"))
    assert township and township.instrument == "本地"
    assert county and county.instrument == "《通知》 第三条"
    assert city and city.instrument is None
    report = (resources.conformance_root() / "T3-BALANCE" / "pass-holds.xml").read_bytes()
    found = {(each.code, each.basis, each.instrument) for each in validate(report, "report.xml", load(), profile).findings}
    assert {("TABLE-EQUAL", "L", "本地"), ("TABLE-EQUAL", "L", "《通知》 第三条"), ("DOC-LENGTH", "L", "本地")} <= found


def test_years_of_validity_fall_back_to_the_base(tmp_path: Path) -> None:
    profile = local(tmp_path, '<years from="2022" to="2024"/>')
    assert profile.valid_for(2023) is profile
    assert profile.valid_for(None) is profile
    assert profile.valid_for(2025).name == "submission"


def test_waivers_of_errors_are_forbidden_but_for_exceptions(tmp_path: Path) -> None:
    profile = local(tmp_path, '<waivers errors="forbidden" except="DOC-CHAPTER"/>')
    assert profile.waivable("T3-ROW", Severity.WARNING)
    assert not profile.waivable("T3-ROW", Severity.ERROR)
    assert profile.waivable("DOC-CHAPTER", Severity.ERROR)
    assert profiles.load("legacy").waivable("T3-ROW", Severity.ERROR)


def test_further_relations_hold_in_the_editions_that_have_them(tmp_path: Path) -> None:
    profile = local(tmp_path, '<equal id="a" table="applications"><left><term row="results.other.other"/></left><right><term row="received"/></right></equal>')
    assert list(profile.local_forms) == ["2021"]
    (relation,) = profile.local_forms["2021"].relations
    assert (relation.code, relation.basis) == ("TABLE-EQUAL", "L")


def test_a_relation_that_a_reports_edition_does_not_have_is_said_not_to_be_judged(tmp_path: Path) -> None:
    cell, text = '<left><term row="results.other.other"/></left><right><term row="received"/></right>', '<text lang="zh">口径</text>'
    general = f'<equal id="a" table="applications">{cell}{text}</equal>'
    write(tmp_path, general, name="province.xml")
    report = (resources.conformance_root() / "DOC-EDITION" / "pass-2020.xml").read_bytes()

    def told(profile: Profile, source: bytes) -> list[str]:
        found = validate(source, "report.xml", load(), profile)
        return [found.message(each) for each in found.findings if each.code == "SYS-PROFILE"]

    (said,) = told(local(tmp_path, "", base="province"), report)
    assert said == "方案“local”的关系“a”没有核对：它所指的格，报告中 2019 版的表不全有（口径）"
    bound = write(tmp_path, general.replace(" table", ' edition="2021" table'), name="bound.xml")
    assert not told(profiles.load(bound), report), "the profile itself says for which edition it is"
    assert not told(profiles.load(tmp_path / "province.xml"), (resources.conformance_root() / "T3-BALANCE" / "pass-holds.xml").read_bytes())


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ('<severity code="DOC-NOTHING" is="info"/>', "line 2: unknown code DOC-NOTHING"),
        ('\n<severity code="DOC-LENGTH" is="fatal"/>', "line 3"),
        ('<threshold name="patience" value="3"/>', "line 2"),
        ('<deadline day="02-30"/>', "line 2"),
        ('<deadline level="village" day="02-01"/>', "line 2: level knows no village; known are national"),
        ('<deadline kind="ministry" day="02-01"/>', "line 2: kind knows no ministry"),
        ('<years from="2025" to="2023"/>', "line 2: years from 2025 to 2023"),
        ('<sum id="a" table="applications"><total row="received"/><part row="carriedIn"/></sum>\n' * 2, "line 3: relation a stands there twice"),
        ('<equal id="a" table="applications"><left><term row="received"/></left><right><term row="received"/></right></equal>\n', "received/naturalPerson"),
        ('<sum id="a" table="applications"><total row="received"/><part column="total"/></sum>\n', "share no axis"),
        ('<sum id="a" code="T9-SUM" table="applications"><total row="received"/><part row="carriedIn"/></sum>', "line 2: unknown code T9-SUM"),
        ('<sum id="a" table="applications"><total row="received"/><part row="nothing"/></sum>', "line 2: relation a"),
        ('<sum id="a" table="applications" edition="2019"><total row="results.other.other"/><part row="received"/></sum>', "line 2: relation a"),
        ('<waivers errors="forbidden" except="DOC-NOTHING"/>', "line 2: unknown code DOC-NOTHING"),
        ("<nonsense/>", "line 2"),
    ],
)
def test_a_faulty_profile_is_refused_with_its_line(tmp_path: Path, body: str, said: str) -> None:
    with pytest.raises(ProfileError, match=said) as raised:
        local(tmp_path, body)
    assert "local.xml" in str(raised.value)


@pytest.mark.parametrize("base", ["nothing", "local"])
def test_a_base_must_be_there_and_no_circle(tmp_path: Path, base: str) -> None:
    with pytest.raises(ProfileError, match="line 1") as raised:
        local(tmp_path, "", base=base)
    assert "local.xml" in str(raised.value)


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("<severity", "两个属性之间缺少空格，或者标签没有写完"),
        ('<severity code="DOC-LENGTH" is=error/>', "属性的值没有加引号"),
        ("<severity></basis>", "标签不成对：以“severity”开始，却以“basis”结束"),
        ("&nbsp;", "“&nbsp;”没有定义"),
        ('<severity code="DOC-LENGTH" is="fatal"/>', "“severity”的 is 不能是“fatal”，可用：error, warning, info"),
        ('<severity code="DOC-LENGTH"/>', "“severity”没有写 is"),
        ('<severity code="DOC-LENGTH" is="info" colour="red"/>', "“severity”不能有 colour"),
        ("<nonsense/>", "“nonsense”不应写在这里，此处应为："),
        ('<threshold name="fee-amount" value="many"/>', "“threshold”的 value 不能是“many”"),
    ],
)
def test_what_is_wrong_with_a_profile_is_told_in_chinese(tmp_path: Path, body: str, said: str) -> None:
    with pytest.raises(ProfileError) as wrong:
        local(tmp_path, body)
    text = wrong.value.text("zh")
    assert (said in text and "第 2 行" in text) or "第 3 行" in text
    assert not re.search("[A-Za-z]{2,} [a-z]{2,} [a-z]{2,}", text.replace(str(tmp_path), ""))


def test_what_is_wrong_with_a_profile_names_the_file_that_says_it(tmp_path: Path) -> None:
    with pytest.raises(ProfileError) as wrong:
        local(tmp_path, "", base="nothing")
    assert "local.xml" in wrong.value.text("zh") and "nothing" in wrong.value.text("zh")
    write(tmp_path, "<severity")
    with pytest.raises(ProfileError) as wrong:
        profiles.load(tmp_path / "local.xml")
    assert "<string>" not in wrong.value.text("zh") and "第 3 行" in wrong.value.text("zh")


@pytest.mark.parametrize(
    ("first", "again"),
    [
        ('<severity code="DOC-FEE" is="error"/>', '<severity code="DOC-FEE" is="info"/>'),
        ('<threshold name="fee-amount" value="1"/>', '<threshold name="fee-amount" value="2"/>'),
        ('<deadline level="township" day="01-10"/>', '<deadline level="township" day="01-20"/>'),
        ('<deadline day="01-10"/>', '<deadline day="01-20"/>'),
    ],
)
def test_what_a_profile_says_twice_is_refused(tmp_path: Path, first: str, again: str) -> None:
    with pytest.raises(ProfileError, match=r"line 3: .* twice, first in line 2"):
        local(tmp_path, f"{first}\n{again}")


def test_a_profile_without_base_needs_its_severities(tmp_path: Path) -> None:
    path = tmp_path / "own.xml"
    path.write_text('<profile name="own"><title lang="zh">x</title></profile>', encoding="utf-8")
    with pytest.raises(ProfileError, match="no base"):
        profiles.load(path)


def test_a_profile_and_waivers_with_a_document_type_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "own.xml"
    entity = f'<!DOCTYPE x [<!ENTITY e SYSTEM "file://{path}">]>'
    path.write_text(f'{entity}<profile name="own" base="submission"><title lang="zh">&e;</title></profile>', encoding="utf-8")
    with pytest.raises(ProfileError, match="DOCTYPE"):
        profiles.load(str(path))
    path.write_text(f'{entity}<waivers><waiver code="CELL-NA">&e;</waiver></waivers>', encoding="utf-8")
    with pytest.raises(waivers.WaiverError, match="DOCTYPE"):
        waivers.load(path)


def test_the_last_year_of_the_calendar_has_no_deadline() -> None:
    profile = profiles.load()
    assert profile.deadline("government", "county", 2023) == datetime.date(2024, 3, 31)
    assert profile.deadline("government", "county", 9999) is None
