"""Findings on a form that is not the shipped ones: nothing in them speaks of a table, a chapter or a unit that it does not have."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from govreport import profiles, standard
from govreport.cellnames import row_short
from govreport.generate import build
from govreport.standard import Standard
from govreport.validation import Findings, validate

ROOT = Path(__file__).resolve().parents[2]

FORM = """<?xml version="1.0" encoding="UTF-8"?>
<form edition="2031" revision="1">
  <instrument number="〔2031〕7号" date="2031-10-08" issuer="某办公室"/>
  <years from="2031"/>
  <chapter key="open" number="一" title="平台" kind="table" required="true">
    <table key="platforms" name="表甲" label="平台" width="4">
      <block label="经费" head="项目">
        <column key="spent" label="支出（元）" kind="money" unit="元" role="fee-amount" span="3"/>
        <row key="budget" label="平台经费"/>
      </block>
      <block label="采购" head="项目">
        <column key="price" label="金额" kind="money" span="3"/>
        <row key="deal" label="外包"/>
      </block>
    </table>
  </chapter>
  <chapter key="requests" number="二" title="申请" kind="table" required="true">
    <table key="requests" name="表乙" label="申请">
      <column key="web" label="网上"/>
      <column key="all" label="小计"/>
      <row key="in" label="1、收件"/>
      <row key="fee" label="2、因未缴费而不再办理的申请件数" role="fee-unpaid"/>
      <row key="left" label="3、在办"/>
    </table>
  </chapter>
  <chapter key="more" number="三" title="补充说明" kind="prose" required="true"><phrase role="fee" text="工本费"/></chapter>
  <balance id="flow" table="requests">
    <left><term row="in"/></left>
    <right><term row="fee"/><term row="left"/></right>
    <text lang="zh">收件等于未缴费加在办</text>
    <text lang="en">received is unpaid and pending</text>
  </balance>
</form>
"""

REPORT = """<?xml version="1.0" encoding="UTF-8"?>
<report xmlns="urn:govreport:report:1" schema="1.0">
  <metadata><agency kind="department"><name>甲县乙局</name></agency><year>2031</year></metadata>
  <chapter key="open" number="一" title="平台">
    <platforms xmlns="urn:govreport:report:1:2031"><budget spent="12340000"/><deal price="88"/></platforms>
  </chapter>
  <chapter key="requests" number="二" title="申请">
    <requests xmlns="urn:govreport:report:1:2031"><in web="9" all="9"/><fee web="1" all="1"/><left web="7" all="8"/></requests>
  </chapter>
  <chapter key="more" number="三" title="补充说明"><paragraph>无。</paragraph></chapter>
</report>
"""


@pytest.fixture(scope="module")
def invented(tmp_path_factory: pytest.TempPathFactory) -> Standard:
    tree = shutil.copytree(ROOT / "schema", tmp_path_factory.mktemp("invented") / "schema")
    (tree / "2031").mkdir()
    (tree / "2031" / "form.xml").write_text(FORM, encoding="utf-8")
    build(tree)
    return standard.load(tree)


@pytest.fixture(scope="module")
def found(invented: Standard) -> Findings:
    return validate(REPORT.encode(), "report.xml", invented, profiles.load(root=invented.root))


def test_an_amount_in_the_smallest_unit_is_not_asked_for_a_smaller_one(found: Findings) -> None:
    assert found.codes == {"T2-MONEY", "DOC-FEE", "TABLE-BALANCE"}


def test_no_table_or_chapter_of_another_form_is_named(found: Findings) -> None:
    for finding in found.findings:
        said = found.message(finding) + found.catalogue.advice(finding.diagnostic, "zh") + found.catalogue.clause(finding.code, "zh", finding.instrument)
        assert not any(word in said for word in ("表二", "其他需要报告的事项", "信息处理费")), said


def test_fees_are_to_be_spoken_of_where_the_form_asks_for_them(found: Findings) -> None:
    (finding,) = (each for each in found.findings if each.code == "DOC-FEE")
    assert found.catalogue.advice(finding.diagnostic, "zh") == "收取工本费的情况应在“补充说明”中写明，并与表中数字一致。"


def test_rows_numbered_in_digits_are_told_by_their_labels(found: Findings, invented: Standard) -> None:
    (finding,) = (each for each in found.findings if each.code == "TABLE-BALANCE")
    assert found.message(finding).startswith("左右两边不相等：1、收件 9，2、因未缴费而不再办理的… 1 + 3、在办 7 = 8，相差 1")
    shipped = invented.forms["2021"].tables["applications"]
    assert row_short(shipped, "results.refused.enforcementFile") == "三（三）7.属于行政执法案卷"
    assert row_short(shipped, "results.granted") == "三（一）"


def test_what_a_relation_says_of_itself_is_said(found: Findings) -> None:
    (finding,) = (each for each in found.findings if each.code == "TABLE-BALANCE")
    assert found.message(finding).endswith("（收件等于未缴费加在办）")
    assert found.message(finding, "en").endswith(" (received is unpaid and pending)")
